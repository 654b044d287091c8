package offline

import (
	"strings"
	"unicode/utf8"

	"yipiao/invoice/pattern"
)

// looksLikeAddress asks for two known parts at least, one below the city or a number.
func (k *knowledge) looksLikeAddress(text string) bool {
	n := utf8.RuneCountInString(text)
	if n < 6 || n > 80 || strings.ContainsAny(text, "，。;:%") || addressMarks(text) < 2 {
		return false
	}
	parts, sure := k.addressParts(tight(text))
	local := false
	for _, part := range parts {
		local = local || part.level >= 4
	}
	first := len(parts) > 0 && (parts[0].level <= 3 || parts[0].known)
	return sure && local && first && len(parts) >= 3
}

// addressMarks counts the characters that parts of addresses end in.
func addressMarks(text string) int {
	marks := 0
	for _, r := range text {
		if strings.ContainsRune("省市区县镇乡村路街道号楼室幢栋园厦弄巷社城场里段座层铺仓", r) {
			marks++
		}
	}
	return marks
}

type addressPart struct {
	english string
	level   int
	known   bool // from the table of places
	sure    bool // the reading is certain
	named   bool // has a name in pinyin
}

// isHongKong reports an address where names have spellings of their own.
func isHongKong(text string) bool {
	for _, place := range []string{"香港", "九龙", "新界", "澳门", "台湾", "台北", "台中", "高雄", "新北", "桃园市", "台南"} {
		if strings.HasPrefix(strings.TrimPrefix(text, "中国"), place) {
			return true
		}
	}
	return false
}

// addressSigns are left out of an address before its parts are read.
var addressSigns = strings.NewReplacer("地址:", "", "，", "", ",", "")

var bracketSigns = strings.NewReplacer(" ", "", "(", "", ")", "")

// address turns a Chinese address round: the smallest part first.
func (k *knowledge) address(text string) piece {
	text = addressSigns.Replace(tight(text))
	inside := ""
	if open := strings.IndexByte(text, '('); open > 0 && strings.HasSuffix(text, ")") {
		text, inside = text[:open], text[open+1:len(text)-1]
	}
	parts, sure := k.addressParts(strings.ReplaceAll(text, " ", ""))
	if !sure && strings.ContainsAny(text, "()") { // 106号(自编1号楼)
		parts, sure = k.addressParts(bracketSigns.Replace(text))
	}
	var p piece
	if !sure {
		p.doubt("a part of the address has no known form")
	}
	var written []string
	elsewhere := isHongKong(text)
	for _, part := range parts {
		if elsewhere && part.named && !part.known {
			p.doubt("names in Hong Kong, Macau and Taiwan aren't written in pinyin: " + part.english)
		}
		if !part.sure {
			p.doubt("the reading of " + part.english + " is not certain")
		}
	}
	for i := len(parts) - 1; i >= 0; i-- {
		part := parts[i]
		if part.level == 8 && i > 0 && parts[i-1].level == 7 {
			if strings.HasPrefix(part.english, "Section ") {
				written = append(written, part.english+", "+parts[i-1].english)
			} else {
				written = append(written, part.english+" of "+parts[i-1].english)
			}
			i--
			continue
		}
		if part.level == sideLevel && i > 0 {
			of := parts[i-1].english
			if i--; i > 0 && parts[i].level == 8 && parts[i-1].level == 7 {
				i--
				of += " of " + parts[i].english
			}
			written = append(written, besides(part.english, of))
			continue
		}
		written = append(written, part.english)
	}
	if inner, known := k.addressParts(inside); inside != "" && known && len(inner) == 1 && inner[0].level >= 9 {
		written = append([]string{inner[0].english}, written...)
	} else if inside != "" {
		inner := k.phrase(inside)
		p.doubt("a remark in brackets")
		written = append([]string{"(" + inner.text + ")"}, written...)
	}
	p.text = strings.Join(written, ", ")
	return p
}

// besides writes a side with what it is the side of.
func besides(side, of string) string {
	crossing, isCrossing := strings.CutPrefix(of, "Intersection ")
	if isCrossing {
		of = "the intersection " + crossing
	}
	if side == "Opposite" || side == "Beside" || side == "Inside" {
		return side + " " + of
	}
	return side + " of " + of
}

// addressParts divides an address the cheapest way: few parts, levels going down,
// names of usual length. sure is false if something fits no form.
func (k *knowledge) addressParts(text string) (parts []addressPart, sure bool) {
	runes := []rune(text)
	n := len(runes)
	const levels = 16
	type state struct {
		cost, from, fromLevel int
		part                  addressPart
	}
	best := make([][levels]state, n+1)
	for i := range best {
		for l := range best[i] {
			best[i][l].cost = 1 << 30
		}
	}
	best[0][0].cost = 0
	forms := formsIn(runes)
	for i := 0; i < n; i++ {
		edges := k.addressEdges(runes, i, forms)
		for level := range levels {
			here := best[i][level]
			if here.cost >= 1<<30 {
				continue
			}
			for _, e := range edges {
				cost := here.cost + e.cost
				next := e.part.level
				if next < level && level != sideLevel {
					cost += 25 + 5*(level-next)
				}
				if level == 7 && next == 11 && afterRoad.MatchString(string(runes[i:e.end])) {
					cost += 30 // 大道62号厂房: the house's number
				}
				if next == level && next != 2 && next != 6 && next != 9 {
					cost += 8
				}
				if cost < best[e.end][next].cost {
					best[e.end][next] = state{cost, i, level, e.part}
				}
			}
		}
	}
	level := 0
	for l := range levels {
		if best[n][l].cost < best[n][level].cost {
			level = l
		}
	}
	if best[n][level].cost >= 1<<30 {
		return nil, false
	}
	sure = best[n][level].cost < 1000
	for i := n; i > 0; {
		s := best[i][level]
		parts = append([]addressPart{s.part}, parts...)
		i, level = s.from, s.fromLevel
	}
	return parts, sure
}

// afterRoad is a workshop or store whose number is that of the house, right behind a road.
var afterRoad = pattern.Lazily(`^\d+号(?:厂房|车间|仓库|仓|库)$`)

// roomCode is a room at the end of an address without the word for it: B12, C3-105.
var roomCode = pattern.Lazily(`^(?:[A-Z]\d{1,4}(?:-\d{1,4})?|-\d{2,4})$`)
