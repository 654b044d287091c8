package translate

import (
	"strings"
	"unicode"
)

// Detect returns the language of a text: Chinese as soon as it holds a Chinese
// character (Latin brands and codes stand in every Chinese title), English
// where it holds Latin words, and "" where there is nothing to translate, such
// as "500ml" or "XH-500-BK".
func Detect(text string) Lang {
	han, traditional, simplified := 0, 0, 0
	for _, r := range text {
		if !unicode.Is(unicode.Han, r) {
			continue
		}
		han++
		if _, ok := simplifiedOf[r]; ok {
			traditional++
		} else if simplifiedOnly[r] {
			simplified++
		}
	}
	switch {
	case traditional > simplified:
		return Traditional
	case han > 0:
		return Chinese
	case hasWord(text):
		return English
	default:
		return ""
	}
}

// hasWord reports whether letters remain once codes and numbers are away.
func hasWord(text string) bool {
	rest := text
	for _, span := range fixedSpans(text) {
		rest = strings.Replace(rest, text[span.start:span.end], " ", 1)
	}
	return strings.ContainsFunc(rest, func(r rune) bool { return unicode.Is(unicode.Latin, r) })
}

// Simplified returns a text with the traditional characters of trade texts in
// their simplified form; characters it doesn't know stay.
func Simplified(text string) string {
	return strings.Map(func(r rune) rune {
		if s, ok := simplifiedOf[r]; ok {
			return s
		}
		return r
	}, text)
}

var simplifiedOf, simplifiedOnly = scriptTables()

func scriptTables() (map[rune]rune, map[rune]bool) {
	simple := []rune(strings.Join(strings.Fields(simplifiedForms), ""))
	pairs, only := map[rune]rune{}, map[rune]bool{}
	for i, r := range []rune(strings.Join(strings.Fields(traditionalForms), "")) {
		pairs[r] = simple[i]
		only[simple[i]] = true
	}
	// These stand in traditional texts too, with another meaning.
	for _, r := range "后里面干只斗谷表系台云松余准出别制卷发卤向哄回困家尽才折曲朴采板" {
		delete(only, r)
	}
	return pairs, only
}

// Two lists of the same length: a traditional character and, at the same
// place, its simplified form. Only characters that a simplified text does not
// use stand in the first.
const traditionalForms = `
國產廠業東車電機開關門間問聞閘閥閱時書長張場馬騎驗號碼單雙層條樣標準價貨買賣質貴費資賬賠賴購贈贊輸運過還進遠連適選遞邊達
遲遼鄰郵鄉釐針釘鈕鋼鐵銅鋁鋅錫銀鉻鎳鈦錢錶鎖鏈鏡鍋鍵鎮鐘鑄鑰鑲鍍鏽鏟鑽鋸鋒銷銹鉗鈎鉛紅紙級納純紗紋紡線組細終經結絨統絲綠
維綢綿緊緒編緩緯縫縮總織繩繪繫繡繼續約紀給絕絡綁綜網綴練縣縱纖纜纏絞襪裝褲裡補製複襯襖裏視規覽觀覺訂計訊記討訓訪設許訴診
註詞試詢該詳語誤說請課調談論證識譯議護讀變讓負財貢責敗販貫貼貿賀賃賓賞齊齒龍龜麵麗鹽魚鮮鳥鴨鵝雞點黨輪軟軸較載輕輛輥輝輯
轉轎辦辭農陽陰陣陳陸際隊階險隨隱雜離難靈靜頁頂項順須預領頭頻題額顏顯類顧顆風飄飛飯飲飾餅館飽養駕駛騰驅髮鬆鬥鬧鬱壓壞壘塊
塗塵墊壽夠夾奪獎婦媽嬰學孫寶實審寫寬對導專將尋屬島峽幣帶師帥幫幹廣廳庫應廢強彈彎彙後從復徑徵態憑憲懸戲戶拋挾捲掃掛採揚換
損搖擋擇擊擔據擠擴擺攜攝攔敵數斷於無舊晉曬暫曆會術殺殼毀氣氫沖沒況淚淨減測湯溝溫滅滾滿漢漁漲潔潤澆濃濕濟濾瀏灣灑災為烏煙
煉熱燈燒營爐爾爭牆犧狀獨獲獸玆現環瑪畫當異療發皺盜盡監盤眾睏矯礎礙礦確禮禍種稱稅穀積穩窩窮竈競筆筍築節範簡簽籃籠糧糾蓋蔥
蔣藍藝藥蘇蘭蘋蘆處虛蟲蠟衛衝見親詩譜賽趙趕跡踐躍軍轟陝雲霧韓響頓飼駐鬚鹼麥黃黴齡傘傢個們倉側偵備傳債傷傾僅儀億儲優兒內兩
冊凍凱別剛劃劇劉劍劑勁動務勝勞勢勵勻區協卻厲參叢吳呂員嗎啟喚喪喬嘗嘩噴噸嚴囑圍園圓圖團執堅報義餘壺體麼譽奧憶擬鵬鴻爺鳳閣
燦偉銘澤滬甌嶼瀋濱`

const simplifiedForms = `
国产厂业东车电机开关门间问闻闸阀阅时书长张场马骑验号码单双层条样标准价货买卖质贵费资账赔赖购赠赞输运过还进远连适选递边达
迟辽邻邮乡厘针钉钮钢铁铜铝锌锡银铬镍钛钱表锁链镜锅键镇钟铸钥镶镀锈铲钻锯锋销锈钳钩铅红纸级纳纯纱纹纺线组细终经结绒统丝绿
维绸绵紧绪编缓纬缝缩总织绳绘系绣继续约纪给绝络绑综网缀练县纵纤缆缠绞袜装裤里补制复衬袄里视规览观觉订计讯记讨训访设许诉诊
注词试询该详语误说请课调谈论证识译议护读变让负财贡责败贩贯贴贸贺赁宾赏齐齿龙龟面丽盐鱼鲜鸟鸭鹅鸡点党轮软轴较载轻辆辊辉辑
转轿办辞农阳阴阵陈陆际队阶险随隐杂离难灵静页顶项顺须预领头频题额颜显类顾颗风飘飞饭饮饰饼馆饱养驾驶腾驱发松斗闹郁压坏垒块
涂尘垫寿够夹夺奖妇妈婴学孙宝实审写宽对导专将寻属岛峡币带师帅帮干广厅库应废强弹弯汇后从复径征态凭宪悬戏户抛挟卷扫挂采扬换
损摇挡择击担据挤扩摆携摄拦敌数断于无旧晋晒暂历会术杀壳毁气氢冲没况泪净减测汤沟温灭滚满汉渔涨洁润浇浓湿济滤浏湾洒灾为乌烟
炼热灯烧营炉尔争墙牺状独获兽兹现环玛画当异疗发皱盗尽监盘众困矫础碍矿确礼祸种称税谷积稳窝穷灶竞笔笋筑节范简签篮笼粮纠盖葱
蒋蓝艺药苏兰苹芦处虚虫蜡卫冲见亲诗谱赛赵赶迹践跃军轰陕云雾韩响顿饲驻须碱麦黄霉龄伞家个们仓侧侦备传债伤倾仅仪亿储优儿内两
册冻凯别刚划剧刘剑剂劲动务胜劳势励匀区协却厉参丛吴吕员吗启唤丧乔尝哗喷吨严嘱围园圆图团执坚报义余壶体么誉奥忆拟鹏鸿爷凤阁
灿伟铭泽沪瓯屿沈滨`
