package issue

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"yipiao/invoice"
	"yipiao/invoice/pdf"
	"yipiao/invoice/strict"
	"yipiao/invoice/text"
	"yipiao/invoice/xlsx"
	"yipiao/templates"
)

// make1 makes all files of one order and writes them.
func make1(j *job, again *shelf, opt Options) Result {
	r := Result{Order: j.name(), Err: j.err, Lacking: map[string]int{}}
	if j.faults != nil {
		r.Err = j.faults
	}
	if r.Err != nil {
		return r
	}
	o := j.order
	if o == nil {
		if o = again.take(j, opt); o == nil {
			r.Err = fmt.Errorf("%s: the file changed while it was read", j.name())
			return r
		}
	}
	for _, n := range o.Source().Notes() {
		r.Notes = append(r.Notes, n.Error())
	}
	m := maker{opt: opt, o: o, r: &r, assets: &folder{dir: dir(j.file)}}
	files, err := m.all()
	if err == nil {
		r.Replaced, err = WriteFiles(files, opt.NoClobber)
		if err != nil && !errors.Is(err, ErrExists) {
			err = &MachineError{err}
		}
	}
	if err != nil {
		r.Made, r.Replaced, r.Err = nil, nil, err
	}
	return r
}

// maker makes the documents of one order.
type maker struct {
	opt    Options
	o      *invoice.Order
	r      *Result
	assets *folder
}

// all makes every document in every format, in memory.
func (m *maker) all() ([]File, error) {
	if m.opt.Fill != nil {
		if err := m.opt.Fill(m.o); err != nil {
			return nil, err
		}
	}
	kinds, err := m.kinds()
	if err != nil {
		return nil, err
	}
	m.lacking()
	var docs []*invoice.Document
	said := map[string]bool{}
	for _, k := range kinds {
		d, err := invoice.New(m.o, k, m.lang())
		if err != nil {
			return nil, err
		}
		m.remarks(d, said)
		docs = append(docs, d)
	}
	if faults := m.pictures(docs); faults != nil {
		return nil, faults
	}
	names := fileNames(m.o, kinds)
	var files []File
	var faults strict.Errors
	for _, d := range docs {
		made, err := m.document(d, names[d.Kind])
		var more strict.Errors
		switch {
		case errors.As(err, &more):
			faults = further(faults, more)
		case err != nil:
			return nil, err
		}
		files = append(files, made...)
	}
	if faults != nil {
		sortByPlace(faults)
		return nil, faults
	}
	return files, nil
}

// further are the faults of one document and those that another one has
// besides.
func further(faults, more strict.Errors) strict.Errors {
	for _, f := range more {
		if !slices.ContainsFunc(faults, func(g *strict.Error) bool { return g.Error() == f.Error() }) {
			faults = append(faults, f)
		}
	}
	return faults
}

// pictures opens all pictures that the documents print, so that every missing
// one is said at once.
func (m *maker) pictures(docs []*invoice.Document) (faults strict.Errors) {
	seen := map[string]bool{"": true}
	open := func(field, name string) {
		if seen[name] {
			return
		}
		seen[name] = true
		data, err := m.assets.Picture(name)
		if err == nil && !slices.Contains(m.opt.Formats, PDF) { // which looks at it more closely
			if _, broken := m.opt.pictures.Read(data); broken != nil {
				err = &PictureError{name, broken}
			}
		}
		if err != nil {
			faults = append(faults, m.at(field, "picture", err.Error()))
		}
	}
	for _, d := range docs {
		o := d.Order()
		open("seller.logo", o.Seller.Logo)
		open("seller.signature", o.Seller.Sign)
		stamp := "seller.stamp"
		if m.o.Source().Has(stamp + ".file") {
			stamp += ".file"
		}
		open(stamp, o.Seller.Stamp.File)
		for i := range o.Lines {
			open(fmt.Sprintf("lines[%d].image", i), o.Lines[i].Image)
		}
	}
	sortByPlace(faults)
	return faults
}

// kinds are the kinds to make; what is not asked for and not allowed is left
// out with a word, what is asked for and not allowed is an error.
func (m *maker) kinds() ([]invoice.Kind, error) {
	var kinds []invoice.Kind
	var faults strict.Errors
	for _, k := range invoice.Kinds {
		if !slices.Contains(asked(m.o, m.opt), k) {
			continue
		}
		err := m.o.Allows(k)
		switch {
		case err == nil:
			kinds = append(kinds, k)
		case m.opt.Kinds != nil:
			faults = append(faults, m.notAllowed(err))
		default:
			m.r.Left = append(m.r.Left, err)
		}
	}
	if len(faults) > 0 {
		return nil, faults
	}
	if len(kinds) == 0 {
		for _, err := range m.r.Left {
			faults = append(faults, m.notAllowed(err))
		}
		m.r.Left = nil
		return nil, faults
	}
	return kinds, nil
}

// notAllowed is a document that the order doesn't allow as its fault.
func (m *maker) notAllowed(err error) *strict.Error {
	path := "lines"
	var lacks *invoice.NotAllowedError
	if errors.As(err, &lacks) {
		path = lacks.Path
	}
	return m.at(path, "not-allowed", err.Error())
}

// at is a fault of the order at a path.
func (m *maker) at(path, code, message string) *strict.Error {
	e := &strict.Error{Path: path, Code: code, Message: message}
	if s := m.o.Source(); s != nil {
		e.File, e.Index, e.Pos = s.File, s.Index, s.At(path)
	}
	return e
}

// lacking counts the texts that will print without a language asked for, or
// with an unreviewed one.
func (m *maker) lacking() {
	printed := func(lang string) bool {
		return lang != "" && (m.lang() == invoice.Both || m.lang() == invoice.Languages(lang))
	}
	for t := range m.o.Texts() {
		if l := t.Text.Lacks(); printed(l) {
			m.r.Lacking[l]++
		}
		if printed(t.Text.Draft) {
			m.r.Drafts++
		}
	}
}

func (m *maker) remarks(d *invoice.Document, said map[string]bool) {
	for _, x := range d.Remarks {
		line := m.at(x.Path, x.Code, x.Message).Error()
		if !said[line] {
			said[line] = true
			m.r.Remarks = append(m.r.Remarks, line)
		}
	}
}

// document makes one document in every format asked for.
func (m *maker) document(d *invoice.Document, name string) ([]File, error) {
	t, err := m.template()
	if err != nil {
		return nil, err
	}
	paper := m.opt.Paper
	if paper == "" {
		paper = m.o.Printed.Paper
	}
	form, err := templates.Compose(d, t, paper, m.assets)
	if err != nil {
		return nil, m.picture(err)
	}
	if err := m.drawable(form, d); err != nil {
		return nil, err
	}
	if form.Order, err = attached(d, form); err != nil {
		return nil, err
	}
	var files []File
	for _, format := range m.opt.Formats {
		path := inFolder(m.opt.Out, name+"."+string(format))
		data, err := m.render(form, format, path)
		if err != nil {
			return nil, m.picture(err)
		}
		f := File{path, data}
		files = append(files, f)
		m.r.Made = append(m.r.Made, m.made(d, format, f))
	}
	return files, nil
}

// inFolder is the path of a file in a folder, which stands in it as it was
// given.
func inFolder(dir, name string) string {
	if dir == "" || os.IsPathSeparator(dir[len(dir)-1]) {
		return dir + name
	}
	return dir + string(filepath.Separator) + name
}

func (m *maker) render(form *templates.Form, format Format, path string) ([]byte, error) {
	var b bytes.Buffer
	var err error
	if format == PDF {
		err = pdf.Write(&b, form, pdf.Options{Fonts: m.opt.Fonts, Pictures: m.opt.pictures})
	} else {
		var asText []string
		err = xlsx.Write(&b, form, xlsx.Options{Fonts: m.opt.Fonts, AsText: func(figure string) { asText = append(asText, figure) }})
		if len(asText) > 0 {
			m.r.Notes = append(m.r.Notes, path+": a workbook keeps 15 digits and some 150 formats of numbers, so as text stand "+few(asText)+"; what is computed from them stands as values")
		}
	}
	return b.Bytes(), err
}

// few names the first of several figures.
func few(figures []string) string {
	const most = 3
	if more := len(figures) - most; more > 0 {
		return strings.Join(figures[:most], "; ") + fmt.Sprintf(" and %d more", more)
	}
	return strings.Join(figures, "; ")
}

// attached is the order that a document carries.
func attached(d *invoice.Document, f *templates.Form) ([]byte, error) {
	o := *d.Order()
	o.Printed = invoice.Printed{Kind: string(d.Kind), Template: f.Style.Template, Paper: f.Style.Paper, Lang: string(d.Lang), AsWritten: o.Printed.AsWritten}
	return o.Marshal()
}

func (m *maker) lang() invoice.Languages {
	switch {
	case m.opt.Lang != "":
		return m.opt.Lang
	case m.o.Printed.Lang != "":
		return invoice.Languages(m.o.Printed.Lang)
	}
	return invoice.Both
}

func (m *maker) template() (*templates.Template, error) {
	if m.opt.Template != nil {
		return m.opt.Template, nil
	}
	name := m.o.Printed.Template
	if name == "" {
		name = templates.Names[0]
	}
	t, err := builtIn(name)
	if errors.Is(err, templates.ErrUnknown) {
		return nil, strict.Errors{m.at("printed.template", "template", err.Error()+"; name its file with --template")}
	}
	return t, err
}

// opened are the built-in templates, each read at its first use. They are not
// changed afterwards.
var opened sync.Map

func builtIn(name string) (*templates.Template, error) {
	if t, ok := opened.Load(name); ok {
		return t.(*templates.Template), nil
	}
	t, err := templates.Open(name)
	if err == nil {
		opened.Store(name, t)
	}
	return t, err
}

// picture turns a picture's fault into a fault at the field that names it.
func (m *maker) picture(err error) error {
	name, ok := pictureOf(err)
	if !ok || m.o.Source() == nil {
		return err
	}
	found := ""
	m.o.Source().Scalars(func(path, text string) {
		if found == "" && text == name && !strings.Contains(path, "internal") {
			found = path
		}
	})
	return strict.Errors{m.at(found, "picture", err.Error())}
}

// pictureOf is the picture's name in an error that tells of one.
func pictureOf(err error) (name string, ok bool) {
	var mine *PictureError
	var printed *pdf.PictureError
	var placed *xlsx.PictureError
	switch {
	case errors.As(err, &mine):
		return mine.Path, true
	case errors.As(err, &printed):
		return printed.Path, true
	case errors.As(err, &placed):
		return placed.Path, true
	}
	return "", false
}

// drawable reports characters that no font has, where they stand.
func (m *maker) drawable(f *templates.Form, d *invoice.Document) error {
	missing := map[rune]bool{}
	f.EachText(func(s string) {
		for _, r := range m.opt.Fonts.Missing(s) {
			missing[r] = true
		}
	})
	if len(missing) == 0 {
		return nil
	}
	var faults strict.Errors
	shown := shownTexts(d)
	if s := m.o.Source(); s != nil {
		s.Scalars(func(path, text string) {
			for _, r := range text {
				if missing[r] && shown[strings.TrimRight(text, "\n ")] {
					faults = append(faults, m.at(path, "character", undrawable(r)))
					delete(missing, r)
				}
			}
		})
	}
	for r := range missing {
		faults = append(faults, m.at("", "character", undrawable(r)))
	}
	sortByPlace(faults)
	return faults
}

// undrawable says why a character can't be drawn, and what to do.
func undrawable(r rune) string {
	if text.NeedsShaping(r) {
		return fmt.Sprintf("U+%04X %c: its script joins letters or runs from right to left, which can't be drawn; write it in Latin or Chinese letters", r, r)
	}
	return fmt.Sprintf("U+%04X %c: no font has this character; --font FILE adds one that does", r, r)
}

func sortByPlace(faults strict.Errors) {
	slices.SortStableFunc(faults, func(a, b *strict.Error) int {
		return cmp.Or(cmp.Compare(a.Pos.Line, b.Pos.Line), cmp.Compare(a.Pos.Column, b.Pos.Column), strings.Compare(a.Message, b.Message))
	})
}

// shownTexts are the scalars of the order that d shows.
func shownTexts(d *invoice.Document) map[string]bool {
	texts := map[string]bool{}
	data, err := d.Order().Marshal()
	if err != nil {
		return texts
	}
	sources, _ := strict.Read("", data, strict.DefaultLimits)
	for _, s := range sources {
		s.Scalars(func(_, text string) { texts[strings.TrimRight(text, "\n ")] = true })
	}
	return texts
}

func (m *maker) made(d *invoice.Document, format Format, f File) Made {
	sum := sha256.Sum256(f.Data)
	made := Made{Order: m.r.Order, Doc: d.Kind, Number: d.Number, Format: format, Path: f.Path, SHA256: hex.EncodeToString(sum[:])}
	if d.Kind.Priced() {
		cur, total := d.Currency.Code, d.Figures.Total.String()
		made.Currency, made.Total = &cur, &total
		return made
	}
	t := d.Packed.Totals
	made.Packed = &Packed{Packages: t.Count}
	if t.Gross.Given() {
		g := t.Gross.String()
		made.GrossKg = &g
	}
	return made
}
