package offline

import (
	"embed"
	"io/fs"
	"path"
	"strings"
)

//go:embed data/*.tsv
var glossaryFiles embed.FS

//go:embed tables/*
var tableFiles embed.FS

// glossaryTables names the tables of words and sentences, the package's own first.
func glossaryTables() []string {
	own, _ := fs.Glob(tableFiles, "tables/*.tsv")
	var names []string
	for _, name := range own {
		if base := path.Base(name); strings.HasPrefix(base, "words") || isSentences(name) {
			names = append(names, name)
		}
	}
	data, _ := fs.Glob(glossaryFiles, "data/*.tsv")
	return append(names, data...)
}

func isSentences(name string) bool { return strings.HasPrefix(path.Base(name), "sentences") }

// eachRow calls use with the fields of each row of a table, in order. The slice
// is good until use returns.
func eachRow(name string, use func(row []string)) {
	data, err := glossaryFiles.ReadFile(name)
	if err != nil {
		data, _ = tableFiles.ReadFile(name)
	}
	eachRowOf(string(data), use)
}

func eachRowOf(data string, use func(row []string)) {
	var fields [10]string
	for data != "" {
		line, rest, _ := strings.Cut(data, "\n")
		data = rest
		line = strings.TrimSuffix(line, "\r")
		if line == "" || line[0] == '#' {
			continue
		}
		row := fields[:0]
		for more := true; more && len(row) < len(fields); {
			var field string
			field, line, more = strings.Cut(line, "\t")
			row = append(row, field)
		}
		use(row)
	}
}
