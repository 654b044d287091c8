package page

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"strings"
)

// What is kept in the cache is machine code: it is run only where it has the
// digest that stands beside it since it was written.

// sealed is the ending of the name of a digest's file.
const sealed = ".sha256"

var errSpoilt = errors.New("the cache was changed since it was written")

// kept are the files of compiled code in a folder.
func kept(folder string) []string {
	files, err := filepath.Glob(filepath.Join(folder, "wazero-*", "*"))
	if err != nil {
		return nil
	}
	var code []string
	for _, f := range files {
		if !strings.HasSuffix(f, sealed) && !strings.HasSuffix(f, ".tmp") { // another process writes one
			code = append(code, f)
		}
	}
	return code
}

// verify compares each file of a folder with its digest.
func verify(folder string) error {
	for _, f := range kept(folder) {
		want, err := os.ReadFile(f + sealed)
		if err != nil {
			return err
		}
		got, err := digest(f)
		if err != nil {
			return err
		}
		if got != string(want) {
			return errSpoilt
		}
	}
	return nil
}

// seal writes the digests that are missing. One that can't be written leads to
// another compilation, no more.
func seal(folder string) {
	for _, f := range kept(folder) {
		if _, err := os.Stat(f + sealed); err == nil {
			continue
		}
		if d, err := digest(f); err == nil {
			_ = os.WriteFile(f+sealed, []byte(d), 0o600)
		}
	}
}

// forget removes what a folder keeps.
func forget(folder string) {
	for _, f := range kept(folder) {
		_ = os.Remove(f)
		_ = os.Remove(f + sealed)
	}
}

// writable reports whether a file can be made in a folder.
func writable(folder string) bool {
	f, err := os.CreateTemp(folder, "try.*.tmp")
	if err != nil {
		return false
	}
	_, wrote := f.Write([]byte("try"))
	closed := f.Close()
	return errors.Join(wrote, closed, os.Remove(f.Name())) == nil
}

func digest(file string) (string, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:]), nil
}
