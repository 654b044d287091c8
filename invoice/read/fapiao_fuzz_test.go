package read

import (
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"yipiao/invoice"
)

// sound checks what holds of every reading, whatever the file: it refuses, or
// gives an order that can be written, and that decodes unless a warning says
// that something is missing.
func sound(t *testing.T, readings []Reading) {
	if len(readings) == 0 {
		t.Fatal("no reading")
	}
	for _, r := range readings {
		if (r.Order == nil) != (r.Refused != "") {
			t.Fatalf("an order and a reason to refuse: %+v", r)
		}
		if r.Order == nil {
			continue
		}
		y, err := r.Order.Marshal()
		if err != nil {
			t.Fatal(err)
		}
		missing := slices.ContainsFunc(r.Warnings, func(w Warning) bool { return w.Code == Missing })
		if _, err := invoice.Decode("x", y); err != nil && !missing {
			t.Fatalf("%v\n%s", err, y)
		}
	}
}

func FuzzFapiaoXML(f *testing.F) {
	r := rand.New(rand.NewPCG(1, 7))
	for i := range xmlForms {
		f.Add(xmlForms[i].write(f, anyFapiao(r, 3)))
	}
	if data, err := os.ReadFile("testdata/fapiao/01_shudian_demo.xml"); err == nil {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var s Source
		sound(t, s.readFapiaoXML(data))
	})
}

func FuzzOFD(f *testing.F) {
	files, _ := filepath.Glob("testdata/fapiao/*.ofd")
	for _, file := range files {
		if data, err := os.ReadFile(file); err == nil {
			f.Add(data)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var s Source
		sound(t, s.readOFD(context.Background(), data))
	})
}

// FuzzFapiaoPage changes the texts and places of a page: a line of the input is
// x, y, size and a text.
func FuzzFapiaoPage(f *testing.F) {
	r := rand.New(rand.NewPCG(1, 8))
	for i := range 6 {
		var d drawing
		if i%2 == 0 {
			d.digital(anyFapiao(r, 3), 9)
		} else {
			v := anyFapiao(r, 3)
			vatOf(r, v)
			d.vat(v)
		}
		f.Add(d.pageText())
	}
	f.Fuzz(func(t *testing.T, page string) {
		var d drawing
		d.page()
		for i, line := range strings.Split(page, "\n") {
			if len(line) < 4 || i > 500 {
				continue
			}
			d.text(float64(line[0]), float64(line[1]), float64(line[2])/8, strings.ToValidUTF8(line[3:], "?"))
		}
		for _, f := range fapiaoOfPages(gridsOf(t, d.file(t))) {
			sound(t, []Reading{f.reading()})
		}
	})
}

// pageText is the first page in a form that a fuzzer can change.
func (d *drawing) pageText() string {
	var b strings.Builder
	for _, x := range d.pages[0] {
		b.Write([]byte{byte(x.x), byte(x.y), byte(x.size * 8)})
		b.WriteString(strings.ReplaceAll(x.text, "\n", " ") + "\n")
	}
	return b.String()
}
