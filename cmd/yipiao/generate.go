package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"yipiao/invoice"
	"yipiao/invoice/issue"
	"yipiao/invoice/strict"
	"yipiao/invoice/text"
	"yipiao/templates"
	"yipiao/translate"
)

// generateFlags are the flags of generate as they are written.
type generateFlags struct {
	out, docs, formats, lang, template, paper string
	fonts                                     []string
	jobs                                      int
	json, noClobber, drafts, strict           bool
	words                                     wordFlags
}

func newGenerate() *cobra.Command {
	var f generateFlags
	cmd := &cobra.Command{
		Use:   "generate ORDER.yaml...",
		Short: "Make the documents of orders",
		Long: `Make proforma invoice, commercial invoice and packing list of each order, in
Chinese and English, as PDF and XLSX. "-" reads an order from standard input.

A text is printed in both languages where the order has both, or the memory
(yipiao.memory.tsv beside the order) has an approved translation, or the offline
translator a final one; otherwise in its own language alone, and counted. A
registered name, of a company or a bank, is never derived. The network is never
used: yipiao translate does that.

Exit status: 0 done; 1 an order is at fault: nothing of it is written, the
others are complete; 2 wrong usage; 3 the machine failed.`,
		Example: "  yipiao generate order.yaml\n  yipiao generate --docs commercial --formats pdf -o sent orders/*.yaml",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, files []string) error {
			return f.run(cmd, files)
		},
	}
	flags := cmd.Flags()
	flags.StringVarP(&f.out, "out", "o", "out", "folder to write to")
	flags.StringVar(&f.docs, "docs", "", "documents: proforma,commercial,packing-list (default all that an order allows)")
	flags.StringVar(&f.formats, "formats", "pdf,xlsx", "formats: pdf,xlsx")
	flags.StringVar(&f.lang, "lang", "", "languages: zh+en, zh or en (default zh+en)")
	flags.StringVar(&f.template, "template", "", "template: "+strings.Join(templates.Names[:], ", ")+", or a file (default classic)")
	flags.StringVar(&f.paper, "paper", "", "paper: A4 or Letter (default the template's)")
	flags.StringArrayVar(&f.fonts, "font", nil, "TrueType font for characters that the built-in ones lack (repeatable)")
	flags.IntVar(&f.jobs, "jobs", 0, "orders made at the same time (default the number of cores)")
	flags.BoolVar(&f.json, "json", false, "say what was made as JSON on standard output")
	flags.BoolVar(&f.drafts, "drafts", false, "print unreviewed translations too, each marked as such")
	flags.BoolVar(&f.strict, "strict", false, "refuse an order with a text that lacks a language")
	flags.StringVar(&f.words.memory, "memory", "", "translation memory (default yipiao.memory.tsv beside the order)")
	flags.StringVar(&f.words.glossary, "glossary", "", "your own terms (default yipiao.glossary.tsv beside the order)")
	flags.BoolVar(&f.noClobber, "no-clobber", false, "refuse to replace files with other contents")
	return cmd
}

// options checks the flags.
func (f *generateFlags) options() (issue.Options, error) {
	opt := issue.Options{Out: f.out, Lang: invoice.Languages(f.lang), Paper: f.paper, Jobs: f.jobs, NoClobber: f.noClobber}
	for _, k := range list(f.docs) {
		if !invoice.Kind(k).Valid() {
			return opt, usage("--docs %s: unknown%s; proforma, commercial, packing-list", k, strict.DidYouMean(k, kindNames()))
		}
		if !slices.Contains(opt.Kinds, invoice.Kind(k)) {
			opt.Kinds = append(opt.Kinds, invoice.Kind(k))
		}
	}
	for _, x := range list(f.formats) {
		if format := issue.Format(x); format != issue.PDF && format != issue.XLSX {
			return opt, usage("--formats %s: unknown; pdf, xlsx", x)
		} else if !slices.Contains(opt.Formats, format) {
			opt.Formats = append(opt.Formats, format)
		}
	}
	switch {
	case len(opt.Formats) == 0:
		return opt, usage("--formats: which? pdf, xlsx")
	case f.docs != "" && opt.Kinds == nil:
		return opt, usage("--docs: which? proforma, commercial, packing-list")
	case f.lang != "" && !opt.Lang.Valid():
		return opt, usage("--lang %s: unknown; zh+en, zh, en", f.lang)
	case f.paper != "" && !slices.Contains(templates.Papers[:], f.paper):
		return opt, usage("--paper %s: unknown%s; A4, Letter", f.paper, strict.DidYouMean(f.paper, templates.Papers[:]))
	case f.drafts && f.strict:
		return opt, usage("--drafts prints what --strict refuses: give one of them")
	case f.jobs < 0:
		return opt, usage("--jobs %d: at least 1", f.jobs)
	}
	if f.template != "" {
		t, err := templates.Open(f.template)
		if errors.Is(err, templates.ErrUnknown) || errors.Is(err, os.ErrNotExist) {
			return opt, usage("--template: %w", err)
		}
		if err != nil {
			return opt, &statusError{exitInput, err}
		}
		opt.Template = t
	}
	for _, name := range []string{f.words.memory, f.words.glossary} {
		if _, err := os.Stat(name); name != "" && err != nil {
			return opt, &statusError{exitInput, err}
		}
	}
	var err error
	opt.Fonts, err = fontSet(f.fonts)
	return opt, err
}

// fontSet is the built-in fonts with the user's own before the last resort.
func fontSet(files []string) (text.Set, error) {
	set := text.Standard()
	for _, name := range files {
		info, err := os.Stat(name)
		switch {
		case err != nil:
			return set, &statusError{exitInput, fmt.Errorf("--font: %w", err)}
		case info.Size() > text.MaxFontBytes:
			return set, &statusError{exitInput, fmt.Errorf("--font %s: %d bytes; the most is %d", name, info.Size(), text.MaxFontBytes)}
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return set, &statusError{exitInput, fmt.Errorf("--font: %w", err)}
		}
		font, err := text.ParseFont(data)
		if err != nil {
			return set, &statusError{exitInput, fmt.Errorf("--font %s: %w", name, err)}
		}
		set = set.With(font)
	}
	return set, nil
}

func kindNames() []string {
	var names []string
	for _, k := range invoice.Kinds {
		names = append(names, string(k))
	}
	return names
}

func list(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ' ' })
}

func (f *generateFlags) run(cmd *cobra.Command, files []string) error {
	opt, err := f.options()
	if err != nil {
		return err
	}
	if slices.Contains(files, "-") {
		if opt.Stdin, err = readStdin(cmd.InOrStdin()); err != nil {
			return err
		}
	}
	c := completer{ctx: cmd.Context(), words: wordsByFolder{flags: f.words}, lang: opt.Lang, drafts: f.drafts, strict: f.strict}
	opt.Fill = c.fill
	s := &generateSummary{out: cmd.OutOrStdout(), err: cmd.ErrOrStderr(), flags: f, progress: newProgress(cmd.ErrOrStderr())}
	err = issue.Run(cmd.Context(), files, opt, s.result)
	end := s.end()
	var broken *issue.MachineError
	if errors.As(err, &broken) {
		return machine(err)
	}
	if end != nil {
		return end
	}
	if err != nil {
		return machine(errors.New("stopped"))
	}
	return nil
}

func readStdin(in io.Reader) ([]byte, error) {
	most := int64(strict.DefaultLimits.Bytes)
	data, err := io.ReadAll(io.LimitReader(in, most+1))
	if err != nil {
		return nil, machine(err)
	}
	if int64(len(data)) > most {
		return nil, &statusError{exitInput, fmt.Errorf("-: more than %d bytes", most)}
	}
	return data, nil
}

// generateSummary says what becomes of each order, and of all.
type generateSummary struct {
	out, err       io.Writer
	flags          *generateFlags
	made           []issue.Made
	orders, failed int
	progress       *progress
	status         int
}

func (s *generateSummary) result(r issue.Result) {
	s.orders++
	s.progress.end()
	s.say(r)
	if s.orders > 1 {
		s.progress.line(fmt.Sprintf("%d orders, %d of them not made", s.orders, s.failed))
	}
}

// say tells what became of an order.
func (s *generateSummary) say(r issue.Result) {
	for _, x := range slices.Concat(r.Notes, r.Remarks) {
		fmt.Fprintln(s.err, x)
	}
	if r.Err != nil {
		s.fault(r)
		return
	}
	for _, l := range r.Left {
		fmt.Fprintf(s.err, "%s: left out: %v\n", r.Order, l)
	}
	for _, x := range [...]struct{ lang, has string }{{"en", "Chinese"}, {"zh", "English"}} {
		if n := r.Lacking[x.lang]; n > 0 {
			fmt.Fprintf(s.err, "%s: %s\n", r.Order, lackingWords(n, x.lang, x.has))
		}
	}
	if r.Drafts > 0 {
		fmt.Fprintf(s.err, "%s: %s\n", r.Order, counted(r.Drafts, "text is an unreviewed translation, marked as such", "texts are unreviewed translations, marked as such"))
	}
	for _, p := range r.Replaced {
		fmt.Fprintf(s.err, "%s: replaced, it held other bytes\n", p)
	}
	if s.flags.json {
		s.made = append(s.made, r.Made...)
		return
	}
	for _, m := range r.Made {
		fmt.Fprintln(s.out, madeWords(m))
	}
}

func lackingWords(n int, lang, has string) string {
	language := languageNames[translate.Lang(lang)]
	return counted(n, "text has no "+language+" and is printed in "+has+" alone (--strict names it)", "texts have no "+language+" and are printed in "+has+" alone (--strict names each)")
}

// counted is a number with what it counts: "1 text is", "2 texts are".
func counted(n int, one, several string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, several)
}

func madeWords(m issue.Made) string {
	line := fmt.Sprintf("%s  %s %s", m.Path, m.Doc, m.Number)
	switch {
	case m.Total != nil:
		line += fmt.Sprintf("  %s %s", *m.Currency, *m.Total)
	case m.Packed != nil:
		line += fmt.Sprintf("  %d packages", m.Packages)
		if m.GrossKg != nil {
			line += fmt.Sprintf(", %s kg", *m.GrossKg)
		}
	}
	return line
}

func (s *generateSummary) fault(r issue.Result) {
	s.failed++
	var broken *issue.MachineError
	if errors.As(r.Err, &broken) {
		s.status = exitMachine
	} else {
		s.status = max(s.status, exitInput)
	}
	var faults strict.Errors
	if errors.As(r.Err, &faults) {
		for _, f := range faults {
			fmt.Fprintln(s.err, f)
		}
		return
	}
	text := r.Err.Error()
	var words wordsError
	if errors.As(r.Err, &words) {
		fmt.Fprintln(s.err, text)
		return
	}
	if !strings.HasPrefix(text, r.Order) {
		text = r.Order + ": " + text
	}
	fmt.Fprintln(s.err, text)
}

// end prints the JSON, and what failed; it gives back the status.
func (s *generateSummary) end() error {
	s.progress.end()
	if s.flags.json {
		if s.made == nil {
			s.made = []issue.Made{}
		}
		e := json.NewEncoder(s.out)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		if err := e.Encode(s.made); err != nil {
			return machine(err)
		}
	}
	if s.failed == 0 {
		return nil
	}
	if s.orders > 1 {
		fmt.Fprintf(s.err, "%d of %d orders made, %d not: nothing of those is written\n", s.orders-s.failed, s.orders, s.failed)
	}
	return &statusError{status: s.status}
}
