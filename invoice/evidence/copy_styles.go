package evidence

import (
	"fmt"
	"strconv"
	"strings"

	"yipiao/invoice/pattern"
)

// styles are the looks of a workbook's cells, with those that are added to them.
type styles struct {
	data       []byte
	looks      []*element // <xf> of cells
	alignments map[*element]*element
	fonts      []*element
	sizes      map[*element]*element
	lists      map[string]*element // <fonts> and <cellXfs>

	added      map[addedLook]int
	newLooks   []string
	newFonts   []string
	addedFonts map[addedFont]int
}

type addedLook struct {
	of int
	look
}

type addedFont struct{ of, size int }

// openStyles reads the part of styles.
func openStyles(data []byte) (*styles, error) {
	s := &styles{data: data, alignments: map[*element]*element{}, sizes: map[*element]*element{}, lists: map[string]*element{},
		added: map[addedLook]int{}, addedFonts: map[addedFont]int{}}
	err := walk(data, nil, func(e *element) {
		in := ""
		if e.parent != nil {
			in = e.parent.name
		}
		switch {
		case e.name == "xf" && in == "cellXfs":
			s.looks = append(s.looks, e)
		case e.name == "alignment" && in == "xf":
			s.alignments[e.parent] = e
		case e.name == "font" && in == "fonts":
			s.fonts = append(s.fonts, e)
		case e.name == "sz" && in == "font":
			s.sizes[e.parent] = e
		case (e.name == "fonts" || e.name == "cellXfs") && in == "styleSheet":
			s.lists[e.name] = e
		}
	})
	return s, err
}

// with is the number of a look that changes; it is added once.
func (s *styles) with(of int, l look) (number int, ok bool) {
	l.line = false
	if of < 0 || of >= len(s.looks) || l == (look{}) {
		return of, false
	}
	key := addedLook{of, l}
	n, known := s.added[key]
	if !known {
		n = len(s.looks) + len(s.newLooks)
		s.added[key] = n
		s.newLooks = append(s.newLooks, s.changed(s.looks[of], l))
	}
	return n, true
}

var (
	fontAttributes = pattern.Lazily(`\s(?:fontId|applyFont)=(?:"[^"]*"|'[^']*')`)
	alignmentGiven = pattern.Lazily(`\sapplyAlignment=(?:"[^"]*"|'[^']*')`)
	wrapAttributes = pattern.Lazily(`\s(?:wrapText|shrinkToFit)=(?:"[^"]*"|'[^']*')`)
)

// changed is an <xf> with another font size, or wrapping.
func (s *styles) changed(xf *element, l look) string {
	tag, body := string(s.data[xf.from:xf.open]), string(s.data[xf.open:xf.to])
	if l.size > 0 {
		of, _ := strconv.Atoi(xf.attr("fontId"))
		if n, ok := s.font(of, l.size); ok {
			tag = withAttributes(fontAttributes.ReplaceAllString(tag, ""), fmt.Sprintf(`fontId="%d" applyFont="1"`, n))
		}
	}
	if !l.wrap {
		return tag + body
	}
	tag = withAttributes(alignmentGiven.ReplaceAllString(tag, ""), `applyAlignment="1"`)
	if a := s.alignments[xf]; a != nil {
		own := wrapAttributes.ReplaceAllString(string(s.data[a.from:a.open]), "")
		return tag + string(s.data[xf.open:a.from]) + withAttributes(own, `wrapText="1"`) + string(s.data[a.open:xf.to])
	}
	wraps := "<" + strings.TrimSuffix(xf.qualified(), "xf") + `alignment wrapText="1"/>`
	if strings.HasSuffix(tag, "/>") {
		return tag[:len(tag)-2] + ">" + wraps + "</" + xf.qualified() + ">"
	}
	return tag + wraps + body
}

// font is the number of a font in another size.
func (s *styles) font(of, size int) (number int, ok bool) {
	if of < 0 || of >= len(s.fonts) || s.sizes[s.fonts[of]] == nil {
		return of, false
	}
	key := addedFont{of, size}
	n, known := s.addedFonts[key]
	if !known {
		n = len(s.fonts) + len(s.newFonts)
		s.addedFonts[key] = n
		font, sz := s.fonts[of], s.sizes[s.fonts[of]]
		s.newFonts = append(s.newFonts, string(s.data[font.from:sz.from])+fmt.Sprintf(`<%s val="%d.%d"/>`, sz.qualified(), size/1000, size%1000/100)+string(s.data[sz.to:font.to]))
	}
	return n, true
}

var countOf = pattern.Lazily(`\scount=(?:"[^"]*"|'[^']*')`)

// written is the part with what was added.
func (s *styles) written() []byte {
	var edits []edit
	add := func(list *element, had int, more []string) {
		if list == nil || len(more) == 0 {
			return
		}
		tag := countOf.ReplaceAllString(string(s.data[list.from:list.open]), "")
		edits = append(edits, edit{list.from, list.open, withAttributes(tag, fmt.Sprintf(`count="%d"`, had+len(more)))},
			edit{list.close, list.close, strings.Join(more, "")})
	}
	add(s.lists["fonts"], len(s.fonts), s.newFonts)
	add(s.lists["cellXfs"], len(s.looks), s.newLooks)
	return applied(s.data, edits)
}
