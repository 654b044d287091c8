// Package evidence makes the English translation of a supplier's document that
// customs, Amazon and auditors ask for: a PDF with the original's pages, what
// they say in English facing them, and the original file attached untouched; of
// a workbook also a copy with its texts in English.
package evidence

import (
	"yipiao/invoice"
	"yipiao/invoice/text"
	"yipiao/translate"
)

// Options are how evidence is made.
type Options struct {
	Pipeline *translate.Pipeline
	By       string // who translated: "Name, title"; empty for the machine alone
	Both     bool   // the copy of a workbook keeps the Chinese above the English
	All      bool   // what is hidden or not printed is copied too
	Paper    string // A4 or Letter; the template's where empty
	Fonts    text.Set
	Say      func(string) // told of what takes long; may be nil

	date invoice.Date // of the document, where it is known
}
