package evidence

import (
	"fmt"

	"yipiao/invoice/pattern"
)

var heightOf = pattern.Lazily(`\s(?:ht|customHeight)=(?:"[^"]*"|'[^']*')`)

// growRow writes the height of a row that has become too low.
func (s *sheetCopy) growRow(e *element, row int) {
	height := s.fitter.grownHeight(row)
	if height == 0 || height <= s.fitter.view.heights[row] {
		return
	}
	tag := heightOf.ReplaceAllString(string(s.data[e.from:e.open]), "")
	s.edits = append(s.edits, edit{e.from, e.open, withAttributes(tag, fmt.Sprintf(`ht="%d.%02d" customHeight="1"`, height/1000, height%1000/10))})
}

// withAttributes is a start tag with attributes at its end.
func withAttributes(tag, attributes string) string {
	end := len(tag) - 1
	if tag[end-1] == '/' {
		end--
	}
	return tag[:end] + " " + attributes + tag[end:]
}
