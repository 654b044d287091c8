package translate

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func entryOf(source, target string, state State) Entry {
	return Entry{From: Chinese, To: English, Source: source, Target: target, State: state, Provider: "google", Model: "nmt", Date: "2026-03-18", Kind: Title}
}

func TestMachineNeverOverwritesPeople(t *testing.T) {
	for _, c := range []struct {
		old, new State
		put      bool
	}{{Machine, Machine, true}, {Machine, Reviewed, true}, {Edited, Machine, false}, {Reviewed, Machine, false}, {Locked, Machine, false},
		{Reviewed, Edited, true}, {Locked, Reviewed, false}, {Locked, Edited, false}, {Locked, Locked, true}} {
		m := NewMemory()
		m.Put(entryOf("杯", "old", c.old))
		put := m.Put(entryOf("杯", "new", c.new))
		e, _ := m.Lookup(Chinese, English, "杯")
		if put != c.put || (e.Target == "new") != c.put {
			t.Errorf("%s over %s: %v, %q", c.new, c.old, put, e.Target)
		}
	}
}

func TestFit(t *testing.T) {
	m := NewMemory()
	for source, target := range map[string]string{
		"{n}%定金，{m}%余款发货前付清": "{n}% deposit, {m}% balance before shipment",
		"每箱24个":              "24 pcs per carton",
		"共1箱":                "1 carton in all",
		"第3批，5件":             "3rd batch, 5 pcs",
		"长20宽20":             "20 long, 20 wide",
		"高5厚6":               "5 high",
	} {
		m.Put(entryOf(source, target, Reviewed))
	}
	m.Put(entryOf("重9公斤", "9 kg", Machine))
	for source, want := range map[string]string{
		"30%定金，70%余款发货前付清": "30% deposit, 70% balance before shipment", "40%定金，60%余款发货前付清": "40% deposit, 60% balance before shipment",
		"每箱1,200个": "1,200 pcs per carton", "共2箱": "", "每箱1个": "", "第4批，5件": "", "第3批，6件": "3rd batch, 6 pcs", "长30宽30": "30 long, 30 wide", "长30宽40": "", "高7厚8": "", "重8公斤": "", "每袋24个": "",
		"20%定金，{m}%余款发货前付清": "20% deposit, {m}% balance before shipment",
	} {
		e, ok := m.Fit(Chinese, English, source)
		if ok != (want != "") || ok && e.Target != want {
			t.Errorf("%s gives %q", source, e.Target)
		}
	}
	if e, ok := m.Fit(Traditional, English, "30%定金，70%餘款發貨前付清"); ok {
		t.Logf("traditional: %s", e.Target)
	}
}

func TestMemoryFile(t *testing.T) {
	m := NewMemory()
	for _, e := range []Entry{entryOf("杯", "cup", Machine), entryOf("第一行\n第二\t行\\", "one\ntwo\t\\n", Locked),
		{From: English, To: Chinese, Source: "# lid", Target: "盖", State: Edited}, entryOf("#1 底座", "base #1", Reviewed)} {
		if !m.Put(e) {
			t.Fatalf("%v is not taken", e)
		}
	}
	path := filepath.Join(t.TempDir(), MemoryName)
	if err := m.Save(path); err != nil {
		t.Fatal(err)
	}
	first, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	again, err := OpenMemory(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(m.Entries(), again.Entries(), cmpopts.IgnoreUnexported(Entry{})); diff != "" {
		t.Error(diff)
	}
	if err := again.Save(path); err != nil {
		t.Fatal(err)
	}
	if second, _ := os.ReadFile(path); !bytes.Equal(first, second) {
		t.Errorf("saved again it differs: %s", cmp.Diff(string(first), string(second)))
	}
	if files, _ := os.ReadDir(filepath.Dir(path)); len(files) != 1 {
		t.Errorf("temporary files are left: %v", files)
	}
	if missing, err := OpenMemory(path + ".none"); err != nil || missing.Len() != 0 {
		t.Errorf("a missing memory: %v", err)
	}
}

func TestCommentsOfPeopleStay(t *testing.T) {
	src := memoryHeader + memoryColumns + "\n# ours: ask Wang\nzh\ten\t杯\tcup\treviewed\n# the end\n"
	m, err := ReadMemory(strings.NewReader("\ufeff"+strings.ReplaceAll(src, "\n", "\r\n")), "m")
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if _, err := m.WriteTo(&b); err != nil || b.String() != src {
		t.Errorf("%v, %s", err, cmp.Diff(src, b.String()))
	}
}

func TestFaultyMemoriesNameTheLine(t *testing.T) {
	good := "zh\ten\t杯\tcup\treviewed\n"
	for line, part := range map[string]string{
		"zh\ten\t盖":                                               "5 to 9",
		"fr\ten\t盖\tlid\treviewed":                                "zh to en",
		"zh\ten\t盖\tlid\tapproved":                                "machine, edited",
		"zh\ten\t盖\t\treviewed":                                   "empty",
		"zh\ten\t盖\\x\tlid\treviewed":                             "backslash",
		"zh\ten\t盖\tlid\treviewed\tg\tm\t18.3.2026":               "YYYY-MM-DD",
		"zh\ten\t盖\tlid\treviewed\tg\tm\t\tpoem":                  "kind",
		"zh\ten\t杯\tmug\treviewed":                                "line 1",
		"zh\ten\t\xff\tmug\treviewed":                             "UTF-8",
		"zh\ten\t盖\t" + strings.Repeat("x", 20_001) + "\tmachine": "20000",
	} {
		_, err := ReadMemory(strings.NewReader(good+line+"\n"+"bad\n"), "m.tsv")
		if err == nil || !strings.Contains(err.Error(), "m.tsv:2: ") || !strings.Contains(err.Error(), part) {
			t.Errorf("%.40q: %v", line, err)
		} else if part != "UTF-8" && !strings.Contains(err.Error(), "m.tsv:3: ") {
			t.Errorf("only the first fault is told: %v", err)
		}
	}
}

func TestSaveIsWholeOrNotAtAll(t *testing.T) {
	folder := t.TempDir()
	m := NewMemory()
	m.Put(entryOf("杯", "cup", Machine))
	if err := m.Save(filepath.Join(folder, "missing", MemoryName)); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("%v", err)
	}
	blocked := filepath.Join(folder, "blocked")
	if err := os.MkdirAll(filepath.Join(blocked, "full"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := m.Save(blocked); err == nil {
		t.Error("a folder is overwritten")
	}
	if files, _ := os.ReadDir(folder); len(files) != 1 {
		t.Errorf("temporary files are left: %v", files)
	}
}

func FuzzReadMemory(f *testing.F) {
	f.Add([]byte(memoryHeader + "zh\ten\t{n}%定金\t{n}% deposit\tlocked\n# x\nen\tzh\ta\\n\t啊\tmachine\tg\tm\t2026-01-01\tnote\n"))
	f.Fuzz(func(t *testing.T, src []byte) {
		m, err := ReadMemory(bytes.NewReader(src), "m")
		if err != nil {
			return
		}
		var one, two bytes.Buffer
		if _, err := m.WriteTo(&one); err != nil {
			t.Fatal(err)
		}
		again, err := ReadMemory(bytes.NewReader(one.Bytes()), "again")
		if err != nil {
			t.Fatalf("%v\n%q", err, one.String())
		}
		if _, err := again.WriteTo(&two); err != nil || !bytes.Equal(one.Bytes(), two.Bytes()) {
			t.Errorf("%q then %q", one.String(), two.String())
		}
		for _, e := range m.Entries() {
			m.Fit(e.From, e.To, e.Source)
		}
	})
}
