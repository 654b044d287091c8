package invoice

import (
	"strings"
	"unicode"

	"github.com/shopspring/decimal"
)

// contradictions warns of what the original of an order said of itself and
// what d says otherwise.
func (d *Document) contradictions(s *Stated, warn reporter) {
	type figure struct {
		name           string
		stated, figure Amount
	}
	var all []figure
	if f := d.Figures; f != nil {
		all = append(all, figure{"goods", s.Goods, f.Goods}, figure{"charges", s.Charges, d.charged()},
			figure{"tax", s.Tax, f.Tax}, figure{"total", s.Total, f.Total})
		d.contradictedWords(s, warn)
	}
	if p := d.Packed; p != nil {
		packages := Amount{}
		if p.Totals.Count > 0 {
			packages = Int(p.Totals.Count)
		}
		all = append(all, figure{"packages", s.Packages, packages}, figure{"net_kg", s.Net, p.Totals.Net},
			figure{"gross_kg", s.Gross, p.Totals.Gross}, figure{"cbm", s.CBM, p.Totals.CBM})
	}
	for _, x := range all {
		if x.stated.Given() && x.figure.Given() && !x.stated.d.Equal(x.figure.d.Round(x.stated.Decimals())) {
			warn("stated."+x.name, "stated", "the original says %s, this order gives %s", x.stated, x.figure)
		}
	}
}

// charged is the sum of the charges that are added.
func (d *Document) charged() Amount {
	sum := decimal.Zero
	for i, c := range d.Figures.Charges {
		if !d.order.Charges[i].Included {
			sum = sum.Add(c.d)
		}
	}
	return money(sum, int32(d.Currency.Minor))
}

func (d *Document) contradictedWords(s *Stated, warn reporter) {
	for _, x := range [...]struct{ path, stated, words string }{
		{"stated.words.zh", s.Words.Zh, d.Words.Zh}, {"stated.words.en", s.Words.En, d.Words.En}} {
		if x.stated != "" && !sameWords(x.stated, x.words) {
			warn(x.path, "stated", "the original says %.200s, this order gives %s", x.stated, x.words)
		}
	}
}

// sameWords reports whether two amounts in words say the same but for case,
// blanks and signs, and for SAY TOTAL, ONLY and 人民币, which are left out at
// will.
func sameWords(a, b string) bool {
	strip := func(s string) string {
		s = strings.Map(func(r rune) rune {
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
				return -1
			}
			return unicode.ToUpper(r)
		}, s)
		s = strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(s, "SAY"), "TOTAL"), "ONLY")
		s = strings.TrimPrefix(s, "人民币")
		return strings.ReplaceAll(strings.TrimSuffix(s, "整"), "圆", "元")
	}
	return strip(a) == strip(b)
}
