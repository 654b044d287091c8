package read

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// xmlForm is a way to write a fapiao as XML: %-verbs are fields by name.
type xmlForm struct {
	name, head, line, tail string
	lacks                  func(f *fapiao) // takes out what the form has no field for
	rate                   func(s string) string
	encoding               string
}

func fraction(s string) string { // 13% as 0.13
	if n, ok := strings.CutSuffix(s, "%"); ok {
		return "0." + fmt.Sprintf("%02s", n)
	}
	return s
}

func asShown(s string) string { return s }

func noSides(f *fapiao) {
	for _, p := range []*fapiaoParty{&f.buyer, &f.seller} {
		p.addrPhone, p.bankAcct = fapiaoText{}, fapiaoText{}
	}
}

var xmlForms = []xmlForm{
	{
		name: "数电票 EInvoice",
		head: `<EInvoice><Header><EIid>{number}</EIid><Version>0.31</Version><InherentLabel><InIssuType><LabelCode>Y</LabelCode></InIssuType></InherentLabel></Header>
<EInvoiceData><SellerInformation><SellerIdNum>{stax}</SellerIdNum><SellerName>{seller}</SellerName></SellerInformation>
<BuyerInformation><BuyerIdNum>{btax}</BuyerIdNum><BuyerName>{buyer}</BuyerName></BuyerInformation>
<BasicInformation><TotalAmWithoutTax>{goods}</TotalAmWithoutTax><TotalTaxAm>{tax}</TotalTaxAm><TotalTax-includedAmount>{total}</TotalTax-includedAmount>
<TotalTax-includedAmountInChinese>{words}</TotalTax-includedAmountInChinese><Drawer>{drawer}</Drawer><RequestTime>2020-01-01 10:00:00</RequestTime></BasicInformation>`,
		line: `<IssuItemInformation><ItemName>{name}</ItemName><SpecMod>{spec}</SpecMod><MeaUnits>{unit}</MeaUnits><Quantity>{quantity}</Quantity><UnPrice>{price}</UnPrice>
<Amount>{amount}</Amount><TaxRate>{rate}</TaxRate><ComTaxAm>{linetax}</ComTaxAm><TotaltaxIncludedAmount>1.00</TotaltaxIncludedAmount><TaxClassificationCode>1</TaxClassificationCode></IssuItemInformation>`,
		tail: `<SpecificInformation/><AdditionalInformation><Remark>{notes}</Remark></AdditionalInformation></EInvoiceData>
<TaxSupervisionInfo><InvoiceNumber>{number}</InvoiceNumber><IssueTime>{issued}</IssueTime></TaxSupervisionInfo></EInvoice>`,
		lacks: noSides, rate: fraction, encoding: "UTF-8",
	},
	{
		name: "数电票 with ItemDetail",
		head: `<EInvoice><Header><EIid>{number}</EIid></Header><EInvoiceData><SellerInformation><SellerName>{seller}</SellerName><SellerIdNum>{stax}</SellerIdNum></SellerInformation>
<BuyerInformation><BuyerName>{buyer}</BuyerName><BuyerIdNum>{btax}</BuyerIdNum></BuyerInformation>
<BasicInformation><TotalAmWithoutTax>{goods}</TotalAmWithoutTax><TotalTaxAm>{tax}</TotalTaxAm><TotalTax-includedAmount>{total}</TotalTax-includedAmount>
<TotalTax-includedAmountInChinese>{words}</TotalTax-includedAmountInChinese><Drawer>{drawer}</Drawer><Remark>{notes}</Remark></BasicInformation><IssuItemInformation>`,
		line: `<ItemDetail><ItemName>{name}</ItemName><SpecMod>{spec}</SpecMod><MeaUnits>{unit}</MeaUnits><Quantity>{quantity}</Quantity><UnPrice>{price}</UnPrice>
<Amount>{amount}</Amount><TaxRate>{rate}</TaxRate><TaxAm>{linetax}</TaxAm></ItemDetail>`,
		tail:  `</IssuItemInformation></EInvoiceData><TaxSupervisionInfo><InvoiceNumber>{number}</InvoiceNumber><IssueTime>{issued}</IssueTime></TaxSupervisionInfo></EInvoice>`,
		lacks: noSides, rate: fraction, encoding: "GBK",
	},
	{
		name: "VAT eInvoice",
		head: `<eInvoice xmlns:fp="http://www.edrm.org.cn/schema/e-invoice/2019" Version="1.0"><fp:DocID>01</fp:DocID><fp:InvoiceCode>{code}</fp:InvoiceCode><fp:InvoiceNo>{number}</fp:InvoiceNo>
<fp:TypeCode>0</fp:TypeCode><fp:IssueDate>{issued}</fp:IssueDate><fp:InvoiceCheckCode>{check}</fp:InvoiceCheckCode><fp:MachineNo>{machine}</fp:MachineNo><fp:TaxControlCode>0&lt;</fp:TaxControlCode>
<fp:Buyer><fp:BuyerName>{buyer}</fp:BuyerName><fp:BuyerTaxID>{btax}</fp:BuyerTaxID><fp:BuyerAddrTel>{baddr}</fp:BuyerAddrTel><fp:BuyerFinancialAccount>{bbank}</fp:BuyerFinancialAccount></fp:Buyer>
<fp:Seller><fp:SellerName>{seller}</fp:SellerName><fp:SellerTaxID>{stax}</fp:SellerTaxID><fp:SellerAddrTel>{saddr}</fp:SellerAddrTel><fp:SellerFinancialAccount>{sbank}</fp:SellerFinancialAccount></fp:Seller>
<fp:TaxInclusiveTotalAmount>{total}</fp:TaxInclusiveTotalAmount><fp:Note>{notes}</fp:Note><fp:InvoiceClerk>{drawer}</fp:InvoiceClerk><fp:Payee>{payee}</fp:Payee><fp:Checker>{reviewer}</fp:Checker>
<fp:TaxTotalAmount>{tax}</fp:TaxTotalAmount><fp:TaxExclusiveTotalAmount>{goods}</fp:TaxExclusiveTotalAmount><fp:GoodsInfos>`,
		line: `<fp:GoodsInfo><fp:Item>{name}</fp:Item><fp:Specification>{spec}</fp:Specification><fp:MeasurementDimension>{unit}</fp:MeasurementDimension><fp:Price>{price}</fp:Price>
<fp:Quantity>{quantity}</fp:Quantity><fp:Amount>{amount}</fp:Amount><fp:TaxScheme>{rate}</fp:TaxScheme><fp:TaxAmount>{linetax}</fp:TaxAmount></fp:GoodsInfo>`,
		tail:  `</fp:GoodsInfos></eInvoice>`,
		lacks: func(f *fapiao) { f.words = fapiaoText{} }, rate: asShown, encoding: "utf-8",
	},
	{
		name: "tax-control software",
		head: `<business id="FPKJ" comment="发票开具"><REQUEST_COMMON_FPKJ class="REQUEST_COMMON_FPKJ"><COMMON_FPKJ_FPT><FP_DM>{code}</FP_DM><FP_HM>{number}</FP_HM><KPRQ>{date14}</KPRQ><JYM>{check}</JYM><JQBH>{machine}</JQBH>
<XSF_NSRSBH>{stax}</XSF_NSRSBH><XSF_MC>{seller}</XSF_MC><XSF_DZDH>{saddr}</XSF_DZDH><XSF_YHZH>{sbank}</XSF_YHZH><GMF_NSRSBH>{btax}</GMF_NSRSBH><GMF_MC><![CDATA[{buyer}]]></GMF_MC><GMF_DZDH>{baddr}</GMF_DZDH><GMF_YHZH>{bbank}</GMF_YHZH>
<KPR>{drawer}</KPR><SKR>{payee}</SKR><FHR>{reviewer}</FHR><JSHJ>{total}</JSHJ><HJJE>{goods}</HJJE><HJSE>{tax}</HJSE><BZ>{notes}</BZ><HSBZ>0</HSBZ></COMMON_FPKJ_FPT><COMMON_FPKJ_XMXXS class="COMMON_FPKJ_XMXX" size="1">`,
		line:  `<COMMON_FPKJ_XMXX><FPHXZ>{nature}</FPHXZ><XMMC>{name}</XMMC><GGXH>{spec}</GGXH><DW>{unit}</DW><XMSL>{quantity}</XMSL><XMDJ>{price}</XMDJ><XMJE>{amount}</XMJE><SL>{rate}</SL><SE>{linetax}</SE></COMMON_FPKJ_XMXX>`,
		tail:  `</COMMON_FPKJ_XMXXS></REQUEST_COMMON_FPKJ></business>`,
		lacks: func(f *fapiao) { f.words = fapiaoText{} }, rate: fraction, encoding: "GB18030",
	},
	{
		name: "import file of tax-control software",
		head: `<Kp><Version>3.0</Version><Fpxx><Zsl>1</Zsl><Fpsj><Fp><Djh>1</Djh><Fpdm>{code}</Fpdm><Fphm>{number}</Fphm><Kprq>{date8}</Kprq><Jym>{check}</Jym><Jqbh>{machine}</Jqbh><Gfmc>{buyer}</Gfmc><Gfsh>{btax}</Gfsh><Gfyhzh>{bbank}</Gfyhzh><Gfdzdh>{baddr}</Gfdzdh>
<Xfmc>{seller}</Xfmc><Xfsh>{stax}</Xfsh><Xfyhzh>{sbank}</Xfyhzh><Xfdzdh>{saddr}</Xfdzdh><Bz>{notes}</Bz><Fhr>{reviewer}</Fhr><Skr>{payee}</Skr><Kpr>{drawer}</Kpr><Hjje>{goods}</Hjje><Hjse>{tax}</Hjse><Jshj>{total}</Jshj><Spxx>`,
		line:  `<Sph><Xh>1</Xh><Spmc>{name}</Spmc><Ggxh>{spec}</Ggxh><Jldw>{unit}</Jldw><Dj>{price}</Dj><Sl>{quantity}</Sl><Je>{amount}</Je><Slv>{rate}</Slv><Se>{linetax}</Se></Sph>`,
		tail:  `</Spxx></Fp></Fpsj></Fpxx></Kp>`,
		lacks: func(f *fapiao) { f.words = fapiaoText{} }, rate: fraction, encoding: "gb2312",
	},
	{
		name: "XBRL",
		head: `<xbrl xmlns="http://www.xbrl.org/2003/instance" xmlns:inv="http://xbrl.mof.gov.cn/taxonomy/2021-09-30/inv"><context id="c1"><period><instant>2022-09-01</instant></period></context><inv:CodeOfInvoice>{code}</inv:CodeOfInvoice>
<inv:NumberOfInvoice>{number}</inv:NumberOfInvoice><inv:DateOfIssue>{issued}</inv:DateOfIssue><inv:IdentifyingCode>{check}</inv:IdentifyingCode><inv:NumberOfInvoiceMachine>{machine}</inv:NumberOfInvoiceMachine>
<inv:NameOfPurchaser>{buyer}</inv:NameOfPurchaser><inv:TaxpayerIdentificationNumberUnifiedSocialCreditCodeOfPurchaser>{btax}</inv:TaxpayerIdentificationNumberUnifiedSocialCreditCodeOfPurchaser>
<inv:AddressPhoneNumberOfPurchaser>{baddr}</inv:AddressPhoneNumberOfPurchaser><inv:DepositBankAndAccountNumberOfPurchaser>{bbank}</inv:DepositBankAndAccountNumberOfPurchaser>
<inv:TotalAmountExcludingTax decimals="2">{goods}</inv:TotalAmountExcludingTax><inv:TotalTaxAmount>{tax}</inv:TotalTaxAmount><inv:TaxIncludedAmountInWords>{words}</inv:TaxIncludedAmountInWords><inv:TaxIncludedAmountInFigures>{total}</inv:TaxIncludedAmountInFigures>`,
		line: `<inv:InformationOfTaxableGoodsOrServicesDetailItemsTuple><inv:NatureOfInvoiceLine></inv:NatureOfInvoiceLine><inv:NameOfTaxableGoodsOrServices>{name}</inv:NameOfTaxableGoodsOrServices><inv:Specification>{spec}</inv:Specification>
<inv:UnitOfGoodsOrServices>{unit}</inv:UnitOfGoodsOrServices><inv:QuantityOfGoodsOrServices>{quantity}</inv:QuantityOfGoodsOrServices><inv:UnitPriceOfGoodsOrServices>{price}</inv:UnitPriceOfGoodsOrServices>
<inv:AmountExcludingTax>{amount}</inv:AmountExcludingTax><inv:TaxRate>{rate}</inv:TaxRate><inv:TaxAmount>{linetax}</inv:TaxAmount></inv:InformationOfTaxableGoodsOrServicesDetailItemsTuple>`,
		tail: `<inv:NameOfSeller>{seller}</inv:NameOfSeller><inv:TaxpayerIdentificationNumberUnifiedSocialCreditCodeOfSeller>{stax}</inv:TaxpayerIdentificationNumberUnifiedSocialCreditCodeOfSeller>
<inv:AddressPhoneNumberOfSeller>{saddr}</inv:AddressPhoneNumberOfSeller><inv:DepositBankAndAccountNumberOfSeller>{sbank}</inv:DepositBankAndAccountNumberOfSeller><inv:Remarks>{notes}</inv:Remarks><inv:Payee>{payee}</inv:Payee><inv:Reviewer>{reviewer}</inv:Reviewer><inv:Issuer>{drawer}</inv:Issuer></xbrl>`,
		lacks: func(*fapiao) {}, rate: asShown, encoding: "UTF-8",
	},
	{
		name: "Chinese names",
		head: `<发票><发票代码>{code}</发票代码><发票号码>{number}</发票号码><开票日期>{issued}</开票日期><校验码>{check}</校验码><机器编号>{machine}</机器编号><购买方名称>{buyer}</购买方名称><购买方纳税人识别号>{btax}</购买方纳税人识别号>
<购买方地址电话>{baddr}</购买方地址电话><购买方开户行及账号>{bbank}</购买方开户行及账号><销售方><名称>{seller}</名称><纳税人识别号>{stax}</纳税人识别号><地址电话>{saddr}</地址电话><开户行及账号>{sbank}</开户行及账号></销售方>
<合计金额>{goods}</合计金额><合计税额>{tax}</合计税额><价税合计>{total}</价税合计><价税合计大写>{words}</价税合计大写><备注>{notes}</备注><开票人>{drawer}</开票人><收款人>{payee}</收款人><复核人>{reviewer}</复核人><明细>`,
		line:  `<行><项目名称>{name}</项目名称><规格型号>{spec}</规格型号><单位>{unit}</单位><数量>{quantity}</数量><单价>{price}</单价><金额>{amount}</金额><税率>{rate}</税率><税额>{linetax}</税额></行>`,
		tail:  `</明细></发票>`,
		lacks: func(*fapiao) {}, rate: asShown, encoding: "UTF-8",
	},
}

// write is f in the form, in its encoding.
func (x *xmlForm) write(t testing.TB, f *fapiao) []byte {
	t.Helper()
	date, _ := fapiaoDate(f.issued.text)
	plain := strings.ReplaceAll(string(date), "-", "")
	head := map[string]string{"number": f.number.text, "code": f.code.text, "issued": f.issued.text, "date8": plain, "date14": plain + "101112", "check": f.checkCode.text, "machine": f.machine.text,
		"buyer": f.buyer.name.text, "btax": f.buyer.taxID.text, "baddr": f.buyer.addrPhone.text, "bbank": f.buyer.bankAcct.text,
		"seller": f.seller.name.text, "stax": f.seller.taxID.text, "saddr": f.seller.addrPhone.text, "sbank": f.seller.bankAcct.text,
		"goods": f.goods.text, "tax": f.tax.text, "total": f.total.text, "words": f.words.text, "notes": f.notes.text,
		"drawer": f.drawer.text, "payee": f.payee.text, "reviewer": f.reviewer.text}
	s := fmt.Sprintf(`<?xml version="1.0" encoding="%s"?>`, x.encoding) + "\n" + filled(x.head, head)
	for i := range f.lines {
		l := &f.lines[i]
		nature := "0"
		if l.discount {
			nature = "1"
		}
		s += filled(x.line, map[string]string{"name": l.name.text, "spec": l.spec.text, "unit": l.unit.text, "quantity": l.quantity.text, "price": l.price.text,
			"amount": l.amount.text, "rate": x.rate(l.rate.text), "linetax": l.tax.text, "nature": nature})
	}
	s += filled(x.tail, head)
	if strings.HasPrefix(strings.ToLower(x.encoding), "gb") {
		coded, err := simplifiedchinese.GB18030.NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return []byte(coded)
	}
	return []byte(s)
}

func filled(form string, values map[string]string) string {
	for k, v := range values {
		form = strings.ReplaceAll(form, "{"+k+"}", escaped(v))
	}
	return form
}

func TestXMLFormsReadBack(t *testing.T) {
	for _, form := range xmlForms {
		t.Run(form.name, func(t *testing.T) {
			for seed := range uint64(60) {
				r := rand.New(rand.NewPCG(seed, 3))
				f := anyFapiao(r, 6)
				f.kind = fapiaoText{}
				pick := func(s ...string) fapiaoText { return fapiaoText{text: s[r.IntN(len(s))]} }
				if strings.Contains(form.head, "{code}") {
					f.code.text, f.number.text = fmt.Sprintf("03%010d", r.Int64N(1e10)), fmt.Sprintf("%08d", r.Int64N(1e8))
					f.checkCode.text, f.machine.text = fmt.Sprintf("1%019d", r.Int64N(1e18)), fmt.Sprintf("66%010d", r.Int64N(1e10))
					f.payee, f.reviewer = pick("", "李四"), pick("", "赵六")
				}
				for _, p := range []*fapiaoParty{&f.buyer, &f.seller} {
					p.addrPhone = pick("", "浙江省义乌市北苑街道雪峰西路968号3栋2楼0579-85123456", "北京海淀区西钓鱼台嘉园北门13392342520")
					p.bankAcct = pick("", "中国银行义乌市分行 376658321109", "北京农商行32445333322211")
				}
				form.lacks(f)
				readings, err := File(context.Background(), "x.xml", form.write(t, f), Options{})
				if err != nil || len(readings) != 1 {
					t.Fatalf("seed %d: %d readings, %v", seed, len(readings), err)
				}
				if diff := cmp.Diff(orderOf(t, f), yamlOf(t, &readings[0])); diff != "" {
					t.Fatalf("seed %d:\n%s\n%s", seed, diff, form.write(t, f))
				}
				if want := f.reading().Warnings; len(readings[0].Warnings) != len(want) {
					t.Fatalf("seed %d: warnings %v, want %v", seed, readings[0].Warnings, want)
				}
				usable(t, &readings[0])
			}
		})
	}
}
