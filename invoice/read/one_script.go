package read

import (
	"reflect"
	"unicode"

	"yipiao/invoice/read/grid"
	"yipiao/invoice/script"
)

// oneScript reads a document in traditional characters by the words of
// simplified ones, and gives each text back in its own: the characters that are
// changed, of this document alone, are changed one to one.
type oneScript struct {
	simplified, own map[rune]rune
}

// scriptOf finds the traditional characters of a document that can be changed
// and changed back: of two that have the same simplified one, what stands there
// oftener; none whose simplified one stands there itself.
func scriptOf(grids []*grid.Grid) oneScript {
	count := map[rune]int{}
	eachText(grids, func(text *string) {
		for _, r := range *text {
			if unicode.Is(unicode.Han, r) {
				count[r]++
			}
		}
	})
	s := oneScript{map[rune]rune{}, map[rune]rune{}}
	for r, n := range count {
		to, ok := script.SimplifiedForms()[r]
		if !ok || count[to] > 0 {
			continue
		}
		if other, taken := s.own[to]; taken {
			if m := count[other]; m > n || m == n && other < r {
				continue
			}
			delete(s.simplified, other)
		}
		s.simplified[r], s.own[to] = to, r
	}
	return s
}

// simplify changes the texts of grids.
func (s oneScript) simplify(grids []*grid.Grid) {
	if len(s.simplified) > 0 {
		eachText(grids, func(text *string) { *text = exchanged(*text, s.simplified) })
	}
}

// restore gives the texts of readings back in the document's own characters.
func (s oneScript) restore(readings []Reading) {
	if len(s.own) == 0 {
		return
	}
	for i := range readings {
		s.restoreValue(reflect.ValueOf(&readings[i]))
	}
}

// restoreValue restores all texts within a value.
func (s oneScript) restoreValue(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		if v.CanSet() {
			v.SetString(exchanged(v.String(), s.own))
		}
	case reflect.Pointer:
		if !v.IsNil() {
			s.restoreValue(v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				s.restoreValue(v.Field(i))
			}
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			s.restoreValue(v.Index(i))
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			value := reflect.New(v.Type().Elem()).Elem()
			value.Set(v.MapIndex(key))
			s.restoreValue(value)
			v.SetMapIndex(key, value)
		}
	}
}

// eachText visits the names of grids and the texts of their cells.
func eachText(grids []*grid.Grid, visit func(text *string)) {
	for _, g := range grids {
		visit(&g.Name)
		for i := range g.Rows {
			for j := range g.Rows[i].Cells {
				visit(&g.Rows[i].Cells[j].Text)
				visit(&g.Rows[i].Cells[j].Where)
			}
		}
	}
}

// exchanged is a text with characters exchanged for others.
func exchanged(text string, by map[rune]rune) string {
	out := []rune(text)
	changed := false
	for i, r := range out {
		if to, ok := by[r]; ok {
			out[i], changed = to, true
		}
	}
	if !changed {
		return text
	}
	return string(out)
}
