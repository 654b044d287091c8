package issue

import (
	"strings"
	"unicode"

	"yipiao/invoice"
)

// FileName is the name, without its ending, of the file that holds a document:
// its number with what file systems refuse turned into "-".
func FileName(number string) string {
	name := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || unicode.IsControl(r) {
			return '-'
		}
		return r
	}, number)
	trimmed := strings.TrimRight(name, ". ")
	return trimmed + strings.Repeat("-", len(name)-len(trimmed))
}

// fileNames are the names of an order's documents; two documents with one
// number get their kind after it.
func fileNames(o *invoice.Order, kinds []invoice.Kind) map[invoice.Kind]string {
	names, used := map[invoice.Kind]string{}, map[string]int{}
	for _, k := range kinds {
		names[k] = FileName(o.DocumentNumber(k))
		used[fold(names[k])]++
	}
	for _, k := range kinds {
		if used[fold(names[k])] > 1 {
			names[k] += "-" + string(k)
		}
	}
	return names
}

// fold is a name as file systems that ignore case compare it.
func fold(name string) string { return strings.ToLower(strings.ToUpper(name)) }
