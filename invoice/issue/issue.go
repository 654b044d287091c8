// Package issue makes the documents of a batch of orders: each order's files
// are written whole, all of them or none.
package issue

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"

	"yipiao/invoice"
	"yipiao/invoice/pdf"
	"yipiao/invoice/strict"
	"yipiao/invoice/text"
	"yipiao/templates"
)

// Options say what to make of each order.
type Options struct {
	Out       string
	Kinds     []invoice.Kind // asked for; nil: all that an order allows
	Formats   []Format
	Lang      invoice.Languages   // "" : as the order was printed, else both
	Template  *templates.Template // nil: as the order was printed, else classic
	Paper     string              // "" : as the order was printed, else the template's
	Fonts     text.Set
	Jobs      int
	NoClobber bool
	// Fill gives an order's texts the languages that they lack, before the
	// documents are made; nil leaves them.
	Fill func(*invoice.Order) error
	// Stdin is what the file named "-" holds, relative to the current folder.
	Stdin []byte

	pictures *pdf.Pictures // of all orders of a run: a logo is read once
}

// Format is a file format.
type Format string

// The formats.
const (
	PDF  Format = "pdf"
	XLSX Format = "xlsx"
)

// Made is one file that was made.
type Made struct {
	Order    string       `json:"order"`
	Doc      invoice.Kind `json:"doc"`
	Number   string       `json:"number"`
	Format   Format       `json:"format"`
	Path     string       `json:"path"`
	SHA256   string       `json:"sha256"`
	Currency *string      `json:"currency"`
	Total    *string      `json:"total"`
	*Packed               // of a packing list
}

// Packed is what a packing list sums up.
type Packed struct {
	Packages int64   `json:"packages"`
	GrossKg  *string `json:"gross_kg"` // null where a package has no weight
}

// Result is what became of one order.
type Result struct {
	Order    string // the file as given; "#2" after it for its second order
	Made     []Made
	Notes    []string       // FILE:LINE:COLUMN: what was passed over in reading
	Replaced []string       // files that held other bytes
	Left     []error        // documents left out, *invoice.NotAllowedError
	Remarks  []string       // FILE:LINE:COLUMN: path: …
	Lacking  map[string]int // texts without a language that is printed, by "zh" and "en"
	Drafts   int            // texts printed in a translation that nobody has approved
	// Err is why nothing of this order was written: strict.Errors or another
	// fault of the input, or a *MachineError.
	Err error
}

// MachineError is a fault of the machine, not of the input.
type MachineError struct{ Err error }

func (e *MachineError) Error() string { return e.Err.Error() }
func (e *MachineError) Unwrap() error { return e.Err }

// job is one order of a batch.
type job struct {
	file  string
	index int // of the order in its file, from 0
	order *invoice.Order
	// faults are what is wrong with the order; err is why there is none.
	faults strict.Errors
	err    error
}

// name is the order's name in results.
func (j *job) name() string {
	if j.index == 0 {
		return j.file
	}
	return fmt.Sprintf("%s#%d", j.file, j.index+1)
}

// keepDecoded is the number of orders that are kept between the look for
// colliding names and the making; a longer batch is decoded again, so that its
// memory does not grow with its length.
const keepDecoded = 64

// Run makes the documents of all orders in files and hands each order's result
// to done, in the order of the files. It stops early when ctx ends, between
// orders, leaving whole files only.
func Run(ctx context.Context, files []string, opt Options, done func(Result)) error {
	if err := os.MkdirAll(opt.Out, 0o755); err != nil {
		return &MachineError{err}
	}
	tidy(opt.Out)
	if opt.Jobs <= 0 {
		opt.Jobs = runtime.GOMAXPROCS(0)
	}
	jobs, err := plan(ctx, files, opt)
	if err != nil {
		return err
	}
	again := shelve(jobs)
	opt.pictures = &pdf.Pictures{}
	return inOrder(ctx, len(jobs), opt.Jobs, func(i int) Result { return make1(&jobs[i], again, opt) }, done)
}

// inOrder runs work(0…n-1) on so many goroutines and hands the results on in
// order; at most a few results wait.
func inOrder[T any](ctx context.Context, n, workers int, work func(int) T, done func(T)) error {
	type slot struct{ result chan T }
	queue := make(chan slot, 2*workers)
	tasks := make(chan func())
	for range workers {
		go func() {
			for t := range tasks {
				t()
			}
		}()
	}
	go func() {
		defer close(queue)
		defer close(tasks)
		for i := range n {
			s := slot{make(chan T, 1)}
			select {
			case <-ctx.Done():
				return
			case queue <- s:
			}
			tasks <- func() { s.result <- work(i) }
		}
	}()
	for s := range queue {
		done(<-s.result)
	}
	return ctx.Err()
}

// use is a document that takes a file's name.
type use struct {
	job  int
	kind invoice.Kind
	name string
	at   strict.Error // the number that the name is made of
}

// planner gathers what the orders of a batch will be called.
type planner struct {
	jobs  []job
	users map[string][]use
}

// plan decodes every order once, to know all files' names before the first is
// written: one name for two orders is an error for each of them.
func plan(ctx context.Context, files []string, opt Options) ([]job, error) {
	p := planner{users: map[string][]use{}}
	err := inOrder(ctx, len(files), opt.Jobs, func(i int) []job { return decode(files[i], opt) }, func(jobs []job) { p.add(jobs, opt) })
	for _, same := range p.users {
		for i, u := range same {
			if len(same) > 1 {
				p.refuse(u, "the file "+u.name+" would also be that of "+p.other(same, i)+": give each document a number of its own")
			}
		}
	}
	for i := range p.jobs {
		sortByPlace(p.jobs[i].faults)
	}
	return p.jobs, err
}

// add takes the orders of the next file. Of a long batch none is kept.
func (p *planner) add(jobs []job, opt Options) {
	for _, j := range jobs {
		n := len(p.jobs)
		p.jobs = append(p.jobs, j)
		if j.order == nil {
			continue
		}
		for k, name := range fileNames(j.order, kindsOf(j.order, opt)) {
			u := use{n, k, name, numberOf(j.order, k)}
			p.users[fold(name)] = append(p.users[fold(name)], u)
			if len(name) > mostName {
				p.refuse(u, fmt.Sprintf("%d bytes are too long for a file's name; the most is %d", len(name), mostName))
			}
		}
	}
	switch n := len(p.jobs); {
	case n <= keepDecoded:
	case n-len(jobs) <= keepDecoded:
		forget(p.jobs)
	default:
		forget(p.jobs[n-len(jobs):])
	}
}

// forget lets go of decoded orders.
func forget(jobs []job) {
	for i := range jobs {
		jobs[i].order = nil
	}
}

// numberOf is where o gives the number of its document of kind k.
func numberOf(o *invoice.Order, k invoice.Kind) strict.Error {
	s, path := o.Source(), "number"
	if own := "documents." + string(k) + ".number"; s.Has(own) {
		path = own
	}
	return strict.Error{File: s.File, Index: s.Index, Pos: s.At(path), Path: path, Code: "file-name"}
}

// other names whose document has the same name as same[i].
func (p *planner) other(same []use, i int) string {
	for _, u := range same {
		if u.job != same[i].job {
			return "the " + string(u.kind) + " of " + p.jobs[u.job].name()
		}
	}
	return "another document of this order"
}

// refuse adds a fault at the number that u's name is made of.
func (p *planner) refuse(u use, message string) {
	fault := u.at
	fault.Message = message
	p.jobs[u.job].faults = append(p.jobs[u.job].faults, &fault)
}

// mostName is the length in bytes of a file's name that every file system
// takes, less that of the longest ending.
const mostName = 255 - len(".xlsx")

// decode reads the orders of a file as jobs; a file that can't be read, and
// each order that holds faults, is a job with an error.
func decode(file string, opt Options) []job {
	data, err := read(file, opt)
	if err != nil {
		return []job{{file: file, err: err}}
	}
	orders, err := invoice.Decode(file, data)
	var jobs []job
	for _, o := range orders {
		jobs = append(jobs, job{file: file, index: o.Source().Index - 1, order: o})
	}
	var faults strict.Errors
	errors.As(err, &faults)
	for start := 0; start < len(faults); {
		end := start + 1
		for end < len(faults) && faults[end].Index == faults[start].Index {
			end++
		}
		index := faults[start].Index - 1
		if index < 0 && len(jobs) > 0 { // the file can't be read to its end
			index = slices.MaxFunc(jobs, func(a, b job) int { return cmp.Compare(a.index, b.index) }).index + 1
		}
		jobs = append(jobs, job{file: file, index: max(index, 0), faults: faults[start:end:end]})
		start = end
	}
	slices.SortStableFunc(jobs, func(a, b job) int { return cmp.Compare(a.index, b.index) })
	return jobs
}

func read(file string, opt Options) ([]byte, error) {
	if file == "-" {
		return opt.Stdin, nil
	}
	info, err := os.Stat(file)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil, fmt.Errorf("%s: there is no such file", file)
	case err != nil:
		return nil, fmt.Errorf("%s: %w", file, errOnly(err))
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%s: is not a file", file)
	case info.Size() > int64(strict.DefaultLimits.Bytes):
		return nil, fmt.Errorf("%s: %d bytes; the most is %d", file, info.Size(), strict.DefaultLimits.Bytes)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, errOnly(err))
	}
	return data, nil
}

// asked are the kinds asked for: by the options, else, of an order that a
// document carries, that document's, else all.
func asked(o *invoice.Order, opt Options) []invoice.Kind {
	switch k := invoice.Kind(o.Printed.Kind); {
	case opt.Kinds != nil:
		return opt.Kinds
	case k.Valid():
		return []invoice.Kind{k}
	}
	return invoice.Kinds[:]
}

// kindsOf are the kinds to make of o: those asked for that it allows.
func kindsOf(o *invoice.Order, opt Options) []invoice.Kind {
	var kinds []invoice.Kind
	for _, k := range asked(o, opt) {
		if o.Allows(k) == nil {
			kinds = append(kinds, k)
		}
	}
	return kinds
}

// dir is the folder that an order's relative paths start from.
func dir(file string) string {
	if file == "-" {
		return "."
	}
	return filepath.Dir(file)
}
