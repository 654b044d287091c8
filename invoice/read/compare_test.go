package read_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/shopspring/decimal"

	"yipiao/invoice/read"
	"yipiao/invoice/terms"
)

// flat is an order's fields by their paths: texts, and whatever else a field
// may be ({zh, en}, or several that are right alike).
type flat map[string]any

// flatten lays an order of the JSON form out flat. Texts in two languages stay
// together.
func flatten(order map[string]any) flat {
	f := flat{}
	f.lay("", order)
	return f
}

func (f flat) lay(path string, v any) {
	switch v := v.(type) {
	case map[string]any:
		if isLeaf(v) {
			f[path] = v
			return
		}
		for k, x := range v {
			p := path + "." + k
			if path == "" {
				p = k
			}
			f.lay(p, x)
		}
	case []any:
		for i, x := range v {
			f.lay(fmt.Sprintf("%s[%d]", path, i), x)
		}
	case nil:
	default:
		f[path] = fmt.Sprint(v)
	}
}

// isLeaf reports whether an object is a text, or says what else is right.
func isLeaf(v map[string]any) bool {
	for k := range v {
		if k != "zh" && k != "en" && k != "draft" && k != "any" && k != "path" && k != "is" {
			return false
		}
	}
	return len(v) > 0
}

// tally counts fields.
type tally struct{ right, wrong, missing int }

func (t tally) share() float64 {
	n := t.right + t.wrong + t.missing
	if n == 0 {
		return 100
	}
	return 100 * float64(t.right) / float64(n)
}

// score is what came of one file, or of several.
type score struct {
	header, cells       tally
	wantLines, gotLines int
	orders, counted     int
	unwarned, alarms    int
	misses              []string
}

func (s *score) miss(format string, args ...any) {
	s.misses = append(s.misses, fmt.Sprintf(format, args...))
}

func (s *score) add(o *score) {
	for _, x := range [...]struct{ to, from *tally }{{&s.header, &o.header}, {&s.cells, &o.cells}} {
		x.to.right += x.from.right
		x.to.wrong += x.from.wrong
		x.to.missing += x.from.missing
	}
	s.wantLines, s.gotLines = s.wantLines+o.wantLines, s.gotLines+o.gotLines
	s.orders, s.counted = s.orders+o.orders, s.counted+o.counted
	s.unwarned, s.alarms = s.unwarned+o.unwarned, s.alarms+o.alarms
}

func (s *score) String() string {
	line := fmt.Sprintf("%8d %6d %5d %8d %6d %5d  %4d/%-4d", s.header.right, s.header.wrong, s.header.missing,
		s.cells.right, s.cells.wrong, s.cells.missing, s.gotLines, s.wantLines)
	if s.unwarned > 0 {
		line += fmt.Sprintf(" %d warnings missing", s.unwarned)
	}
	if s.alarms > 0 {
		line += fmt.Sprintf(" %d false alarms", s.alarms)
	}
	return line
}

// compare counts the fields of an order that are right, wrong and missing.
func (s *score) compare(want flat, got reading) {
	for _, path := range slices.Sorted(maps.Keys(want)) {
		t := &s.header
		if strings.HasPrefix(path, "lines[") || strings.HasPrefix(path, "packages[") {
			t = &s.cells
		}
		paths, is := []string{path}, want[path]
		if m, ok := is.(map[string]any); ok && m["path"] != nil {
			paths, is = elsewhere(path, m["path"].([]any)), m["is"]
		}
		if more, ok := strings.CutPrefix(path, "stated."); ok {
			paths = append(paths, "packing_total."+more)
		}
		s.field(t, paths, is, got)
	}
}

// elsewhere are the paths that a field may have as well: names beside it.
func elsewhere(path string, names []any) []string {
	parent := path[:strings.LastIndex(path, ".")+1]
	var paths []string
	for _, n := range names {
		paths = append(paths, parent+n.(string))
	}
	return paths
}

func (s *score) field(t *tally, paths []string, want any, got reading) {
	var have any
	for _, p := range paths {
		v := got.order[p]
		if v == nil {
			v = leftOut(p, got.order)
		}
		if v != nil && equal(p, want, v) {
			t.right++
			return
		}
		if have == nil {
			have = v
		}
	}
	if have == nil {
		t.missing++
		s.miss("missing %s: %s", paths[0], show(want))
		return
	}
	t.wrong++
	s.miss("wrong %s %s: %s, want %s", paths[0], got.where[paths[0]], show(have), show(want))
}

// leftOut is what a field says that is left out: pieces, cartons; or written
// in the other form, as packages with numbers that hold one line alone.
func leftOut(path string, order flat) any {
	if line, field, ok := strings.Cut(path, "].packing."); ok {
		if p := packageOf(strings.TrimPrefix(line, "lines["), order); p != "" {
			if field == "packages" {
				return packagesIn(order, p)
			}
			if v := order[p+"."+field]; v != nil || field != "package" {
				return v
			}
			return "carton"
		}
	}
	switch {
	case strings.HasSuffix(path, ".unit") && order[strings.TrimSuffix(path, "unit")+"quantity"] != nil:
		return "pcs"
	case strings.HasSuffix(path, ".package"):
		for k := range order {
			if strings.HasPrefix(k, path+"s") {
				return "carton"
			}
		}
	}
	return nil
}

// packageOf is the path of the only packages that hold line n alone.
func packageOf(n string, order flat) string {
	at, _ := strconv.Atoi(n)
	sku := str(order["lines["+n+"].sku"])
	for i := 0; order[fmt.Sprintf("packages[%d].contents[0].line", i)] != nil; i++ {
		p := fmt.Sprintf("packages[%d]", i)
		name := str(order[p+".contents[0].line"])
		if (name == sku || name == strconv.Itoa(at+1)) && order[p+".contents[1].line"] == nil {
			return p
		}
	}
	return ""
}

// packagesIn is how many packages the numbers of an entry are.
func packagesIn(order flat, p string) any {
	if n := order[p+".count"]; n != nil {
		return n
	}
	m := regexp.MustCompile(`(\d+)(?:-\D*(\d+))?$`).FindStringSubmatch(str(order[p+".numbers"]))
	if m == nil {
		return nil
	}
	from, _ := strconv.Atoi(m[1])
	to, err := strconv.Atoi(m[2])
	if err != nil {
		to = from
	}
	return strconv.Itoa(to - from + 1)
}

func show(v any) string {
	js, err := json.Marshal(v)
	if err != nil {
		return err.Error()
	}
	return string(js)
}

// equal reports whether a field says what is wanted: a text in either
// language or in both, or any of several.
func equal(path string, want, have any) bool {
	m, ok := want.(map[string]any)
	if choice, is := m["any"].([]any); is {
		return slices.ContainsFunc(choice, func(c any) bool { return equal(path, c, have) })
	}
	h, both := have.(map[string]any)
	switch {
	case ok && both:
		return (m["zh"] == nil || equal(path, m["zh"], h["zh"])) && (m["en"] == nil || equal(path, m["en"], h["en"]))
	case ok: // a code for a text in one language
		return len(m) == 1 && (equal(path, m["zh"], have) || equal(path, m["en"], have))
	case both:
		zh, en := str(h["zh"]), str(h["en"])
		return same(path, str(want), zh) || same(path, str(want), en) ||
			zh != "" && en != "" && (sameText(str(want), zh+en) || sameText(str(want), en+zh))
	}
	return same(path, str(want), str(have))
}

func same(path, want, have string) bool {
	return have != "" && (sameText(want, have) || sameUnit(path, want, have))
}

func str(v any) string {
	s, _ := v.(string)
	return s
}

// sameText compares without blanks, commas and width of signs; numbers by
// their value.
func sameText(a, b string) bool {
	if x, err := decimal.NewFromString(a); err == nil && !leadingZero.MatchString(a) {
		if y, err := decimal.NewFromString(b); err == nil {
			return x.Equal(y)
		}
	}
	return plain(a) == plain(b)
}

var leadingZero = regexp.MustCompile(`^0\d`)

func plain(s string) string {
	return strings.TrimRight(strings.Map(func(r rune) rune {
		if r >= '！' && r <= '～' {
			r -= '！' - '!'
		}
		if unicode.IsSpace(r) || strings.ContainsRune(",;、。|", r) {
			return -1
		}
		return unicode.ToUpper(r)
	}, s), ".:")
}

// sameUnit compares units and packages by their codes.
func sameUnit(path, a, b string) bool {
	switch {
	case strings.HasSuffix(path, "unit"):
		x, ok := terms.Units.Term(strings.ToLower(a))
		y, ok2 := terms.Units.Term(strings.ToLower(b))
		return ok && ok2 && x.Code == y.Code
	case strings.HasSuffix(path, ".package"):
		x, ok := terms.Packages.Term(strings.ToLower(a))
		y, ok2 := terms.Packages.Term(strings.ToLower(b))
		return ok && ok2 && x.Code == y.Code
	}
	return false
}

// standsIn reports whether s stands in text, a number not as a part of a
// longer one.
func standsIn(text, s string) bool {
	if _, err := strconv.ParseFloat(s, 64); err != nil {
		return strings.Contains(text, s)
	}
	return regexp.MustCompile(`(^|[^\d.,])` + regexp.QuoteMeta(s) + `0*([^\d.]|\.?$)`).MatchString(text)
}

// wrongTotal says how an order's money differs from what is wanted where no
// warning tells of it.
func wrongTotal(want map[string]any, got reading) string {
	for _, w := range got.warnings {
		if w.Code == read.Total || w.Code == read.NoValue && strings.HasPrefix(w.Field, "lines[") {
			return ""
		}
	}
	f := flatten(want)
	if w, h := str(f["stated.total"]), str(got.order["stated.total"]); w != "" && h != "" && !sameText(w, h) {
		return "stated " + h + ", want " + w
	}
	if w, h := sumOf(f), sumOf(got.order); !w.Equal(h) {
		return fmt.Sprintf("lines and charges make %s, want %s", h, w)
	}
	return ""
}

var ofLineOrCharge = regexp.MustCompile(`^((lines|charges)\[\d+\])\.`)

// sumOf is what lines and charges make.
func sumOf(f flat) decimal.Decimal {
	number := func(path string) decimal.Decimal {
		n, _ := decimal.NewFromString(str(f[path]))
		return n
	}
	sum, seen := decimal.Zero, map[string]bool{}
	for path := range f {
		m := ofLineOrCharge.FindStringSubmatch(path)
		if m == nil || seen[m[1]] {
			continue
		}
		x := m[1]
		seen[x] = true
		switch n := number(x + ".amount"); {
		case m[2] == "lines" && f[x+".free"] != nil:
		case m[2] == "lines" && f[x+".amount"] == nil:
			sum = sum.Add(number(x + ".quantity").Mul(number(x + ".price")).Sub(number(x + ".discount.amount")).Round(2))
		case f[x+".included"] == "true":
		case f[x+".kind"] == "discount" || f[x+".kind"] == "rebate":
			sum = sum.Sub(n)
		default:
			sum = sum.Add(n)
		}
	}
	return sum
}
