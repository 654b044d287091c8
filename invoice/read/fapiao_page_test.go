package read

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"yipiao/invoice/read/ofd"
)

// TestPagesSayWhatTheirDataSays reads the sample files once by the data
// attached to them, or by their tags, and once by what their pages show.
func TestPagesSayWhatTheirDataSays(t *testing.T) {
	files, _ := filepath.Glob("testdata/fapiao/*.ofd")
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			docs, err := ofd.Open(data)
			if err != nil {
				t.Fatal(err)
			}
			var files [][]byte
			for _, a := range docs[0].Attachments {
				files = append(files, a.Data)
			}
			said := attachedFapiao(files)
			if said == nil {
				said = taggedFapiao(docs[0], 0)
			}
			pages := fapiaoOfPages(ofdGrids(docs[0].Pages, 0))
			if said == nil || len(pages) != 1 {
				t.Fatalf("data %v, page %v", said, pages)
			}
			printed := pages[0]
			said.kind, said.words, said.notes = printed.kind, printed.words, printed.notes
			for i := range printed.lines {
				q := &printed.lines[i].quantity // shown with more zeros in one file
				q.text = strings.TrimSuffix(q.text, "000000")
			}
			if diff := cmp.Diff(orderOf(t, said), orderOf(t, printed)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func orderOf(t *testing.T, f *fapiao) string {
	r := f.reading()
	if r.Order == nil {
		t.Fatal(r.Refused)
	}
	y, err := r.Order.Marshal()
	if err != nil {
		t.Fatal(err)
	}
	return string(y)
}
