package main

import (
	"fmt"
	"io"
	"os"
	"strings"
)

// progress shows how far a long work is, on a terminal alone.
type progress struct {
	w     io.Writer // nil: not shown
	shown int       // columns that stand there
}

func newProgress(w io.Writer) *progress {
	file, ok := w.(*os.File)
	if !ok || os.Getenv("NO_COLOR") != "" {
		return &progress{}
	}
	if info, err := file.Stat(); err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return &progress{}
	}
	return &progress{w: w}
}

func (p *progress) show(name string, done, total int) {
	if total > 0 {
		p.line(fmt.Sprintf("%s: %d of %d texts", name, done, total))
	}
}

// line puts a line in place of the one before.
func (p *progress) line(line string) {
	if p.w == nil {
		return
	}
	fmt.Fprintf(p.w, "\r%s%s", line, strings.Repeat(" ", max(0, p.shown-len(line))))
	p.shown = len(line)
}

// end takes the line away.
func (p *progress) end() {
	if p.w != nil && p.shown > 0 {
		fmt.Fprintf(p.w, "\r%s\r", strings.Repeat(" ", p.shown))
		p.shown = 0
	}
}
