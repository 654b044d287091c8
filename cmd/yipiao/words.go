package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"yipiao/translate"
)

// glossaryName is the file of a user's own terms, beside the orders.
const glossaryName = "yipiao.glossary.tsv"

// wordFlags name the files with the user's own words.
type wordFlags struct{ memory, glossary string }

// words are what the user has approved or laid down for the orders of a
// folder, and the offline translator that knows of it.
type words struct {
	memoryFile, glossaryFile string
	memory                   *translate.Memory
	glossary                 *translate.Glossary
	offline                  translate.Translator
}

// files are where the words for an order's folder stand.
func (f wordFlags) files(dir string) (memory, glossary string) {
	memory, glossary = f.memory, f.glossary
	if memory == "" {
		memory = filepath.Join(dir, translate.MemoryName)
	}
	if glossary == "" {
		glossary = filepath.Join(dir, glossaryName)
	}
	return memory, glossary
}

// read opens the words for a folder. A memory that is missing is empty; a
// glossary that is named must be there.
func (f wordFlags) read(dir string) (*words, error) {
	w := &words{}
	w.memoryFile, w.glossaryFile = f.files(dir)
	var err error
	if w.memory, err = translate.OpenMemory(w.memoryFile); err != nil {
		return nil, err
	}
	file, err := os.Open(w.glossaryFile)
	if err == nil {
		w.glossary, err = translate.ReadGlossary(file, w.glossaryFile)
		err = errors.Join(err, file.Close())
	} else if f.glossary == "" && errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	if err != nil {
		return nil, err
	}
	w.offline, err = translate.NewOffline(w.glossary)
	return w, err
}

// wordsByFolder reads the words of each folder once, when they are first
// needed. It is safe for use by several goroutines.
type wordsByFolder struct {
	flags   wordFlags
	folders sync.Map // folder → func() (*words, error)
}

func (w *wordsByFolder) of(dir string) (*words, error) {
	read, _ := w.folders.LoadOrStore(dir, sync.OnceValues(func() (*words, error) { return w.flags.read(dir) }))
	return read.(func() (*words, error))()
}
