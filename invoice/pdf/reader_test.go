package pdf

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"yipiao/invoice/text"
)

// parsed is a file read back: the bodies of its objects by number, streams
// without their data, which stand apart.
type parsed struct {
	bodies  map[int]string
	streams map[int][]byte
	trailer string
}

var (
	startxref = regexp.MustCompile(`startxref\n(\d+)\n%%EOF\n$`)
	header    = regexp.MustCompile(`^(\d+) 0 obj\n`)
	length    = regexp.MustCompile(`/Length (\d+)>>$`)
	reference = regexp.MustCompile(`(\d+) 0 R`)
)

// read parses a file by its cross-reference stream alone.
func read(t *testing.T, file []byte) parsed {
	t.Helper()
	m := startxref.FindSubmatch(file)
	if m == nil {
		t.Fatal("no startxref at the end")
	}
	at, _ := strconv.Atoi(string(m[1]))
	p := parsed{bodies: map[int]string{}, streams: map[int][]byte{}}
	number, dict, table := p.stream(t, file, at)
	p.trailer = dict
	table = unpredicted(table, 7)
	type inStream struct{ number, stream, index int }
	var packed []inStream
	for i := 0; 7*i < len(table); i++ {
		e := table[7*i:]
		where, index := int(binary.BigEndian.Uint32(e[1:])), int(binary.BigEndian.Uint16(e[5:]))
		switch e[0] {
		case 1:
			n, dict, data := p.stream(t, file, where)
			if n != i {
				t.Errorf("object %d stands where the table says %d", n, i)
			}
			p.bodies[i], p.streams[i] = dict, data
		case 2:
			packed = append(packed, inStream{i, where, index})
		default:
			if i != 0 {
				t.Errorf("object %d is free", i)
			}
		}
	}
	delete(p.bodies, number)
	for _, o := range packed {
		p.bodies[o.number] = p.member(t, o.number, o.stream, o.index)
	}
	return p
}

// unpredicted undoes PNG's predictor "up" of rows of so many bytes.
func unpredicted(data []byte, columns int) []byte {
	var all []byte
	before := make([]byte, columns)
	for ; len(data) > columns; data = data[columns+1:] {
		for i := range before {
			before[i] += data[1+i]
		}
		all = append(all, before...)
	}
	return all
}

// stream reads the stream object at an offset.
func (p parsed) stream(t *testing.T, file []byte, at int) (int, string, []byte) {
	t.Helper()
	m := header.FindSubmatch(file[at:])
	if m == nil {
		t.Fatalf("no object at %d", at)
	}
	n, _ := strconv.Atoi(string(m[1]))
	dict, rest, _ := bytes.Cut(file[at+len(m[0]):], []byte("\nstream\n"))
	l := length.FindSubmatch(dict)
	if l == nil {
		t.Fatalf("object %d has no length", n)
	}
	size, _ := strconv.Atoi(string(l[1]))
	if !bytes.HasPrefix(rest[size:], []byte("\nendstream\nendobj\n")) {
		t.Errorf("object %d: its length is wrong", n)
	}
	data := rest[:size]
	if bytes.Contains(dict, []byte("/FlateDecode")) {
		r, err := zlib.NewReader(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if data, err = io.ReadAll(r); err != nil {
			t.Fatalf("object %d: %v", n, err)
		}
	}
	return n, string(dict), data
}

// member reads an object of an object stream.
func (p parsed) member(t *testing.T, number, stream, index int) string {
	t.Helper()
	data := p.streams[stream]
	var first int
	fmt.Sscanf(p.bodies[stream][strings.Index(p.bodies[stream], "/First"):], "/First %d", &first)
	places := strings.Fields(string(data[:first]))
	if places[2*index] != strconv.Itoa(number) {
		t.Fatalf("object stream %d has object %s at %d, not %d", stream, places[2*index], index, number)
	}
	from, _ := strconv.Atoi(places[2*index+1])
	to := len(data) - first
	if 2*index+3 < len(places) {
		to, _ = strconv.Atoi(places[2*index+3])
	}
	return string(data[first+from : first+to])
}

func TestEveryObjectReachable(t *testing.T) {
	for name, file := range map[string][]byte{"demo": demo(t), "invoice": drawn(t, invoiceForm(t, "classic", 40), Options{})} {
		p := read(t, file)
		reached := map[int]bool{}
		var follow func(s string)
		follow = func(s string) {
			for _, m := range reference.FindAllStringSubmatch(s, -1) {
				n, _ := strconv.Atoi(m[1])
				if _, ok := p.bodies[n]; !ok {
					t.Errorf("%s: object %d is referred to and missing", name, n)
				}
				if !reached[n] {
					reached[n] = true
					follow(p.bodies[n])
				}
			}
		}
		follow(p.trailer)
		for n, body := range p.bodies {
			if !reached[n] && !strings.Contains(body, "/Type/ObjStm") {
				t.Errorf("%s: object %d can't be reached: %.80s", name, n, body)
			}
		}
	}
}

// TestWhatValidatorsDontSee holds what ISO 19005-3 wants and veraPDF doesn't
// check.
func TestWhatValidatorsDontSee(t *testing.T) {
	f := invoiceForm(t, "classic", 3)
	p := read(t, drawn(t, f, Options{}))
	all, metadata := p.trailer, ""
	for n, b := range p.bodies {
		all += b
		if strings.Contains(b, "/Type/Metadata") {
			metadata = string(p.streams[n])
		}
	}
	for _, want := range []string{"/AFRelationship/Data", "/Subtype/application#2Fyaml", "/ModDate(D:20260425000000Z)", "/CheckSum<",
		"/Lang(zh-CN)", "/Lang(en)", "/DisplayDocTitle true", "/ID[<", "/Size " + itoa(len(f.Order)) + "/ModDate", "/Scope/Column", "/StructParents 0"} {
		if !strings.Contains(all, want) {
			t.Errorf("no %s", want)
		}
	}
	for _, want := range []string{"<xmp:CreateDate>2026-04-25T00:00:00Z<", "商业发票 COMMERCIAL INVOICE CI-2026-0318</rdf:li>", "<rdf:li>Yiwu Xinghe Daily Necessities Co., Ltd.<"} {
		if !strings.Contains(metadata, want) {
			t.Errorf("the XMP lacks %s", want)
		}
	}
	if !strings.Contains(all, "/Title"+textString("商业发票 COMMERCIAL INVOICE CI-2026-0318")) {
		t.Error("the document information has another title than the XMP")
	}
	found := false
	for n := range p.streams {
		found = found || bytes.Equal(p.streams[n], f.Order)
	}
	if !found {
		t.Error("the order isn't attached as it is")
	}
}

// everyCharacter are all that the fonts can draw in both weights.
func everyCharacter() []rune {
	set := text.Standard()
	var all []rune
	for r := rune(0x20); r < 0x110000; r++ {
		if r >= 0xD800 && r < 0xE000 {
			continue
		}
		if len(set.Missing(string(r))) == 0 {
			all = append(all, r)
		}
	}
	return all
}

// drawCharacters draws them in both weights, so many in a line, each line an
// element.
func drawCharacters(t testing.TB, all []rune) []byte {
	w := NewWriter(Info{Title: "Characters", Lang: "zh-CN"})
	w.AddPage(a4Width, a4Height)
	w.Begin(Element{Tag: "Document"})
	y := 40_000
	for line := range slices.Chunk(all, 40) {
		for _, face := range [...]*text.Face{text.Standard().Regular, text.Standard().Bold} {
			if y += 14_000; y > 800_000 {
				w.AddPage(a4Width, a4Height)
				y = 40_000
			}
			w.Begin(Element{Tag: "P"})
			for i, r := range line {
				w.Text(30_000+i*13_000, y, string(r), face, 9_000, black)
			}
			w.End()
		}
	}
	var b bytes.Buffer
	if err := w.Close(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestToUnicode draws every character and finds each once in the CMaps.
func TestToUnicode(t *testing.T) {
	all := everyCharacter()
	if len(all) < 34_000 {
		t.Fatalf("%d characters, the fonts have more", len(all))
	}
	p := read(t, drawCharacters(t, all))
	found := map[rune]bool{}
	for _, s := range p.streams {
		if bytes.Contains(s, []byte("begincmap")) {
			for _, r := range charactersOf(t, string(s)) {
				found[r] = true
			}
		}
	}
	for _, r := range all {
		if !found[r] {
			t.Errorf("%U isn't in any CMap", r)
		}
	}
}

var (
	bfrange = regexp.MustCompile(`<([0-9A-F]{4})><([0-9A-F]{4})>\[(.*)\]`)
	bfchar  = regexp.MustCompile(`<([0-9A-F]+)>`)
)

// charactersOf are the characters of a CMap's codes, from 1 on.
func charactersOf(t *testing.T, cmap string) []rune {
	t.Helper()
	var all []rune
	for _, m := range bfrange.FindAllStringSubmatch(cmap, -1) {
		from, _ := strconv.ParseInt(m[1], 16, 32)
		to, _ := strconv.ParseInt(m[2], 16, 32)
		if int(from) != len(all)+1 || from>>8 != to>>8 {
			t.Fatalf("a range from %x to %x behind %d codes", from, to, len(all))
		}
		for _, h := range bfchar.FindAllStringSubmatch(m[3], -1) {
			var units []uint16
			for hex := h[1]; len(hex) > 0; hex = hex[4:] {
				u, _ := strconv.ParseUint(hex[:4], 16, 16)
				units = append(units, uint16(u))
			}
			all = append(all, utf16.Decode(units)...)
		}
		if len(all) != int(to) {
			t.Fatalf("a range to %x has characters for codes up to %x", to, len(all))
		}
	}
	return all
}
