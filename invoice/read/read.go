package read

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"path/filepath"
	"strings"

	"yipiao/invoice/read/grid"
	"yipiao/invoice/read/page"
	"yipiao/invoice/read/sheet"
)

// Options are what reading needs beside the file.
type Options struct {
	// Say is told, in words for a person, of what takes long. May be nil.
	Say func(string)
}

// MaxFile is how large a file may be, in bytes.
const MaxFile = 64 << 20

// Source is a supplier's file taken apart: what it shows, and which orders are in
// it.
type Source struct {
	Format   Format
	Readings []Reading
	Grids    []*grid.Grid // its sheets or pages, as far as they are printed
	Book     *sheet.Book  // of a workbook
	PDF      *page.File   // of a PDF
	Pages    []*page.Page // likewise, or the one of a picture
	Image    image.Image  // a picture, upright
}

// Close gives back what the file used.
func (s *Source) Close() {
	if s.PDF != nil {
		s.PDF.Close()
	}
}

// Open takes a file apart, by what is in it, not by its name: a name serves for
// messages and for telling a CSV. What is no invoice has one Reading that says
// why; the error is for what a machine lacks (a picture without tesseract) and
// for ctx. The Source must be closed.
func Open(ctx context.Context, name string, data []byte, opt Options) (*Source, error) {
	s := &Source{Format: sniff(data)}
	if len(data) > MaxFile {
		s.Readings = refuse("the file has %d MB; at most %d MB are read", len(data)>>20, MaxFile>>20)
		return s, nil
	}
	var err error
	switch s.Format {
	case XLSX, XLS, CSV:
		s.Readings, err = s.workbook(ctx, name, data)
	case OFD:
		s.Readings = s.readOFD(ctx, data)
	case XML:
		s.Readings = s.readFapiaoXML(data)
	case PDF:
		s.Readings, err = s.readPDF(ctx, data, opt)
	case Picture:
		s.Readings, err = s.readPicture(ctx, data, opt)
	default:
		s.Readings = refuse("%s can't be read: XLSX, XLS, CSV, PDF, OFD, XML and pictures can", s.Format)
	}
	if err != nil {
		s.Close()
		return nil, err
	}
	return s, nil
}

// File reads the orders of a file, as Open finds them.
func File(ctx context.Context, name string, data []byte, opt Options) ([]Reading, error) {
	s, err := Open(ctx, name, data, opt)
	if err != nil {
		return nil, err
	}
	defer s.Close()
	return s.Readings, nil
}

// refuse is what is returned for a file that holds no order.
func refuse(format string, args ...any) []Reading {
	return []Reading{{Refused: fmt.Sprintf(format, args...)}}
}

// Format is a kind of file, in words.
type Format string

// The kinds of files.
const (
	XLSX    Format = "a workbook"
	XLS     Format = "an old workbook"
	PDF     Format = "a PDF"
	OFD     Format = "an OFD"
	XML     Format = "XML"
	HTML    Format = "a web page" // also where its name says XLS, as some programs export
	Picture Format = "a picture"
	CSV     Format = "a text"
	Unknown Format = "this file"
)

// Readable reports whether a file is of a kind that File reads. A text is one if
// its name says that it is a table.
func Readable(name string, data []byte) bool {
	switch sniff(data) {
	case Unknown:
		return false
	case CSV:
		ext := strings.ToLower(filepath.Ext(name))
		return ext == ".csv" || ext == ".tsv" || ext == ".txt"
	}
	return true
}

// sniff tells a file's kind by its first bytes.
func sniff(data []byte) Format {
	switch {
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		if bytes.Contains(data[:min(len(data), 1<<20)], []byte("OFD.xml")) || bytes.Contains(data[max(0, len(data)-1<<20):], []byte("OFD.xml")) {
			return OFD
		}
		return XLSX
	case bytes.HasPrefix(data, []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")):
		return XLS // or an encrypted workbook, which its reader tells
	case bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-")):
		return PDF
	case bytes.HasPrefix(data, []byte("\xFF\xD8\xFF")), bytes.HasPrefix(data, []byte("\x89PNG\r\n\x1A\n")),
		bytes.HasPrefix(data, []byte("II*\x00")), bytes.HasPrefix(data, []byte("MM\x00*")),
		len(data) > 12 && (string(data[4:8]) == "ftyp" && string(data[8:10]) == "he" || string(data[:4]) == "RIFF" && string(data[8:12]) == "WEBP"):
		return Picture
	case startsWith(data, "<html", "<!doctype html", "<table", "<meta"):
		return HTML
	case startsWith(data, "<"):
		return XML
	case bytes.HasPrefix(data, []byte("\xFF\xFE<\x00")), bytes.HasPrefix(data, []byte("\xFE\xFF\x00<")):
		return XML
	case bytes.HasPrefix(data, []byte("\xFF\xFE")), bytes.HasPrefix(data, []byte("\xFE\xFF")):
		return CSV // in UTF-16
	case len(data) > 0 && !bytes.Contains(data[:min(len(data), 4096)], []byte{0}):
		return CSV
	}
	return Unknown
}

// startsWith reports whether a text starts with one of the words, after its mark
// and blanks, in whatever letters.
func startsWith(data []byte, words ...string) bool {
	text := bytes.TrimLeft(bytes.TrimPrefix(data[:min(len(data), 1024)], []byte("\xEF\xBB\xBF")), " \t\r\n")
	for _, word := range words {
		if len(text) >= len(word) && strings.EqualFold(string(text[:len(word)]), word) {
			return true
		}
	}
	return false
}
