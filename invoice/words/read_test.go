package words

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"yipiao/invoice/terms"
)

// The readers in this file turn words back into amounts by adding up what they
// say; they share no table with what wrote them.

var englishValues = func() map[string]int64 {
	values := map[string]int64{}
	for i, w := range strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen " +
		"fourteen fifteen sixteen seventeen eighteen nineteen") {
		values[strings.ToUpper(w)] = int64(i)
	}
	for i, w := range strings.Fields("twenty thirty forty fifty sixty seventy eighty ninety") {
		values[strings.ToUpper(w)] = int64(10 * (i + 2))
	}
	return values
}()

// readEnglish is the number that English words say.
func readEnglish(s string) (int64, error) {
	var total, group int64
	for w := range strings.FieldsSeq(strings.ReplaceAll(s, "-", " ")) {
		switch v, ok := englishValues[w]; {
		case ok:
			group += v
		case w == "HUNDRED":
			group *= 100
		case w == "THOUSAND":
			total, group = total+group*1e3, 0
		case w == "MILLION":
			total, group = total+group*1e6, 0
		case w == "BILLION":
			total, group = total+group*1e9, 0
		default:
			return 0, fmt.Errorf("%q is no number", w)
		}
	}
	return total + group, nil
}

// readEnglishAmount is the minor units that an amount in words says.
func readEnglishAmount(s string, c terms.Currency, name, minorName string) (int64, error) {
	s, start := strings.CutPrefix(s, "SAY TOTAL "+name+" ")
	s, end := strings.CutSuffix(s, " ONLY")
	if !start || !end {
		return 0, fmt.Errorf("not SAY TOTAL %s … ONLY", name)
	}
	head, tail, _ := strings.Cut(s, " AND ")
	whole, err := readEnglish(head)
	if err != nil {
		return 0, err
	}
	per, _ := strconv.ParseInt("1"+strings.Repeat("0", c.Minor), 10, 64)
	var minor int64
	switch {
	case tail == "":
	case minorName != "":
		words, ok := strings.CutPrefix(tail, minorName+" ")
		if !ok {
			return 0, fmt.Errorf("no %s", minorName)
		}
		minor, err = readEnglish(words)
	default:
		digits, ok := strings.CutSuffix(tail, "/"+strconv.FormatInt(per, 10))
		if !ok || len(digits) != c.Minor {
			return 0, fmt.Errorf("%s is no fraction of %d", tail, per)
		}
		minor, err = strconv.ParseInt(digits, 10, 64)
	}
	return whole*per + minor, err
}

var placeValues = map[rune]int64{'拾': 10, '佰': 100, '仟': 1000, '角': 10, '分': 100, '厘': 1000, '毫': 10000}

// readChinese is the minor units that an amount in capitals says.
func readChinese(s string, c terms.Currency) (int64, error) {
	s, ok := strings.CutPrefix(s, c.Zh)
	if !ok {
		return 0, fmt.Errorf("not in %s", c.Zh)
	}
	per, _ := strconv.ParseInt("1"+strings.Repeat("0", c.Minor), 10, 64)
	var total, yi, wan, section, digit int64
	for _, r := range strings.ReplaceAll(s, "便士", "便") {
		switch r {
		case '零', '整':
		case '拾', '佰', '仟':
			section, digit = section+digit*placeValues[r], 0
		case '万':
			wan, section, digit = section+digit, 0, 0
		case '亿':
			yi, wan, section, digit = wan*1e4+section+digit, 0, 0, 0
		case '元', '镑':
			total, yi, wan, section, digit = (yi*1e8+wan*1e4+section+digit)*per, 0, 0, 0, 0
		case '便':
			total, section, digit = total+section+digit, 0, 0
		case '角', '分', '厘', '毫':
			total, digit = total+digit*per/placeValues[r], 0
		default:
			i := strings.IndexRune("壹贰叁肆伍陆柒捌玖", r)
			if i < 0 || digit != 0 {
				return 0, fmt.Errorf("%c can't stand there", r)
			}
			digit = int64(i/3 + 1)
		}
	}
	if section != 0 || digit != 0 || yi != 0 {
		return 0, fmt.Errorf("no unit at the end")
	}
	return total, nil
}

// spell checks the form of an amount in capitals, whatever it says.
func spell(s string, c terms.Currency) error {
	body := strings.TrimPrefix(s, c.Zh)
	for _, wrong := range [...]string{"零零", "零元", "零万", "零亿", "零角", "零分", "零整", "亿万", "分整", "厘整", "毫整", "便士整"} {
		if strings.Contains(body, wrong) && body != "零元整" {
			return fmt.Errorf("%s stands in it", wrong)
		}
	}
	for _, end := range [...]string{"元", "角", "镑"} {
		if strings.HasSuffix(body, end) {
			return fmt.Errorf("it ends in %s without 整", end)
		}
	}
	return nil
}

func checkAmount(t *testing.T, c terms.Currency, units int64) {
	t.Helper()
	amount := decimal.New(units, -int32(c.Minor))
	en, err := English(c, amount)
	if err != nil {
		t.Fatalf("%s %s: %v", c.Code, amount, err)
	}
	name, minorName := englishNames(c)
	if got, err := readEnglishAmount(en, c, name, minorName); err != nil || got != units {
		t.Fatalf("%s %s is %q, which reads as %d (%v)", c.Code, amount, en, got, err)
	}
	zh, err := Chinese(c, amount)
	if err != nil {
		t.Fatalf("%s %s: %v", c.Code, amount, err)
	}
	if got, err := readChinese(zh, c); err != nil || got != units {
		t.Fatalf("%s %s is %q, which reads as %d (%v)", c.Code, amount, zh, got, err)
	}
	if err := spell(zh, c); err != nil {
		t.Fatalf("%s %s is %q: %v", c.Code, amount, zh, err)
	}
}

// most is the largest amount with words, in minor units.
func most(c terms.Currency) int64 {
	n, _ := strconv.ParseInt(strings.Repeat("9", 12+c.Minor), 10, 64)
	return n
}

func TestEveryAmountToTwoThousandReadsBack(t *testing.T) {
	for _, code := range [...]string{"CNY", "USD", "GBP", "JPY", "KWD"} {
		t.Run(code, func(t *testing.T) {
			t.Parallel()
			c := currency(t, code)
			last := decimal.New(2000, int32(c.Minor)).IntPart()
			step := int64(1)
			if c.Minor > 2 || testing.Short() {
				step = 11 // meets each digit in each place
			}
			for units := int64(0); units <= last; units += step {
				checkAmount(t, c, units)
			}
		})
	}
}

func TestAmountsOfEveryMagnitudeReadBack(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, code := range terms.PaymentCurrencies.Codes() {
		c, _ := terms.PaymentCurrencies.Find(code)
		checkAmount(t, c, most(c))
		for size := int64(10); size <= most(c); size *= 10 {
			checkAmount(t, c, size)
			checkAmount(t, c, size-1)
			for range 5 {
				checkAmount(t, c, random.Int64N(size))
				// Round amounts, whose zeros are what the rules are about.
				checkAmount(t, c, random.Int64N(10)*size+random.Int64N(100))
			}
		}
	}
}

func FuzzAmount(f *testing.F) {
	f.Add(uint8(0), uint64(356630))
	f.Add(uint8(1), uint64(10700053))
	f.Add(uint8(2), uint64(100001000))
	codes := [...]string{"USD", "CNY", "JPY", "GBP", "KWD", "CLF", "AUD"}
	f.Fuzz(func(t *testing.T, which uint8, units uint64) {
		c := currency(t, codes[int(which)%len(codes)])
		checkAmount(t, c, int64(units%uint64(most(c)+1)))
	})
}
