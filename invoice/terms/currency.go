package terms

// Currency is a currency of ISO 4217.
type Currency struct {
	Code  string
	Zh    string
	En    string // ISO's own name
	Minor int    // decimals of its minor unit: 2 of the dollar, 0 of the yen
}

// Term is the code with its names.
func (c Currency) Term() Term { return Term{c.Code, c.Zh, c.En} }

// Currencies are the active currencies and funds of ISO 4217 that have a minor
// unit; metals, test codes and units of account have none.
var Currencies = &Table[Currency]{entries: currencies[:], apart: "CNH", also: currencyWays}

// PaymentCurrencies are those that a payment can be made in: Currencies, and
// CNH, which is what banks call the renminbi outside the mainland.
var PaymentCurrencies = &Table[Currency]{entries: currencies[:], also: currencyWays}

var currencyWays = []also{
	{"AED", "Dirham, Dhs, 迪拉姆"},
	{"AUD", "A$, AU$, Aussie dollar, 澳元, 澳币"},
	{"BRL", "R$, Real, 雷亚尔"},
	{"CAD", "C$, CA$, 加元, 加币"},
	{"CHF", "SFr, Fr, 瑞郎"},
	{"CNH", "离岸人民币"},
	{"CNY", "RMB, CNH, Yuan, Renminbi, Chinese Yuan, ￥, ¥, 元, 人民币元, 圆"},
	{"DKK", "丹麦币"},
	{"EUR", "€, Euros, 欧"},
	{"GBP", "£, Pound, Pounds, Pounds Sterling, British Pound, Sterling, STG, UKP"},
	{"HKD", "HK$, 港元, 港纸"},
	{"IDR", "Rp, 印度尼西亚卢比, 印尼盾"},
	{"ILS", "NIS, ₪, Shekel"},
	{"INR", "Rs, ₹, Rupee, Rupees, 卢比"},
	{"JPY", "JP¥, Japanese Yen, 日圆, 日币, 円"},
	{"KRW", "₩, Korean Won, South Korean Won, 韩币, 韩圆"},
	{"MOP", "MOP$, Macau Pataca, Macanese Pataca, 澳门币"},
	{"MXN", "MX$, 墨西哥元"},
	{"MYR", "RM, Ringgit, 马币, 林吉特, 令吉"},
	{"NZD", "NZ$, 纽元, 新西兰币"},
	{"PHP", "₱, 菲律宾币"},
	{"PLN", "zł, Polish Zloty, 兹罗提"},
	{"RUB", "RUR, ₽, Rouble, Ruble, Roubles, Rubles, 卢布"},
	{"SAR", "SR, 沙特币"},
	{"SGD", "S$, SG$, 新币, 新元, 坡币"},
	{"THB", "฿, Thai Baht, 泰国铢"},
	{"TRY", "TL, ₺, 里拉"},
	{"TWD", "NTD, NT$, NT, 台币, 新台币元"},
	{"USD", "$, US$, U.S. Dollar, U.S. Dollars, US Dollars, Dollar, Dollars, 美金, 美圆, 刀"},
	{"VND", "₫, Vietnamese Dong, 越盾"},
	{"ZAR", "South African Rand, 兰特"},
}
