package templates

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"yipiao/invoice"
)

// everyField is an order in which each field that is text holds its own word,
// and each figure a number of its own, beside the documents that show it:
// p(roforma), c(ommercial), l(ist), or - for none. The table "What each shows"
// of the order format says which.
const everyField = `yipiao: 1
number: ORDNO            #pcl
date: 2026-01-01         #pcl 2026-01-01
currency: USD
purpose: sample          #c Sample
references: {contract: CONTRACTNO, contract_date: 2026-01-02, buyer_order: BUYERORDER, quotation: QUOTNO, proforma: PROFREF, orders_1688: [ALIONE, ALITWO]} #pcl CONTRACTNO|2026-01-02|BUYERORDER|QUOTNO|PROFREF|ALIONE|ALITWO
lc: {number: LCNO, date: 2026-01-03, issuing_bank: LCBANK, expiry: 2026-01-04, latest_shipment: 2026-01-05, clauses: LCCLAUSE} #c LCNO|2026-01-03|LCBANK|2026-01-04|2026-01-05|LCCLAUSE
seller:
  name: {zh: 卖方名称, en: SELLERNAME}        #pcl 卖方名称|SELLERNAME
  address: {zh: 卖方地址, en: SELLERADDR}     #pcl 卖方地址|SELLERADDR
  country: CN
  tax_id: SELLERTAX                        #pcl
  contact: {zh: 卖联系, en: SELLERCONTACT}    #pcl 卖联系|SELLERCONTACT
  phone: SELLERPHONE                       #pcl
  email: SELLERMAIL                        #pcl
  website: SELLERWEB                       #pcl
  signatory: {name: {zh: 签字人, en: SIGNER}, title: {zh: 签字职务, en: SIGNTITLE}} #c 签字人|SIGNER|签字职务|SIGNTITLE
  bank: {name: {zh: 银行名, en: BANKNAME}, address: {zh: 银行址, en: BANKADDR}, swift: SWIFTCODE, account: ACCOUNTNO, iban: IBANNO, routing: ROUTINGNO, beneficiary: BENEFICIARY, cnaps: CNAPSNO, intermediary: {name: INTERBANK, address: INTERADDR, swift: INTERSWIFT, account: INTERACC}} #pc 银行名|BANKNAME|银行址|BANKADDR|SWIFTCODE|ACCOUNTNO|IBANNO|ROUTINGNO|BENEFICIARY|INTERBANK|INTERADDR|INTERSWIFT|INTERACC
  internal: {secret: SELLERSECRET}         #-
exporter: {name: EXPORTER, address: EXPADDR, phone: EXPPHONE} #cl EXPORTER|EXPADDR|EXPPHONE
on_behalf_of: {name: PRINCIPAL, address: PRINADDR}            #cl PRINCIPAL|PRINADDR
manufacturer: {name: MAKER, address: MAKERADDR, mid: MAKERMID} #cl MAKER|MAKERADDR|MAKERMID
buyer: {name: BUYERNAME, address: BUYERADDR, tax_id: BUYERTAX, contact: BUYERCONTACT, phone: BUYERPHONE, email: BUYERMAIL, website: BUYERWEB} #pcl BUYERNAME|BUYERADDR|BUYERTAX|BUYERCONTACT|BUYERPHONE|BUYERMAIL|BUYERWEB
importer: {name: IMPORTER, tax_id: IMPTAX}                    #cl IMPORTER|IMPTAX
consignee: {name: CONSIGNEE, address: CONSADDR, country: US}  #pcl CONSIGNEE|CONSADDR
notify: {name: NOTIFY, phone: NOTPHONE}                       #cl NOTIFY|NOTPHONE
ship_to: {name: SHIPTO, address: SHIPADDR, country: US, fba: {center: FBACENTER, shipment: FBASHIP, reference: FBAREF}} #cl SHIPTO|SHIPADDR|FBACENTER|FBASHIP|FBAREF
related_parties: true     #c related
assists: [{description: {zh: 协助物, en: ASSIST}, value: 38.17, currency: EUR, supplied_by: ASSISTBY}] #c 协助物|ASSIST|EUR 38.17|ASSISTBY
tax: excluded
lines:
  - sku: SKUONE            #pcl
    buyer_sku: BUYERSKU    #pcl
    gtin: GTINNO           #pcl
    asin: ASINNO           #pcl
    group: {zh: 组名, en: GROUPNAME}      #pcl 组名|GROUPNAME
    name: {zh: 品名, en: ITEMNAME}        #pcl 品名|ITEMNAME
    description: {zh: 货物全描, en: ITEMDESC} #pc 货物全描|ITEMDESC
    packing-list: {description: {zh: 装箱另述, en: PACKDESC}} #l 装箱另述|PACKDESC
    spec: {zh: 规格值, en: SPECVALUE}     #pcl 规格值|SPECVALUE
    model: MODELNO         #pcl
    colour: {zh: 颜色值, en: COLOURVALUE} #pcl 颜色值|COLOURVALUE
    size: {zh: 尺寸值, en: SIZEVALUE}     #pcl 尺寸值|SIZEVALUE
    material: {zh: 材质值, en: MATERIAL}  #pcl 材质值|MATERIAL
    composition: [{fiber: {zh: 纤维值, en: FIBRE}, percent: 97}] #c 97% 纤维值|97% FIBRE
    use: {zh: 用途值, en: USEVALUE}       #c 用途值|USEVALUE
    brand: BRANDNAME       #pcl
    hs: "1111.22"          #pc
    hts: "1111.22.3333"    #c HTS 1111.22.3333|importer to confirm
    elements: ELEMENTS     #-
    origin: VN             #pcl Viet
    manufacturer: {name: LINEMAKER, mid: LINEMID} #c LINEMAKER|LINEMID
    metal: {steel: {kg: 7.31, value: 8.41, melted: JP}, aluminum: {kg: 7.32, value: 8.42, smelted: [CA], cast: AU}, copper: {kg: 7.33, value: 8.43}} #c 7.31 kg|8.41|Japan|7.32 kg|8.42|Canada|Australia|7.33 kg|8.43
    quantity: 240          #pcl 240 套
    unit: set
    priced_quantity: {amount: 412.61, unit: kg} #pc 412.61
    price: 3.257           #pc 3.257
    discount: {percent: 4} #pc 4%
    tax: {percent: 13}     #pc 13%
    packing: {package: carton, packages: 12, net_kg: 5.31, gross_kg: 6.42, size_cm: [41, 42, 43]} #l 12 箱|5.31|6.42|41×42×43
    internal: {cost: SECRETCOST} #-
  - {sku: SKUTWO, description: FREEGOODS, quantity: 3, free: true, customs_value: 0.17, packing: {packages: 1}} #c USD 0.17
charges:
  - {kind: freight, amount: 55.10, description: {zh: 运费说明, en: FREIGHTNOTE}} #pc 55.10|运费说明|FREIGHTNOTE
incoterm: {rule: FCA, place: {zh: 交货地, en: TERMPLACE}} #pcl FCA 交货地|FCA TERMPLACE
shipment: {mode: air, from: {zh: 起运, en: FROMPLACE}, via: {zh: 中转, en: VIAPLACE}, to: {zh: 到达, en: TOPLACE}, port_of_entry: {zh: 入境, en: ENTRYPORT}, date: 2026-02-01, etd: 2026-02-02, eta: 2026-02-03, vessel: VESSEL, voyage: VOYAGE, bl: BLNO, awb: AWBNO, tracking: TRACKNO, partial: allowed, transshipment: not_allowed, containers: [{number: CONTNO, seal: SEALNO, type: 40HQ}]} #pcl 起运|FROMPLACE|中转|VIAPLACE|到达|TOPLACE|入境|ENTRYPORT|2026-02-01|2026-02-02|2026-02-03|VESSEL|VOYAGE|BLNO|AWBNO|TRACKNO|Allowed|Not Allowed|CONTNO|SEALNO|40HQ
marks: MARKSTEXT  #pcl
delivery: {days: 37, after: deposit, text: {zh: 交期说明, en: DELIVERYNOTE}} #pc 37|交期说明|DELIVERYNOTE
insurance: {by: seller, percent: 110, clauses: {zh: 一切险款, en: INSCLAUSE}} #pc 110%|一切险款|INSCLAUSE
payment: {method: wire, schedule: [{percent: 31, due: {zh: 定金时, en: DUEONE}}, {rest: true, due: {zh: 余款时, en: DUETWO}}], bank_charges: our} #pc 31%|定金时|DUEONE|余款时|DUETWO|Bank Charges
payments: [{date: 2026-03-01, amount: 100, fee: 31.97, reference: PAYREF, proof: PROOFFILE}] #pc 2026-03-01|PAYREF
rates: [{from: USD, to: EUR, rate: 0.9123, date: 2026-03-02, source: RATESOURCE}] #pc 0.9123|2026-03-02|RATESOURCE
terms: [{zh: 条款文字, en: TERMTEXT}] #pc 条款文字|TERMTEXT
notes: {zh: 备注文字, en: NOTETEXT}   #pcl 备注文字|NOTETEXT
stated: {goods: 987.65, words: STATEDWORDS}  #- 987.65|STATEDWORDS
fapiao: {number: FAPIAONO}  #- FAPIAONO
internal: {anything: TOPSECRET} #-
documents: {proforma: {number: PINUMBER, date: 2026-04-01, valid_until: 2026-04-04}, commercial: {number: CINUMBER, date: 2026-04-02}, packing-list: {number: PLNUMBER, date: 2026-04-03}}
`

var (
	fieldComment = regexp.MustCompile(`^\s*(.*?)\s*#(pcl|pc|pl|cl|p|c|l|-)(?: (.*))?$`)
	lastWord     = regexp.MustCompile(`([A-Z0-9.]{4,})"?\W*$`)
)

// TestEachFieldShowsWhereItShould, in all three templates, and in no other
// document: neither on the page nor in the order that it carries.
func TestEachFieldShowsWhereItShould(t *testing.T) {
	orders, err := invoice.Decode("every.yaml", []byte(everyField))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range Names {
		tmpl, err := Open(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, k := range invoice.Kinds {
			d, err := invoice.New(orders[0], k, invoice.Both)
			if err != nil {
				t.Fatal(err)
			}
			form, err := Compose(d, tmpl, "", nil)
			if err != nil {
				t.Fatal(err)
			}
			carried, err := d.Order().Marshal()
			if err != nil {
				t.Fatal(err)
			}
			checkShown(t, name, k, printed(form), string(carried))
		}
	}
}

func printed(f *Form) string {
	var b strings.Builder
	f.EachText(func(s string) { b.WriteString(s + "\n") })
	return b.String()
}

func checkShown(t *testing.T, template string, k invoice.Kind, page, carried string) {
	letter := map[invoice.Kind]string{invoice.Proforma: "p", invoice.Commercial: "c", invoice.PackingList: "l"}[k]
	checked := 0
	for n, line := range strings.Split(everyField, "\n") {
		m := fieldComment.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		words := strings.Split(m[3], "|")
		if m[3] == "" {
			w := lastWord.FindStringSubmatch(m[1])
			if w == nil {
				t.Fatalf("line %d of the test's order names no word: %s", n+1, line)
			}
			words = w[1:]
		}
		for _, w := range words {
			checked++
			want := strings.Contains(m[2], letter)
			if got := strings.Contains(page, w); got != want {
				t.Errorf("%s, %s: %q printed: %v, want %v", template, k, w, got, want)
			}
			if !want && strings.Contains(carried, w) && len(w) > 5 {
				t.Errorf("%s: %q travels in the attached order", k, w)
			}
		}
	}
	if checked < 120 {
		t.Fatalf("only %d words checked: the table was not read", checked)
	}
}

func ExampleFigure_String() {
	fmt.Println(Figure{Value: mustDecimal("-1234567.5"), Decimals: 2, Before: "USD "})
	// Output: USD -1,234,567.50
}
