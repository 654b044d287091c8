package pdf

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
)

// samples writes files for other programs to judge.
func samples(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	save := func(name string, b []byte) {
		if err := os.WriteFile(filepath.Join(dir, name), b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	save("demo.pdf", demo(t))
	save("characters.pdf", drawCharacters(t, everyCharacter()))
	for look := range looks {
		save(look+".pdf", drawn(t, invoiceForm(t, look, 45), Options{}))
	}
	return dir
}

// need skips a test where a program is missing, and fails it where
// YIPIAO_REQUIRE_TOOLS is set.
func need(t *testing.T, program string) {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		lacking(t, program+" isn't installed")
	}
}

func lacking(t *testing.T, what string) {
	t.Helper()
	if os.Getenv("YIPIAO_REQUIRE_TOOLS") == "1" {
		t.Fatal(what)
	}
	t.Skip(what)
}

// TestVeraPDF counts the files that pass: its exit status alone overlooks files
// that it couldn't read.
func TestVeraPDF(t *testing.T) {
	jar := os.Getenv("VERAPDF_JAR")
	if jar == "" {
		lacking(t, "VERAPDF_JAR doesn't name veraPDF's greenfield-apps jar")
	}
	need(t, "java")
	dir := samples(t)
	files, _ := filepath.Glob(filepath.Join(dir, "*.pdf"))
	for _, flavour := range []string{"3a", "ua1"} {
		out, _ := exec.Command("java", "-cp", jar, "org.verapdf.apps.GreenfieldCliWrapper", "-f", flavour, "--format", "text", "-v", "-r", dir).CombinedOutput()
		if n := strings.Count("\n"+string(out), "\nPASS "); n != len(files) {
			t.Errorf("%s: %d of %d files pass:\n%s", flavour, n, len(files), out)
		}
	}
}

func TestQPDF(t *testing.T) {
	need(t, "qpdf")
	files, _ := filepath.Glob(filepath.Join(samples(t), "*.pdf"))
	for _, f := range files {
		if out, err := exec.Command("qpdf", "--check", f).CombinedOutput(); err != nil {
			t.Errorf("%v:\n%s", err, out)
		}
	}
}

// TestExtraction has other programs read every character back.
func TestExtraction(t *testing.T) {
	all := everyCharacter()
	file := filepath.Join(t.TempDir(), "characters.pdf")
	if err := os.WriteFile(file, drawCharacters(t, all), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, command := range [][]string{{"pdftotext", "-raw", file, "-"}, {"mutool", "draw", "-F", "txt", file}} {
		t.Run(command[0], func(t *testing.T) {
			need(t, command[0])
			out, err := exec.Command(command[0], command[1:]...).Output()
			if err != nil {
				t.Fatal(err)
			}
			read := map[rune]bool{}
			for _, r := range string(out) {
				read[r] = true
			}
			var lost []rune
			for _, r := range all {
				if !read[r] && !unicode.IsSpace(r) && !rewritten(r) {
					lost = append(lost, r)
				}
			}
			if len(lost) > 0 {
				t.Errorf("%d of %d characters were not extracted: %.40q", len(lost), len(all), string(lost))
			}
		})
	}
}

// rewritten are characters that programs give back in another form, or not at
// all: marks and invisible ones, and ligatures, which mutool spells out.
func rewritten(r rune) bool {
	return unicode.IsMark(r) || unicode.Is(unicode.Cf, r) || r >= 0xFB00 && r <= 0xFB06
}
