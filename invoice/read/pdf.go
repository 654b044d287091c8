package read

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"yipiao/invoice/read/grid"
	"yipiao/invoice/read/page"
)

// readPDF reads the orders of a PDF: of our own from its attachment, of an
// e-fapiao by its form, of others from their tables.
func (src *Source) readPDF(ctx context.Context, data []byte, opt Options) ([]Reading, error) {
	f, err := page.Open(ctx, data, opt.Say)
	if err != nil {
		return refusePDF(err)
	}
	src.PDF = f
	pages, err := f.Read(ctx)
	if err != nil {
		return refusePDF(err)
	}
	src.Pages = pages
	for _, p := range pages {
		src.Grids = append(src.Grids, p.Grid)
	}
	files, err := f.Attachments(ctx)
	if err != nil {
		return refusePDF(err)
	}
	own, doubt := readOwn(files, pages)
	if own != nil {
		return []Reading{*own}, nil
	}
	readings, err := src.readForeign(ctx, files, opt)
	if err != nil {
		return refusePDF(err)
	}
	for i := range readings {
		r := &readings[i]
		if doubt != nil {
			r.Warnings = append(r.Warnings, *doubt)
		}
		r.Warnings = append(r.Warnings, doubtful(r, src.Pages)...)
		r.Warnings = append(r.Warnings, guessed(r, src.Pages)...)
	}
	return readings, ctx.Err()
}

// readForeign reads the pages of a PDF that wasn't made by us: those with text,
// and where no order is in it, those that are pictures. So are those that bring
// a text which some program read from them: seldom a table's.
func (src *Source) readForeign(ctx context.Context, files []page.Attachment, opt Options) ([]Reading, error) {
	readings := readPages(ctx, src.Pages, files)
	if slices.ContainsFunc(readings, func(r Reading) bool { return r.Order != nil }) {
		for i := range readings {
			for _, p := range pictures(src.Pages, page.Picture) {
				readings[i].Warnings = append(readings[i].Warnings, Warning{Unread, "", p.Grid.Name, "this page is a picture, and wasn't read"})
			}
		}
		return readings, nil
	}
	scans := pictures(src.Pages, page.Picture, page.Layer)
	if len(scans) == 0 {
		return readings, nil
	}
	err := src.recogniseScans(ctx, scans, opt)
	if errors.Is(err, page.ErrNoReader) && len(pictures(src.Pages, page.Picture)) == 0 {
		return readings, nil // it can't be read by us, but was
	}
	if err != nil {
		return nil, err
	}
	return readPages(ctx, src.Pages, files), nil
}

// pictures are the pages whose text comes from one of sources.
func pictures(pages []*page.Page, sources ...page.Source) []*page.Page {
	return slices.DeleteFunc(slices.Clone(pages), func(p *page.Page) bool { return !slices.Contains(sources, p.Source) })
}

// refusePDF tells what is wrong with the file; what is wrong with the machine
// is an error.
func refusePDF(err error) ([]Reading, error) {
	if page.IsFault(err) || isScanFault(err) {
		return refuse("%v", err), nil
	}
	return nil, err
}

// readPages reads the orders of pages that weren't made by us.
func readPages(ctx context.Context, pages []*page.Page, files []page.Attachment) []Reading {
	var grids, lines []*grid.Grid
	for _, p := range pages {
		completeLabels(p)
		grids = append(grids, p.Grid)
		if p.Lines != nil {
			lines = append(lines, p.Lines)
		}
	}
	var attached [][]byte
	for _, f := range files {
		attached = append(attached, f.Data)
	}
	if fapiao := readFapiaoPage(lines, attachedFapiao(attached)); fapiao != nil {
		return fapiao
	}
	return understand(ctx, grids)
}

// doubtful tells of what can't be read whole on pages.
func doubtful(r *Reading, pages []*page.Page) []Warning {
	var all []Warning
	for _, p := range pages {
		for _, c := range p.Cut {
			all = append(all, Warning{CutOff, fieldAt(r, c.Where), c.Where,
				fmt.Sprintf("a part of %s can't be seen: it runs out of its place", quoted(c.Text))})
		}
		if p.Unknown > 0 {
			all = append(all, Warning{Unread, "", p.Grid.Name,
				fmt.Sprintf("%d characters can't be read: their font doesn't tell which they are", p.Unknown)})
		}
	}
	return all
}

// fieldAt is the first field, by name, that was found at a place.
func fieldAt(r *Reading, where string) string {
	for _, path := range slices.Sorted(maps.Keys(r.Where)) {
		if r.Where[path] == where {
			return path
		}
	}
	return ""
}
