package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"yipiao/invoice/strict"
	"yipiao/translate"
)

// file translates one file of orders.
func (t *translating) file(name string) {
	if t.flags.review && strings.EqualFold(filepath.Ext(name), ".xlsx") && t.isReview(name) {
		t.takeReview(name, filepath.Dir(name))
		return
	}
	dir := filepath.Dir(name)
	if name == "-" {
		dir = "."
	}
	w, err := t.wordsOf(dir)
	if err != nil {
		t.fail(exitInput, err)
		return
	}
	if data, is := t.document(name); is {
		if err := t.evidence(name, data, w); err != nil {
			t.fail(statusOf(err), named(name, err))
		}
		return
	}
	var corrections []translate.Entry
	if t.flags.review {
		var ok bool
		if corrections, ok = t.takeReview(reviewName(name), dir); !ok {
			return
		}
	}
	// Whoever changes the order meanwhile must not lose it: then once more.
	for range 3 {
		again, err := t.once(name, w, corrections)
		if err != nil {
			t.fail(statusOf(err), err)
		}
		if !again {
			return
		}
	}
	t.fail(exitMachine, fmt.Errorf("%s: it changes all the time; close what writes it and try again", name))
}

// statusOf is the status of an error that carries one; a fault of the machine
// where it doesn't.
func statusOf(err error) int {
	var s *statusError
	if errors.As(err, &s) {
		return s.status
	}
	return exitMachine
}

// once reads, translates and writes a file; again where it was changed
// meanwhile.
func (t *translating) once(name string, w *words, corrections []translate.Entry) (again bool, err error) {
	source, err := t.read(name)
	if err != nil {
		return false, err
	}
	file, faulty := translate.ReadOrders(name, source)
	if len(file.Orders) == 0 {
		return false, &statusError{exitInput, faulty}
	}
	if faulty != nil {
		t.fail(exitInput, faulty)
	}
	if err := t.translate(file, w); err != nil {
		return false, err
	}
	filled, err := file.Filled(corrections)
	if err != nil {
		t.fail(exitInput, named(name, err))
		err = nil
	}
	if t.flags.print || name == "-" {
		if err := t.printOrder(filled); err != nil {
			return false, err
		}
	} else {
		if now, err := t.read(name); err != nil || string(now) != string(source) {
			return err == nil, err
		}
		if _, err := translate.ReplaceFile(name, filled); err != nil {
			return false, err
		}
	}
	if t.flags.review {
		err = t.writeReview(name, filled, w)
	}
	t.report(file, w)
	return false, err
}

// named puts the file's name before each line of an error that lacks it.
func named(name string, err error) error {
	lines := strings.Split(err.Error(), "\n")
	for i, line := range lines {
		if !strings.HasPrefix(line, name+":") {
			lines[i] = name + ": " + line
		}
	}
	return errors.New(strings.Join(lines, "\n"))
}

// translate finds the missing texts. What a service said before it failed is
// kept; a run that was stopped leaves the order as it is.
func (t *translating) translate(file *translate.OrderFile, w *words) error {
	bar := newProgress(t.err)
	p := t.pipeline(w)
	p.Progress = func(done, total int) { bar.show(file.Name, done, total) }
	err := file.Translate(t.ctx, p)
	bar.end()
	if t.ctx.Err() != nil {
		return machine(fmt.Errorf("%s: stopped, the order is as it was; what a service translated is in %s", file.Name, w.memoryFile))
	}
	if err != nil {
		t.serviceFailed(file.Name, err)
	}
	return nil
}

func (t *translating) read(name string) ([]byte, error) {
	if name == "-" {
		return readStdin(t.in)
	}
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, &statusError{exitInput, fmt.Errorf("%s: there is no such file", name)}
	case err != nil:
		return nil, &statusError{exitInput, err}
	case !info.Mode().IsRegular():
		return nil, &statusError{exitInput, fmt.Errorf("%s: is not a file", name)}
	case info.Size() > int64(strict.DefaultLimits.Bytes):
		return nil, &statusError{exitInput, fmt.Errorf("%s: %d bytes; the most is %d", name, info.Size(), strict.DefaultLimits.Bytes)}
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, &statusError{exitInput, err}
	}
	return data, nil
}

// printOrder prints a file's orders; those of a second file after "---".
func (t *translating) printOrder(data []byte) error {
	if t.printed {
		data = append([]byte("---\n"), []byte(strings.TrimPrefix(string(data), "\ufeff"))...)
	}
	t.printed = true
	if len(data) > 0 && data[len(data)-1] != '\n' {
		data = append(data[:len(data):len(data)], '\n')
	}
	if _, err := t.out.Write(data); err != nil {
		return machine(err)
	}
	return nil
}

// report says what became of the texts: how many were written, and by place
// which of them a person must look at.
func (t *translating) report(file *translate.OrderFile, w *words) {
	out := t.out
	if t.flags.print || file.Name == "-" {
		out = t.err
	}
	review := 0
	for i, g := range file.Gaps {
		r := file.Results[i]
		switch {
		case r.State == translate.Final: // written, printed from the memory, or told of already
		case g.Fact:
			t.tell(file, g, "has no "+languageNames[g.To]+"; a registered name is never derived: write it as {zh: …, en: …}")
		case r.Text != "":
			review++
		default:
			t.tell(file, g, "not translated: "+r.Checks[0].Message)
		}
	}
	if len(file.Gaps) == 0 {
		fmt.Fprintf(out, "%s: nothing is missing\n", file.Name)
		return
	}
	fmt.Fprintf(out, "%s: %s\n", file.Name, counted(file.Written, "text written", "texts written"))
	if review > 0 {
		fmt.Fprintf(out, "%s: %s, as comments and as \"machine\" in %s; --review lets you approve them\n",
			file.Name, counted(review, "text is for review", "texts are for review"), w.memoryFile)
	}
}

// tell says something about a text, with its place.
func (t *translating) tell(file *translate.OrderFile, g translate.Gap, message string) {
	e := strict.Error{File: file.Name, Path: g.Path, Message: message}
	for _, o := range file.Orders {
		if s := o.Source(); s.Index-1 == g.Document {
			e.Pos = s.At(g.Path)
		}
	}
	t.say("%v", &e)
}
