// Package page reads PDF pages and pictures: their text with its places as
// grids of cells, how they look, and what files are attached. PDFs are read by
// pdfium, compiled to WebAssembly: whatever a file does to it, it stays within
// its own memory and time.
package page

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/tetratelabs/wazero/sys"
)

// What can be wrong with a file.
var (
	ErrPassword = errors.New("the PDF is protected by a password: save it without one")
	ErrDamaged  = errors.New("the PDF is damaged, or asks for too much memory: a program that shows it may print it to a new one")
	ErrPages    = fmt.Errorf("the PDF has too many pages: at most %d are read", MaxPages)
	ErrText     = fmt.Errorf("a page of the PDF has more than %d characters", maxChars)
	ErrTooLong  = fmt.Errorf("reading the PDF takes longer than %d seconds", int(MaxTime.Seconds()))
)

// What is the most that one file may ask for.
const (
	MaxPages = 500
	MaxTime  = 60 * time.Second // for opening, for all texts, for each picture
	maxChars = 200_000          // of a page
)

// File is an open PDF. It must be closed. It serves one goroutine at a time.
type File struct {
	instance pdfium.Pdfium
	document references.FPDF_DOCUMENT
	pages    int

	mu   sync.Mutex
	gone bool // the instance was closed or killed
}

// Open opens a PDF. What takes long is told to say, which may be nil.
func Open(ctx context.Context, data []byte, say func(string)) (*File, error) {
	pool, err := engine.get(say)
	if err != nil {
		return nil, fmt.Errorf("the PDF reader doesn't start: %w", err)
	}
	instance, err := pool.GetInstanceWithContext(ctx)
	if err != nil {
		return nil, errors.Join(ctx.Err(), err)
	}
	f := &File{instance: instance}
	if err := f.within(ctx, func(context.Context) error { return f.open(data) }); err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}

func (f *File) open(data []byte) error {
	opened, err := f.instance.OpenDocument(&requests.OpenDocument{File: &data})
	if err != nil {
		return err
	}
	f.document = opened.Document
	count, err := f.instance.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: f.document})
	if err != nil {
		return err
	}
	f.pages = count.PageCount
	switch {
	case f.pages <= 0:
		return ErrDamaged
	case f.pages > MaxPages:
		return ErrPages
	}
	return nil
}

// Close gives back what the file used.
func (f *File) Close() {
	f.end(func() error { return f.instance.Close() })
}

// kill ends the instance amid its work.
func (f *File) kill() {
	f.end(func() error { return f.instance.Kill() })
}

func (f *File) end(how func() error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if !f.gone {
		f.gone = true
		_ = how() // a broken instance may refuse: it is dropped all the same
	}
}

// within does some work for at most MaxTime, or until ctx is done: then the
// instance is killed, and the file is of no further use.
func (f *File) within(ctx context.Context, work func(context.Context) error) (err error) {
	limited, cancel := context.WithTimeoutCause(ctx, MaxTime, ErrTooLong)
	defer cancel()
	killed := make(chan struct{})
	stop := context.AfterFunc(limited, func() {
		defer close(killed)
		f.kill()
	})
	defer func() {
		if recover() != nil {
			err = ErrDamaged
		}
		if !stop() {
			<-killed
			err = context.Cause(limited)
		}
		err = f.judge(err)
	}()
	return work(limited)
}

// judge turns what pdfium and its machine say into what a person needs. A
// machine that came to a halt isn't used again.
func (f *File) judge(err error) error {
	switch {
	case err == nil, IsFault(err), errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case errors.Is(err, pdfiumerrors.ErrPassword), errors.Is(err, pdfiumerrors.ErrSecurity):
		return ErrPassword
	case halted(err):
		f.kill()
		return ErrDamaged // not with its words, a trace of machine code
	}
	return ErrDamaged
}

// IsFault reports whether an error is the file's fault, not the machine's.
func IsFault(err error) bool {
	return slices.ContainsFunc([]error{ErrPassword, ErrDamaged, ErrPages, ErrText, ErrTooLong}, func(f error) bool { return errors.Is(err, f) })
}

// halted reports whether the machine stopped, after which its memory is in no
// known state.
func halted(err error) bool {
	var exit *sys.ExitError
	return errors.As(err, &exit) || err != nil && (strings.Contains(err.Error(), "wasm error") || strings.Contains(err.Error(), "panic occurred"))
}
