package offline

import (
	"strings"

	"yipiao/invoice/pattern"
)

// testPassed finds what is said to pass or to have passed a test: 样品已通过EN71测试,
// 须通过跌落测试. Behind 通过 a test is what is passed, not by what something is tested.
var testPassed = pattern.Lazily(`^(.*?)(已经|已|均已|可以|可|能够|能|必须|须|需要|需|应当|应|要|未能|未)?(?:顺利)?(通过|过)(了)?([^，。;:过]+(?:测试|试验|检测))$`)

// passesTest translates such a clause.
func (k *knowledge) passesTest(text string) (piece, bool) {
	m := testPassed.FindStringSubmatch(text)
	if m == nil || m[3] == "过" && m[2] == "" || strings.HasSuffix(m[1], "经") || strings.HasSuffix(m[1], "超") {
		return piece{}, false
	}
	test, ok := k.testName(m[5])
	if !ok {
		return piece{}, false
	}
	subject := ""
	if m[1] != "" {
		thing, ok := k.thing(m[1])
		if !ok {
			return piece{}, false
		}
		subject = thing + " "
	}
	return piece{text: capitalised(subject + passing(m[2]) + " the " + test)}, true
}

var endsInTest = pattern.Lazily(`(?:测试|试验|检测)$`)

// testName writes what a test is called: the 1.5 m drop test.
func (k *knowledge) testName(zh string) (string, bool) {
	if p := k.phrase(zh); p.final() && strings.HasSuffix(p.text, "test") {
		return p.text, true
	}
	tokens := k.segment(endsInTest.ReplaceAllString(zh, ""), phraseOrder)
	var words []string
	for _, t := range tokens {
		if !composed[t.class] && !nominal(t.class, t.en) || parties[t.zh] != "" {
			return "", false
		}
		words = append(words, strings.TrimSuffix(t.en, " test"))
	}
	return joinWords(append(words, "test")), true
}

// passing says whether a test was, can or must be passed.
func passing(how string) string {
	switch how {
	case "可", "可以", "能", "能够":
		return "can pass"
	case "必须", "须", "需要", "需", "应当", "应", "要":
		return "must pass"
	case "未", "未能":
		return "failed"
	}
	return "passed"
}

// withoutSubstance finds a list of what goods are free of: 不含铅、镉和汞.
var withoutSubstance = pattern.Lazily(`^(?:均)?(?:不含有|不含|不添加|无)(?:任何)?([^，。;:]+)$`)

// notContained are what goods are free of, and no part that is left out of the box.
var notContained = map[string]string{
	"铅": "lead", "镉": "cadmium", "汞": "mercury", "镍": "nickel", "六价铬": "hexavalent chromium", "重金属": "heavy metals", "甲醛": "formaldehyde", "苯": "benzene", "甲苯": "toluene", "石棉": "asbestos",
	"邻苯": "phthalates", "邻苯二甲酸盐": "phthalates", "邻苯二甲酸酯": "phthalates", "塑化剂": "plasticizers", "增塑剂": "plasticizers", "双酚a": "BPA", "bpa": "BPA", "pfoa": "PFOA", "ptfe": "PTFE", "pfas": "PFAS", "pfos": "PFOS", "dehp": "DEHP", "hcfc": "HCFC", "cfc": "CFC", "voc": "VOC", "msg": "MSG", "sls": "SLS", "特氟龙": "Teflon", "蛋白酶": "protease", "pvc": "PVC", "荧光剂": "fluorescent agents", "荧光增白剂": "fluorescent whitening agents", "荧光": "fluorescent agents", "偶氮": "azo dyes", "偶氮染料": "azo dyes", "阻燃剂": "flame retardants", "卤素": "halogens", "氟": "fluorine", "氯": "chlorine", "氟利昂": "freon", "塑料": "plastic", "尼古丁": "nicotine", "咖啡因": "caffeine", "味精": "MSG", "防腐成分": "preservatives", "溶剂": "solvents", "有机溶剂": "organic solvents",
	"酒精": "alcohol", "香精": "fragrance", "香料": "fragrance", "色素": "colorants", "人工色素": "artificial colors", "防腐剂": "preservatives", "添加剂": "additives", "糖": "sugar", "蔗糖": "sucrose", "麸质": "gluten", "乳糖": "lactose", "反式脂肪酸": "trans fats", "转基因": "GMOs", "硅油": "silicone oil", "硅": "silicone", "硅胶": "silicone", "皂基": "soap base", "激素": "hormones", "乳胶": "latex", "矿物油": "mineral oil", "橡胶": "rubber", "对苯二胺": "PPD", "氨": "ammonia", "磷": "phosphorus", "苯甲酸": "benzoic acid",
	"有害物质": "harmful substances", "有毒物质": "toxic substances", "有毒有害物质": "toxic and harmful substances", "有害化学物质": "harmful chemicals", "化学添加剂": "chemical additives",
}

// freeOf translates such a list: free of lead, cadmium and mercury; lead-free.
func (k *knowledge) freeOf(text string) (piece, bool) {
	m := withoutSubstance.FindStringSubmatch(text)
	if m == nil || strings.HasPrefix(text, "无") && !strings.ContainsAny(text, "、和及或") {
		return piece{}, false
	}
	list := strings.NewReplacer("以及", "、", "和", "、", "及", "、", "或", "、").Replace(strings.ToLower(m[1]))
	var names []string
	for item := range strings.SplitSeq(list, "、") {
		name := notContained[strings.TrimSuffix(item, "成分")]
		if name == "" {
			return piece{}, false
		}
		names = append(names, name)
	}
	if len(names) > 1 || strings.Contains(names[0], " ") || strings.HasSuffix(names[0], "s") {
		return piece{text: "Free of " + listed(names)}, true
	}
	return piece{text: capitalised(names[0]) + "-free"}, true
}
