package templates

import "yipiao/invoice"

// EachText calls f with every text that the form prints.
func (f *Form) EachText(do func(string)) {
	text := func(t invoice.Text) {
		if t.Zh != "" {
			do(t.Zh)
		}
		if t.En != "" {
			do(t.En)
		}
	}
	text(f.Title)
	text(f.Head.Name)
	text(f.Head.Address)
	for _, d := range f.Head.Details {
		text(d)
	}
	for i := range f.Blocks {
		f.Blocks[i].eachText(text, do)
	}
	text(f.Foot.Number)
	text(f.Foot.Page)
}

func (b *Block) eachText(text func(invoice.Text), do func(string)) {
	text(b.Heading)
	if f := b.Facsimile; f != nil {
		text(f.Caption)
		for i := range f.Texts {
			do(f.Texts[i].Text)
		}
	}
	if b.Boxes != nil {
		for _, x := range b.Boxes.Boxes {
			text(x.Heading)
			eachEntry(x.Entries, text, do)
		}
	}
	if t := b.Table; t != nil {
		for _, c := range t.Columns {
			text(c.Head)
		}
		for _, r := range t.Rows {
			for i := range r.Cells {
				r.Cells[i].eachText(text, do)
			}
		}
		if t.Marks != nil {
			t.Marks.eachText(text, do)
		}
	}
	for _, p := range b.Paragraphs {
		text(p.Label)
		text(p.Text)
	}
	if s := b.Sign; s != nil {
		text(s.Declaration)
		for _, x := range [...]*SignBox{&s.Seller, s.Buyer} {
			if x != nil {
				text(x.Heading)
				text(x.Name)
				text(x.Line)
				eachEntry(x.Entries, text, do)
			}
		}
	}
}

func eachEntry(entries []Entry, text func(invoice.Text), do func(string)) {
	for i := range entries {
		text(entries[i].Label)
		entries[i].Value.eachText(text, do)
	}
}

func (c *Cell) eachText(text func(invoice.Text), do func(string)) {
	for _, t := range c.Lines {
		text(t)
	}
	if c.Figure != nil {
		do(c.Figure.String())
	}
	if c.Date != "" {
		do(string(c.Date))
	}
}
