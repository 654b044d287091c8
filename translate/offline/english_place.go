package offline

import "strings"

func (b *builder) addPlace(e *entry) {
	if !hasHan(e.zh) {
		return
	}
	for _, name := range distinct([]string{strings.ToLower(e.en), unaccented.Replace(strings.ToLower(e.en))}) {
		zh := e.zh
		if known, ok := b.side.places[name]; ok && known != zh {
			zh = samePlace(known, zh)
		}
		b.side.places[name] = zh
	}
}

// unaccented writes names as orders do: Sao Paulo.
var unaccented = strings.NewReplacer("á", "a", "à", "a", "â", "a", "ã", "a", "ä", "a", "å", "a", "ą", "a", "ç", "c", "č", "c", "ć", "c", "é", "e", "è", "e", "ê", "e", "ë", "e", "ė", "e", "ę", "e", "í", "i", "ì", "i", "î", "i", "ï", "i", "ł", "l", "ñ", "n", "ń", "n", "ó", "o", "ò", "o", "ô", "o", "õ", "o", "ö", "o", "ø", "o", "ő", "o", "š", "s", "ś", "s", "ș", "s", "ţ", "t", "ț", "t", "ú", "u", "ù", "u", "ü", "u", "ů", "u", "ý", "y", "ž", "z", "ź", "z", "ż", "z")

// samePlace gives the name of a place that has two forms, 宁波 and 宁波市; "" if
// they are two places.
func samePlace(a, b string) string {
	if len(a) > len(b) {
		a, b = b, a
	}
	if strings.HasPrefix(b, a) && a != "" {
		return a
	}
	return ""
}

// addPlaces adds the table of places by their English, which decides where the
// glossary is of two minds.
func (b *builder) addPlaces() {
	eachRow("tables/english-places.tsv", func(row []string) { b.side.places[row[0]] = row[1] })
}

// placeRanks are the ranks that may stand behind a place's name in English.
var placeRanks = []struct{ en, zh string }{{" province", "省"}, {" city", "市"}, {" district", "区"}, {" county", "县"}, {" port", "港"}}

// placeIn gives the Chinese of a place's English name.
func (side englishSide) placeIn(english string) (string, bool) {
	english = strings.ToLower(strings.TrimSpace(english))
	if zh := side.places[english]; zh != "" {
		return zh, !side.namedTwice(english, zh)
	}
	for _, rank := range placeRanks {
		name, ok := strings.CutSuffix(english, rank.en)
		if rank.zh == "港" && !ok {
			name, ok = strings.CutPrefix(english, "port of ")
			name, _ = strings.CutSuffix(name, " port")
		}
		if zh := side.places[name]; ok && zh != "" {
			return strings.TrimSuffix(zh, rank.zh) + rank.zh, true
		}
	}
	return "", false
}

// namedTwice reports a place whose name without its rank is another's: 银州区 is Yinzhou
// District, and so is the one of 鄞州.
func (side englishSide) namedTwice(english, zh string) bool {
	for _, rank := range placeRanks {
		bare, ranked := strings.CutSuffix(english, rank.en)
		if other := side.places[bare]; ranked && other != "" && !strings.HasPrefix(zh, other) && !strings.HasPrefix(other, strings.TrimSuffix(zh, rank.zh)) {
			return true
		}
	}
	return false
}

// placeAmong gives the Chinese of a part of an address, told by the part behind it
// where places share a name: Longgang District, Shenzhen.
func (side englishSide) placeAmong(parts []string, at int) (string, bool) {
	name := strings.TrimSpace(parts[at])
	for _, behind := range parts[at+1:] {
		if zh := side.places[strings.ToLower(name+", "+strings.TrimSpace(behind))]; zh != "" {
			return zh, true
		}
	}
	return side.placeIn(name)
}

// chinesePlace turns "Long Beach, CA, USA" round: 美国加利福尼亚州长滩. Every part
// must be known, and the last be a country or province that the others lie in.
func (k *knowledge) chinesePlace(text string) (string, bool) {
	if text == "us" {
		return "", false // those who write, not the country
	}
	side := k.englishSide()
	parts := strings.Split(strings.TrimSuffix(text, "."), ",")
	if len(parts) > 4 {
		return "", false
	}
	last := strings.ToLower(strings.TrimSpace(parts[len(parts)-1]))
	inAmerica := last == "usa" || last == "us" || last == "united states" || last == "u.s.a."
	zh := ""
	for i, part := range parts {
		name, ok := side.placeAmong(parts, i)
		if state := americanStates[strings.TrimSpace(part)]; inAmerica && state != "" && i > 0 {
			name, ok = state, true
		}
		if ok && i > 0 && strings.HasPrefix(zh, name) {
			continue // 天津港 is in 天津
		}
		if !ok || strings.Contains(zh, name) {
			return "", false
		}
		zh = name + zh
	}
	return zh, true
}

var americanStates = map[string]string{
	"CA": "加利福尼亚州", "California": "加利福尼亚州", "TX": "得克萨斯州", "Texas": "得克萨斯州", "NY": "纽约州", "FL": "佛罗里达州", "Florida": "佛罗里达州", "IL": "伊利诺伊州", "Illinois": "伊利诺伊州", "WA": "华盛顿州", "NJ": "新泽西州", "New Jersey": "新泽西州", "GA": "佐治亚州", "Georgia": "佐治亚州", "PA": "宾夕法尼亚州", "OH": "俄亥俄州", "Ohio": "俄亥俄州", "MI": "密歇根州", "NC": "北卡罗来纳州", "SC": "南卡罗来纳州", "VA": "弗吉尼亚州", "MA": "马萨诸塞州", "AZ": "亚利桑那州", "Arizona": "亚利桑那州", "NV": "内华达州", "Nevada": "内华达州", "OR": "俄勒冈州", "Oregon": "俄勒冈州", "CO": "科罗拉多州", "Colorado": "科罗拉多州", "TN": "田纳西州", "MD": "马里兰州", "UT": "犹他州", "Utah": "犹他州",
}
