package read

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"yipiao/invoice"
)

// TestLineIndex compares what the index finds with what looking at every line does.
func TestLineIndex(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	pick := func(words ...string) string { return words[r.IntN(len(words))] }
	lines := func() []invoice.Line {
		all := make([]invoice.Line, 12)
		for i := range all {
			l := &all[i]
			l.SKU, l.Model = pick("", "-", "A-1", "a 1", "B2"), pick("", "", "B2", "M3")
			l.Description = invoice.Text{Zh: pick("", "杯", "A-1杯"), En: pick("", "Cup", "A-1 cup", "Lid")}
			l.Colour = invoice.PlainText(pick("", "red", "blue"))
			l.Quantity = invoice.Int(int64(r.IntN(2)))
		}
		return all
	}
	found := 0
	for n := range 2000 {
		in, l := lines(), lines()[0]
		got, want := indexLines(in).match(&l), matchAll(in, &l)
		if got != want {
			t.Fatalf("%d: line %d instead of %d is\n%+v\nof\n%s", n, got, want, l, fmt.Sprintf("%+v", in))
		}
		if got >= 0 {
			found++
		}
	}
	if found < 500 {
		t.Error("only", found, "were found")
	}
}

// matchAll looks at every line.
func matchAll(lines []invoice.Line, l *invoice.Line) int {
	for _, same := range []func(a, b *invoice.Line) bool{sameCode, sameWords} {
		at := -1
		for i := range lines {
			equal := lines[i].Quantity.Decimal().Equal(l.Quantity.Decimal())
			if same(&lines[i], l) && (at < 0 || equal && !lines[at].Quantity.Decimal().Equal(l.Quantity.Decimal())) {
				at = i
			}
		}
		if at >= 0 {
			return at
		}
	}
	return -1
}
