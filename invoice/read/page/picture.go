package page

import (
	"context"
	"image"
	"image/draw"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/requests"
)

// maxPixels is how large a page's picture may be. A larger page is drawn
// coarser.
const maxPixels = 20_000_000

// Picture draws page i, from 0, at so many dots per inch, or as many as make a
// picture of a bearable size.
func (f *File) Picture(ctx context.Context, i, dpi int) (*image.RGBA, error) {
	var picture *image.RGBA
	err := f.within(ctx, func(context.Context) error {
		p := f.page(i)
		_, whole, err := f.shown(p)
		if err != nil {
			return err
		}
		drawn, err := f.instance.RenderPageInDPI(&requests.RenderPageInDPI{
			Page: p, DPI: bearable(dpi, whole), RenderFlags: enums.FPDF_RENDER_FLAG_ANNOT,
		})
		if err != nil {
			return err
		}
		defer drawn.Cleanup()
		shown := drawn.Result.RenderedImage
		picture = image.NewRGBA(shown.Bounds())
		draw.Draw(picture, picture.Rect, shown, shown.Bounds().Min, draw.Src) // whose pixels are pdfium's
		return nil
	})
	return picture, err
}

// bearable lowers dpi until a page has no more than maxPixels.
func bearable(dpi int, page box) int {
	pixels := func(dpi int) int { return (page.width() * dpi / 72000) * (page.height() * dpi / 72000) }
	for dpi > 1 && pixels(dpi) > maxPixels {
		dpi = dpi * 9 / 10
	}
	return max(1, dpi)
}

func (f *File) page(i int) requests.Page {
	return requests.Page{ByIndex: &requests.PageByIndex{Document: f.document, Index: i}}
}
