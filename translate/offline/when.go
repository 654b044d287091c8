package offline

import (
	"strings"

	"yipiao/invoice/pattern"
)

var (
	inParts   = pattern.Lazily(`^分([两二三四五六七八九十]|[2-9]|\d\d)(期|次|批次|批|柜|个柜)`)
	timeUnits = pattern.Lazily(`^(\d+(?:-\d+)?|[一二两三四五六七八九十]{1,3})个?(工作日|自然日|天|日|周|星期|月|小时|年)`)
	dayWords  = map[string]string{"工作日": "working day", "自然日": "calendar day", "天": "day", "日": "day", "周": "week", "星期": "week", "月": "month", "小时": "hour", "年": "year"}
)

var (
	endsInTime  = pattern.Lazily(`(?:[\d一二两三四五六七八九十]个?(?:工作日|天|日|周|月|小时|年|分钟))$`)
	share       = pattern.Lazily(`^(?:剩余|其余|余下|余款|尾款)?的?[\d.]+%|^(?:余款|尾款|货款)(?:验|检|抽)|^(?:剩余|其余|余下).*(?:验货|检验|验收|抽检)`)
	nextMonth   = pattern.Lazily(`^(?:次月|下月|下个月)(\d{1,2})[日号]`)
	thisMonth   = pattern.Lazily(`^(?:本月|这个月|当月)(\d{1,2})[日号]`)
	halfYear    = pattern.Lazily(`^(?:(\d{4})年)?(上|下)半年`)
	everyMonth  = pattern.Lazily(`^每月(\d{1,2})[日号]`)
	until       = pattern.Lazily(`^(?:尚未|未|在未)([^，;。]{2,12}?)(?:之前|以前|前)`)
	notYetDone  = pattern.Lazily(`^([^，;。未]{2,10}?)(?:尚未|未)([^，;。]{1,6}?)(?:之前|以前|前)`)
	daysOfMonth = pattern.Lazily(`^((?:\d{4}年)?\d{1,2}月)(\d{1,2})-(\d{1,2})[日号]`)
	sinceDay    = pattern.Lazily(`^(?:自|从)?([^，;。]{2,12}?)之日起`)
	fromDayOf   = pattern.Lazily(`^(?:自|从)([^，;。0-9]{2,6}?)日起`)
	periodOf    = pattern.Lazily(`^[^，;。内]{1,5}(?:期|期限|期间|有效期)内`)
	dayBehind   = pattern.Lazily(`^(\d{1,2})[日号]`)
	weekdayThen = pattern.Lazily(`^(下|本|这)个?(?:周|星期)([一二三四五六日天])((?:之|以)?前)?`)
	weekdaySpan = pattern.Lazily(`^(?:每)?(?:周|星期)([一二三四五六日天])(?:至|到|-)(?:周|星期)?([一二三四五六日天])`)
	oneWeekday  = pattern.Lazily(`^(?:周|星期)([一二三四五六日天])前?`)
	everyWeek   = pattern.Lazily(`^每(?:周|星期)[一二三四五六日天](?:[、和及](?:周|星期)?[一二三四五六日天])*`)
	weekdayOf   = map[rune]string{'一': "Monday", '二': "Tuesday", '三': "Wednesday", '四': "Thursday", '五': "Friday", '六': "Saturday", '日': "Sunday", '天': "Sunday"}
	rangeJoints = []string{"至", "到", "-"}
)

// timeSpan reads 5个工作日: 5 working days.
func timeSpan(text string) (string, int) {
	m := timeUnits.FindStringSubmatch(text)
	if m == nil {
		return "", 0
	}
	number, _ := readNumber(m[1])
	unit := dayWords[m[2]]
	if number != "1" {
		unit += "s"
	}
	return number + " " + unit, len(m[0])
}

// timeAt reads when something is done: 5月20日前, 发货前, 收到定金后30天内.
func (k *knowledge) timeAt(text string) (string, int) {
	return k.timeAtAs(text, reading{wholeEvents: true})
}

func (k *knowledge) timeAtAs(text string, way reading) (string, int) {
	skipped := 0
	for _, lead := range []string{"于", "在"} {
		if rest, ok := strings.CutPrefix(text, lead); ok {
			text, skipped = rest, len(lead)
		}
	}
	english, length := k.bareTimeAt(text, way)
	if length == 0 {
		return "", 0
	}
	if rest, ok := strings.CutPrefix(text[length:], "、"); ok && opensTime.MatchString(english) {
		if second, more := k.bareTimeAt(rest, way); more > 0 && opensTime.MatchString(second) {
			return english + " and " + second, skipped + length + len("、") + more // 验货合格后、装柜前
		}
	}
	return english, skipped + length
}

func (k *knowledge) bareTimeAt(text string, way reading) (string, int) {
	if span, length := dateRange(text); length > 0 {
		return span, length
	}
	if days, length := weekdays(text); length > 0 {
		if time, more := clockAt(text[length:]); more > 0 {
			return days + ", " + time, length + more // 每周三中午12点
		}
		return days, length
	}
	for _, fixed := range fixedTimes {
		if strings.HasPrefix(fixed.zh, "周") && strings.HasPrefix(text, fixed.zh) {
			return fixed.en, len(fixed.zh) // 周日及法定节假日, not 周日
		}
	}
	if m := weekdaySpan.FindStringSubmatch(text); m != nil {
		return "from " + weekdayOf[firstRune(m[1])] + " to " + weekdayOf[firstRune(m[2])], len(m[0])
	}
	if m := weekdayThen.FindStringSubmatch(text); m != nil {
		day := map[string]string{"下": "next ", "本": "this ", "这": "this "}[m[1]] + weekdayOf[firstRune(m[2])]
		if m[3] != "" {
			day = "before " + day
		}
		return day, len(m[0])
	}
	if m := oneWeekday.FindStringSubmatch(text); m != nil {
		if time, length := clockAt(text[len(m[0]):]); length > 0 {
			when, end := "on "+weekdayOf[firstRune(m[1])]+", "+time, len(m[0])+length
			if strings.HasPrefix(text[end:], "前") {
				return strings.Replace(when, "on ", "before ", 1), end + len("前")
			}
			return when, end
		}
		if strings.HasSuffix(m[0], "前") {
			return "before " + weekdayOf[firstRune(m[1])], len(m[0])
		}
		return "on " + weekdayOf[firstRune(m[1])], len(m[0])
	}
	if m := everyMonth.FindStringSubmatch(text); m != nil {
		if strings.HasPrefix(text[len(m[0]):], "前") {
			return "before the " + ordinal(m[1]) + " of each month", len(m[0]) + len("前")
		}
		return "on the " + ordinal(m[1]) + " of each month", len(m[0])
	}
	if t, length := ordinalAt([]rune(text)); length > 0 && strings.HasPrefix(text[len(t.zh):], "起") {
		return "from the " + t.en, len(t.zh) + len("起")
	}
	if m := thisMonth.FindStringSubmatch(text); m != nil {
		if strings.HasPrefix(text[len(m[0]):], "前") {
			return "before the " + ordinal(m[1]) + " of this month", len(m[0]) + len("前")
		}
		return "on the " + ordinal(m[1]) + " of this month", len(m[0])
	}
	if m := halfYear.FindStringSubmatch(text); m != nil {
		half := map[string]string{"上": "in the first half of ", "下": "in the second half of "}[m[2]]
		if m[1] == "" {
			return half + "the year", len(m[0])
		}
		return half + m[1], len(m[0])
	}
	if time, length := byTheClock(text); length > 0 {
		return time, length
	}
	if m := nextMonth.FindStringSubmatch(text); m != nil {
		if strings.HasPrefix(text[len(m[0]):], "前") {
			return "before the " + ordinal(m[1]) + " of the following month", len(m[0]) + len("前")
		}
		return "on the " + ordinal(m[1]) + " of the following month", len(m[0])
	}
	for _, lead := range []string{"自", "从"} {
		if rest, ok := strings.CutPrefix(text, lead); ok {
			if start, length := startAt(rest); length > 0 {
				return "from " + start, len(lead) + length
			}
		}
	}
	for _, fixed := range fixedTimes {
		if strings.HasPrefix(text, fixed.zh) {
			return fixed.en, len(fixed.zh)
		}
	}
	if m := until.FindStringSubmatch(text); m != nil {
		if event, ok := k.event(m[1], way); ok {
			return "before " + event, len(m[0])
		}
	}
	if m := notYetDone.FindStringSubmatch(text); m != nil {
		what, ok := k.thing(m[1])
		if v := k.verbs[m[2]]; ok && (v.frame == transitive || strings.HasPrefix(v.base, "be ")) {
			done := v.participle
			if strings.Contains(what, "payment") {
				done = strings.Replace(done, "paid", "made", 1)
			}
			return "until " + withThe(what) + " " + isOrAre(what) + " " + done, len(m[0])
		}
	}
	if date, _, length := readDate(text, ""); length > 0 {
		for _, about := range []string{"左右", "前后"} {
			if strings.HasPrefix(text[length:], about) {
				return "around " + date, length + len(about)
			}
		}
		for _, form := range []struct{ zh, en string }{{"之前", "before "}, {"以前", "before "}, {"前", "before "}, {"之后", "after "}, {"以后", "after "}, {"后", "after "}, {"起", "from "}} {
			if strings.HasPrefix(text[length:], form.zh) {
				return form.en + date, length + len(form.zh)
			}
		}
		return dated(date), length
	}
	for _, lead := range []string{"由于", "因为", "因"} {
		if cause, length := k.causeAt(text, lead); length > 0 {
			return cause, length
		}
	}
	if rest, ok := strings.CutPrefix(text, "提前"); ok {
		if span, length := timeSpan(rest); length > 0 {
			return span + " in advance", len("提前") + length
		}
	}
	if rest, ok := strings.CutPrefix(text, "未经"); ok {
		for _, zh := range []string{"书面同意", "书面许可", "事先同意", "同意", "许可"} {
			if at := strings.Index(rest, zh); at > 0 {
				if who, party, ok := k.participant(rest[:at]); ok && party {
					consent := map[string]string{"书面同意": "written consent", "书面许可": "written permission", "事先同意": "prior consent", "同意": "consent", "许可": "permission"}[zh]
					return "without the " + consent + " of " + who, len("未经") + at + len(zh)
				}
			}
		}
	}
	if m := sinceDay.FindStringSubmatch(text); m != nil {
		if event, ok := k.event(m[1], way); ok {
			start := "from the date of " + strings.TrimPrefix(event, "the ")
			if span, more, within := spanBehind(text[len(m[0]):]); more > 0 {
				if within {
					span = "within " + span
				}
				return span + " " + start, len(m[0]) + more // 收到定金之日起45天内
			}
			if strings.HasPrefix(m[0], "自") {
				return start, len(m[0]) // 自出货之日起质保两年
			}
		}
	}
	if m := fromDayOf.FindStringSubmatch(text); m != nil {
		if event, ok := k.event(m[1], way); ok {
			return "from the date of " + strings.TrimPrefix(event, "the "), len(m[0])
		}
	}
	if m := periodOf.FindString(text); m != "" {
		if period, ok := k.thing(strings.TrimSuffix(m, "内")); ok {
			return withArticle("within the ", period), len(m)
		}
	}
	if span, length := timeSpan(text); length > 0 {
		for _, inside := range []string{"以内", "之内", "内"} {
			if strings.HasPrefix(text[length:], inside) {
				return "within " + span, length + len(inside)
			}
		}
		for _, later := range []string{"之后", "以后", "后"} {
			if strings.HasPrefix(text[length:], later) {
				return "after " + span, length + len(later)
			}
		}
		return "", 0
	}
	for _, length := range k.subjectLengths(text) {
		zh := text[:length]
		for _, form := range []struct{ zh, en string }{{"之前", "before "}, {"以前", "before "}, {"前", "before "}, {"之后", "after "}, {"以后", "after "}, {"后", "after "}, {"时", "upon "}, {"过程中", "during "}, {"途中", "during "}, {"期间", "during "}, {"当天", "on the day of "}, {"当日", "on the day of "}} {
			base, ok := strings.CutSuffix(zh, form.zh)
			if !ok || base == "" || strings.Contains(base, " ") || k.insideWords(zh)[len(base)] {
				continue // the 时 of 12小时
			}
			event, ok := k.event(base, way)
			if !ok {
				continue
			}
			if form.zh == "时" && goingOn.MatchString(base) {
				form.en = "during "
			}
			if form.en == "after " || form.en == "before " {
				if span, more, within := spanBehind(text[length:]); more > 0 {
					if within {
						span = "within " + span
					}
					return span + " " + form.en + event, length + more
				}
			}
			return form.en + event, length
		}
	}
	return "", 0
}

// goingOn finds what goes on for a time: 充电时, during charging.
var goingOn = pattern.Lazily(`(?:充电|放电|使用|运行|工作|运输|运转|转动|加热|烘烤|清洗|洗涤|燃烧|通话|播放|行驶|骑行)$`)

// byTheClock reads a time of day with its part of the day: 下午2点前, before 2 p.m.
func byTheClock(text string) (string, int) {
	m := clock.FindStringSubmatch(text)
	if m[1] == "" || m[2] == "" {
		return "", 0
	}
	time, length := clockAt(text)
	for _, form := range []struct{ zh, en string }{{"之前", "before "}, {"以前", "before "}, {"前", "before "}, {"之后", "after "}, {"以后", "after "}, {"后", "after "}} {
		if length > 0 && strings.HasPrefix(text[length:], form.zh) {
			return form.en + time, length + len(form.zh)
		}
	}
	if length == 0 {
		return "", 0
	}
	return "at " + time, length
}

// startAt reads from when something holds: 下月起, 7月1日起.
func startAt(text string) (string, int) {
	for _, form := range []struct{ zh, en string }{{"下月", "next month"}, {"下个月", "next month"}, {"本月", "this month"}, {"下周", "next week"}, {"明年", "next year"}, {"今日", "today"}, {"即日", "today"}} {
		for _, since := range []string{"份起", "起", "开始"} {
			if strings.HasPrefix(text, form.zh+since) {
				return form.en, len(form.zh + since)
			}
		}
	}
	if date, _, length := readDate(text, ""); length > 0 {
		for _, since := range []string{"起", "开始"} {
			if strings.HasPrefix(text[length:], since) {
				return date, length + len(since)
			}
		}
	}
	return "", 0
}

// ordinal writes 25th.
func ordinal(number string) string {
	last := number[len(number)-1]
	teens := len(number) > 1 && number[len(number)-2] == '1'
	switch {
	case last == '1' && !teens:
		return number + "st"
	case last == '2' && !teens:
		return number + "nd"
	case last == '3' && !teens:
		return number + "rd"
	}
	return number + "th"
}

// dateRange reads 7月15日至20日: from July 15 to 20.
func dateRange(text string) (string, int) {
	if m := daysOfMonth.FindStringSubmatch(text); m != nil {
		if month, year, length := readDate(m[1]+m[2]+"日", ""); length > 0 {
			return fromTo(month, year, m[3]), len(m[0])
		}
	}
	first, year, length := readDate(text, "")
	if length == 0 {
		return "", 0
	}
	for _, joint := range rangeJoints {
		rest, ok := strings.CutPrefix(text[length:], joint)
		if !ok {
			continue
		}
		at := length + len(joint)
		if second, _, more := readDate(rest, year); more > 0 {
			return "from " + first + " to " + second, at + more
		}
		if m := dayBehind.FindStringSubmatch(rest); m != nil {
			return fromTo(first, year, m[1]), at + len(m[0])
		}
	}
	return "", 0
}

// fromTo writes the days of one month: from May 1 to 15, 2026.
func fromTo(first, year, day string) string {
	if start, ok := strings.CutSuffix(first, ", "+year); ok && year != "" {
		return "from " + start + " to " + day + ", " + year
	}
	return "from " + first + " to " + day
}

// weekdays reads 每周二、周五: every Tuesday and Friday.
func weekdays(text string) (string, int) {
	found := everyWeek.FindString(text)
	if found == "" {
		return "", 0
	}
	var days []string
	for _, r := range strings.TrimPrefix(strings.TrimPrefix(found, "每周"), "每星期") {
		if day := weekdayOf[r]; day != "" {
			days = append(days, day)
		}
	}
	if len(days) == 1 {
		return "every " + days[0], len(found)
	}
	last := len(days) - 1
	return "every " + strings.Join(days[:last], ", ") + " and " + days[last], len(found)
}

// causeAt reads 因台风影响, 由于质量问题: due to typhoon.
func (k *knowledge) causeAt(text, lead string) (string, int) {
	rest, ok := strings.CutPrefix(text, lead)
	if !ok {
		return "", 0
	}
	for _, length := range k.subjectLengths(rest) {
		cause := rest[:length]
		for _, tail := range []string{"的影响", "影响", "的原因", "原因", "导致", "造成", "引起", ""} {
			base, ok := strings.CutSuffix(cause, tail)
			if !ok || base == "" {
				continue
			}
			rest := rest[length:]
			if tail == "" && rest != "" && (parties[base] != "" || strings.ContainsRune("未不已被无没", firstRune(rest))) {
				continue // 因客户未确认, 因产品未完成: it goes on
			}
			if tail == "" && rest != "" && namesWhatMoves.MatchString(base) {
				continue // 由于铜价上涨: the price does
			}
			if tail == "" && rest != "" && (k.verbs[base].zh != "" || k.lookup(base, phraseOrder) == nil && !namesCause.MatchString(base)) {
				continue // 因抽检比例不足, 因台风船期延误: it goes on
			}
			if tail == "" && k.verbs[rest].zh != "" && !namesCause.MatchString(base) {
				continue // 由于订单增加: it is what has increased
			}
			if english, _, ok := k.participant(base); ok && !strings.Contains(english, " caused by ") && !isAdjective(english) {
				return "due to " + english, len(lead) + length
			}
		}
	}
	return "", 0
}

// namesWhatMoves finds what is no cause by itself but by going up or down.
var namesWhatMoves = pattern.Lazily(`(?:价|价格|汇率|成本|运费|费用|人工|关税|税率|需求|销量|产能|产量|货源|库存|舱位|订单|订单量)$`)

// namesCause finds what is a cause by its name: 质量问题.
var namesCause = pattern.Lazily(`(?:问题|原因|故障|事故|因素|错误|不足|不当|天气|疫情|假期|节)$`)

// dated sets the preposition of a date: on June 1, in mid-June, at the end of June.
func dated(date string) string {
	switch {
	case strings.HasPrefix(date, "the end of "):
		return "at " + date
	case strings.HasPrefix(date, "early ") || strings.HasPrefix(date, "mid-") || strings.HasPrefix(date, "late ") || !strings.ContainsAny(strings.SplitN(date, ",", 2)[0], "0123456789") || isNumber(date):
		return "in " + date
	}
	return "on " + date
}

// spanBehind reads the 30天内 of 收到定金后30天内.
func spanBehind(text string) (span string, length int, within bool) {
	span, length = timeSpan(text)
	if length == 0 {
		return "", 0, false
	}
	for _, inside := range []string{"以内", "之内", "内"} {
		if strings.HasPrefix(text[length:], inside) {
			return span, length + len(inside), true
		}
	}
	return span, length, false
}

// timeNamed finds what a time is of, right before it: 截单时间周三下午5点.
var timeNamed = pattern.Lazily(`^(\p{Han}{2,6}(?:时间|日期|日))(?:定于|定在|为|是)?((?:下|本|这|每)?(?:个)?(?:周|星期)[一二三四五六日天].*)$`)

// timeOf translates a time with its name: SI cut-off time: Wednesday, 5 p.m.
func (k *knowledge) timeOf(text string) (piece, bool) {
	m := timeNamed.FindStringSubmatch(text)
	if m == nil {
		return piece{}, false
	}
	name := k.phrase(m[1])
	when, length := k.timeAt(m[2])
	return piece{text: name.text + ": " + strings.TrimPrefix(when, "on ")}, name.final() && length == len(m[2])
}
