package translate

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// ReplaceFile puts data into a file, whole or not at all: under a temporary
// name in the same folder, synced, then renamed. A symbolic link is followed,
// the file's mode kept. The same bytes there already are left alone; the
// result says whether anything was written.
func ReplaceFile(path string, data []byte) (written bool, err error) {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	mode := fs.FileMode(0o644)
	if info, err := os.Stat(path); err == nil {
		mode = info.Mode().Perm()
		if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, data) {
			return false, nil
		}
	}
	file, err := os.CreateTemp(filepath.Dir(path), ".yipiao-*"+filepath.Ext(path))
	if err != nil {
		return false, err
	}
	defer os.Remove(file.Name()) // does nothing once renamed
	_, err = file.Write(data)
	if err = errors.Join(err, file.Chmod(mode), file.Sync(), file.Close()); err != nil {
		return false, err
	}
	return true, os.Rename(file.Name(), path)
}

// A lock is held for as long as a file takes to be read and written. One that
// is older was left by a run that was killed.
const (
	staleLock = 20 * time.Second
	lockWait  = 30 * time.Second
	lockPause = 20 * time.Millisecond
)

// lock keeps other runs from writing a file until unlock is called.
func lock(path string) (unlock func(), err error) {
	name := filepath.Join(filepath.Dir(path), ".yipiao-"+filepath.Base(path)+".lock")
	for begun := time.Now(); ; time.Sleep(lockPause) {
		file, err := os.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
		if err == nil {
			return func() { os.Remove(name) }, file.Close()
		}
		if !errors.Is(err, fs.ErrExist) {
			return nil, err
		}
		if info, err := os.Stat(name); err == nil && time.Since(info.ModTime()) > staleLock {
			os.Remove(name)
		} else if time.Since(begun) > lockWait {
			return nil, fmt.Errorf("%s: another run is writing it; if there is none, remove %s", path, name)
		}
	}
}
