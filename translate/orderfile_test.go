package translate

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"yipiao/invoice"
)

// sure is a local translator whose every answer is final, but for texts that
// hold a 疑.
func sure() *fake {
	return &fake{profile: Profile{Name: "offline", Segments: 50, Runes: 1 << 20, Local: true}, answer: func(s Segment) (Answer, error) {
		numbers := strings.Join(regexp.MustCompile(`[A-Za-z]*[\d.]+`).FindAllString(s.Text, -1), ", ")
		return Answer{Text: strings.TrimSpace("Words: " + numbers), Final: !strings.Contains(s.Text, "疑")}, nil
	}}
}

func fillOrders(t *testing.T, source string) (*OrderFile, string) {
	t.Helper()
	f, err := ReadOrders("o.yaml", []byte(source))
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Translate(t.Context(), &Pipeline{Memory: NewMemory(), Translators: []Translator{sure()}}); err != nil {
		t.Fatal(err)
	}
	filled, err := f.Filled(nil)
	if err != nil {
		t.Error(err)
	}
	return f, string(filled)
}

const hardOrder = `---
# 头
yipiao: 1
number: A1
date: 2026-01-02
currency: USD
seller: &us
  name: 义乌市甲厂   # 登记名
  address: |
    浙江省义乌市
    雪峰西路968号
  country: CN
  contact: '王''芳'
  bank:
  - name: 中国银行
    address: "稠州北路\
      278号"
    swift: BKCHCNBJ92H
    account: "1"
manufacturer: *us
buyer: {name: B, country: US}
lines:
- description: &cup 保温杯 500ml
  name: *cup
  quantity: 1
  price: 1
  colour: {zh: 黑, en: }
- {description: *cup, material: "疑: 钢, [304]", quantity: 2, price: 1, size: {zh: 大}}
-
  description: >-
    双层
    保温
  quantity: 1
  price: 1
  use:
    zh: 饮水


terms: [货物完好, 第二条]
notes: {proforma: "备注 #1"}
---
---
{yipiao: 1, number: A2, date: 2026-01-02, currency: USD, seller: {name: X, country: US}, buyer: {name: B}, lc: {number: L},
 lines: [{description: 保温杯, material: 钢, quantity: 1, price: 1}]}
`

// Whatever the style, an order is filled, says what it said, and its other
// lines stand byte for byte.
func TestFilledOrders(t *testing.T) {
	touched := regexp.MustCompile(`278号|\*cup|address: \||description: >`)
	for name, change := range map[string]func(string) string{
		"as it is":    func(s string) string { return s },
		"CRLF":        func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") },
		"BOM":         func(s string) string { return "\ufeff" + s },
		"no line end": func(s string) string { return strings.TrimRight(s, "\n") },
	} {
		t.Run(name, func(t *testing.T) {
			source := change(hardOrder)
			f, filled := fillOrders(t, source)
			again, err := ReadOrders("o.yaml", []byte(filled))
			if err != nil {
				t.Fatalf("%v in\n%s", err, filled)
			}
			var left []string
			for _, g := range again.Gaps {
				left = append(left, g.Path)
			}
			want := []string{"seller.name", "seller.bank.name", "manufacturer.name", "manufacturer.bank.name", "lines[1].material"}
			if diff := cmp.Diff(want, left); diff != "" {
				t.Errorf("left open: %s\n%s", diff, filled)
			}
			if n := len(f.Gaps) - len(left); n < 15 {
				t.Errorf("only %d texts were written", n)
			}
			if _, twice := fillOrders(t, filled); twice != filled {
				t.Errorf("a second run changes it: %s", cmp.Diff(filled, twice))
			}
			for line := range strings.SplitSeq(source, "\n") {
				if !invoice.HasHan(line) && strings.TrimSpace(line) != "" && !strings.Contains(filled, line) && !touched.MatchString(line) {
					t.Errorf("the line %q is gone", line)
				}
			}
			if strings.Contains(source, "\r\n") && regexp.MustCompile(`[^\r]\n`).MatchString(filled) {
				t.Errorf("line ends are mixed: %q", filled)
			}
		})
	}
}

// Every sample, its English taken away, gets it back; registered names don't.
func TestFilledSamples(t *testing.T) {
	samples, err := filepath.Glob("../samples/*.yaml")
	if err != nil || len(samples) < 5 {
		t.Fatalf("%v, %v", samples, err)
	}
	english := regexp.MustCompile(`\{zh: ([^,{}"]+), en: ("[^"]*"|[^,{}]*)\}`)
	for _, sample := range samples {
		source, err := os.ReadFile(sample)
		if err != nil {
			t.Fatal(err)
		}
		if len(source) > 100_000 {
			continue
		}
		_, filled := fillOrders(t, english.ReplaceAllString(string(source), "$1"))
		again, err := ReadOrders(sample, []byte(filled))
		if err != nil {
			t.Fatal(err)
		}
		for _, g := range again.Gaps {
			if !g.Fact && !strings.ContainsAny(g.Text.Zh, "一二三四五六七八九十双两") {
				t.Errorf("%s: %s is still without %s", sample, g.Path, g.To)
			}
		}
		for _, o := range again.Orders {
			if o.Seller.Name.En != "" && strings.Contains(filled, o.Seller.Name.Zh) {
				t.Errorf("%s: the seller's registered name was made up: %s", sample, o.Seller.Name.En)
			}
		}
	}
}

func TestCompleteAsksNobodyForNothing(t *testing.T) {
	order := `{yipiao: 1, number: A, date: 2026-01-02, currency: USD, seller: {name: 甲厂, country: CN}, buyer: {name: B}, lines: [{description: {zh: 杯, en: cup}, quantity: 1, price: 1}]}`
	orders, err := invoice.Decode("o", []byte(order))
	if err != nil {
		t.Fatal(err)
	}
	local := sure()
	p := &Pipeline{Memory: NewMemory(), Translators: []Translator{local}}
	if err := p.Complete(context.Background(), orders[0], invoice.Both, true); err != nil || len(local.requests) > 0 || orders[0].Seller.Name.En != "" {
		t.Errorf("%v, asked %v, name %q", err, local.asked(), orders[0].Seller.Name.En)
	}
	// A slot is no approval of a name; the name itself is.
	p.Memory.Put(Entry{From: Chinese, To: English, Source: "甲厂", Target: "Jia Works", State: Reviewed})
	if err := p.Complete(context.Background(), orders[0], invoice.Both, false); err != nil || orders[0].Seller.Name.En != "Jia Works" {
		t.Errorf("%v, name %q", err, orders[0].Seller.Name.En)
	}
}

// Two runs that read one memory both add to it, and an approval made meanwhile
// wins over both.
func TestRunsShareAMemory(t *testing.T) {
	path := filepath.Join(t.TempDir(), MemoryName)
	open := func() *Memory {
		m, err := OpenMemory(path)
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	a, b, person := open(), open(), open()
	a.Put(entryOf("甲", "a", Machine))
	a.Put(entryOf("丙", "guess", Machine))
	b.Put(entryOf("乙", "b", Machine))
	person.Put(entryOf("丙", "right", Reviewed))
	for _, m := range []*Memory{person, a, b} {
		if err := m.Save(path); err != nil {
			t.Fatal(err)
		}
	}
	got := open()
	e, _ := got.Lookup(Chinese, English, "丙")
	if got.Len() != 3 || e.Target != "right" {
		t.Errorf("%+v", got.Entries())
	}
	if e, _ := b.Lookup(Chinese, English, "甲"); e.Target != "a" {
		t.Error("a run doesn't learn what others wrote")
	}
	if files, _ := filepath.Glob(filepath.Join(filepath.Dir(path), ".*")); len(files) > 0 {
		t.Errorf("left: %v", files)
	}
	// Many at once.
	done := make(chan error)
	for i := range 16 {
		go func() {
			m := NewMemory()
			m.Put(entryOf("同时"+strings.Repeat("一", i), "x", Machine))
			done <- m.Save(path)
		}()
	}
	var failures []error
	for range 16 {
		if err := <-done; err != nil {
			failures = append(failures, err)
		}
	}
	if n := open().Len(); n != 3+16 || len(slices.Compact(failures)) > 0 {
		t.Errorf("%d entries, %v", n, failures)
	}
}
