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

// reviewEnding is how workbooks for review are called.
const reviewEnding = ".review.xlsx"

// reviewName is the workbook for the review of an order.
func reviewName(order string) string {
	return strings.TrimSuffix(order, filepath.Ext(order)) + reviewEnding
}

// isReview reports whether a workbook is one for review; one that can't be read
// is told of by whoever takes it.
func (t *translating) isReview(name string) bool {
	data, err := received(name, nil)
	return err != nil || translate.IsReview(data)
}

// takeReview reads a workbook back into the memory of its folder; one that is
// not there yet is no fault where an order is given beside it.
func (t *translating) takeReview(name, dir string) (corrections []translate.Entry, ok bool) {
	file, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) && strings.HasSuffix(name, reviewEnding) {
		return nil, true
	}
	if err != nil {
		t.fail(exitInput, err)
		return nil, false
	}
	defer file.Close()
	entries, err := translate.ReadReview(file, name, t.flags.by, t.date)
	if err != nil {
		t.fail(exitInput, err)
		return nil, false
	}
	if len(entries) == 0 {
		return nil, true
	}
	w, err := t.wordsOf(dir)
	if err != nil {
		t.fail(exitInput, err)
		return nil, false
	}
	for _, e := range entries {
		if w.memory.Put(e) {
			corrections = append(corrections, e)
		} else {
			t.fail(exitInput, fmt.Errorf("%s: %s: the memory has it locked; write another state there first", name, e.Source))
		}
	}
	if err := w.memory.Save(w.memoryFile); err != nil {
		t.fail(exitMachine, err)
		return nil, false
	}
	fmt.Fprintf(t.out, "%s: %s into %s\n", name, counted(len(corrections), "translation taken", "translations taken"), w.memoryFile)
	return corrections, true
}

// writeReview writes the workbook for an order as it stands now.
func (t *translating) writeReview(order string, source []byte, w *words) error {
	p := t.pipeline(w)
	p.Frozen, p.Translators = true, p.Translators[:1] // all is in the memory by now
	rows, err := translate.ReviewOrders(t.ctx, p, order, source)
	if err != nil {
		return machine(err)
	}
	return t.putReview(reviewName(order), rows)
}

// putReview writes a workbook for review.
func (t *translating) putReview(name string, rows []translate.ReviewRow) error {
	var b bytes.Buffer
	if err := translate.WriteReview(&b, rows); err != nil {
		return &statusError{exitInput, err}
	}
	written, err := translate.ReplaceFile(name, b.Bytes())
	if err != nil {
		return machine(err)
	}
	if written {
		fmt.Fprintf(t.out, "%s: %s to review; save it, then give the same command again\n", name, counted(len(rows), "text", "texts"))
	}
	return nil
}
