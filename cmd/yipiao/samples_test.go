package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"testing"
)

// The set of documents that the README shows, made of one of the samples, and
// its pictures (poppler, ImageMagick).
//
//go:generate go run . generate -o ../../samples/bottle ../../samples/bottle.yaml
//go:generate sh -c "cd ../../samples/bottle && for f in *.pdf; do pdftoppm -r 110 -png -singlefile $DOLLAR{f} $DOLLAR{f%.pdf} && convert $DOLLAR{f%.pdf}.png -strip +dither -colors 48 $DOLLAR{f%.pdf}.png; done"

// The evidence that the README shows, of a contract as a factory sent it.
//
//go:generate sh -c "d=$DOLLAR(mktemp -d) && go run . translate -o $DOLLAR{d} ../../samples/received/contract.xlsx && pdftoppm -r 80 -png $DOLLAR{d}/contract.en.pdf ../../samples/received/contract && for f in ../../samples/received/contract-*.png; do convert $DOLLAR{f} -strip +dither -colors 48 $DOLLAR{f}; done"

// TestSampleSet holds the committed set against what the program makes: the
// same order gives the same bytes.
func TestSampleSet(t *testing.T) {
	dir := t.TempDir()
	if status := run(context.Background(), []string{"generate", "-o", dir, "../../samples/bottle.yaml"}, nil, io.Discard, io.Discard); status != exitDone {
		t.Fatalf("status %d", status)
	}
	made, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil || len(made) != 6 {
		t.Fatalf("%d files, %v", len(made), err)
	}
	for _, file := range made {
		got, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		want, err := os.ReadFile(filepath.Join("../../samples/bottle", filepath.Base(file)))
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("samples/bottle/%s is not what the program makes (%v): run go generate ./cmd/yipiao", filepath.Base(file), err)
		}
	}
}
