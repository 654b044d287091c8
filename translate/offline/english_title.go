package offline

import (
	"strings"

	"yipiao/invoice/pattern"
)

// partPattern is a form of a part of a title; {n} are its groups as they are, {t}
// its groups as noun phrases.
type partPattern struct {
	form   *pattern.Pattern
	target string // $1 as it is, @1 as a noun phrase
}

func partPatterns(rows ...[2]string) []partPattern {
	var patterns []partPattern
	for _, row := range rows {
		patterns = append(patterns, partPattern{pattern.Lazily(`(?i)^` + row[0] + `$`), row[1]})
	}
	return patterns
}

const sizeCode = `((?:\d?X*[SML]|XS|\d{1,3}(?:\.5)?)(?:[-/](?:\d?X*[SML]|XS|\d{1,3}(?:\.5)?))*)`

// sizesTold finds the sizes of clothes that a line lists.
var sizesTold = pattern.Lazily(`^(?i:sizes?): ?(\d?X{0,4}[SML](?:(?:, |,? and |/)\d?X{0,4}[SML])+)$`)

// sizesListed translates a list of sizes of clothes: S, M, L and XL.
func sizesListed(text string) (string, bool) {
	m := sizesTold.FindStringSubmatch(text)
	if m == nil {
		return "", false
	}
	return "尺码：" + strings.NewReplacer(", and ", "和", " and ", "和", ", ", "、").Replace(m[1]), true
}

// titleParts are the forms of titles that have an order of their own in Chinese.
var titleParts = partPatterns(
	[2]string{`(?:set|kit) of (\d+)(?: pcs| pieces)?`, "$1件套"},
	[2]string{`(?:set|kit) of (\d+) (.+)`, "@2$1件套"},
	[2]string{`(\d+)[- ]?(?:piece|pcs|pc|pieces) (?:set|kit)`, "$1件套"},
	[2]string{`(?:pack|box|bag|case|lot) of (\d+)(?: pcs| pieces)?`, "$1件装"},
	[2]string{`pack of (\d+) (.+)`, "@2$1件装"},
	[2]string{`(\d+)[- ](?:pack|pk|count|ct)`, "$1件装"},
	[2]string{`(\d+)[- ]pack (.+)`, "@2$1件装"},
	[2]string{`(\d\d+)[- ]in[- ]1`, "$1合1"},
	[2]string{`(\d\d+)[- ]in[- ]1 (.+)`, "$1合1@2"},
	[2]string{`(.+) set of (\d+)`, "@1$2件套"},
	[2]string{`(?:a )?pair of (.+)`, "一对@1"},
	[2]string{`(?:a |1 |one )?pair`, "一双"},
	[2]string{`(\d[\d.]* ?(?:kg|lbs?)) capacity`, "承重$1"},
	[2]string{`(\d+) (?:teeth|tooth)`, "$1齿"},
	[2]string{`(\d+) (?:outlets?|sockets?)`, "$1插位"},
	[2]string{`(\d+) (?:ports?)`, "$1口"},
	[2]string{`(\d+) (?:cavities|cavity)`, "$1格"},
	[2]string{`(\d+) LEDs?`, "$1颗LED"},
	[2]string{`(\d+) bar`, "$1bar"},
	[2]string{`(\d+) degrees?`, "$1度"},
	[2]string{`(\d+) (?:temperature|heat) settings`, "$1档温度"},
	[2]string{`two (?:temperature|heat) settings`, "2档温度"},
	[2]string{`class (\d)`, "$1类"},
	[2]string{`level (\d)`, "$1级"},
	[2]string{`(\d+) degrees? (.+)`, "$1度@2"},
	[2]string{`sizes?:? ` + sizeCode, "$1码"},

	[2]string{sizeCode + ` size`, "$1码"},
	[2]string{`(\d+)[- ](?:pair|pairs)`, "$1双"},
	[2]string{`ages? (\d+)\+`, "$1岁以上"},
	[2]string{`(\d+)(?:-| to )(\d+) (?:years|yrs)`, "$1-$2岁"},
	[2]string{`(?:for )?ages? (\d+)(?:-| to )(\d+)(?: years)?`, "$1-$2岁"},
	[2]string{`(\d+)(?:-| )hours? (?:playtime|battery life|play time|runtime)`, "续航$1小时"},
	[2]string{`(?:up to )(\d+) ?hours? (?:of )?(?:playtime|battery life|play time|runtime)`, "续航最长$1小时"},
	[2]string{`(\d+) (?:pcs|pieces|pc) ?(?:per|/) ?(box|bag|carton|pack|roll|set)`, "每#2$1件"},
	[2]string{`(\d+) ?(?:pcs|pieces)/(box|bag|carton|pack|roll|set|ctn)`, "每#2$1件"},
	[2]string{`100% (.+)`, "100%@1"},
	[2]string{`([A-Z0-9][A-Z0-9.-]*[A-Z0-9]) to ([A-Z0-9][A-Z0-9.-]*[A-Z0-9]) (adapter|cable|converter)(?: (.+))?`, "$1转$2#3 $4"},
	[2]string{`made in china`, "中国制造"},
	[2]string{`model(?: no\.?| number)?:? ([A-Z0-9][A-Z0-9-]*)`, "型号$1"},
	[2]string{`(?:item|art\.?|article) (?:no\.?|number):? ([A-Z0-9][A-Z0-9-]*)`, "货号$1"},
	[2]string{`(?:diameter|dia\.?) (\d[\d.]* ?(?:mm|cm|m))`, "直径$1"},
	[2]string{`(\d[\d.]* ?(?:mm|cm|m)) diameter`, "直径$1"},
	[2]string{`(\d[\d.]* ?(?:mm|cm|m)) (?:thick|thickness)`, "厚$1"},
	[2]string{`(\d[\d.]* ?(?:mm|cm|m)) (?:long|length)`, "长$1"},
	[2]string{`(\d[\d.]* ?(?:mm|cm|m)) (?:wide|width)`, "宽$1"},
	[2]string{`(\d[\d.]* ?(?:mm|cm|m)) (?:high|tall|height)`, "高$1"},
	[2]string{`(\d[\d.]* ?(?:kg|lbs?|tons?)) (?:load|load capacity|max load|maximum load|weight capacity)`, "承重$1"},
	[2]string{`set`, "套装"},
	[2]string{`without (.+)`, "不带@1"},
	[2]string{`with (.+)`, "带@1"},
	[2]string{`(?:compatible with|fits|suitable for|designed for) (.+)`, "适用于@1"},
	[2]string{`for (.+)`, "适用于@1"},
	[2]string{`(?:made of|made from) (.+)`, "@1材质"},
	[2]string{`in (black|white|red|blue|green|gray|grey|silver|pink|brown|yellow|navy blue|beige)`, "@1"},
)

// namedOnce gives the Chinese of words fixed in a form.
var namedOnce = map[string]string{"box": "盒", "bag": "袋", "carton": "箱", "ctn": "箱", "pack": "包", "roll": "卷", "set": "套", "adapter": "转接头", "cable": "转接线", "converter": "转换器"}

var groupMark = pattern.Lazily(`[$@#]\d`)

// chineseTitle translates a title part by part; "with …" goes behind as 带….
func (k *knowledge) chineseTitle(text string) piece {
	var p piece
	var parts []string
	for _, part := range titlePieces(text) {
		inner := k.titlePart(part, true)
		p.doubts = append(p.doubts, inner.doubts...)
		parts = append(parts, inner.text)
	}
	p.text = countedAsGoods(strings.Join(strings.Fields(strings.Join(parts, " ")), " "))
	return p
}

// countedAsGoods counts the pieces of a puzzle by 片, those of blocks by 块, the keys
// of a keyboard by 键, and by 双 only what is worn or eaten with in pairs.
func countedAsGoods(title string) string {
	for _, goods := range []struct{ zh, unit string }{{"拼图", "片"}, {"积木", "块"}} {
		if strings.Contains(title, goods.zh) {
			return piecesCounted.ReplaceAllString(title, "${1}"+goods.unit+"${2}")
		}
	}
	if strings.Contains(title, "睡袋") {
		title = envelopeForm.ReplaceAllString(title, "${1}信封式${2}")
	}
	if ballSized.MatchString(title) && !worn.MatchString(title) {
		title = sizeTold.ReplaceAllString(title, "${1}号")
	}
	if !clothed.MatchString(title) {
		title = largeSize.ReplaceAllString(title, "尺寸$1")
	}
	title = acrylicShare.ReplaceAllString(title, "${1}腈纶")
	if knitted.MatchString(title) {
		title = strings.ReplaceAll(title, "亚克力", "腈纶")
	}
	if keyed.MatchString(title) {
		title = strings.ReplaceAll(title, "把钥匙", "键")
	}
	if !worn.MatchString(title) {
		title = pairsCounted.ReplaceAllString(title, "${1}对${2}")
	}
	return title
}

var (
	piecesCounted = pattern.Lazily(`(\d)件(装?(?:[ ，]|$))`)
	pairsCounted  = pattern.Lazily(`(\d|一)双((?:装|[ ，]|$))`)
	ballSized     = pattern.Lazily(`足球|篮球|排球|橄榄球`)
	sizeTold      = pattern.Lazily(`(\d)码`)
	envelopeForm  = pattern.Lazily(`([ ，])信封([ ，]|$)`)
	largeSize     = pattern.Lazily(`(\d{3}(?:-\d{3})?)码`) // of a ring, not of a child
	clothed       = pattern.Lazily(`[衣裤裙衫袜鞋帽服童婴]|泳|内裤|手套|背心|夹克`)
	acrylicShare  = pattern.Lazily(`(\d%)亚克力`) // of cloth
	knitted       = pattern.Lazily(`帽|围巾|手套|毛衣|毯|毛线|纱线|袜|针织|披肩|开衫|面料|布料|毛绒`)
	keyed         = pattern.Lazily(`键盘|琴|计算器|电脑|遥控器`)
	worn          = pattern.Lazily(`鞋|袜|手套|筷|靴|每双|袖套`)
)

var titleBreaks = pattern.Lazily(`, ?and |, | [-–|] |; `)

// titlePieces divides a title at commas and dashes, and keeps brackets apart.
func titlePieces(text string) []string {
	text = strings.ReplaceAll(text, "(", ", (")
	text = strings.ReplaceAll(text, ")", "), ")
	var pieces []string
	for _, part := range titleBreaks.Split(text, -1) {
		if part = strings.Trim(part, " ,;"); part != "" {
			pieces = append(pieces, part)
		}
	}
	return pieces
}

// longestPart bounds the work for a part of a title, in blanks.
const longestPart = 24

// titlePart translates a part of a title, with what follows "with" or "for";
// so are the parts of clauses, where no attribute follows its noun.
func (k *knowledge) titlePart(part string, inTitle bool) piece {
	if strings.Count(part, " ") > longestPart {
		return piece{part, []string{"a part of so many words has no rule"}}
	}
	if inner, ok := strings.CutPrefix(part, "("); ok {
		p := k.titlePart(strings.TrimSuffix(inner, ")"), inTitle)
		p.text = "（" + p.text + "）"
		return p
	}
	if w := k.englishSide().find(part); w != nil && w.own && !w.unsure {
		return piece{text: w.zh}
	}
	if p, ok := k.patternPart(part); ok {
		return p
	}
	if p := k.nounPhrase(part, inTitle); p.final() {
		return p
	}
	for _, link := range []string{" with ", " without ", " for ", " compatible with ", " made of ", " in "} {
		at := strings.Index(strings.ToLower(part), link)
		if at <= 0 {
			continue
		}
		behind, ok := k.patternPart(part[at+1:])
		if !ok {
			continue
		}
		head := k.titlePart(part[:at], inTitle)
		if who := leadingUsers[strings.ToLower(part[at+len(link):])]; who != "" && link == " for " {
			return piece{who + head.text, head.doubts} // 儿童积木
		}
		return piece{head.text + " " + behind.text, append(head.doubts, behind.doubts...)}
	}
	return k.nounPhrase(part, inTitle)
}

// leadingUsers are those whom goods are for, who stand first in Chinese.
var leadingUsers = map[string]string{"kids": "儿童", "children": "儿童", "men": "男士", "women": "女士", "babies": "婴儿", "boys": "男童", "girls": "女童", "adults": "成人", "toddlers": "幼儿", "students": "学生"}

// patternPart translates a part that has one of the forms of titles. Of "with a
// handle for bags" the last link is read first.
func (k *knowledge) patternPart(part string) (piece, bool) {
	for _, pattern := range titleParts {
		groups := pattern.form.FindStringSubmatch(part)
		if groups == nil {
			continue
		}
		var p piece
		if notOfGoods.MatchString(part) {
			p.doubt("no rule for what \"" + part + "\" says")
		}
		p.text = groupMark.ReplaceAllStringFunc(pattern.target, func(markAt string) string {
			group := groups[markAt[1]-'0']
			switch {
			case markAt[0] == '#':
				return namedOnce[strings.ToLower(group)]
			case markAt[0] == '$' || group == "":
				return group
			}
			inner := k.linkedPhrase(group)
			p.doubts = append(p.doubts, inner.doubts...)
			return inner.text
		})
		p.text = strings.TrimSpace(p.text)
		if w := k.englishSide().find(part); !p.final() && w != nil && w.class == feature && !w.unsure && strings.HasPrefix(w.zh, "带") {
			return piece{text: w.zh}, true // with hood
		}
		return p, true
	}
	return piece{}, false
}

// notOfGoods is what something is for that is no use of goods: a time, a party.
var notOfGoods = pattern.Lazily(`(?i)^for (?:(?:the )?(?:buyer|seller|supplier|factory)|us|each .+|every .+|(?:about |at least )?\d+ (?:minutes?|hours?|days?|weeks?|months?|years?|min|hrs?))$`)

// linkedPhrase translates what stands behind a link, and further links in it.
func (k *knowledge) linkedPhrase(text string) piece {
	if p := k.nounPhrase(text, false); p.final() {
		return p
	}
	for _, link := range []string{" for ", " with ", " without "} {
		if at := strings.Index(strings.ToLower(text), link); at > 0 {
			head := k.nounPhrase(text[:at], false)
			if behind, ok := k.patternPart(text[at+1:]); ok {
				return piece{head.text + " " + behind.text, append(head.doubts, behind.doubts...)}
			}
		}
	}
	return k.nounPhrase(text, false)
}
