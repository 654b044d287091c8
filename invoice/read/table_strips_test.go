package read

import (
	"context"
	"slices"
	"strings"
	"testing"

	"yipiao/invoice/read/grid"
)

// placed is a row of a page's cells, each with its edges in points.
type placed []struct {
	left, right int
	text        string
}

func pageWith(rows ...placed) *grid.Grid {
	g := &grid.Grid{Name: "p1", Loose: true}
	for i, r := range rows {
		row := grid.Row{Top: i * 12000, Bottom: i*12000 + 9000}
		for _, c := range r {
			row.Cells = append(row.Cells, grid.Cell{Text: c.text, Left: c.left * 1000, Right: c.right * 1000, Down: 1})
		}
		g.Rows = append(g.Rows, row)
	}
	return g
}

// TestStrips reads tables without lines, whose heads stand elsewhere than what
// they head.
func TestStrips(t *testing.T) {
	tests := []struct {
		name string
		rows []placed
		want string // the first row under the heads, by column
	}{
		{"heads to the left over figures to the right", []placed{
			{{54, 68, "序号"}, {81, 108, "产品名称"}, {186, 214, "规格型号"}, {283, 297, "单位"}, {319, 333, "数量"}, {363, 402, "含税单价(元)"}, {416, 441, "金额(元)"}, {477, 491, "备注"}},
			{{75, 79, "1"}, {81, 115, "铝合金梯子"}, {186, 239, "JT-L3 三步"}, {283, 290, "把"}, {348, 362, "500"}, {399, 415, "86.5"}, {441, 476, "43,250.00"}},
			{{75, 79, "2"}, {81, 108, "折叠平台"}, {186, 242, "JT-P2"}, {283, 290, "张"}, {348, 362, "200"}, {395, 415, "118.8"}, {441, 476, "23,760.00"}},
		}, "1 | 铝合金梯子 | JT-L3 三步 | 把 | 500 | 86.5 | 43,250.00 | "},
		{"a head over two columns", []placed{
			{{54, 98, "Marks & Nos."}, {131, 200, "Description"}, {268, 297, "Quantity"}, {417, 449, "Unit Price"}, {473, 499, "Amount"}},
			{{54, 97, "N/M"}, {131, 200, "PT-3000 LEASH"}, {292, 323, "1200 PCS"}, {373, 401, "28 CTNS"}, {456, 471, "6.62"}, {505, 535, "7,944.00"}},
			{{131, 203, "PT-3007 COLLAR"}, {296, 323, "600 PCS"}, {373, 401, "16 CTNS"}, {456, 471, "1.76"}, {505, 535, "1,056.00"}},
		}, "N/M | PT-3000 LEASH | 1200 PCS, 28 CTNS | 6.62 | 7,944.00"},
		{"a head over two columns, without prices", []placed{
			{{54, 98, "Marks & Nos."}, {129, 196, "Description"}, {261, 289, "Quantity"}, {405, 439, "N.W.(KGS)"}, {459, 493, "G.W.(KGS)"}, {521, 536, "CBM"}},
			{{54, 95, "N/M"}, {129, 219, "PT-3000 DOG LEASH"}, {284, 315, "1200 PCS"}, {363, 390, "28 CTNS"}, {446, 458, "224"}, {501, 520, "257.6"}, {522, 536, "1.74"}},
			{{54, 115, "MADE IN CHINA"}, {129, 198, "PT-3007 COLLAR"}, {289, 315, "600 PCS"}, {363, 390, "16 CTNS"}, {446, 458, "128"}, {501, 520, "147.2"}, {532, 536, "1"}},
		}, "N/M | PT-3000 DOG LEASH | 1200 PCS, 28 CTNS | 224 | 257.6 | 1.74"},
		{"centred heads over wide columns", []placed{
			{{60, 74, "序号"}, {144, 158, "品名"}, {241, 255, "货号"}, {294, 308, "单位"}, {347, 361, "数量"}, {390, 423, "单价(美元)"}, {443, 476, "金额(美元)"}, {505, 519, "备注"}},
			{{75, 80, "1"}, {81, 102, "竹砧板"}, {222, 249, "HR-101"}, {275, 290, "PCS"}, {366, 380, "120"}, {421, 433, "5.6"}, {461, 485, "672.00"}},
			{{75, 80, "2"}, {81, 109, "不锈钢碗"}, {222, 249, "HR-108"}, {275, 297, "PAIRS"}, {362, 380, "2400"}, {417, 433, "0.85"}, {455, 485, "2,040.00"}},
		}, "1 | 竹砧板 | HR-101 | PCS | 120 | 5.6 | 672.00 | "},
		{"heads to the right over texts to the left", []placed{
			{{90, 130, "Goods"}, {180, 220, "Quantity"}, {260, 300, "Price"}, {350, 390, "Amount"}},
			{{20, 80, "Steel cup"}, {200, 220, "100"}, {285, 300, "2.00"}, {360, 390, "200.00"}},
			{{20, 70, "Lid"}, {205, 220, "50"}, {285, 300, "1.00"}, {365, 390, "50.00"}},
		}, "Steel cup | 100 | 2.00 | 200.00"},
		{"a head between its parts", []placed{
			{{250, 300, "N.W. (KGS)"}, {350, 400, "G.W. (KGS)"}},
			{{20, 60, "Item No."}, {120, 145, "CTNS"}, {170, 205, "TTL PCS"}, {225, 233, "@"}, {310, 325, "TTL"}, {335, 343, "@"}, {410, 425, "TTL"}},
			{{20, 60, "BL-K501"}, {135, 145, "50"}, {190, 205, "3600"}, {220, 240, "14.2"}, {308, 325, "710"}, {330, 346, "15.4"}, {408, 425, "770"}},
			{{20, 60, "BL-K520"}, {135, 145, "20"}, {190, 205, "4800"}, {222, 240, "11"}, {308, 325, "220"}, {332, 346, "12"}, {408, 425, "240"}},
		}, "BL-K501 | 50 | 3600 | 14.2 | 710 | 15.4 | 770"},
		{"codes under no head", []placed{
			{{100, 150, "Description"}, {250, 290, "Quantity"}, {320, 350, "Price"}, {390, 430, "Amount"}},
			{{20, 50, "DH-H03"}, {100, 160, "Power cord"}, {270, 290, "100"}, {335, 350, "2.00"}, {400, 430, "200.00"}},
			{{20, 50, "DH-H05"}, {100, 190, "Power cord, Schuko"}, {275, 290, "50"}, {335, 350, "1.00"}, {405, 430, "50.00"}},
		}, "DH-H03 | Power cord | 100 | 2.00 | 200.00"},
		{"a text that runs over columns is no strip", []placed{
			{{20, 50, "Goods"}, {120, 160, "Quantity"}, {200, 225, "Price"}, {280, 320, "Amount"}},
			{{20, 80, "Steel cup"}, {160, 180, "100"}, {250, 265, "2.00"}, {340, 370, "200.00"}},
			{{20, 300, "packed so that nothing of it can break"}, {340, 350, "%"}, {380, 390, "*"}},
			{{20, 70, "Lid"}, {165, 180, "50"}, {250, 265, "1.00"}, {345, 370, "50.00"}},
		}, "Steel cup | 100 | 2.00 | 200.00"},
	}
	for _, x := range tests {
		t.Run(x.name, func(t *testing.T) {
			tables := findTables(pageWith(x.rows...))
			if len(tables) != 1 {
				t.Fatalf("%d tables", len(tables))
			}
			var columns []string
			for _, cells := range tables[0].rows[0].cells {
				var texts []string
				for _, c := range cells {
					texts = append(texts, c.Text)
				}
				columns = append(columns, strings.Join(texts, ", "))
			}
			if got := strings.Join(columns, " | "); got != x.want {
				t.Errorf("got  %s\nwant %s", got, x.want)
			}
		})
	}
}

// TestHeadParts: the head between its parts is that of both.
func TestHeadParts(t *testing.T) {
	tables := findTables(pageWith(
		placed{{250, 300, "N.W. (KGS)"}, {350, 400, "G.W. (KGS)"}},
		placed{{20, 60, "Item No."}, {120, 145, "CTNS"}, {225, 233, "@"}, {310, 325, "TTL"}, {335, 343, "@"}, {410, 425, "TTL"}},
		placed{{20, 60, "BL-K501"}, {135, 145, "50"}, {220, 240, "14.2"}, {308, 325, "710"}, {330, 346, "15.4"}, {408, 425, "770"}}))
	want := []columnHead{{role: roleSKU}, {role: roleCartons}, {role: roleNet, extent: ofEach}, {role: roleNet, extent: ofAll}, {role: roleGross, extent: ofEach}, {role: roleGross, extent: ofAll}}
	if len(tables) != 1 || len(tables[0].columns) != len(want) {
		t.Fatal(tables)
	}
	for i, c := range tables[0].columns {
		if c.role != want[i].role || c.extent != want[i].extent {
			t.Errorf("%q: role %d, extent %d", c.text, c.role, c.extent)
		}
	}
}

// TestNothingLost warns where a figure of a line goes into no field.
func TestNothingLost(t *testing.T) {
	heads := placed{{20, 50, "Description"}, {120, 160, "Quantity"}, {200, 225, "Price"}, {280, 320, "Amount"}, {400, 430, "Grade"}}
	for _, x := range []struct {
		name, want string
		row        placed
	}{
		{"no quantity", "lines[0].quantity", placed{{20, 80, "Steel cup"}, {210, 225, "2.00"}, {290, 320, "200.00"}}},
		{"two figures under one head", "lines[0].quantity", placed{{20, 80, "Steel cup"}, {140, 160, "100"}, {195, 205, "9.00"}, {210, 225, "2.00"}, {290, 320, "200.00"}}},
		{"a figure under a head that is not known", "", placed{{20, 80, "Steel cup"}, {140, 160, "100"}, {210, 225, "2.00"}, {290, 320, "200.00"}, {410, 430, "17.5"}}},
	} {
		t.Run(x.name, func(t *testing.T) {
			g := pageWith(placed{{20, 200, "COMMERCIAL INVOICE"}}, heads, x.row)
			var told []string
			for _, r := range understand(context.Background(), []*grid.Grid{g}) {
				for _, w := range r.Warnings {
					if w.Code == Unread {
						told = append(told, w.Field)
					}
				}
			}
			if !slices.Contains(told, x.want) {
				t.Errorf("unread: %q, want %q", told, x.want)
			}
		})
	}
}
