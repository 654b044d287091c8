package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"yipiao/translate"
)

// exchange takes in and writes out what other tools read: memories as TMX,
// terms as TSV. They are those of the first order's folder, else of the current
// one.
func (t *translating) exchange(files []string) error {
	if t.flags.imports == "" && t.flags.export == "" {
		return nil
	}
	dir := "."
	if len(files) > 0 && files[0] != "-" {
		dir = filepath.Dir(files[0])
	}
	if err := t.importFile(t.flags.imports, dir); err != nil {
		return err
	}
	return t.exportFile(t.flags.export, dir)
}

const exchangeForms = "FILE.tmx for the memory, FILE.tsv for the glossary"

func (t *translating) importFile(name, dir string) error {
	switch strings.ToLower(filepath.Ext(name)) {
	case "":
		if name == "" {
			return nil
		}
	case ".tmx":
		return t.importMemory(name, dir)
	case ".tsv":
		return t.importTerms(name, dir)
	}
	return usage("--import %s: %s", name, exchangeForms)
}

// importMemory takes a TMX file in. Translations whose state it doesn't tell
// are machine's, unless somebody vouches for them.
func (t *translating) importMemory(name, dir string) error {
	file, err := os.Open(name)
	if err != nil {
		return &statusError{exitInput, err}
	}
	defer file.Close()
	entries, err := translate.ReadTMX(file, name, "")
	if err != nil {
		return &statusError{exitInput, err}
	}
	w, err := t.wordsOf(dir)
	if err != nil {
		return &statusError{exitInput, err}
	}
	taken, unreviewed := 0, 0
	for _, e := range entries {
		switch {
		case e.State == "" && t.flags.by != "":
			e.State, e.Provider, e.Model, e.Date = translate.Reviewed, t.flags.by, "", t.date
		case e.State == "":
			e.State = translate.Machine
		}
		if w.memory.Put(e) {
			taken++
			if e.State == translate.Machine {
				unreviewed++
			}
		}
	}
	if err := w.memory.Save(w.memoryFile); err != nil {
		return machine(err)
	}
	fmt.Fprintf(t.out, "%s: %d of %s taken into %s\n", name, taken, counted(len(entries), "translation", "translations"), w.memoryFile)
	if unreviewed > 0 {
		t.say("%s: %s; if somebody has approved the file, give --by \"Name, title\"", name, counted(unreviewed, "is unreviewed", "are unreviewed"))
	}
	if kept := len(entries) - taken; kept > 0 {
		t.say("%s: %s: the memory has an approved or locked one", name, counted(kept, "is left out", "are left out"))
	}
	return nil
}

// importTerms takes a glossary's terms in; they win over those of the same
// Chinese.
func (t *translating) importTerms(name, dir string) error {
	terms, err := readTerms(name)
	if err != nil {
		return &statusError{exitInput, err}
	}
	_, own := t.flags.words.files(dir)
	before, err := readTerms(own)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return &statusError{exitInput, err}
	}
	var b bytes.Buffer
	if _, err := translate.NewGlossary(append(before.Terms(), terms.Terms()...)...).WriteTo(&b); err != nil {
		return err
	}
	if _, err := translate.ReplaceFile(own, b.Bytes()); err != nil {
		return machine(err)
	}
	fmt.Fprintf(t.out, "%s: %s taken into %s\n", name, counted(len(terms.Terms()), "term", "terms"), own)
	return nil
}

func readTerms(name string) (*translate.Glossary, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return translate.ReadGlossary(file, name)
}

func (t *translating) exportFile(name, dir string) error {
	if name == "" {
		return nil
	}
	w, err := t.wordsOf(dir)
	if err != nil {
		return &statusError{exitInput, err}
	}
	var b bytes.Buffer
	what := ""
	switch strings.ToLower(filepath.Ext(name)) {
	case ".tmx":
		what = counted(w.memory.Len(), "translation", "translations")
		err = w.memory.WriteTMX(&b)
	case ".tsv":
		what = counted(len(w.glossary.Terms()), "term", "terms")
		_, err = w.glossary.WriteTo(&b)
	default:
		return usage("--export %s: %s", name, exchangeForms)
	}
	if err != nil {
		return err
	}
	if _, err := translate.ReplaceFile(name, b.Bytes()); err != nil {
		return machine(err)
	}
	fmt.Fprintf(t.out, "%s: %s\n", name, what)
	return nil
}
