package strict

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// maxKey is the most characters of a field's name.
const maxKey = 200

// Read parts a file into its documents ("---"). File is its name for messages.
// The error, always Errors, is what keeps the file from being read to its end:
// encoding, bounds, syntax; the documents before it are whole all the same.
// What is wrong with a document alone is among the errors of its Source.
// Documents with nothing in them are passed over.
func Read(file string, data []byte, limits Limits) ([]*Source, error) {
	refuse := func(e *Error) ([]*Source, error) {
		e.File = file
		return nil, Errors{e}
	}
	if len(data) > limits.Bytes {
		return refuse(&Error{Pos: Pos{1, 1}, Code: CodeBounds, Message: tooLarge(limits.Bytes)})
	}
	in, fault := prepare(data)
	if fault != nil {
		return refuse(fault)
	}
	if fault := scan(in.text, limits); fault != nil {
		fault.Pos = in.original(fault.Pos)
		return refuse(fault)
	}
	sources, fault := parse(file, in, limits)
	if fault == nil && len(sources) == 0 {
		fault = &Error{Pos: Pos{1, 1}, Code: CodeEmpty, Message: "nothing stands in this file"}
	}
	if len(sources) > 0 {
		in.report(sources)
	}
	if fault != nil {
		fault.File = file
		return sources, Errors{fault}
	}
	return sources, nil
}

// parse makes a Source of each document.
func parse(file string, in *input, limits Limits) ([]*Source, *Error) {
	var sources []*Source
	decoder := yaml.NewDecoder(bytes.NewReader(in.text))
	left := limits
	for {
		var document yaml.Node
		err := decoder.Decode(&document)
		if errors.Is(err, io.EOF) {
			return sources, nil
		}
		if err != nil {
			return sources, syntaxError(in, err)
		}
		s := &Source{File: file, Index: len(sources) + 1, limits: limits}
		if fault := build(s, in, document.Content[0], &left); fault != nil {
			return sources, fault
		}
		if s.items[0].kind == Null && s.errs == nil {
			continue
		}
		if len(sources) == limits.Documents {
			return nil, &Error{Pos: s.items[0].pos, Code: CodeBounds, Message: tooManyDocuments(limits.Documents)}
		}
		sources = append(sources, s)
	}
}

// builder makes a Source's items of a YAML tree.
type builder struct {
	s       *Source
	in      *input
	left    *Limits // what is left of the bounds
	anchors map[*yaml.Node]int32
	depth   int
	dropped *Pos // the first place where invisible characters were escaped
	fault   *Error
}

func build(s *Source, in *input, root *yaml.Node, left *Limits) *Error {
	b := &builder{s: s, in: in, left: left, anchors: map[*yaml.Node]int32{}}
	left.Values--
	s.items = append(make([]item, 0, values(root)), item{parent: -1})
	b.fill(0, root)
	if b.dropped != nil {
		s.noteDropped(*b.dropped)
	}
	return b.fault
}

// values is how many items a tree makes, but for what aliases stand for.
func values(n *yaml.Node) int {
	count := 1
	for _, child := range n.Content {
		count += values(child)
	}
	if n.Kind == yaml.MappingNode {
		count -= len(n.Content) / 2 // the names of fields
	}
	return count
}

// fill makes item i of a YAML node.
func (b *builder) fill(i int32, n *yaml.Node) {
	if n.Kind == yaml.AliasNode {
		b.expand(i, n)
		return
	}
	b.s.items[i].pos = b.in.original(Pos{n.Line, n.Column})
	switch n.Kind {
	case yaml.ScalarNode:
		b.fillScalar(i, n)
	case yaml.SequenceNode:
		b.fillSequence(i, n)
	case yaml.MappingNode:
		b.fillMapping(i, n)
	}
	if n.Anchor != "" {
		b.anchors[n] = i
	}
}

func (b *builder) fillScalar(i int32, n *yaml.Node) {
	it := &b.s.items[i]
	it.quoted = n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) != 0 ||
		n.Style&yaml.TaggedStyle != 0 && n.Tag == "!!str"
	it.text = b.clean(n, i)
	if !it.quoted {
		it.text = trimBlanks(it.text)
	}
	if !it.quoted && (it.text == "" || it.text == "null" || it.text == "~") {
		it.text = ""
		return
	}
	it.kind = Scalar
	b.takeText(i, it.text)
	if !it.quoted && maybeText(n.LineComment) {
		b.s.noteCut(i, n.LineComment)
	}
}

// clean is a node's text, cleaned. What is found counts for item i.
func (b *builder) clean(n *yaml.Node, i int32) string {
	if len(n.Value) > b.left.Text && utf8.RuneCountInString(n.Value) > b.left.Text {
		b.s.fail(&Error{Pos: b.in.original(Pos{n.Line, n.Column}), Path: b.s.path(i), Code: CodeBounds,
			Message: tooLong(b.left.Text)})
		return ""
	}
	text, found := clean(n.Value)
	pos := Pos{n.Line, n.Column}
	if found.dropped && b.dropped == nil {
		at := b.in.original(pos)
		b.dropped = &at
	}
	switch {
	case found.control == standsForControl:
		for range countRune(n.Value, standsForControl) {
			b.in.claimControl(b.s, pos, b.s.path(i))
		}
	case found.control != 0:
		b.s.fail(&Error{Pos: b.in.original(pos), Path: b.s.path(i), Code: CodeControl, Message: controlMessage(found.control)})
	}
	return text
}

// takeItems makes room for the items of a collection.
func (b *builder) takeItems(i int32, kind Kind, count int) (first int32, ok bool) {
	if b.left.Values -= count; b.left.Values < 0 {
		b.refuse(i, tooMany(b.s.limits.Values))
		return 0, false
	}
	first = int32(len(b.s.items))
	it := &b.s.items[i]
	it.kind, it.first, it.count = kind, first, int32(count)
	b.s.items = slices.Grow(b.s.items, count)[:int(first)+count]
	for k := range b.s.items[first:] {
		b.s.items[int(first)+k] = item{parent: i}
	}
	return first, true
}

func (b *builder) takeText(i int32, text string) {
	if b.left.Bytes -= len(text); b.left.Bytes < 0 {
		b.refuse(i, tooLarge(b.s.limits.Bytes))
	}
}

// enter goes one collection deeper.
func (b *builder) enter(i int32) bool {
	b.depth++
	if b.depth > b.left.Depth {
		b.refuse(i, tooDeep(b.left.Depth))
	}
	return b.fault == nil
}

func (b *builder) refuse(i int32, message string) {
	if b.fault == nil {
		b.fault = &Error{Pos: b.s.items[i].pos, Path: b.s.path(i), Code: CodeBounds, Message: message}
	}
}

func (b *builder) fillSequence(i int32, n *yaml.Node) {
	first, ok := b.takeItems(i, Sequence, len(n.Content))
	if !ok || !b.enter(i) {
		return
	}
	for k, child := range n.Content {
		if b.fault == nil {
			b.fill(first+int32(k), child)
		}
	}
	b.depth--
}

func (b *builder) fillMapping(i int32, n *yaml.Node) {
	first, ok := b.takeItems(i, Mapping, len(n.Content)/2)
	if !ok || !b.enter(i) {
		return
	}
	count := int32(0)
	var known map[string]int32
	if len(n.Content)/2 > maxLinear {
		known = make(map[string]int32, len(n.Content)/2)
	}
	for k := 0; k < len(n.Content) && b.fault == nil; k += 2 {
		at := first + count
		if !b.fillKey(at, n.Content[k], first, known) {
			b.s.items[at] = item{parent: i}
			continue
		}
		b.fill(at, n.Content[k+1])
		count++
	}
	b.s.items[i].count = count
	b.depth--
}

// maxLinear is how many fields' names are compared one by one.
const maxLinear = 24

// fillKey takes a field's name and reports whether the field counts. The fields
// before it begin at first; known has them too where they are many.
func (b *builder) fillKey(i int32, key *yaml.Node, first int32, known map[string]int32) bool {
	it := &b.s.items[i]
	it.keyPos = b.in.original(Pos{key.Line, key.Column})
	it.pos = it.keyPos
	if key.Kind == yaml.AliasNode {
		key = key.Alias
	}
	fail := func(path, code, message string) bool {
		b.s.fail(&Error{Pos: it.keyPos, Path: path, Code: code, Message: message})
		return false
	}
	switch {
	case key.Kind != yaml.ScalarNode:
		return fail(b.s.path(it.parent), CodeType, "the name of a field is a plain text, not a mapping or a list")
	case key.Value == "<<" && key.Tag == "!!merge":
		return fail(b.s.path(it.parent), CodeMerge, "<< is not allowed: write the fields out, or use an alias for a whole value")
	case utf8.RuneCountInString(key.Value) > maxKey:
		return fail(b.s.path(it.parent), CodeBounds, "the name of a field is too long")
	}
	it.key = key.Value // for the path of an error in it
	it.key = trimBlanks(b.clean(key, i))
	if same := b.sameKey(it.key, first, i, known); same >= 0 {
		return fail(b.s.path(i), CodeDuplicateKey, alreadyAt(b.s.items[same].keyPos.Line))
	}
	return true
}

// sameKey is the field among those from first to before i that has the same
// name, or -1. Where known is given, the name is added to it.
func (b *builder) sameKey(key string, first, i int32, known map[string]int32) int32 {
	if known != nil {
		if same, ok := known[key]; ok {
			return same
		}
		known[key] = i
		return -1
	}
	for k := first; k < i; k++ {
		if b.s.items[k].key == key {
			return k
		}
	}
	return -1
}

// expand puts what an alias stands for in its place.
func (b *builder) expand(i int32, n *yaml.Node) {
	b.s.items[i].pos = b.in.original(Pos{n.Line, n.Column})
	from, complete := b.anchors[n.Alias]
	if !complete {
		b.s.failItem(i, CodeType, "*%s stands within what it stands for", shorten(n.Value))
		return
	}
	b.copyItem(i, from)
}

func (b *builder) copyItem(to, from int32) {
	src := b.s.items[from]
	it := &b.s.items[to]
	it.kind, it.quoted, it.text = src.kind, src.quoted, src.text
	if it.kind == Scalar {
		b.takeText(to, it.text)
		return
	}
	if src.count == 0 {
		return
	}
	first, ok := b.takeItems(to, src.kind, int(src.count))
	if !ok || !b.enter(to) {
		return
	}
	for k := range src.count {
		child := &b.s.items[first+k]
		original := b.s.items[src.first+k]
		child.key, child.keyPos, child.pos = original.key, original.keyPos, original.pos
		if b.fault == nil {
			b.copyItem(first+k, src.first+k)
		}
	}
	b.depth--
}
