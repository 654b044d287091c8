package words

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"yipiao/invoice/terms"
)

func currency(t testing.TB, code string) terms.Currency {
	t.Helper()
	c, ok := terms.Currencies.Find(code)
	if !ok {
		t.Fatalf("%s is no currency", code)
	}
	return c
}

func TestEnglish(t *testing.T) {
	for _, c := range []struct{ code, amount, want string }{
		{"USD", "3566.30", "US DOLLARS THREE THOUSAND FIVE HUNDRED SIXTY-SIX AND CENTS THIRTY"},
		{"USD", "58849.10", "US DOLLARS FIFTY-EIGHT THOUSAND EIGHT HUNDRED FORTY-NINE AND CENTS TEN"},
		{"USD", "0.5", "US DOLLARS ZERO AND CENTS FIFTY"},
		{"USD", "0", "US DOLLARS ZERO"},
		{"USD", "0.000", "US DOLLARS ZERO"},
		{"USD", "1", "US DOLLARS ONE"},
		{"USD", "0.01", "US DOLLARS ZERO AND CENTS ONE"},
		{"USD", "1.500", "US DOLLARS ONE AND CENTS FIFTY"},
		{"USD", "100", "US DOLLARS ONE HUNDRED"},
		{"USD", "1000000.05", "US DOLLARS ONE MILLION AND CENTS FIVE"},
		{"USD", "1001001001", "US DOLLARS ONE BILLION ONE MILLION ONE THOUSAND ONE"},
		{"USD", "999999999999.99", "US DOLLARS NINE HUNDRED NINETY-NINE BILLION NINE HUNDRED NINETY-NINE MILLION " +
			"NINE HUNDRED NINETY-NINE THOUSAND NINE HUNDRED NINETY-NINE AND CENTS NINETY-NINE"},
		{"CNY", "1409.50", "CHINESE YUAN ONE THOUSAND FOUR HUNDRED NINE AND FEN FIFTY"},
		{"EUR", "21.12", "EUROS TWENTY-ONE AND CENTS TWELVE"},
		{"GBP", "123.45", "POUNDS STERLING ONE HUNDRED TWENTY-THREE AND PENCE FORTY-FIVE"},
		{"HKD", "40.20", "HONG KONG DOLLARS FORTY AND CENTS TWENTY"},
		{"JPY", "12000", "JAPANESE YEN TWELVE THOUSAND"},
		{"KWD", "1.487", "KUWAITI DINAR ONE AND 487/1000"},
		{"KWD", "1.007", "KUWAITI DINAR ONE AND 007/1000"},
		{"AUD", "19.30", "AUSTRALIAN DOLLAR NINETEEN AND 30/100"},
		{"AED", "3", "UAE DIRHAM THREE"},
		{"VND", "2500000", "DONG TWO MILLION FIVE HUNDRED THOUSAND"},
		{"CLF", "1.0203", "UNIDAD DE FOMENTO ONE AND 0203/10000"},
	} {
		got, err := English(currency(t, c.code), decimal.RequireFromString(c.amount))
		if want := "SAY TOTAL " + c.want + " ONLY"; err != nil || got != want {
			t.Errorf("%s %s is\n%s (%v), not\n%s", c.code, c.amount, got, err, want)
		}
	}
}

func TestChinese(t *testing.T) {
	for _, c := range []struct{ code, amount, want string }{
		// Examples of the bank's rules.
		{"CNY", "1409.50", "人民币壹仟肆佰零玖元伍角整"},
		{"CNY", "6007.14", "人民币陆仟零柒元壹角肆分"},
		{"CNY", "1680.32", "人民币壹仟陆佰捌拾元零叁角贰分"},
		{"CNY", "107000.53", "人民币壹拾万柒仟元零伍角叁分"},
		{"CNY", "16409.02", "人民币壹万陆仟肆佰零玖元零贰分"},
		{"CNY", "325.04", "人民币叁佰贰拾伍元零肆分"},
		// 零 after 元, 万 and 亿.
		{"CNY", "1000.60", "人民币壹仟元零陆角整"},
		{"CNY", "1000.06", "人民币壹仟元零陆分"},
		{"CNY", "100001000", "人民币壹亿壹仟元整"},
		{"CNY", "100000100", "人民币壹亿零壹佰元整"},
		{"CNY", "100010000", "人民币壹亿零壹万元整"},
		{"CNY", "110001000", "人民币壹亿壹仟万壹仟元整"},
		{"CNY", "100500", "人民币壹拾万零伍佰元整"},
		{"CNY", "10010010", "人民币壹仟零壹万零壹拾元整"},
		{"CNY", "100000000000", "人民币壹仟亿元整"},
		{"CNY", "10", "人民币壹拾元整"},
		{"CNY", "10.05", "人民币壹拾元零伍分"},
		{"CNY", "11.05", "人民币壹拾壹元零伍分"},
		{"CNY", "1001", "人民币壹仟零壹元整"},
		{"CNY", "0.05", "人民币伍分"},
		{"CNY", "0.55", "人民币伍角伍分"},
		{"CNY", "0", "人民币零元整"},
		{"USD", "3566.30", "美元叁仟伍佰陆拾陆元叁角整"},
		{"USD", "0.50", "美元伍角整"},
		{"USD", "0", "美元零元整"},
		{"HKD", "88.8", "港币捌拾捌元捌角整"},
		{"EUR", "20.01", "欧元贰拾元零壹分"},
		{"JPY", "12000", "日元壹万贰仟元整"},
		{"JPY", "0", "日元零元整"},
		{"GBP", "123.45", "英镑壹佰贰拾叁镑肆拾伍便士"},
		{"GBP", "100", "英镑壹佰镑整"},
		{"GBP", "1.05", "英镑壹镑零伍便士"},
		{"GBP", "0.05", "英镑伍便士"},
		{"GBP", "0.10", "英镑壹拾便士"},
		{"GBP", "0", "英镑零镑整"},
		{"KWD", "1.487", "科威特第纳尔壹元肆角捌分柒厘"},
		{"KWD", "1.4", "科威特第纳尔壹元肆角整"},
		{"KWD", "1.48", "科威特第纳尔壹元肆角捌分"},
		{"KWD", "1.407", "科威特第纳尔壹元肆角零柒厘"},
		{"KWD", "10.007", "科威特第纳尔壹拾元零柒厘"},
		{"KWD", "0.087", "科威特第纳尔捌分柒厘"},
		{"CLF", "1.0203", "智利发展单位壹元零贰分零叁毫"},
		{"USD", "999999999999.99", "美元玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"},
	} {
		got, err := Chinese(currency(t, c.code), decimal.RequireFromString(c.amount))
		if err != nil || got != c.want {
			t.Errorf("%s %s is %s (%v), not %s", c.code, c.amount, got, err, c.want)
		}
	}
}

func TestAmountsWithoutWords(t *testing.T) {
	for _, c := range []struct {
		code   string
		amount decimal.Decimal
		want   string
	}{
		{"USD", decimal.RequireFromString("-0.01"), "negative"},
		{"USD", decimal.RequireFromString("1.005"), "at most 2 decimals"},
		{"KWD", decimal.RequireFromString("0.0001"), "at most 3 decimals"},
		{"JPY", decimal.RequireFromString("0.5"), "no decimals"},
		{"USD", decimal.RequireFromString("1000000000000"), "below 10^12"},
		{"USD", decimal.New(1, 1_000_000_000), "below 10^12"},
		{"USD", decimal.New(1, -1_000_000_000), "at most 2 decimals"},
	} {
		for name, say := range map[string]func(terms.Currency, decimal.Decimal) (string, error){"English": English, "Chinese": Chinese} {
			got, err := say(currency(t, c.code), c.amount)
			if err == nil || got != "" || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%s in %s: %q, %v: not an error that says %q", c.code, name, got, err, c.want)
			}
		}
	}
}

func TestPackages(t *testing.T) {
	for _, c := range []struct {
		n            int64
		kind, en, zh string
	}{
		{45, "carton", "SAY TOTAL FORTY-FIVE (45) CARTONS ONLY", "合计肆拾伍（45）箱"},
		{1, "pallet", "SAY TOTAL ONE (1) PALLET ONLY", "合计壹（1）托"},
		{1250, "package", "SAY TOTAL ONE THOUSAND TWO HUNDRED FIFTY (1250) PACKAGES ONLY", "合计壹仟贰佰伍拾（1250）件"},
		{0, "box", "SAY TOTAL ZERO (0) BOXES ONLY", "合计零（0）盒"},
	} {
		p, _ := terms.Packages.Find(c.kind)
		if got := Packages(c.n, p); got != c.en {
			t.Errorf("%d %s are %s, not %s", c.n, c.kind, got, c.en)
		}
		if got := PackagesChinese(c.n, p); got != c.zh {
			t.Errorf("%d %s are %s, not %s", c.n, c.kind, got, c.zh)
		}
	}
}

func TestCounts(t *testing.T) {
	for _, c := range []struct {
		n      int64
		en, zh string
	}{
		{0, "ZERO", "零"}, {13, "THIRTEEN", "壹拾叁"}, {45, "FORTY-FIVE", "肆拾伍"}, {80, "EIGHTY", "捌拾"},
		{101, "ONE HUNDRED ONE", "壹佰零壹"}, {110, "ONE HUNDRED TEN", "壹佰壹拾"}, {-7, "MINUS SEVEN", "负柒"},
		{1e12, "ONE TRILLION", "壹万亿"}, {1e16, "TEN QUADRILLION", "壹亿亿"},
		{-1 << 63, "MINUS NINE QUINTILLION TWO HUNDRED TWENTY-THREE QUADRILLION THREE HUNDRED SEVENTY-TWO TRILLION " +
			"THIRTY-SIX BILLION EIGHT HUNDRED FIFTY-FOUR MILLION SEVEN HUNDRED SEVENTY-FIVE THOUSAND EIGHT HUNDRED EIGHT",
			"负玖佰贰拾贰亿叁仟叁佰柒拾贰万零叁佰陆拾捌亿伍仟肆佰柒拾柒万伍仟捌佰零捌"},
	} {
		if got := EnglishCount(c.n); got != c.en {
			t.Errorf("%d is %s, not %s", c.n, got, c.en)
		}
		if got := ChineseCount(c.n); got != c.zh {
			t.Errorf("%d is %s, not %s", c.n, got, c.zh)
		}
	}
}
