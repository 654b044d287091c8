package templates

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"yipiao/invoice"
)

// The table of packages of a packing list, and the packing totals of a
// commercial invoice.

// packingColumn is a column of the table of packages. Row r's package stands
// in its first row; further contents of a mixed package in rows below.
type packingColumn struct {
	name  string
	align Align
	shown func(r *invoice.PackedRow) bool // nil: always
	// whole reports whether the column speaks of the package, not of one
	// line in it: printed once.
	whole bool
	cell  func(c *composer, r, content int) Cell
	total func(c *composer) *Figure
}

var packingColumns = [...]packingColumn{
	{"numbers", Centre, nil, true, func(c *composer, r, _ int) Cell { return words(plain(c.row(r).Numbers)) }, nil},
	{"marks", Left, nil, true, func(*composer, int, int) Cell { return Cell{} }, nil},
	{"sku", Left, nil, false, func(c *composer, r, i int) Cell {
		return words(plain(c.o.Lines[c.row(r).Contents[i].Line].SKU))
	}, nil},
	{"description", Left, nil, false, func(c *composer, r, i int) Cell { return c.packedDescription(c.row(r).Contents[i].Line) }, nil},
	{"packages", Right, nil, true, func(c *composer, r, _ int) Cell {
		row := c.row(r)
		return Cell{Figure: c.packageCount(row.Count, row.Package.Zh, row.Package.Count(row.Count)), Name: "n" + itoa(r)}
	}, func(c *composer) *Figure {
		t := c.d.Packed.Totals
		return c.packageCount(t.Count, t.Package.Zh, t.Package.Count(t.Count))
	}},
	{"each", Right, nil, false, func(c *composer, r, i int) Cell {
		if e := c.row(r).Contents[i].Each; e.Given() {
			return Cell{Figure: amountFigure(e), Name: eachName(r, i)}
		}
		return Cell{}
	}, nil},
	{"quantity", Right, nil, false, func(c *composer, r, i int) Cell {
		p := c.row(r).Contents[i]
		if !p.All.Given() {
			return Cell{}
		}
		return Cell{Figure: c.count(p.All, c.text(c.d.Unit(p.Line))), Formula: c.timesPackages(r, "{"+eachName(r, i)+"}", p.Each, p.All)}
	}, nil},
	{"net_each", Right, func(r *invoice.PackedRow) bool { return r.NetEach.Given() }, true, ofOne("x", netEach), nil},
	{"net", Right, func(r *invoice.PackedRow) bool { return r.Net.Given() }, true, ofAll("w", "x", netEach, func(r *invoice.PackedRow) invoice.Amount { return r.Net }),
		func(c *composer) *Figure { return amountFigure(c.d.Packed.Totals.Net) }},
	{"gross_each", Right, func(r *invoice.PackedRow) bool { return r.GrossEach.Given() }, true, ofOne("y", grossEach), nil},
	{"gross", Right, func(r *invoice.PackedRow) bool { return r.Gross.Given() }, true, ofAll("g", "y", grossEach, func(r *invoice.PackedRow) invoice.Amount { return r.Gross }),
		func(c *composer) *Figure { return amountFigure(c.d.Packed.Totals.Gross) }},
	{"size", Centre, func(r *invoice.PackedRow) bool { return len(r.Size) > 0 }, true, func(c *composer, r, _ int) Cell { return words(plain(sizeText(c.row(r).Size))) }, nil},
	{"volume", Right, func(r *invoice.PackedRow) bool { return r.CBM.Given() }, true, volume,
		func(c *composer) *Figure { return amountFigure(c.d.Packed.Totals.CBM) }},
}

// amountOf is a figure of a row of packages.
type amountOf func(*invoice.PackedRow) invoice.Amount

func netEach(r *invoice.PackedRow) invoice.Amount   { return r.NetEach }
func grossEach(r *invoice.PackedRow) invoice.Amount { return r.GrossEach }

// eachName names the cell of how much one package of row r holds of its
// content i.
func eachName(r, i int) string { return "e" + itoa(r) + "_" + itoa(i) }

func (c *composer) row(r int) *invoice.PackedRow { return &c.d.Packed.Rows[r] }

// ofOne is a column of what one package has, in cells named by a letter and the
// row.
func ofOne(letter string, of amountOf) func(*composer, int, int) Cell {
	return func(c *composer, r, _ int) Cell {
		if a := of(c.row(r)); a.Given() {
			return Cell{Figure: amountFigure(a), Name: letter + itoa(r)}
		}
		return Cell{}
	}
}

// ofAll is a column of what all packages of a row have: as many times what one
// of them has.
func ofAll(letter, one string, each, all amountOf) func(*composer, int, int) Cell {
	return func(c *composer, r, i int) Cell {
		cell := ofOne(letter, all)(c, r, i)
		cell.Name = letter + itoa(r)
		cell.Formula = c.timesPackages(r, ref(one, r), each(c.row(r)), all(c.row(r)))
		return cell
	}
}

// volume is the volume of all packages of a row, by the size of one.
func volume(c *composer, r, i int) Cell {
	row := c.row(r)
	cell := ofOne("v", func(r *invoice.PackedRow) invoice.Amount { return r.CBM })(c, r, i)
	cell.Name = "v" + itoa(r)
	one := row.CBMEach.String()
	if len(row.Size) == 3 {
		one = row.Size[0].String() + "*" + row.Size[1].String() + "*" + row.Size[2].String() + "/1000000"
	}
	cell.Formula = c.timesPackages(r, one, row.CBMEach, row.CBM)
	return cell
}

// timesPackages is a formula for what all packages of a row have, where it gives
// the figure printed; else that stands as a value.
func (c *composer) timesPackages(r int, one string, each, all invoice.Amount) string {
	row := c.row(r)
	if !each.Given() || !all.Given() || !each.Decimal().Mul(decimal.NewFromInt(row.Count)).Round(all.Decimals()).Equal(all.Decimal()) {
		return ""
	}
	return "ROUND(" + ref("n", r) + "*" + one + "," + itoa(int(all.Decimals())) + ")"
}

func amountFigure(a invoice.Amount) *Figure {
	if !a.Given() {
		return nil
	}
	return &Figure{Value: a.Decimal(), Decimals: a.Decimals()}
}

func (c *composer) packageCount(n int64, zh, en string) *Figure {
	unit := c.text(invoice.Text{Zh: zh, En: en})
	return &Figure{Value: decimal.NewFromInt(n), After: " " + unit.Joined(" ")}
}

func sizeText(size []invoice.Amount) string {
	var s []string
	for _, a := range size {
		s = append(s, a.String())
	}
	return strings.Join(s, "×")
}

// packedDescription is what a package holds, with the origin beside it, since
// a packing list has no column for it.
func (c *composer) packedDescription(line int) Cell {
	cell := c.description(line)
	if o := c.o.Lines[line].Origin; o != "" {
		cell.Lines = append(cell.Lines, c.labelled("origin", c.country(o)))
	}
	return cell
}

// packages is the table of a packing list.
func (c *composer) packages() []Block {
	var cols []packingColumn
	t := &Table{}
	for _, name := range c.t.Columns.of(c.d.Kind) {
		for _, col := range packingColumns {
			if col.name == name && c.anyRow(col.shown) {
				cols = append(cols, col)
				t.Columns = append(t.Columns, Column{name, c.packingHead(name), col.align})
				if name == "marks" {
					m := words(c.marksText())
					t.Marks = &m
				}
			}
		}
	}
	for r := range c.d.Packed.Rows {
		c.packageRows(t, cols, r)
	}
	if c.d.Packed.Pallets.Count > 0 {
		t.Rows = append(t.Rows, c.palletRow(cols))
	}
	if c.has("totals") {
		t.Rows = append(t.Rows, c.packingTotal(cols))
	}
	return []Block{{Table: t}}
}

// packingHead is a column's head, with the unit of its figures.
func (c *composer) packingHead(name string) invoice.Text {
	switch name {
	case "net_each", "net", "gross_each", "gross":
		return measured(c.label(name), "kg")
	case "size":
		return measured(c.label(name), "cm")
	case "volume":
		return measured(c.label(name), "m³")
	}
	return c.label(name)
}

func (c *composer) anyRow(shown func(*invoice.PackedRow) bool) bool {
	if shown == nil {
		return true
	}
	for r := range c.d.Packed.Rows {
		if shown(c.row(r)) {
			return true
		}
	}
	return false
}

// packageRows adds a package: under its group's heading if a new one begins,
// then a row for each line in it.
func (c *composer) packageRows(t *Table, cols []packingColumn, r int) {
	row := c.row(r)
	if g := c.groupOf(r); !g.Empty() && (r == 0 || c.groupOf(r-1) != g) {
		t.Rows = append(t.Rows, Row{Group, []Cell{{Lines: []invoice.Text{c.text(g)}, Span: len(cols), Bold: true}}})
	}
	for i := range row.Contents {
		kind := Item
		if i > 0 {
			kind = More
		}
		cells := make([]Cell, 0, len(cols))
		for _, col := range cols {
			if col.whole && i > 0 {
				cells = append(cells, Cell{})
				continue
			}
			cells = append(cells, col.cell(c, r, i))
		}
		t.Rows = append(t.Rows, Row{kind, cells})
	}
}

// groupOf is the heading that a package stands under: those of all its lines.
func (c *composer) groupOf(r int) invoice.Text {
	var all invoice.Text
	var seen []invoice.Text
	for _, content := range c.row(r).Contents {
		if g := c.o.Lines[content.Line].Group; !g.Empty() && !slices.Contains(seen, g) {
			seen = append(seen, g)
			all = join(all, g, "、", ", ")
		}
	}
	return all
}

// palletRow is the pallets' tare: it counts in the gross weight alone.
func (c *composer) palletRow(cols []packingColumn) Row {
	p := c.d.Packed.Pallets
	label := c.label("pallet_tare")
	size := c.o.Pallets.Size
	note := itoa(int(p.Count))
	if g := c.o.Pallets.Gross; g.Given() {
		note += " × " + g.String() + " kg"
	}
	if len(size) > 0 {
		note += ", " + sizeText(size) + " cm"
	}
	return c.acrossRow(Sum, cols, both(label, ": ", note), func(col packingColumn) Cell {
		if col.name == "gross" && p.Gross.Given() {
			return Cell{Figure: amountFigure(p.Gross), Name: "gp"}
		}
		return Cell{}
	})
}

func (c *composer) packingTotal(cols []packingColumn) Row {
	last := len(c.d.Packed.Rows) - 1
	weighed := c.o.PackingTotal
	return c.acrossRow(Total, cols, c.label("total"), func(col packingColumn) Cell {
		if col.total == nil {
			return Cell{Bold: true}
		}
		f := col.total(c)
		if f == nil {
			return Cell{}
		}
		cell := Cell{Figure: f, Bold: true}
		sum := func(letter string, stated invoice.Amount) string {
			if stated.Given() {
				return ""
			}
			return "SUM(" + ref(letter, 0) + ":" + ref(letter, last) + ")"
		}
		switch col.name {
		case "packages":
			cell.Formula = sum("n", weighed.Packages)
		case "net":
			cell.Formula = c.exactSum(sum("w", weighed.Net), func(r *invoice.PackedRow) invoice.Amount { return r.Net }, decimal.Zero, f)
		case "gross":
			tare := decimal.Zero
			formula := sum("g", weighed.Gross)
			if p := c.d.Packed.Pallets; p.Gross.Given() {
				tare = p.Gross.Decimal()
				if formula != "" {
					formula += "+{gp}"
				}
			}
			cell.Formula = c.exactSum(formula, func(r *invoice.PackedRow) invoice.Amount { return r.Gross }, tare, f)
		case "volume":
			cell.Formula = c.exactSum(sum("v", weighed.CBM), func(r *invoice.PackedRow) invoice.Amount { return r.CBM }, decimal.Zero, f)
		}
		return cell
	})
}

// exactSum is formula where the printed figures sum to the printed total. The
// total is a rounding of the exact sum, so that it can differ from the sum of
// rounded rows; then it stands as a value.
func (c *composer) exactSum(formula string, of func(*invoice.PackedRow) invoice.Amount, sum decimal.Decimal, f *Figure) string {
	for r := range c.d.Packed.Rows {
		sum = sum.Add(of(c.row(r)).Decimal())
	}
	if !sum.Equal(f.Value) {
		return ""
	}
	return formula
}

// acrossRow is a row whose label covers the columns before the first one that
// has a figure.
func (c *composer) acrossRow(kind RowKind, cols []packingColumn, label invoice.Text, cell func(packingColumn) Cell) Row {
	span := 0
	for span < len(cols) && (cols[span].total == nil || cols[span].name == "packages" && kind == Sum) {
		span++
	}
	span = max(span, 1)
	right := Right
	row := Row{Kind: kind, Cells: []Cell{{Lines: []invoice.Text{label}, Span: span, Align: &right, Bold: kind == Total}}}
	for _, col := range cols[min(span, len(cols)):] {
		row.Cells = append(row.Cells, cell(col))
	}
	return row
}

// packing is a commercial invoice's packing in totals.
func (c *composer) packing() []Block {
	if c.d.Kind != invoice.Commercial || c.d.Packed == nil {
		return nil
	}
	t := c.d.Packed.Totals
	e := &entries{c: c}
	if t.Count > 0 {
		e.list = append(e.list, Entry{c.label("packages"), Cell{Figure: c.packageCount(t.Count, t.Package.Zh, t.Package.Count(t.Count))}})
	}
	for _, x := range [...]struct {
		label string
		a     invoice.Amount
		unit  string
	}{{"total_net", t.Net, " kg"}, {"total_gross", t.Gross, " kg"}, {"total_volume", t.CBM, " m³"}} {
		if f := amountFigure(x.a); f != nil {
			f.After = x.unit
			e.list = append(e.list, Entry{c.label(x.label), Cell{Figure: f}})
		}
	}
	return e.table("", 4)
}
