// Command workbooks writes the workbooks of this folder, as suppliers send
// them, and beside each what a careful person takes from it. Run it by
// `go generate ./invoice/read`; the same bytes come out every time.
//
// The .xls and .pdf files beside them were made of the same workbooks by
//
//	soffice --headless --convert-to xls NN_name.xlsx
//	soffice --headless --convert-to pdf NN_name.xlsx
package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
)

// want is what a careful person takes from a file.
type want struct {
	Orders   []m       `json:"orders"`
	Lines    []int     `json:"lines"`    // how many, in each order
	Absent   []string  `json:"absent"`   // must not appear anywhere: costs, what is hidden
	Warnings []warning `json:"warnings"` // must be among those given
	Refused  *string   `json:"refused"`  // words of which one must be in the reason, parted by |
}

type warning struct {
	Code  string `json:"code"` // or several, parted by |
	Field string `json:"field,omitempty"`
}

// fixture is a file and what it says.
type fixture struct {
	name string
	make func() ([]byte, want)
}

func main() {
	out := flag.String("o", filepath.Dir(sourceFile()), "folder to write to")
	flag.Parse()
	for _, f := range fixtures {
		data, w := f.make()
		for _, o := range w.Orders {
			n, _ := o["lines"].([]m)
			w.Lines = append(w.Lines, len(n))
		}
		name := filepath.Join(*out, f.name)
		must(os.WriteFile(name, data, 0o644))
		var js bytes.Buffer
		e := json.NewEncoder(&js)
		e.SetEscapeHTML(false)
		e.SetIndent("", " ")
		must(e.Encode(w))
		must(os.WriteFile(name[:len(name)-len(filepath.Ext(name))]+".json", js.Bytes(), 0o644))
	}
}
