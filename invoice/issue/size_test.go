package issue

import (
	"bytes"
	"testing"

	"yipiao/invoice/pdf"
	"yipiao/invoice/text"
)

// TestSize holds that a bilingual invoice of ten lines without pictures fits in
// 40 kB.
func TestSize(t *testing.T) {
	var b bytes.Buffer
	if err := pdf.Write(&b, drawn(t, orderOf(1, 10)), pdf.Options{Fonts: text.Standard()}); err != nil {
		t.Fatal(err)
	}
	if b.Len() > 40_000 {
		t.Errorf("%d bytes", b.Len())
	}
}
