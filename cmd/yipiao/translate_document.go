package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"yipiao/invoice/evidence"
	"yipiao/invoice/issue"
	"yipiao/invoice/pdf"
	"yipiao/invoice/read"
	"yipiao/templates"
	"yipiao/translate"
)

// evidenceFlags are the flags of translate for a supplier's document.
type evidenceFlags struct {
	out, paper           string
	both, all, noClobber bool
	fonts                []string
}

func (f *evidenceFlags) define(flags *pflag.FlagSet) {
	flags.StringVarP(&f.out, "out", "o", "out", "of a supplier's document: folder to write to")
	flags.BoolVar(&f.both, "both", false, "of a workbook: keep the Chinese above the English in the copy")
	flags.BoolVar(&f.all, "all", false, "of a workbook: copy what is hidden or not printed too")
	flags.StringVar(&f.paper, "paper", "", "of a supplier's document: paper of the PDF, A4 or Letter (default A4)")
	flags.StringArrayVar(&f.fonts, "font", nil, "of a supplier's document: TrueType font for characters that the built-in ones lack (repeatable)")
	flags.BoolVar(&f.noClobber, "no-clobber", false, "of a supplier's document: refuse to replace files with other contents")
}

func (f *evidenceFlags) check() error {
	if f.paper != "" && !slices.Contains(templates.Papers[:], f.paper) {
		return fmt.Errorf("--paper %s: unknown; A4, Letter", f.paper)
	}
	return nil
}

// documentEndings are those of files that are never orders, whatever is in them.
var documentEndings = []string{".xlsx", ".xlsm", ".xls", ".pdf", ".ofd", ".xml", ".csv", ".png", ".jpg", ".jpeg"}

// document is the bytes of a supplier's document; is tells whether the file is
// one. Whatever else it is, the reading of orders says.
func (t *translating) document(name string) (data []byte, is bool) {
	if !namesNoOrder(name) {
		return nil, false
	}
	if info, err := os.Stat(name); err != nil || !info.Mode().IsRegular() {
		return nil, false
	}
	data, err := received(name, nil)
	return data, err == nil && (read.Readable(name, data) || slices.Contains(documentEndings, strings.ToLower(filepath.Ext(name))))
}

// evidence makes the translation of a supplier's document.
func (t *translating) evidence(name string, data []byte, w *words) error {
	switch {
	case t.flags.print:
		return &statusError{exitInput, errors.New("is a supplier's document: --print is for orders; -o says where its translation goes")}
	case len(data) > read.MaxFile:
		return &statusError{exitInput, fmt.Errorf("more than %d MB", read.MaxFile>>20)}
	}
	review := filepath.Join(t.flags.evidence.out, baseOf(name)+reviewEnding)
	if t.flags.review {
		if _, ok := t.takeReview(review, filepath.Dir(name)); !ok {
			return nil // it was told
		}
	}
	bar := newProgress(t.err)
	p := t.pipeline(w)
	p.Progress = func(done, total int) { bar.show(name, done, total) }
	made, err := evidence.Make(t.ctx, filepath.Base(name), data, evidence.Options{
		Pipeline: p, By: t.flags.by, Both: t.flags.evidence.both, All: t.flags.evidence.all,
		Paper: t.flags.evidence.paper, Fonts: t.fonts, Say: func(words string) { t.say("%s: %s", name, words) },
	})
	bar.end()
	var refused *evidence.RefusedError
	var picture *pdf.PictureError
	var characters *pdf.MissingError
	switch {
	case t.ctx.Err() != nil:
		return machine(errors.New("stopped, nothing was written; what a service translated is in " + w.memoryFile))
	case errors.As(err, &refused), errors.As(err, &picture), errors.As(err, &characters):
		return &statusError{exitInput, err}
	case err != nil:
		return machine(err)
	}
	if err := t.writeEvidence(name, made, w); err != nil || !t.flags.review {
		return err
	}
	return t.putReview(review, translate.ReviewRows(made.Texts))
}

// baseOf is a file's name without folder and ending.
func baseOf(name string) string { return strings.TrimSuffix(filepath.Base(name), filepath.Ext(name)) }

// writeEvidence writes the files of one document, all or none, and tells what
// they are and what is doubtful.
func (t *translating) writeEvidence(name string, made *evidence.Evidence, w *words) error {
	base := baseOf(name)
	out := t.flags.evidence.out
	files := []issue.File{{Path: filepath.Join(out, base+".en.pdf"), Data: made.PDF}}
	if made.Workbook != nil {
		files = append(files, issue.File{Path: filepath.Join(out, base+".en.xlsx"), Data: made.Workbook})
	}
	orders, err := orderFiles(name, filepath.Join(out, base), made.Readings)
	if err != nil {
		return err
	}
	files = append(files, orders...)
	for _, f := range files {
		if other := t.taken[strings.ToLower(f.Path)]; other != "" {
			return &statusError{exitInput, fmt.Errorf("%s was made of %s already: give files of one name different folders with -o", f.Path, other)}
		}
		t.taken[strings.ToLower(f.Path)] = name
	}
	if err := putFiles(t.err, out, files, t.flags.evidence.noClobber); err != nil {
		return err
	}
	for i := range made.Readings {
		if r := &made.Readings[i]; r.Refused != "" {
			t.say("%s: no order was made of it: %s", name, r.Refused)
		}
		for _, warning := range made.Readings[i].Warnings {
			t.say("%s:%s", name, warned(warning))
		}
	}
	for _, f := range files {
		fmt.Fprintln(t.out, f.Path)
	}
	fmt.Fprintf(t.out, "%s: %s\n", name, made.Numbers)
	for _, place := range made.Unequal {
		t.say("%s:%s: its numbers could not be translated: the Chinese stands there", name, place)
	}
	if made.Guesses > 0 {
		fmt.Fprintf(t.out, "%s: %s marked [?]; --review lets you approve them\n", name, counted(made.Guesses, "text is a guess,", "texts are guesses,"))
		if t.flags.by != "" {
			t.say("%s: the translation says that %s has not confirmed what is marked [?]", name, t.flags.by)
		}
	}
	if len(made.Unprinted) > 0 {
		t.say("%s: warning: the original is attached whole, and whoever gets the PDF can see what it doesn't print: %s; take them out of the file first if they are costs", name, strings.Join(made.Unprinted, "; "))
	}
	return nil
}
