// Package pdf draws a form as a PDF: PDF/A-3a, which archives keep, and
// PDF/UA-1, which screen readers read aloud. Every text can be extracted again,
// and the order that the document shows is attached.
package pdf

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"yipiao/invoice/text"
	"yipiao/templates"
)

// Options are what a form doesn't say.
type Options struct {
	Fonts    text.Set  // the standard set if its faces are nil
	Pictures *Pictures // keeps pictures between documents; may be nil
}

// MissingError names characters that no font can draw.
type MissingError struct {
	Text       string
	Characters []rune
}

func (e *MissingError) Error() string {
	s := ""
	for i, r := range e.Characters {
		if i > 0 {
			s += ", "
		}
		s += fmt.Sprintf("%U %c", r, r)
	}
	return fmt.Sprintf("no font has %s (in %.60q): --font FILE adds a TrueType font that has it", s, e.Text)
}

// PictureError is a picture that can't be printed, by its name in the order.
type PictureError struct {
	Path string
	Err  error
}

func (e *PictureError) Error() string { return e.Path + ": " + e.Err.Error() }

func (e *PictureError) Unwrap() error { return e.Err }

// Write draws f. The same form and fonts give the same bytes. Nothing is
// written where a character has no font (*MissingError) or a picture can't be
// printed (*PictureError).
func Write(w io.Writer, f *templates.Form, opt Options) error {
	fonts := opt.Fonts
	if fonts.Regular == nil || fonts.Bold == nil {
		fonts = text.Standard()
	}
	p := newPainter(f, fonts, opt.Pictures)
	if err := p.form(); err != nil {
		return err
	}
	if lacks := p.w.Missing(); len(lacks) > 0 {
		return missing(f, lacks)
	}
	return p.w.Close(w)
}

// missing is the error for characters that no font has, with the first text of
// f that holds one.
func missing(f *templates.Form, lacks []rune) error {
	e := &MissingError{Characters: lacks}
	f.EachText(func(s string) {
		if e.Text == "" && strings.ContainsFunc(s, func(r rune) bool { return slices.Contains(lacks, r) }) {
			e.Text = s
		}
	})
	return e
}

// info is what the file says about itself.
func info(f *templates.Form) Info {
	lang := "zh-CN"
	if !f.Lang.Zh() {
		lang = "en"
	}
	return Info{Title: f.Title.Joined(" ") + " " + f.Number, Author: f.Author, Lang: lang, Created: f.Date.Time()}
}
