package ofd

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"yipiao/invoice/read/element"
)

// Bounds of what is taken out of the zip.
const (
	maxEntries = 20_000
	maxPart    = 8 << 20
	maxAll     = 32 << 20
)

// archive is the zip of an OFD file.
type archive struct {
	files map[string]*zip.File // by lower-case path: writers differ in case
	done  map[string]bool      // what was read
	left  int64                // how many bytes may still be unpacked
}

func open(data []byte) (*archive, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("the OFD's zip is broken: %w", err)
	}
	if len(z.File) > maxEntries {
		return nil, fmt.Errorf("the OFD's zip has %d entries; at most %d are read", len(z.File), maxEntries)
	}
	a := &archive{files: map[string]*zip.File{}, done: map[string]bool{}, left: maxAll}
	for _, f := range z.File {
		a.files[key(f.Name)] = f
	}
	return a, nil
}

func key(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/"))
}

// resolve is the path that loc means in the part at place: from the root where
// it begins with a slash, else from the part's folder.
func resolve(place, loc string) string {
	loc = strings.ReplaceAll(strings.TrimSpace(loc), `\`, "/")
	if strings.HasPrefix(loc, "/") {
		return strings.TrimPrefix(path.Clean(loc), "/")
	}
	return strings.TrimPrefix(path.Join("/", path.Dir(place), loc), "/")
}

// read unpacks a part.
func (a *archive) read(name string) ([]byte, error) {
	f := a.files[key(name)]
	a.done[key(name)] = true
	switch {
	case f == nil:
		return nil, fmt.Errorf("the OFD lacks its part %s", name)
	case f.Flags&1 != 0:
		return nil, errors.New("the OFD is encrypted")
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("the OFD's part %s can't be read: %w", name, err)
	}
	defer r.Close()
	limit := min(maxPart, a.left)
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	if a.left -= int64(len(data)); int64(len(data)) > limit {
		return nil, fmt.Errorf("the OFD unpacks to more than is read: %d MB a part, %d MB in all", maxPart>>20, maxAll>>20)
	}
	if err != nil {
		return nil, fmt.Errorf("the OFD's part %s can't be read: %w", name, err)
	}
	return data, nil
}

// unread are the contents of pages in a folder that were not read, in order.
func (a *archive) unread(folder string) []string {
	var names []string
	for name := range a.files {
		if !a.done[name] && strings.HasPrefix(name, key(folder)+"/") && strings.Contains(path.Base(name), "content") && strings.HasSuffix(name, ".xml") {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// xml unpacks and parses a part.
func (a *archive) xml(name string) (*element.Element, error) {
	data, err := a.read(name)
	if err != nil {
		return nil, err
	}
	x, err := element.Parse(data)
	if err != nil {
		return nil, fmt.Errorf("in the OFD's part %s, %w", name, err)
	}
	return x, nil
}
