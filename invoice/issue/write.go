package issue

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"time"
)

// File is a finished file, not yet written.
type File struct {
	Path string
	Data []byte
}

// ErrExists is a file with other contents that may not be replaced.
var ErrExists = errors.New("is there already with other contents")

// errFolder is a folder where a file should stand.
var errFolder = errors.New("is a folder")

// WriteFiles puts files in place, all of them or none: each under a temporary
// name beside its own first, renamed when all are whole. A file that is there
// with the same bytes is left alone; the paths of replaced ones are given back.
//
// A crash between two renames leaves some new and some old files, each whole.
// Files are not synced to the disk one by one: what a power failure takes, the
// same order makes again, byte for byte.
func WriteFiles(files []File, noClobber bool) (replaced []string, err error) {
	var temps []string
	defer func() {
		for _, t := range temps {
			os.Remove(t)
		}
	}()
	var put []File
	for _, f := range files {
		old, readErr := sameSize(f)
		switch {
		case errors.Is(readErr, errFolder):
			return nil, fmt.Errorf("%s: %w", f.Path, readErr)
		case readErr == nil && bytes.Equal(old, f.Data):
			continue
		case !os.IsNotExist(readErr):
			if noClobber {
				return nil, fmt.Errorf("%s: %w", f.Path, ErrExists)
			}
			replaced = append(replaced, f.Path)
		}
		put = append(put, f)
	}
	for _, f := range put {
		t, err := writeTemp(f)
		if t != "" {
			temps = append(temps, t)
		}
		if err != nil {
			return nil, err
		}
	}
	for i, f := range put {
		if err := os.Rename(temps[i], f.Path); err != nil {
			temps = temps[i:]
			return nil, err
		}
	}
	temps = nil
	return replaced, nil
}

// sameSize reads what stands at f's path if it is as long as f.
func sameSize(f File) ([]byte, error) {
	info, err := os.Lstat(f.Path)
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		return nil, errFolder
	}
	if !info.Mode().IsRegular() || info.Size() != int64(len(f.Data)) {
		return nil, nil
	}
	return os.ReadFile(f.Path)
}

// tempName is how temporary files are called.
var tempName = regexp.MustCompile(`^\.yipiao-[0-9]+\.(pdf|xlsx|yaml)$`)

// tidy removes temporary files that a killed run left in a folder. Young ones
// may be those of another run that is still at work.
func tidy(dir string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		if !tempName.MatchString(e.Name()) {
			continue
		}
		if info, err := e.Info(); err == nil && time.Since(info.ModTime()) > time.Hour {
			os.Remove(filepath.Join(dir, e.Name()))
		}
	}
}

func writeTemp(f File) (name string, err error) {
	t, err := os.CreateTemp(filepath.Dir(f.Path), ".yipiao-*"+filepath.Ext(f.Path))
	if err != nil {
		return "", err
	}
	_, err = t.Write(f.Data)
	return t.Name(), errors.Join(err, t.Chmod(0o644), t.Close())
}
