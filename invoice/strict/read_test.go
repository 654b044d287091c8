package strict

import (
	"errors"
	"fmt"
	"os"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// source reads a text of one document.
func source(t testing.TB, data string) *Source {
	t.Helper()
	sources, err := Read("order.yaml", []byte(data), DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	return sources[0]
}

func TestScalarsAreTakenAsWritten(t *testing.T) {
	type fields struct {
		V string  `yaml:"v"`
		P *string `yaml:"p"`
	}
	tests := []struct{ written, want string }{
		{"0123456", "0123456"}, {"9617.00", "9617.00"}, {"NO", "NO"}, {"2026-03-18", "2026-03-18"}, {"0x1F", "0x1F"},
		{"1e3", "1e3"}, {"12:30:00", "12:30:00"}, {"true", "true"}, {`"null"`, "null"}, {"'~'", "~"}, {`""`, ""},
		{"null", ""}, {"~", ""}, {"", ""}, {"Null", "Null"}, {"!!str null", "null"},
		{"a\u200Bb\uFE0F\u202E", "ab"}, {"a\tb", "a b"}, {"a\u2028b", "a\nb"}, {"a\u2028", "a"}, {`"a\u2029b\r\n"`, "a\nb\n"},
		{"Cafe\u0301 Jo\u0308rg", "Café Jörg"}, {"\u0438\u0306", "й"}, {"\uFA0E\u2F00 神\uFA19", "\uFA0E\u2F00 神\uFA19"},
		{"か\u3099", "か\u3099"}, {"|\n  a\n  b\n", "a\nb\n"}, {">-\n  a\n  b\n", "a b"}, {"a\n  b", "a b"},
	}
	for _, test := range tests {
		var got fields
		s := source(t, "v: "+test.written+"\np: "+test.written)
		if s.Decode(&got); s.Err() != nil {
			t.Errorf("%q: %v", test.written, s.Err())
		}
		if got.V != test.want {
			t.Errorf("%q is %q, want %q", test.written, got.V, test.want)
		}
		left := test.written == "" || test.written == "null" || test.written == "~"
		if (got.P == nil) != left || !left && *got.P != test.want {
			t.Errorf("%q as pointer is %v", test.written, got.P)
		}
	}
}

func TestVersionDirective(t *testing.T) {
	data := []byte("%YAML 1.2\n---\nmarks: \"%YAML 1.2\"\n")
	sources, err := Read("f", data, DefaultLimits)
	var o order
	if err != nil || len(sources) != 1 {
		t.Fatal(err)
	}
	if sources[0].Decode(&o); o.Marks != "%YAML 1.2" || !strings.HasPrefix(string(data), "%YAML 1.2") {
		t.Errorf("marks %q, data %q", o.Marks, data)
	}
}

func TestNoteOfWhatWasDropped(t *testing.T) {
	s := source(t, "number: a\nmarks: \"b\\u200bc\"\nnotes: [大\u200B货\u200B, x\uFE0F]\n")
	notes := s.Notes()
	if len(notes) != 1 || notes[0].Pos != (Pos{2, 8}) || notes[0].Code != CodeZeroWidth {
		t.Errorf("notes %v", notes)
	}
	s = source(t, "number: a\nnotes: [大\u200B货\u200B]\n")
	if notes := s.Notes(); len(notes) != 1 || notes[0].Pos != (Pos{2, 10}) {
		t.Errorf("notes %v", notes)
	}
	if s := source(t, "\uFEFFnumber: 大货"); s.Notes() != nil {
		t.Errorf("a byte order mark is noted: %v", s.Notes())
	}
}

// TestNoteOfWhatMayBeCutOff: a # behind a text without quotes begins a comment, which
// few know who write Suite #200.
func TestNoteOfWhatMayBeCutOff(t *testing.T) {
	s := source(t, "number: a # the first\naddress: 12 Main St, Suite #200, Reno\nmarks: \"Screws #8\" #old\nnotes: x#1\n")
	notes := s.Notes()
	if len(notes) != 1 || notes[0].Pos != (Pos{2, 10}) || notes[0].Code != CodeComment || notes[0].Path != "address" || !strings.HasPrefix(notes[0].Message, "#200, Reno ") {
		t.Errorf("notes %v", notes)
	}
}

// TestNotesOfCommentsAreBounded: the last one says that there are more.
func TestNotesOfCommentsAreBounded(t *testing.T) {
	notes := source(t, "notes:\n"+strings.Repeat("  - Suite #200\n", 50)).Notes()
	if len(notes) != mostCutNotes+1 || !strings.HasPrefix(notes[0].Message, "#200 ") || !strings.HasPrefix(notes[mostCutNotes].Message, "further ") {
		t.Errorf("%d notes, the last: %v", len(notes), notes[len(notes)-1])
	}
}

func TestPaths(t *testing.T) {
	s := source(t, "number: 1\nlines:\n  - sku: a\n    price: 义\n  - {sku: b, description: {zh: c}}\n\"a.b\": {\"\": [x]}\nnone: ~\n")
	places := map[string]Pos{
		"": {1, 1}, "number": {1, 9}, "lines": {3, 3}, "lines[0]": {3, 5}, "lines[0].price": {4, 12}, "lines[1].description.zh": {5, 32},
		"lines[0].hs": {3, 5}, "lines[7].sku": {3, 3}, "missing.x[3]": {1, 1}, `["a.b"][""][0]`: {6, 14}, "lines[x": {3, 3}, "lines[": {3, 3},
	}
	for path, want := range places {
		if got := s.At(path); got != want {
			t.Errorf("At(%q) = %v, want %v", path, got, want)
		}
	}
	for path, want := range map[string]bool{"lines[1].sku": true, "lines[2]": false, "none": false, "": true, "lines.sku": false, `["a.b"]`: true} {
		if s.Has(path) != want {
			t.Errorf("Has(%q) is %v", path, !want)
		}
	}
	var got []string
	s.Scalars(func(path, text string) { got = append(got, path+"="+text) })
	want := []string{"number=1", "lines[0].sku=a", "lines[0].price=义", "lines[1].sku=b", "lines[1].description.zh=c", `["a.b"][""][0]=x`}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("scalars %q, want %q", got, want)
	}
}

func TestFailed(t *testing.T) {
	s := source(t, "lines:\n- {sku: a, prise: 1}\n- {}\nnumbr: 1")
	s.Decode(new(order))
	s.Fail("lines[1].quantity", "missing", "quantity is missing")
	for path, want := range map[string]bool{
		"lines[0].prise": true, "lines[0].price": true, "lines[0]": true, "lines": true, "lines[0].sku": false,
		"number": true, "lines[1].quantity": true, "lines[1].quantity.x[0]": true, "lines[1].unit": false, "seller": false,
	} {
		if s.Failed(path) != want {
			t.Errorf("Failed(%q) is %v", path, !want)
		}
	}
	if at := s.errs[len(s.errs)-1].Pos; at != (Pos{3, 3}) {
		t.Errorf("a missing field is at %v", at)
	}
}

func TestDocuments(t *testing.T) {
	sources, err := Read("f", []byte("---\nnumber: 1\n---\n\n---\nnumber: 2\n...\n---\n"), DefaultLimits)
	if err != nil || len(sources) != 2 || sources[1].Index != 2 || sources[1].At("number") != (Pos{6, 9}) {
		t.Errorf("%v %v", sources, err)
	}
}

func TestAliases(t *testing.T) {
	s := source(t, "seller: &s {name: a, country: CN}\nbuyer: *s\nmarks: &m |\n  x\nnotes: [*m, *m]\n")
	var o order
	s.Decode(&o)
	if s.Err() != nil || o.Buyer != o.Seller || !reflect.DeepEqual(o.Notes, []string{"x\n", "x\n"}) {
		t.Errorf("%+v %v", o, s.Err())
	}
}

// allocated runs f and returns the bytes it allocated: what work it does on the
// way can't be judged by a clock that other programs share.
func allocated(f func()) uint64 {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

func TestHostileFiles(t *testing.T) {
	// A smaller file tells a reader that is slow beyond measure as well, and sooner.
	large := 6 << 20
	if os.Getenv("YIPIAO_REQUIRE_TOOLS") != "" {
		large = 32<<20 - 100
	}
	fill := func(head, part, tail string) string {
		return head + strings.Repeat(part, (large-len(head)-len(tail))/len(part)) + tail
	}
	var bomb strings.Builder
	bomb.WriteString("a0: &a0 [x, x, x, x, x, x, x, x, x]\n")
	for i := range 20 {
		fmt.Fprintf(&bomb, "a%d: &a%d [%s]\n", i+1, i+1, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*a%d, ", i), 9), ", "))
	}
	tests := []struct{ name, data, code string }{
		{"flat list", fill("lines: [", "1,", "1]"), CodeBounds},
		{"flat mapping", fill("{", "a,", "b}"), CodeBounds},
		{"block list", fill("", "- 1\n", ""), CodeBounds},
		{"fields", fill("", "a: 1\n", ""), CodeBounds},
		{"no names", fill("", ":\n", ""), CodeBounds},
		{"explicit names", fill("", "? a\n", ""), CodeBounds},
		{"documents", fill("", "---\n", ""), CodeBounds},
		{"over 32 MB", strings.Repeat("#", 32<<20+1), CodeBounds},
		{"deep brackets", strings.Repeat("[", 1<<20), CodeBounds},
		{"deep dashes", strings.Repeat("- ", 150_000) + "a", ""},
		{"deep indentation", deepIndentation(3000), CodeBounds},
		{"aliases", bomb.String(), CodeBounds},
		{"long aliases", "a: &a " + strings.Repeat("x", 19_000) + "\nb: [" + strings.Repeat("*a,", 3000) + "]\n", CodeBounds},
		{"comments", fill("a: 1\n", "#\n", ""), ""},
		{"comments on values", fill("a:\n", "# b\n- 1 # c\n\n", ""), CodeBounds},
		{"blank lines", fill("a: 1\n", "\n", ""), ""},
		{"one text", fill("a: ", "x", ""), CodeBounds},
		{"one number", fill("a: ", "1", ""), CodeBounds},
		{"one quoted text", fill("a: \"", `\x41`, "\""), CodeBounds},
		{"zero-width", fill("a: b", "x\u200B", ""), CodeBounds},
		{"controls", fill("a: ", "\x01", ""), CodeControl},
		{"quotes", fill("a: [", `"",`, "]"), CodeBounds},
		{"anchors", fill("", "&a ", ""), CodeSyntax},
		{"indented", fill("a:\n", "  ", "b: 1"), ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if testing.Short() && len(test.data) > 4<<20 {
				t.Skip("large file")
			}
			var sources []*Source
			var err error
			data := []byte(test.data)
			took := allocated(func() { sources, err = Read("f", data, DefaultLimits) })
			t.Logf("%d MB, %.100v", took>>20, err)
			if took > 600<<20 {
				t.Errorf("took %d MB", took>>20)
			}
			if err == nil && sources[0].Err() != nil {
				err = sources[0].Err()
			}
			var e *Error
			if errors.As(err, &e) && test.code != "" && e.Code != test.code || err == nil && test.code != "" {
				t.Errorf("got %.200v, want %s", err, test.code)
			}
		})
	}
}

func deepIndentation(depth int) string {
	var b strings.Builder
	for i := range depth {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String()
}

func TestFlatListIsRefusedAtOnce(t *testing.T) {
	data := []byte("lines: [" + strings.Repeat("1,", 16_700_000) + "1]")
	limits := DefaultLimits
	limits.Bytes = 64 << 20
	took := allocated(func() {
		if _, err := Read("f", data, limits); err == nil {
			t.Error("it is read")
		}
	})
	if took > 1<<20 {
		t.Errorf("took %d bytes", took)
	}
}

// A file just under the bounds is read, however many commas and dashes its
// texts have.
func TestLargeFilesUnderTheBounds(t *testing.T) {
	item := "  - description: a, b, c, d: - e [f, g] {h, i}, \"j, k\n      - l, m, n, o, p, q, r\n    marks: |\n" +
		"      - a, b\n      - c: [d\n\n      'e, f\n    quoted: \"a, b\n      - c, d: e, f\"\n    single: 'it''s, - a: b'\n    flow: {a: b - c d, e: \"f, g\", h: [i]}\n"
	item = strings.Replace(item, "c, d: - e", "c, d - e", 1)
	const values = 1 + 5 + 4 // the item, its fields, those in brackets
	limits := DefaultLimits
	limits.Values /= 8
	n := (limits.Values - 2) / values
	data := []byte("lines:\n" + strings.Repeat(item, n))
	sources, err := Read("f", data, limits)
	if err != nil {
		t.Fatal(err)
	}
	if got := len(sources[0].items) - 1; got != n*values+1 {
		t.Errorf("%d values, want %d", got, n*values+1)
	}
	if _, err := Read("f", append(data, item...), limits); err == nil {
		t.Error("one more is read too")
	}
}

// scanned is what the counter makes of a text.
func scanned(text []byte) int {
	c := &counter{text: text, limits: DefaultLimits, parent: -1, keyColumn: -1}
	for c.i < len(text) {
		c.token()
	}
	return c.values
}

// treeValues is the number of list items, fields and documents of a tree.
func treeValues(n *yaml.Node) int {
	count := 0
	switch n.Kind {
	case yaml.DocumentNode, yaml.SequenceNode:
		count = len(n.Content)
	case yaml.MappingNode:
		count = len(n.Content) / 2
	}
	for _, child := range n.Content {
		count += treeValues(child)
	}
	return count
}

func FuzzCountIsNeverTooHigh(f *testing.F) {
	for _, seed := range fuzzSeeds {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		in, fault := prepare(data)
		if fault != nil || len(in.controls) > 0 {
			return
		}
		decoder := yaml.NewDecoder(strings.NewReader(string(in.text)))
		tree := 0
		for {
			var n yaml.Node
			if err := decoder.Decode(&n); err != nil {
				if err.Error() != "EOF" {
					return
				}
				break
			}
			tree += treeValues(&n)
		}
		if got := scanned(in.text); got > tree || got < tree/4-1 {
			t.Errorf("counted %d, the tree has %d:\n%s", got, tree, in.text)
		}
	})
}

var fuzzSeeds = []string{
	"number: 1\nlines:\n  - {sku: a, b: [1, 2, {c: d}]}\n  - |\n   text, - a\n  - \"a\n   - b\"\n",
	"? a\n: b\n? [c, d]\n: e\n: f\n", "a: b\n  - c\n  d\n# x\ne: 'f''g'\n", "- - - a\n  - b\n- >-\n\n  c\n", "&a a: *a\n!t b: !t [c, \"d\"]\n",
	"--- |\n a\n---\nb\n...\n--- {a: b}\n", "a: [b\n \"c\", d # , e\n, f]\n\"g\": h\n[i]: j\n", "%YAML 1.1\n---\na:\n- b\n-\n- c: d\n  e: f\n",
	"a: \"\\u200b\\x07\"\nb: \u200B义\u2028\x01\n", "a: &a [*a]\n<<: *a\n", "number: 1\nnumber: 2\nlines: {}\nseller: []\nurgent: yes",
}

func FuzzRead(f *testing.F) {
	for _, seed := range fuzzSeeds {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		sources, err := Read("f", data, DefaultLimits)
		var errs Errors
		if err != nil && !errors.As(err, &errs) {
			t.Fatalf("not Errors: %v", err)
		}
		lines := strings.Count(strings.ReplaceAll(string(data), "\r", "\n"), "\n") + 1
		for _, s := range sources {
			var o order
			s.Decode(&o)
			if s.Err() == nil {
				again(t, o)
			}
			s.Scalars(func(path, text string) {
				if got, found := s.find(path); !found || s.items[got].text != text {
					t.Errorf("nothing at %q", path)
				}
			})
			errs = append(errs, s.errs...)
		}
		for _, e := range errs {
			if e.Pos.Line > lines || e.Pos.Line > 0 && e.Pos.Column < 1 {
				t.Errorf("place outside of the file: %v", e)
			}
			_ = e.Error()
		}
	})
}
