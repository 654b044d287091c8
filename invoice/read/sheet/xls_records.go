package sheet

import (
	"encoding/binary"
	"math"
	"unicode/utf16"
)

// records goes through a stream of records.
type records struct {
	data []byte
	pos  int
}

// record is a record with those that continue it.
type record struct {
	kind int
	data []byte
	more [][]byte
}

// next is the next record; false at the end, also where it breaks off.
func (r *records) next() (record, bool) {
	kind, data, ok := r.one()
	rec := record{kind: kind, data: data}
	for ok && r.pos+4 <= len(r.data) && binary.LittleEndian.Uint16(r.data[r.pos:]) == recContinue {
		_, data, more := r.one()
		if !more {
			break
		}
		rec.more = append(rec.more, data)
	}
	return rec, ok
}

func (r *records) one() (kind int, data []byte, ok bool) {
	if r.pos+4 > len(r.data) {
		return 0, nil, false
	}
	kind = int(binary.LittleEndian.Uint16(r.data[r.pos:]))
	end := r.pos + 4 + int(binary.LittleEndian.Uint16(r.data[r.pos+2:]))
	if end > len(r.data) {
		return 0, nil, false
	}
	data = r.data[r.pos+4 : end]
	r.pos = end
	return kind, data, true
}

// Numbers in a record: 0 where it is too short for them.

func (r record) u8(at int) int {
	if at < 0 || at >= len(r.data) {
		return 0
	}
	return int(r.data[at])
}

func (r record) u16(at int) int {
	if at < 0 || at+2 > len(r.data) {
		return 0
	}
	return int(binary.LittleEndian.Uint16(r.data[at:]))
}

func (r record) u32(at int) uint32 {
	if at < 0 || at+4 > len(r.data) {
		return 0
	}
	return binary.LittleEndian.Uint32(r.data[at:])
}

func (r record) f64(at int) float64 {
	if at < 0 || at+8 > len(r.data) {
		return 0
	}
	return math.Float64frombits(binary.LittleEndian.Uint64(r.data[at:]))
}

// all is the record with its continuations.
func (r record) all() []byte {
	if len(r.more) == 0 {
		return r.data
	}
	all := append([]byte(nil), r.data...)
	for _, data := range r.more {
		all = append(all, data...)
	}
	return all
}

// texts reads texts that may go on in the records that continue one. Where a
// text's characters go on, the next record says anew how wide they are.
type texts struct {
	data []byte
	more [][]byte
	pos  int
	bad  bool // it broke off
}

func newTexts(r record, pos int) *texts { return &texts{data: r.data, more: r.more, pos: pos} }

// step goes on to the next record if this one is used up.
func (t *texts) step() bool {
	for t.pos >= len(t.data) {
		if len(t.more) == 0 {
			t.bad = true
			return false
		}
		t.pos -= len(t.data)
		t.data, t.more = t.more[0], t.more[1:]
	}
	return true
}

func (t *texts) u8() int {
	if !t.step() {
		return 0
	}
	t.pos++
	return int(t.data[t.pos-1])
}

func (t *texts) u16() int { return t.u8() | t.u8()<<8 }

func (t *texts) u32() int { return t.u16() | t.u16()<<16 }

// skip passes over bytes.
func (t *texts) skip(n int) {
	t.pos += n
}

// fontRun is where in a text another font begins.
type fontRun struct{ at, font int }

// xlsText is a text as the file has it.
type xlsText struct {
	text  string
	units []uint16 // where there are runs
	runs  []fontRun
}

// text reads a text of n characters: how wide they are, what follows them, the
// characters, then the runs and how to say it. Plain texts have only the first.
func (t *texts) text(n int, plain bool) (xlsText, bool) {
	flags := t.u8()
	runs, extra := 0, 0
	if !plain {
		if flags&8 != 0 {
			runs = t.u16()
		}
		if flags&4 != 0 {
			extra = t.u32()
		}
	}
	units := t.characters(n, flags&1 != 0)
	text := xlsText{text: string(utf16.Decode(units))}
	for range runs {
		run := fontRun{t.u16(), t.u16()}
		if t.bad {
			break
		}
		text.runs = append(text.runs, run)
	}
	if runs > 0 {
		text.units = units
	}
	if extra < 0 || extra > maxPart {
		t.bad = true
		return text, false
	}
	t.skip(extra)
	return text, !t.bad
}

// characters reads n characters of one or two bytes.
func (t *texts) characters(n int, wide bool) []uint16 {
	units := make([]uint16, 0, min(n, 4096))
	for len(units) < n {
		if t.pos >= len(t.data) {
			if !t.step() {
				return units
			}
			wide = t.u8()&1 != 0
			continue
		}
		if !wide {
			units = append(units, uint16(t.data[t.pos]))
			t.pos++
			continue
		}
		if t.pos+2 > len(t.data) {
			t.bad = true
			return units
		}
		units = append(units, binary.LittleEndian.Uint16(t.data[t.pos:]))
		t.pos += 2
	}
	return units
}
