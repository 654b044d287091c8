package invoice

import (
	"maps"
	"strings"

	"github.com/shopspring/decimal"

	"yipiao/invoice/strict"
)

// Amount is an exact decimal number that remembers how many decimals it was
// written with, so that 0.50 prints as 0.50. The zero value is "left out",
// which is not the number 0.
type Amount struct {
	d     decimal.Decimal
	given bool
}

// NewAmount is the number d.
func NewAmount(d decimal.Decimal) Amount { return Amount{d, true} }

// Int is the whole number n.
func Int(n int64) Amount { return Amount{decimal.NewFromInt(n), true} }

// maxWhole and maxFraction bound a written number: -?digits{1,15}(.digits{1,18})?
const (
	maxWhole    = 15
	maxFraction = 18
)

// ParseAmount reads -?digits{1,15}(.digits{1,18})?; ok is false for anything
// else: an exponent, a sign +, separators, full-width digits.
func ParseAmount(s string) (a Amount, ok bool) {
	whole, fraction, point := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	if !digits(whole, maxWhole) || point && !digits(fraction, maxFraction) {
		return Amount{}, false
	}
	d, err := decimal.NewFromString(s)
	return Amount{d, err == nil}, err == nil
}

func digits(s string, most int) bool {
	if len(s) == 0 || len(s) > most {
		return false
	}
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// Given reports whether the number was given at all.
func (a Amount) Given() bool { return a.given }

// Decimal is a's exact value, 0 where it was left out.
func (a Amount) Decimal() decimal.Decimal { return a.d }

// Sign is -1, 0 or 1.
func (a Amount) Sign() int { return a.d.Sign() }

// Decimals is how many decimals a is written with.
func (a Amount) Decimals() int32 { return max(0, -a.d.Exponent()) }

// String is a with the decimals that it was written with, without separators.
func (a Amount) String() string {
	if !a.given {
		return ""
	}
	return a.d.StringFixed(a.Decimals())
}

// Fixed is a with exactly so many decimals, rounded half away from zero.
func (a Amount) Fixed(decimals int32) string { return a.d.StringFixed(decimals) }

// Equal reports whether a and b are the same number, written alike.
func (a Amount) Equal(b Amount) bool { return a.given == b.given && a.String() == b.String() }

// UnmarshalStrict takes a decimal number.
func (a *Amount) UnmarshalStrict(n strict.Node) {
	if n.Kind() == strict.Null {
		return
	}
	if n.Kind() != strict.Scalar {
		n.Fail("type", "a number is wanted here")
		return
	}
	s := n.Text()
	v, ok := ParseAmount(s)
	if !ok {
		n.Fail("number", "%s", wrongNumber(s))
		return
	}
	*a = v
}

// wrongNumber says what is wrong with a number and shows the right form where
// it can be told.
func wrongNumber(s string) string {
	if len(s) > 60 {
		return "not a number of at most 15 digits before and 18 after the point"
	}
	if plain := plainNumber(s); plain != s {
		if _, ok := ParseAmount(plain); ok {
			return s + " is not a plain number, did you mean " + plain + "?"
		}
	}
	if strings.Trim(s, "-.0123456789") == "" && len(s) > maxWhole {
		return s + " is not a number of at most 15 digits before and 18 after the point"
	}
	return s + " is not a number: digits with at most one point, like 1234.50"
}

// plainNumber is s as it was likely meant: half-width, without sign + and
// separators, the decimals after a point.
func plainNumber(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r >= '０' && r <= '９':
			return r - '０' + '0'
		case r == '．' || r == '。':
			return '.'
		case r == '，':
			return ','
		case r == '－' || r == '−' || r == '–':
			return '-'
		case r == '＋':
			return '+'
		case r == ' ' || r == '\u00a0' || r == '\u3000' || r == '_' || r == '\'' || r == '’':
			return -1
		}
		return r
	}, s)
	s = strings.TrimPrefix(s, "+")
	if comma := strings.LastIndexByte(s, ','); comma >= 0 {
		point := strings.LastIndexByte(s, '.')
		if after := len(s) - comma - 1; point >= 0 && point < comma || point < 0 && after != 3 {
			s = strings.ReplaceAll(s[:comma], ".", "") + "." + s[comma+1:] // 3,25 and 1.234,50
		}
	}
	s = strings.ReplaceAll(s, ",", "")
	switch {
	case strings.HasPrefix(s, "."):
		return "0" + s
	case strings.HasSuffix(s, "."):
		return s[:len(s)-1]
	}
	return s
}

// MarshalStrict writes the number as it was written.
func (a Amount) MarshalStrict() any {
	if !a.given {
		return nil
	}
	return strict.Plain(a.String())
}

// StrictSchema describes a number to editors.
func (Amount) StrictSchema() map[string]any {
	return map[string]any{"type": []any{"number", "string", "null"}, "pattern": `^-?[0-9]{1,15}(\.[0-9]{1,18})?$`}
}

// Price is what per units cost.
type Price struct {
	Amount Amount
	Per    Amount // 1 where left out
}

// UnmarshalStrict takes a number or {amount, per}.
func (p *Price) UnmarshalStrict(n strict.Node) {
	if n.Kind() != strict.Mapping {
		p.Amount.UnmarshalStrict(n)
		return
	}
	var m struct {
		Amount Amount `yaml:"amount" need:"true"`
		Per    Amount `yaml:"per"`
	}
	n.Decode(&m)
	*p = Price(m)
	if p.Per.Given() && p.Per.Sign() <= 0 {
		n.Fail("number", "per is the number of units that the price is for: more than 0")
		p.Per = Amount{}
	}
}

// MarshalStrict is the shortest form that reads back as p.
func (p Price) MarshalStrict() any {
	if !p.Per.Given() {
		return p.Amount.MarshalStrict()
	}
	return strict.Pairs{{Key: "amount", Value: p.Amount}, {Key: "per", Value: p.Per}}
}

// StrictSchema describes a price to editors.
func (Price) StrictSchema() map[string]any {
	n := Amount{}.StrictSchema()
	return map[string]any{"oneOf": []any{n, map[string]any{
		"type": "object", "additionalProperties": false, "required": []any{"amount"},
		"properties": map[string]any{"amount": described(n, "what per units cost"), "per": described(n, "for how many units; 1 if left out")},
	}}}
}

// described is a schema with words for the reader.
func described(schema map[string]any, words string) map[string]any {
	s := maps.Clone(schema)
	s["description"] = words
	return s
}
