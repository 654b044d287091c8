// Package read turns a supplier's document into orders: each value with the
// place where it was found, and a list of what is doubtful. Nothing is
// invented: what an original lacks stays out, and figures that contradict each
// other are reported, never corrected.
package read

import (
	"fmt"

	"yipiao/invoice"
)

// Reading is one order that was read from a file, or the reason why there is
// none.
type Reading struct {
	Order *invoice.Order // nil where Refused says why
	// Where tells where each value was found, by its path in the order
	// ("lines[0].price"): Sheet!H12, p1:x,y,w,h in points from the page's top
	// left, or an element's path.
	Where    map[string]string
	Warnings []Warning
	Refused  string
}

// Warning is something doubtful.
type Warning struct {
	Code    string `json:"code"`
	Field   string `json:"field"` // a path in the order; may be empty
	Where   string `json:"where"` // a place in the file; may be empty
	Message string `json:"message"`
}

// The codes of warnings. They are listed in the README.
const (
	Missing      = "missing"    // the original lacks what an order needs
	Total        = "total"      // a stated total contradicts the lines
	AmountDiffer = "amount"     // a line's amount is not quantity × price
	Rounded      = "rounded"    // a price is shown rounded; its stored digits were kept. Or a share was rounded
	Words        = "words"      // the amount in words says another figure
	Candidates   = "candidates" // two values compete for a field
	CutOff       = "cut-off"    // a text ends at its cell's or field's edge
	NoValue      = "no-value"   // a formula without a stored value, or an error
	External     = "external"   // a value that comes from another workbook
	Unread       = "unread"     // something that was not understood, or has no place in an order
	Shared       = "shared"     // a packing list that two invoices share
	PackingDiff  = "packing"    // packing contradicts its totals or the lines
	DateDoubt    = "date"       // a date that can be read in two ways
	CurrencyGone = "currency"   // no currency is named, or two are
	Guessed      = "review"     // read from a picture: to be looked at
	Tags         = "tags"       // an e-fapiao's tags resolve only in part
	Attached     = "attached"   // a PDF carries an order that its pages contradict
)

// draft is an order in the making.
type draft struct {
	order    invoice.Order
	where    map[string]string
	warnings []Warning
	papers   []*part // that it was read from
}

func newDraft() *draft {
	d := &draft{where: map[string]string{}}
	d.order.Format = "1"
	return d
}

// found notes where the value of a path stands.
func (d *draft) found(path, where string) {
	if d.where[path] == "" {
		d.where[path] = where
	}
}

// warn notes something doubtful.
func (d *draft) warn(code, field, where, format string, args ...any) {
	d.warnings = append(d.warnings, Warning{code, field, where, fmt.Sprintf(format, args...)})
}

// reading is the finished order.
func (d *draft) reading() Reading {
	return Reading{Order: &d.order, Where: d.where, Warnings: d.warnings}
}
