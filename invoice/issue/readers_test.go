package issue

import (
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"

	"yipiao/templates"
)

// need skips a test where a program is missing, and fails it where
// YIPIAO_REQUIRE_TOOLS is set.
func need(t *testing.T, programs ...string) {
	t.Helper()
	for _, p := range programs {
		if _, err := exec.LookPath(p); err == nil {
			continue
		}
		if toolsRequired() {
			t.Fatalf("%s isn't installed", p)
		}
		t.Skipf("%s isn't installed", p)
	}
}

func toolsRequired() bool { return os.Getenv("YIPIAO_REQUIRE_TOOLS") == "1" }

// reader is a program that extracts text, by pages.
type reader struct {
	name string
	read func(file string) ([]string, error)
}

// readers are the three that most programs which show PDF files are built on.
func readers(t *testing.T) []reader {
	need(t, "pdftotext", "mutool")
	instance := pdfiumInstance(t)
	return []reader{
		{"poppler", func(file string) ([]string, error) { return printed("pdftotext", "-raw", file, "-") }},
		{"mutool", func(file string) ([]string, error) { return printed("mutool", "draw", "-q", "-F", "txt", file) }},
		{"pdfium", func(file string) ([]string, error) { return pdfiumPages(instance, file) }},
	}
}

// printed are the pages that a program prints, each ended by a form feed. What
// it complains of is an error.
func printed(program string, args ...string) ([]string, error) {
	cmd := exec.Command(program, args...)
	var complaints strings.Builder
	cmd.Stderr = &complaints
	out, err := cmd.Output()
	if err == nil {
		err = complaint(complaints.String())
	}
	pages := strings.Split(string(out), "\f")
	return pages[:len(pages)-1], err
}

// complaint is what a program said on standard error, without what it says of
// itself: a mutool that was built without colour profiles.
func complaint(s string) error {
	s = strings.TrimSpace(strings.ReplaceAll(s, "warning: ICC support is not available\n", ""))
	if s == "" {
		return nil
	}
	return fmt.Errorf("it says: %s", s)
}

// pdfiumInstance is pdfium, compiled for this machine from WebAssembly.
func pdfiumInstance(t *testing.T) pdfium.Pdfium {
	t.Helper()
	pool, err := webassembly.Init(webassembly.Config{MinIdle: 1, MaxIdle: 1, MaxTotal: 1})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { pool.Close() })
	instance, err := pool.GetInstance(0)
	if err != nil {
		t.Fatal(err)
	}
	return instance
}

func pdfiumPages(p pdfium.Pdfium, file string) ([]string, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	doc, err := p.OpenDocument(&requests.OpenDocument{File: &data})
	if err != nil {
		return nil, err
	}
	defer p.FPDF_CloseDocument(&requests.FPDF_CloseDocument{Document: doc.Document})
	count, err := p.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: doc.Document})
	if err != nil {
		return nil, err
	}
	pages := make([]string, count.PageCount)
	for i := range pages {
		page := requests.Page{ByIndex: &requests.PageByIndex{Document: doc.Document, Index: i}}
		if pages[i], err = pdfiumText(p, page); err != nil {
			return nil, err
		}
	}
	return pages, nil
}

// pdfiumText is a page's text. GetPageText, which would be simpler, gives
// characters beyond the BMP as broken halves.
func pdfiumText(p pdfium.Pdfium, page requests.Page) (string, error) {
	loaded, err := p.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: page})
	if err != nil {
		return "", err
	}
	defer p.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: loaded.TextPage})
	count, err := p.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: loaded.TextPage})
	if err != nil || count.Count == 0 {
		return "", err
	}
	text, err := p.FPDFText_GetText(&requests.FPDFText_GetText{TextPage: loaded.TextPage, StartIndex: 0, Count: count.Count})
	if err != nil {
		return "", err
	}
	// It marks a hyphen at the end of a line, which it takes for a word's.
	return strings.NewReplacer("\uFFFE", "-", "\x02", "-").Replace(text.Text), nil
}

// compact is a text without blanks and line ends, which layout changes.
func compact(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// between are the places where a text isn't drawn as the form has it: numbers of
// pages stand there, or a line ends instead of a dot.
var between = regexp.MustCompile(`\{pages?\}|` + templates.Between)

// eachText calls do with all that a form prints, compact.
func eachText(f *templates.Form, do func(string)) {
	f.EachText(func(s string) {
		for _, part := range between.Split(s, -1) {
			do(compact(part))
		}
	})
}

// unread are the texts of a form that can't be found on pages. A text may run
// over from a page to the next.
func unread(f *templates.Form, pages []string) []string {
	var all []string
	for _, p := range pages {
		all = append(all, compact(p))
	}
	whole := strings.Join(all, "\f")
	at := 0 // texts stand mostly one behind the other
	var lost []string
	eachText(f, func(s string) {
		if i := strings.Index(whole[at:], s); i >= 0 {
			at += i
		} else if !strings.Contains(whole, s) && !runsOver(s, all) {
			lost = append(lost, s)
		}
	})
	return lost
}

// runsOver reports whether text begins on one of pages and goes on on the
// following ones.
func runsOver(text string, pages []string) bool {
	for i := range pages {
		rest := text
		for _, p := range pages[i:] {
			n := longestPrefix(rest, p)
			if n == 0 {
				break
			}
			if rest = rest[n:]; rest == "" {
				return true
			}
		}
	}
	return false
}

// longestPrefix is the length of the longest prefix of text on a page.
func longestPrefix(text, page string) int {
	runes := []rune(text)
	low, high := 0, len(runes)
	for low < high {
		mid := (low + high + 1) / 2
		if strings.Contains(page, string(runes[:mid])) {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return len(string(runes[:low]))
}

// fewer are the characters that pages hold less often than the texts of f.
func fewer(f *templates.Form, pages []string) string {
	count := map[rune]int{}
	for _, r := range compact(strings.Join(pages, "")) {
		count[r]++
	}
	eachText(f, func(s string) {
		for _, r := range s {
			count[r]--
		}
	})
	var lost []rune
	for r, n := range count {
		if n < 0 {
			lost = append(lost, r)
		}
	}
	return string(lost)
}
