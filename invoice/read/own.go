package read

import (
	"slices"
	"sort"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"yipiao/invoice"
	"yipiao/invoice/pattern"
	"yipiao/invoice/read/page"
	"yipiao/templates"
)

// Our own PDFs carry the order that they were made of. It is read exactly, if
// the pages say the same: whoever gets a document trusts what he sees.

// ownName is the name of the attached order.
const ownName = "order.yaml"

// readOwn is the order that a PDF of ours carries; nil where it carries none.
// A warning comes instead where the pages contradict it.
func readOwn(files []page.Attachment, pages []*page.Page) (*Reading, *Warning) {
	i := slices.IndexFunc(files, func(f page.Attachment) bool { return f.Name == ownName })
	if i < 0 {
		return nil, nil
	}
	doubt := func(why string) *Warning {
		return &Warning{Code: Attached, Where: ownName, Message: "the order attached to this PDF was not used: " + why}
	}
	orders, err := invoice.Decode(ownName, files[i].Data)
	if err != nil || len(orders) != 1 {
		return nil, doubt("it can't be read")
	}
	o := orders[0]
	if o.Printed.Kind == "" {
		return nil, doubt("it doesn't say which document was printed of it")
	}
	d, err := invoice.New(o, invoice.Kind(o.Printed.Kind), invoice.Languages(o.Printed.Lang))
	if err != nil {
		return nil, doubt("no document can be made of it")
	}
	if what := contradiction(d, pages); what != "" {
		return nil, doubt("the pages " + what)
	}
	r := &Reading{Order: o, Where: map[string]string{}}
	o.Source().Scalars(func(path, _ string) { r.Where[path] = ownName })
	return r, nil
}

// contradiction is what pages say otherwise than a document; empty where they
// say the same.
func contradiction(d *invoice.Document, pages []*page.Page) string {
	var flows []string
	for _, p := range pages {
		flows = append(flows, folded(p.Flow))
	}
	t, err := templates.Open(d.Order().Printed.Template)
	if err != nil {
		return lacks(essentials(d), flows) // of a user's own template no more is known
	}
	form, err := templates.Compose(d, t, d.Order().Printed.Paper, noPictures{})
	if err != nil {
		return "can't be compared with it"
	}
	texts := formTexts(form)
	if what := lacks(texts, flows); what != "" {
		return what
	}
	return hasMore(texts, pages)
}

type noPictures struct{}

func (noPictures) Picture(string) ([]byte, error) { return nil, nil }

// essentials are what nobody may have changed, whatever a page looks like.
func essentials(d *invoice.Document) []string {
	o := d.Order()
	texts := []string{d.Number, seen(o.Seller.Name, d.Lang), seen(o.Buyer.Name, d.Lang)}
	decimals := int32(d.Currency.Minor)
	if d.Figures != nil {
		texts = append(texts, templates.Grouped(d.Figures.Total.Decimal(), decimals))
		for _, l := range d.Figures.Lines {
			if l.Amount.Given() {
				texts = append(texts, templates.Grouped(l.Amount.Decimal(), decimals))
			}
		}
	}
	for _, b := range o.Seller.Banks {
		texts = append(texts, b.Account, b.IBAN, b.Swift, b.Beneficiary)
	}
	return texts
}

// seen is one of a text's languages that is printed.
func seen(t invoice.Text, l invoice.Languages) string {
	if l == invoice.English && t.En != "" || t.Zh == "" {
		return t.En
	}
	return t.Zh
}

// separated are the places where a text isn't drawn as the form has it: numbers of
// pages stand there, or a line ends instead of a dot.
var separated = pattern.Lazily(`\{pages?\}|` + templates.Between)

func formTexts(f *templates.Form) []string {
	var texts []string
	f.EachText(func(s string) { texts = append(texts, separated.Split(s, -1)...) })
	return texts
}

// lacks tells of a text that isn't on pages.
func lacks(texts, flows []string) string {
	whole := strings.Join(flows, "\f")
	for _, s := range texts {
		if f := folded(s); !strings.Contains(whole, f) && !runsOver(f, flows) {
			return "lack " + quoted(s)
		}
	}
	return ""
}

// runsOver reports whether a text begins on one of pages and goes on on the
// following ones.
func runsOver(text string, flows []string) bool {
	for i := range flows {
		rest := text
		for _, p := range flows[i:] {
			n := longestPrefix(rest, p)
			if n == 0 {
				break
			}
			if rest = rest[n:]; rest == "" {
				return true
			}
		}
	}
	return false
}

// longestPrefix is the length of the longest prefix of text on a page.
func longestPrefix(text, page string) int {
	ends := []int{0}
	for i := range text {
		if i > 0 {
			ends = append(ends, i)
		}
	}
	ends = append(ends, len(text))
	n := sort.Search(len(ends), func(i int) bool { return !strings.Contains(page, text[:ends[i]]) })
	return ends[n-1]
}

// printedFigure is a number as documents print it.
var printedFigure = pattern.Lazily(`\d[\d,]*(\.\d+)?`)

// hasMore tells of a number on pages that no text has.
func hasMore(texts []string, pages []*page.Page) string {
	known := map[string]bool{}
	for _, s := range texts {
		for _, n := range printedFigure.FindAllString(s, -1) {
			known[n] = true
		}
	}
	whole := folded(strings.Join(texts, "\f"))
	for _, p := range pages {
		for _, r := range p.Grid.Rows {
			for _, c := range r.Cells {
				if n := unknownFigure(c.Text, known, whole, len(pages)); n != "" {
					return "say " + quoted(n) + " besides"
				}
			}
		}
	}
	return ""
}

// unknownFigure is a number in a cell that no text has. Long texts are cut at
// a line's end, within a number too, but not within one of money; and pages
// are numbered.
func unknownFigure(cell string, known map[string]bool, whole string, pages int) string {
	for _, n := range printedFigure.FindAllString(cell, -1) {
		if known[n] || !strings.ContainsAny(n, ".,") && (strings.Contains(whole, n) || isPage(n, pages)) {
			continue
		}
		return n
	}
	return ""
}

func isPage(n string, pages int) bool { return n != "0" && len(n) <= 3 && atMost(n, pages) }

// atMost reports whether digits say no more than most.
func atMost(digits string, most int) bool {
	n := 0
	for _, d := range digits {
		n = n*10 + int(d-'0')
	}
	return n <= most
}

// folded is a text without what layout changes.
func folded(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, norm.NFKC.String(s))
}

// quoted is a text in a message, not longer than one reads.
func quoted(s string) string {
	const most = 60
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > most {
		s = string(r[:most]) + "…"
	}
	return "“" + s + "”"
}
