package evidence

import (
	"fmt"
	"slices"
	"strings"

	"yipiao/invoice/text"
)

// drawable is a text with the names of characters in the place of those that no
// font can draw: [U+1F525]. The original can't be changed, and nothing of it may
// vanish.
func drawable(s string, fonts text.Set) string {
	missing := fonts.Missing(s)
	if len(missing) == 0 {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if slices.Contains(missing, r) {
			fmt.Fprintf(&b, "[U+%04X]", r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}
