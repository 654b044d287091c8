package offline

import "strings"

// divisions are the ranks that may follow a place's name.
var divisions = []struct{ zh, en string }{
	{"特别行政区", "Special Administrative Region"}, {"自治区", "Autonomous Region"}, {"自治州", "Autonomous Prefecture"},
	{"自治县", "Autonomous County"}, {"地区", "Prefecture"}, {"省", "Province"}, {"市", "City"}, {"区", "District"}, {"县", "County"},
	{"镇", "Town"}, {"乡", "Township"}, {"港", "Port"},
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
