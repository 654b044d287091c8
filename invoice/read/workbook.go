package read

import (
	"context"
	"errors"

	"yipiao/invoice/read/grid"
	"yipiao/invoice/read/sheet"
)

// workbook reads the orders of a workbook or CSV: of its sheets as far as they
// are printed.
func (src *Source) workbook(ctx context.Context, name string, data []byte) ([]Reading, error) {
	book, err := openBook(ctx, src.Format, name, data)
	var failure *sheet.Failure
	if errors.As(err, &failure) {
		return refuse("%s", failure), nil
	}
	if err != nil {
		return nil, err
	}
	var grids []*grid.Grid
	notes := book.Notes
	for _, s := range book.Sheets {
		if g := s.Grid(); g != nil && len(g.Rows) > 0 {
			grids = append(grids, g)
			notes = append(notes, s.Notes...)
		}
	}
	src.Book, src.Grids = book, grids
	readings := understand(ctx, grids)
	warnExternal(readings, grids)
	for i := range readings {
		for _, note := range notes {
			readings[i].Warnings = append(readings[i].Warnings, Warning{Code: Unread, Message: note})
		}
	}
	return readings, ctx.Err()
}

func openBook(ctx context.Context, f Format, name string, data []byte) (*sheet.Book, error) {
	switch f {
	case XLSX:
		return sheet.XLSX(ctx, data)
	case XLS:
		return sheet.XLS(ctx, data)
	}
	return sheet.CSV(ctx, name, data)
}
