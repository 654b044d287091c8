package evidence

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"yipiao/invoice/read"
	"yipiao/invoice/read/sheet"
)

// The original is attached as it is: what it holds beside what is printed, such
// as costs, goes to whoever gets the translation. That has to be told.

// unprinted lists what a workbook holds that isn't printed.
func (o *original) unprinted(data []byte) []string {
	if o.book == nil {
		return nil
	}
	var all []string
	for _, s := range o.book.Sheets {
		if what := unprintedOf(s); what != "" {
			all = append(all, "sheet "+s.Name+": "+what)
		}
	}
	if o.format != read.XLSX {
		return all
	}
	p, err := unpack(data)
	if err != nil {
		return all // its copy will say so
	}
	for _, kind := range []struct{ path, what string }{{"xl/comments", "comments on cells"}, {"xl/threadedComments/", "comments on cells"}, {"xl/externalLinks/externalLink", "figures of other workbooks"}, {"xl/pivotCache/pivotCacheDefinition", "the data behind pivot tables"}} {
		if slices.ContainsFunc(p.names, func(name string) bool { return strings.HasPrefix(name, kind.path) }) && !slices.Contains(all, kind.what) {
			all = append(all, kind.what)
		}
	}
	return all
}

// unprintedOf is what a sheet holds that isn't printed, empty for nothing.
func unprintedOf(s *sheet.Sheet) string {
	if s.Visibility != sheet.Visible {
		if slices.ContainsFunc(s.Rows, func(r sheet.Row) bool { return slices.ContainsFunc(r.Cells, holds) }) {
			return "hidden"
		}
		return ""
	}
	seen := s.Seen()
	var rows, columns []int
	outside := 0
	for i := range s.Rows {
		row := &s.Rows[i]
		for j := range row.Cells {
			c := &row.Cells[j]
			switch _, merged := seen.Merged(row.Index, c.Column); {
			case !holds(*c) || seen.Contents(row.Index, c.Column):
			case seen.HiddenRow(row.Index):
				rows = append(rows, row.Index)
			case seen.HiddenColumn(c.Column):
				columns = append(columns, c.Column)
			case !merged || !seen.Place(row.Index, c.Column):
				outside++
			}
		}
	}
	var parts []string
	if len(columns) > 0 {
		parts = append(parts, "hidden columns "+runs(columns, columnName))
	}
	if len(rows) > 0 {
		parts = append(parts, "hidden rows "+runs(rows, func(n int) string { return fmt.Sprint(n) }))
	}
	switch {
	case outside == 1:
		parts = append(parts, "a cell outside the print area")
	case outside > 1:
		parts = append(parts, fmt.Sprintf("%d cells outside the print area", outside))
	}
	return strings.Join(parts, ", ")
}

func holds(c sheet.Cell) bool { return c.Text != "" || c.Formula != "" }

func columnName(n int) string {
	name, err := excelize.ColumnNumberToName(n)
	if err != nil {
		return fmt.Sprint(n)
	}
	return name
}

// runs are numbers as people list them: J-M, P.
func runs(numbers []int, name func(int) string) string {
	slices.Sort(numbers)
	numbers = slices.Compact(numbers)
	var all []string
	for i := 0; i < len(numbers); {
		j := i
		for j+1 < len(numbers) && numbers[j+1] == numbers[j]+1 {
			j++
		}
		run := name(numbers[i])
		if j > i {
			run += "-" + name(numbers[j])
		}
		all = append(all, run)
		i = j + 1
	}
	return strings.Join(all, ", ")
}
