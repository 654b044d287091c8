package invoice

import (
	"math/big"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"github.com/shopspring/decimal"
)

// An independent computation of every figure, in fractions, by the words of the
// order format alone.

func rat(a Amount) *big.Rat {
	r, ok := new(big.Rat).SetString(orZero(a.String()))
	if !ok {
		panic(a.String())
	}
	return r
}

func orZero(s string) string {
	if s == "" {
		return "0"
	}
	return s
}

func ratInt(n int64) *big.Rat { return new(big.Rat).SetInt64(n) }

func mul(a, b *big.Rat) *big.Rat { return new(big.Rat).Mul(a, b) }
func quo(a, b *big.Rat) *big.Rat { return new(big.Rat).Quo(a, b) }
func add(a, b *big.Rat) *big.Rat { return new(big.Rat).Add(a, b) }
func sub(a, b *big.Rat) *big.Rat { return new(big.Rat).Sub(a, b) }

// rounded is r to so many decimals, half away from zero.
func rounded(r *big.Rat, decimals int) *big.Rat {
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil)
	scaled := mul(r, new(big.Rat).SetInt(scale))
	twice := new(big.Int).Mul(new(big.Int).Abs(scaled.Num()), big.NewInt(2))
	twice.Add(twice, scaled.Denom())
	n := twice.Div(twice, new(big.Int).Mul(scaled.Denom(), big.NewInt(2)))
	if scaled.Sign() < 0 {
		n.Neg(n)
	}
	return new(big.Rat).SetFrac(n, scale)
}

// exactFigures are the figures of o, computed again.
type exactFigures struct{ goods, tax, total, paid *big.Rat }

func exactly(o *Order, minor int) exactFigures {
	percent := func(base, p *big.Rat) *big.Rat { return quo(mul(base, p), ratInt(100)) }
	x := exactFigures{goods: new(big.Rat), tax: new(big.Rat), paid: new(big.Rat)}
	for i := range o.Lines {
		l := &o.Lines[i]
		if l.Free {
			continue
		}
		q := l.Quantity
		if l.PricedBy.Amount.Given() {
			q = l.PricedBy.Amount
		}
		a := mul(rat(q), rat(l.Price.Amount))
		if l.Price.Per.Given() {
			a = quo(a, rat(l.Price.Per))
		}
		a = sub(a, percent(a, rat(l.Discount.Percent)))
		a = rounded(sub(a, rat(l.Discount.Amount)), minor)
		if l.Amount.Given() {
			a = rat(l.Amount)
		}
		x.goods = add(x.goods, a)
		t := &l.Tax
		if o.Tax == "" || t.Exempt || t.Masked {
			continue
		}
		tax := rounded(percent(a, rat(t.Percent)), minor)
		if o.Tax == "included" {
			tax = rounded(sub(a, quo(a, add(ratInt(1), quo(rat(t.Percent), ratInt(100))))), minor)
		}
		if t.Amount.Given() {
			tax = rat(t.Amount)
		}
		x.tax = add(x.tax, tax)
	}
	x.total = x.goods
	for _, c := range o.Charges {
		a := rounded(rat(c.Amount), minor)
		if c.Percent.Given() {
			a = rounded(percent(x.goods, rat(c.Percent)), minor)
		}
		switch {
		case c.Included:
		case c.Kind == "discount" || c.Kind == "rebate":
			x.total = sub(x.total, a)
		default:
			x.total = add(x.total, a)
		}
	}
	if o.Tax == "excluded" {
		x.total = add(x.total, x.tax)
	}
	for _, p := range o.Payments {
		rate := ratInt(1)
		if p.Currency != "" && p.Currency != o.Currency {
			if !p.Rate.Given() {
				continue
			}
			rate = rat(p.Rate)
		}
		x.paid = add(x.paid, rounded(mul(rat(p.Amount), rate), minor))
	}
	return x
}

// dice throws random numbers and choices.
type dice struct{ *rand.Rand }

func (d dice) one(in int) bool { return d.IntN(in) == 0 }

func (d dice) amount(digits, decimals int) Amount {
	return NewAmount(decimal.New(1+d.Int64N(int64(pow10(digits))), int32(-d.IntN(decimals+1))))
}

func (d dice) percent() Amount { return NewAmount(decimal.New(d.Int64N(10001), -2)) }

func (d dice) order(minor int) *Order {
	o := &Order{Currency: "USD", Tax: []string{"", "included", "excluded"}[d.IntN(3)]}
	for range 1 + d.IntN(6) {
		o.Lines = append(o.Lines, d.line(minor))
	}
	for range d.IntN(4) {
		c := Charge{Kind: []string{"discount", "rebate", "freight", "tax", "other", "rounding"}[d.IntN(6)], Included: d.one(4)}
		if d.one(2) {
			c.Percent = NewAmount(decimal.New(d.Int64N(3000), -3))
		} else {
			c.Amount = d.amount(4, 4)
		}
		if c.Kind == "rounding" && d.one(2) {
			c.Amount, c.Percent = NewAmount(decimal.New(-d.Int64N(100), -2)), Amount{}
		}
		o.Charges = append(o.Charges, c)
	}
	for range d.IntN(3) {
		p := Paid{Amount: d.amount(5, minor)}
		if d.one(2) {
			p.Currency = []string{"USD", "CNH", "EUR"}[d.IntN(3)]
		}
		if d.one(2) {
			p.Rate = d.amount(4, 6)
		}
		o.Payments = append(o.Payments, p)
	}
	d.schedule(o)
	return o
}

func (d dice) line(minor int) Line {
	if d.one(8) {
		return Line{Quantity: d.amount(3, 0), Free: true}
	}
	l := Line{Quantity: d.amount(5, 3), Price: Price{Amount: d.amount(6, 5)}}
	if d.one(4) {
		l.Price.Per = d.amount(3, 1)
	}
	if d.one(4) {
		l.PricedBy = Measure{Amount: d.amount(6, 3)}
	}
	switch d.IntN(6) {
	case 0:
		l.Discount.Percent = d.percent()
	case 1:
		l.Discount.Amount = d.amount(2, minor+2)
	case 2:
		l.Amount, l.AsStated = d.amount(6, minor), true
	}
	switch d.IntN(5) {
	case 0:
		l.Tax.Percent = d.percent()
	case 1:
		l.Tax = LineTax{Percent: Int(13), Amount: d.amount(3, minor)}
	case 2:
		l.Tax = LineTax{Percent: Int(13), Exempt: d.one(2), Masked: true}
	case 3:
		l.Tax.Percent = Int(13)
	}
	return l
}

// schedule adds instalments: in percent to 100, or some with a rest.
func (d dice) schedule(o *Order) {
	left := int64(10000)
	for n := d.IntN(5); n > 0; n-- {
		p := d.Int64N(left + 1)
		left -= p
		o.Payment.Schedule = append(o.Payment.Schedule, Instalment{Percent: NewAmount(decimal.New(p, -2))})
	}
	last := Instalment{Percent: NewAmount(decimal.New(left, -2))}
	if d.one(2) {
		last = Instalment{Rest: true}
		o.Payment.Schedule = append(o.Payment.Schedule, Instalment{Amount: d.amount(2, 2)})
	}
	at := len(o.Payment.Schedule)
	if last.Rest {
		at = d.IntN(at + 1)
	}
	s := append([]Instalment{}, o.Payment.Schedule[:at]...)
	o.Payment.Schedule = append(append(s, last), o.Payment.Schedule[at:]...)
}

// TestEveryFigureIsExact: for random orders of every rule about money.
func TestEveryFigureIsExact(t *testing.T) {
	d := dice{rand.New(rand.NewPCG(3, 5))}
	made := 0
	for n := range 6000 {
		minor := []int{0, 2, 3}[n%3]
		o := d.order(minor)
		var faults []string
		f := compute(o, int32(minor), func(path, code, format string, args ...any) { faults = append(faults, code) }, silent)
		want := exactly(o, minor)
		for _, c := range []struct {
			name      string
			got, want *big.Rat
		}{
			{"goods", rat(f.Goods), want.goods}, {"tax", rat(f.Tax), want.tax}, {"total", rat(f.Total), want.total}, {"paid", rat(f.Paid), want.paid},
		} {
			if c.got.Cmp(c.want) != 0 {
				yaml, _ := o.Marshal()
				t.Fatalf("order %d: %s is %s, want %s\n%s", n, c.name, c.got.FloatString(6), c.want.FloatString(6), yaml)
			}
		}
		if (want.total.Sign() < 0) != slices.Contains(faults, "total") {
			t.Fatalf("order %d: the total is %s, faults %v", n, want.total.FloatString(3), faults)
		}
		if len(faults) == 0 {
			made++
			checkShares(t, n, o, f, want.total, minor)
		}
	}
	if made < 2000 {
		t.Errorf("only %d orders had no fault", made)
	}
}

// checkShares holds the instalments to the format: percents of the total, and
// one that takes the remainder.
func checkShares(t *testing.T, n int, o *Order, f *Figures, total *big.Rat, minor int) {
	t.Helper()
	s := o.Payment.Schedule
	rest := len(s) - 1
	for i := range s {
		if s[i].Rest {
			rest = i
		}
	}
	left := total
	for i := range s {
		if i == rest {
			continue
		}
		share := rounded(quo(mul(total, rat(s[i].Percent)), ratInt(100)), minor)
		if s[i].Amount.Given() {
			share = rounded(rat(s[i].Amount), minor)
		}
		if rat(f.Shares[i]).Cmp(share) != 0 {
			t.Fatalf("order %d: share %d is %s, want %s", n, i, f.Shares[i], share.FloatString(3))
		}
		left = sub(left, share)
	}
	if rat(f.Shares[rest]).Cmp(left) != 0 || left.Sign() < 0 {
		t.Fatalf("order %d: the rest is %s, want %s", n, f.Shares[rest], left.FloatString(3))
	}
}

// TestStatedAmounts: a price shown rounded explains quantity × half a unit of
// its last digit, plus half a minor unit, and not a cent more.
func TestStatedAmounts(t *testing.T) {
	d := dice{rand.New(rand.NewPCG(9, 9))}
	for range 4000 {
		l := Line{Quantity: d.amount(4, 2), Price: Price{Amount: d.amount(4, 3)}}
		if d.one(3) {
			l.Price.Per = Int(1 + d.Int64N(1000))
		}
		product, per := mul(rat(l.Quantity), rat(l.Price.Amount)), ratInt(1)
		if l.Price.Per.Given() {
			per = rat(l.Price.Per)
		}
		unit, _ := new(big.Rat).SetString("1e-" + strconv.Itoa(int(l.Price.Amount.Decimals())))
		allowed := add(quo(mul(rat(l.Quantity), quo(unit, ratInt(2))), per), big.NewRat(1, 200))
		exact := quo(product, per)
		near, _ := rounded(exact, 2).Float64()
		span, _ := allowed.Float64()
		cents := int64((near+span)*100) + d.Int64N(5) - 2
		if cents <= 0 {
			continue
		}
		l.Amount = NewAmount(decimal.New(cents, -2))
		refused := false
		l.figures(0, 2, func(string, string, string, ...any) { refused = true }, silent)
		far := new(big.Rat).Abs(sub(rat(l.Amount), exact)).Cmp(allowed) > 0
		if rounded(exact, 2).Cmp(rat(l.Amount)) == 0 {
			far = false
		}
		if refused != far {
			t.Fatalf("%s × %s / %s stated as %s: refused %v, want %v", l.Quantity, l.Price.Amount, l.Price.Per, l.Amount, refused, far)
		}
	}
}

func pow10(n int) int {
	p := 1
	for range n {
		p *= 10
	}
	return p
}
