package read

import (
	"fmt"
	"strings"

	"yipiao/invoice/read/element"
	"yipiao/invoice/read/ofd"
)

// taggedFapiao reads the fapiao that an OFD's custom tags describe: each names
// a field and refers to the text objects that show it. Nil without such tags.
// The document's pages come after so many others.
func taggedFapiao(doc *ofd.Document, before int) *fapiao {
	t := tagReader{objects: map[string][]tagObject{}}
	for i := range doc.Pages {
		p := &doc.Pages[i]
		for j := range p.Texts {
			if !p.Texts[j].Template {
				t.objects[p.Texts[j].ID] = append(t.objects[p.Texts[j].ID], tagObject{p.ID, before + i + 1, &p.Texts[j]})
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

// complete takes from the page what the tags don't have. Where they don't name
// what the page shows, that is said: of lines the page's count, of other
// fields the tags.
func (f *fapiao) complete(pages []*fapiao) {
	if len(pages) == 0 {
		return
	}
	printed := pages[0]
	if len(f.lines) != len(printed.lines) {
		f.warnTags("lines", "", fmt.Sprintf("the tags name %d lines, the page shows %d, which were read", len(f.lines), len(printed.lines)))
		f.lines = nil
	}
	for i := range f.lines {
		f.completeLine(i, &printed.lines[i])
	}
	f.notes = printed.notes.or(f.notes) // with its line ends
	f.kind, f.words = printed.kind, printed.words
	for _, x := range [...]struct {
		path       string
		mine, page *fapiaoText
	}{{"number", &f.number, &printed.number}, {"date", &f.issued, &printed.issued},
		{"seller.name", &f.seller.name, &printed.seller.name}, {"seller.tax_id", &f.seller.taxID, &printed.seller.taxID},
		{"buyer.name", &f.buyer.name, &printed.buyer.name}, {"buyer.tax_id", &f.buyer.taxID, &printed.buyer.taxID},
		{"stated.goods", &f.goods, &printed.goods}, {"stated.tax", &f.tax, &printed.tax}, {"stated.total", &f.total, &printed.total}} {
		f.agree(x.path, x.mine, x.page)
	}
	f.warnings = append(f.warnings, printed.warnings...)
	f.fill(printed)
}

// completeLine fills and compares the cells of a line.
func (f *fapiao) completeLine(i int, page *fapiaoLine) {
	l := &f.lines[i]
	l.more = page.more
	for field, path := range linePaths {
		if path != "" {
			f.agree(fmt.Sprintf("lines[%d].%s", i, path), l.cell(lineField(field)), page.cell(lineField(field)))
		}
	}
}

// linePaths are the paths of a line's fields in an order, by lineField.
var linePaths = [...]string{"", "description", "spec", "unit", "quantity", "price", "amount", "tax.percent", "tax.amount"}

// agree takes what the tags lack from the page, and warns where they lack it
// or say otherwise.
func (f *fapiao) agree(path string, mine, page *fapiaoText) {
	switch {
	case page.text == "" || sameShown(mine.text, page.text):
	case mine.text == "":
		f.warnTags(path, page.where, fmt.Sprintf("no tag names it; the page shows %.80s", page.text))
		*mine = *page
	default:
		f.warnTags(path, page.where, fmt.Sprintf("the tag names %.80s, the page shows %.80s in its place", mine.text, page.text))
	}
}

func (f *fapiao) warnTags(path, where, message string) {
	f.warnings = append(f.warnings, Warning{Tags, path, where, message})
}
