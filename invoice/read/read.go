package read

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"strings"
)

// Options are what reading needs beside the file.
type Options struct {
	// Say is told, in words for a person, of what takes long. May be nil.
	Say func(string)
}

// MaxFile is how large a file may be, in bytes.
const MaxFile = 64 << 20

// File reads the orders of a file, by what is in it, not by its name: a name
// serves for messages and for telling a CSV. What is no invoice comes back as
// one Reading that says why; the error is for what a machine lacks (a picture
// without tesseract) and for ctx.
func File(ctx context.Context, name string, data []byte, opt Options) ([]Reading, error) {
	if len(data) > MaxFile {
		return refuse("the file has %d MB; at most %d MB are read", len(data)>>20, MaxFile>>20), nil
	}
	switch f := sniff(data); f {
	case formatXLSX, formatXLS, formatCSV:
		return workbook(ctx, f, name, data)
	case formatOFD:
		return readOFD(ctx, data), nil
	case formatXML:
		return readFapiaoXML(data), nil
	case formatPDF:
		return readPDF(ctx, data, opt)
	default:
		return refuse("%s can't be read: XLSX, XLS, CSV, PDF, OFD, XML and pictures can", f), nil
	}
}

// refuse is what is returned for a file that holds no order.
func refuse(format string, args ...any) []Reading {
	return []Reading{{Refused: fmt.Sprintf(format, args...)}}
}

// format is a kind of file.
type format string

const (
	formatXLSX    format = "a workbook"
	formatXLS     format = "an old workbook"
	formatPDF     format = "a PDF"
	formatOFD     format = "an OFD"
	formatXML     format = "XML"
	formatPicture format = "a picture"
	formatCSV     format = "a text"
	formatUnknown format = "this file"
)

// Readable reports whether a file is of a kind that File reads. A text is one if
// its name says that it is a table.
func Readable(name string, data []byte) bool {
	switch sniff(data) {
	case formatUnknown:
		return false
	case formatCSV:
		ext := strings.ToLower(filepath.Ext(name))
		return ext == ".csv" || ext == ".tsv" || ext == ".txt"
	}
	return true
}

// sniff tells a file's kind by its first bytes.
func sniff(data []byte) format {
	switch {
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		if bytes.Contains(data[:min(len(data), 1<<20)], []byte("OFD.xml")) || bytes.Contains(data[max(0, len(data)-1<<20):], []byte("OFD.xml")) {
			return formatOFD
		}
		return formatXLSX
	case bytes.HasPrefix(data, []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")):
		return formatXLS // or an encrypted workbook, which its reader tells
	case bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-")):
		return formatPDF
	case bytes.HasPrefix(data, []byte("\xFF\xD8\xFF")), bytes.HasPrefix(data, []byte("\x89PNG\r\n\x1A\n")),
		bytes.HasPrefix(data, []byte("II*\x00")), bytes.HasPrefix(data, []byte("MM\x00*")):
		return formatPicture
	case bytes.HasPrefix(bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF")), " \t\r\n"), []byte("<")):
		return formatXML
	case bytes.HasPrefix(data, []byte("\xFF\xFE<\x00")), bytes.HasPrefix(data, []byte("\xFE\xFF\x00<")):
		return formatXML
	case bytes.HasPrefix(data, []byte("\xFF\xFE")), bytes.HasPrefix(data, []byte("\xFE\xFF")):
		return formatCSV // in UTF-16
	case len(data) > 0 && !bytes.Contains(data[:min(len(data), 4096)], []byte{0}):
		return formatCSV
	}
	return formatUnknown
}
