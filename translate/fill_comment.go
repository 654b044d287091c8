package translate

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"
)

// planComment writes a suggestion as a line of its own above the text's line,
// or puts it in the place of an older one.
func (s *source) planComment(at place, a Addition) {
	line, indent := s.lineOf(at)
	label := s.label(at, a.Lang)
	comment := label + " " + strings.Join(strings.FieldsFunc(a.Text, isBreakOrControl), " / ")
	for above := line - 1; above >= 0; above-- {
		text, ok := s.commentLine(above)
		if !ok {
			break
		}
		if text == comment {
			return
		}
		if strings.HasPrefix(text, label) {
			start := s.lines[above] + strings.IndexByte(string(s.bytes[s.lines[above]:]), '#')
			s.add(start, s.endOfLine(start), comment)
			return
		}
	}
	start := s.lines[line]
	s.add(start, start, strings.Repeat(" ", indent)+comment+s.newline)
}

// dropComment takes away a suggestion that has become a text.
func (s *source) dropComment(at place, lang Lang) {
	line, _ := s.lineOf(at)
	label := s.label(at, lang)
	for above := line - 1; above >= 0; above-- {
		text, ok := s.commentLine(above)
		if !ok {
			break
		}
		if strings.HasPrefix(text, label) {
			s.add(s.lines[above], s.lines[above+1], "")
			return
		}
	}
}

func isBreakOrControl(r rune) bool {
	return r < ' ' || r == '\u0085' || r == '\u2028' || r == '\u2029' || r == 0x7f || r == '\ufeff'
}

// lineOf is the line (from 0) where a text's key, or the text itself in a
// list, begins, and how far that line is indented.
func (s *source) lineOf(at place) (line, indent int) {
	node := at.node
	if at.key != nil {
		node = at.key
	}
	line = node.Line - 1
	rest := s.bytes[s.lines[line]:]
	for indent < len(rest) && rest[indent] == ' ' {
		indent++
	}
	return line, indent
}

// label begins a suggestion. Where several texts share a line it says which
// one is meant.
func (s *source) label(at place, lang Lang) string {
	node := at.node
	if at.key != nil {
		node = at.key
	}
	before := string(s.bytes[s.lines[node.Line-1]:s.offset(node)])
	if !at.inFlow && strings.Trim(before, " -") == "" {
		return fmt.Sprintf("# %s (machine):", lang)
	}
	return fmt.Sprintf("# %s.%s (machine):", at.label, lang)
}

// commentLine is a line's comment, if it holds nothing else.
func (s *source) commentLine(line int) (string, bool) {
	start := s.lines[line]
	text := strings.TrimSpace(string(s.bytes[start:s.endOfLine(start)]))
	return text, strings.HasPrefix(text, "#")
}

// checkFilled reads the new source and compares it with the old one.
func checkFilled(before []*yaml.Node, filled []byte, done map[*yaml.Node]Addition) error {
	after, err := parseSource(filled)
	if err != nil || len(after.documents) != len(before) {
		return fmt.Errorf("the texts cannot be written into this source: %v", err)
	}
	for i, document := range before {
		if path, ok := sameBut(document, after.documents[i], "", done); !ok {
			return fmt.Errorf("the texts cannot be written into this source: %s would change", path)
		}
	}
	return nil
}

// sameBut compares two trees that may differ in the wanted texts alone, and
// names the first place where they differ otherwise.
func sameBut(old, new *yaml.Node, path string, wanted map[*yaml.Node]Addition) (string, bool) {
	if a, ok := wanted[old]; ok {
		return path, holdsBoth(old, new, a)
	}
	if old.Kind != new.Kind || old.Value != new.Value || old.Tag != new.Tag || old.Anchor != new.Anchor || len(old.Content) != len(new.Content) {
		return path, false
	}
	for i, child := range old.Content {
		inner := path
		switch {
		case old.Kind == yaml.SequenceNode:
			inner = fmt.Sprintf("%s[%d]", path, i)
		case old.Kind == yaml.MappingNode && i%2 == 1:
			inner = strings.TrimPrefix(path+"."+old.Content[i-1].Value, ".")
		}
		if at, ok := sameBut(child, new.Content[i], inner, wanted); !ok {
			return at, false
		}
	}
	return "", true
}

// holdsBoth reports whether a node has its old text and the added one.
func holdsBoth(old, new *yaml.Node, a Addition) bool {
	if new.Kind != yaml.MappingNode {
		return false
	}
	added := entry(new, string(a.Lang))
	if added < 0 || new.Content[added+1].Kind != yaml.ScalarNode || new.Content[added+1].Value != a.Text {
		return false
	}
	if old.Kind != yaml.MappingNode {
		kept := entry(new, string(a.Lang.Other()))
		if kept < 0 || len(new.Content) != 4 {
			return false
		}
		own := new.Content[kept+1]
		return own.Kind == old.Kind && own.Value == old.Value && own.Anchor == old.Anchor
	}
	entries := 0
	for i := 0; i+1 < len(old.Content); i += 2 {
		if old.Content[i].Value == string(a.Lang) {
			continue
		}
		entries += 2
		at := entry(new, old.Content[i].Value)
		if at < 0 {
			return false
		}
		if _, ok := sameBut(old.Content[i+1], new.Content[at+1], "", nil); !ok {
			return false
		}
	}
	return entries+2 == len(new.Content)
}
