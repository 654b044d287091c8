package read

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"yipiao/invoice"
	"yipiao/invoice/read/grid"
	"yipiao/invoice/strict"
)

var updateGrids = flag.Bool("update-grids", false, "write what is read of testdata/grids")

// TestGrids reads small sheets that are drawn as text, and compares the whole
// reading with the golden file beside each.
func TestGrids(t *testing.T) {
	files, err := filepath.Glob("testdata/grids/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no files", err)
	}
	for _, f := range files {
		t.Run(strings.TrimSuffix(filepath.Base(f), ".txt"), func(t *testing.T) {
			text, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			got := golden(t, understand(context.Background(), drawnGrids(string(text))))
			name := strings.TrimSuffix(f, ".txt") + ".golden"
			if *updateGrids {
				if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(string(want), got); d != "" {
				t.Errorf("(-want +got)\n%s", d)
			}
		})
	}
}

// golden writes readings for people to compare: the order, its warnings, and
// what was refused. The places are checked elsewhere.
func golden(t *testing.T, readings []Reading) string {
	var b strings.Builder
	for i, r := range readings {
		if i > 0 {
			b.WriteString("---\n")
		}
		if r.Refused != "" {
			fmt.Fprintf(&b, "refused: %s\n", r.Refused)
			continue
		}
		order, err := strict.Marshal(r.Order)
		if err != nil {
			t.Fatal(err)
		}
		b.Write(order)
		for _, w := range r.Warnings {
			fmt.Fprintf(&b, "# %s %s %s: %s\n", w.Code, w.Field, w.Where, w.Message)
		}
		checkReading(t, r)
	}
	return b.String()
}

// checkReading checks what must be true of every order that is read: it can be
// written and read again, but for what the original lacks, every place is one
// of something that is there, and what is printed is the stated total or there
// is a warning.
func checkReading(t *testing.T, r Reading) {
	t.Helper()
	data, err := r.Order.Marshal()
	if err != nil {
		t.Fatalf("not written: %v", err)
	}
	orders, err := invoice.Decode("order.yaml", data)
	lacking := false
	for _, w := range r.Warnings {
		lacking = lacking || w.Code == Missing || w.Code == NoValue || w.Code == CurrencyGone || w.Code == Unread
	}
	if err != nil && !lacking {
		t.Errorf("not read again: %v\n%s", err, data)
	}
	for path, where := range r.Where {
		if path == "" || where == "" {
			t.Errorf("a place without a path or a path without a place: %q %q", path, where)
		}
	}
	if err != nil {
		return
	}
	for _, k := range invoice.Kinds {
		d, err := invoice.New(orders[0], k, invoice.Both)
		if err != nil || d.Figures == nil {
			continue
		}
		if s := r.Order.Stated.Total; s.Given() && !s.Decimal().Equal(d.Figures.Total.Decimal()) && !warned(r, Total) {
			t.Errorf("%s: the total %s is stated, %s is printed, and no warning says so", k, s, d.Figures.Total)
		}
	}
}

func warned(r Reading, code string) bool {
	for _, w := range r.Warnings {
		if w.Code == code {
			return true
		}
	}
	return false
}

// drawnGrids reads sheets drawn as text: "== name" begins one, a line is a row
// whose cells stand between strokes. A cell is a number where it is one; "<"
// goes on with the cell at its left, "^" with the one above it, "?" is a
// formula without a value, "1.5~1.4983" shows the first and stores the second.
func drawnGrids(text string) []*grid.Grid {
	var grids []*grid.Grid
	var g *grid.Grid
	for line := range strings.SplitSeq(strings.TrimRight(text, "\n"), "\n") {
		if name, ok := strings.CutPrefix(line, "== "); ok {
			g = &grid.Grid{Name: name}
			grids = append(grids, g)
			continue
		}
		if g == nil {
			g = &grid.Grid{Name: "Sheet1"}
			grids = append(grids, g)
		}
		g.Rows = append(g.Rows, drawnRow(g, line))
	}
	return grids
}

func drawnRow(g *grid.Grid, line string) grid.Row {
	n := len(g.Rows) + 1
	row := grid.Row{Top: n * 1000, Bottom: (n + 1) * 1000}
	for i, s := range strings.Split(line, "|") {
		s = strings.ReplaceAll(strings.TrimSpace(s), `\n`, "\n")
		left := (i + 1) * 1000
		switch {
		case s == "":
			continue
		case s == "<" && len(row.Cells) == 0:
			continue
		case s == "<":
			row.Cells[len(row.Cells)-1].Right = left + 1000
			continue
		case s == "^":
			extend(g, left)
			continue
		}
		c := grid.Cell{Text: s, Left: left, Right: left + 1000, Down: 1, Where: fmt.Sprintf("%s!%c%d", g.Name, 'A'+i, n)}
		shown, stored, rounded := strings.Cut(s, "~")
		if f, ok := storedNumber(stored); rounded && ok {
			c.Kind, c.Text, c.Number = grid.Number, shown, f.String()
		} else if a, ok := invoice.ParseAmount(s); ok {
			c.Kind, c.Number = grid.Number, a.String()
		}
		if s == "?" {
			c.Unknown = true
		}
		if b, ok := strings.CutPrefix(s, "**"); ok {
			c.Text, c.Bold = b, true
		}
		row.Cells = append(row.Cells, c)
	}
	return row
}

// extend lets the lowest cell of a column reach one row further down.
func extend(g *grid.Grid, left int) {
	for r := len(g.Rows) - 1; r >= 0; r-- {
		for i := range g.Rows[r].Cells {
			if c := &g.Rows[r].Cells[i]; c.Left == left {
				c.Down++
				return
			}
		}
	}
}

// FuzzUnderstand reads any grid of texts and numbers: nothing panics or hangs,
// and every order that comes of it can be written.
func FuzzUnderstand(f *testing.F) {
	files, _ := filepath.Glob("testdata/grids/*.txt")
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text), false)
		f.Add(string(text), true)
	}
	f.Add("COMMERCIAL INVOICE\nDescription|Qty|Price|Amount\nCup|-1|1e9|999999999999999\nTotal|||99", false)
	f.Add("I v\nA|描述||VAlue $A00\n0|1||1000000000000", true) // an amount beyond the bound
	f.Fuzz(func(t *testing.T, text string, loose bool) {
		if len(text) > 20_000 {
			return
		}
		grids := drawnGrids(text)
		for _, g := range grids {
			g.Loose = loose
		}
		for _, r := range understand(context.Background(), grids) {
			if r.Order == nil {
				continue
			}
			data, err := r.Order.Marshal()
			if err != nil {
				t.Fatalf("not written: %v", err)
			}
			_, err = invoice.Decode("", data)
			checkFaults(t, err, data)
			if _, err := json.Marshal(r.Where); err != nil {
				t.Fatal(err)
			}
		}
	})
}

// checkFaults allows an order that is read to lack things, and nothing else.
func checkFaults(t *testing.T, err error, data []byte) {
	var errs strict.Errors
	if list, ok := err.(strict.Errors); ok {
		errs = list
	} else if err != nil {
		t.Fatal(err)
	}
	for _, e := range errs {
		if e.Code != "missing" {
			t.Fatalf("%v\n%s", e, data)
		}
	}
}

// TestTraditionalCharacters reads a paper in traditional characters as one in
// simplified ones, and leaves its own characters in what it says.
func TestTraditionalCharacters(t *testing.T) {
	paper := `== 發票
恆 豐 貿 易（香 港）有 限 公 司
商 業 發 票
客戶名稱：|新加坡南洋百貨私人有限公司|發票編號：|HF-INV-2605
編號|貨品名稱|數量|單價 (HK$)|總額 (HK$)
HF01|絲綢圍巾 90x90cm|300條|68|20400
總計||||20400
港幣：貳萬零肆佰元整
`
	readings := understand(context.Background(), drawnGrids(paper))
	if len(readings) != 1 || readings[0].Order == nil {
		t.Fatalf("%+v", readings)
	}
	o := readings[0].Order
	for _, c := range []struct{ got, want string }{
		{o.Seller.Name.Zh, "恆豐貿易（香港）有限公司"}, {o.Buyer.Name.Zh, "新加坡南洋百貨私人有限公司"}, {o.Number, "HF-INV-2605"},
		{o.Lines[0].Description.Zh, "絲綢圍巾 90x90cm"}, {o.Lines[0].Unit.Zh, "條"}, {o.Stated.Words.Zh, "貳萬零肆佰元整"}, {o.Stated.Total.String(), "20400"},
		{readings[0].Where["number"], "發票!D3"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

// TestBesideTheTable reads what stands under a table without a column or label
// of its own.
func TestBesideTheTable(t *testing.T) {
	paper := func(foot string) string {
		return `== CI
SHENZHEN BRIGHTON LIGHTING CO. LTD
COMMERCIAL INVOICE
Invoice No.: BL-26-031|Date: 2026-03-09
To: MUNDO JUGUETE S.L.
Item|Description|Quantity|含税单价 (USD)|Amount (USD)
A1|LED desk lamp|300 KGS 20 BAGS|6.8|2040.00
TOTAL||||2040.00
` + foot + "\n"
	}
	for _, c := range []struct{ foot, path, want string }{
		{"Total G.W.: 312.4 KGS    Total N.W.: 287.9 KGS", "gross", "312.4"},
		{"Total G.W.: 312.4 KGS    Total N.W.: 287.9 KGS", "net", "287.9"},
		{"INSURANCE COVERED BY SELLER FOR 110% OF INVOICE VALUE", "insured by", "seller"},
		{"Delivery: 10 days\nShipping by express", "mode", "express"},
		{"Delivery: 10 days", "charges", "0"},
		{"Freight: 500.00/-", "charges", "1"},
		{"以上价格含13%增值税专用发票", "tax", "included 13"},
		{"以上价格不含13%增值税", "tax", " "},
		{"税率：13%", "tax", "included 13"},
		{"", "packages", "20"},
	} {
		readings := understand(context.Background(), drawnGrids(paper(c.foot)))
		if len(readings) != 1 || readings[0].Order == nil {
			t.Fatalf("%s: %+v", c.foot, readings)
		}
		o := readings[0].Order
		got := map[string]string{"gross": o.Stated.Gross.String(), "net": o.Stated.Net.String(), "insured by": o.Insurance.By, "mode": o.Shipment.Mode,
			"charges": strconv.Itoa(len(o.Charges)), "tax": o.Tax + " " + o.Lines[0].Tax.Percent.String(), "packages": o.Lines[0].Packing.Packages.String()}[c.path]
		if got != c.want {
			t.Errorf("%s: %s is %q, want %q", c.foot, c.path, got, c.want)
		}
	}
}

// TestPackageHead takes a column of figures under "Package" for the number of
// packages, and one of words for their kind.
func TestPackageHead(t *testing.T) {
	for _, c := range []struct{ head, first, second, want string }{
		{"Package", "50 CTNS", "40 CTNS", "50"},
		{"Package", "CTN", "CTN", ""},
	} {
		readings := understand(context.Background(), drawnGrids(`== PL
NINGBO HAOBO HOUSEWARE CO., LTD
PACKING LIST
Invoice No.: HB-1|Date: 2026-03-09
Description|Quantity|`+c.head+`|G.W. (KGS)
MUG|1200 PCS|`+c.first+`|500
LUNCH BOX|960 PCS|`+c.second+`|480
`))
		if len(readings) != 1 || readings[0].Order == nil {
			t.Fatalf("%+v", readings)
		}
		if got := readings[0].Order.Lines[0].Packing.Packages.String(); got != c.want {
			t.Errorf("%s over %s: %q packages, want %q", c.head, c.first, got, c.want)
		}
	}
}

// TestPartiesSideBySide gives each party that signs its own bank and tax number.
func TestPartiesSideBySide(t *testing.T) {
	readings := understand(context.Background(), drawnGrids(`== 合同
购销合同
合同编号：HT-1|日期：2026-03-09
品名|数量(个)|单价(元)|金额(元)
纸箱|1000|2.5|2500
合计|||2500
供方（章）：东莞市永固包装材料有限公司|需方（章）：苏州瑞联电子科技有限公司
开户行：中国农业银行东莞厚街支行|开户行：中国银行苏州工业园区支行
账号：44282001040012345|账号：468258209901
税号：91441900MA4X2QWE1K|税号：91320594MA1N5TYU8R
`))
	if len(readings) != 1 || readings[0].Order == nil {
		t.Fatalf("%+v", readings)
	}
	o := readings[0].Order
	if n := len(o.Seller.Banks); n != 1 || o.Seller.Banks[0].Account != "44282001040012345" {
		t.Errorf("%d banks: %+v", n, o.Seller.Banks)
	}
	if o.Seller.TaxID != "91441900MA4X2QWE1K" || o.Buyer.TaxID != "91320594MA1N5TYU8R" {
		t.Errorf("tax numbers %q and %q", o.Seller.TaxID, o.Buyer.TaxID)
	}
	if !slices.ContainsFunc(readings[0].Warnings, func(w Warning) bool { return strings.Contains(w.Message, "468258209901") }) {
		t.Errorf("the buyer's account is lost: %v", readings[0].Warnings)
	}
}

// TestSizeHeads takes heads of all three edges for the packages' size.
func TestSizeHeads(t *testing.T) {
	for _, head := range []string{"Meas. (cm)", "L x W x H (cm)", "Carton size L*W*H (cm)", "LxWxH(cm)", "长*宽*高(cm)", "长×宽×高"} {
		readings := understand(context.Background(), drawnGrids(`== PL
NINGBO HAOBO HOUSEWARE CO., LTD
PACKING LIST
Invoice No.: HB-1|Date: 2026-03-09
Description|Quantity|Cartons|`+head+`|G.W. (KGS)
MUG|1200 PCS|50|52*42*38|500
LUNCH BOX|960 PCS|40|50*40*30|480
`))
		if len(readings) != 1 || readings[0].Order == nil {
			t.Fatalf("%+v", readings)
		}
		if size := readings[0].Order.Lines[0].Packing.Size; len(size) != 3 || size[0].String() != "52" {
			t.Errorf("%s: %v", head, size)
		}
	}
}

// TestTitleOverTheHead keeps the title of a table out of the heads of its columns.
func TestTitleOverTheHead(t *testing.T) {
	p := &paper{grid: drawnGrids(`== 合同
一、产品名称、规格、数量、金额：
品名|数量|单价(元)|金额(元)|备注
纸箱|1000|2.5|2500|白色
`)[0]}
	title := &p.grid.Rows[0].Cells[0]
	title.Right = p.grid.Rows[1].Cells[4].Right // merged over all columns
	table := headAt(p.grid, 0)
	if table != nil {
		t.Errorf("the title begins a head: %q", table.columns[4].text)
	}
	if table = headAt(p.grid, 1); table == nil || table.columns[4].text != "备注" {
		t.Errorf("the head is not read alone: %+v", table)
	}
}
