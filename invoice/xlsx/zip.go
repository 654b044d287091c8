package xlsx

import (
	"archive/zip"
	"io"
	"sync"

	"github.com/klauspost/compress/flate"
	"github.com/xuri/excelize/v2"
)

// compression is the level of deflate: half the time of the standard library's
// at nearly its size.
const compression = 5

var compressors = sync.Pool{New: func() any {
	w, _ := flate.NewWriter(io.Discard, compression) // fails for unknown levels alone
	return w
}}

// pooled gives its compressor back when it is closed.
type pooled struct{ *flate.Writer }

func (p pooled) Close() error {
	err := p.Writer.Close()
	compressors.Put(p.Writer)
	return err
}

// newZip is the container that a workbook is packed in.
func newZip(w io.Writer) excelize.ZipWriter {
	z := zip.NewWriter(w)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		c := compressors.Get().(*flate.Writer)
		c.Reset(w)
		return pooled{c}, nil
	})
	return z
}
