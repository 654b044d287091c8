package offline

import "strings"

// surnames are the most common ones whose reading is certain.
const surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓彭袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶贺顾毛郝龚邵万钱严武戴莫孔汤施洪"

// personLabels stand before a person's name.
var personLabels = map[string]bool{"联系人": true, "制单人": true, "审核": true, "审核人": true, "批准人": true, "经手人": true, "收件人": true, "业务员": true, "负责人": true, "经办人": true, "业务经理": true, "采购员": true, "检验员": true, "验货员": true, "跟单员": true, "法定代表人": true, "法人代表": true, "签署人": true, "授权代表": true, "联络人": true, "寄件人": true, "发件人": true}

// titles stand behind a person's name in Chinese and before it in English.
var titles = []struct{ zh, en string }{{"先生", "Mr."}, {"女士", "Ms."}, {"小姐", "Miss"}, {"太太", "Mrs."}}

// titledPerson translates a label and whom it names by his title: 联系人王先生.
func (k *knowledge) titledPerson(text string) (piece, bool) {
	for label := range personLabels {
		if who, ok := strings.CutPrefix(text, label); ok {
			if name, ok := k.addressed(who); ok {
				return piece{text: k.phrase(label).text + ": " + name}, true
			}
		}
	}
	return piece{}, false
}

// addressed writes a name with its title: 王先生, Mr. Wang.
func (k *knowledge) addressed(text string) (string, bool) {
	for _, title := range titles {
		name, ok := strings.CutSuffix(text, title.zh)
		if !ok || name == "" || !strings.ContainsRune(surnames, firstRune(name)) {
			continue
		}
		if len([]rune(name)) == 1 {
			surname, _ := k.pinyin(name)
			return title.en + " " + surname, true
		}
		if whole, sure := k.person(name); sure {
			return title.en + " " + whole, true
		}
	}
	return "", false
}

// person writes a name of two or three characters as its owner would: 王丽, Wang Li.
// ok is false where the reading is a guess.
func (k *knowledge) person(name string) (string, bool) {
	if whole, ok := k.addressed(name); ok {
		return whole, true
	}
	runes := []rune(name)
	if len(runes) < 2 || len(runes) > 3 || !strings.ContainsRune(surnames, runes[0]) {
		return "", false
	}
	for _, r := range runes {
		if !isHan(r) {
			return "", false
		}
	}
	surname, _ := k.pinyin(string(runes[:1]))
	given, sure := k.pinyin(string(runes[1:]))
	return surname + " " + given, sure
}

// personAlone reads a text that is nothing but a person's name: 陈志强, Chen Zhiqiang. It is
// a draft, since the person may spell it otherwise.
func (k *knowledge) personAlone(text string) (string, bool) {
	if name, ok := k.addressed(text); ok {
		return name, true
	}
	name, _ := k.person(text)
	if name == "" {
		return "", false
	}
	for _, t := range k.segment(string([]rune(text)[1:]), titleOrder) {
		if t.class != unknown {
			return "", false // 黄金
		}
	}
	return name, true
}
