package read

import (
	"fmt"
	"strings"
	"testing"
)

// TestBooksAreBounded: of a paper with more prose than an order takes, a bounded
// part is taken and told, and that it is no more.
func TestBooksAreBounded(t *testing.T) {
	var b strings.Builder
	b.WriteString("ABC TRADING CO. LTD.,,,,\nCOMMERCIAL INVOICE,,,,\nInvoice No.:,A1,,,\nItem,Description,Qty,Unit Price (USD),Amount (USD)\n1,Mug,10,1.50,15.00\nTOTAL,,,,15.00\n")
	for i := range mostNotes + mostLost + 50 {
		for j := range 6 {
			fmt.Fprintf(&b, "w%s ", strings.Map(func(r rune) rune { return r - '0' + 'a' }, fmt.Sprint((i*6+j+1)*7919)))
		}
		b.WriteString(",,,,\n")
	}
	r := readCSV(t, b.String())
	if n := strings.Count(r.Order.Notes.All.En, "\n") + 1; n != mostNotes {
		t.Errorf("%d remarks were taken", n)
	}
	last := r.Warnings[len(r.Warnings)-1]
	for _, w := range r.Warnings {
		if strings.Contains(w.Message, "from here on") {
			last = w
		}
	}
	if !strings.Contains(last.Message, "from here on") || last.Where == "" {
		t.Errorf("nothing says that more was left out: %v", last)
	}
}

// TestTellsMost has texts of which nearly all is told, and some that hide a
// name or a figure which isn't.
func TestTellsMost(t *testing.T) {
	told := &told{words: map[string]bool{}}
	told.add("陈志刚 张国良 江阴市恒力钢丝绳有限公司", "Ningbo Haobo Trading, 12 Harbour Road, Hamburg", "2026-01-12", "HB-118")
	for _, c := range []struct {
		text string
		want bool
	}{
		{"FROM NINGBO TO HAMBURG BY VESSEL", true},
		{"Ningbo, Hamburg (Incoterms 2020)", true},
		{"Hamburg, 12 Jan 2026", true},
		{"陈国良", false}, // its characters stand in other names
		{"张国良", true},
		{"12 Harbour Road, Ningbo Haobo Trading, Room 1206", false},
		{"Haobo Trading Ningbo, Haishu", false},
	} {
		if got := told.tellsMost(c.text); got != c.want {
			t.Errorf("%s: told %v", c.text, got)
		}
	}
}
