package invoice

import "yipiao/invoice/strict"

// Order is one shipment's order as its file says it: the source of every
// document. The format and its rules are version 1 of `yipiao: 1`.
//
// A field that the file leaves out is its zero value. Nothing in an Order is
// computed: New does that, for one kind of document at a time.
type Order struct {
	Format     string     `yaml:"yipiao" need:"true" enum:"version" doc:"version of this format: 1"`
	Number     string     `yaml:"number" need:"true" doc:"the order's number; documents take theirs from it" called:"单号|订单号|合同号|发票号"`
	Date       Date       `yaml:"date" need:"true" doc:"the order's date, YYYY-MM-DD" called:"日期"`
	Currency   string     `yaml:"currency" need:"true" enum:"currency" doc:"ISO 4217 code, upper case" called:"币种|币别|货币"`
	Title      Text       `yaml:"title" doc:"a title instead of the document's own"`
	Purpose    string     `yaml:"purpose" enum:"purpose" doc:"why the goods are sent, for customs"`
	References References `yaml:"references" doc:"numbers of other papers of this deal"`
	LC         LC         `yaml:"lc" doc:"the letter of credit; with it, descriptions print exactly as written"`

	Seller       Party `yaml:"seller" need:"true" with:"name" doc:"who sells and issues the documents" called:"卖方|供方|供应商|supplier|vendor"`
	Exporter     Party `yaml:"exporter" doc:"报关抬头, where it isn't the seller"`
	OnBehalfOf   Party `yaml:"on_behalf_of" doc:"an agent's principal"`
	Manufacturer Party `yaml:"manufacturer" doc:"who made the goods"`
	Buyer        Party `yaml:"buyer" need:"true" with:"name" doc:"who buys and pays" called:"买方|客户|需方|customer|client"`
	Importer     Party `yaml:"importer" doc:"importer of record; the buyer if left out"`
	Consignee    Party `yaml:"consignee" doc:"who receives the goods; the buyer if left out"`
	Notify       Party `yaml:"notify" doc:"whom the carrier tells of the arrival"`
	ShipTo       Party `yaml:"ship_to" doc:"where the goods go in the end; the consignee if left out"`

	RelatedParties *bool    `yaml:"related_parties" doc:"whether seller and buyer are related, for customs"`
	Assists        []Assist `yaml:"assists" doc:"tools, dies, designs that the buyer supplied: printed, never added"`

	Lines        []Line        `yaml:"lines" need:"true" doc:"the goods and services" called:"items|goods|商品|明细|货物"`
	Charges      []Charge      `yaml:"charges" doc:"what is added or taken off after the lines, in this order"`
	Tax          string        `yaml:"tax" enum:"tax" doc:"whether prices hold the tax of lines[].tax: included or excluded"`
	Packages     []Package     `yaml:"packages" doc:"packages that hold more than one line, or parts of one"`
	Pallets      Pallets       `yaml:"pallets" doc:"pallets under the packages; weights are the tare of each"`
	PackingTotal PackingTotals `yaml:"packing_total" doc:"totals as weighed and measured, printed instead of the computed ones"`

	Origin    string    `yaml:"origin" enum:"country" doc:"country of origin of lines that name none, ISO 3166-1"`
	Incoterm  Incoterm  `yaml:"incoterm" doc:"terms of delivery, Incoterms 2020"`
	Shipment  Shipment  `yaml:"shipment" doc:"how and when the goods travel"`
	Marks     string    `yaml:"marks" doc:"唛头: shipping marks, as they stand on the packages"`
	Delivery  Delivery  `yaml:"delivery" doc:"time of delivery"`
	Insurance Insurance `yaml:"insurance" doc:"who insures, for how much of the value"`

	Payment  Payment   `yaml:"payment" doc:"how and when the buyer pays" called:"付款|付款方式"`
	Payments []Paid    `yaml:"payments" doc:"what has been paid"`
	Rates    []Rate    `yaml:"rates" doc:"rates of exchange to print equivalents by"`
	Docs     Documents `yaml:"documents" doc:"numbers and dates of the documents"`
	Terms    []Text    `yaml:"terms" doc:"numbered clauses"`
	Notes    Notes     `yaml:"notes" doc:"a text, or one for each kind of document" called:"备注|remark|remarks"`

	Stated   Stated     `yaml:"stated" doc:"what an original document said; never printed"`
	Fapiao   Fapiao     `yaml:"fapiao" doc:"data of a Chinese VAT invoice 发票; never printed"`
	Printed  Printed    `yaml:"printed" doc:"how the document that carries this order was printed"`
	Internal strict.Raw `yaml:"internal" doc:"anything; never printed, attached or sent"`

	source *strict.Source
}

// Party is a company or person of the deal.
type Party struct {
	Name     Text       `yaml:"name" doc:"registered name"`
	Address  Text       `yaml:"address" doc:"address, as many lines as it has"`
	Country  string     `yaml:"country" enum:"country" doc:"ISO 3166-1 code"`
	TaxID    string     `yaml:"tax_id" doc:"统一社会信用代码, EIN, VAT number"`
	MID      string     `yaml:"mid" doc:"manufacturer identification code of US customs"`
	Contact  Text       `yaml:"contact" doc:"name of a person"`
	Phone    string     `yaml:"phone" doc:"telephone number"`
	Email    string     `yaml:"email" doc:"e-mail address"`
	Website  string     `yaml:"website" doc:"web address"`
	Banks    Banks      `yaml:"bank" doc:"bank account, or a list of them with id and currency"`
	Signer   Signer     `yaml:"signatory" doc:"the responsible employee who signs, 19 CFR 141.86(j)"`
	Logo     string     `yaml:"logo" doc:"picture file, PNG or JPEG, relative to this file"`
	Sign     string     `yaml:"signature" doc:"picture of the signature"`
	Stamp    Stamp      `yaml:"stamp" doc:"the chop, over the signature line: a file, or {file, on, seam}"`
	FBA      FBA        `yaml:"fba" doc:"Amazon's fulfilment centre and shipment"`
	Internal strict.Raw `yaml:"internal" doc:"anything; never printed"`
}

// Signer is the responsible employee named on a document.
type Signer struct {
	Name  Text `yaml:"name" doc:"name"`
	Title Text `yaml:"title" doc:"position"`
}

// FBA is where goods go at Amazon.
type FBA struct {
	Center    string `yaml:"center" doc:"fulfilment centre, like ONT8"`
	Shipment  string `yaml:"shipment" doc:"shipment ID, FBA15…"`
	Reference string `yaml:"reference" doc:"Amazon reference ID"`
}

// Stamp is a company's chop and where it goes.
type Stamp struct {
	File string   `yaml:"file" doc:"picture file, PNG or JPEG"`
	On   []string `yaml:"on" enum:"kind" doc:"kinds of documents that carry it; all if left out"`
	Seam bool     `yaml:"seam" doc:"骑缝章: also across the pages' edges"`
}

// Bank is an account that money is wired to.
type Bank struct {
	ID           string       `yaml:"id" doc:"name of this account within the order"`
	Currency     string       `yaml:"currency" enum:"currency" doc:"currency of the account"`
	Name         Text         `yaml:"name" doc:"the bank's registered name and branch"`
	Address      Text         `yaml:"address" doc:"the branch's address"`
	Country      string       `yaml:"country" enum:"country" doc:"ISO 3166-1 code"`
	Swift        string       `yaml:"swift" doc:"SWIFT/BIC, 8 or 11 characters"`
	Account      string       `yaml:"account" doc:"account number, as written"`
	IBAN         string       `yaml:"iban" doc:"IBAN"`
	Routing      string       `yaml:"routing" doc:"routing or sort code, ABA"`
	Beneficiary  string       `yaml:"beneficiary" doc:"account holder exactly as registered"`
	CNAPS        string       `yaml:"cnaps" doc:"12 digits, for CNY within China"`
	Intermediary Intermediary `yaml:"intermediary" doc:"bank between the two"`
}

// Intermediary is the bank between the payer's and the beneficiary's.
type Intermediary struct {
	Name    Text   `yaml:"name" doc:"name"`
	Address Text   `yaml:"address" doc:"address"`
	Swift   string `yaml:"swift" doc:"SWIFT/BIC"`
	Account string `yaml:"account" doc:"account number with it"`
}

// References are the numbers of other papers of a deal.
type References struct {
	Contract     string   `yaml:"contract" doc:"contract number"`
	ContractDate Date     `yaml:"contract_date" doc:"contract date"`
	BuyerOrder   string   `yaml:"buyer_order" doc:"the buyer's order number"`
	Quotation    string   `yaml:"quotation" doc:"quotation number"`
	Proforma     string   `yaml:"proforma" doc:"number of the proforma invoice"`
	Orders1688   []string `yaml:"orders_1688" doc:"order numbers on 1688"`
}

// LC is a letter of credit.
type LC struct {
	Number         string `yaml:"number" doc:"number of the credit"`
	Date           Date   `yaml:"date" doc:"date of issue"`
	IssuingBank    string `yaml:"issuing_bank" doc:"issuing bank"`
	Expiry         Date   `yaml:"expiry" doc:"date of expiry"`
	LatestShipment Date   `yaml:"latest_shipment" doc:"latest date of shipment"`
	Clauses        string `yaml:"clauses" doc:"clauses to print, as written"`
}

// Assist is something the buyer supplied for the making of the goods,
// 19 CFR 141.86(a)(11).
type Assist struct {
	Description Text   `yaml:"description" need:"true" doc:"what was supplied"`
	Value       Amount `yaml:"value" doc:"its value"`
	Currency    string `yaml:"currency" enum:"currency" doc:"currency of the value; the order's if left out"`
	SuppliedBy  string `yaml:"supplied_by" doc:"who supplied it"`
}

// Line is one item of goods or services.
type Line struct {
	SKU         string       `yaml:"sku" doc:"the seller's article number" called:"货号|item|item_no|article|code"`
	BuyerSKU    string       `yaml:"buyer_sku" doc:"the buyer's article number"`
	GTIN        string       `yaml:"gtin" doc:"EAN, UPC"`
	ASIN        string       `yaml:"asin" doc:"Amazon's article number"`
	Group       Text         `yaml:"group" doc:"heading that this line stands under; groups have subtotals"`
	Name        Text         `yaml:"name" doc:"short name of the goods"`
	Description Text         `yaml:"description" need:"true" doc:"what it is, as precisely as customs wants it" called:"品名|名称|产品名称|货物名称"`
	Spec        Text         `yaml:"spec" doc:"specification" called:"规格|specification"`
	Model       string       `yaml:"model" doc:"model number" called:"型号"`
	Colour      Text         `yaml:"colour" doc:"colour" called:"颜色|color"`
	Size        Text         `yaml:"size" doc:"size of the article" called:"尺码"`
	Material    Text         `yaml:"material" doc:"what it is made of" called:"材质|材料"`
	Composition []Fibre      `yaml:"composition" doc:"fibres by weight, for textiles"`
	Use         Text         `yaml:"use" doc:"what it is used for"`
	Brand       string       `yaml:"brand" doc:"brand"`
	Image       string       `yaml:"image" doc:"picture file, PNG or JPEG, relative to this file"`
	HS          string       `yaml:"hs" doc:"the exporter's HS code, printed as written" called:"海关编码|hs_code|hscode"`
	HTS         string       `yaml:"hts" doc:"the importing country's code"`
	Elements    Text         `yaml:"elements" doc:"申报要素, for the declaration only"`
	Origin      string       `yaml:"origin" enum:"country" doc:"country of origin; the order's if left out" called:"原产地|原产国|coo|country_of_origin"`
	Maker       Party        `yaml:"manufacturer" doc:"who made this line's goods"`
	Metal       Metals       `yaml:"metal" doc:"steel, aluminium and copper content, for US customs"`
	Quantity    Amount       `yaml:"quantity" doc:"how many" called:"数量|qty|count|pieces"`
	Unit        Text         `yaml:"unit" enum:"unit" doc:"pcs if left out; a code, 只, 件 …, or {zh, en}" called:"单位|uom"`
	PricedBy    Measure      `yaml:"priced_quantity" doc:"quantity in the unit that the price is for, where it is another"`
	Price       Price        `yaml:"price" doc:"price of a unit, or {amount, per}" called:"单价|unit_price|unitprice|价格"`
	Discount    Discount     `yaml:"discount" doc:"discount of this line: {percent} or {amount}"`
	Amount      Amount       `yaml:"amount" doc:"the supplier's stated amount, printed as it is" called:"金额|line_total|subtotal"`
	AsStated    bool         `yaml:"as_stated" doc:"keep amount although quantity and price give another"`
	Free        bool         `yaml:"free" doc:"FOC 免费: counts nothing"`
	Customs     Amount       `yaml:"customs_value" doc:"value of a unit of free goods, for customs only"`
	Tax         LineTax      `yaml:"tax" doc:"{percent}, {exempt: true} or {masked: true}"`
	Packing     Packing      `yaml:"packing" doc:"so many equal packages of this line"`
	Commercial  LineOverride `yaml:"commercial" doc:"other words on the commercial invoice"`
	Proforma    LineOverride `yaml:"proforma" doc:"other words on the proforma invoice"`
	PackingList LineOverride `yaml:"packing-list" doc:"other words on the packing list"`
	Internal    strict.Raw   `yaml:"internal" doc:"anything: cost, supplier, url; never printed"`
}

// LineOverride replaces a line's words on one kind of document.
type LineOverride struct {
	Description Text `yaml:"description" doc:"description on this kind of document"`
}

// Fibre is a part of a textile's composition.
type Fibre struct {
	Fiber   Text   `yaml:"fiber" need:"true" doc:"fibre"`
	Percent Amount `yaml:"percent" need:"true" doc:"percent by weight"`
}

// Metals is the metal content that US customs asks for (Section 232).
type Metals struct {
	Steel    Metal `yaml:"steel" doc:"steel"`
	Aluminum Metal `yaml:"aluminum" doc:"aluminium"`
	Copper   Metal `yaml:"copper" doc:"copper"`
}

// Metal is the content of one metal in a line's goods.
type Metal struct {
	Kg      Amount   `yaml:"kg" doc:"weight of the metal, kg"`
	Value   Amount   `yaml:"value" doc:"value of the metal, in the order's currency"`
	Melted  string   `yaml:"melted" enum:"country" doc:"where steel was melted and poured"`
	Smelted []string `yaml:"smelted" enum:"country" doc:"where aluminium was smelted"`
	Cast    string   `yaml:"cast" enum:"country" doc:"where aluminium was cast last"`
}

// Measure is a quantity with its unit.
type Measure struct {
	Amount Amount `yaml:"amount" need:"true" doc:"how much"`
	Unit   Text   `yaml:"unit" enum:"unit" doc:"unit"`
}

// Discount is a deduction, by percent or amount.
type Discount struct {
	Percent Amount `yaml:"percent" doc:"percent"`
	Amount  Amount `yaml:"amount" doc:"amount in the order's currency"`
}

// LineTax is the tax that a line bears.
type LineTax struct {
	Percent Amount `yaml:"percent" doc:"rate in percent"`
	Exempt  bool   `yaml:"exempt" doc:"exempt 免税"`
	Masked  bool   `yaml:"masked" doc:"printed as ***, bears none"`
	Amount  Amount `yaml:"amount" doc:"the tax as an original states it, kept"`
}

// Charge is added to or taken off the lines' sum.
type Charge struct {
	Kind        string `yaml:"kind" need:"true" enum:"charge" doc:"what for"`
	Amount      Amount `yaml:"amount" doc:"amount, positive; discount and rebate subtract"`
	Percent     Amount `yaml:"percent" doc:"percent of the lines' sum"`
	Description Text   `yaml:"description" doc:"words of its own"`
	Included    bool   `yaml:"included" doc:"already inside the prices: printed, not added"`
}

// Packing is the short form: so many equal packages of one line.
type Packing struct {
	Package  Text     `yaml:"package" enum:"package" doc:"carton if left out"`
	Packages Amount   `yaml:"packages" doc:"how many"`
	Net      Amount   `yaml:"net_kg" doc:"net weight of one, kg"`
	Gross    Amount   `yaml:"gross_kg" doc:"gross weight of one, kg"`
	Size     []Amount `yaml:"size_cm" doc:"length, width, height of one, cm"`
	CBM      Amount   `yaml:"cbm" doc:"volume of one, m³, instead of size_cm"`
}

// Package is one or more equal packages with their contents.
type Package struct {
	Numbers  string    `yaml:"numbers" doc:"numbers on the packages: 42, 1-41, F134-F136"`
	Count    Amount    `yaml:"count" doc:"how many, where no numbers are given; 1 if left out"`
	Package  Text      `yaml:"package" enum:"package" doc:"carton if left out"`
	Net      Amount    `yaml:"net_kg" doc:"net weight of one, kg"`
	Gross    Amount    `yaml:"gross_kg" doc:"gross weight of one, kg"`
	Size     []Amount  `yaml:"size_cm" doc:"length, width, height of one, cm"`
	CBM      Amount    `yaml:"cbm" doc:"volume of one, m³, instead of size_cm"`
	Contents []Content `yaml:"contents" need:"true" doc:"what one package holds"`
}

// Content is how much of a line one package holds.
type Content struct {
	Line     string `yaml:"line" need:"true" doc:"the line's sku, or its position from 1"`
	Quantity Amount `yaml:"quantity" need:"true" doc:"how many in one package"`
}

// Pallets carry the packages; weight and size are of one, empty.
type Pallets struct {
	Count Amount   `yaml:"count" doc:"how many"`
	Gross Amount   `yaml:"gross_kg" doc:"tare of one, kg"`
	Size  []Amount `yaml:"size_cm" doc:"length, width, height of one, cm"`
}

// PackingTotals are totals as weighed.
type PackingTotals struct {
	Packages Amount `yaml:"packages" doc:"number of packages"`
	Package  Text   `yaml:"package" enum:"package" doc:"their kind; PACKAGES where they differ"`
	Net      Amount `yaml:"net_kg" doc:"net weight, kg"`
	Gross    Amount `yaml:"gross_kg" doc:"gross weight, kg"`
	CBM      Amount `yaml:"cbm" doc:"volume, m³"`
}

// Incoterm is a rule of Incoterms 2020 with its named place.
type Incoterm struct {
	Rule  string `yaml:"rule" need:"true" enum:"incoterm" doc:"three letters"`
	Place Text   `yaml:"place" doc:"named place or port"`
}

// Shipment is how the goods travel.
type Shipment struct {
	Mode          string      `yaml:"mode" enum:"mode" doc:"means of transport"`
	From          Text        `yaml:"from" doc:"port or place of loading"`
	Via           Text        `yaml:"via" doc:"place of transshipment"`
	To            Text        `yaml:"to" doc:"port or place of destination"`
	PortOfEntry   Text        `yaml:"port_of_entry" doc:"port of entry into the buyer's country"`
	Date          Date        `yaml:"date" doc:"date of shipment"`
	ETD           Date        `yaml:"etd" doc:"estimated departure"`
	ETA           Date        `yaml:"eta" doc:"estimated arrival"`
	Vessel        string      `yaml:"vessel" doc:"vessel or flight"`
	Voyage        string      `yaml:"voyage" doc:"voyage number"`
	BL            string      `yaml:"bl" doc:"bill of lading number"`
	AWB           string      `yaml:"awb" doc:"air waybill number"`
	Tracking      string      `yaml:"tracking" doc:"tracking number"`
	Partial       string      `yaml:"partial" enum:"allowed" doc:"partial shipments"`
	Transshipment string      `yaml:"transshipment" enum:"allowed" doc:"transshipment"`
	Containers    []Container `yaml:"containers" doc:"containers"`
}

// Container is a shipping container.
type Container struct {
	Number string `yaml:"number" doc:"container number"`
	Seal   string `yaml:"seal" doc:"seal number"`
	Type   string `yaml:"type" enum:"container" doc:"20GP, 40HQ, LCL …"`
}

// Delivery is the time of delivery.
type Delivery struct {
	Days  Amount `yaml:"days" doc:"number of days"`
	After string `yaml:"after" enum:"after" doc:"what the days count from"`
	Text  Text   `yaml:"text" doc:"words of its own"`
}

// Insurance says who insures and for how much.
type Insurance struct {
	By      string `yaml:"by" enum:"insurer" doc:"who insures"`
	Percent Amount `yaml:"percent" doc:"percent of the invoice value"`
	Clauses Text   `yaml:"clauses" doc:"risks covered"`
}

// Payment is how the buyer pays.
type Payment struct {
	Method      string       `yaml:"method" enum:"method" doc:"means of payment"`
	Bank        string       `yaml:"bank" doc:"id of the seller's account to print"`
	Schedule    []Instalment `yaml:"schedule" doc:"instalments"`
	BankCharges string       `yaml:"bank_charges" enum:"bank_charges" doc:"who bears the banks' charges"`
}

// Instalment is a share of the total and when it is due.
type Instalment struct {
	Percent Amount `yaml:"percent" doc:"percent of the total"`
	Amount  Amount `yaml:"amount" doc:"amount in the order's currency"`
	Rest    bool   `yaml:"rest" doc:"the remainder"`
	Due     Text   `yaml:"due" doc:"when, in words"`
	On      string `yaml:"on" enum:"due" doc:"when, as an event"`
	Days    Amount `yaml:"days" doc:"days after the event"`
	Date    Date   `yaml:"date" doc:"when, as a date"`
}

// Paid is a payment that was made.
type Paid struct {
	Date      Date   `yaml:"date" doc:"day of payment"`
	Amount    Amount `yaml:"amount" need:"true" doc:"amount in its currency"`
	Currency  string `yaml:"currency" enum:"pay_currency" doc:"currency; the order's if left out"`
	Fee       Amount `yaml:"fee" doc:"bank's fee, never deducted"`
	Rate      Amount `yaml:"rate" doc:"order's currency for one of the payment's"`
	Reference string `yaml:"reference" doc:"the bank's reference"`
	Proof     string `yaml:"proof" doc:"file that proves it"`
}

// Rate is a rate of exchange to print an equivalent by.
type Rate struct {
	From   string `yaml:"from" need:"true" enum:"currency" doc:"one unit of this currency"`
	To     string `yaml:"to" need:"true" enum:"currency" doc:"is rate units of this"`
	Rate   Amount `yaml:"rate" need:"true" doc:"rate"`
	Date   Date   `yaml:"date" doc:"day of the rate"`
	Source string `yaml:"source" doc:"who published it"`
}

// Stated is what an original document said of itself.
type Stated struct {
	Goods    Amount `yaml:"goods" doc:"sum of the lines"`
	Charges  Amount `yaml:"charges" doc:"sum of the charges"`
	Tax      Amount `yaml:"tax" doc:"tax"`
	Total    Amount `yaml:"total" doc:"total"`
	Words    Text   `yaml:"words" doc:"amount in words"`
	Packages Amount `yaml:"packages" doc:"number of packages"`
	Net      Amount `yaml:"net_kg" doc:"net weight, kg"`
	Gross    Amount `yaml:"gross_kg" doc:"gross weight, kg"`
	CBM      Amount `yaml:"cbm" doc:"volume, m³"`
}

// Fapiao is the data of a Chinese VAT invoice.
type Fapiao struct {
	Kind      string `yaml:"kind" doc:"发票类型"`
	Code      string `yaml:"code" doc:"发票代码"`
	Number    string `yaml:"number" doc:"发票号码"`
	CheckCode string `yaml:"check_code" doc:"校验码"`
	Machine   string `yaml:"machine" doc:"机器编号"`
	Issued    Date   `yaml:"issued" doc:"开票日期"`
	Drawer    string `yaml:"drawer" doc:"开票人"`
	Payee     string `yaml:"payee" doc:"收款人"`
	Reviewer  string `yaml:"reviewer" doc:"复核人"`
}

// Printed tells how the document that carries an order was made, so that the
// same document can be made again. Flags of the command win over it.
type Printed struct {
	Kind     string `yaml:"kind" enum:"kind" doc:"kind of document"`
	Template string `yaml:"template" doc:"name of the template"`
	Paper    string `yaml:"paper" enum:"paper" doc:"A4 or Letter"`
	Lang     string `yaml:"lang" enum:"lang" doc:"languages printed"`
	// AsWritten stands for the letter of credit, which this document doesn't show.
	AsWritten bool `yaml:"as_written" doc:"descriptions are printed exactly as written"`
}
