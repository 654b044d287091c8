// Package xlsx writes a form as a workbook.
package xlsx

import (
	"errors"
	"io"

	"yipiao/invoice/text"
	"yipiao/templates"
)

// Options are what a form doesn't say.
type Options struct {
	Fonts text.Set // measure texts for row heights; the standard set if its faces are nil
}

// Write writes f.
func Write(w io.Writer, f *templates.Form, opt Options) error {
	return errors.New("the workbook is being written")
}
