// Package element reads an XML file into a tree, by the encoding that it
// declares and within bounds. Entities are never resolved and nothing outside
// the file is looked at.
package element

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Bounds of a file.
const (
	MaxDepth    = 64
	MaxElements = 500_000
)

// Element is an element with its text and children. Names are local: vendors
// write one format with several prefixes, or none.
type Element struct {
	Name     string
	Attrs    []Attr
	Text     string // the text between its tags, but not within its children; blanks alone only where it has none
	Children []*Element
	Parent   *Element

	step string // its part of the path
}

// Attr is an attribute by its local name.
type Attr struct{ Name, Value string }

// Parse reads a whole file.
func Parse(data []byte) (*Element, error) {
	text, err := decode(data)
	if err != nil {
		return nil, err
	}
	d := xml.NewDecoder(bytes.NewReader(text))
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // decoded already
	return build(d)
}

// build makes the tree of the tokens of d.
func build(d *xml.Decoder) (*Element, error) {
	var root, at *Element
	var texts []*strings.Builder // of the open elements
	count := 0
	for {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("the XML is broken: %w", err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if len(texts) == MaxDepth {
				return nil, fmt.Errorf("the XML is nested deeper than %d", MaxDepth)
			}
			if count++; count > MaxElements {
				return nil, fmt.Errorf("the XML has more than %d elements", MaxElements)
			}
			if at == nil && root != nil {
				return nil, errors.New("the XML is broken: there are two roots")
			}
			at, texts = begin(at, t), append(texts, new(strings.Builder))
			if root == nil {
				root = at
			}
		case xml.EndElement:
			if at == nil || at.Name != t.Name.Local {
				return nil, fmt.Errorf("the XML is broken: %s ends where it has not begun", t.Name.Local)
			}
			last := len(texts) - 1
			if at.Text = texts[last].String(); len(at.Children) > 0 && strings.TrimSpace(at.Text) == "" {
				at.Text = ""
			}
			at, texts = at.Parent, texts[:last]
		case xml.CharData:
			if at != nil {
				texts[len(texts)-1].Write(t)
			}
		case xml.Directive:
			if bytes.Contains(t, []byte("ENTITY")) {
				return nil, errors.New("the XML defines entities, which are not resolved")
			}
		}
	}
	switch {
	case root == nil:
		return nil, errors.New("the XML holds no element")
	case at != nil:
		return nil, fmt.Errorf("the XML is cut off within %s", at.Name)
	}
	root.step = root.Name
	root.number()
	return root, nil
}

// number gives the elements within e their parts of a path: counted from 1
// where there are more of a name beside each other.
func (e *Element) number() {
	of, n := map[string]int{}, map[string]int{}
	for _, c := range e.Children {
		of[c.Name]++
	}
	for _, c := range e.Children {
		if c.step = c.Name; of[c.Name] > 1 {
			n[c.Name]++
			c.step += "[" + strconv.Itoa(n[c.Name]) + "]"
		}
		if len(c.Children) > 0 {
			c.number()
		}
	}
}

// begin makes the element of a start tag within parent.
func begin(parent *Element, t xml.StartElement) *Element {
	e := &Element{Name: t.Name.Local, Parent: parent}
	for _, a := range t.Attr {
		e.Attrs = append(e.Attrs, Attr{a.Name.Local, a.Value})
	}
	if parent != nil {
		parent.Children = append(parent.Children, e)
	}
	return e
}

// Attr is the value of the attribute of that name, or empty.
func (e *Element) Attr(name string) string {
	for _, a := range e.Attrs {
		if a.Name == name {
			return a.Value
		}
	}
	return ""
}

// Child is the first child of that name, or nil.
func (e *Element) Child(name string) *Element {
	if e == nil {
		return nil
	}
	for _, c := range e.Children {
		if c.Name == name {
			return c
		}
	}
	return nil
}

// All calls yield for e and all elements within it, in the order of the file,
// as long as yield returns true; false leaves out what is within an element.
func (e *Element) All(yield func(*Element) bool) {
	if e == nil || !yield(e) {
		return
	}
	for _, c := range e.Children {
		c.All(yield)
	}
}

// Named are the elements of that name within e.
func (e *Element) Named(name string) (found []*Element) {
	e.All(func(c *Element) bool {
		if c.Name == name {
			found = append(found, c)
		}
		return true
	})
	return found
}

// Path tells where e stands, like EInvoice/Items/Item[2]/Name.
func (e *Element) Path() string {
	if e.Parent == nil {
		return e.step
	}
	return e.Parent.Path() + "/" + e.step
}

// Value is e's text without blanks around it, empty where e is nil.
func (e *Element) Value() string {
	if e == nil {
		return ""
	}
	return strings.TrimSpace(e.Text)
}
