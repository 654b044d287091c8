package sheet

import (
	"strconv"
	"unicode/utf16"
)

// blip is a picture of the workbook.
type blip struct {
	kind string
	data []byte
}

// drawn is what lies over a sheet's cells: shapes in a stream of their own
// records, and for each, in the same order, an object and perhaps a text.
type drawn struct {
	stream  []byte
	objects []record
	texts   []string
}

func (d *drawn) addDrawing(r record) error {
	if len(d.stream)+len(r.data) > maxPart {
		return tooLarge("its drawings have more than %d MB", maxPart>>20)
	}
	d.stream = append(d.stream, r.all()...)
	return nil
}

func (d *drawn) addObject(r record) {
	if len(d.objects) <= maxShapes {
		d.objects = append(d.objects, r)
	}
}

// addText reads a text object: its characters are in the first record that
// continues it.
func (d *drawn) addText(r record) {
	if len(d.texts) > maxShapes {
		return
	}
	text := ""
	if n := r.u16(10); n > 0 && len(r.more) > 0 {
		t := &texts{data: r.more[0], more: r.more[1:]}
		text = unescapeLines(string(utf16.Decode(t.characters(n, t.u8()&1 != 0))))
	}
	d.texts = append(d.texts, text)
}

// The records of drawings.
const (
	artEntry   = 0xF007
	artShape   = 0xF004
	artOptions = 0xF00B
	artAnchor  = 0xF010
	artObject  = 0xF011
	artTextbox = 0xF00D
)

// art goes through the records of a drawing, into those that hold others.
type art struct {
	record
	pos int
}

// next is the next record; what holds others is gone into after it.
func (a *art) next() (kind, instance int, body []byte, ok bool) {
	if a.pos+8 > len(a.data) {
		return 0, 0, nil, false
	}
	head := a.u16(a.pos)
	kind = a.u16(a.pos + 2)
	length := int(a.u32(a.pos + 4))
	a.pos += 8
	rest := a.data[a.pos:]
	if head&15 == 15 { // it holds others
		return kind, head >> 4, nil, true
	}
	if length < 0 || length > len(rest) {
		return 0, 0, nil, false
	}
	a.pos += length
	return kind, head >> 4, rest[:length], true
}

// readBlips reads the pictures that the sheets share.
func readBlips(stream []byte) []blip {
	var all []blip
	a := &art{record: record{data: stream}}
	for len(all) < maxShapes {
		kind, _, body, ok := a.next()
		if !ok {
			return all
		}
		if kind != artEntry {
			continue
		}
		entry := record{data: body}
		inner := &art{record: record{data: body}, pos: 36 + entry.u8(33)}
		b := blip{}
		if kind, instance, body, ok := inner.next(); ok {
			b = readBlip(kind, instance, body)
		}
		all = append(all, b)
	}
	return all
}

// readBlip reads a picture: after one or two marks of 16 bytes and a byte. What
// isn't a JPEG or PNG is left out.
func readBlip(kind, instance int, body []byte) blip {
	head := 17
	if instance&1 != 0 {
		head += 16
	}
	switch kind {
	case 0xF01D, 0xF02A:
		return blip{"jpeg", tail(body, head)}
	case 0xF01E:
		return blip{"png", tail(body, head)}
	}
	return blip{}
}

// shape is a shape of a sheet.
type shape struct {
	picture int // from 1
	anchor  []byte
	object  int // its number among the objects; -1 for none
	text    int
}

// objectNote is the kind of a cell's comment, which isn't printed.
const objectNote = 0x19

// settleDrawing puts pictures and texts over the sheet.
func (s *xlsSheet) settleDrawing() error {
	for _, sh := range s.drawn.shapes() {
		if s.spent.shapes++; s.spent.shapes > maxShapes {
			return tooLarge("more than %d pictures and shapes", maxShapes)
		}
		if len(sh.anchor) < 18 || !s.prints(sh) {
			continue
		}
		a := s.anchor(record{data: sh.anchor})
		if sh.text >= 0 && sh.text < len(s.drawn.texts) && s.drawn.texts[sh.text] != "" {
			s.Boxes = append(s.Boxes, Box{Anchor: a, Text: s.drawn.texts[sh.text]})
		}
		if i := sh.picture - 1; i >= 0 && i < len(s.pictures) {
			if p := s.pictures[i]; len(p.data) > 0 {
				s.Pictures = append(s.Pictures, Picture{Anchor: a, Name: "Picture " + strconv.Itoa(len(s.Pictures)+1), Type: p.kind, Data: p.data})
			} else {
				s.Notes = append(s.Notes, "a picture of sheet "+s.Name+" is in a format that can't be read")
			}
		}
	}
	return nil
}

// prints reports whether a shape is printed and no comment.
func (s *xlsSheet) prints(sh shape) bool {
	if sh.object < 0 || sh.object >= len(s.drawn.objects) {
		return true
	}
	o := s.drawn.objects[sh.object]
	return o.u16(0) != 0x15 || o.u16(4) != objectNote && o.u16(8)&0x10 != 0
}

// shapes finds the shapes in the stream.
func (d *drawn) shapes() []shape {
	var all []shape
	objects, texts := 0, 0
	a := &art{record: record{data: d.stream}}
	for len(all) <= maxShapes {
		kind, instance, body, ok := a.next()
		if !ok {
			break
		}
		if kind == artShape {
			all = append(all, shape{object: -1, text: -1})
		}
		if len(all) == 0 {
			continue
		}
		switch sh := &all[len(all)-1]; kind {
		case artOptions:
			sh.picture = pictureOption(record{data: body}, instance)
		case artAnchor:
			sh.anchor = body
		case artObject:
			sh.object = objects
			objects++
		case artTextbox:
			sh.text = texts
			texts++
		}
	}
	return all
}

// pictureOption is the picture among a shape's options.
func pictureOption(r record, count int) int {
	for i := range min(count, len(r.data)/6) {
		if r.u16(6*i)&0x3FFF == 0x0104 {
			return int(min(r.u32(6*i+2), maxShapes))
		}
	}
	return 0
}

// anchor reads corners that lie at 1024ths of a column and 256ths of a row.
func (s *xlsSheet) anchor(r record) Anchor {
	dx := func(column, part int) int64 {
		return int64(s.book.ColumnWidth(s.Sheet, column)) * int64(part) * emuPerPoint / (1024 * 1000)
	}
	dy := func(row, part int) int64 {
		return int64(s.RowHeight(row)) * int64(part) * emuPerPoint / (256 * 1000)
	}
	a := Anchor{Column: r.u16(2) + 1, Row: r.u16(6) + 1, ToColumn: r.u16(10) + 1, ToRow: r.u16(14) + 1}
	a.DX, a.DY = dx(a.Column, r.u16(4)), dy(a.Row, r.u16(8))
	a.ToDX, a.ToDY = dx(a.ToColumn, r.u16(12)), dy(a.ToRow, r.u16(16))
	return a
}
