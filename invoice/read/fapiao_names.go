package read

import (
	"strings"

	"yipiao/invoice/read/element"
)

// headField is a field of a fapiao that stands once.
type headField uint8

const (
	noField headField = iota
	kindField
	codeField
	numberField
	checkCodeField
	machineField
	issuedField
	drawerField
	payeeField
	reviewerField
	goodsField
	taxField
	totalField
	wordsField
	notesField
	buyerName
	buyerTaxID
	buyerAddress
	buyerPhone
	buyerAddrPhone
	buyerBank
	buyerAccount
	buyerBankAcct
	sellerName
	sellerTaxID
	sellerAddress
	sellerPhone
	sellerAddrPhone
	sellerBank
	sellerAccount
	sellerBankAcct
)

// partyFields is the distance from a buyer's field to the seller's.
const partyFields = sellerName - buyerName

// head is the field's place in f.
func (f *fapiao) head(field headField) *fapiaoText {
	fields := [...]*fapiaoText{nil, &f.kind, &f.code, &f.number, &f.checkCode, &f.machine, &f.issued, &f.drawer, &f.payee, &f.reviewer,
		&f.goods, &f.tax, &f.total, &f.words, &f.notes,
		&f.buyer.name, &f.buyer.taxID, &f.buyer.address, &f.buyer.phone, &f.buyer.addrPhone, &f.buyer.bank, &f.buyer.account, &f.buyer.bankAcct,
		&f.seller.name, &f.seller.taxID, &f.seller.address, &f.seller.phone, &f.seller.addrPhone, &f.seller.bank, &f.seller.account, &f.seller.bankAcct}
	return fields[field]
}

// lineField is a column of the goods.
type lineField uint8

const (
	noColumn lineField = iota
	lineName
	lineSpec
	lineUnit
	lineQuantity
	linePrice
	lineAmount
	lineRate
	lineTax
)

// cell is the field's place in l.
func (l *fapiaoLine) cell(field lineField) *fapiaoText {
	cells := [...]*fapiaoText{nil, &l.name, &l.spec, &l.unit, &l.quantity, &l.price, &l.amount, &l.rate, &l.tax}
	return cells[field]
}

// Names of fields in the XML of the tax bureaus (EInvoice, eInvoice), of the
// accounting standard (XBRL), of tax-control software (pinyin initials) and in
// Chinese; plain, the better name of a field first.
var headNames = map[headField]string{
	kindField:      "typeofinvoice invoicetypename fplxmc fpzlmc 发票类型 发票种类 票种",
	codeField:      "invoicecode codeofinvoice fpdm 发票代码",
	numberField:    "einvoicenumber invoicenumber invoiceno invoicenum numberofinvoice sdphm fphm 发票号码 数电票号码 全电发票号码 eiid",
	checkCodeField: "invoicecheckcode checkcode identifyingcode jym 校验码",
	machineField:   "machineno machinenumber numberofinvoicemachine jqbh 机器编号",
	issuedField:    "issuetime issuedate dateofissue invoicedate kprq 开票日期 开票时间 requesttime",
	drawerField:    "drawer invoiceclerk issuer clerk kpr 开票人",
	payeeField:     "payee skr 收款人",
	reviewerField:  "reviewer checker fhr 复核人 复核",
	goodsField:     "totalamwithouttax taxexclusivetotalamount totalamountexcludingtax totalamountwithouttax hjje hjbhsje 合计金额 金额合计",
	taxField:       "totaltaxam taxtotalamount totaltaxamount hjse 合计税额 税额合计",
	totalField:     "totaltaxincludedamount taxinclusivetotalamount taxincludedamountinfigures totalamountincludingtax totalamountwithtax totalamwithtax jshj jshjxx 价税合计 价税合计小写",
	wordsField:     "totaltaxincludedamountinchinese taxincludedamountinwords jshjdx 价税合计大写",
	notesField:     "remark remarks note bz 备注",
}

// partyNames are the names of a party's fields after what begins them: buyer,
// gmf, 购买方 …
var partyNames = map[headField]string{
	buyerName:      "name mc 名称",
	buyerTaxID:     "idnum taxid taxno taxpayerid taxnum taxcode nsrsbh sh dm 纳税人识别号 税号 识别号 统一社会信用代码 统一社会信用代码纳税人识别号",
	buyerAddress:   "addr address dz 地址",
	buyerPhone:     "telnum tel phone telephone phonenum dh lxdh 电话",
	buyerAddrPhone: "addrtel addresstel addressphone dzdh 地址电话",
	buyerBank:      "bankname bank openingbank yh khh khyh yhmc 开户行 开户银行",
	buyerAccount:   "bankaccnum bankaccount bankaccountnumber accountnum account bankno zh yhzhhm 账号 银行账号",
	buyerBankAcct:  "financialaccount bankaccountinfo yhzh khhjzh 开户行及账号 银行账号及开户行",
}

var lineNames = map[lineField]string{
	lineName:     "itemname item goodsname productname projectname nameoftaxablegoodsorservices xmmc spmc hwmc 项目名称 货物名称 商品名称 货物或应税劳务名称 货物或应税劳务、服务名称",
	lineSpec:     "specmod specification specificationmodel ggxh 规格型号",
	lineUnit:     "meaunits measurementdimension measuringunit unit unitofgoodsorservices dw jldw 单位 计量单位",
	lineQuantity: "quantity quantityofgoodsorservices xmsl spsl 数量",
	linePrice:    "unprice unitprice unitpriceofgoodsorservices price xmdj dj spdj 单价",
	lineAmount:   "amount amountexcludingtax taxexclusiveamount xmje je spje 金额",
	lineRate:     "taxrate taxscheme sl slv 税率 税率征收率 征收率",
	lineTax:      "comtaxam taxamount taxam se spse 税额",
}

// headFields and lineFields find a field by its plain name, headRanks tells
// how good the name is.
var (
	headFields, headRanks = allHeadNames()
	lineFields            = allLineNames()
)

func allHeadNames() (map[string]headField, map[string]int) {
	fields, ranks := map[string]headField{}, map[string]int{}
	add := func(field headField, name string, rank int) { fields[name], ranks[name] = field, rank }
	for field, names := range headNames {
		for i, name := range strings.Fields(names) {
			add(field, name, i+1)
		}
	}
	for field, names := range partyNames {
		for i, name := range strings.Fields(names) {
			for _, buyer := range [...]string{"buyer", "purchaser", "gmf", "gf", "ghdw", "ghf", "购买方", "购方"} {
				add(field, buyer+name, i+1)
			}
			for _, seller := range [...]string{"seller", "xsf", "xf", "xhdw", "xhf", "销售方", "销方"} {
				add(field+partyFields, seller+name, i+1)
			}
			add(field, name+"ofpurchaser", i+1)
			add(field+partyFields, name+"ofseller", i+1)
		}
	}
	for field, name := range map[headField]string{buyerTaxID: "taxpayeridentificationnumberunifiedsocialcreditcode",
		buyerAddrPhone: "addressphonenumber", buyerBankAcct: "depositbankandaccountnumber"} {
		add(field, name+"ofpurchaser", 1)
		add(field+partyFields, name+"ofseller", 1)
	}
	return fields, ranks
}

func allLineNames() map[string]lineField {
	fields := map[string]lineField{}
	for field, names := range lineNames {
		for _, name := range strings.Fields(names) {
			fields[name] = field
		}
	}
	return fields
}

// plainName is an element's name as names are compared.
func plainName(name string) string {
	return strings.Map(func(r rune) rune {
		if r == '-' || r == '_' || r == '.' || r == '（' || r == '）' || r == '/' {
			return -1
		}
		return r
	}, strings.ToLower(name))
}

// headFieldOf is the field that a leaf is, by its own name or, where it has a
// short one, by its parent's: Buyer/Name.
func headFieldOf(e *element.Element) (headField, int) {
	name := plainName(e.Name)
	if field := headFields[name]; field != noField {
		return field, headRanks[name]
	}
	if e.Parent == nil {
		return noField, 0
	}
	for _, side := range [...]string{"buyer", "seller", "purchaser", "gmf", "xsf", "购买方", "销售方"} {
		if strings.HasPrefix(plainName(e.Parent.Name), side) {
			return headFields[side+name], 10 + headRanks[side+name]
		}
	}
	return noField, 0
}
