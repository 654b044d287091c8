package sheet

import "strings"

// readCellImages reads the list of pictures that WPS puts into cells.
func (x *xlsx) readCellImages() error {
	path := byKind(x.relation, "cellImage")
	m, err := x.markup(path)
	if m == nil || err != nil {
		return err
	}
	all, err := x.relations(path)
	if err != nil {
		return err
	}
	x.inCells = map[string]*object{}
	d := &drawing{xlsx: x, markup: m}
	return m.each(func(tag) error {
		return m.each(func(tag) error {
			var objects []*object
			err := m.each(func(t tag) error { return d.object(t, &objects) })
			for _, o := range objects {
				o.picture = byID(all, o.picture)
				x.inCells[o.name] = o
			}
			return err
		})
	})
}

// inCell reports whether a cell's formula puts a picture into it, and adds the
// picture: DISPIMG("ID_…",1).
func (r *xlsxSheet) inCell(c *Cell, row int) bool {
	_, rest, ok := strings.Cut(c.Formula, `DISPIMG("`)
	if !ok {
		return false
	}
	name, _, _ := strings.Cut(rest, `"`)
	o, ok := r.inCells[name]
	if !ok || o.picture == "" {
		return true
	}
	data, err := r.picture(o.picture)
	if err != nil || data == nil {
		r.Notes = append(r.Notes, "a picture in "+r.Name+"!"+cellName(row, c.Column)+" can't be read")
		return true
	}
	if len(r.Pictures) < maxShapes {
		r.Pictures = append(r.Pictures, Picture{
			Anchor: Anchor{Row: row, Column: c.Column, ToRow: row + 1, ToColumn: c.Column + 1},
			Name:   o.name, Alt: o.alt, Type: pictureType(o.picture), Data: data, InCell: true,
		})
	}
	return true
}
