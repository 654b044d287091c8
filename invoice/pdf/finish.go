package pdf

import (
	"bytes"
	"crypto/md5"
	"errors"
	"strconv"
	"time"
)

// composedFile takes the file that fpdf writes.
type composedFile []byte

func (c *composedFile) Write(p []byte) (int, error) {
	if *c == nil {
		*c = p // fpdf writes all at once, from a buffer that is its last use
	} else {
		*c = append((*c)[:len(*c):len(*c)], p...)
	}
	return len(p), nil
}

// nextContents cuts the next page's contents off the file: a stream of stated
// length after the page's /Contents.
func (c *composedFile) nextContents() ([]byte, error) {
	_, rest, found := bytes.Cut(*c, []byte("/Contents "))
	_, rest, found2 := bytes.Cut(rest, []byte("<</Length "))
	digits, rest, found3 := bytes.Cut(rest, []byte(">>\nstream\n"))
	n, err := strconv.Atoi(string(digits))
	if !found || !found2 || !found3 || err != nil || n > len(rest) {
		return nil, errors.New("a page's contents can't be found in what fpdf composed")
	}
	*c = rest[n:]
	return rest[:n], nil
}

// finish writes everything but what was written on the way, and gives the file.
func (w *Writer) finish(composed composedFile) ([]byte, error) {
	o := w.obj
	resources, parent := o.reserve(), o.reserve()
	kids := []byte{}
	for i := range w.pages {
		rules, err := composed.nextContents()
		if err != nil {
			return nil, err
		}
		w.writePage(i, rules, resources, parent)
		kids = append(appendRef(kids, w.pages[i].ref), ' ')
	}
	o.put(parent, []byte("<</Type/Pages/Count "+itoa(len(w.pages))+"/Kids["+string(kids)+"]>>"))
	if err := w.writeResources(resources); err != nil {
		return nil, err
	}
	w.writeTree()
	info, catalog := o.reserve(), o.reserve()
	o.put(info, w.info.dictionary())
	metadata := o.reserve()
	o.stream(metadata, "/Type/Metadata/Subtype/XML", w.info.xmp())
	profile := o.reserve()
	o.packed(profile, "/N 3/Filter/FlateDecode", deflatedProfile())
	intent := o.add("<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)/DestOutputProfile " +
		profile.String() + ">>")
	o.put(catalog, []byte("<</Type/Catalog/Pages "+parent.String()+"/Lang"+textString(w.info.Lang)+
		"/MarkInfo<</Marked true>>/StructTreeRoot "+w.tree.root.String()+"/ViewerPreferences<</DisplayDocTitle true>>"+
		"/Metadata "+metadata.String()+"/OutputIntents["+intent.String()+"]"+w.writeAttachments()+">>"))
	return o.finish(catalog, info), nil
}

func (w *Writer) writePage(i int, rules []byte, resources, parent ref) {
	p := w.pages[i]
	stream := w.obj.reserve()
	w.obj.stream(stream, "", rules, p.texts)
	b := appendRef([]byte("<</Type/Page/Parent "), parent)
	b = append(b, "/MediaBox[0 0 "...)
	b = append(appendPoints(append(appendPoints(b, p.width), ' '), p.height), ']')
	b = appendRef(append(b, "/Resources "...), resources)
	b = appendRef(append(b, "/Contents "...), stream)
	b = append(strconv.AppendInt(append(b, "/StructParents "...), int64(i), 10), "/Tabs/S"...)
	if len(p.links) > 0 {
		b = append(b, "/Annots["...)
		for _, l := range p.links {
			b = append(appendRef(b, l), ' ')
		}
		b = append(b, ']')
	}
	w.obj.put(p.ref, append(b, ">>"...))
}

// writeResources writes fonts and pictures, and names them.
func (w *Writer) writeResources(n ref) error {
	b := []byte("<<")
	if len(w.fonts) > 0 {
		b = append(b, "/Font<<"...)
		for _, c := range w.fonts {
			f := w.obj.reserve()
			if err := c.write(w.obj, f); err != nil {
				return err
			}
			b = appendRef(append(append(append(b, '/'), w.names[c]...), ' '), f)
		}
		b = append(b, ">>"...)
	}
	if len(w.images) > 0 {
		b = append(b, "/XObject<<"...)
		for _, p := range w.images {
			b = appendRef(append(append(append(b, '/'), w.imageRef[p]...), ' '), p.write(w.obj))
		}
		b = append(b, ">>"...)
	}
	w.obj.put(n, append(b, ">>"...))
	return nil
}

// Attachment is a file within the document (ISO 19005-3, 6.8).
type Attachment struct {
	Name         string
	Type         string // a MIME type: application/yaml (RFC 9512)
	Relationship string // Data: what the document was made from; Source: its original
	Description  string
	Data         []byte
	Changed      time.Time
}

// writeAttachments writes the files and gives the catalog's entries for them.
func (w *Writer) writeAttachments() string {
	if len(w.files) == 0 {
		return ""
	}
	names, associated := "", ""
	for _, a := range w.files {
		sum := md5.Sum(a.Data)
		stream := w.obj.reserve()
		w.obj.stream(stream, "/Type/EmbeddedFile/Subtype/"+nameOf(a.Type)+"/Params<</Size "+itoa(len(a.Data))+
			"/ModDate("+pdfDate(a.Changed)+")/CheckSum"+hexString(sum[:])+">>", a.Data)
		spec := w.obj.add("<</Type/Filespec/F" + textString(a.Name) + "/UF" + textString(a.Name) + "/AFRelationship/" + a.Relationship +
			"/Desc" + textString(a.Description) + "/EF<</F " + stream.String() + "/UF " + stream.String() + ">>>>")
		names += textString(a.Name) + spec.String() + " "
		associated += spec.String() + " "
	}
	return "/AF[" + associated + "]/Names<</EmbeddedFiles<</Names[" + names + "]>>>>"
}

// nameOf writes a name with what isn't a regular character as #xx.
func nameOf(s string) string {
	var b []byte
	for i := range len(s) {
		c := s[i]
		if c <= ' ' || c >= 0x7F || bytes.IndexByte([]byte("()<>[]{}/%#"), c) >= 0 {
			b = append(b, '#', "0123456789ABCDEF"[c>>4], "0123456789ABCDEF"[c&15])
		} else {
			b = append(b, c)
		}
	}
	return string(b)
}
