package evidence

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
)

// parts are the files of a workbook's package (ECMA-376, part 2), by their
// paths, in the order of the zip.
type parts struct {
	names []string
	data  map[string][]byte
}

// mostUnpacked bounds what a workbook's zip holds once it is unpacked.
const mostUnpacked = 512 << 20

// unpack reads a workbook's parts.
func unpack(data []byte) (*parts, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("the workbook is no zip, or broken: %w", err)
	}
	p := &parts{data: map[string][]byte{}}
	left := int64(mostUnpacked)
	for _, f := range z.File {
		name := strings.TrimPrefix(f.Name, "/")
		if strings.HasSuffix(name, "/") || p.data[name] != nil {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return nil, err
		}
		content, err := io.ReadAll(io.LimitReader(r, left+1))
		if err = errors.Join(err, r.Close()); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if left -= int64(len(content)); left < 0 {
			return nil, fmt.Errorf("the workbook unpacks to more than %d MB", mostUnpacked>>20)
		}
		p.names = append(p.names, name)
		p.data[name] = content
	}
	return p, nil
}

// pack writes the parts as a zip; the same parts give the same bytes.
func (p *parts) pack() ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range p.names {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(p.data[name]); err != nil {
			return nil, err
		}
	}
	err := z.Close() // which writes the zip's directory
	return b.Bytes(), err
}

// remove takes parts away.
func (p *parts) remove(gone func(name string) bool) {
	p.names = slices.DeleteFunc(p.names, gone)
	for name := range p.data {
		if gone(name) {
			delete(p.data, name)
		}
	}
}

// relation is a relationship from one part to another.
type relation struct {
	id, kind, target string // the kind is the last word of its type: worksheet
	external         bool
	from, to         int // in the part of relationships
}

// relationsName is the part that holds the relationships of a part.
func relationsName(part string) string {
	dir, file := path.Split(part)
	return dir + "_rels/" + file + ".rels"
}

// relations are the relationships of a part.
func (p *parts) relations(part string) ([]relation, error) {
	data := p.data[relationsName(part)]
	if data == nil {
		return nil, nil
	}
	var all []relation
	err := walk(data, nil, func(e *element) {
		if e.name != "Relationship" {
			return
		}
		r := relation{id: e.attr("Id"), kind: path.Base(e.attr("Type")), target: e.attr("Target"), external: e.attr("TargetMode") == "External", from: e.from, to: e.to}
		if !r.external {
			r.target = resolved(part, r.target)
		}
		all = append(all, r)
	})
	return all, err
}

// resolved is a target's path in the package.
func resolved(part, target string) string {
	if strings.HasPrefix(target, "/") {
		return path.Clean(target[1:])
	}
	return path.Join(path.Dir(part), target)
}

// unrelate takes relationships of a part away.
func (p *parts) unrelate(part string, gone func(relation) bool) error {
	all, err := p.relations(part)
	if err != nil {
		return err
	}
	var edits []edit
	for _, r := range all {
		if gone(r) {
			edits = append(edits, edit{r.from, r.to, ""})
		}
	}
	if len(edits) > 0 {
		name := relationsName(part)
		p.data[name] = applied(p.data[name], edits)
	}
	return nil
}

// contentTypes is the part that names the types of all others.
const contentTypes = "[Content_Types].xml"

// sweep removes all parts that no relationship leads to any more, and their
// types.
func (p *parts) sweep() error {
	reached := map[string]bool{contentTypes: true, "_rels/.rels": true}
	for queue := []string{""}; len(queue) > 0; queue = queue[1:] {
		all, err := p.relations(queue[0])
		if err != nil {
			return err
		}
		if len(all) > 0 {
			reached[relationsName(queue[0])] = true
		}
		for _, r := range all {
			if !r.external && !reached[r.target] && p.data[r.target] != nil {
				reached[r.target] = true
				queue = append(queue, r.target)
			}
		}
	}
	p.remove(func(name string) bool { return !reached[name] })
	var edits []edit
	err := walk(p.data[contentTypes], nil, func(e *element) {
		if e.name == "Override" && p.data[strings.TrimPrefix(e.attr("PartName"), "/")] == nil {
			edits = append(edits, edit{e.from, e.to, ""})
		}
	})
	p.data[contentTypes] = applied(p.data[contentTypes], edits)
	return err
}
