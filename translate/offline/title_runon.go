package offline

import "strings"

// runOn takes apart a title without blanks that names the goods twice, each time with
// its attributes before it: 加厚防滑瑜伽垫初学者健身垫家用 is a yoga mat, a fitness mat
// for beginners, and for the household. Only where both names are of one kind of goods
// is the second another name of the first; else the first may say what it is for.
func runOn(c chunk) []chunk {
	first := c.nounBeforeAttribute()
	last := c.lastThing()
	if c.text != "" || len(c.doubts) > 0 || first < 0 || last <= first || !sameKind(c.tokens[first].en, c.tokens[last].en) {
		return []chunk{c}
	}
	parts := []chunk{c.part(0, first+1), c.part(first+1, last+1)}
	if last+1 < len(c.tokens) {
		parts = append(parts, c.part(last+1, len(c.tokens)))
	}
	return parts
}

// nounBeforeAttribute gives the place of the only noun that an attribute follows before
// the last noun, -1 for none or several.
func (c chunk) nounBeforeAttribute() int {
	found := -1
	for i, last := 0, c.lastThing(); i+1 < last; i++ {
		if c.tokens[i].class != noun || c.tokens[i+1].class == noun {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = i
	}
	return found
}

func (c chunk) part(from, to int) chunk {
	part := chunk{tokens: c.tokens[from:to]}
	for _, t := range part.tokens {
		part.zh += t.zh
	}
	return part
}

// kinds are the last words of names that goods of one kind may have.
var kinds = []string{
	" cup mug tumbler bottle flask thermos glass ", " T-shirt shirt top blouse tee sweatshirt hoodie sweater pullover ", " jacket coat parka windbreaker outerwear ",
	" pants trousers jeans leggings shorts slacks ", " dress skirt gown ", " shoes sneakers boots sandals slippers flats loafers clogs ", " bag backpack handbag tote satchel ",
	" lamp light chandelier sconce lantern ", " box case container bin crate basket ", " rack shelf stand holder organizer ", " mat rug carpet pad ", " hat cap beanie ", " scarf shawl wrap ",
	" pot pan wok skillet cookware ", " stool chair seat ", " gloves mittens ", " socks stockings ", " necklace pendant choker ", " towel washcloth ", " quilt duvet blanket comforter throw ",
	" bowl plate dish ", " notebook diary journal ", " earbuds headphones headset earphones ", " cardigan sweater pullover ", " ornament figurine decoration ", " pillow cushion bolster ", " apron smock ", " tent canopy shelter ", " drone airplane aircraft ", " mask respirator ", " umbrella parasol ", " brush comb ", " watch smartwatch ", " flashlight torch headlamp ", " wallet purse ", " belt strap ",
}

// sameKind reports names of which the one may stand for the other.
func sameKind(one, other string) bool {
	one, other = one[strings.LastIndexByte(one, ' ')+1:], other[strings.LastIndexByte(other, ' ')+1:]
	if strings.TrimSuffix(one, "s") == strings.TrimSuffix(other, "s") {
		return true
	}
	for _, kind := range kinds {
		if strings.Contains(kind, " "+one+" ") && strings.Contains(kind, " "+other+" ") {
			return true
		}
	}
	return false
}

// qualitiesApart divides what stands behind the goods after what they are made of:
// 硅胶防水充电 is silicone, waterproof, rechargeable.
func (c chunk) qualitiesApart() []chunk {
	at := c.headAt()
	if at < 0 || at+1 >= len(c.tokens) || c.tokens[at].class != material || c.tokens[at+1].class != attr || len([]rune(c.tokens[at+1].zh)) < 2 {
		return []chunk{c}
	}
	return []chunk{c.part(0, at+1), c.part(at+1, len(c.tokens))}
}
