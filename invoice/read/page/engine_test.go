package page

import (
	"context"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"
)

// TestCacheIsVerified changes what is kept of pdfium, as a disk or another
// program may: then it isn't run.
func TestCacheIsVerified(t *testing.T) {
	folder := t.TempDir()
	code := filepath.Join(folder, "wazero-v1", "abc")
	write := func(file, s string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(s), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := verify(folder); err != nil {
		t.Errorf("an empty folder: %v", err)
	}
	write(code, "machine code")
	if verify(folder) == nil {
		t.Error("code without a digest was taken")
	}
	seal(folder)
	if err := verify(folder); err != nil {
		t.Errorf("sealed code: %v", err)
	}
	write(code, "machine cod")
	if verify(folder) == nil {
		t.Error("code that was cut off was taken")
	}
	write(code, "machine code")
	write(code+".123.tmp", "another process writes")
	if err := verify(folder); err != nil {
		t.Errorf("beside another process: %v", err)
	}
	forget(folder)
	if left := kept(folder); len(left) > 0 {
		t.Errorf("%v is left", left)
	}
}

// TestStarts compiles pdfium with caches in every state. It says once that it
// prepares, and each time works.
func TestStarts(t *testing.T) {
	if os.Getenv("YIPIAO_REQUIRE_TOOLS") != "1" {
		t.Skip("each start without a cache takes seconds; done where YIPIAO_REQUIRE_TOOLS is set")
	}
	cache := t.TempDir()
	t.Setenv("XDG_CACHE_HOME", cache) // where os.UserCacheDir looks, but on Windows and macOS
	if folder := cacheFolder(); filepath.Dir(folder) != cache {
		t.Skipf("this machine's cache is %s", folder)
	}
	spoil := func(t *testing.T) {
		for _, f := range kept(cacheFolder()) {
			if err := os.Truncate(f, 1<<20); err != nil {
				t.Fatal(err)
			}
		}
	}
	nowhere := func(t *testing.T) { t.Setenv("XDG_CACHE_HOME", "/dev/null/cache") }
	tests := []struct {
		name  string
		first func(*testing.T)
		says  bool
	}{
		{"cold", func(*testing.T) {}, true},
		{"warm", func(*testing.T) {}, false},
		{"spoilt", spoil, true},
		{"mended", func(*testing.T) {}, false},
		{"nowhere", nowhere, true},
	}
	var cold time.Duration // what compiling takes here, at this hour
	for _, x := range tests {
		t.Run(x.name, func(t *testing.T) {
			x.first(t)
			s := starter{patience: patience}
			if !x.says {
				s.patience = max(patience, cold/2)
			}
			began := time.Now()
			said := make(chan string, 10)
			pool, err := s.get(func(words string) { said <- words })
			if err != nil {
				t.Fatal(err)
			}
			defer pool.Close()
			if x.name == "cold" {
				cold = time.Since(began)
			}
			if got := len(said) > 0; got != x.says {
				t.Errorf("it says something: %v", got)
			}
			if _, err := s.get(func(string) { t.Error("a second start") }); err != nil {
				t.Error(err)
			}
		})
	}
}

// TestManyAtOnce reads files in many goroutines, more than there are instances.
func TestManyAtOnce(t *testing.T) {
	data := sheetOf{content: handText}.pdf()
	var all sync.WaitGroup
	for range 12 {
		all.Go(func() {
			if pages, err := attempt(context.Background(), data); err != nil || shownRows(pages[0]) != "Total 12.50\n" {
				t.Errorf("%v", err)
			}
		})
	}
	all.Wait()
}
