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
	Lacking  map[string]int // texts without a language, by "zh" and "en"
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
	err   error
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
	jobs := plan(files, opt)
	workers := opt.Jobs
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	return inOrder(ctx, len(jobs), workers, func(i int) Result { return make1(&jobs[i], opt) }, done)
}

// inOrder runs work(0…n-1) on so many goroutines and hands the results on in
// order; at most a few results wait.
func inOrder(ctx context.Context, n, workers int, work func(int) Result, done func(Result)) error {
	type slot struct{ result chan Result }
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
			s := slot{make(chan Result, 1)}
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

// plan decodes every order once, to know all files' names before the first is
// written: one name for two orders is an error for each of them.
func plan(files []string, opt Options) []job {
	var jobs []job
	users := map[string][]int{}
	for _, f := range files {
		for _, j := range decode(f, opt) {
			if j.order != nil {
				j.err = j.nameable(opt)
				for _, name := range fileNames(j.order, kindsOf(j.order, opt)) {
					users[fold(name)] = append(users[fold(name)], len(jobs))
				}
			}
			jobs = append(jobs, j)
		}
	}
	for name, same := range users {
		if len(same) > 1 {
			for _, i := range same {
				jobs[i].err = collision(jobs, same, i, name)
			}
		}
	}
	if len(jobs) > keepDecoded {
		for i := range jobs {
			jobs[i].order = nil
		}
	}
	return jobs
}

// collision says that orders would be written to one file.
func collision(jobs []job, same []int, i int, name string) error {
	j, with := &jobs[i], "another document of this order"
	for _, other := range same {
		if other != i {
			with = "a document of " + jobs[other].name()
			break
		}
	}
	return fmt.Errorf("%s: number: a document would have the file name of %s (%s): give each document a number of its own", j.place("number"), with, name)
}

// place is FILE:LINE:COLUMN of a field, as far as it is known.
func (j *job) place(path string) string {
	if j.order == nil || j.order.Source() == nil {
		return j.name()
	}
	p := j.order.Source().At(path)
	return fmt.Sprintf("%s:%d:%d", j.file, p.Line, p.Column)
}

// mostName is the length in bytes of a file's name that every file system takes,
// less that of the endings.
const mostName = 240

// nameable is an error where a number is too long for a file's name.
func (j *job) nameable(opt Options) error {
	for k, name := range fileNames(j.order, kindsOf(j.order, opt)) {
		if len(name) > mostName {
			path := "number"
			if j.order.Source().Has("documents." + string(k) + ".number") {
				path = "documents." + string(k) + ".number"
			}
			return fmt.Errorf("%s: %s: %d bytes are too long for a file's name; the most is %d", j.place(path), path, len(name), mostName)
		}
	}
	return nil
}

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
		if index < 0 { // the file can't be read to its end
			index = len(orders)
		}
		jobs = append(jobs, job{file: file, index: index, err: faults[start:end:end]})
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
