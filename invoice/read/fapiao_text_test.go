package read

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"yipiao/invoice/terms"
	chinesewords "yipiao/invoice/words"
)

func TestAddressAndTelephoneArePartedWhereTheyAreCertain(t *testing.T) {
	for _, c := range [][3]string{
		{"兰溪市丹溪大道1055号057988222001", "兰溪市丹溪大道1055号", "057988222001"},
		{"上海市杨浦区周家嘴路3255号9楼（集中登记地） 021-55271392", "上海市杨浦区周家嘴路3255号9楼（集中登记地）", "021-55271392"},
		{"浙江省杭州市西湖区西溪首座5号楼320室-10571-88771512", "浙江省杭州市西湖区西溪首座5号楼320室-1", "0571-88771512"},
		{"北京海淀区西钓鱼台嘉园北门13392342520", "北京海淀区西钓鱼台嘉园北门", "13392342520"},
		{"北京市海淀区颐和园西路一亩园11号", "北京市海淀区颐和园西路一亩园11号", ""},
		{"北京市朝阳区A座10010-82345678", "北京市朝阳区A座10", "010-82345678"},
		{"深圳市南山区科技园1号0755-26001234转8801", "深圳市南山区科技园1号", "0755-26001234转8801"},
		{"深圳市南山区科技园1号 0755-26001234、13800138000", "深圳市南山区科技园1号", "0755-26001234、13800138000"},
		{"广州市天河区体育东路(020)87654321", "广州市天河区体育东路", "(020)87654321"},
		{"义乌市北苑街道85123456", "义乌市北苑街道", "85123456"},
		{"义乌市北苑街道1685123456号", "义乌市北苑街道1685123456号", ""},
		{"上海市浦东新区400-820-8820", "上海市浦东新区", "400-820-8820"},
		{"杭州市文一西路86 13800138000", "杭州市文一西路86", "13800138000"},
		{"杭州市文一西路86号 0571-88771512/88771513", "杭州市文一西路86号", "0571-88771512/88771513"},
		{"88771512", "", "88771512"},
		{"0571-88771512", "", "0571-88771512"},
		{"", "", ""},
		{"Unit 5, 12 Harbour Rd +86 755 26001234", "Unit 5, 12 Harbour Rd", "+86 755 26001234"},
	} {
		if address, phone := splitPhone(c[0]); address != c[1] || phone != c[2] {
			t.Errorf("%s: %q and %q, want %q and %q", c[0], address, phone, c[1], c[2])
		}
	}
}

func TestBankAndAccountAreParted(t *testing.T) {
	for _, c := range [][3]string{
		{"建设银行625555888900998711", "建设银行", "625555888900998711"},
		{"招商银行股份有限公司杭州西溪小微企业专营支行 571917376710101", "招商银行股份有限公司杭州西溪小微企业专营支行", "571917376710101"},
		{"中国银行义乌市分行 3766 5832 1109", "中国银行义乌市分行", "3766 5832 1109"},
		{"工行杭州分行账号：1202020219900012345", "工行杭州分行", "1202020219900012345"},
		{"中国工商银行", "中国工商银行", ""},
		{"1202020219900012345", "", "1202020219900012345"},
		{"", "", ""},
	} {
		if bank, account := splitAccount(c[0]); bank != c[1] || account != c[2] {
			t.Errorf("%s: %q and %q, want %q and %q", c[0], bank, account, c[1], c[2])
		}
	}
}

func TestFiguresOfAFapiao(t *testing.T) {
	for written, want := range map[string]string{
		"¥4197.17": "4197.17", "￥ 1,234.50": "1234.50", "-0.63": "-0.63", "¥-0.63": "-0.63", ".5": "0.5", "１２．５０": "12.50", "11.20元": "11.20",
		"": "", "***": "", "1,2": "", "免税": "", "1e5": "", "12,34.5": "",
	} {
		a, ok := fapiaoNumber(written)
		if a.String() != want || ok != (want != "") {
			t.Errorf("%s: %s, want %s", written, a, want)
		}
	}
	for written, want := range map[string]string{
		"13%": "13", "13.00%": "13.00", "0.13": "13", "0.130000": "13", "0.015": "1.5", "0": "0", "0%": "0", "3": "3", "6": "6", "": "", "免税": "", "-3%": "", "300%": "",
	} {
		a, ok := fapiaoRate(written)
		if ok != (want != "") || ok && a.String() != want {
			t.Errorf("%s: %s %v, want %s", written, a, ok, want)
		}
	}
	for written, want := range map[string]string{
		"2024年05月28日": "2024-05-28", "2024-01-24": "2024-01-24", "2024-01-24 16:23:48": "2024-01-24", "2024/1/4": "2024-01-04", "20240528": "2024-05-28",
		"20240528101112": "2024-05-28", "20260227172851000": "2026-02-27", "2024 年 5 月 28 日": "2024-05-28", "2024年02月30日": "", "": "", "个人": "",
	} {
		if d, ok := fapiaoDate(written); string(d) != want || ok != (want != "") {
			t.Errorf("%s: %s, want %s", written, d, want)
		}
	}
}

func TestAmountsInWords(t *testing.T) {
	for words, want := range map[string]string{
		"肆仟肆佰肆拾玖圆整": "4449", "贰万圆整": "20000", "壹万零陆佰圆整": "10600", "壹拾壹圆贰角": "11.2", "ⓧ壹拾壹圆贰角": "11.2", "⊗伍佰贰拾陆圆整": "526",
		"人民币壹仟元零陆角整": "1000.6", "肆拾捌圆玖角整": "48.9", "伍角整": "0.5", "伍分": "0.05", "拾元整": "10", "壹亿壹仟元整": "100001000", "壹拾贰亿叁仟肆佰伍拾陆万柒仟捌佰玖拾元零壹分": "1234567890.01",
		"壹佰零叁元正": "103", "（负数）贰拾圆整": "-20", "负贰拾圆整": "-20", "零元整": "0", "壹万亿元整": "1000000000000", "肆佰玖拾伍圆": "495",
	} {
		if d, ok := chineseAmount(words); !ok || !d.Equal(decimal.RequireFromString(want)) {
			t.Errorf("%s: %s %v, want %s", words, d, ok, want)
		}
	}
	for _, words := range []string{"", "圆整X", "一二元", "壹佰", "两万美元", "元元万", "叁", "整"} {
		if d, ok := chineseAmount(words); ok && !(words == "元元万" && d.IsZero()) {
			t.Errorf("%s is no amount, read as %s", words, d)
		}
	}
}

// TestWordsReadBack reads what the words of our own documents say.
func TestWordsReadBack(t *testing.T) {
	cny, _ := terms.Currencies.Find("CNY")
	r := rand.New(rand.NewPCG(1, 1))
	for range 20_000 {
		amount := decimal.New(r.Int64N([]int64{1e3, 1e6, 1e9, 1e13}[r.IntN(4)]), -2)
		words, err := chinesewords.Chinese(cny, amount)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range []string{words, strings.ReplaceAll(words, "元", "圆"), strings.TrimPrefix(words, "人民币")} {
			if d, ok := chineseAmount(w); !ok || !d.Equal(amount) {
				t.Fatalf("%s: %s %v, want %s", w, d, ok, amount)
			}
		}
	}
}
