package pdf

import (
	"crypto/sha256"
	"encoding/binary"
	"slices"
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

// place is where the body of an object begins among those gathered.
type place struct {
	object ref
	from   int
}

// objects writes the objects of a file one after the other: streams as they
// come, all others gathered in compressed object streams.
type objects struct {
	out     []byte
	entries []entry // by object number, 0 is the free one

	gathered []byte  // bodies of the coming object stream
	places   []place // of each
	number   ref     // of that stream

	deflater *deflater
	order    []int  // in which an object stream has its objects
	head     []byte // of that stream
	bodies   []byte // likewise
	font     []byte // the one being cut
	ops      []byte // of the page being drawn
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
	o.begin(n)
	o.end(append(o.gathered, body...))
}

// begin begins the object of a reserved number, whose body is to be appended to
// those gathered.
func (o *objects) begin(n ref) {
	if len(o.places) == 0 {
		o.number = o.reserve()
	}
	o.places = append(o.places, place{n, len(o.gathered)})
}

// end takes the bodies gathered, with that of the object begun.
func (o *objects) end(gathered []byte) {
	o.gathered = append(gathered, '\n')
	if len(o.places) == perStream {
		o.flush()
	}
}

// add writes an object under a number of its own.
func (o *objects) add(body string) ref {
	n := o.reserve()
	o.put(n, []byte(body))
	return n
}

// flush writes the object stream gathered so far, in the order of the objects'
// numbers: where those and the places count up, they take the least room.
func (o *objects) flush() {
	if len(o.places) == 0 {
		return
	}
	o.places = append(o.places, place{from: len(o.gathered)})
	o.order = o.order[:0]
	for i := range len(o.places) - 1 {
		o.order = append(o.order, i)
	}
	slices.SortFunc(o.order, func(a, b int) int { return int(o.places[a].object - o.places[b].object) })
	head, bodies := o.head[:0], o.bodies[:0]
	for index, i := range o.order {
		n := o.places[i].object
		o.entries[n] = entry{2, uint32(o.number), uint16(index)}
		head = append(strconv.AppendInt(head, int64(n), 10), ' ')
		head = append(strconv.AppendInt(head, int64(len(bodies)), 10), ' ')
		bodies = append(bodies, o.gathered[o.places[i].from:o.places[i+1].from]...)
	}
	o.head, o.bodies = head, bodies
	dict := "/Type/ObjStm/N " + strconv.Itoa(len(o.order)) + "/First " + strconv.Itoa(len(head))
	o.stream(o.number, dict, head, bodies)
	o.gathered, o.places = o.gathered[:0], o.places[:0]
}

// stream writes a compressed stream of the parts of data; dict are its further
// entries.
func (o *objects) stream(n ref, dict string, data ...[]byte) {
	o.packed(n, dict+"/Filter/FlateDecode", o.deflater.deflate(data...))
}

// program writes the stream of a font program.
func (o *objects) program(n ref, dict string, data []byte) {
	pool := outlineDeflaters
	if len(data) > fewOutlines {
		pool = fullDeflaters
	}
	d := pool.Get().(*deflater)
	o.packed(n, dict+"/Filter/FlateDecode", d.deflate(data))
	pool.Put(d)
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
	if cap(o.out)+cap(o.gathered)+cap(o.font)+cap(o.ops) <= mostSpare {
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
	table := o.head[:0]
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
// documents. Outlines hardly repeat themselves: where they are few, looking for
// repetitions takes more time than all else and finds 3%.
var (
	deflaters        = deflatersOf(5)
	pictureDeflaters = deflatersOf(6)
	outlineDeflaters = deflatersOf(zlib.HuffmanOnly)
	fullDeflaters    = deflatersOf(7)
)

// fewOutlines is the length of a font program up to which its outlines are few.
const fewOutlines = 16 << 10

func deflatersOf(level int) *sync.Pool {
	return &sync.Pool{New: func() any {
		w, err := zlib.NewWriterLevel(nil, level)
		if err != nil {
			panic(err) // levels are constants
		}
		return &deflater{w: w}
	}}
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
func (d *deflater) deflate(data ...[]byte) []byte {
	d.out = d.out[:0]
	d.w.Reset(d)
	for _, part := range data {
		d.w.Write(part) // writing to memory doesn't fail
	}
	d.w.Close()
	return d.out
}
