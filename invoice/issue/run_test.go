package issue

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"yipiao/invoice"
	"yipiao/invoice/strict"
	"yipiao/invoice/text"
)

// small is an order of one line.
func small(number string) string {
	return "yipiao: 1\nnumber: " + number + "\ndate: 2026-01-02\ncurrency: USD\nseller: {name: 卖方}\nbuyer: {name: B}\n" +
		"lines: [{description: 杯, quantity: 1, price: 1}]\n"
}

func write(t *testing.T, name, data string) string {
	t.Helper()
	if err := os.WriteFile(name, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
	return name
}

// run makes PDF files of the orders and gives back what became of them.
func run(t *testing.T, opt Options, files ...string) []Result {
	t.Helper()
	opt.Fonts = text.Standard()
	if opt.Formats == nil {
		opt.Formats = []Format{PDF}
	}
	var results []Result
	if err := Run(context.Background(), files, opt, func(r Result) { results = append(results, r) }); err != nil {
		t.Fatal(err)
	}
	return results
}

func written(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestFileNames(t *testing.T) {
	for number, want := range map[string]string{
		`PI-A/B\C:D*E?F"G<H>I|J`: "PI-A-B-C-D-E-F-G-H-I-J", "..": "--", "A. . ": "A----", "A\nB": "A-B", "PI 1": "PI 1", "发票 7": "发票 7", "-": "-",
		"A.B": "A.B", "../x": "..-x", "PI\u00a07": "PI\u00a07",
	} {
		if got := FileName(number); got != want {
			t.Errorf("%q is the file %q, want %q", number, got, want)
		}
	}
}

func TestOneFileForTwoDocuments(t *testing.T) {
	dir := t.TempDir()
	a := write(t, filepath.Join(dir, "a.yaml"), small("A"))
	b := write(t, filepath.Join(dir, "b.yaml"), small("B")+"documents: {commercial: {number: pi-a}}\n")
	c := write(t, filepath.Join(dir, "c.yaml"), small("C")+"documents: {proforma: {number: X}, commercial: {number: x}}\n")
	results := run(t, Options{Out: filepath.Join(dir, "out")}, a, b, c)
	var first, second strict.Errors
	if !errors.As(results[0].Err, &first) || !errors.As(results[1].Err, &second) {
		t.Fatalf("got %v and %v: both orders are at fault", results[0].Err, results[1].Err)
	}
	if first[0].Path != "number" || first[0].Pos.Line != 2 || second[0].Path != "documents.commercial.number" {
		t.Errorf("faults at %v and %v", first[0], second[0])
	}
	if got := written(t, filepath.Join(dir, "out")); !slices.Equal(got, []string{"X-proforma.pdf", "x-commercial.pdf"}) {
		t.Errorf("written: %v", got)
	}
}

func TestTooLongAName(t *testing.T) {
	dir := t.TempDir()
	long := write(t, filepath.Join(dir, "long.yaml"), small(strings.Repeat("长", 83)))
	fits := write(t, filepath.Join(dir, "fits.yaml"), small(strings.Repeat("长", 82)))
	results := run(t, Options{Out: dir, Kinds: []invoice.Kind{invoice.Proforma}}, long, fits)
	var faults strict.Errors
	if !errors.As(results[0].Err, &faults) || faults[0].Path != "number" {
		t.Errorf("got %v; want a fault at number", results[0].Err)
	}
	if results[1].Err != nil {
		t.Error(results[1].Err)
	}
}

// TestEachOrderOfAFile: a broken order, or a file that breaks off, spoils no
// other order.
func TestEachOrderOfAFile(t *testing.T) {
	dir := t.TempDir()
	file := write(t, filepath.Join(dir, "many.yaml"),
		small("A")+"---\n"+strings.Replace(small("B"), "USD", "usd", 1)+"---\n"+small("C")+"---\n"+small("D")+"notes: \"open\n")
	results := run(t, Options{Out: filepath.Join(dir, "out")}, file)
	var got []string
	for _, r := range results {
		got = append(got, fmt.Sprintf("%s %v", strings.TrimPrefix(r.Order, file), r.Err == nil))
	}
	if want := []string{" true", "#2 false", "#3 true", "#4 false"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestReplacing(t *testing.T) {
	dir := t.TempDir()
	file := write(t, filepath.Join(dir, "a.yaml"), small("A"))
	out := filepath.Join(dir, "out") + string(filepath.Separator)
	if r := run(t, Options{Out: out}, file)[0]; r.Made[0].Path != out+"PI-A.pdf" || r.Replaced != nil {
		t.Errorf("made %v, replaced %v", r.Made, r.Replaced)
	}
	pi, ci := out+"PI-A.pdf", out+"CI-A.pdf"
	write(t, pi, "other")
	old, _ := os.Stat(ci)
	if r := run(t, Options{Out: out, NoClobber: true}, file)[0]; !errors.Is(r.Err, ErrExists) {
		t.Errorf("got %v, want ErrExists", r.Err)
	}
	if data, _ := os.ReadFile(pi); string(data) != "other" {
		t.Error("a file was replaced with NoClobber")
	}
	r := run(t, Options{Out: out}, file)[0]
	if now, _ := os.Stat(ci); !slices.Equal(r.Replaced, []string{pi}) || !now.ModTime().Equal(old.ModTime()) {
		t.Errorf("replaced %v; the other file is left alone: %v", r.Replaced, now.ModTime().Equal(old.ModTime()))
	}
	// A folder in the way: nothing of the order is written.
	os.Remove(pi)
	os.Remove(ci)
	if err := os.Mkdir(ci, 0o755); err != nil {
		t.Fatal(err)
	}
	var broken *MachineError
	if r := run(t, Options{Out: out}, file)[0]; !errors.As(r.Err, &broken) {
		t.Errorf("got %v, want a MachineError", r.Err)
	}
	if got := written(t, out); !slices.Equal(got, []string{"CI-A.pdf"}) {
		t.Errorf("in the folder: %v", got)
	}
}

func TestAllMissingPictures(t *testing.T) {
	dir := t.TempDir()
	order := strings.Replace(small("A"), "{name: 卖方}", "{name: 卖方, logo: l.png, stamp: {file: s.png}, signature: /etc/passwd}", 1)
	order = strings.Replace(order, "price: 1}", "price: 1, image: ../p.jpg}", 1)
	r := run(t, Options{Out: filepath.Join(dir, "out")}, write(t, filepath.Join(dir, "a.yaml"), order))[0]
	var faults strict.Errors
	errors.As(r.Err, &faults)
	var paths []string
	for _, f := range faults {
		paths = append(paths, f.Path)
	}
	if want := []string{"seller.logo", "seller.stamp.file", "seller.signature", "lines[0].image"}; !slices.Equal(paths, want) {
		t.Errorf("faults at %v, want %v (%v)", paths, want, r.Err)
	}
}

// childOut tells the test's own program, started again, to make orders there
// until it is killed.
const childOut = "YIPIAO_TEST_OUT"

// TestKilled: whenever the program is killed, only whole files have names that
// don't begin with a dot.
func TestKilled(t *testing.T) {
	if out := os.Getenv(childOut); out != "" {
		makeForever(t, out)
		return
	}
	dir := t.TempDir()
	whole := map[string]string{}
	for _, r := range run(t, Options{Out: filepath.Join(dir, "whole")}, orders(t, dir)...) {
		for _, m := range r.Made {
			data, err := os.ReadFile(m.Path)
			if err != nil {
				t.Fatal(err)
			}
			whole[filepath.Base(m.Path)] = string(data)
		}
	}
	seen := 0
	for n := range 12 {
		out := filepath.Join(dir, "out", fmt.Sprint(n))
		child := exec.Command(os.Args[0], "-test.run", "^TestKilled$")
		child.Env = append(os.Environ(), childOut+"="+out, "TMPDIR="+dir) // what a killed one leaves goes with dir
		child.Dir = dir
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		waitFor(out)
		time.Sleep(time.Duration(n*3) * time.Millisecond)
		child.Process.Kill()
		child.Wait()
		for _, name := range written(t, out) {
			if strings.HasPrefix(name, ".") {
				continue
			}
			seen++
			if data, _ := os.ReadFile(filepath.Join(out, name)); string(data) != whole[name] {
				t.Fatalf("%s is not whole: %d bytes of %d", name, len(data), len(whole[name]))
			}
		}
	}
	if seen == 0 {
		t.Error("nothing was written before the kills")
	}
}

// orders are files of orders, the same ones each time.
func orders(t *testing.T, dir string) (files []string) {
	for n := range 40 {
		files = append(files, write(t, filepath.Join(dir, fmt.Sprintf("%d.yaml", n)), small(fmt.Sprintf("N%d", n))))
	}
	return files
}

func makeForever(t *testing.T, out string) {
	files := orders(t, t.TempDir())
	for {
		run(t, Options{Out: out}, files...)
		for _, name := range written(t, out) {
			os.Remove(filepath.Join(out, name))
		}
	}
}

// waitFor waits until a folder has a file in it.
func waitFor(dir string) {
	for range 500 {
		if entries, err := os.ReadDir(dir); err == nil && len(entries) > 0 {
			return
		}
		time.Sleep(5 * time.Millisecond)
	}
}

// TestLongBatch: the memory that a batch needs does not grow with its length.
func TestLongBatch(t *testing.T) {
	if testing.Short() {
		t.Skip("hundreds of orders")
	}
	dir := t.TempDir()
	var list []string
	for n := range 500 {
		list = append(list, write(t, filepath.Join(dir, fmt.Sprintf("%d.yaml", n)), small(fmt.Sprintf("N%d", n))))
	}
	peak := func(files []string) (most uint64) {
		n := 0
		opt := Options{Out: filepath.Join(dir, "out"), Formats: []Format{PDF}, Kinds: []invoice.Kind{invoice.Proforma}, Fonts: text.Standard(), Jobs: 1}
		err := Run(context.Background(), files, opt, func(r Result) {
			if r.Err != nil {
				t.Fatal(r.Err)
			}
			if n++; n%50 == 0 {
				runtime.GC()
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				most = max(most, m.HeapAlloc)
			}
		})
		if err != nil {
			t.Fatal(err)
		}
		return most
	}
	short, long := peak(list[:100]), peak(list)
	t.Logf("%d KB held for 100 orders, %d KB for 500", short>>10, long>>10)
	if long > short+4<<20 {
		t.Errorf("%d KB held for 100 orders, %d KB for 500", short>>10, long>>10)
	}
}

// TestManyOrdersInOneFile: the file is read twice, however many orders it has.
func TestManyOrdersInOneFile(t *testing.T) {
	dir := t.TempDir()
	var all strings.Builder
	for n := range 200 {
		all.WriteString("---\n" + small(fmt.Sprintf("M%d", n)))
	}
	file := write(t, filepath.Join(dir, "all.yaml"), all.String())
	opt := Options{Out: filepath.Join(dir, "out"), Kinds: []invoice.Kind{invoice.Proforma}, Jobs: 3}
	for n, r := range run(t, opt, file) {
		if r.Err != nil || len(r.Made) != 1 || r.Made[0].Number != fmt.Sprintf("PI-M%d", n) {
			t.Fatalf("order %d: %v, %v", n, r.Made, r.Err)
		}
	}
	jobs, err := plan(context.Background(), []string{file}, opt)
	if err != nil {
		t.Fatal(err)
	}
	again := shelve(jobs)
	first := again.files[file]
	for i := range jobs {
		again.take(&jobs[i], opt)
	}
	if len(first.orders) != 200 || len(again.files) != 0 {
		t.Errorf("%d orders on the shelf, %d files left", len(first.orders), len(again.files))
	}
}

// TestLeftTemporaryFiles: what a killed run left is removed by a later one,
// what may belong to a run at work is not.
func TestLeftTemporaryFiles(t *testing.T) {
	dir := t.TempDir()
	old := time.Now().Add(-2 * time.Hour)
	for _, name := range []string{".yipiao-123.pdf", ".yipiao-notes.pdf", "old.pdf"} {
		write(t, filepath.Join(dir, name), "x")
		if err := os.Chtimes(filepath.Join(dir, name), old, old); err != nil {
			t.Fatal(err)
		}
	}
	write(t, filepath.Join(dir, ".yipiao-456.xlsx"), "x")
	run(t, Options{Out: dir})
	if got := written(t, dir); !slices.Equal(got, []string{".yipiao-456.xlsx", ".yipiao-notes.pdf", "old.pdf"}) {
		t.Errorf("left: %v", got)
	}
}

// TestWhatIsSaidOfPackingLists: no money, packages as a number, weight as a
// text or null; an invoice says nothing of packages.
func TestWhatIsSaidOfPackingLists(t *testing.T) {
	dir := t.TempDir()
	order := strings.Replace(small("A"), "price: 1}", "price: 1, packing: {packages: 3, gross_kg: 2.50}}", 1)
	weighed := write(t, filepath.Join(dir, "a.yaml"), order)
	unweighed := write(t, filepath.Join(dir, "b.yaml"), strings.Replace(strings.Replace(order, ", gross_kg: 2.50", "", 1), "number: A", "number: B", 1))
	for i, r := range run(t, Options{Out: dir}, weighed, unweighed) {
		for _, m := range r.Made {
			m.SHA256, m.Path, m.Order = "", "", ""
			data, err := json.Marshal(m)
			if err != nil {
				t.Fatal(err)
			}
			want := []string{`"packages":3,"gross_kg":"7.50"}`, `"packages":3,"gross_kg":null}`}[i]
			if got := string(data); m.Doc == invoice.PackingList && !strings.HasSuffix(got, `"currency":null,"total":null,`+want) ||
				m.Doc != invoice.PackingList && !strings.HasSuffix(got, `"currency":"USD","total":"1.00"}`) {
				t.Errorf("%s", got)
			}
		}
	}
}
