package issue

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"yipiao/invoice"
	"yipiao/invoice/text"
	"yipiao/templates"
)

var (
	randomSeed   = flag.Int("random.seed", 1, "seed of the random orders")
	randomOrders = flag.Int("random.orders", 0, "number of random orders; 0: as many as the time allows")
)

// wanted is the number of random orders: in CI most, else so few that they take
// seconds.
func wanted(most int) int {
	switch {
	case *randomOrders > 0:
		return *randomOrders
	case toolsRequired():
		return most
	}
	return most / 50
}

// document is one file to be judged, the order that it was made of, and what it
// was drawn from.
type document struct {
	file, order string
	shown       *invoice.Document
	form        *templates.Form
}

// TestConformance holds every sample in every look, and random orders, against
// what judges and reads PDF files elsewhere.
func TestConformance(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long")
	}
	dir := t.TempDir()
	documents := append(sampleDocuments(t, filepath.Join(dir, "samples")), randomDocuments(t, filepath.Join(dir, "random"), wanted(500))...)
	var judges sync.WaitGroup
	verdicts := map[string]error{}
	var mu sync.Mutex
	for _, flavour := range [...]string{"3a", "ua1"} {
		judges.Go(func() {
			err := validate(dir, flavour)
			mu.Lock()
			verdicts[flavour] = err
			mu.Unlock()
		})
	}
	t.Run("readers", func(t *testing.T) { extractAll(t, documents) })
	t.Run("qpdf", func(t *testing.T) { checkStructure(t, documents) })
	t.Run("places", func(t *testing.T) { clearOfOneAnother(t, documents) })
	t.Run("attached order", func(t *testing.T) { makeAgain(t, documents) })
	judges.Wait()
	for flavour, err := range verdicts {
		t.Run("veraPDF "+flavour, func(t *testing.T) {
			switch {
			case err == errNoValidator && !toolsRequired():
				t.Skip(err)
			case err != nil:
				t.Error(err)
			}
		})
	}
}

// sampleDocuments are the samples in every template on both papers; outside CI a
// few of those.
func sampleDocuments(t *testing.T, dir string) []document {
	t.Helper()
	if err := os.CopyFS(dir, os.DirFS("../../samples")); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.yaml"))
	if err != nil || len(files) == 0 {
		t.Fatal("no samples", err)
	}
	var all []document
	for _, template := range templates.Names {
		for _, paper := range templates.Papers {
			for _, f := range files {
				if plain := template == "classic" && paper == "A4"; !plain && (!toolsRequired() || filepath.Base(f) == "thousand.yaml") {
					continue // of a thousand lines one look is enough
				}
				opt := Options{Out: filepath.Join(dir, template, paper), Template: templateOf(t, template), Paper: paper, Lang: invoice.Both}
				all = append(all, issued(t, f, opt)...)
			}
		}
	}
	return all
}

// randomDocuments are those of random orders.
func randomDocuments(t *testing.T, dir string, n int) []document {
	t.Helper()
	var pictures []string
	files := pictureFiles(t)
	for _, name := range [...]string{"interlaced.png", "progressive.jpg", "cmyk.jpg"} {
		data, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		files[name] = data
	}
	for name, data := range files {
		put(t, filepath.Join(dir, name), data)
		pictures = append(pictures, name)
	}
	slices.Sort(pictures)
	var all []document
	for i := range n {
		c := newChance(*randomSeed, i)
		data, err := c.order(i, pictures).Marshal()
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(dir, fmt.Sprintf("%d.yaml", i))
		put(t, file, data)
		all = append(all, issued(t, file, Options{Out: filepath.Join(dir, "out"), Template: templateOf(t, pick(c, templates.Names[:]...)), Paper: pick(c, templates.Papers[:]...),
			Lang: pick(c, invoice.Both, invoice.Both, invoice.Chinese, invoice.English), Kinds: []invoice.Kind{pick(c, invoice.Kinds[:]...)}})...)
	}
	return all
}

func put(t *testing.T, file string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

func templateOf(t *testing.T, name string) *templates.Template {
	t.Helper()
	template, err := builtIn(name)
	if err != nil {
		t.Fatal(err)
	}
	return template
}

// issued makes the PDF documents of an order file as a user does.
func issued(t *testing.T, file string, opt Options) []document {
	t.Helper()
	opt.Formats, opt.Fonts, opt.Jobs = []Format{PDF}, text.Standard(), 1
	var all []document
	err := Run(context.Background(), []string{file}, opt, func(r Result) {
		if r.Err != nil {
			data, _ := os.ReadFile(file)
			t.Fatalf("%v\n%s", r.Err, data)
		}
		for _, m := range r.Made {
			d := document{file: m.Path, order: file}
			d.shown, d.form = laidOut(t, file, m.Doc, opt)
			all = append(all, d)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// laidOut is what a file was drawn from.
func laidOut(t *testing.T, file string, kind invoice.Kind, opt Options) (*invoice.Document, *templates.Form) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	orders, err := invoice.Decode(file, data)
	if err != nil {
		t.Fatal(err)
	}
	d, err := invoice.New(orders[0], kind, opt.Lang)
	if err != nil {
		t.Fatal(err)
	}
	form, err := templates.Compose(d, opt.Template, opt.Paper, &folder{dir: filepath.Dir(file)})
	if err != nil {
		t.Fatal(err)
	}
	if form.Order, err = attached(d, form); err != nil {
		t.Fatal(err)
	}
	return d, form
}

var errNoValidator = fmt.Errorf("VERAPDF_JAR doesn't name veraPDF's greenfield-apps jar, or java is missing")

// validate counts the files that pass: the exit status overlooks files that
// veraPDF couldn't read.
func validate(dir, flavour string) error {
	jar := os.Getenv("VERAPDF_JAR")
	if _, err := exec.LookPath("java"); err != nil || jar == "" {
		return errNoValidator
	}
	out, _ := exec.Command("java", "-cp", jar, "org.verapdf.apps.GreenfieldCliWrapper", "-f", flavour, "--format", "text", "-v", "-r", dir).CombinedOutput()
	passed := 0
	var others []string
	for line := range strings.Lines(string(out)) {
		if strings.HasPrefix(line, "PASS ") {
			passed++
		} else if len(others) < 40 {
			others = append(others, line)
		}
	}
	files := 0
	err := filepath.WalkDir(dir, func(path string, _ os.DirEntry, err error) error {
		if filepath.Ext(path) == ".pdf" {
			files++
		}
		return err
	})
	if err != nil || files == 0 || passed != files {
		return fmt.Errorf("%d of %d files pass:\n%s", passed, files, strings.Join(others, ""))
	}
	return nil
}

// extractAll has every program read every text of every document.
func extractAll(t *testing.T, documents []document) {
	for _, r := range readers(t) {
		t.Run(r.name, func(t *testing.T) {
			t.Parallel()
			for _, d := range documents {
				pages, err := r.read(d.file)
				if err != nil {
					t.Errorf("%s: %v", d.file, err)
					continue
				}
				if lost := unread(d.form, pages); len(lost) > 0 {
					t.Errorf("%s: %d texts are not read, the first %q", d.file, len(lost), lost[0])
				} else if lost := fewer(d.form, pages); lost != "" {
					t.Errorf("%s: read less often than printed: %q", d.file, lost)
				}
			}
		})
	}
}

// checkStructure has qpdf look for faults in the files' structure.
func checkStructure(t *testing.T, documents []document) {
	need(t, "qpdf")
	for _, d := range documents {
		if out, err := exec.Command("qpdf", "--check", d.file).CombinedOutput(); err != nil || bytes.Contains(out, []byte("WARNING")) {
			t.Errorf("%s: %v:\n%s", d.file, err, out)
		}
	}
}
