package pdf

import (
	"strconv"
)

// Element is an element of a document's structure (ISO 32000-1, 14.8.4).
type Element struct {
	Tag     string // H1, P, Table, TR, TH, TD, Figure, Span …
	Lang    string // empty: as the element around it
	Alt     string // of a Figure: what it shows
	Box     Box    // of a Figure: where it stands
	Scope   string // of a TH: Column or Row
	Columns int    // that a cell covers, 1 if 0
	Rows    int    // likewise
}

// Box is a rectangle on a page, in thousandths of a point from the top left.
type Box struct{ X, Y, Width, Height int }

// structure is the tree of elements, written as its elements end.
type structure struct {
	root     ref
	children []byte // of the root
	open     []openElement
	marked   bool // marked content is open in the page's operators
	artifact bool
}

// openElement is an element that was begun and not yet ended.
type openElement struct {
	Element
	ref  ref
	page int    // of its first marked content, -1 if none
	kids []byte // entries of /K
}

// Begin begins an element within the one begun last.
func (w *Writer) Begin(e Element) {
	w.unmark()
	t := &w.tree
	if len(t.open) == cap(t.open) {
		t.open = append(t.open, openElement{})[:len(t.open)]
	}
	t.open = t.open[:len(t.open)+1]
	last := &t.open[len(t.open)-1]
	*last = openElement{Element: e, ref: w.obj.reserve(), page: -1, kids: last.kids[:0]} // those of the one ended there before
}

// suspend leaves the element begun last for resume to go on with later: a cell
// that a page break splits.
func (w *Writer) suspend() *openElement {
	w.unmark()
	last := len(w.tree.open) - 1
	e := w.tree.open[last]
	w.tree.open[last].kids = nil // e's own from now on
	w.tree.open = w.tree.open[:last]
	return &e
}

// resume goes on with a suspended element.
func (w *Writer) resume(e *openElement) {
	w.unmark()
	w.tree.open = append(w.tree.open, *e)
}

// Artifact begins what doesn't belong to the text: running heads and feet.
func (w *Writer) Artifact() {
	w.unmark()
	w.tree.artifact = true
}

// End ends the element, or artifact, begun last.
func (w *Writer) End() {
	w.unmark()
	t := &w.tree
	if t.artifact {
		t.artifact = false
		return
	}
	last := len(t.open) - 1
	e := &t.open[last]
	t.open = t.open[:last]
	parent := t.root
	if last > 0 {
		up := &t.open[last-1]
		parent = up.ref
		up.kids = append(appendRef(up.kids, e.ref), ' ')
	} else {
		t.children = append(appendRef(t.children, e.ref), ' ')
	}
	w.obj.begin(e.ref)
	w.obj.end(w.appendElement(w.obj.gathered, e, parent))
}

func (w *Writer) appendElement(b []byte, e *openElement, parent ref) []byte {
	b = append(append(b, "<</S/"...), e.Tag...)
	b = appendRef(append(b, "/P "...), parent)
	if e.page >= 0 {
		b = appendRef(append(b, "/Pg "...), w.pages[e.page].ref)
	}
	if e.Lang != "" {
		b = append(append(append(b, "/Lang("...), e.Lang...), ')')
	}
	if e.Alt != "" {
		b = append(append(b, "/Alt"...), textString(e.Alt)...)
	}
	b = append(b, w.attributes(e)...)
	if len(e.kids) > 0 {
		b = append(append(append(b, "/K["...), e.kids[:len(e.kids)-1]...), ']')
	}
	return append(b, ">>"...)
}

// attributes are those of tables and figures.
func (w *Writer) attributes(e *openElement) string {
	if e.Tag == "Figure" && e.page >= 0 {
		paper := w.pages[e.page].height
		return "/A<</O/Layout/Placement/Block/BBox[" + points(e.Box.X) + " " + points(paper-e.Box.Y-e.Box.Height) + " " +
			points(e.Box.X+e.Box.Width) + " " + points(paper-e.Box.Y) + "]>>"
	}
	if e.Scope == "" && e.Columns < 2 && e.Rows < 2 {
		return ""
	}
	s := "/A<</O/Table"
	if e.Scope != "" {
		s += "/Scope/" + e.Scope
	}
	if e.Columns > 1 {
		s += "/ColSpan " + itoa(e.Columns)
	}
	if e.Rows > 1 {
		s += "/RowSpan " + itoa(e.Rows)
	}
	return s + ">>"
}

// mark opens marked content of the element begun last, unless it is open.
func (w *Writer) mark() {
	t := &w.tree
	if t.marked {
		return
	}
	t.marked = true
	if t.artifact || len(t.open) == 0 {
		w.ops = append(w.ops, "/Artifact BMC\n"...)
		return
	}
	e, p := &t.open[len(t.open)-1], &w.pages[w.current]
	id := len(p.marks)
	p.marks = append(p.marks, e.ref)
	w.ops = append(append(append(w.ops, '/'), e.Tag...), "<</MCID "...)
	w.ops = append(strconv.AppendInt(w.ops, int64(id), 10), ">>BDC\n"...)
	if e.page < 0 {
		e.page = w.current
	}
	if e.page == w.current {
		e.kids = append(strconv.AppendInt(e.kids, int64(id), 10), ' ')
		return
	}
	e.kids = appendRef(append(e.kids, "<</Type/MCR/Pg "...), p.ref)
	e.kids = append(strconv.AppendInt(append(e.kids, "/MCID "...), int64(id), 10), ">> "...)
}

// unmark closes marked content if it is open.
func (w *Writer) unmark() {
	if w.tree.marked {
		w.ops = append(w.ops, "EMC\n"...)
		w.tree.marked = false
	}
}

// link is an annotation that opens an address.
type link struct {
	ref     ref
	element ref
	page    int
	box     Box
	address string
	title   string
}

// Link makes a rectangle open an address. It must be called within an element
// Link, whose text it goes with; title says where it leads.
func (w *Writer) Link(box Box, address, title string) {
	e := &w.tree.open[len(w.tree.open)-1]
	if e.page < 0 {
		e.page = w.current
	}
	l := link{w.obj.reserve(), e.ref, w.current, box, address, title}
	w.links = append(w.links, l)
	w.pages[w.current].links = append(w.pages[w.current].links, l.ref)
	e.kids = append(appendRef(append(e.kids, "<</Type/OBJR/Obj "...), l.ref), ">> "...)
}

// writeTree writes the root of the tree, and the tree from marked content to
// elements.
func (w *Writer) writeTree() {
	var nums []byte
	for i, p := range w.pages {
		b := []byte{'['}
		for _, m := range p.marks {
			b = append(appendRef(b, m), ' ')
		}
		n := w.obj.add(string(append(b, ']')))
		nums = append(appendRef(append(strconv.AppendInt(nums, int64(i), 10), ' '), n), ' ')
	}
	for i, l := range w.links {
		nums = append(strconv.AppendInt(nums, int64(len(w.pages)+i), 10), ' ')
		nums = append(appendRef(nums, l.element), ' ')
		paper := w.pages[l.page].height
		w.obj.put(l.ref, []byte("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect["+
			points(l.box.X)+" "+points(paper-l.box.Y-l.box.Height)+" "+points(l.box.X+l.box.Width)+" "+points(paper-l.box.Y)+
			"]/Contents"+textString(l.title)+"/StructParent "+itoa(len(w.pages)+i)+"/A<</S/URI/URI"+literal([]byte(l.address))+">>>>"))
	}
	parents := w.obj.add("<</Nums[" + string(nums) + "]>>")
	w.obj.put(w.tree.root, []byte("<</Type/StructTreeRoot/K["+string(w.tree.children)+"]/ParentTree "+parents.String()+
		"/ParentTreeNextKey "+itoa(len(w.pages)+len(w.links))+">>"))
}

func appendRef(b []byte, n ref) []byte { return append(strconv.AppendInt(b, int64(n), 10), " 0 R"...) }

func itoa(v int) string { return strconv.Itoa(v) }
