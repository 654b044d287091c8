package sheet

import (
	"archive/zip"
	"bytes"
	"io"
	"path"
	"strings"
)

// parts are the files within an XLSX, by their names in small letters, as some
// writers spell them otherwise than they refer to them.
type parts struct {
	files    map[string]*zip.File
	unpacked int64
}

func openParts(data []byte) (*parts, error) {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, damaged("its ZIP container can't be read")
	}
	if len(r.File) > maxParts {
		return nil, tooLarge("%d files within it; at most %d are read", len(r.File), maxParts)
	}
	p := &parts{files: make(map[string]*zip.File, len(r.File))}
	for _, f := range r.File {
		name := partName(f.Name)
		if p.files[name] == nil {
			p.files[name] = f
		}
	}
	return p, nil
}

func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/"))
}

func (p *parts) has(name string) bool { return p.files[partName(name)] != nil }

// read unpacks a part, within the bounds; nil if there is none.
func (p *parts) read(name string) ([]byte, error) {
	f := p.files[partName(name)]
	if f == nil {
		return nil, nil
	}
	if f.UncompressedSize64 > maxPart {
		return nil, tooLarge("%s has %d MB; at most %d MB are read", f.Name, f.UncompressedSize64>>20, maxPart>>20)
	}
	if f.Flags&1 != 0 {
		return nil, &Failure{Encrypted, "the workbook is protected by a password"}
	}
	r, err := f.Open()
	if err != nil {
		return nil, damaged("%s can't be unpacked", f.Name)
	}
	defer r.Close()
	var b bytes.Buffer
	b.Grow(int(min(f.UncompressedSize64, f.CompressedSize64*20, 1<<20)) + bytes.MinRead)
	n, err := io.Copy(&b, io.LimitReader(r, maxPart+1))
	if err != nil {
		return nil, damaged("%s can't be unpacked", f.Name)
	}
	p.unpacked += n
	if n > maxPart || p.unpacked > maxUnpacked {
		return nil, tooLarge("unpacked, its parts have more than %d MB", maxUnpacked>>20)
	}
	return b.Bytes(), nil
}

// markup opens a part as XML; nil if there is none.
func (p *parts) markup(name string) (*markup, error) {
	data, err := p.read(name)
	if data == nil || err != nil {
		return nil, err
	}
	return newMarkup(name, data)
}

// relation is what a part refers to.
type relation struct {
	id, kind, target string
	external         bool
}

// relations are those of a part, in their order. Targets within the file are
// resolved.
func (p *parts) relations(of string) ([]relation, error) {
	dir, file := path.Split(of)
	m, err := p.markup(dir + "_rels/" + file + ".rels")
	if m == nil || err != nil {
		return nil, err
	}
	var all []relation
	err = m.each(func(tag) error {
		return m.each(func(t tag) error {
			kind := t.attribute("Type")
			r := relation{t.attribute("Id"), kind[strings.LastIndexByte(kind, '/')+1:], t.attribute("Target"), t.attribute("TargetMode") == "External"}
			if !r.external {
				r.target = resolve(dir, r.target)
			}
			if len(all) == maxRelation {
				return tooLarge("a part with more than %d references to others", maxRelation)
			}
			all = append(all, r)
			return nil
		})
	})
	return all, err
}

func resolve(dir, target string) string {
	target = strings.ReplaceAll(target, `\`, "/")
	if strings.HasPrefix(target, "/") {
		return strings.TrimPrefix(path.Clean(target), "/")
	}
	return strings.TrimPrefix(path.Join("/", dir, target), "/")
}

// byKind is the target of the first relation of a kind, "" if there is none.
func byKind(all []relation, kind string) string {
	for _, r := range all {
		if r.kind == kind && !r.external {
			return r.target
		}
	}
	return ""
}

// byID is the target of a relation, "" if there is none within the file.
func byID(all []relation, id string) string {
	for _, r := range all {
		if r.id == id && !r.external {
			return r.target
		}
	}
	return ""
}

// other names the format of a container that is no workbook.
func (p *parts) other() string {
	switch {
	case p.has("xl/workbook.bin"):
		return "a binary workbook (XLSB)"
	case p.has("word/document.xml"):
		return "a Word document"
	case p.has("ppt/presentation.xml"):
		return "a PowerPoint presentation"
	case p.has("OFD.xml"):
		return "an OFD"
	case p.has("mimetype"):
		kind, _ := p.read("mimetype")
		switch {
		case bytes.Contains(kind, []byte("opendocument.spreadsheet")):
			return "an OpenDocument workbook (ODS)"
		case bytes.Contains(kind, []byte("opendocument.text")):
			return "an OpenDocument text (ODT)"
		case bytes.Contains(kind, []byte("epub")):
			return "an e-book"
		}
	case p.has("Index/Document.iwa"):
		return "a Numbers or Pages document"
	}
	return "a ZIP archive"
}
