package translate

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

// Term is a word of the trade with its fixed translation.
type Term struct {
	Chinese   string
	English   []string // the first is used, the others are accepted
	Forbidden []string // English words that must not stand for it
	Note      string
}

// in returns the forms of the term in a language, the preferred one first.
func (t Term) in(lang Lang) []string {
	if lang.IsChinese() {
		return []string{t.Chinese}
	}
	return t.English
}

// Glossary is the user's own terms. They win over every translator's.
type Glossary struct {
	terms []Term
}

// Bounds of a glossary file.
const (
	maxGlossaryBytes = 16 << 20
	maxTermRunes     = 200
)

const glossaryHeader = `# yipiao glossary: a term a line, columns separated by tabs
# zh: the Chinese term | en: its English, other accepted forms after "|" | forbidden: English never to be used for it | note
`

// NewGlossary makes a glossary of terms; of two for one Chinese word the later
// wins.
func NewGlossary(terms ...Term) *Glossary {
	byChinese := map[string]Term{}
	for _, t := range terms {
		byChinese[t.Chinese] = t
	}
	g := &Glossary{}
	for _, t := range byChinese {
		g.terms = append(g.terms, t)
	}
	sort.Slice(g.terms, func(i, j int) bool { return g.terms[i].Chinese < g.terms[j].Chinese })
	return g
}

// Terms are all terms, sorted by their Chinese.
func (g *Glossary) Terms() []Term {
	if g == nil {
		return nil
	}
	return slices.Clone(g.terms)
}

// ReadGlossary reads a glossary's TSV; name stands in the errors, which tell
// all faulty lines.
func ReadGlossary(r io.Reader, name string) (*Glossary, error) {
	lines, err := readLines(r, name, maxGlossaryBytes)
	if err != nil {
		return nil, err
	}
	var terms []Term
	faults := faults{name: name}
	for i, line := range lines {
		if strings.HasPrefix(line, "#") || strings.TrimSpace(line) == "" {
			continue
		}
		term, problem := parseTerm(line)
		if problem != "" {
			faults.add(i+1, problem)
			continue
		}
		terms = append(terms, term)
	}
	if err := faults.err(); err != nil {
		return nil, err
	}
	return NewGlossary(terms...), nil
}

func parseTerm(line string) (Term, string) {
	columns := strings.Split(line, "\t")
	if len(columns) < 2 || len(columns) > 4 {
		return Term{}, fmt.Sprintf("%d columns, 2 to 4 are right: zh, en, forbidden, note", len(columns))
	}
	columns = append(columns, "", "")
	term := Term{Chinese: strings.TrimSpace(columns[0]), English: alternatives(columns[1]), Forbidden: alternatives(columns[2]), Note: strings.TrimSpace(columns[3])}
	switch {
	case !Detect(term.Chinese).IsChinese():
		return Term{}, "the first column must be Chinese"
	case len(term.English) == 0 && len(term.Forbidden) == 0:
		return Term{}, "an English term or a forbidden one is missing"
	case utf8.RuneCountInString(term.Chinese) > maxTermRunes || len(columns[1]) > 4*maxTermRunes || len(columns[2]) > 4*maxTermRunes:
		return Term{}, fmt.Sprintf("longer than %d characters", maxTermRunes)
	}
	return term, ""
}

func alternatives(column string) []string {
	var forms []string
	for form := range strings.SplitSeq(column, "|") {
		if form = strings.TrimSpace(form); form != "" {
			forms = append(forms, form)
		}
	}
	return forms
}

// WriteTo writes the glossary as TSV, sorted.
func (g *Glossary) WriteTo(w io.Writer) (int64, error) {
	var b bytes.Buffer
	b.WriteString(glossaryHeader)
	for _, t := range g.Terms() {
		cells := []string{t.Chinese, strings.Join(t.English, "|"), strings.Join(t.Forbidden, "|"), t.Note}
		for i, cell := range cells {
			cells[i] = strings.Join(strings.Fields(cell), " ")
		}
		b.WriteString(strings.TrimRight(strings.Join(cells, "\t"), "\t") + "\n")
	}
	return b.WriteTo(w)
}

// Exact returns the translation of a text that is a term as a whole.
func (g *Glossary) Exact(text string, from Lang) (string, bool) {
	for _, t := range g.Terms() {
		for _, form := range t.in(from) {
			if strings.EqualFold(form, text) && len(t.in(from.Other())) > 0 {
				return t.in(from.Other())[0], true
			}
		}
	}
	return "", false
}

// In returns the terms that occur in a text.
func (g *Glossary) In(text string, from Lang) []Term {
	var found []Term
	for _, t := range g.Terms() {
		if slices.ContainsFunc(t.in(from), func(form string) bool { return contains(text, form, from) }) {
			found = append(found, t)
		}
	}
	return found
}

// contains finds a term: Chinese anywhere, English as whole words without
// regard to case.
func contains(text, form string, lang Lang) bool {
	if lang.IsChinese() {
		return strings.Contains(text, form)
	}
	return strings.Contains(strings.ToLower(text), strings.ToLower(form)) && wholeWord(form).MatchString(text)
}

func wholeWord(form string) *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?:^|[^A-Za-z0-9])(` + regexp.QuoteMeta(form) + `)(?:s|es)?(?:$|[^A-Za-z0-9])`)
}

// termSpans finds locked terms outside the given spans, the longest first.
func termSpans(text string, from Lang, terms []Term, taken []span) []span {
	var found []span
	add := func(start, end int, becomes string) {
		for _, s := range slices.Concat(taken, found) {
			if start < s.end && s.start < end {
				return
			}
		}
		found = append(found, span{start, end, becomes})
	}
	type form struct{ text, becomes string }
	var forms []form
	for _, t := range terms {
		if other := t.in(from.Other()); len(other) > 0 {
			for _, f := range t.in(from) {
				forms = append(forms, form{f, other[0]})
			}
		}
	}
	sort.SliceStable(forms, func(i, j int) bool { return len(forms[i].text) > len(forms[j].text) })
	for _, f := range forms {
		if from.IsChinese() {
			for at := 0; ; {
				i := strings.Index(text[at:], f.text)
				if i < 0 {
					break
				}
				add(at+i, at+i+len(f.text), f.becomes)
				at += i + len(f.text)
			}
			continue
		}
		for _, at := range wholeWord(f.text).FindAllStringSubmatchIndex(text, -1) {
			add(at[2], at[3], f.becomes)
		}
	}
	return found
}

// readLines reads a bounded UTF-8 text file; a BOM and CRLF are allowed.
func readLines(r io.Reader, name string, most int64) ([]string, error) {
	content, err := io.ReadAll(io.LimitReader(r, most+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if int64(len(content)) > most {
		return nil, fmt.Errorf("%s: larger than %d MB", name, most>>20)
	}
	content = bytes.TrimPrefix(content, []byte("\ufeff"))
	if !utf8.Valid(content) {
		line := 1
		for rest := content; len(rest) > 0; {
			r, size := utf8.DecodeRune(rest)
			if r == utf8.RuneError && size == 1 {
				break
			}
			if r == '\n' {
				line++
			}
			rest = rest[size:]
		}
		return nil, fmt.Errorf("%s:%d: not UTF-8: save the file as UTF-8", name, line)
	}
	var lines []string
	scanner := bufio.NewScanner(bytes.NewReader(content))
	scanner.Buffer(nil, int(most)+1)
	for scanner.Scan() {
		lines = append(lines, strings.TrimSuffix(scanner.Text(), "\r"))
	}
	return lines, scanner.Err()
}

const maxFaults = 50 // that are told of one file

// faults collects what is wrong with a file, line by line.
type faults struct {
	name string
	list []error
	more int
}

func (f *faults) add(line int, problem string) {
	if len(f.list) >= maxFaults {
		f.more++
		return
	}
	f.list = append(f.list, fmt.Errorf("%s:%d: %s", f.name, line, problem))
}

func (f *faults) err() error {
	if f.more > 0 {
		f.list = append(f.list, fmt.Errorf("%s: and %d faults more", f.name, f.more))
		f.more = 0
	}
	return errors.Join(f.list...)
}
