package offline

import (
	"strings"
	"unicode"

	"yipiao/invoice/pattern"
)

var (
	quotedInChinese = pattern.Lazily(`“[^“”]*”`)

	latinRun      = pattern.Lazily(`[A-Za-z][A-Za-z']*`)
	latinToken    = pattern.Lazily(`[A-Za-z0-9°%][A-Za-z0-9'./+°%&-]*`)
	numberOwning  = pattern.Lazily(`\d(?:的|和|或)`)
	standardNamed = pattern.Lazily(`[A-Z]{2,}[A-Z-]* ?\d[\d.:/-]*|\d+/\d+/\d{4}`) // EN 71的要求
	commaAtHan    = pattern.Lazily(`\p{Han}[,;]|[,;] ?\p{Han}`)
	keptToken     = pattern.Lazily(`\b[A-Z0-9][A-Z0-9./-]*[A-Z0-9]\b`)
	denies        = pattern.Lazily(`(?i)\b(?:not|never|without|neither|nor|none|cannot|except|excluding|excluded|exclude|excludes|prohibited|forbidden)\b|n't\b|\bno |\bnon-?[a-z]|[a-z]-free\b|\bfree of|\b(?:bpa|lead|powder|latex|nickel|duty|tax) free\b|\bunless\b|\brefus`)
)

// heldBack finds what a translation into Chinese may not have if it is final.
func heldBack(source, target string, ownWords func(string) bool) (doubts []string) {
	if !hasHan(target) && hasHan(source) {
		return nil
	}
	doubts = append(doubts, leftInChinese(target, ownWords)...)
	if numberOwning.MatchString(standardNamed.ReplaceAllString(target, "")) {
		doubts = append(doubts, "a number stands before 的, 和 or 或")
	}
	if commaAtHan.MatchString(target) {
		doubts = append(doubts, "a half-width comma divides the Chinese")
	}
	if denies.MatchString(source) && !strings.ContainsAny(target, "不无非未免勿禁没莫除拒均否防") {
		doubts = append(doubts, "the denial of the source is missing")
	}
	doubts = append(doubts, lostQualities(source, target)...)
	return append(doubts, lostAbbreviations(source, target)...)
}

// qualitiesKept are words that change what is delivered, with what may stand for them.
var qualitiesKept = []struct{ english, chinese string }{
	{"disposable", "一次"}, {"rechargeable", "充"}, {"waterproof", "防水"}, {"wireless", "无线|蓝牙|免"}, {"cordless", "无线|无绳|充电|锂电"}, {"adjustable", "调|活"}, {"reusable", "重复|多次|环保|循环|可洗"}, {"insulated", "保温|隔|绝缘|保冷|保鲜|冷藏"}, {"organic", "有机"}, {"recycled", "再生|回收"}, {"solar", "太阳|光伏"}, {"magnetic", "磁"}, {"inflatable", "充气"}, {"stainless", "不锈钢|不锈"}, {"galvanized", "镀锌"}, {"galvanised", "镀锌"}, {"silicone", "硅"}, {"wooden", "木"}, {"bamboo", "竹"}, {"ceramic", "陶|瓷"}, {"leather", "皮|革"}, {"cotton", "棉"}, {"digital", "数|电子|LED"}, {"electric", "电"}, {"portable", "便携|手提|移动|手持|充电宝|随身"}, {"half", "半"}, {"double", "双|两|二"}, {"triple", "三"}, {"single", "单|一|1"}, {"second", "二|第|2|次|秒|副|再"}, {"last", "上|最|末|去|前"}, {"only", "只|仅|方可|限|才|单|唯|须经|专"}, {"partial", "部分|分批"}, {"deposit", "定金|订金|押金|保证金"}, {"balance", "余|平衡|尾款"}, {"weekly", "周"}, {"monthly", "月"}, {"daily", "日|每天|天"}, {"annual", "年"}, {"maximum", "最|不超过|任一边"}, {"minimum", "最|不低于|起订|至少"}, {"least", "至少|不低于|最少"},
}

// wordsApart sets blanks for the signs that words hang together by.
var wordsApart = strings.NewReplacer(",", " ", ".", " ", "-", " ", ";", " ", ":", " ", "/", " ")

// lostQualities finds such words that nothing stands for.
func lostQualities(source, target string) (doubts []string) {
	lower := " " + wordsApart.Replace(strings.ToLower(source)) + " "
	for _, q := range qualitiesKept {
		if strings.Contains(lower, " "+q.english+" ") && !containsAny(target, strings.Split(q.chinese, "|")) {
			doubts = append(doubts, "nothing stands for "+q.english)
		}
	}
	return doubts
}

// leftInChinese finds English words that a Chinese text can't keep: all but codes,
// units, capitals and names that are never translated.
func leftInChinese(target string, ownWords func(string) bool) (doubts []string) {
	target = editionTold.ReplaceAllString(quotedInChinese.ReplaceAllString(target, " "), " ")
	for _, kept := range untouchable.FindAllString(target, -1) {
		target = strings.ReplaceAll(target, kept, " ")
	}
	for _, token := range latinToken.FindAllString(target, -1) {
		token = strings.TrimRight(token, "./-'")
		if isKeptCode(token) || mixedNames[strings.ToLower(token)] != "" || ownWords(token) {
			continue
		}
		for _, w := range latinRun.FindAllString(token, -1) {
			if strings.ContainsFunc(w, unicode.IsLower) && !keptUnits[w] && mixedNames[strings.ToLower(w)] == "" {
				doubts = append(doubts, "English is left in the Chinese: "+w)
			}
		}
	}
	return doubts
}

// abbreviated are abbreviations with what may stand for them in Chinese.
var abbreviated = map[string][]string{
	"T/T": {"电汇", "T/T"}, "TT": {"电汇", "TT", "T/T"}, "L/C": {"信用证", "L/C"}, "LC": {"信用证", "LC"}, "B/L": {"提单", "B/L"}, "BL": {"提单"}, "D/P": {"付款交单", "D/P"}, "D/A": {"承兑交单", "D/A"}, "G.W": {"毛重"}, "N.W": {"净重"}, "GW": {"毛重"}, "NW": {"净重"}, "ETD": {"预计"}, "ETA": {"预计"}, "PO": {"订单", "PO"}, "P.O": {"订单"}, "P/O": {"订单"}, "PI": {"形式发票", "PI"}, "CI": {"商业发票"}, "QTY": {"数量"}, "MOQ": {"起订"}, "PCS": {"件", "个", "只"}, "PC": {"件", "个", "PC"}, "CTN": {"箱"}, "CTNS": {"箱"}, "SET": {"套"}, "SETS": {"套"}, "USA": {"美国"}, "US": {"美国", "美规", "美元", "US"}, "UK": {"英国", "英规", "UK"}, "EU": {"欧盟", "欧规", "欧", "EU"}, "AU": {"澳规", "AU"}, "UAE": {"阿联酋"}, "PRC": {"中国"}, "P.R": {"中国"}, "COD": {"货到付款", "COD"}, "HQ": {"高柜"}, "FCL": {"整柜", "FCL"}, "LCL": {"拼箱", "LCL"}, "40HQ": {"高柜"}, "40HC": {"高柜"}, "45HQ": {"高柜"}, "20GP": {"20尺柜"}, "40GP": {"40尺柜"}, "EUR": {"欧", "EUR"}, "HS": {"HS", "海关"}, "TBD": {"待定"}, "TBC": {"待确认"}, "ASAP": {"尽快"}, "USD": {"美元", "USD"}, "RMB": {"人民币", "RMB"}, "CNY": {"人民币", "CNY"}, "NO": {"号", "不", "无"}, "ISPM": {"ISPM"}, "AA": {"5号", "AA"}, "AAA": {"7号", "AAA"}, "BY": {""}, "IN": {""}, "AND": {""}, "OF": {""}, "COO": {"产地"}, "CO": {"产地", "CO"}, "PPS": {"产前样"}, "PP": {"产前样", "PP"}, "DDP": {"DDP"}, "FOB": {"FOB"}, "CAD": {"付款交单"}, "N/A": {"不适用"}, "OA": {"赊销"}, "O/A": {"赊销"}, "MAX": {"最"}, "MIN": {"最"},
	"VAT": {"增值税", "税", "VAT"}, "CCPIT": {"贸促会", "CCPIT"}, "CIETAC": {"仲裁委员会", "CIETAC"}, "LCs": {"信用证"}, "L/Cs": {"信用证"}, "D/O": {"提货单", "换单"}, "THC": {"码头", "THC"}, "MBL": {"船东提单", "MBL"}, "HBL": {"货代提单", "HBL"}, "FX": {"外汇", "汇率"}, "UV": {"紫外", "UV"}, "BBQ": {"烧烤", "BBQ"}, "TSA": {"海关", "TSA"}, "RC": {"遥控", "RC"}, "OK": {"合格", "OK", "可", "正常"}, "STEM": {"科教", "STEM"}, "TV": {"电视", "TV"}, "3D": {"3D", "立体"}, "HVAC": {"暖通"}, "EVA": {"EVA"}, "QC": {"质检", "品检", "QC", "检验"}, "QA": {"质检", "质量", "QA"}, "AWB": {"运单"}, "POD": {"目的港"}, "POL": {"装运港"}, "PL": {"装箱单", "PL"}, "P/L": {"装箱单"},
}

// lostAbbreviations finds codes, standards and abbreviations in capitals that
// neither stand in the Chinese nor are put into it.
func lostAbbreviations(source, target string) (doubts []string) {
	if !strings.ContainsFunc(source, unicode.IsLower) {
		return nil // all in capitals: they are words
	}
	squeezed := strings.ReplaceAll(strings.ToUpper(target), " ", "")
	for _, token := range keptToken.FindAllString(source, -1) {
		token = strings.TrimRight(token, ".-/")
		if !strings.ContainsFunc(token, unicode.IsLetter) || len(token) < 2 || americanStates[token] != "" {
			continue
		}
		wanted, known := abbreviated[token]
		if known && containsAny(target, wanted) || !known && strings.Contains(squeezed, token) {
			continue
		}
		if countedUnit(token) || floorCode.MatchString(token) && strings.Contains(target, "楼") {
			continue
		}
		doubts = append(doubts, "nothing stands for "+token)
	}
	return doubts
}

var floorCode = pattern.Lazily(`^\d+/?F$`)

func countedUnit(token string) bool {
	m := gluedUnit.FindStringSubmatch(token)
	return m != nil && countWords[strings.ToLower(m[2])] != ""
}
