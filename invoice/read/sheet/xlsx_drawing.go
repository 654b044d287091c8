package sheet

import (
	"path"
	"strconv"
	"strings"
)

// drawing is what lies over a sheet's cells, being read.
type drawing struct {
	*xlsx
	*Sheet
	*markup
	relation []relation
}

// readDrawing reads pictures and the texts of shapes.
func (x *xlsx) readDrawing(s *Sheet, of, id string) error {
	all, err := x.relations(of)
	if err != nil {
		return err
	}
	target := byID(all, id)
	m, err := x.markup(target)
	if m == nil || err != nil {
		return err
	}
	d := &drawing{xlsx: x, Sheet: s, markup: m}
	if d.relation, err = x.relations(target); err != nil {
		return err
	}
	return m.each(func(tag) error { return m.each(d.anchor) })
}

// object is one thing in an anchor, or several in a group.
type object struct {
	name, alt string
	hidden    bool
	picture   string // the relation to its file
	turned    int
	text      strings.Builder
	runs      []Run
	align     string
}

// anchor reads twoCellAnchor, oneCellAnchor or absoluteAnchor with its objects.
func (d *drawing) anchor(t tag) error {
	if t.name == "AlternateContent" {
		return d.choice(d.anchor)
	}
	a := Anchor{Row: 1, Column: 1}
	printed := true
	var objects []*object
	err := d.each(func(t tag) (err error) {
		switch t.name {
		case "from":
			a.Row, a.Column, a.DY, a.DX, err = d.corner()
		case "to":
			a.ToRow, a.ToColumn, a.ToDY, a.ToDX, err = d.corner()
		case "pos":
			a.DX, a.DY = length(t, "x"), length(t, "y")
		case "ext":
			a.Width, a.Height = length(t, "cx"), length(t, "cy")
		case "clientData":
			printed = t.flag("fPrintsWithSheet", true)
		default:
			err = d.object(t, &objects)
		}
		return err
	})
	if err != nil || !printed {
		return err
	}
	for _, o := range objects {
		if err := d.put(a, o); err != nil {
			return err
		}
	}
	return nil
}

// choice reads the first alternative of a part that is given in several ways.
func (d *drawing) choice(visit func(tag) error) error {
	taken := false
	return d.each(func(t tag) error {
		if taken {
			return nil
		}
		taken = true
		return d.each(visit)
	})
}

func (d *drawing) corner() (row, column int, dy, dx int64, err error) {
	err = d.each(func(t tag) error {
		text, err := d.text()
		n, _ := strconv.ParseInt(strings.TrimSpace(text), 10, 64)
		switch t.name {
		case "row":
			row = int(min(max(n, 0), MaxRow-1)) + 1
		case "col":
			column = int(min(max(n, 0), MaxColumn-1)) + 1
		case "rowOff":
			dy = reach(n)
		case "colOff":
			dx = reach(n)
		}
		return err
	})
	return max(row, 1), max(column, 1), dy, dx, err
}

// reach is a length in EMU within reason: 50 m.
func reach(n int64) int64 { return min(max(n, -2e12), 2e12) }

func length(t tag, name string) int64 {
	n, _ := strconv.ParseInt(string(t.raw(name)), 10, 64)
	return reach(n)
}

// object reads a picture, a shape or a group of them.
func (d *drawing) object(t tag, to *[]*object) error {
	switch t.name {
	case "AlternateContent":
		return d.choice(func(t tag) error { return d.object(t, to) })
	case "grpSp":
		return d.each(func(t tag) error { return d.object(t, to) })
	case "pic", "sp":
		if d.spent.shapes++; d.spent.shapes > maxShapes {
			return tooLarge("more than %d pictures and shapes", maxShapes)
		}
		o := &object{}
		err := d.each(func(t tag) error { return d.objectPart(t, o) })
		*to = append(*to, o)
		return err
	}
	return nil
}

func (d *drawing) objectPart(t tag, o *object) error {
	switch t.name {
	case "nvPicPr", "nvSpPr":
		return d.each(func(t tag) error {
			if t.name == "cNvPr" {
				o.name, o.alt, o.hidden = t.attribute("name"), t.attribute("descr"), t.flag("hidden", false)
			}
			return nil
		})
	case "blipFill":
		return d.each(func(t tag) error {
			if t.name == "blip" {
				o.picture = t.attribute("embed")
			}
			return nil
		})
	case "spPr":
		return d.each(func(t tag) error {
			if t.name == "xfrm" {
				o.turned = t.number("rot", 0)
			}
			return nil
		})
	case "txBody":
		return d.each(func(t tag) error {
			if t.name == "p" {
				return d.paragraph(o)
			}
			return nil
		})
	}
	return nil
}

// paragraph adds a paragraph of a shape's text.
func (d *drawing) paragraph(o *object) error {
	if d.spent.runs++; d.spent.runs > maxRuns {
		return tooLarge("more than %d pieces of text in styles of their own", maxRuns)
	}
	if len(o.runs) > 0 {
		o.add(Run{Text: "\n"})
	}
	return d.each(func(t tag) error {
		switch t.name {
		case "pPr":
			if o.align == "" {
				o.align = t.attribute("algn")
			}
		case "br":
			o.add(Run{Text: "\n"})
		case "r", "fld":
			run, err := d.drawnRun()
			o.add(run)
			return err
		}
		return nil
	})
}

func (o *object) add(r Run) {
	o.text.WriteString(r.Text)
	o.runs = append(o.runs, r)
}

func (d *drawing) drawnRun() (run Run, err error) {
	if d.spent.runs++; d.spent.runs > maxRuns {
		return run, tooLarge("more than %d pieces of text in styles of their own", maxRuns)
	}
	err = d.each(func(t tag) error {
		switch t.name {
		case "t":
			text, err := d.text()
			run.Text = unescape(text)
			return err
		case "rPr":
			f := Font{Size: thousandths(t.real("sz", 0) / 100), Bold: t.flag("b", false), Italic: t.flag("i", false)}
			run.Font = &f
			return d.drawnFont(&f)
		}
		return nil
	})
	return run, err
}

func (d *drawing) drawnFont(f *Font) error {
	return d.each(func(t tag) error {
		switch t.name {
		case "latin", "ea":
			if f.Name == "" || t.name == "ea" {
				f.Name = t.attribute("typeface")
			}
		case "solidFill":
			return d.each(func(t tag) error {
				if t.name == "srgbClr" {
					f.Color = parseColor(t.attribute("val"))
				}
				return nil
			})
		}
		return nil
	})
}

// put adds an object to the sheet.
func (d *drawing) put(a Anchor, o *object) error {
	if o.hidden {
		return nil
	}
	if text := o.text.String(); strings.TrimSpace(text) != "" {
		d.Boxes = append(d.Boxes, Box{Anchor: a, Name: o.name, Text: text, Runs: o.runs, Align: o.align})
	}
	target := byID(d.relation, o.picture)
	if o.picture == "" || target == "" {
		return nil
	}
	data, err := d.picture(target)
	if data != nil {
		d.Pictures = append(d.Pictures, Picture{Anchor: a, Name: o.name, Alt: o.alt, Type: pictureType(target), Data: data, Turned: o.turned})
	}
	return err
}

// picture is a picture's file, unpacked once.
func (x *xlsx) picture(target string) ([]byte, error) {
	if data := x.media[target]; data != nil {
		return data, nil
	}
	data, err := x.read(target)
	x.media[target] = data
	return data, err
}

func pictureType(target string) string {
	kind := strings.ToLower(strings.TrimPrefix(path.Ext(target), "."))
	if kind == "jpg" {
		return "jpeg"
	}
	return kind
}
