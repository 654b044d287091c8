package sheet

import (
	"math"
	"strconv"
	"strings"
)

// mostDecimals is how many decimals a number has at most.
const mostDecimals = 18

// exactNumber is a stored number in plain digits. A file stores a binary
// number, by its shortest digits that give it again; where these are only the
// noise of calculating (58599.100000000006), Excel's fifteen digits are what
// was meant. Digits of a whole number that a binary number can't hold are kept
// as they are written.
func exactNumber(x float64, written string) string {
	if len(written) > 15 && len(written) <= 40 && strings.Trim(written, "0123456789") == "" {
		return trimWhole(written)
	}
	return exactFloat(x)
}

func exactFloat(x float64) string {
	if x == 0 {
		return "0"
	}
	shortest := strconv.FormatFloat(x, 'e', -1, 64)
	rounded := strconv.FormatFloat(x, 'e', 14, 64)
	if significant(shortest) > 15 && significant(rounded) <= 12 {
		shortest = rounded
	}
	y, _ := strconv.ParseFloat(shortest, 64)
	plain := strconv.FormatFloat(y, 'f', -1, 64)
	if decimalsOf(plain) > mostDecimals {
		plain = strconv.FormatFloat(y, 'f', mostDecimals, 64)
	}
	return trimDecimals(plain)
}

// significant is how many digits a number in scientific writing has.
func significant(s string) int {
	mantissa, _, _ := strings.Cut(strings.TrimPrefix(s, "-"), "e")
	return len(strings.TrimRight(strings.Replace(mantissa, ".", "", 1), "0"))
}

func decimalsOf(plain string) int {
	_, decimals, _ := strings.Cut(plain, ".")
	return len(decimals)
}

func trimDecimals(plain string) string {
	if strings.Contains(plain, ".") {
		plain = strings.TrimRight(strings.TrimRight(plain, "0"), ".")
	}
	if plain == "-0" || plain == "" {
		return "0"
	}
	return plain
}

func trimWhole(digits string) string {
	if digits = strings.TrimLeft(digits, "0"); digits == "" {
		return "0"
	}
	return digits
}

// withDecimals adds zeros up to so many decimals.
func withDecimals(plain string, decimals int) string {
	has := decimalsOf(plain)
	if decimals = min(decimals, mostDecimals); decimals <= has {
		return plain
	}
	if has == 0 {
		plain += "."
	}
	return plain + strings.Repeat("0", decimals-has)
}

// finite reports whether x can be in a cell.
func finite(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }
