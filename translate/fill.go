package translate

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"sort"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"yipiao/invoice/pattern"
)

// Addition is one text to write into an order's source.
type Addition struct {
	Document int    // the order's place in the file, from 0; empty documents don't count
	Path     string // as errors name it: "lines[0].description"
	Lang     Lang   // Chinese or English
	Text     string
	Comment  bool // a suggestion for a person: written as a comment above the line
	Replace  bool // a person's correction: it takes the place of what stands there
}

// Fill writes texts into the source of an order. A plain text becomes {zh: …,
// en: …}, a map gets the language it lacks, a block text becomes a block map;
// suggestions become comments, "# en (machine): …". Every byte else stays as
// it is, and what is already there is not written again: a second run changes
// nothing.
//
// A text with an anchor keeps it for its own language, an alias becomes one
// language of two: {zh: *cup, en: …}; what stands within an aliased party or
// line is written at the anchor.
//
// The result is read again before it is given out: each node holds both
// languages and all others what they held. A text whose node is missing or in
// the way of another is left out and told in the error, with all others
// written; a source that isn't YAML comes back unchanged.
func Fill(src []byte, additions []Addition) ([]byte, error) {
	s, err := parseSource(src)
	if err != nil {
		return src, err
	}
	var failures []error
	done := map[*yaml.Node]Addition{}
	for _, a := range additions {
		a.Text = strings.TrimSpace(strings.ToValidUTF8(a.Text, ""))
		node, err := s.plan(a)
		if err != nil {
			failures = append(failures, fmt.Errorf("%s: %w", a.Path, err))
		} else if node != nil && !a.Comment {
			done[node] = a
		}
	}
	filled, err := s.apply()
	if err != nil {
		return src, errors.Join(append(failures, err)...)
	}
	if err := checkFilled(s.documents, filled, done); err != nil {
		return src, errors.Join(append(failures, err)...)
	}
	return filled, errors.Join(failures...)
}

// edit replaces src[start:end].
type edit struct {
	start, end int
	text       string
}

// source is a YAML file with the places of its lines and the edits planned.
type source struct {
	bytes     []byte
	lines     []int // where each line begins
	newline   string
	documents []*yaml.Node
	edits     []edit
	touched   map[*yaml.Node]Addition // texts that have an edit
	there     map[thereKey]bool       // languages found in their place
	inFlow    map[*yaml.Node]bool     // of anchors; nil until asked for
}

type thereKey struct {
	node *yaml.Node
	lang Lang
}

func parseSource(src []byte) (*source, error) {
	s := &source{bytes: src, newline: "\n", touched: map[*yaml.Node]Addition{}, there: map[thereKey]bool{}}
	if i := bytes.IndexByte(src, '\n'); i > 0 && src[i-1] == '\r' {
		s.newline = "\r\n"
	}
	s.lines = lineStarts(src)
	decoder := yaml.NewDecoder(bytes.NewReader(src))
	for {
		var document yaml.Node
		err := decoder.Decode(&document)
		if err == io.EOF {
			return s, nil
		}
		if err != nil {
			return nil, unreadable(src, err)
		}
		if !leftOut(document.Content[0]) { // nothing between two "---" is no order
			s.documents = append(s.documents, &document)
		}
	}
}

// unreadable explains a source that only a more patient reader takes.
func unreadable(src []byte, err error) error {
	for i, r := range []rune{'\u2028', '\u2029', '\u0085'} {
		if bytes.ContainsRune(src, r) {
			name := []string{"U+2028, a line separator", "U+2029, a paragraph separator", "U+0085, a next-line character"}[i]
			return fmt.Errorf("%s, stands in it, as pastes from web pages bring: put line ends or blanks in its place", name)
		}
	}
	return fmt.Errorf("not YAML that can be read: %w", err)
}

// place is where a text stands: its node, the key before it (nil in a list)
// and whether the map or list around it is in flow style.
type place struct {
	key, node *yaml.Node
	inFlow    bool
	label     string // the last step of the path
}

var pathStep = pattern.Lazily(`^(?:\.?([^.\[\]]+)|\[(\d{1,7})\])`)

// find follows a path of keys and list positions, through aliases too. A list
// of one may stand for its entry, as with bank accounts.
func (s *source) find(document int, path string) (place, error) {
	if document < 0 || document >= len(s.documents) {
		return place{}, fmt.Errorf("the file has no order %d", document+1)
	}
	at := place{node: s.documents[document].Content[0]}
	for rest := path; rest != ""; {
		step := pathStep.FindStringSubmatch(rest)
		if step == nil {
			return place{}, fmt.Errorf("%q is no path", rest)
		}
		rest = rest[len(step[0]):]
		around := at.node
		if around.Kind == yaml.AliasNode {
			around, at.inFlow = around.Alias, s.withinFlow(around.Alias)
		}
		if around.Kind == yaml.SequenceNode && len(around.Content) == 1 && step[1] != "" {
			at.inFlow = at.inFlow || around.Style&yaml.FlowStyle != 0
			around = around.Content[0]
		}
		at.inFlow = at.inFlow || around.Style&yaml.FlowStyle != 0
		at.label = strings.TrimPrefix(step[0], ".")
		switch index, _ := strconv.Atoi(step[2]); {
		case around.Kind == yaml.SequenceNode && step[2] != "" && index < len(around.Content):
			at.key, at.node = nil, around.Content[index]
		case around.Kind == yaml.MappingNode && step[1] != "" && entry(around, step[1]) >= 0:
			i := entry(around, step[1])
			at.key, at.node = around.Content[i], around.Content[i+1]
		default:
			return place{}, fmt.Errorf("there is no %s", at.label)
		}
	}
	return at, nil
}

// withinFlow reports whether an anchor stands in a map or list in flow style.
func (s *source) withinFlow(anchor *yaml.Node) bool {
	if s.inFlow == nil {
		s.inFlow = map[*yaml.Node]bool{}
		for _, document := range s.documents {
			s.noteAnchors(document, false)
		}
	}
	return s.inFlow[anchor]
}

func (s *source) noteAnchors(n *yaml.Node, inFlow bool) {
	if n.Anchor != "" {
		s.inFlow[n] = inFlow
	}
	for _, child := range n.Content {
		s.noteAnchors(child, inFlow || n.Style&yaml.FlowStyle != 0)
	}
}

// entry is the place of a key within a map's content; -1 if it isn't there.
func entry(m *yaml.Node, name string) int {
	for i := 0; i+1 < len(m.Content); i += 2 {
		if m.Content[i].Kind == yaml.ScalarNode && m.Content[i].Value == name {
			return i
		}
	}
	return -1
}

// leftOut follows the format: unquoted null, ~ and nothing mean left out.
func leftOut(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Style == 0 && (n.Value == "" || n.Value == "~" || n.Value == "null")
}

// plan notes the edits of one addition and returns the node it writes; none if
// nothing need be written.
func (s *source) plan(a Addition) (*yaml.Node, error) {
	if a.Lang != Chinese && a.Lang != English {
		return nil, fmt.Errorf("language %q: zh or en is right", a.Lang)
	}
	if a.Text == "" {
		return nil, errors.New("the text to write is empty")
	}
	at, err := s.find(a.Document, a.Path)
	if err != nil {
		return nil, err
	}
	if at.node == s.documents[a.Document].Content[0] {
		return nil, errors.New("a whole order is no text")
	}
	if at.node.Kind == yaml.AliasNode && at.node.Alias.Kind == yaml.MappingNode {
		at.node = at.node.Alias // both languages stand at the anchor
		at.inFlow = s.withinFlow(at.node)
	}
	if before, ok := s.touched[at.node]; ok {
		return nil, sameAgain(before, a)
	}
	value := at.value()
	switch {
	case value.Kind == yaml.MappingNode:
		if i := entry(value, string(a.Lang)); i >= 0 && !leftOut(value.Content[i+1]) {
			return s.planThere(at, value.Content[i+1], a)
		}
		if entry(value, string(a.Lang.Other())) < 0 {
			return nil, errors.New("it is no text: neither zh nor en stands there")
		}
	case value.Kind != yaml.ScalarNode || leftOut(value):
		return nil, errors.New("there is no text")
	case Detect(value.Value).IsChinese() == a.Lang.IsChinese() && Detect(value.Value) != "":
		return nil, fmt.Errorf("the text there is %s already", a.Lang)
	}
	s.touched[at.node] = a
	if a.Comment {
		s.planComment(at, a)
		return at.node, nil
	}
	if err := s.planText(at, a); err != nil {
		return nil, err
	}
	s.dropComment(at, a.Lang)
	return at.node, nil
}

// value is the node that holds the text: an alias's anchor, or the node itself.
func (at place) value() *yaml.Node {
	if at.node.Kind == yaml.AliasNode {
		return at.node.Alias
	}
	return at.node
}

// sameAgain lets an aliased text be written from each place that shows it.
func sameAgain(before, a Addition) error {
	if before.Lang == a.Lang && before.Text == a.Text && before.Comment == a.Comment {
		return nil
	}
	return errors.New("it is written twice")
}

// planThere deals with a language that is there already: a suggestion for it
// has had its day, and only a correction changes it.
func (s *source) planThere(at place, old *yaml.Node, a Addition) (*yaml.Node, error) {
	if k := (thereKey{at.node, a.Lang}); !s.there[k] {
		s.there[k] = true
		s.dropComment(at, a.Lang)
	}
	if !a.Replace || a.Comment || old.Value == a.Text {
		return nil, nil
	}
	s.touched[at.node] = a
	inFlow := at.inFlow || at.node.Style&yaml.FlowStyle != 0
	if old.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
		b, err := s.blockText(at.node.Content[entry(at.node, string(a.Lang))], old)
		if err != nil {
			return nil, err
		}
		s.add(b.start, b.end, scalar(a.Text))
		return at.node, nil
	}
	if old.Kind != yaml.ScalarNode || old.Anchor != "" {
		return nil, errors.New("it has an anchor or an alias: correct it by hand")
	}
	start, end, err := s.extent(old, inFlow)
	if err != nil {
		return nil, err
	}
	s.add(start, end, scalar(a.Text))
	return at.node, nil
}

func (s *source) planText(at place, a Addition) error {
	switch {
	case at.node.Kind == yaml.MappingNode && at.node.Style&yaml.FlowStyle != 0:
		return s.intoFlowMap(at.node, a)
	case at.node.Kind == yaml.MappingNode:
		return s.intoBlockMap(at.node, a)
	case at.node.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		return s.fromBlockText(at, a)
	}
	start, end, err := s.extent(at.node, at.inFlow)
	if err != nil {
		return err
	}
	head := s.properties(start)
	old := string(s.bytes[head:end])
	if at.node.Kind == yaml.ScalarNode && (strings.ContainsAny(old, "\r\n") || at.node.Style&^yaml.TaggedStyle == 0 && !plainStays(old)) {
		old = quoted(at.node.Value)
	}
	s.add(start, end, flowPair(a, string(s.bytes[start:head])+old))
	return nil
}

// flowPair writes both languages, Chinese first; old is the other's source.
func flowPair(a Addition, old string) string {
	if a.Lang == Chinese {
		return fmt.Sprintf("{zh: %s, en: %s}", scalar(a.Text), old)
	}
	return fmt.Sprintf("{zh: %s, en: %s}", old, scalar(a.Text))
}

// intoFlowMap adds a language to {zh: …}.
func (s *source) intoFlowMap(m *yaml.Node, a Addition) error {
	if i := entry(m, string(a.Lang)); i >= 0 {
		return s.overLeftOut(m.Content[i], m.Content[i+1], true, a)
	}
	i := entry(m, string(a.Lang.Other()))
	if a.Lang == Chinese {
		start := s.offset(m.Content[i])
		s.add(start, start, "zh: "+scalar(a.Text)+", ")
		return nil
	}
	_, end, err := s.extent(m.Content[i+1], true)
	if err != nil {
		return err
	}
	s.add(end, end, ", en: "+scalar(a.Text))
	return nil
}

// intoBlockMap adds a line to a map of lines.
func (s *source) intoBlockMap(m *yaml.Node, a Addition) error {
	if i := entry(m, string(a.Lang)); i >= 0 {
		return s.overLeftOut(m.Content[i], m.Content[i+1], false, a)
	}
	i := entry(m, string(a.Lang.Other()))
	key, value := m.Content[i], m.Content[i+1]
	indent := strings.Repeat(" ", key.Column-1)
	if a.Lang == Chinese {
		start := s.offset(key)
		s.add(start, start, blockPair("zh", a.Text, key.Column-1, s.newline)+s.newline+indent)
		return nil
	}
	end := 0
	if value.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
		b, err := s.blockText(key, value)
		if err != nil {
			return err
		}
		end = b.end
	} else {
		_, after, err := s.extent(value, false)
		if err != nil {
			return err
		}
		end = s.endOfLine(after)
	}
	s.add(end, end, s.newline+indent+blockPair("en", a.Text, key.Column-1, s.newline))
	return nil
}

// overLeftOut writes in place of nothing, ~ or null.
func (s *source) overLeftOut(key, value *yaml.Node, inFlow bool, a Addition) error {
	_, end, err := s.extent(key, inFlow)
	if err != nil {
		return err
	}
	colon := end
	for colon < len(s.bytes) && s.bytes[colon] == ' ' {
		colon++
	}
	if colon >= len(s.bytes) || s.bytes[colon] != ':' {
		return errors.New("its language is left out in a form that cannot be filled in")
	}
	colon++
	if value.Value == "" {
		s.add(colon, colon, " "+scalar(a.Text))
		return nil
	}
	start := s.offset(value)
	s.add(start, start+len(value.Value), scalar(a.Text))
	return nil
}

// fromBlockText makes a block map of a literal or folded text: its lines move
// two columns to the right, the other language stands beside.
func (s *source) fromBlockText(at place, a Addition) error {
	b, err := s.blockText(at.key, at.node)
	if err != nil {
		return err
	}
	if b.special {
		head := s.properties(b.start)
		s.add(b.start, b.end, flowPair(a, string(s.bytes[b.start:head])+quoted(at.node.Value)))
		return nil
	}
	indent, head := b.indent, s.newline+strings.Repeat(" ", b.indent)
	if at.key == nil { // "- |": the map begins on the dash's line
		indent, head = at.node.Column-1, ""
	}
	between := s.newline + strings.Repeat(" ", indent)
	shift := indent + 2 - b.indent
	own := string(a.Lang.Other()) + ": " + b.header + b.shifted(s.bytes, shift)
	other := blockPair(string(a.Lang), a.Text, indent, s.newline)
	first, second := own, other
	if a.Lang == Chinese {
		first, second = other, own
	}
	start := b.start
	if at.key != nil {
		for start > 0 && s.bytes[start-1] == ' ' {
			start--
		}
	}
	s.add(start, b.end, head+first+between+second)
	return nil
}

func (s *source) add(start, end int, text string) {
	s.edits = append(s.edits, edit{start, end, text})
}

// apply makes the edits, from the first on; those at one place in the order
// they were planned.
func (s *source) apply() ([]byte, error) {
	if len(s.edits) == 0 {
		return s.bytes, nil
	}
	edits := slices.Clone(s.edits)
	sort.SliceStable(edits, func(i, j int) bool { return edits[i].start < edits[j].start })
	var b bytes.Buffer
	end := 0
	for _, e := range edits {
		if e.start < end {
			return nil, errors.New("two texts would be written over each other")
		}
		b.Write(s.bytes[end:e.start])
		b.WriteString(e.text)
		end = e.end
	}
	b.Write(s.bytes[end:])
	return b.Bytes(), nil
}
