package offline

import (
	"strings"

	"yipiao/invoice/pattern"
)

// divisions are the ranks that may follow a place's name.
var divisions = []struct{ zh, en string }{
	{"特别行政区", "Special Administrative Region"}, {"自治区", "Autonomous Region"}, {"自治州", "Autonomous Prefecture"},
	{"自治县", "Autonomous County"}, {"地区", "Prefecture"}, {"省", "Province"}, {"市", "City"}, {"区", "District"}, {"县", "County"},
	{"镇", "Town"}, {"乡", "Township"}, {"港", "Port"}, {"国际机场", "International Airport"}, {"机场", "Airport"},
}

// placeName gives the English name of a known place, in a sentence's short form:
// Ningbo for 宁波, 宁波市 and 宁波港; "" for an unknown one.
func (k *knowledge) placeName(zh string) string {
	if e := k.ofClass(zh, user, port, place); e != nil {
		return e.en
	}
	for _, d := range divisions {
		if base, ok := strings.CutSuffix(zh, d.zh); ok && len([]rune(base)) >= 2 {
			if e := k.ofClass(base, user, port, place); e != nil {
				if d.zh == "市" || d.zh == "省" {
					return e.en
				}
				name, within, isWithin := strings.Cut(e.en, ", ")
				if isWithin {
					return name + " " + d.en + ", " + within // 深圳盐田港
				}
				return e.en + " " + d.en
			}
		}
	}
	return ""
}

const longestPlace = 12 // runes

// placeLengths gives the lengths, in bytes, of the place names a text begins with,
// the longest first.
func (k *knowledge) placeLengths(text string) []int {
	var lengths []int
	count := 0
	for i := range text + " " {
		if count > 1 && count <= longestPlace && i <= len(text) && k.placeName(text[:i]) != "" {
			lengths = append([]int{i}, lengths...)
		}
		if count++; count > longestPlace {
			break
		}
	}
	return lengths
}

// placeChain gives the English of a place with the country or province before it,
// the small one first: Guangzhou, China for 中国广州; "" for anything else.
func (k *knowledge) placeChain(zh string) string {
	for _, length := range k.placeLengths(zh) {
		wide := zh[:length]
		if length == len(zh) || !k.regions()[wide] && !strings.HasSuffix(wide, "市") {
			continue
		}
		inner := zh[length:]
		name := k.placeName(inner)
		if name == "" {
			name = k.placeChain(inner)
		}
		if name != "" {
			return name + ", " + k.placeName(wide)
		}
	}
	return ""
}

// namedPlace gives the English of a known place or of a chain of them.
func (k *knowledge) namedPlace(zh string) string {
	if name := k.placeName(zh); name != "" {
		return name
	}
	return k.placeChain(zh)
}

// chainLengths gives the lengths of the places and chains of places a text begins with.
func (k *knowledge) chainLengths(text string) []int {
	lengths := k.placeLengths(text)
	var longer []int
	for _, length := range lengths {
		if !k.regions()[text[:length]] {
			continue
		}
		for _, more := range k.chainLengths(text[length:]) {
			longer = append(longer, length+more)
		}
	}
	return append(longer, lengths...)
}

// readRegions gives the countries and provinces, within which other places lie.
func readRegions() map[string]bool {
	regions := map[string]bool{}
	eachRow("data/places-countries.tsv", func(row []string) { regions[row[0]] = true })
	for _, province := range strings.Fields("河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆") {
		regions[province], regions[province+"省"] = true, true
	}
	return regions
}

// readCountries gives the countries beside China and its regions.
func readCountries() map[string]bool {
	countries := map[string]bool{}
	eachRow("data/places-countries.tsv", func(row []string) {
		if !containsAny(row[0], []string{"中国", "香港", "澳门", "台湾", "中华"}) {
			countries[row[0]] = true
		}
	})
	return countries
}

// aboutHongKong finds that a text speaks of Hong Kong or Macau, whose names mean other
// places elsewhere: 东莞市沙田镇 is Shatian, 金钟路 in Shanghai is Jinzhong Road.
var (
	hongKongNamed = pattern.Lazily(`(?:香港|澳门)(?:[^东西南北中路街]|$)|(?:九龙|新界|港岛|大屿山)`)
	hongKongOnly  = pattern.Lazily(`观塘|葵涌|葵芳|葵兴|荃湾|旺角|尖沙咀|铜锣湾|屯门|元朗|天水围|将军澳|深水埗|新蒲岗|牛头角|赤鱲角|鲗鱼涌|柴湾|氹仔`)
	mainlandRank  = pattern.Lazily(`省|自治区|\p{Han}{2}市`)
)

func isAboutHongKong(text string) bool {
	return strings.Contains(text, "香港特别行政区") || !mainlandRank.MatchString(text) && (hongKongNamed.MatchString(text) || hongKongOnly.MatchString(text)) || strings.HasPrefix(text, "香港")
}
