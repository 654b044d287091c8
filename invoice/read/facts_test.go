package read

import (
	_ "embed"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v3"

	"yipiao/invoice/read/grid"
	"yipiao/invoice/strict"
)

// sheetOf makes a paper of a text: a line for each row, cells parted by |, a
// line end in a cell as ⏎, a cell merged over the next column ending in », a
// row of dashes where the table stands, its heads behind them. A cell ~format~text
// is a number with that format, a cell @text a date.
func sheetOf(text string) *paper {
	g := &grid.Grid{Name: "CI"}
	p := &paper{grid: g}
	table := false
	for i, row := range strings.Split(strings.Trim(text, "\n"), "\n") {
		row = strings.TrimLeft(row, "\t")
		if heads, ok := strings.CutPrefix(row, "----"); ok {
			p.head, row, table = i, heads, true
			p.body, p.foot = i+1, i+1
		}
		r := grid.Row{Top: (i + 1) * 1000, Bottom: (i + 2) * 1000}
		column := 1
		for cell := range strings.SplitSeq(row, "|") {
			text := strings.TrimRight(cell, "»")
			span := 1 + strings.Count(cell[len(text):], "»")
			if strings.TrimSpace(text) != "" {
				r.Cells = append(r.Cells, cellOf(strings.TrimSpace(text), i+1, column, span))
			}
			column += span
		}
		g.Rows = append(g.Rows, r)
	}
	p.end = len(g.Rows)
	if !table {
		p.head, p.body, p.foot = p.end, p.end, p.end
	}
	return p
}

func cellOf(text string, row, column, span int) grid.Cell {
	c := grid.Cell{Text: strings.ReplaceAll(text, "⏎", "\n"), Left: column * 1000, Right: (column + span) * 1000, Down: 1,
		Where: fmt.Sprintf("CI!%c%d", 'A'+column-1, row)}
	if parts := strings.SplitN(text, "~", 3); len(parts) == 3 && parts[0] == "" {
		c.Kind, c.Format, c.Text = grid.Number, parts[1], parts[2]
		c.Number = strings.Trim(strings.ReplaceAll(parts[2], ",", ""), "US$￥ ")
	}
	if rest, ok := strings.CutPrefix(text, "@"); ok {
		if d, whole := wholeDate(rest); whole {
			c.Kind, c.Text, c.Date = grid.Date, rest, d.date
		}
	}
	return c
}

// said is what an order says, a line for each field, and the codes of its
// warnings behind exclamation marks.
func said(t *testing.T, d *draft) string {
	t.Helper()
	data, err := strict.Marshal(&d.order)
	if err != nil {
		t.Fatal(err)
	}
	var tree yaml.Node
	if err := yaml.Unmarshal(data, &tree); err != nil {
		t.Fatalf("%v in\n%s", err, data)
	}
	var lines []string
	flatten(&tree, "", &lines)
	for _, w := range d.warnings {
		lines = append(lines, "!"+strings.TrimSpace(w.Code+" "+w.Field))
	}
	return strings.Join(lines, "\n")
}

func flatten(n *yaml.Node, path string, lines *[]string) {
	switch n.Kind {
	case yaml.DocumentNode:
		flatten(n.Content[0], "", lines)
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			flatten(n.Content[i+1], strings.TrimPrefix(path+"."+n.Content[i].Value, "."), lines)
		}
	case yaml.SequenceNode:
		for i, c := range n.Content {
			flatten(c, fmt.Sprintf("%s[%d]", path, i), lines)
		}
	default:
		if path != "yipiao" && n.Value != "" && n.Value != "[]" {
			*lines = append(*lines, path+"="+strings.ReplaceAll(n.Value, "\n", "⏎"))
		}
	}
}

// TestFacts reads the papers of testdata/facts.txt. With -update the file is
// written anew: read the difference before it is kept.
func TestFacts(t *testing.T) {
	var file strings.Builder
	for _, e := range examples(t) {
		d := newDraft()
		d.readFacts(sheetOf(e.paper))
		got := said(t, d)
		fmt.Fprintf(&file, "## %s\n%s\n==\n%s\n\n", e.name, e.paper, got)
		if got != e.want && !*update {
			t.Errorf("%s:\n%s", e.name, cmp.Diff(strings.Split(e.want, "\n"), strings.Split(got, "\n")))
		}
	}
	if *update {
		if err := os.WriteFile("testdata/facts.txt", []byte(strings.TrimSpace(file.String())+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

//go:embed testdata/facts.txt
var factsExamples string
