package read

import (
	"slices"

	"yipiao/invoice/read/grid"
)

// paper is one printed document within a file: a sheet, some pages, or a part
// of a sheet where two invoices stand under each other.
type paper struct {
	kind paperKind
	grid *grid.Grid
	// Rows [top, head) stand above the table, [head, body) are its head,
	// [body, foot) its lines and total rows, [foot, end) stand below.
	top, head, body, foot, end int
	among                      *grid.Grid // rows of labels among the table's lines, nil where there are none
	aside                      []span     // columns of the table whose money is none of the order's
}

// beside reports whether a cell stands in a column that is left aside.
func (p *paper) beside(c *grid.Cell) bool {
	return slices.ContainsFunc(p.aside, func(s span) bool { return c.Left >= s.left && c.Left < s.right })
}

// paperKind is what a paper is, by its title and its columns.
type paperKind uint8

const (
	unknownPaper paperKind = iota
	proforma               // 形式发票
	commercial             // 商业发票, 发票
	packingList            // 装箱单
	contract               // 合同, 订单, purchase order: read like a proforma
	quotation              // 报价单
)
