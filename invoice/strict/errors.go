package strict

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Pos is a place in a file. Lines and columns count from 1, columns in
// characters; a byte order mark is no character. The zero value is unknown.
type Pos struct{ Line, Column int }

// before reports whether p stands before q.
func (p Pos) before(q Pos) bool {
	return p.Line < q.Line || p.Line == q.Line && p.Column < q.Column
}

// Codes of the errors that this package finds itself.
const (
	CodeBounds       = "bounds"        // too large, too many, too deep
	CodeComment      = "comment"       // note: a comment that may be meant as text
	CodeControl      = "control"       // a control character
	CodeDuplicateKey = "duplicate-key" // one field twice
	CodeEmpty        = "empty"         // nothing in the file
	CodeEncoding     = "encoding"      // not UTF-8
	CodeMerge        = "merge"         // a YAML merge key, <<
	CodeMissing      = "missing"       // a field that has to stand there
	CodeSyntax       = "syntax"        // not YAML
	CodeType         = "type"          // a list where a text is wanted and the like
	CodeUnknownField = "unknown-field" // a field that the format doesn't have
	CodeZeroWidth    = "zero-width"    // note: invisible characters were dropped
)

// Error is one thing that is wrong in a file.
type Error struct {
	File    string
	Index   int // of the document within the file, from 1; 0 for the file as a whole
	Pos     Pos
	Path    string // as lines[0].price; empty for the document as a whole
	Code    string // a short name of the kind of error, for programs
	Message string
}

// Error is FILE:LINE:COLUMN: path: message, without what is unknown.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(e.File)
	if e.Pos.Line > 0 {
		fmt.Fprintf(&b, ":%d", e.Pos.Line)
		if e.Pos.Column > 0 {
			fmt.Fprintf(&b, ":%d", e.Pos.Column)
		}
	}
	if b.Len() > 0 {
		b.WriteString(": ")
	}
	if e.Path != "" {
		b.WriteString(e.Path + ": ")
	}
	b.WriteString(e.Message)
	return b.String()
}

// Errors are all errors of a file, by position.
type Errors []*Error

// Error has one error a line.
func (es Errors) Error() string {
	lines := make([]string, len(es))
	for i, e := range es {
		lines[i] = e.Error()
	}
	return strings.Join(lines, "\n")
}

// Unwrap lets errors.As find a single *Error.
func (es Errors) Unwrap() []error {
	list := make([]error, len(es))
	for i, e := range es {
		list[i] = e
	}
	return list
}

// sorted is es by position, in the order of finding where that is equal.
func (es Errors) sorted() Errors {
	es = slices.Clone(es)
	slices.SortStableFunc(es, func(a, b *Error) int {
		return cmp.Or(cmp.Compare(a.Pos.Line, b.Pos.Line), cmp.Compare(a.Pos.Column, b.Pos.Column))
	})
	return es
}
