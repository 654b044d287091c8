package text

// Want is the width that a column of a table wants: Need without breaking a
// word, Whole without parting a figure from its unit, Wish without breaking a
// line.
type Want struct{ Need, Whole, Wish int }

// Shares of a table's width, in percent.
const (
	leastFlexible = 18
	goodFlexible  = 38 // before the others' wishes are filled, if it has so much to say
	fairFlexible  = 31 // if all figures keep their units beside them
	mostOther     = 22 // of one column beside the flexible one, unless it can't be broken
)

// Share gives each column its wish, the flexible one the rest; where the rest
// is too little, the wishes shrink towards the needs, and last the needs. It
// also gives what the others need, and the room that they have.
func Share(wants []Want, flexible, width int) (widths []int, need, room int) {
	whole, wish := 0, 0
	for i := range wants {
		if i == flexible {
			continue
		}
		w := &wants[i]
		w.Wish = max(w.Need, min(w.Wish, width*mostOther/100))
		w.Whole = min(max(w.Whole, w.Need), w.Wish)
		need, whole, wish = need+w.Need, whole+w.Whole, wish+w.Wish
	}
	if whole <= width-width*fairFlexible/100 {
		need = whole
		for i := range wants {
			wants[i].Need = wants[i].Whole
		}
	}
	good := max(width*leastFlexible/100, min(wants[flexible].Wish, width*goodFlexible/100))
	room = max(width-good, min(need, width-width*leastFlexible/100))
	widths = make([]int, len(wants))
	used := 0
	for i, w := range wants {
		switch {
		case i == flexible:
			continue
		case wish <= room:
			widths[i] = w.Wish
		case need <= room:
			widths[i] = w.Need + (w.Wish-w.Need)*(room-need)/max(wish-need, 1)
		default:
			widths[i] = w.Need * room / max(need, 1)
		}
		used += widths[i]
	}
	widths[flexible] = width - used
	return widths, need, room
}
