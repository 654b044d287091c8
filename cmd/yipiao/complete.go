package main

import (
	"context"
	"path/filepath"

	"yipiao/invoice"
	"yipiao/invoice/strict"
	"yipiao/translate"
)

// wordsError is a fault of the user's own words, which names their file.
type wordsError struct{ error }

// completer gives orders the language that they lack before their documents
// are made, from the user's words and the offline translator alone.
type completer struct {
	ctx            context.Context
	words          wordsByFolder
	lang           invoice.Languages
	drafts, strict bool
}

// fill completes one order. Nothing is read where nothing is missing.
func (c *completer) fill(o *invoice.Order) error {
	lang := c.lang
	if lang == "" {
		lang = invoice.Languages(o.Printed.Lang)
	}
	if lang == "" {
		lang = invoice.Both
	}
	if len(translate.Gaps(o, lang)) > 0 {
		w, err := c.words.of(folderOf(o))
		if err != nil {
			return wordsError{err}
		}
		p := translate.Pipeline{Memory: w.memory, Frozen: true, Glossary: w.glossary, Translators: []translate.Translator{w.offline}}
		if err := p.Complete(c.ctx, o, lang, c.drafts); err != nil {
			return err
		}
	}
	if c.strict {
		return unreviewed(o, lang)
	}
	return nil
}

func folderOf(o *invoice.Order) string {
	if s := o.Source(); s != nil && s.File != "-" {
		return filepath.Dir(s.File)
	}
	return "."
}

// unreviewed names every text that lacks a wanted language or has only a draft
// of it.
func unreviewed(o *invoice.Order, lang invoice.Languages) error {
	var faults strict.Errors
	report := func(path, code, message string) {
		e := &strict.Error{Path: path, Code: code, Message: message}
		if s := o.Source(); s != nil {
			e.File, e.Pos = s.File, s.At(path)
		}
		faults = append(faults, e)
	}
	for _, g := range translate.Gaps(o, lang) {
		name := languageNames[g.To]
		if g.Fact {
			report(g.Path, "untranslated", "has no "+name+"; a registered name is never derived: write it as {zh: …, en: …}")
		} else {
			report(g.Path, "untranslated", "has no "+name+" that is final; yipiao translate --review lets you approve one")
		}
	}
	for t := range o.Texts() {
		if d := t.Text.Draft; d != "" && (lang == invoice.Both || lang == invoice.Languages(d)) {
			report(t.Path, "draft", "its "+languageNames[translate.Lang(d)]+" is an unreviewed translation")
		}
	}
	if len(faults) == 0 {
		return nil
	}
	return faults
}

var languageNames = map[translate.Lang]string{translate.English: "English", translate.Chinese: "Chinese"}
