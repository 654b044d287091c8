package strict

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestFieldsThatAreNeeded(t *testing.T) {
	type content struct {
		Line     string `yaml:"line" need:"true"`
		Quantity string `yaml:"quantity" need:"true"`
	}
	type file struct {
		Number   string    `yaml:"number" need:"true"`
		Contents []content `yaml:"contents"`
	}
	s := source(t, "contents:\n  - {line: 1, quantity: 2}\n  - {line: null, quantity: 2}\n  - line: 3\n  - {quantty: 4, line: 1}\n  - {}\n")
	s.Decode(&file{})
	var errs Errors
	errors.As(s.Err(), &errs)
	var got []string
	for _, e := range errs {
		got = append(got, fmt.Sprintf("%d:%d %s %s", e.Pos.Line, e.Pos.Column, e.Code, e.Path))
	}
	want := []string{"3:5 missing contents[1].line", "4:5 missing contents[2].quantity", "5:6 unknown-field contents[3].quantty",
		"6:5 missing contents[4].line", "6:5 missing contents[4].quantity"}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// A file that breaks off keeps the documents before the break.
func TestDocumentsBeforeABreak(t *testing.T) {
	sources, err := Read("f", []byte("number: 1\n---\nnumber: 2\n---\nnumber: \"3\n"), DefaultLimits)
	var errs Errors
	if len(sources) != 2 || !errors.As(err, &errs) || errs[0].Code != CodeSyntax || errs[0].Index != 0 || errs[0].File != "f" {
		t.Errorf("%d documents, %v", len(sources), err)
	}
}

func TestFewDocuments(t *testing.T) {
	limits := DefaultLimits
	limits.Documents = 3
	if sources, err := Read("f", []byte("a\n---\nb\n---\n---\nc\n"), limits); err != nil || len(sources) != 3 {
		t.Errorf("%d documents, %v", len(sources), err)
	}
	var errs Errors
	if _, err := Read("f", []byte("a\n---\nb\n---\nc\n---\nd\n"), limits); !errors.As(err, &errs) || errs[0].Code != CodeBounds || errs[0].Pos.Line != 7 {
		t.Errorf("%v", err)
	}
}

// A document that is refused as a whole is not taken for an empty one.
func TestFaultOfAWholeDocument(t *testing.T) {
	s := source(t, strings.Repeat("x ", 20_000))
	var errs Errors
	if !errors.As(s.Err(), &errs) || errs[0].Code != CodeBounds {
		t.Errorf("%v", s.Err())
	}
}

func TestUTF16WithoutAMark(t *testing.T) {
	for _, data := range []string{"n\x00u\x00", "\x00n\x00u"} {
		var errs Errors
		if _, err := Read("f", []byte(data), DefaultLimits); !errors.As(err, &errs) || errs[0].Code != CodeEncoding {
			t.Errorf("%q: %v", data, err)
		}
	}
}

func TestShortNames(t *testing.T) {
	names := []string{"description", "destination", "quantity", "origin"}
	for written, want := range map[string]string{"descr": "description", "de": "", "des": "", "Quant": "quantity", "ori": "origin"} {
		if got := begunBy(written, names); got != want {
			t.Errorf("%s is short for %q, want %q", written, got, want)
		}
	}
}
