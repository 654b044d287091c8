package read

import (
	"strings"

	"yipiao/invoice/read/element"
	"yipiao/invoice/read/ofd"
)

// taggedFapiao reads the fapiao that an OFD's custom tags describe: each names
// a field and refers to the text objects that show it. Nil without such tags.
func taggedFapiao(doc *ofd.Document) *fapiao {
	t := tagReader{objects: map[string][]tagObject{}}
	for i := range doc.Pages {
		p := &doc.Pages[i]
		for j := range p.Texts {
			if !p.Texts[j].Template {
				t.objects[p.Texts[j].ID] = append(t.objects[p.Texts[j].ID], tagObject{p.ID, i + 1, &p.Texts[j]})
			}
		}
	}
	for _, root := range doc.Tags {
		t.read(root)
	}
	if t.f.number.text == "" {
		return nil
	}
	return &t.f
}

// tagObject is a text object with its page.
type tagObject struct {
	pageID string
	number int
	text   *ofd.Text
}

type tagReader struct {
	objects map[string][]tagObject // by ID
	f       fapiao
	missing []string // tags whose objects are not there
}

// read takes the fields of a tree of tags.
func (t *tagReader) read(root *element.Element) {
	root.All(func(e *element.Element) bool {
		refs := false
		for _, c := range e.Children {
			refs = refs || c.Name == "ObjectRef"
		}
		if !refs {
			return true
		}
		value := t.value(e)
		if value.text == "" {
			t.missing = append(t.missing, e.Name)
			return false
		}
		if field := lineFields[plainName(e.Name)]; field != noColumn {
			t.cell(field, value)
		} else if field, _ := headFieldOf(e); field != noField {
			p := t.f.head(field)
			*p = p.or(value)
		}
		return false
	})
}

// cell puts a value into the last line; a name begins another line.
func (t *tagReader) cell(field lineField, value fapiaoText) {
	if n := len(t.f.lines); n == 0 || field == lineName || t.f.lines[n-1].cell(field).text != "" {
		t.f.lines = append(t.f.lines, fapiaoLine{})
	}
	*t.f.lines[len(t.f.lines)-1].cell(field) = value
}

// value is the text of the objects that a tag refers to.
func (t *tagReader) value(e *element.Element) fapiaoText {
	var text strings.Builder
	page, left, top, right, bottom := 0, 1<<40, 1<<40, 0, 0
	for _, ref := range e.Children {
		o := t.object(ref)
		if o == nil {
			continue
		}
		text.WriteString(o.text.String())
		page = o.number
		for _, r := range o.text.Runs {
			left, top, right, bottom = min(left, r.Left), min(top, r.Top), max(right, r.Right), max(bottom, r.Bottom)
		}
	}
	if page == 0 {
		return fapiaoText{}
	}
	return fapiaoText{strings.TrimSpace(text.String()), boxPlace(page, left, top, right, bottom)}
}

// object is what a reference means: the object of that page, or the only one
// of that ID.
func (t *tagReader) object(ref *element.Element) *tagObject {
	all := t.objects[ref.Value()]
	for i := range all {
		if all[i].pageID == ref.Attr("PageRef") {
			return &all[i]
		}
	}
	if len(all) == 1 {
		return &all[0]
	}
	return nil
}

// complete takes from the page what the tags don't have, and warns where they
// resolve only in part: then the page's lines count.
func (f *fapiao) complete(printed *fapiao) {
	if printed == nil {
		return
	}
	if len(f.lines) != len(printed.lines) {
		f.warnings = append(f.warnings, Warning{Tags, "lines", "", "the tags don't name every line that the page shows; the lines were read from the page"})
		f.lines = printed.lines
	}
	f.notes = printed.notes.or(f.notes) // with its line ends
	f.fill(printed)
}
