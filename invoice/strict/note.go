package strict

import (
	"bytes"
	"slices"
)

// enter adds a field or an item to the path and tells how long the path was.
func (w *writer) enter(sign byte, name string) int {
	outer := len(w.path)
	if w.note == nil {
		return outer
	}
	if outer > 0 || sign == '[' {
		w.path = append(w.path, sign)
	}
	w.path = append(w.path, name...)
	if sign == '[' {
		w.path = append(w.path, ']')
	}
	return outer
}

// remark puts the comment for the path behind the first line of what was
// written from start on: in a mapping, a list or a text of several lines that
// is the line of its field.
func (w *writer) remark(start int) {
	if w.note == nil {
		return
	}
	note := w.note(string(w.path))
	line := bytes.IndexByte(w.buf[start:], '\n')
	if note == "" || line < 0 {
		return
	}
	w.buf = slices.Insert(w.buf, start+line, []byte("  # "+oneLine(note))...)
}

// oneLine is a comment without what would end it.
func oneLine(s string) string {
	return string(bytes.Map(func(r rune) rune {
		if r < ' ' || r == 0x7F || r == 0x85 || r == 0x2028 || r == 0x2029 || r == 0xFEFF {
			return ' '
		}
		return r
	}, []byte(s)))
}
