package read_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// shortForm writes packages that are all of a line's, and of no other, in the
// short form: both say the same.
func shortForm(order map[string]any) {
	packages, _ := order["packages"].([]any)
	lines, _ := order["lines"].([]any)
	uses := map[int]int{}
	for _, p := range packages {
		for _, c := range list(p, "contents") {
			uses[lineOf(c, lines)]++
		}
	}
	order["packages"] = slices.DeleteFunc(packages, func(p any) bool {
		contents := list(p, "contents")
		if len(contents) != 1 {
			return false
		}
		i := lineOf(contents[0], lines)
		if i < 0 || uses[i] != 1 || field(lines[i], "packing") != nil {
			return false
		}
		packing := map[string]any{"packages": fmt.Sprint(countOf(p))}
		for _, k := range [...]string{"package", "net_kg", "gross_kg", "size_cm", "cbm"} {
			if v := field(p, k); v != nil {
				packing[k] = v
			}
		}
		lines[i].(map[string]any)["packing"] = packing
		return true
	})
}

func field(v any, key string) any {
	m, _ := v.(map[string]any)
	return m[key]
}

func list(v any, key string) []any {
	l, _ := field(v, key).([]any)
	return l
}

// lineOf is the index of the line that a content names, by its number or its
// position; −1 for none.
func lineOf(content any, lines []any) int {
	name := str(field(content, "line"))
	i := slices.IndexFunc(lines, func(l any) bool { return str(field(l, "sku")) == name })
	if n, err := strconv.Atoi(name); i < 0 && err == nil && n > 0 && n <= len(lines) {
		return n - 1
	}
	return i
}

// countOf is how many packages an entry stands for.
func countOf(p any) int64 {
	if n, err := decimal.NewFromString(str(field(p, "count"))); err == nil {
		return n.IntPart()
	}
	from, to, ranged := strings.Cut(str(field(p, "numbers")), "-")
	digits := func(s string) int64 {
		n, _ := strconv.ParseInt(strings.TrimLeft(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ#/ "), 10, 64)
		return n
	}
	if !ranged {
		return 1
	}
	return digits(to) - digits(from) + 1
}
