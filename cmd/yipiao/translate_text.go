package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"unicode/utf8"

	"yipiao/translate"
)

// text translates texts alone: a line out for each line in.
func (t *translating) text() error {
	text := t.flags.text
	if text == "-" {
		data, err := readStdin(t.in)
		if err != nil {
			return err
		}
		text = string(data)
	}
	segments, err := t.segments(text)
	if err != nil {
		return err
	}
	p, err := t.textPipeline()
	if err != nil {
		return err
	}
	bar := newProgress(t.err)
	p.Progress = func(done, total int) { bar.show("text", done, total) }
	results, failure := p.Translate(t.ctx, segments)
	bar.end()
	for i, r := range results {
		if err := t.line(r); err != nil {
			return machine(err)
		}
		if r.Text == "" && r.Source != "" {
			t.say("line %d: no translation: %s", i+1, r.Checks[0].Message)
		}
	}
	if failure != nil {
		t.serviceFailed("yipiao", failure)
		return &statusError{status: t.status}
	}
	return nil
}

// segments are the lines of a text; a line end at its end begins no line.
func (t *translating) segments(text string) ([]translate.Segment, error) {
	text = strings.TrimPrefix(text, "\ufeff")
	if text == "" {
		if t.flags.text == "-" {
			return nil, nil
		}
		return nil, usage("--text is empty: give a text, or - for the lines of standard input")
	}
	var segments []translate.Segment
	for line := range strings.SplitSeq(strings.TrimSuffix(text, "\n"), "\n") {
		if !utf8.ValidString(line) {
			return nil, &statusError{exitInput, fmt.Errorf("--text: line %d is not UTF-8", len(segments)+1)}
		}
		line = strings.TrimSuffix(line, "\r")
		segments = append(segments, translate.Segment{Text: line, Kind: translate.Kind(t.flags.kind), To: translate.Lang(t.flags.to)})
	}
	return segments, nil
}

// textPipeline asks the words of the current folder, and those that are named.
// It writes a memory only where one is named or already there, or a service is
// paid.
func (t *translating) textPipeline() (*translate.Pipeline, error) {
	w, err := t.wordsOf(".")
	if err != nil {
		return nil, &statusError{exitInput, err}
	}
	p := t.pipeline(w)
	if _, err := os.Stat(w.memoryFile); errors.Is(err, fs.ErrNotExist) && t.service == nil && t.flags.words.memory == "" {
		p.Frozen = true
	}
	return p, nil
}

func (t *translating) line(r translate.Result) error {
	target := strings.Join(strings.FieldsFunc(r.Text, func(c rune) bool { return c == '\n' || c == '\r' }), " ")
	if !t.flags.json {
		_, err := fmt.Fprintln(t.out, target)
		return err
	}
	if r.Checks == nil {
		r.Checks = []translate.Check{}
	}
	e := json.NewEncoder(t.out)
	e.SetEscapeHTML(false)
	return e.Encode(struct {
		Source     string            `json:"source"`
		Target     string            `json:"target"`
		State      translate.State   `json:"state"`
		Translator string            `json:"translator"`
		Checks     []translate.Check `json:"checks"`
	}{r.Source, target, r.State, r.Translator, r.Checks})
}
