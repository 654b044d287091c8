// Package ofd opens OFD files (GB/T 33190), in which e-fapiao are issued: a
// zip of XML that says which text stands where on each page.
package ofd

import (
	"errors"
	"fmt"
	"path"
	"strings"

	"yipiao/invoice/read/element"
)

// MaxPages is how many pages are read of a document.
const MaxPages = 500

// Document is one document of an OFD file; most files hold one.
type Document struct {
	// Info is what the file says of itself, by name: 发票号码, 开票日期 …
	Info        map[string]string
	Pages       []Page
	Unlisted    []Page // that lie in the file, but that the document doesn't name
	Attachments []Attachment
	// Tags are the custom tags: trees whose leaves refer to texts by
	// ObjectRef.
	Tags []*element.Element
	// Broken names parts that the document refers to but that can't be had.
	Broken []string
}

// Page is what one page shows.
type Page struct {
	ID            string
	Width, Height int // thousandths of a point
	Texts         []Text
}

// Attachment is a file that travels in a document; Data is that of an XML file.
type Attachment struct {
	Name, Format string
	Data         []byte
}

// Open reads the documents of a file.
func Open(data []byte) ([]*Document, error) {
	a, err := open(data)
	if err != nil {
		return nil, err
	}
	root, err := a.xml("OFD.xml")
	if err != nil {
		return nil, err
	}
	var docs []*Document
	for _, body := range root.Named("DocBody") {
		d, err := a.document(body)
		if err != nil {
			return nil, err
		}
		docs = append(docs, d)
	}
	if docs == nil {
		return nil, errors.New("the OFD names no document")
	}
	return docs, nil
}

// document reads what a DocBody refers to.
func (a *archive) document(body *element.Element) (*Document, error) {
	root := body.Child("DocRoot")
	if root == nil {
		return nil, errors.New("the OFD does not say where its document is")
	}
	d := &Document{Info: map[string]string{}}
	for _, c := range body.Named("CustomData") {
		d.Info[c.Attr("Name")] = c.Value()
	}
	place := resolve("", root.Value())
	x, err := a.xml(place)
	if err != nil {
		return nil, err
	}
	r := reader{archive: a, doc: d, templates: map[string]*element.Element{}, left: mostGlyphs}
	if err := r.pages(place, x); err != nil {
		return nil, err
	}
	r.attachments(place, x)
	r.tags(place, x)
	r.unlisted(place)
	return d, nil
}

// reader fills a document.
type reader struct {
	archive   *archive
	doc       *Document
	templates map[string]*element.Element // by ID
	left      int                         // how many characters may still be placed
}

// part reads an XML part; one that can't be had is noted.
func (r *reader) part(place string) *element.Element {
	x, err := r.archive.xml(place)
	if err != nil {
		r.doc.Broken = append(r.doc.Broken, fmt.Sprintf("%s: %v", place, err))
		return nil
	}
	return x
}

func (r *reader) pages(place string, x *element.Element) error {
	common := x.Child("CommonData")
	for _, t := range common.Named("TemplatePage") {
		if p := r.part(resolve(place, t.Attr("BaseLoc"))); p != nil {
			r.templates[t.Attr("ID")] = p
		}
	}
	area := physicalBox(common)
	pages := x.Child("Pages").Named("Page")
	if len(pages) > MaxPages {
		return fmt.Errorf("the OFD has %d pages; at most %d are read", len(pages), MaxPages)
	}
	for _, p := range pages {
		page := Page{ID: p.Attr("ID")}
		if content := r.part(resolve(place, p.Attr("BaseLoc"))); content != nil {
			r.page(&page, content, area)
		}
		r.doc.Pages = append(r.doc.Pages, page)
	}
	return nil
}

// mostUnlisted is how many pages are read that no document names.
const mostUnlisted = 20

// unlisted reads the pages in the document's folder that nothing refers to.
func (r *reader) unlisted(place string) {
	for _, name := range r.archive.unread(path.Dir(place)) {
		if len(r.doc.Unlisted) == mostUnlisted {
			return
		}
		x, err := r.archive.xml(name)
		if err != nil || x.Name != "Page" {
			continue
		}
		page := Page{ID: name}
		r.page(&page, x, box{})
		r.doc.Unlisted = append(r.doc.Unlisted, page)
	}
}

// page reads a page: its own texts and those of its templates, as far as they
// stand on it.
func (r *reader) page(page *Page, content *element.Element, area box) {
	size := physicalBox(content)
	if size == (box{}) {
		size = area
	}
	for _, t := range content.Named("Template") {
		template := r.templates[t.Attr("TemplateID")]
		if size == (box{}) {
			size = physicalBox(template)
		}
		r.texts(page, template.Child("Content"), size, true)
	}
	page.Width, page.Height = points(size.w), points(size.h)
	r.texts(page, content.Child("Content"), size, false)
}

// physicalBox is the area that x says pages have.
func physicalBox(x *element.Element) box {
	b, _ := parseBox(x.Child("PhysicalBox").Value())
	if area := x.Child("PageArea"); area != nil {
		b, _ = parseBox(area.Child("PhysicalBox").Value())
	}
	if area := x.Child("Area"); area != nil {
		b, _ = parseBox(area.Child("PhysicalBox").Value())
	}
	return b
}

// attachments reads what is attached as XML; of other files the names are
// enough.
func (r *reader) attachments(place string, x *element.Element) {
	list := x.Child("Attachments")
	if list.Value() == "" {
		return
	}
	place = resolve(place, list.Value())
	for _, a := range r.part(place).Named("Attachment") {
		loc := a.Child("FileLoc").Value()
		attached := Attachment{Name: a.Attr("Name"), Format: strings.ToLower(a.Attr("Format"))}
		if attached.Format == "" {
			attached.Format = strings.TrimPrefix(strings.ToLower(path.Ext(loc)), ".")
		}
		if attached.Format == "xml" || attached.Format == "xbrl" || strings.EqualFold(path.Ext(loc), ".xml") {
			data, err := r.archive.read(resolve(place, loc))
			if err != nil {
				r.doc.Broken = append(r.doc.Broken, err.Error())
				continue
			}
			attached.Data = data
		}
		r.doc.Attachments = append(r.doc.Attachments, attached)
	}
}

func (r *reader) tags(place string, x *element.Element) {
	list := x.Child("CustomTags")
	if list.Value() == "" {
		return
	}
	place = resolve(place, list.Value())
	for _, loc := range r.part(place).Named("FileLoc") {
		if tags := r.part(resolve(place, loc.Value())); tags != nil {
			r.doc.Tags = append(r.doc.Tags, tags)
		}
	}
}
