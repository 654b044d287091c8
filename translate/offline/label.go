package offline

// readLabels reads what documents are called and label their fields and columns
// with.
func readLabels() map[string]string {
	labels := map[string]string{}
	eachRow("tables/labels.tsv", func(row []string) { labels[row[0]] = row[1] })
	return labels
}

// label is the English of a text that is a label as a whole: 单号, 长, 致. Within a
// sentence or a title the same characters say other things; the user's own terms
// come before it.
func (k *knowledge) label(text string, kind Kind) (string, bool) {
	if kind == Title || kind == Company || kind == Address {
		return "", false
	}
	text = tight(text)
	for i := k.words[text]; i != 0; i = k.entries[i].next {
		if k.entries[i].class == user {
			return "", false
		}
	}
	english, ok := k.labels()[text]
	return english, ok
}
