package offline

import (
	"slices"
	"strings"

	"yipiao/invoice/pattern"
)

// trial translates a test with what it is made with and what came of it:
// 耐压测试3000V1分钟无击穿, hi-pot test (3000 V, 1 minute): no breakdown.
func (k *knowledge) trial(text string) (piece, bool) {
	name, behind := testAhead(text)
	with, units, rest := k.testedWith(behind)
	if with == "" && units == "" {
		return piece{}, false
	}
	test, ok := k.testName(name)
	if !ok {
		return piece{}, false
	}
	outcome, ok := k.outcome(strings.TrimPrefix(strings.TrimPrefix(rest, "后"), "结果"))
	if !ok {
		return piece{}, false
	}
	if units != "" {
		test += " on " + units
	}
	if with != "" {
		test += " (" + with + ")"
	}
	if outcome != "" {
		test += ": " + outcome
	}
	return piece{text: capitalised(test)}, true
}

// trialEvent reads a test and what it is made with, before what comes after it:
// 寿命测试10000次.
func (k *knowledge) trialEvent(text string) (string, bool) {
	name, behind := testAhead(text)
	with, units, rest := k.testedWith(behind)
	if with == "" || units != "" || rest != "" {
		return "", false
	}
	test, ok := k.testName(name)
	return "the " + test + " (" + with + ")", ok
}

// testAhead divides a text behind the name of a test; without one nothing stands behind.
func testAhead(text string) (name, behind string) {
	end := max(strings.LastIndex(text, "测试"), strings.LastIndex(text, "试验"))
	if end <= 0 {
		return "", ""
	}
	end += len("测试")
	return text[:end], text[end:]
}

// unitsTested are what is counted when it is tested, and no measure of the test.
const unitsTested = "台件个只套双条把支张片块箱辆部"

// deedsOfTests stand in a test before how long they last.
var deedsOfTests = []struct{ zh, en string }{{"保压", "pressure held for "}, {"静压", "static load for "}, {"静载", "static load for "}, {"持续", "for "}, {"保持", "held for "}, {"连续", "continuously for "}, {"浸泡", "soaked for "}, {"静置", "left standing for "}, {"倒置", "upside down for "}, {"运行", "running for "}, {"循环", "cycled "}, {"反复", "repeated "}}

// testedWith reads the measures behind a test's name and how many were tested.
func (k *knowledge) testedWith(text string) (with, units, rest string) {
	var measures []string
	for {
		text = strings.TrimLeft(text, " 、/")
		lead, at := "", 0
		for _, deed := range deedsOfTests {
			if strings.HasPrefix(text, deed.zh) {
				lead, at = deed.en, len(deed.zh)
			}
		}
		lengths := k.quantityLengths(text[at:])
		if len(lengths) == 0 {
			return strings.Join(measures, ", "), units, text
		}
		length := slices.Max(lengths)
		if slash := strings.IndexByte(text[at:at+length], '/'); slash > 0 && isDigit(firstRune(text[at+slash+1:])) {
			length = slash // 1500V/60秒: two measures
		}
		source := text[at : at+length]
		switch quantity := k.quantity(source); {
		case hasHan(quantity):
			return strings.Join(measures, ", "), units, text
		case strings.ContainsRune(unitsTested, lastRune(source)):
			units = quantity
		case strings.HasSuffix(source, "转"):
			measures = append(measures, strings.Fields(quantity)[0]+" revolutions")
		default:
			measures = append(measures, lead+quantity)
		}
		text = text[at+length:]
	}
}

// outcomes are said of a test, or of what is looked at, alone.
var outcomes = map[string]string{
	"": "", "正常": "normal", "均正常": "all normal", "全部正常": "all normal", "都正常": "all normal", "合格": "passed", "通过": "passed", "均合格": "all passed", "全部合格": "all passed", "均通过": "all passed", "全部通过": "all passed",
	"不合格": "failed", "未通过": "failed", "不通过": "failed", "失败": "failed", "良好": "good", "完好": "intact", "无异常": "no abnormality", "未见异常": "no abnormality", "无损坏": "no damage", "功能正常": "function normal", "工作正常": "works normally", "运行正常": "runs normally",
}

// outcome translates what came of a test.
func (k *knowledge) outcome(text string) (string, bool) {
	if en, ok := outcomes[text]; ok {
		return en, true
	}
	if did, ok := notHappened(text); ok {
		return did, true
	}
	if p, ok := k.sentence(text, Inspection); ok && p.final() && len(k.unfaithful(text, p.text)) == 0 {
		return k.lowered(p.text), true
	}
	return "", false
}

// happenings are what becomes of goods by itself.
var happenings = map[string]string{"脱落": "come off", "松脱": "come loose", "松动": "come loose", "变形": "deform", "开裂": "crack", "破裂": "crack", "断裂": "break", "破损": "break", "破碎": "break", "褪色": "fade", "掉色": "fade", "生锈": "rust", "漏水": "leak", "渗水": "leak", "漏气": "leak", "脱线": "come apart", "开胶": "come unglued", "起泡": "blister", "滑落": "slip off", "掉落": "fall off", "翻倒": "tip over", "倾倒": "tip over"}

// notHappened reads 未脱落: did not come off.
func notHappened(text string) (string, bool) {
	for _, not := range []string{"均未出现", "未出现", "均未", "没有", "未", "没"} {
		if deed, ok := strings.CutPrefix(text, not); ok && happenings[deed] != "" {
			return "did not " + happenings[deed], true
		}
	}
	return "", false
}

// unharmed translates what a thing did not do: 纽扣未脱落, button did not come off.
func (k *knowledge) unharmed(text string) (piece, bool) {
	for _, length := range k.subjectLengths(text) {
		if did, ok := notHappened(text[length:]); ok {
			what, ok := k.thing(text[:length])
			return piece{text: capitalised(what + " " + did)}, ok
		}
	}
	return piece{}, false
}

var (
	lastsLong   = pattern.Lazily(`^(.+?)(约?(?:\d+(?:\.\d+)?|[一二两三四五六七八九十]+)个?(?:小时|分钟|天|周|个月|月|年|秒))$`)
	frozenAt    = pattern.Lazily(`^(冷冻|加热|烘烤)(?:至|到|在)?(-?\d+(?:\.\d+)?(?:摄氏度|℃|°c|度))$`)
	repeated    = pattern.Lazily(`^(.+?)(\d[\d,]*)次$`)
	atHeat      = pattern.Lazily(`^(高温|低温|常温|室温)?(?:在)?(-?\d+(?:\.\d+)?(?:摄氏度|℃|°c|度))?(?:的?环境|条件)?(?:下|中)?(存放|储存|放置|保存|静置|烘烤|老化|运行|浸泡|工作)$`)
	lastingWork = map[string]string{"存放": "storage", "储存": "storage", "放置": "storage", "保存": "storage", "静置": "standing", "烘烤": "baking", "老化": "aging", "运行": "operation", "连续运行": "continuous operation", "工作": "operation", "连续工作": "continuous operation", "浸泡": "soaking", "浸水": "immersion in water", "泡水": "immersion in water", "水中浸泡": "soaking in water", "通电": "power-on", "通电老化": "powered-on aging", "充电": "charging", "连续充电": "continuous charging", "充气": "inflation", "倒置": "standing upside down", "使用": "use", "连续使用": "continuous use", "试运行": "trial running", "空转": "idling", "满载运行": "full-load operation", "满负荷运行": "full-load operation", "空载运行": "no-load operation", "盐雾": "salt spray", "暴晒": "exposure to the sun", "保压": "pressure holding", "承重": "load bearing", "加载": "loading", "晾干": "air-drying", "风干": "air-drying", "冷冻": "freezing", "加热": "heating", "水煮": "boiling", "震动": "vibration", "振动": "vibration"}
	heats       = map[string]string{"高温": "high temperature", "低温": "low temperature", "常温": "room temperature", "室温": "room temperature"}
)

// spell translates work that lasts or is done again and again, as an event:
// 连续运行2小时, 2 hours of continuous operation; 充放电循环300次, 300 charge-discharge cycles.
func (k *knowledge) spell(zh string) (string, bool) {
	if m := lastsLong.FindStringSubmatch(zh); m != nil {
		work := lastingWork[m[1]]
		if h := atHeat.FindStringSubmatch(m[1]); h != nil && work == "" {
			work = lastingWork[h[3]] + at(heats[h[1]], k.degrees(h[2]))
		}
		if work == "" {
			return "", false
		}
		return k.quantity(m[2]) + " of " + work, true
	}
	if m := frozenAt.FindStringSubmatch(zh); m != nil {
		return map[string]string{"冷冻": "freezing", "加热": "heating", "烘烤": "baking"}[m[1]] + " at " + k.degrees(m[2]), true
	}
	if m := repeated.FindStringSubmatch(zh); m != nil {
		if m[1] == "开关" || m[1] == "连续开关" {
			return m[2] + " on-off cycles", true
		}
		if what, ok := k.thing(m[1]); ok && strings.HasSuffix(what, "cycle") {
			return m[2] + " " + what + "s", true
		}
	}
	return "", false
}

// lastingWork translates such work that stands alone, and what did not happen in it.
func (k *knowledge) lastingWork(text string) (piece, bool) {
	if did, ok := notHappened(text); ok {
		return piece{text: capitalised(did)}, true
	}
	if span, ok := k.spell(text); ok {
		return piece{text: span}, true
	}
	return piece{}, false
}

// degrees writes 60度 behind heat: 60°C.
func (k *knowledge) degrees(zh string) string {
	if number, ok := strings.CutSuffix(zh, "度"); ok && zh != "" {
		return strings.TrimSuffix(number, "摄氏") + "°C"
	}
	return strings.NewReplacer("℃", "°C", "°c", "°C").Replace(zh)
}

// at says at which heat something is done.
func at(heat, degrees string) string {
	switch {
	case heat != "" && degrees != "":
		return " at " + heat + " (" + degrees + ")"
	case heat+degrees != "":
		return " at " + heat + degrees
	}
	return ""
}
