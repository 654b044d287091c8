package offline

import (
	"strings"

	"yipiao/invoice/pattern"
)

// determiners stand before a noun and keep their place.
var determiners = map[string]string{
	"每个": "each", "每件": "each", "每只": "each", "每台": "each", "每条": "each", "每张": "each", "每款": "each", "每种": "each", "每批": "each batch of", "每双": "each", "每套": "each", "每支": "each", "每块": "each", "每片": "each", "各": "each",
	"所有": "all", "全部": "all", "任何": "any", "部分": "some", "大部分": "most", "少数": "a few", "多个": "several", "其他": "other", "不同": "different", "其它": "other", "此": "this", "该": "the", "本": "this", "该批": "this batch of", "本批": "this batch of", "此批": "this batch of", "剩余": "remaining", "其余": "remaining", "两个": "two", "两种": "two", "两款": "two",
	"一个": "one", "一张": "one", "一份": "one", "一本": "one", "一片": "one", "一根": "one", "一条": "one", "一支": "one", "一块": "one", "一把": "one", "一枚": "one", "上述": "the above", "以上": "the above", "实际": "actual", "额外": "extra", "特殊": "special", "预计": "estimated", "相关": "relevant", "有关": "relevant", "现有": "existing", "以下": "the following", "下列": "the following", "同等": "equal", "主要": "main", "次要": "minor", "正式": "official", "相应": "corresponding", "对应": "corresponding", "最终": "final", "合理": "reasonable", "具体": "specific", "指定": "designated", "有效": "valid", "完整": "complete", "单个": "single", "单件": "single", "不合格": "failed", "合格": "qualified", "不良": "defective", "破损": "damaged", "变质": "spoiled", "已付": "paid", "未付": "unpaid", "应付": "payable", "逾期": "overdue", "延迟": "delayed", "所有的": "all", "全套": "full set of", "整套": "full set of", "新的": "new", "新": "new", "原": "original", "免费": "free", "一切": "all",
	"每票": "each shipment of", "每笔": "each", "贵司的": "your", "贵公司的": "your", "我司的": "our", "我公司的": "our", "我们的": "our", "这批": "this batch of", "这个": "this", "这款": "this", "同一": "the same", "本次": "this", "此次": "this", "上次": "last", "上批": "last batch of",
	"我司": "our", "我公司": "our", "我方": "our", "我们": "our", "贵司": "your", "贵公司": "your", "贵方": "your", "本公司": "our", "双方": "both parties'",
}

// pluralDeterminer are those that speak of many.
var pluralDeterminer = map[string]bool{"all": true, "some": true, "most": true, "a few": true, "several": true, "other": true, "different": true, "two": true}

// determiner gives the English of a word that determines the noun behind it: each,
// all, our, the buyer's.
func (k *knowledge) determiner(t, next token) string {
	if !isThing(next) {
		return ""
	}
	if v := k.verbs[next.zh]; v.zh != "" && parties[t.zh] != "" && strings.HasSuffix(v.noun, "ing of") {
		return "" // 我司印刷: what we do, not whose it is
	}
	if k.verbs[next.zh].zh != "" && (strings.HasPrefix(t.zh, "每") || t.zh == "各") {
		return "" // 每批抽检5%: what is done to each
	}
	if t.zh == "免费" && (endsInCare.MatchString(next.zh) || k.verbs[next.zh].zh != "") {
		return "" // 两年免费保修, 免费补发: how long, how
	}
	if determiners[t.zh] == "each" && t.zh == "各" && isPlural(next.en) {
		return "all" // 各部件
	}
	if en := determiners[t.zh]; en != "" && !(strings.HasSuffix(en, " batch of") && next.class == "pay") {
		return en
	}
	if k.verbs[next.zh].zh != "" {
		return ""
	}
	if en, ok := parties[t.zh]; ok && (strings.HasPrefix(en, "the ") || strings.HasPrefix(en, "Party ")) {
		return strings.TrimPrefix(en, "the ") + "'s"
	}
	return ""
}

// endsInCare finds what is free for so long.
var endsInCare = pattern.Lazily(`(?:保修|质保|维修|维护|保养|更换|期|天|年)$`)

func isThing(t token) bool {
	switch t.class {
	case noun, part, material, attr, colour, size, user, code, bank:
		return true
	}
	return nominal(t.class, t.en)
}

// nominal reports an entry of the trade's own classes that is a noun, and so may
// stand before another: contract amount, not before shipment.
func nominal(c class, en string) bool {
	switch c {
	case noun, part, material, user, bank:
		return true
	case "pay", "ship", "pack", "inspect", "customs", process, legal:
	default:
		return false
	}
	if en == "" || strings.ToUpper(en) == en && strings.Contains(en, " ") {
		return false
	}
	first, _, _ := strings.Cut(en, " ")
	switch first {
	case "after", "before", "within", "by", "against", "in", "on", "with", "without", "to", "for", "not", "no", "at", "from", "as", "under", "per", "is", "be", "upon", "the", "this", "Co.,", "hereby", "too", "all", "do", "cancel", "pay", "deliver", "provide", "arrange", "place", "issue", "submit", "keep", "make", "pick", "bear", "refuse", "reject", "postpone", "extend", "stop", "start", "packed", "replace", "accept", "confirm":
		return false
	}
	if strings.HasSuffix(first, "ed") && (strings.HasSuffix(en, " out") || strings.HasSuffix(en, " off")) {
		return false // sorted out
	}
	return !isAdjective(en) && !strings.HasSuffix(en, "excluded") && !adjectives[en]
}

var adjectives = map[string]bool{"loose": true, "good": true, "normal": true, "abnormal": true, "direct": true, "magnetic": true, "smooth": true, "rough": true, "sharp": true, "dirty": true, "unpaid": true, "paid": true, "overdue": true, "wet": true, "damp": true, "uneven": true, "oversized": true, "undersized": true, "too": true, "clean": true, "dull": true, "blurry": true, "soft": true, "hard": true, "serious": true, "severe": true, "slight": true, "obvious": true, "minor": true, "major": true, "critical": true, "clear": true, "missing": true, "short": true, "complete": true, "incorrect": true, "wrong": true}

// pluralOf writes a noun for many: box, boxes.
func pluralOf(noun string) string {
	switch {
	case thingsInIng[noun[strings.LastIndexByte(noun, ' ')+1:]]:
	case strings.HasSuffix(noun, " no."):
		return strings.TrimSuffix(noun, ".") + "s."
	case strings.HasSuffix(noun, "s") || strings.HasSuffix(noun, "ing") || uncountable[noun]:
		return noun
	case endsInFe.MatchString(noun):
		return strings.TrimSuffix(strings.TrimSuffix(noun, "e"), "f") + "ves"
	case strings.HasSuffix(noun, "x") || strings.HasSuffix(noun, "ch") || strings.HasSuffix(noun, "sh"):
		return noun + "es"
	case strings.HasSuffix(noun, "y") && len(noun) > 2 && !strings.ContainsAny(noun[len(noun)-2:len(noun)-1], "aeiou"):
		return noun[:len(noun)-1] + "ies"
	}
	return noun + "s"
}

// endsInFe finds the names that end in -ves for many.
var endsInFe = pattern.Lazily(`(?:knife|shelf|scarf|leaf|half|loaf)$`)

// thingsInIng are things, though their names end as those of deeds do.
var thingsInIng = map[string]bool{"drawing": true, "ring": true, "earring": true, "spring": true, "string": true, "fitting": true, "bearing": true, "coupling": true, "casing": true, "wing": true, "swing": true, "sling": true, "painting": true, "opening": true, "bushing": true, "O-ring": true, "keyring": true}

var uncountable = map[string]bool{"force majeure": true, "material": false, "information": true, "equipment": true, "packaging": true, "freight": true, "cargo": true, "insurance": true, "steel": true, "glass": true, "liability": false, "pcs": true, "paper": true, "hardware": true, "hair": true, "cotton": true, "leather": true, "underwear": true, "cookware": true, "glassware": true, "tableware": true, "drinkware": true, "bedding": true, "clothing": true, "furniture": true}
