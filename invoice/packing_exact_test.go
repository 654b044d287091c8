package invoice

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/shopspring/decimal"
)

// packed is a random order with packing: short forms, equal and mixed packages,
// pallets. What it weighs is computed beside it, in fractions.
type packed struct {
	o                *Order
	net, gross, cbm  *big.Rat
	netDec, grossDec int
	count            int64
}

func (p *packed) add(count int64, net, gross, cbm Amount, size []Amount) {
	n := ratInt(count)
	p.count += count
	p.net, p.gross = add(p.net, mul(n, rat(net))), add(p.gross, mul(n, rat(gross)))
	volume := rat(cbm)
	if len(size) == 3 {
		volume = quo(mul(mul(rat(size[0]), rat(size[1])), rat(size[2])), ratInt(1_000_000))
	}
	p.cbm = add(p.cbm, mul(n, volume))
	p.netDec, p.grossDec = max(p.netDec, int(net.Decimals())), max(p.grossDec, int(gross.Decimals()))
}

func (d dice) packed() *packed {
	p := &packed{o: &Order{Format: "1", Number: "N", Date: "2026-01-02", Currency: "USD"}, net: new(big.Rat), gross: new(big.Rat), cbm: new(big.Rat)}
	p.o.Seller.Name, p.o.Buyer.Name = Text{En: "S"}, Text{En: "B"}
	size := func() []Amount { return []Amount{d.amount(2, 1), d.amount(2, 1), d.amount(2, 1)} }
	for i := range 1 + d.IntN(5) {
		l := Line{SKU: fmt.Sprintf("S%d", i), Description: Text{En: "d"}, Quantity: Int(1 + d.Int64N(5000))}
		if d.one(2) {
			k := Packing{Packages: Int(1 + d.Int64N(60)), Net: d.amount(3, 4), Gross: d.amount(3, 4)}
			if d.one(2) {
				k.Size = size()
			} else {
				k.CBM = d.amount(5, 6)
			}
			l.Packing = k
			n, _ := whole(k.Packages)
			p.add(n, k.Net, k.Gross, k.CBM, k.Size)
		} else {
			d.inPackages(p, i, &l, size)
		}
		p.o.Lines = append(p.o.Lines, l)
	}
	if d.one(2) {
		p.o.Pallets = Pallets{Count: Int(1 + d.Int64N(9)), Gross: d.amount(3, 2)}
		n, _ := whole(p.o.Pallets.Count)
		p.gross = add(p.gross, mul(ratInt(n), rat(p.o.Pallets.Gross)))
		p.grossDec = max(p.grossDec, int(p.o.Pallets.Gross.Decimals()))
	}
	return p
}

// inPackages packs a line as so many equal packages and one with the rest.
func (d dice) inPackages(p *packed, i int, l *Line, size func() []Amount) {
	each := 1 + d.Int64N(400)
	q := l.Quantity.d.IntPart()
	name := l.SKU
	if d.one(2) {
		name = fmt.Sprint(i + 1)
	}
	put := func(count, each int64) {
		if count == 0 || each == 0 {
			return
		}
		g := Package{Count: Int(count), Net: d.amount(3, 3), Gross: d.amount(3, 3), Size: size(), Contents: []Content{{name, Int(each)}}}
		p.add(count, g.Net, g.Gross, g.CBM, g.Size)
		p.o.Packages = append(p.o.Packages, g)
	}
	put(q/each, each)
	put(1, q%each)
}

func TestEveryWeightIsExact(t *testing.T) {
	d := dice{rand.New(rand.NewPCG(17, 4))}
	for n := range 500 {
		p := d.packed()
		data, err := p.o.Marshal()
		if err != nil {
			t.Fatal(err)
		}
		orders, err := Decode("packed.yaml", data)
		if err != nil {
			t.Fatalf("order %d: %v\n%s", n, err, data)
		}
		doc, err := New(orders[0], PackingList, Both)
		if err != nil {
			t.Fatalf("order %d: %v\n%s", n, err, data)
		}
		got := doc.Packed.Totals
		netDec, grossDec := min(max(p.netDec, 1), 3), min(max(p.grossDec, 1), 3)
		for _, c := range []struct{ name, got, want string }{
			{"net", got.Net.String(), rounded(p.net, netDec).FloatString(netDec)},
			{"gross", got.Gross.String(), rounded(p.gross, grossDec).FloatString(grossDec)},
			{"volume", got.CBM.String(), rounded(p.cbm, 3).FloatString(3)},
			{"packages", fmt.Sprint(got.Count), fmt.Sprint(p.count)},
		} {
			if c.got != c.want {
				t.Fatalf("order %d: %s is %s, want %s\n%s", n, c.name, c.got, c.want, data)
			}
		}
		carries(t, doc)
	}
}

// TestRandomDocumentsCarryThemselves: the order in a document makes it again.
func TestRandomDocumentsCarryThemselves(t *testing.T) {
	d := dice{rand.New(rand.NewPCG(23, 42))}
	made := 0
	for n := range 500 {
		o := d.order(2)
		o.Format, o.Number, o.Date = "1", "N", "2026-01-02"
		o.Seller.Name, o.Buyer.Name = Text{Zh: "卖方"}, Text{En: "B"}
		for i := range o.Lines {
			o.Lines[i].Description = Text{En: fmt.Sprint("d", i)}
			if o.Lines[i].Free {
				o.Lines[i].Customs = NewAmount(decimal.New(125, -2))
			}
		}
		for i := range o.Charges {
			o.Charges[i].Description = Text{Zh: "费"}
		}
		data, err := o.Marshal()
		if err != nil {
			t.Fatal(err)
		}
		orders, err := Decode("random.yaml", data)
		if err != nil {
			continue // a total or an instalment below zero
		}
		made++
		for _, k := range [...]Kind{Proforma, Commercial} {
			doc, err := New(orders[0], k, Both)
			if err != nil {
				t.Fatalf("order %d: %v\n%s", n, err, data)
			}
			carries(t, doc)
		}
	}
	if made < 150 {
		t.Errorf("only %d orders had no fault", made)
	}
}
