package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"yipiao/invoice/issue"
	"yipiao/invoice/read"
	"yipiao/invoice/strict"
)

// readFlags are the flags of read as they are written.
type readFlags struct {
	out             string
	json, noClobber bool
}

func newRead() *cobra.Command {
	var f readFlags
	cmd := &cobra.Command{
		Use:   "read FILE...",
		Short: "Turn a supplier's document into an order",
		Long: `Read a supplier's invoice, packing list or contract (XLSX, XLS, CSV, a PDF with
text, an e-fapiao as OFD, XML or PDF, a PDF made by generate, or a picture where
tesseract is installed) and write it as an order, with the place of each value
as a comment. What is doubtful is told on standard error and at the head of the
order: totals that contradict, cut-off texts, two values for one field.

Nothing is invented or corrected: what the original lacks is left out, and told.
Hidden rows, columns and sheets, and what stands outside the print area, are not
read: costs stand there.

Exit status: 0 done; 1 a file is no invoice, or can't be read; 2 wrong usage; 3
the machine failed, or a program is missing.`,
		Example: "  yipiao read invoice.xlsx > order.yaml\n  yipiao read -o orders received/*.pdf\n  yipiao read --json fapiao.ofd",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, files []string) error {
			r := &reader{flags: f, cmd: cmd, out: cmd.OutOrStdout(), err: cmd.ErrOrStderr(), taken: map[string]string{}}
			return r.run(files)
		},
	}
	flags := cmd.Flags()
	flags.StringVarP(&f.out, "out", "o", "", "folder to write <name>.yaml to (default: standard output)")
	flags.BoolVar(&f.json, "json", false, "print orders, places and warnings as JSON on standard output")
	flags.BoolVar(&f.noClobber, "no-clobber", false, "refuse to replace files with other contents")
	return cmd
}

// reader is one run of the command.
type reader struct {
	flags    readFlags
	cmd      *cobra.Command
	out, err io.Writer
	entries  []readEntry
	printed  bool
	taken    map[string]string // what is written in this run, by the file it was read from
	status   int
}

// readEntry is one order of --json.
type readEntry struct {
	File     string            `json:"file"`
	Index    int               `json:"index"` // from 1
	Order    json.RawMessage   `json:"order"`
	Where    map[string]string `json:"where"`
	Warnings []read.Warning    `json:"warnings"`
	Refused  *string           `json:"refused"`
}

func (r *reader) run(files []string) error {
	for _, name := range files {
		if err := r.file(name); err != nil {
			r.status = max(r.status, statusOf(err))
			fmt.Fprintln(r.err, named(name, err))
		}
		if r.cmd.Context().Err() != nil {
			return machine(errors.New("stopped"))
		}
	}
	if r.flags.json {
		if err := r.printJSON(); err != nil {
			return machine(err)
		}
	}
	if r.status != exitDone {
		return &statusError{status: r.status}
	}
	return nil
}

func (r *reader) file(name string) error {
	data, err := received(name, r.cmd.InOrStdin())
	if err != nil {
		return err
	}
	say := func(words string) { fmt.Fprintf(r.err, "%s: %s\n", name, words) }
	readings, err := read.File(r.cmd.Context(), name, data, read.Options{Say: say})
	if err != nil {
		return machine(err)
	}
	for i := range readings {
		r.tell(name, &readings[i])
	}
	if r.flags.out != "" {
		if err := r.write(name, readings); err != nil {
			return err
		}
	}
	for i := range readings {
		if err := r.print(name, i, &readings[i]); err != nil {
			return err
		}
	}
	return nil
}

// received reads a supplier's file, or standard input.
func received(name string, in io.Reader) ([]byte, error) {
	if name != "-" {
		info, err := os.Stat(name)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil, &statusError{exitInput, errors.New("there is no such file")}
		case err != nil:
			return nil, &statusError{exitInput, err}
		case !info.Mode().IsRegular():
			return nil, &statusError{exitInput, errors.New("is not a file")}
		}
		file, err := os.Open(name)
		if err != nil {
			return nil, &statusError{exitInput, err}
		}
		defer file.Close()
		in = file
	}
	// One byte more than is read tells that there is too much.
	data, err := io.ReadAll(io.LimitReader(in, read.MaxFile+1))
	if err != nil {
		return nil, machine(err)
	}
	return data, nil
}

// tell says what is doubtful, a line each.
func (r *reader) tell(name string, reading *read.Reading) {
	if reading.Refused != "" {
		r.status = max(r.status, exitInput)
		fmt.Fprintf(r.err, "%s: %s\n", name, reading.Refused)
	}
	for _, w := range reading.Warnings {
		fmt.Fprintf(r.err, "%s:%s\n", name, warned(w))
	}
}

// warned is a warning in a line: place, field, words, code.
func warned(w read.Warning) string {
	s := " "
	if w.Where != "" {
		s = w.Where + ": "
	}
	if w.Field != "" {
		s += w.Field + ": "
	}
	return s + w.Message + " (" + w.Code + ")"
}

// print puts an order on standard output, or keeps it for --json.
func (r *reader) print(name string, i int, reading *read.Reading) error {
	switch {
	case r.flags.json:
		entry, err := entryOf(name, i, reading)
		r.entries = append(r.entries, entry)
		return err
	case r.flags.out != "" || reading.Order == nil:
		return nil
	}
	text, err := orderText(name, reading)
	if err != nil {
		return machine(err)
	}
	if r.printed {
		text = append([]byte("---\n"), text...)
	}
	r.printed = true
	if _, err := r.out.Write(text); err != nil {
		return machine(err)
	}
	return nil
}

func entryOf(name string, i int, reading *read.Reading) (readEntry, error) {
	e := readEntry{File: name, Index: i + 1, Where: reading.Where, Warnings: reading.Warnings}
	if e.Warnings == nil {
		e.Warnings = []read.Warning{}
	}
	if e.Where == nil {
		e.Where = map[string]string{}
	}
	if reading.Refused != "" {
		e.Refused = &reading.Refused
	}
	var err error
	e.Order = json.RawMessage("null")
	if reading.Order != nil {
		e.Order, err = strict.JSON(reading.Order)
	}
	return e, err
}

func (r *reader) printJSON() error {
	if r.entries == nil {
		r.entries = []readEntry{}
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(r.entries); err != nil {
		return err
	}
	_, err := r.out.Write(b.Bytes())
	return err
}

// orderText is an order as YAML: where it comes from and what is doubtful at
// its head, the place of each value behind it.
func orderText(name string, reading *read.Reading) ([]byte, error) {
	body, err := strict.MarshalNoted(reading.Order, func(path string) string { return reading.Where[path] })
	if err != nil {
		return nil, err
	}
	var head bytes.Buffer
	comment := func(s string) {
		fmt.Fprintf(&head, "# %s\n", strings.Map(func(c rune) rune {
			if c < ' ' || c == 0x7F || c == 0x85 || c == 0x2028 || c == 0x2029 || c == 0xFEFF {
				return ' '
			}
			return c
		}, s))
	}
	comment("Read from " + filepath.Base(name) + "; behind each value the place where it stands.")
	for _, w := range reading.Warnings {
		comment("! " + strings.TrimSpace(warned(w)))
	}
	return append(head.Bytes(), body...), nil
}

// write puts the orders of a file into --out: <base>.yaml, <base>-2.yaml …
func (r *reader) write(name string, readings []read.Reading) error {
	base := baseOf(name)
	if name == "-" {
		base = "stdin"
	}
	files, err := orderFiles(name, filepath.Join(r.flags.out, base), readings)
	if err != nil {
		return err
	}
	for _, f := range files {
		if other := r.taken[strings.ToLower(f.Path)]; other != "" {
			return &statusError{exitInput, fmt.Errorf("%s was read from %s already: give files of one name different folders with -o", f.Path, other)}
		}
		r.taken[strings.ToLower(f.Path)] = name
	}
	return putFiles(r.err, r.flags.out, files, r.flags.noClobber)
}

// orderFiles are the orders read from a file, to be written at base: base.yaml,
// base-2.yaml …
func orderFiles(name, base string, readings []read.Reading) ([]issue.File, error) {
	var files []issue.File
	for i := range readings {
		if readings[i].Order == nil {
			continue
		}
		text, err := orderText(name, &readings[i])
		if err != nil {
			return nil, machine(err)
		}
		path := base + ".yaml"
		if len(files) > 0 {
			path = fmt.Sprintf("%s-%d.yaml", base, len(files)+1)
		}
		files = append(files, issue.File{Path: path, Data: text})
	}
	return files, nil
}

// putFiles writes files into a folder, all or none, and tells which it replaced.
func putFiles(errOut io.Writer, folder string, files []issue.File, noClobber bool) error {
	if len(files) == 0 {
		return nil
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return machine(err)
	}
	replaced, err := issue.WriteFiles(files, noClobber)
	for _, path := range replaced {
		fmt.Fprintf(errOut, "%s: replaced, it held other bytes\n", path)
	}
	if errors.Is(err, issue.ErrExists) {
		return &statusError{exitInput, err}
	}
	if err != nil {
		return machine(err)
	}
	return nil
}
