package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// rooms are the packages in the order of the way from an order to its files,
// each with those that it may import. What is not listed may not exist.
var rooms = []struct {
	name string
	may  []string
}{
	{"invoice/strict", nil},
	{"invoice/pattern", nil},
	{"invoice/script", nil},
	{"invoice/terms", nil},
	{"invoice/words", []string{"invoice/terms"}},
	{"invoice", []string{"invoice/strict", "invoice/terms", "invoice/words"}},
	{"templates/fonts", nil},
	{"templates", []string{"invoice/strict", "invoice/terms", "invoice"}},
	{"invoice/text", []string{"templates/fonts"}},
	{"invoice/pdf", []string{"invoice", "templates", "invoice/text"}},
	{"invoice/xlsx", []string{"invoice", "templates", "invoice/text"}},
	{"invoice/issue", []string{"invoice/strict", "invoice/terms", "invoice", "templates", "invoice/text", "invoice/pdf", "invoice/xlsx"}},
	{"invoice/read/grid", []string{"invoice"}},
	{"invoice/read/sheet", []string{"invoice", "invoice/read/grid"}},
	{"invoice/read/page", []string{"templates/fonts", "invoice/read/grid"}},
	{"invoice/read/element", nil},
	{"invoice/read/ofd", []string{"invoice/read/element"}},
	{"invoice/read", []string{"invoice/pattern", "invoice/script", "invoice/strict", "invoice/terms", "invoice/words", "invoice", "templates", "invoice/read/grid", "invoice/read/page", "invoice/read/sheet",
		"invoice/read/element", "invoice/read/ofd"}},
	{"invoice/evidence", []string{"invoice/pattern", "invoice/script", "invoice/terms", "invoice/words", "invoice", "templates", "invoice/text", "invoice/pdf", "invoice/read", "invoice/read/grid", "invoice/read/sheet", "invoice/read/page", "translate"}},
	{"translate/offline", []string{"invoice/pattern", "invoice/script"}},
	{"translate", []string{"invoice/pattern", "invoice/script", "invoice", "invoice/strict", "translate/offline"}},
	{"translate/translatetest", []string{"translate"}},
	{"translate/google", []string{"translate"}},
	{"translate/openai", []string{"translate"}},
	{"translate/deepl", []string{"translate"}},
	{"translate/libre", []string{"translate"}},
	{"cmd/yipiao", []string{"invoice", "invoice/issue", "invoice/strict", "invoice/text", "invoice/read", "invoice/evidence", "invoice/pdf", "templates", "translate",
		"translate/google", "translate/openai", "translate/deepl", "translate/libre"}},
}

// TestRooms holds the design: a room imports only what stands before it.
func TestRooms(t *testing.T) {
	const root = "../.."
	seen := map[string]bool{}
	err := filepath.WalkDir(root, func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (strings.HasPrefix(d.Name(), ".") && d.Name() != ".." && file != root || d.Name() == "testdata") {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return nil
		}
		relative, err := filepath.Rel(root, file)
		if err != nil {
			return err
		}
		room := path.Dir(filepath.ToSlash(relative))
		seen[room] = true
		for _, imported := range importsOf(t, file) {
			if !slices.Contains(mayImport(t, room), imported) {
				t.Errorf("%s imports %s, which does not stand before it", relative, imported)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rooms {
		if !seen[r.name] {
			t.Errorf("there is no room %s", r.name)
		}
	}
}

func mayImport(t *testing.T, room string) []string {
	for _, r := range rooms {
		if r.name == room {
			return r.may
		}
	}
	t.Errorf("%s is no room of the design", room)
	return nil
}

// importsOf are the packages of this module that a file imports.
func importsOf(t *testing.T, file string) []string {
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, i := range f.Imports {
		name, err := strconv.Unquote(i.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		if name, ok := strings.CutPrefix(name, "yipiao/"); ok {
			names = append(names, name)
		}
	}
	return names
}
