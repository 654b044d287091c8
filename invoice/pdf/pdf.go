// Package pdf draws a form as a PDF: PDF/A-3a, which archives keep, and
// PDF/UA-1, which screen readers read aloud. Every text can be extracted again,
// and the order that the document shows is attached.
package pdf

import (
	"fmt"
	"io"

	"yipiao/invoice"
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
	if err := drawable(f, fonts); err != nil {
		return err
	}
	p := newPainter(f, fonts, opt.Pictures)
	if err := p.form(); err != nil {
		return err
	}
	return p.w.Close(w)
}

// drawable checks that every text of f can be drawn.
func drawable(f *templates.Form, fonts text.Set) error {
	var err error
	f.EachText(func(s string) {
		if missing := fonts.Missing(s); err == nil && len(missing) > 0 {
			err = &MissingError{s, missing}
		}
	})
	return err
}

// info is what the file says about itself.
func info(f *templates.Form) Info {
	lang := "zh-CN"
	if !f.Lang.Zh() {
		lang = "en"
	}
	return Info{Title: oneLine(f.Title) + " " + f.Number, Author: f.Author, Lang: lang, Created: f.Date.Time()}
}

// oneLine is t with both languages side by side.
func oneLine(t invoice.Text) string {
	switch {
	case t.Zh == "" || t.Zh == t.En:
		return t.En
	case t.En == "":
		return t.Zh
	}
	return t.Zh + " " + t.En
}
