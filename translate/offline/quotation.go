package offline

import (
	"fmt"
	"strings"

	"yipiao/invoice/pattern"
)

// quotation is Latin text between quotation marks; a blank or a digit before the
// first mark would make it an inch sign.
var quotation = pattern.Lazily(`(^|[^\d\s])"([^"\p{Han}]*[A-Za-z][^"\p{Han}]*)"`)

// quotations are the quoted words of a text. Words to be printed as they stand are
// set aside while the text is read, so that no rule takes them apart.
type quotations []string

// quotationInEnglish has a blank before its first mark, an inch sign a digit.
var quotationInEnglish = pattern.Lazily(`(^|\D)"([^"]*[A-Za-z][^"]*)"`)

// quotationsMasked puts a name of its own for each quotation.
func quotationsMasked(text string) (string, quotations) { return maskedIn(text, quotation) }

func maskedIn(text string, form *pattern.Pattern) (string, quotations) {
	var found quotations
	masked := form.ReplaceAllStringFunc(text, func(s string) string {
		m := form.FindStringSubmatch(s)
		found = append(found, `"`+strings.TrimSpace(m[2])+`"`)
		return m[1] + quotationName(len(found)-1)
	})
	return masked, found
}

// quotationName is a word that no text has, of letters only: numbers are checked.
func quotationName(i int) string { return fmt.Sprintf("QZXQ%c", 'A'+i%26) }

// restored puts the quotations back.
func (q quotations) restored(text string) string { return q.restoredBetween(text, `"`, `"`) }

// restoredBetween puts the quotations back between the marks of a language.
func (q quotations) restoredBetween(text, before, behind string) string {
	for i, quoted := range q {
		quoted = before + strings.Trim(quoted, `"`) + behind
		name := quotationName(i)
		if at := strings.Index(strings.ToUpper(text), name); at >= 0 {
			text = text[:at] + quoted + text[at+len(name):]
		}
	}
	return text
}

// openedAtWord finds a quotation mark that hangs on the word before it.
var openedAtWord = pattern.Lazily(`[a-z]"[A-Za-z]`)

// quoteSpaced sets a blank before a quotation that begins behind a word.
func quoteSpaced(text string) string {
	at := 0
	for {
		found := openedAtWord.FindStringIndex(text[at:])
		if found == nil {
			return text
		}
		mark := at + found[0] + 1
		if strings.Count(text[:mark], `"`)%2 == 0 {
			text = text[:mark] + " " + text[mark:]
			mark++
		}
		at = mark + 1
	}
}
