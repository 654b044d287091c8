package page

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image/png"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// ErrNoReader is that this machine has no program to read pictures with.
var ErrNoReader = errors.New("reading pictures takes the program tesseract with simplified Chinese; to install it: " +
	"apt install tesseract-ocr tesseract-ocr-chi-sim (Debian, Ubuntu), " +
	"brew install tesseract tesseract-lang (macOS), " +
	"or winget install UB-Mannheim.TesseractOCR with Chinese (Simplified) among its languages (Windows)")

// Bounds of one run of tesseract.
const (
	ocrTime   = 2 * time.Minute
	ocrOutput = 32 << 20
)

// tesseract runs it, with a picture on its standard input.
func tesseract(ctx context.Context, g *grey, args ...string) ([]byte, error) {
	program, err := exec.LookPath("tesseract")
	if err != nil {
		return nil, ErrNoReader
	}
	var in bytes.Buffer
	if g != nil {
		encoder := png.Encoder{CompressionLevel: png.BestSpeed}
		if err := encoder.Encode(&in, g.image()); err != nil {
			return nil, err
		}
	}
	limited, cancel := context.WithTimeout(ctx, ocrTime)
	defer cancel()
	cmd := exec.CommandContext(limited, program, args...)
	cmd.Env = append(os.Environ(), "OMP_THREAD_LIMIT=1") // several threads are slower than one
	cmd.Stdin = &in
	cmd.WaitDelay = time.Second
	out, said := &bounded{most: ocrOutput}, &bounded{most: 4096}
	cmd.Stdout, cmd.Stderr = out, said
	err = cmd.Run()
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case limited.Err() != nil:
		return nil, ErrTooLong
	case err != nil:
		return nil, fmt.Errorf("tesseract fails: %w: %s", err, lastLine(said.String()))
	}
	return out.Bytes(), nil
}

// bounded keeps so much of what is written to it.
type bounded struct {
	bytes.Buffer
	most int
}

func (b *bounded) Write(p []byte) (int, error) {
	if b.Len()+len(p) > b.most {
		return 0, io.ErrShortWrite
	}
	return b.Buffer.Write(p)
}

func lastLine(s string) string {
	lines := strings.Split(strings.TrimSpace(s), "\n")
	return lines[len(lines)-1]
}

// hasChinese reports whether tesseract has the data that it needs.
func hasChinese(ctx context.Context) error {
	out, err := tesseract(ctx, nil, "--list-langs")
	if err != nil {
		return err
	}
	for _, l := range strings.Fields(string(out)) {
		if l == "chi_sim" {
			return nil
		}
	}
	return ErrNoReader
}

// quarters is by how many quarters, clockwise, a picture must be turned for
// its text to stand upright; 0 where tesseract can't tell.
func quarters(ctx context.Context, g *grey) (int, error) {
	const sure = 2 // tesseract's own measure
	out, err := tesseract(ctx, g, "stdin", "stdout", "--psm", "0")
	if err != nil {
		return 0, ctx.Err() // too little text, or no data for it
	}
	turn, confidence := 0, 0.0
	for line := range strings.Lines(string(out)) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch name {
		case "Rotate":
			turn, _ = strconv.Atoi(value)
		case "Orientation confidence":
			confidence, _ = strconv.ParseFloat(value, 64)
		}
	}
	if confidence < sure {
		return 0, nil
	}
	return turn / 90, nil
}

// read is a word that tesseract read, in pixels of the whole picture.
type read struct {
	text string
	box  box
	part int    // which one it was read in
	line string // and in which of its lines
	sure int    // percent
}

// recognise reads the parts of a picture in one language, in one run, since
// tesseract takes longer to start than to read a cell.
func recognise(ctx context.Context, parts []part, language string) ([]read, error) {
	folder, err := os.MkdirTemp("", "yipiao-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	var list bytes.Buffer
	for i, p := range parts {
		name := filepath.Join(folder, strconv.Itoa(i)+".pgm")
		if err := os.WriteFile(name, p.grey.pgm(), 0o600); err != nil {
			return nil, err
		}
		list.WriteString(name + "\n")
	}
	names := filepath.Join(folder, "list.txt")
	if err := os.WriteFile(names, list.Bytes(), 0o600); err != nil {
		return nil, err
	}
	out, err := tesseract(ctx, nil, names, "stdout", "-l", language, "--psm", "6", "--dpi", "300", "tsv")
	if err != nil {
		return nil, err
	}
	var all []read
	for line := range strings.Lines(string(out)) {
		w, ok := wordOf(strings.Split(strings.TrimRight(line, "\r\n"), "\t"), parts)
		if !ok {
			continue
		}
		if n := len(all) - 1; n >= 0 && all[n].line == w.line {
			all[n].endBefore(w)
		}
		all = append(all, w)
	}
	return all, nil
}

// endBefore shortens a word's box to the start of the next one: tesseract
// gives Chinese characters that touch each other the box of all of them.
func (r *read) endBefore(next read) {
	if next.box.left > r.box.left {
		r.box.right = min(r.box.right, next.box.left)
	}
}

// pgm is a picture in the plainest format that tesseract reads.
func (g *grey) pgm() []byte {
	return append(fmt.Appendf(nil, "P5\n%d %d\n255\n", g.w, g.h), g.pix...)
}

// wordOf is a line of tesseract's table: level, page, block, paragraph, line,
// word, left, top, width, height, confidence, text. Pages are the parts.
func wordOf(fields []string, parts []part) (read, bool) {
	if len(fields) != 12 || fields[0] != "5" {
		return read{}, false
	}
	text := strings.Trim(fields[11], " |_") // what is left of lines
	if text == "" {
		return read{}, false
	}
	var n [10]int
	for i := range n {
		v, err := strconv.Atoi(fields[i])
		if err != nil {
			return read{}, false
		}
		n[i] = v
	}
	sure, err := strconv.ParseFloat(fields[10], 64)
	if err != nil || n[1] < 1 || n[1] > len(parts) {
		return read{}, false
	}
	p := parts[n[1]-1]
	b := box{n[6] + p.left, n[7] + p.top, n[6] + n[8] + p.left, n[7] + n[9] + p.top}
	return read{text, b, n[1], strings.Join(fields[1:5], "."), int(sure)}, true
}
