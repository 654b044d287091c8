package translate

import (
	"context"
	"fmt"
	"strings"
)

// ReviewOrders makes the rows of a workbook for a file of orders: one for each
// distinct text, those that have both languages already included.
func ReviewOrders(ctx context.Context, p *Pipeline, name string, source []byte) ([]ReviewRow, error) {
	file, err := ReadOrders(name, source)
	if len(file.Orders) == 0 {
		return nil, err
	}
	if err := file.Translate(ctx, p); err != nil {
		return nil, err
	}
	results := map[string]Result{}
	for i, g := range file.Gaps {
		results[file.ID(g.Document, g.Path)] = file.Results[i]
	}
	sheet := reviewSheetOf{at: map[memoryKey]int{}}
	for _, o := range file.Orders {
		for t := range o.Texts() {
			id := file.ID(o.Source().Index-1, t.Path)
			switch r, missing := results[id]; {
			case missing:
				sheet.add(id, p.row(r))
			case t.Text.Zh != "" && t.Text.En != "" && Detect(t.Text.Zh).IsChinese():
				sheet.add(id, p.bothThere(t.Text.Zh, t.Text.En))
			}
		}
	}
	return sheet.finish(), nil
}

// row shows a result with the memory's own state where it has one.
func (p *Pipeline) row(r Result) ReviewRow {
	row := ReviewRows([]Result{r})[0]
	if e, ok := p.lookup(r.From, r.To, r.Source); ok && e.Target == r.Text {
		row.State = e.State
	}
	return row
}

// bothThere shows a text that has both languages, with what speaks against
// their being the same.
func (p *Pipeline) bothThere(zh, en string) ReviewRow {
	from := Detect(zh)
	r := Result{Source: zh, Text: en, From: from, To: English, State: Final, Checks: Verify(zh, en, from, English, p.Glossary.Terms(), 0)}
	return p.row(r)
}

func (p *Pipeline) lookup(from, to Lang, source string) (Entry, bool) {
	if p.Memory == nil {
		return Entry{}, false
	}
	return p.Memory.Lookup(from, to, source)
}

// reviewSheetOf gathers rows: equal texts share one, whose name says how many
// they are.
type reviewSheetOf struct {
	rows []ReviewRow
	more []int
	at   map[memoryKey]int
}

func (s *reviewSheetOf) add(id string, row ReviewRow) {
	k := key(row.From, row.To, row.Source)
	if at, ok := s.at[k]; ok && s.rows[at].Target == row.Target {
		s.more[at]++
		return
	} else if ok {
		row.Warnings = strings.TrimPrefix(row.Warnings+"; "+s.rows[at].ID+" has another translation of it", "; ")
	}
	row.ID = id
	s.at[k] = len(s.rows)
	s.rows, s.more = append(s.rows, row), append(s.more, 0)
}

func (s *reviewSheetOf) finish() []ReviewRow {
	for i, n := range s.more {
		if n > 0 {
			s.rows[i].ID += fmt.Sprintf(" and %d more", n)
		}
	}
	return s.rows
}
