// Package templates holds the layouts of documents as data, reads a user's
// own, and lays a document out in words by one: the Form that the PDF and the
// workbook are drawn from.
package templates

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"yipiao/invoice"
	"yipiao/invoice/strict"
)

// Template is how documents look and what their labels say. A field that is
// left out comes from the template that it extends.
type Template struct {
	Version  string           `yaml:"template" need:"true" doc:"version of this format: 1"`
	Extends  string           `yaml:"extends" doc:"a built-in template that this one changes"`
	Paper    string           `yaml:"paper" enum:"paper" doc:"A4 or Letter"`
	MarginMM []invoice.Amount `yaml:"margin_mm" doc:"top, right, bottom, left"`
	SizePT   invoice.Amount   `yaml:"size_pt" doc:"size of the body text, 6 to 12 pt"`
	Rules    string           `yaml:"rules" enum:"rules" doc:"grid, rows or open"`
	Heading  string           `yaml:"heading" enum:"heading" doc:"centre or split"`
	Colour   Colours          `yaml:"colour" doc:"colours, #RRGGBB"`
	Blocks   []string         `yaml:"blocks" enum:"block" doc:"the parts of a document, in order"`
	Columns  Columns          `yaml:"columns" doc:"columns of each kind's table, in order; one with no data in any line disappears"`
	Labels   Labels           `yaml:"labels" doc:"words of labels, by name"`
	name     string
}

// Labels are the words of labels, by name.
type Labels map[string]Label

// Label is a label in both languages.
type Label struct {
	Zh string `yaml:"zh" doc:"Chinese"`
	En string `yaml:"en" doc:"English"`
}

// Colours are a template's colours as #RRGGBB.
type Colours struct {
	Accent  string `yaml:"accent" doc:"titles and rules"`
	Shade   string `yaml:"shade" doc:"behind table heads"`
	OnShade string `yaml:"on_shade" doc:"text of table heads"`
}

// Columns are the columns of each kind's table.
type Columns struct {
	Proforma    []string `yaml:"proforma" enum:"column" doc:"of the proforma invoice"`
	Commercial  []string `yaml:"commercial" enum:"column" doc:"of the commercial invoice"`
	PackingList []string `yaml:"packing-list" enum:"packing_column" doc:"of the packing list"`
}

func (c Columns) of(k invoice.Kind) []string {
	switch k {
	case invoice.Proforma:
		return c.Proforma
	case invoice.Commercial:
		return c.Commercial
	}
	return c.PackingList
}

// marksColumn reports whether invoices have a column of shipping marks, as the
// classic form does, which says N/M where there are none.
func (t *Template) marksColumn() bool {
	return slices.Contains(t.Columns.Proforma, "marks") || slices.Contains(t.Columns.Commercial, "marks")
}

//go:embed *.yaml
var builtin embed.FS

// Names are the built-in templates.
var Names = [...]string{"classic", "modern", "letter"}

// ErrUnknown is a name that is neither a built-in template's nor a file's.
var ErrUnknown = errors.New("unknown template")

// Open is the built-in template of that name, or the one in that file.
func Open(name string) (*Template, error) {
	if slices.Contains(Names[:], name) {
		data, err := fs.ReadFile(builtin, name+".yaml")
		if err != nil {
			return nil, err
		}
		return decode(name, name+".yaml", data)
	}
	if !strings.ContainsAny(name, `./\`) {
		return nil, fmt.Errorf("%w %q: %s, or a file", ErrUnknown, name, strings.Join(Names[:], ", "))
	}
	data, err := readBounded(name)
	if err != nil {
		return nil, err
	}
	return decode(strings.TrimSuffix(filepath.Base(name), filepath.Ext(name)), name, data)
}

// mostBytes is the size of the largest template file that is read.
const mostBytes = 1 << 20

func readBounded(file string) ([]byte, error) {
	info, err := os.Stat(file)
	if err != nil {
		return nil, err
	}
	if info.Size() > mostBytes {
		return nil, fmt.Errorf("%s: a template of %d bytes; the most is %d", file, info.Size(), mostBytes)
	}
	return os.ReadFile(file)
}

// decode reads one template, with what it extends under it.
func decode(name, file string, data []byte) (*Template, error) {
	sources, err := strict.Read(file, data, strict.DefaultLimits)
	if err != nil {
		return nil, err
	}
	if len(sources) != 1 {
		return nil, fmt.Errorf("%s: one template is wanted, there are %d", file, len(sources))
	}
	s, t := sources[0], &Template{name: name}
	s.Decode(t)
	t.check(s)
	if s.Err() != nil {
		return nil, s.Err()
	}
	if t.Extends == "" && name != base {
		t.Extends = base
	}
	if t.Extends != "" {
		under, err := Open(t.Extends)
		if err != nil {
			return nil, err
		}
		t.over(under)
	}
	return t, nil
}

// base is the template that every other one stands on.
const base = "classic"

// Name is the template's name.
func (t *Template) Name() string { return t.name }

// LabelNames are the names of all labels: those of the template that every
// other one stands on.
func LabelNames() []string {
	t, err := Open(base)
	if err != nil {
		return nil
	}
	return slices.Sorted(maps.Keys(t.Labels))
}

// over fills what t leaves out from u.
func (t *Template) over(u *Template) {
	take := func(mine *string, theirs string) {
		if *mine == "" {
			*mine = theirs
		}
	}
	take(&t.Paper, u.Paper)
	take(&t.Rules, u.Rules)
	take(&t.Heading, u.Heading)
	take(&t.Colour.Accent, u.Colour.Accent)
	take(&t.Colour.Shade, u.Colour.Shade)
	take(&t.Colour.OnShade, u.Colour.OnShade)
	if t.MarginMM == nil {
		t.MarginMM = u.MarginMM
	}
	if !t.SizePT.Given() {
		t.SizePT = u.SizePT
	}
	for _, l := range [...]struct{ mine, theirs *[]string }{{&t.Blocks, &u.Blocks}, {&t.Columns.Proforma, &u.Columns.Proforma},
		{&t.Columns.Commercial, &u.Columns.Commercial}, {&t.Columns.PackingList, &u.Columns.PackingList}} {
		if *l.mine == nil {
			*l.mine = *l.theirs
		}
	}
	labels := make(Labels, len(u.Labels))
	for k, v := range u.Labels {
		labels[k] = v
	}
	for k, v := range t.Labels {
		l := labels[k]
		take(&v.Zh, l.Zh)
		take(&v.En, l.En)
		labels[k] = v
	}
	t.Labels = labels
}

// check reports what is wrong in t to s.
func (t *Template) check(s *strict.Source) {
	fail := func(path, format string, args ...any) {
		if !s.Failed(path) {
			s.Fail(path, "template", format, args...)
		}
	}
	oneOf := func(path, v string, allowed []string) {
		if v != "" && !slices.Contains(allowed, v) {
			fail(path, "%.40s is unknown%s: %s", v, strict.DidYouMean(v, allowed), strings.Join(allowed, ", "))
		}
	}
	if t.Version != "1" {
		fail("template", "this program reads version 1 of templates, not %.20q", t.Version)
	}
	oneOf("extends", t.Extends, Names[:])
	oneOf("paper", t.Paper, Papers[:])
	oneOf("rules", t.Rules, ruleNames[:])
	oneOf("heading", t.Heading, headings[:])
	t.checkSizes(fail)
	for i, b := range t.Blocks {
		oneOf(fmt.Sprintf("blocks[%d]", i), b, BlockNames())
	}
	for _, k := range invoice.Kinds {
		for i, c := range t.Columns.of(k) {
			oneOf(fmt.Sprintf("columns.%s[%d]", k, i), c, ColumnNames(k))
		}
	}
	for name := range t.Labels {
		if t.name != base && !s.Failed("labels") {
			oneOf("labels."+name, name, LabelNames())
		}
	}
}

func (t *Template) checkSizes(fail func(path, format string, args ...any)) {
	if n := len(t.MarginMM); n != 0 && n != 4 {
		fail("margin_mm", "four numbers are wanted: top, right, bottom, left")
	}
	for i, m := range t.MarginMM {
		if v := m.Decimal().IntPart(); v < 3 || v > 60 {
			fail(fmt.Sprintf("margin_mm[%d]", i), "%s mm: between 3 and 60", m)
		}
	}
	if v := t.SizePT.Decimal(); t.SizePT.Given() && (v.IntPart() < 6 || v.IntPart() > 12) {
		fail("size_pt", "%s pt: between 6 and 12", t.SizePT)
	}
	for path, v := range map[string]string{"colour.accent": t.Colour.Accent, "colour.shade": t.Colour.Shade, "colour.on_shade": t.Colour.OnShade} {
		if _, ok := parseColour(v); v != "" && !ok {
			fail(path, "%.20q is not a colour like #1F3A5F", v)
		}
	}
}

func parseColour(s string) (Colour, bool) {
	if len(s) != 7 || s[0] != '#' {
		return Colour{}, false
	}
	n, err := strconv.ParseUint(s[1:], 16, 24)
	return Colour{uint8(n >> 16), uint8(n >> 8), uint8(n)}, err == nil
}

// Papers are the sizes of paper.
var Papers = [...]string{"A4", "Letter"}

var (
	ruleNames = [...]string{"grid", "rows", "open"}
	headings  = [...]string{"centre", "split"}
)

// paperSizes are width and height in thousandths of a point.
var paperSizes = map[string][2]int{"A4": {595276, 841890}, "Letter": {612000, 792000}}

// StyleOn is t's look, on another paper if one is named.
func (t *Template) StyleOn(paper string) Style {
	if paper == "" {
		paper = t.Paper
	}
	mm := func(i int) int { return int(t.MarginMM[i].Decimal().Shift(6).IntPart() * 360 / 127 / 1000) }
	colour := func(s string) Colour { c, _ := parseColour(s); return c }
	return Style{
		Template: t.name, Paper: paper, Width: paperSizes[paper][0], Height: paperSizes[paper][1],
		Top: mm(0), Right: mm(1), Bottom: mm(2), Left: mm(3), Size: int(t.SizePT.Decimal().Shift(3).IntPart()),
		Rules: t.Rules, Heading: t.Heading,
		Accent: colour(t.Colour.Accent), Shade: colour(t.Colour.Shade), OnShade: colour(t.Colour.OnShade),
	}
}
