package invoice

import (
	"errors"
	"fmt"
	"strings"

	"yipiao/invoice/strict"
	"yipiao/invoice/terms"
)

// Decode reads the orders of a file: one, or several parted by "---". Name is
// the file's name for messages. Orders that hold no fault are returned even
// where others do; the error is then strict.Errors with every fault of the
// file.
func Decode(name string, data []byte) ([]*Order, error) {
	sources, unread := strict.Read(name, data, strict.DefaultLimits)
	var orders []*Order
	var faults strict.Errors
	for _, s := range sources {
		o, err := decode(s)
		var errs strict.Errors
		if errors.As(err, &errs) {
			faults = append(faults, fewer(errs, len(faults))...)
			continue
		}
		orders = append(orders, o)
	}
	var rest strict.Errors
	if errors.As(unread, &rest) {
		faults = append(faults, rest...)
	}
	if len(faults) > 0 {
		return orders, faults
	}
	return orders, nil
}

// fewer are the faults of an order, or the first of them alone where so many
// others of the file stand before them that nobody reads on.
func fewer(errs strict.Errors, before int) strict.Errors {
	if before < strict.DefaultLimits.Errors || len(errs) == 1 {
		return errs
	}
	first := errs[0]
	return strict.Errors{first, {File: first.File, Index: first.Index, Pos: first.Pos, Code: strict.CodeBounds,
		Message: fmt.Sprintf("and at least %d more errors in this order", len(errs)-1)}}
}

// mostLines is how many lines an order can have.
const mostLines = 100_000

func decode(s *strict.Source) (*Order, error) {
	o := &Order{source: s}
	if n := s.Len("lines"); n > mostLines {
		s.Fail("lines", strict.CodeBounds, "%d lines; the most is %d", n, mostLines)
		return nil, s.Err()
	}
	s.Decode(o)
	o.check()
	if s.Err() != nil {
		o.checkAmounts(s)
		return nil, s.Err()
	}
	return o, nil
}

// checkAmounts finds what is wrong with the amounts of lines that have no other
// fault, so that an order of which no document will be made has all its faults
// told at once.
func (o *Order) checkAmounts(s *strict.Source) {
	cur, ok := terms.Currencies.Find(o.Currency)
	if !ok || s.Failed("currency") {
		return
	}
	for i := range o.Lines {
		if !s.Failed(at("lines[%d]", i)) {
			o.Lines[i].figures(i, int32(cur.Minor), s.Fail, silent)
		}
	}
}

// Source is the YAML that o was decoded from, nil for an order made otherwise.
func (o *Order) Source() *strict.Source { return o.source }

// Marshal is o as a YAML file in this format. Decoding it gives o again,
// without its source.
func (o *Order) Marshal() ([]byte, error) { return strict.Marshal(o) }

// faultList collects faults, with their places where o has a source.
type faultList struct {
	o    *Order
	errs strict.Errors
}

func (o *Order) faults() *faultList { return &faultList{o: o} }

func (f *faultList) report(path, code, format string, args ...any) {
	e := &strict.Error{Path: path, Code: code, Message: fmt.Sprintf(format, args...)}
	if s := f.o.source; s != nil {
		e.File, e.Index, e.Pos = s.File, s.Index, s.At(path)
	}
	f.errs = append(f.errs, e)
}

func (f *faultList) err() error {
	if len(f.errs) == 0 {
		return nil
	}
	return f.errs
}

// NotAllowedError says why an order does not allow a kind of document.
type NotAllowedError struct {
	Kind    Kind
	Path    string // the field that lacks something, or forbids the kind
	Missing string // what the order lacks, or that it forbids the kind
}

func (e *NotAllowedError) Error() string { return fmt.Sprintf("no %s: %s", e.Kind, e.Missing) }

// Allows is nil where o gives what documents of kind k need, else a
// *NotAllowedError.
func (o *Order) Allows(k Kind) error {
	if o.Docs.of(k).Forbidden {
		return &NotAllowedError{k, "documents." + string(k), fmt.Sprintf("documents.%s is false", k)}
	}
	if k.Priced() {
		if lacking := o.unpriced(); lacking != nil {
			return &NotAllowedError{k, at("lines[%d]", lacking[0]), "price, amount or free: true is missing in " + lineList(lacking)}
		}
		return nil
	}
	p := pack(o, silent, silent)
	switch {
	case p == nil || len(p.Rows) == 0:
		return &NotAllowedError{k, "lines", "no line has packing, and there are no packages"}
	case p.Missing != nil:
		return &NotAllowedError{k, at("lines[%d]", p.Missing[0]), "no package holds " + lineList(p.Missing)}
	}
	return nil
}

// unpriced are the lines without price, amount and free: true.
func (o *Order) unpriced() (lines []int) {
	for i := range o.Lines {
		if l := &o.Lines[i]; !l.Free && !l.Amount.Given() && !l.Price.Amount.Given() {
			lines = append(lines, i)
		}
	}
	return lines
}

// lineList names a few lines: lines[0], lines[3] and 12 more.
func lineList(lines []int) string {
	var names []string
	for i, n := range lines {
		if i == 5 && len(lines) > 6 {
			return strings.Join(names, ", ") + fmt.Sprintf(" and %d more", len(lines)-i)
		}
		names = append(names, at("lines[%d]", n))
	}
	return strings.Join(names, ", ")
}
