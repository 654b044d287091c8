package page

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"testing/fstest" // for its files in memory
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"yipiao/templates/fonts"
)

// maxMemory is what one file may use of memory, in WebAssembly's pages of
// 64 KB: 256 MB.
const maxMemory = 256 << 20 >> 16

// patience is after which time a start counts as one that must be explained: a
// start from the cache takes a tenth of it.
const patience = time.Second

// preparing is what a person is told while pdfium is compiled.
const preparing = "preparing the PDF reader; this happens once"

// starter starts pdfium once in a process, when it is first needed.
type starter struct {
	patience time.Duration
	mu       sync.Mutex
	pool     pdfium.Pool
}

// engine is this process' pdfium.
var engine = starter{patience: patience}

// get starts pdfium where that hasn't happened yet. A start that fails is tried
// again by who comes next.
func (s *starter) get(say func(string)) (pdfium.Pool, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.pool != nil {
		return s.pool, nil
	}
	if say != nil {
		defer time.AfterFunc(s.patience, func() { say(preparing) }).Stop()
	}
	pool, err := start(cacheFolder())
	s.pool = pool
	return pool, err
}

// cacheFolder is where what was compiled is kept; empty where this machine
// has no place for it.
func cacheFolder() string {
	folder, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(folder, "yipiao")
}

// start starts pdfium from what a folder keeps of it, and keeps it there. Where
// the folder is spoilt or can't be written, it is compiled without one.
func start(folder string) (pdfium.Pool, error) {
	if verify(folder) != nil {
		forget(folder)
	}
	pool, err := startFrom(folder)
	if err == nil {
		seal(folder)
		return pool, nil
	}
	forget(folder)
	return startWith(config())
}

func startFrom(folder string) (pdfium.Pool, error) {
	if folder == "" {
		return nil, errors.ErrUnsupported
	}
	cache, err := wazero.NewCompilationCacheWithDir(folder)
	if err != nil {
		return nil, err
	}
	if len(kept(folder)) == 0 && !writable(folder) {
		return nil, fs.ErrPermission // found out before compiling, not after
	}
	return startWith(config().WithCompilationCache(cache))
}

// config bounds what a file can make pdfium do: its memory, and its time by
// being stopped from outside.
func config() wazero.RuntimeConfig {
	return wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(maxMemory).
		WithCloseOnContextDone(true)
}

// fontFiles are all the files that pdfium sees: what it draws Chinese with
// where a PDF doesn't bring its font. Without them it would also lose
// characters that are drawn one by one.
func fontFiles() fs.FS {
	const folder = "usr/share/fonts/" // where pdfium looks
	return fstest.MapFS{
		folder + "NotoSansSC-Regular.ttf": {Data: fonts.SansSC},
		folder + "NotoSansSC-Bold.ttf":    {Data: fonts.SansSCBold},
	}
}

// startWith starts a pdfium that sees no files but fonts and prints nothing.
func startWith(c wazero.RuntimeConfig) (pdfium.Pool, error) {
	return webassembly.Init(webassembly.Config{
		Context:       context.Background(),
		MaxTotal:      max(2, runtime.NumCPU()),
		RuntimeConfig: c,
		FSConfig:      wazero.NewFSConfig().WithFSMount(fontFiles(), "/"),
		Stdout:        io.Discard,
		Stderr:        io.Discard,
	})
}
