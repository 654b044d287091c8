package offline

import "strings"

func isPlural(noun string) bool {
	if noun == "we" || noun == "you" || strings.Contains(noun, " and ") {
		return true
	}
	head, _, _ := strings.Cut(noun, " of ")
	head, _, _ = strings.Cut(head, " for ")
	return strings.HasSuffix(head, "s") && !strings.HasSuffix(head, "ss") && !strings.HasSuffix(head, "us") && !strings.HasSuffix(head, "is")
}

func isOrAre(noun string) string {
	if isPlural(noun) {
		return "are"
	}
	return "is"
}

func hasOrHave(noun string) string {
	if isPlural(noun) {
		return "have"
	}
	return "has"
}

func pluralForm(base string) string {
	if rest, ok := strings.CutPrefix(base, "be "); ok {
		return "are " + rest
	}
	return base
}

func thirdPerson(base string) string {
	verb, rest, _ := strings.Cut(base, " ")
	switch {
	case verb == "be":
		verb = "is"
	case strings.HasSuffix(verb, "s") || strings.HasSuffix(verb, "x") || strings.HasSuffix(verb, "ch") || strings.HasSuffix(verb, "sh") || strings.HasSuffix(verb, "o"):
		verb += "es"
	case strings.HasSuffix(verb, "y") && !strings.ContainsAny(verb[len(verb)-2:len(verb)-1], "aeiou"):
		verb = verb[:len(verb)-1] + "ies"
	default:
		verb += "s"
	}
	return strings.TrimSpace(verb + " " + rest)
}

// listed writes several as one: a, b and c.
func listed(names []string) string {
	last := len(names) - 1
	if last < 1 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

// holds reports a thing that others are put into.
func holds(thing string) bool {
	for _, container := range []string{"carton", "box", "case", "bag", "container", "pallet", "pack", "packing", "packaging", "package", "bottle", "drum", "pouch", "tray", "envelope", "tube", "bucket", "crate"} {
		if strings.HasSuffix(thing, container) || strings.HasSuffix(thing, container+"s") {
			return true
		}
	}
	return false
}
