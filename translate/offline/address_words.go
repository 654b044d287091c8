package offline

import (
	"strings"
	"unicode/utf8"
)

// zoneName writes the name of a park or building: places and trades in words.
func (k *knowledge) zoneName(name string) (string, bool) {
	var words []string
	rest := name
	if lengths := k.placeLengths(rest); len(lengths) > 0 && utf8.RuneCountInString(rest[lengths[0]:]) != 1 { // 盘龙城 is one name
		words = append(words, k.placeName(rest[:lengths[0]]))
		rest = rest[lengths[0]:]
	}
	if rest == "" {
		return strings.Join(words, " "), true
	}
	if runes := []rune(rest); k.coveredByTrades(runes) {
		return strings.Join(append(words, k.tradeWords(rest)...), " "), true
	}
	if len(words) == 0 {
		return k.nameInWords(rest)
	}
	last, sure := k.nameInWords(rest)
	if last == "" {
		last, sure = k.pinyin(rest)
		sure = sure && utf8.RuneCountInString(rest) <= longestCertainName
	}
	return strings.Join(append(words, last), " "), sure
}

// buildingWords are the words at the end of a building's or park's name that English
// addresses translate.
var buildingWords = []struct{ zh, en string }{
	{"跨境电商", "Cross-Border E-commerce"}, {"电子商务", "E-commerce"}, {"高新技术", "High-Tech"}, {"智能制造", "Intelligent Manufacturing"}, {"科技创新", "Technology Innovation"}, {"新材料", "New Materials"},
	{"国际", "International"}, {"科技", "Technology"}, {"工业", "Industrial"}, {"商贸", "Trade"}, {"电子", "Electronics"}, {"世界", "World"}, {"商业", "Commercial"}, {"商务", "Business"}, {"贸易", "Trade"}, {"物流", "Logistics"},
	{"创业", "Pioneer"}, {"创新", "Innovation"}, {"创意", "Creative"}, {"汽车", "Automobile"}, {"建材", "Building Materials"}, {"家具", "Furniture"}, {"服装", "Garment"}, {"食品", "Food"}, {"五金", "Hardware"},
	{"中心", "Center"}, {"花园", "Garden"}, {"时代", "Times"}, {"世纪", "Century"}, {"财富", "Fortune"}, {"友谊", "Friendship"}, {"金融", "Financial"}, {"电商", "E-commerce"}, {"购物", "Shopping"}, {"文化", "Culture"}, {"环保", "Environmental Protection"}, {"生态", "Ecological"}, {"高新", "High-Tech"}, {"空港", "Airport"}, {"银行", "Bank"}, {"保险", "Insurance"}, {"证券", "Securities"}, {"电力", "Electric Power"}, {"石化", "Petrochemical"}, {"软件", "Software"}, {"数码", "Digital"}, {"珠宝", "Jewelry"}, {"灯饰", "Lighting"}, {"陶瓷", "Ceramics"}, {"医药", "Pharmaceutical"}, {"智能", "Intelligent"}, {"文创", "Cultural and Creative"}, {"机械", "Machinery"}, {"纺织", "Textile"}, {"玩具", "Toy"}, {"电器", "Electrical Appliance"}, {"皮革", "Leather"}, {"塑料", "Plastics"},
}

// nameInWords writes a name that ends in words English addresses translate: 华润时代 is
// Huarun Times. It is certain only of two characters before a single such word.
func (k *knowledge) nameInWords(name string) (english string, sure bool) {
	var words []string
	for range 3 {
		cut := false
		for _, w := range buildingWords {
			if base, ok := strings.CutSuffix(name, w.zh); ok && len([]rune(base)) >= 2 {
				words, name, cut = append([]string{w.en}, words...), base, true
				break
			}
		}
		if !cut {
			break
		}
	}
	if len(words) == 0 {
		return "", false
	}
	own, sure := k.pinyin(name)
	return own + " " + strings.Join(words, " "), sure && len(words) == 1 && len([]rune(name)) == 2
}
