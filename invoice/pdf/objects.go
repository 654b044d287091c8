package pdf

import (
	"crypto/sha256"
	"encoding/binary"
	"strconv"
	"sync"

	"github.com/klauspost/compress/zlib"
)

// perStream is how many objects share an object stream: enough to compress
// well, few enough to be read quickly one by one.
const perStream = 200

// ref is the number of an object.
type ref int

// entry is an object's place, as a cross-reference stream has it (ISO 32000-1,
// 7.5.8.3): kind 1 at an offset, kind 2 in an object stream at an index.
type entry struct {
	kind  uint8
	where uint32
	index uint16
}

// perEntry is the length of an entry in a cross-reference stream.
const perEntry = 7

// objects writes the objects of a file one after the other: streams as they
// come, all others gathered in compressed object streams.
type objects struct {
	out     []byte
	entries []entry // by object number, 0 is the free one

	gathered []byte // bodies of the coming object stream
	places   []int  // number and offset of each
	number   ref    // of that stream

	deflater   *deflater
	glyf, font []byte // of the font being cut
}

// spare are the objects of files that were written, for their memory.
var spare = sync.Pool{New: func() any { return new(objects) }}

func newObjects() *objects {
	o := spare.Get().(*objects)
	o.deflater = deflaters.Get().(*deflater)
	o.entries = append(o.entries[:0], entry{})
	o.gathered, o.places = o.gathered[:0], o.places[:0]
	o.out = o.out[:0]
	// The comment tells transfer programs that the file is binary.
	o.out = append(o.out, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"...)
	return o
}

// reserve gives out a number, whose object is written later.
func (o *objects) reserve() ref {
	o.entries = append(o.entries, entry{})
	return ref(len(o.entries) - 1)
}

// put writes the object of a reserved number, anything but a stream.
func (o *objects) put(n ref, body []byte) {
	if len(o.places) == 0 {
		o.number = o.reserve()
	}
	o.entries[n] = entry{2, uint32(o.number), uint16(len(o.places) / 2)}
	o.places = append(o.places, int(n), len(o.gathered))
	o.gathered = append(append(o.gathered, body...), '\n')
	if len(o.places) == 2*perStream {
		o.flush()
	}
}

// add writes an object under a number of its own.
func (o *objects) add(body string) ref {
	n := o.reserve()
	o.put(n, []byte(body))
	return n
}

// flush writes the object stream gathered so far.
func (o *objects) flush() {
	if len(o.places) == 0 {
		return
	}
	head := make([]byte, 0, 4*len(o.places)+len(o.gathered))
	for _, v := range o.places {
		head = append(strconv.AppendInt(head, int64(v), 10), ' ')
	}
	dict := "/Type/ObjStm/N " + strconv.Itoa(len(o.places)/2) + "/First " + strconv.Itoa(len(head))
	o.stream(o.number, dict, append(head, o.gathered...))
	o.gathered, o.places = o.gathered[:0], o.places[:0]
}

// stream writes a compressed stream; dict are its further entries.
func (o *objects) stream(n ref, dict string, data []byte) {
	o.packed(n, dict+"/Filter/FlateDecode", o.deflater.deflate(data))
}

// packed writes a stream whose data are final.
func (o *objects) packed(n ref, dict string, data []byte) {
	o.entries[n] = entry{1, uint32(len(o.out)), 0}
	o.out = strconv.AppendInt(o.out, int64(n), 10)
	o.out = append(o.out, " 0 obj\n<<"...)
	o.out = append(o.out, dict...)
	o.out = append(o.out, "/Length "...)
	o.out = strconv.AppendInt(o.out, int64(len(data)), 10)
	o.out = append(o.out, ">>\nstream\n"...)
	o.out = append(o.out, data...)
	o.out = append(o.out, "\nendstream\nendobj\n"...)
}

// mostSpare bounds the memory that a file leaves for others.
const mostSpare = 1 << 20

// release leaves the memory of a file that was written to others.
func (o *objects) release() {
	if cap(o.out)+cap(o.gathered)+cap(o.glyf)+cap(o.font) <= mostSpare {
		spare.Put(o)
	}
}

// finish writes the cross-reference stream and gives the whole file. Its /ID is
// a hash of everything before it: the same contents have the same ID.
func (o *objects) finish(catalog, info ref) []byte {
	o.flush()
	n := o.reserve()
	start := len(o.out)
	o.entries[0] = entry{0, 0, 0xFFFF}
	o.entries[n] = entry{1, uint32(start), 0}
	sum := sha256.Sum256(o.out)
	id := hexString(sum[:16])
	table := make([]byte, 0, (1+perEntry)*len(o.entries))
	var before [perEntry]byte
	for _, e := range o.entries {
		var row [perEntry]byte
		row[0] = e.kind
		binary.BigEndian.PutUint32(row[1:], e.where)
		binary.BigEndian.PutUint16(row[5:], e.index)
		table = append(table, 2) // PNG's predictor "up": rows are what they differ by
		for i := range row {
			table = append(table, row[i]-before[i])
		}
		before = row
	}
	dict := "/Type/XRef/W[1 4 2]/DecodeParms<</Predictor 12/Columns 7>>/Size " + strconv.Itoa(len(o.entries)) +
		"/Root " + catalog.String() + "/Info " + info.String() + "/ID[" + id + id + "]"
	o.stream(n, dict, table)
	deflaters.Put(o.deflater)
	o.deflater = nil
	o.out = append(o.out, "startxref\n"...)
	o.out = strconv.AppendInt(o.out, int64(start), 10)
	return append(o.out, "\n%%EOF\n"...)
}

func (n ref) String() string { return strconv.Itoa(int(n)) + " 0 R" }

// deflaters are kept between documents: making one costs more than using it.
// Those of pictures take more time: a picture is compressed once for many
// documents.
var deflaters, pictureDeflaters = sync.Pool{New: func() any { return newDeflater(3) }}, sync.Pool{New: func() any { return newDeflater(6) }}

func newDeflater(level int) *deflater {
	w, err := zlib.NewWriterLevel(nil, level)
	if err != nil {
		panic(err) // levels are constants
	}
	return &deflater{w: w}
}

type deflater struct {
	w   *zlib.Writer
	out []byte
}

func (d *deflater) Write(p []byte) (int, error) {
	d.out = append(d.out, p...)
	return len(p), nil
}

// deflate compresses data; the result holds until the next call.
func (d *deflater) deflate(data []byte) []byte {
	d.out = d.out[:0]
	d.w.Reset(d)
	d.w.Write(data) // writing to memory doesn't fail
	d.w.Close()
	return d.out
}
