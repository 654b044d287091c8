package translate

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v3"
)

func en(path, text string) Addition { return Addition{Path: path, Lang: English, Text: text} }
func zh(path, text string) Addition { return Addition{Path: path, Lang: Chinese, Text: text} }
func hint(path, text string) Addition {
	return Addition{Path: path, Lang: English, Text: text, Comment: true}
}

func TestFillForms(t *testing.T) {
	for name, c := range map[string]struct {
		src  string
		add  []Addition
		want string
	}{
		"plain":                    {"a: 保温杯\nb: 1\n", []Addition{en("a", "Insulated bottle")}, "a: {zh: 保温杯, en: Insulated bottle}\nb: 1\n"},
		"plain, with a comment":    {"a: 保温杯    # 货\n", []Addition{en("a", "Bottle, steel")}, "a: {zh: 保温杯, en: \"Bottle, steel\"}    # 货\n"},
		"no line end":              {"a: 保温杯", []Addition{en("a", "cup")}, "a: {zh: 保温杯, en: cup}"},
		"English original":         {"a: Men's cup\n", []Addition{zh("a", "男士杯")}, "a: {zh: 男士杯, en: Men's cup}\n"},
		"commas in the original":   {"a: 杯, 盖 [大]\n", []Addition{en("a", "cup")}, "a: {zh: \"杯, 盖 [大]\", en: cup}\n"},
		"quotes kept":              {"a: '杯''盖'\nb: \"杯\\\"盖\"\n", []Addition{en("a", "cup"), en("b", "lid")}, "a: {zh: '杯''盖', en: cup}\nb: {zh: \"杯\\\"盖\", en: lid}\n"},
		"after wide columns":       {"{名: 甲乙丙, a: 保温杯, b: 2}\n", []Addition{en("a", "cup")}, "{名: 甲乙丙, a: {zh: 保温杯, en: cup}, b: 2}\n"},
		"BOM and CRLF":             {"\ufeffa: 杯\r\nb: |\r\n  盖\r\n", []Addition{en("a", "cup"), en("b", "lid")}, "\ufeffa: {zh: 杯, en: cup}\r\nb:\r\n  zh: |\r\n    盖\r\n  en: lid\r\n"},
		"list in lines":            {"a:\n  - 大货\n  - 样品\n", []Addition{en("a[1]", "sample")}, "a:\n  - 大货\n  - {zh: 样品, en: sample}\n"},
		"list in brackets":         {"a: [大货, 样品]\n", []Addition{en("a[0]", "bulk")}, "a: [{zh: 大货, en: bulk}, 样品]\n"},
		"flow map":                 {"a: {zh: 杯}\n", []Addition{en("a", "cup")}, "a: {zh: 杯, en: cup}\n"},
		"flow map, comma at end":   {"a: { zh: '杯', }\n", []Addition{en("a", "cup")}, "a: { zh: '杯', en: cup, }\n"},
		"flow map, English there":  {"a: {en: cup}\n", []Addition{zh("a", "杯")}, "a: {zh: 杯, en: cup}\n"},
		"flow map, left out":       {"a: {zh: 杯, en: }\nb: {zh: 盖, en: ~}\nc: {zh: 底, en: null}\n", []Addition{en("a", "cup"), en("b", "lid"), en("c", "base")}, "a: {zh: 杯, en: cup }\nb: {zh: 盖, en: lid}\nc: {zh: 底, en: base}\n"},
		"block map":                {"a:\n  zh: 杯   # 好\nb: 1\n", []Addition{en("a", "cup")}, "a:\n  zh: 杯   # 好\n  en: cup\nb: 1\n"},
		"block map, English there": {"a:\n  en: cup\n", []Addition{zh("a", "杯")}, "a:\n  zh: 杯\n  en: cup\n"},
		"block map, left out":      {"a:\n  en:\n  zh: 杯\n", []Addition{en("a", "cup")}, "a:\n  en: cup\n  zh: 杯\n"},
		"block map of literals":    {"a:\n    zh: |\n      杯\n      盖\n\nb: 1\n", []Addition{en("a", "cup\nlid")}, "a:\n    zh: |\n      杯\n      盖\n    en: |-\n      cup\n      lid\n\nb: 1\n"},
		"literal":                  {"a: |   # 地址\n  第一行\n    缩进\n\n  第二行\nb: 1\n", []Addition{en("a", "first\n\nsecond")}, "a:\n  zh: |   # 地址\n    第一行\n      缩进\n\n    第二行\n  en: |-\n    first\n\n    second\nb: 1\n"},
		"literal in English":       {"a: >-\n  one\n  two\n", []Addition{zh("a", "一二")}, "a:\n  zh: 一二\n  en: >-\n    one\n    two\n"},
		"literal in a list":        {"a:\n- |\n  一\n- 二\n", []Addition{en("a[0]", "one")}, "a:\n- zh: |\n    一\n  en: one\n- 二\n"},
		"literal with its indent":  {"a: |2\n    一\n  二\nb: 1\n", []Addition{en("a", "one")}, "a: {zh: \"  一\\n二\\n\", en: one}\nb: 1\n"},
		"plain over lines":         {"a: 第一行\n  第二行\nb: 1\n", []Addition{en("a", "one")}, "a: {zh: \"第一行 第二行\", en: one}\nb: 1\n"},
		"second order of a file":   {"a: 杯\n---\na: 盖\n", []Addition{{Document: 1, Path: "a", Lang: English, Text: "lid"}}, "a: 杯\n---\na: {zh: 盖, en: lid}\n"},
		"empty documents":          {"---\n---\n# 甲\n---\na: 盖\n", []Addition{en("a", "lid")}, "---\n---\n# 甲\n---\na: {zh: 盖, en: lid}\n"},
		"a suggestion":             {"lines:\n  - sku: 1\n    a: 杯\n", []Addition{hint("lines[0].a", "cup\nlid")}, "lines:\n  - sku: 1\n    # en (machine): cup / lid\n    a: 杯\n"},
		"a suggestion of a dash":   {"lines:\n  - a: 杯\n", []Addition{hint("lines[0].a", "cup")}, "lines:\n  # en (machine): cup\n  - a: 杯\n"},
		"two on a line":            {"s: {name: 王, title: 经理}\n", []Addition{hint("s.name", "Wang"), hint("s.title", "Manager")}, "# name.en (machine): Wang\n# title.en (machine): Manager\ns: {name: 王, title: 经理}\n"},
		"another suggestion":       {"# 注\n# en (machine): mug\na: 杯\n", []Addition{hint("a", "cup")}, "# 注\n# en (machine): cup\na: 杯\n"},
		"suggestion comes true":    {"# en (machine): mug\na: 杯\n", []Addition{en("a", "cup")}, "a: {zh: 杯, en: cup}\n"},
		"anchor and alias":         {"a: &x 杯\nb: *x\nc: *x\n", []Addition{en("c", "cup"), en("a", "cup")}, "a: {zh: &x 杯, en: cup}\nb: *x\nc: {zh: *x, en: cup}\n"},
		"alias in a list":          {"a: &x 杯 # 货\nb: [*x, 盖]\n", []Addition{en("b[0]", "cup")}, "a: &x 杯 # 货\nb: [{zh: *x, en: cup}, 盖]\n"},
		"anchor of both":           {"a: &x {zh: 杯}\nb: *x\n", []Addition{en("b", "cup"), en("a", "cup")}, "a: &x {zh: 杯, en: cup}\nb: *x\n"},
		"within an alias":          {"a: &x\n  n: 杯\nb: *x\nc: {d: &y {n: 盖}}\ne: *y\n", []Addition{en("a.n", "cup"), en("b.n", "cup"), en("e.n", "lid")}, "a: &x\n  n: {zh: 杯, en: cup}\nb: *x\nc: {d: &y {n: {zh: 盖, en: lid}}}\ne: *y\n"},
		"anchor of a literal":      {"a: &x |\n  杯\nb: &y |2\n   盖\n", []Addition{en("a", "cup"), en("b", "lid")}, "a:\n  zh: &x |\n    杯\n  en: cup\nb: {zh: &y \" 盖\\n\", en: lid}\n"},
		"anchor in a language":     {"a: {zh: &x 杯}\nb:\n  zh: *x\n", []Addition{en("a", "cup"), en("b", "cup")}, "a: {zh: &x 杯, en: cup}\nb:\n  zh: *x\n  en: cup\n"},
		"anchor over lines":        {"a: &x 一\n  二\n", []Addition{en("a", "one")}, "a: {zh: &x \"一 二\", en: one}\n"},
		"a tag":                    {"c: !!str 盖\nd: &x !!str '底'\n", []Addition{en("c", "lid"), en("d", "base")}, "c: {zh: !!str 盖, en: lid}\nd: {zh: &x !!str '底', en: base}\n"},
		"a list of one":            {"bank:\n  - a: 行\nf: [{a: 街}]\n", []Addition{en("bank.a", "Bank"), en("f.a", "Street")}, "bank:\n  - a: {zh: 行, en: Bank}\nf: [{a: {zh: 街, en: Street}}]\n"},
		"invisible characters":     {"a: \u200b杯\u00a0\ufe0f盖\t大 # x\n", []Addition{en("a", "cup")}, "a: {zh: \u200b杯\u00a0\ufe0f盖\t大, en: cup} # x\n"},
		"there already":            {"a: {zh: 杯, en: mug}\n", []Addition{en("a", "cup")}, "a: {zh: 杯, en: mug}\n"},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := Fill([]byte(c.src), c.add)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, string(got)); diff != "" {
				t.Fatal(diff)
			}
			again, _ := Fill(got, c.add)
			if diff := cmp.Diff(c.want, string(again)); diff != "" {
				t.Errorf("a second run changes it: %s", diff)
			}
		})
	}
}

func TestFillCorrects(t *testing.T) {
	right := func(path, text string) Addition { a := en(path, text); a.Replace = true; return a }
	src := "a: {zh: 杯, en: mug} # 货\nb:\n  en: 'mug'\n  zh: 杯\nc:\n  zh: 杯\n  en: |\n    mug\n    big\nd: 底\n"
	want := "a: {zh: 杯, en: \"cup, big\"} # 货\nb:\n  en: cup\n  zh: 杯\nc:\n  zh: 杯\n  en: cup\nd: {zh: 底, en: base}\n"
	got, err := Fill([]byte(src), []Addition{right("a", "cup, big"), right("b", "cup"), right("c", "cup"), right("d", "base")})
	if diff := cmp.Diff(want, string(got)); err != nil || diff != "" {
		t.Errorf("%v, %s", err, diff)
	}
	src = "a: {zh: 杯, en: &x mug}\nb: *x\n"
	if got, err := Fill([]byte(src), []Addition{right("a", "cup")}); err == nil || string(got) != src {
		t.Errorf("an anchored text is corrected for all: %s", got)
	}
}

func TestFillLeavesOutWhatItCannotWrite(t *testing.T) {
	src := "d: {k: v}\ne:\nf: [杯, 盖]\ng: 底\n"
	for path, lang := range map[string]Lang{"d": English, "e": English, "f": English, "g": Chinese,
		"missing": English, "f[7]": English, "f.x": English, "a..b": English, "": English} {
		got, err := Fill([]byte(src), []Addition{{Path: path, Lang: lang, Text: "cup"}, en("g", "base")})
		if err == nil || !strings.Contains(string(got), "g: {zh: 底, en: base}") && path != "g" {
			t.Errorf("%q: %v, %s", path, err, got)
		}
	}
	if got, err := Fill([]byte("a: [\n"), []Addition{en("a", "cup")}); err == nil || string(got) != "a: [\n" {
		t.Errorf("broken YAML: %q, %v", got, err)
	}
	if _, err := Fill([]byte("a: 杯\u2028盖\nb: 底\n"), []Addition{en("b", "base")}); err == nil || !strings.Contains(err.Error(), "U+2028") {
		t.Errorf("a line separator: %v", err)
	}
	if _, err := Fill([]byte(src), []Addition{en("g", "one"), en("g", "two")}); err == nil {
		t.Error("one text is written twice")
	}
}

// decoded flattens a YAML file into path → value.
func decoded(t testing.TB, src []byte) map[string]string {
	t.Helper()
	s, err := parseSource(src)
	if err != nil {
		t.Fatalf("%v in\n%s", err, src)
	}
	flat := map[string]string{}
	var walk func(n *yaml.Node, path string)
	walk = func(n *yaml.Node, path string) {
		switch n.Kind {
		case yaml.ScalarNode:
			flat[path] = n.Value
		case yaml.MappingNode:
			for i := 0; i+1 < len(n.Content); i += 2 {
				walk(n.Content[i+1], path+"."+n.Content[i].Value)
			}
		default:
			for i, child := range n.Content {
				walk(child, fmt.Sprintf("%s[%d]", path, i))
			}
		}
	}
	for i, document := range s.documents {
		walk(document, fmt.Sprint(i))
	}
	return flat
}

// The property: every shape of original in every surrounding, with every sort
// of new text. The node has both languages, all else decodes as before, and
// all lines but the node's own stand byte for byte.
func TestFillProperty(t *testing.T) {
	originals := []string{"保温杯", "'杯: \"盖\" #1'", `"杯\n盖 \u4e2d"`, "304不锈钢 500ml", "杯, {盖}", "|\n%[1]s  一行\n%[1]s  二行", "|-\n%[1]s    一\n%[1]s      二\n\n%[1]s    三", ">\n%[1]s  折\n%[1]s  行\n",
		"{zh: 杯}", "{zh: '杯, 盖'}", "\n%[1]s  zh: 杯 # 注", "\n%[1]s  zh: |\n%[1]s    一\n%[1]s    二", "第一\n%[1]s  第二", "\"第一\n%[1]s  第二\"", "杯#1", "杯:1", "http://例.中国/a#b"}
	texts := []string{"cup", "Cup: \"large\" #1, {x}", "Men's", "- one", "one\ntwo", "null", "50% off", "*", "{n}", "a: b", "trailing:", "\\n", "😀 cup", "# x", "two\n\n  three\n"}
	surroundings := []string{"a: %s\n", "before: 甲乙 # 注\na: %s\nafter: [1, 2]\n", "\ufeff# 头\n\na: %s\n\n\n# 尾\n"}
	nested := "lines:\n  - sku: 一\n    a: %s\n    z: 末\n  - sku: 二\n"
	for _, original := range originals {
		for _, text := range texts {
			for i, surrounding := range append(surroundings, nested) {
				indent, path := "", "a"
				if i == len(surroundings) {
					indent, path = "    ", "lines[0].a"
				}
				value := original
				if strings.Contains(original, "%[1]s") {
					value = fmt.Sprintf(original, indent)
				}
				src := fmt.Sprintf(surrounding, value)
				got, err := Fill([]byte(src), []Addition{en(path, text)})
				if err != nil {
					t.Errorf("%q + %q: %v", src, text, err)
					continue
				}
				before, after := decoded(t, []byte(src)), decoded(t, got)
				at := "0[0]." + path
				if after[at+".en"] != strings.TrimSpace(text) {
					t.Errorf("%q: en is %q in\n%s", text, after[at+".en"], got)
				}
				delete(after, at+".en")
				if old, ok := before[at]; ok {
					delete(before, at)
					before[at+".zh"] = old
				}
				if diff := cmp.Diff(before, after); diff != "" {
					t.Errorf("%q: %s", src, diff)
				}
				head, tail, _ := strings.Cut(surrounding, "%s")
				if !strings.HasPrefix(string(got), strings.TrimRight(head, " ")) || !strings.HasSuffix(string(got), strings.TrimLeft(tail, "\n")) {
					t.Errorf("other lines changed:\n%s", got)
				}
				if again, err := Fill(got, []Addition{en(path, text)}); err != nil || !bytes.Equal(again, got) {
					t.Errorf("second run: %v\n%s", err, again)
				}
			}
		}
	}
}

func FuzzFill(f *testing.F) {
	for _, src := range []string{"a: 杯\n", "a: |\n  杯\n", "a: {zh: 杯}\n", "a:\n  zh: 杯\n", "- 杯\n", "a: >+\n  杯\n\n", "a: [杯, {b: 盖}]", "\ufeffa: \"杯\"\r\n", "a: 杯\u2028 盖\nb: 底", "? a\n: 杯"} {
		f.Add([]byte(src), "a", "cup", false)
		f.Add([]byte(src), "a[0]", "lid: #1\nx", true)
	}
	f.Fuzz(func(t *testing.T, src []byte, path, text string, comment bool) {
		if len(src) > 4096 || bytes.Count(src, []byte("*")) > 4 {
			return
		}
		add := []Addition{{Path: path, Lang: English, Text: text, Comment: comment}}
		got, err := Fill(src, add)
		if bytes.Equal(got, src) {
			return
		}
		if err != nil {
			t.Fatalf("changed in spite of %v", err)
		}
		again, err := Fill(got, add)
		if err != nil || !bytes.Equal(again, got) {
			t.Fatalf("a second run of %q: %v\n%q\n%q", src, err, got, again)
		}
		if comment {
			if diff := cmp.Diff(decoded(t, src), decoded(t, got)); diff != "" {
				t.Fatal(diff)
			}
		}
	})
}
