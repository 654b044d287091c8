package evidence

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"yipiao/invoice"
	"yipiao/invoice/read/grid"
	"yipiao/invoice/read/sheet"
	"yipiao/templates"
)

// part is a sheet or page of the original: how it looks, and what it says.
type part struct {
	name   string       // of a sheet, or "Page 2"
	sheet  *sheet.Sheet // of a workbook
	leaves []templates.Facsimile
	grid   *grid.Grid
	// scanned is a page that is a picture, from which a machine read the text.
	scanned bool
}

// translation is the translation of one document in the making.
type translation struct {
	*texts
	compared, equal int
	unequal         []string        // places whose numbers differ
	guesses         map[string]bool // originals whose English is a guess
}

// cell is a cell's contents in English.
func (t *translation) cell(c *grid.Cell) English {
	if c.Unknown && strings.HasPrefix(c.Text, "=") {
		return English{Text: "[no stored value]"} // its formula is not what is shown
	}
	e := English{Text: c.Text}
	if c.Date != "" && invoice.HasHan(c.Text) {
		e.Text = string(c.Date)
	} else if c.Kind != grid.Number {
		e = t.english(c.Text)
	} else if invoice.HasHan(c.Text) { // a number whose format has Chinese in it
		e = t.english(c.Text)
	} else {
		e.Compared, e.Equal = 1, 1
	}
	if e.Guess() {
		t.guesses[e.Original] = true
	}
	return e
}

// count compares the numbers of a part, cell by cell.
func (t *translation) count(g *grid.Grid) {
	for _, r := range g.Rows {
		for i := range r.Cells {
			e := t.cell(&r.Cells[i])
			t.compared += e.Compared
			t.equal += e.Equal
			if e.Equal < e.Compared {
				t.unequal = append(t.unequal, r.Cells[i].Where)
			}
		}
	}
}

// numbersLine says what came of comparing the numbers.
func (t *translation) numbersLine() string {
	return fmt.Sprintf("%d numbers compared, %d equal", t.compared, t.equal)
}

// form lays the evidence out: each part of the original, then what it says in
// English.
func (t *translation) form(name, mime string, data []byte, parts []part, opt *Options) (*templates.Form, error) {
	layout, err := templates.Open("letter")
	if err != nil {
		return nil, err
	}
	f := &templates.Form{Lang: invoice.English, Author: opt.By, Style: layout.StyleOn(opt.Paper), Date: opt.date,
		Title:    invoice.Text{En: "English translation of " + name},
		Original: &templates.Original{Name: name, Type: mime, Data: data},
		Foot: templates.Foot{Number: invoice.Text{En: "English translation of " + name},
			Page: invoice.Text{En: "Page {page} of {pages}"}}}
	f.Style.Heading = "centre" // a file's name has the page's width
	for _, p := range parts {
		t.count(p.grid)
	}
	if len(t.guesses) > 0 {
		f.Author = ""
	}
	for i, p := range parts {
		for j := range p.leaves {
			f.Blocks = append(f.Blocks, templates.Block{Name: "original", Facsimile: &p.leaves[j]})
		}
		if i == 0 {
			f.Blocks = append(f.Blocks, t.facts(name, data, opt))
		}
		if p.scanned {
			f.Blocks = append(f.Blocks, warning("This page is a picture, and its text was read by a machine: compare every word and figure with it."))
		}
		blocks := t.blocks(p.grid)
		if len(parts) > 1 && len(blocks) > 0 {
			blocks[0].Heading.En = t.partName(&p, i+1)
		}
		f.Blocks = append(f.Blocks, blocks...)
	}
	return f, nil
}

// warning is a sentence that nobody should overlook.
func warning(text string) templates.Block {
	return templates.Block{Name: "words", Paragraphs: []templates.Paragraph{{Text: invoice.Text{En: text}, Strong: true}}}
}

// partName is what a part is called in English.
func (t *translation) partName(p *part, number int) string {
	if p.sheet == nil {
		return p.name
	}
	if e := t.english(p.name); !e.Guess() && e.Text != "" {
		return "Sheet " + e.Text
	}
	return fmt.Sprintf("Sheet %d (%s)", number, p.name)
}

// translator says who stands for the translation. Nobody is said to stand for a
// guess that he hasn't approved.
func translator(by string, guesses int) string {
	switch {
	case by == "":
		return "machine translation by yipiao, not reviewed"
	case guesses == 1:
		return by + ", except a text marked [?], which a machine guessed and nobody has confirmed"
	case guesses > 1:
		return fmt.Sprintf("%s, except %d texts marked [?], which a machine guessed and nobody has confirmed", by, guesses)
	}
	return by
}

// facts say of what this is a translation, and who made it: 19 CFR 141.86(d)
// wants an accurate English translation attached to an invoice.
func (t *translation) facts(name string, data []byte, opt *Options) templates.Block {
	sum := sha256.Sum256(data)
	entry := func(label, value string) templates.Entry {
		return templates.Entry{Label: invoice.Text{En: label}, Value: templates.Cell{Lines: []invoice.Text{{En: value}}}}
	}
	entries := []templates.Entry{
		entry("Original file", fmt.Sprintf("%s (%d bytes, attached to this PDF)", name, len(data))),
		entry("SHA-256 of the original", hex.EncodeToString(sum[:])),
		entry("Translated by", translator(opt.By, len(t.guesses))),
		entry("Numbers", t.numbersLine()),
	}
	if n := len(t.guesses); n > 0 {
		words := fmt.Sprintf("[?] stands behind %d texts that a machine guessed; the Chinese stands before each", n)
		if n == 1 {
			words = "[?] stands behind a text that a machine guessed; the Chinese stands before it"
		}
		entries = append(entries, entry("Marks", words))
	}
	return templates.Block{Name: "facts", Boxes: &templates.Boxes{Across: 1, Boxes: []templates.Box{{Entries: entries, Inline: true}}}}
}
