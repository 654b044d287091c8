package translate

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"yipiao/invoice/pattern"
)

// Bounds of a memory's file.
const (
	maxMemoryBytes   = 128 << 20
	maxMemoryEntries = 500_000
)

const memoryHeader = `# yipiao translation memory, version 1
# One translation a line, sorted; columns separated by tabs:
# from  to    languages: zh, en
# source      the original; \n is a line end, \t a tab, \\ a backslash
# target      its translation. Numbers may be slots: {n}%定金，{m}%余款发货前付清
# state       machine (seen by nobody), edited, reviewed, locked (not changed any more)
# provider  model  date    who made or approved it, and when
# kind        what it is: title payment packing shipping inspection company address note term spec
# To approve a line, write "reviewed" in place of "machine".
`

const memoryColumns = "from\tto\tsource\ttarget\tstate\tprovider\tmodel\tdate\tkind"

var dateForm = pattern.Lazily(`^\d{4}-\d{2}-\d{2}$`)

// OpenMemory reads the memory of a file; one that is missing is empty.
func OpenMemory(path string) (*Memory, error) {
	file, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return NewMemory(), nil
	}
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return ReadMemory(file, path)
}

// ReadMemory reads a memory; name stands in the errors, which tell all faulty
// lines as NAME:LINE. Nothing of a faulty file is used.
func ReadMemory(r io.Reader, name string) (*Memory, error) {
	lines, err := readLines(r, name, maxMemoryBytes)
	if err != nil {
		return nil, err
	}
	m := NewMemory()
	faults := faults{name: name}
	firstLine := map[memoryKey]int{}
	standard := strings.Split(strings.TrimSuffix(memoryHeader, "\n"), "\n")
	comment := ""
	for i, line := range lines {
		switch {
		case slices.Contains(standard, line) || line == memoryColumns || strings.TrimSpace(line) == "":
			continue
		case strings.HasPrefix(line, "#"):
			comment += line + "\n"
			continue
		}
		e, problem := parseEntry(line)
		k := key(e.From, e.To, e.Source)
		if earlier := firstLine[k]; problem == "" && earlier > 0 {
			problem = fmt.Sprintf("the same text stands in line %d: leave one of them", earlier)
		}
		if problem == "" && len(m.entries) >= maxMemoryEntries {
			problem = fmt.Sprintf("more than %d translations", maxMemoryEntries)
		}
		if problem != "" {
			faults.add(i+1, problem)
			continue
		}
		firstLine[k] = i + 1
		e.comment, comment = comment, ""
		m.Put(e)
	}
	m.tail, m.learnt = comment, map[memoryKey]bool{}
	if err := faults.err(); err != nil {
		return nil, err
	}
	return m, nil
}

func parseEntry(line string) (Entry, string) {
	columns := strings.Split(line, "\t")
	if len(columns) < 5 || len(columns) > 9 {
		return Entry{}, fmt.Sprintf("%d columns, 5 to 9 are right: %s", len(columns), strings.ReplaceAll(memoryColumns, "\t", ", "))
	}
	for len(columns) < 9 {
		columns = append(columns, "")
	}
	e := Entry{From: Lang(columns[0]), To: Lang(columns[1]), State: State(columns[4]),
		Provider: columns[5], Model: columns[6], Date: columns[7], Kind: Kind(columns[8])}
	var ok1, ok2 bool
	e.Source, ok1 = unescape(columns[2])
	e.Target, ok2 = unescape(columns[3])
	switch {
	case !(e.From == Chinese && e.To == English) && !(e.From == English && e.To == Chinese):
		return e, fmt.Sprintf("from %q to %q: zh to en or en to zh is right", Quote(columns[0]), Quote(columns[1]))
	case !ok1 || !ok2:
		return e, `a backslash stands only in \n, \t and \\`
	case strings.TrimSpace(e.Source) == "" || strings.TrimSpace(e.Target) == "":
		return e, "the source or the target is empty"
	case utf8.RuneCountInString(e.Source) > MaxSegmentRunes || utf8.RuneCountInString(e.Target) > MaxSegmentRunes:
		return e, fmt.Sprintf("a text longer than %d characters", MaxSegmentRunes)
	case e.State != Machine && !e.State.Approved():
		return e, fmt.Sprintf("state %q: machine, edited, reviewed or locked is right", Quote(columns[4]))
	case e.Date != "" && !dateForm.MatchString(e.Date):
		return e, fmt.Sprintf("date %q: YYYY-MM-DD is right", Quote(e.Date))
	case e.Kind != "" && !slices.Contains(Kinds(), e.Kind):
		return e, fmt.Sprintf("kind %q is none that is known", Quote(columns[8]))
	}
	return e, ""
}

var escaper = strings.NewReplacer(`\`, `\\`, "\n", `\n`, "\t", `\t`, "\r", "")

func unescape(cell string) (string, bool) {
	var b strings.Builder
	for i := 0; i < len(cell); i++ {
		if cell[i] != '\\' {
			b.WriteByte(cell[i])
			continue
		}
		if i++; i >= len(cell) {
			return "", false
		}
		plain, ok := map[byte]byte{'n': '\n', 't': '\t', '\\': '\\'}[cell[i]]
		if !ok {
			return "", false
		}
		b.WriteByte(plain)
	}
	return b.String(), true
}

// WriteTo writes the memory's file: the same entries give the same bytes.
func (m *Memory) WriteTo(w io.Writer) (int64, error) {
	var b bytes.Buffer
	b.WriteString(memoryHeader)
	b.WriteString(memoryColumns + "\n")
	for _, e := range m.Entries() {
		b.WriteString(e.comment)
		cells := []string{string(e.From), string(e.To), escaper.Replace(e.Source), escaper.Replace(e.Target), string(e.State),
			word(e.Provider), word(e.Model), e.Date, string(e.Kind)}
		b.WriteString(strings.TrimRight(strings.Join(cells, "\t"), "\t") + "\n")
	}
	b.WriteString(m.tail)
	return b.WriteTo(w)
}

func word(cell string) string { return strings.Join(strings.Fields(cell), " ") }

// Save writes what this memory learnt since it was read into its file, whole or
// not at all. What others wrote there meanwhile stays, by the rules of Put: two
// runs at a time lose nothing, and a person's approval wins over both.
func (m *Memory) Save(path string) error {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	unlock, err := lock(path)
	if err != nil {
		return err
	}
	defer unlock()
	current, err := OpenMemory(path)
	if err != nil {
		return err
	}
	for k := range m.learnt {
		current.Put(m.entries[k])
	}
	if current.tail == "" {
		current.tail = m.tail
	}
	var b bytes.Buffer
	if _, err := current.WriteTo(&b); err != nil {
		return err
	}
	if _, err := ReplaceFile(path, b.Bytes()); err != nil {
		return err
	}
	current.learnt = map[memoryKey]bool{}
	*m = *current
	return nil
}
