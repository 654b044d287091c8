package offline

import "strings"

// surnames are the most common ones whose reading is certain.
const surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓彭袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶贺顾毛郝龚邵万钱严武戴莫孔汤施洪"

// personLabels stand before a person's name.
var personLabels = map[string]bool{"联系人": true, "收件人": true, "业务员": true, "负责人": true, "经办人": true, "业务经理": true, "采购员": true, "检验员": true, "验货员": true, "跟单员": true, "法定代表人": true, "法人代表": true, "签署人": true, "授权代表": true, "联络人": true, "寄件人": true, "发件人": true}

// person writes a name of two or three characters as its owner would: 王丽, Wang Li.
// ok is false where the reading is a guess.
func (k *knowledge) person(name string) (string, bool) {
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
