package terms

// Source of the tables in this file: the order format, read 2026-11-24, which
// defines the codes. Their names, and the types of containers, are the trade's
// usage, compared with no list.

// Charge is a kind of charge beside the price of goods.
type Charge struct {
	Code, Zh, En string
	Sign         int // 1 adds, −1 subtracts, 0 may do either
}

// Term is the code with its names.
func (c Charge) Term() Term { return Term{c.Code, c.Zh, c.En} }

// Charges are the kinds of charges.
var Charges = &Table[Charge]{entries: charges[:], also: []also{
	{"bank_fee", "bank charge, bank charges, wire fee, 手续费, 银行费用"},
	{"customs_clearance", "customs, clearance, 报关费, 清关费"},
	{"discount", "rabatt, 优惠"},
	{"documents", "document, documentation, document fee"},
	{"freight", "shipping, shipping cost, ocean freight, sea freight, air freight, postage, 海运费, 空运费, 国际运费"},
	{"inland_freight", "trucking, domestic freight, local freight, 国内运费, 拖车费"},
	{"inspection", "qc, inspection fee"},
	{"handling", "thc, 港杂费"},
	{"sample", "samples, sample fee"},
	{"service", "service fee"},
	{"tax", "vat, taxes, 增值税"},
	{"tooling", "mold, mould, molds, moulds, mold fee, die, dies, 开模费"},
}}

var charges = [...]Charge{
	{"bank_fee", "银行手续费", "Bank Fee", 1},
	{"commission", "佣金", "Commission", 1},
	{"customs_clearance", "清关报关费", "Customs Clearance", 1},
	{"discount", "折扣", "Discount", -1},
	{"documents", "单证费", "Documents", 1},
	{"freight", "运费", "Freight", 1},
	{"handling", "操作费", "Handling", 1},
	{"inland_freight", "内陆运费", "Inland Freight", 1},
	{"inspection", "验货费", "Inspection", 1},
	{"insurance", "保险费", "Insurance", 1},
	{"other", "其他费用", "Other Charges", 0},
	{"packing", "包装费", "Packing", 1},
	{"rebate", "返利", "Rebate", -1},
	{"rounding", "尾数调整", "Rounding", 0},
	{"sample", "样品费", "Sample Charge", 1},
	{"service", "服务费", "Service Fee", 1},
	{"tax", "税费", "Tax", 1},
	{"tooling", "模具费", "Tooling", 1},
}

// Modes are means of transport.
var Modes = &Table[Term]{entries: []Term{
	{"air", "空运", "By Air"},
	{"express", "快递", "By Express"},
	{"multimodal", "多式联运", "Multimodal"},
	{"rail", "铁路", "By Rail"},
	{"road", "公路", "By Road"},
	{"sea", "海运", "By Sea"},
}, also: []also{
	{"air", "airfreight, air freight, plane"},
	{"express", "courier, dhl, ups, fedex, 国际快递"},
	{"rail", "train, railway, 铁运, 中欧班列"},
	{"road", "truck, trucking, 陆运, 汽运, 卡航"},
	{"sea", "ocean, vessel, ship, sea freight, 船运"},
}}

// Methods are ways to pay.
var Methods = &Table[Term]{entries: []Term{
	{"agent", "代采代付", "Payment through a Buying Agent"},
	{"kjb", "跨境宝", "Cross-border Pay (KJB)"},
	{"lc", "信用证", "L/C"},
	{"other", "其他方式", "Other"},
	{"payoneer", "派安盈", "Payoneer"},
	{"wire", "电汇", "T/T"},
	{"wise", "Wise 汇款", "Wise"},
	{"worldfirst", "万里汇", "WorldFirst"},
}, also: []also{
	{"agent", "buying agent, 代理"},
	{"kjb", "world pay, worldpay, cross-border pay, 跨境支付宝"},
	{"lc", "l/c, letter of credit"},
	{"wire", "tt, bank transfer, bank wire, wire transfer, telegraphic transfer, swift, 银行转账"},
	{"wise", "transferwise"},
	{"worldfirst", "world first, world account"},
}}

// BankCharges say who bears the banks' charges of a wire.
var BankCharges = &Table[Term]{entries: []Term{
	{"ben", "收款人承担", "BEN (by the beneficiary)"},
	{"our", "付款人承担", "OUR (by the remitter)"},
	{"sha", "双方共担", "SHA (shared)"},
}, also: []also{{"ben", "beneficiary"}, {"our", "ours, sender, remitter"}, {"sha", "share, shared"}}}

// Purposes are why goods are sent.
var Purposes = &Table[Term]{entries: []Term{
	{"gift", "礼品", "Gift"},
	{"repair", "维修", "Repair"},
	{"return", "退货", "Return"},
	{"sale", "销售", "Sale"},
	{"sample", "样品", "Sample"},
	{"warranty", "保修更换", "Warranty Replacement"},
}, also: []also{{"sale", "sold, commercial, sales"}, {"sample", "samples"}, {"return", "returned"}, {"warranty", "replacement"}}}

// DeliveryStarts are what days of delivery count from.
var DeliveryStarts = &Table[Term]{entries: []Term{
	{"approval", "产前样确认", "sample approval"},
	{"deposit", "收到定金", "receipt of the deposit"},
	{"lc", "收到信用证", "receipt of the L/C"},
	{"order", "下单", "the order"},
}}

// DueEvents are when an instalment is due.
var DueEvents = &Table[Term]{entries: []Term{
	{"against_bl", "见提单副本", "against copy of B/L"},
	{"before_shipment", "发货前", "before shipment"},
	{"date", "指定日期", "on the date given"},
	{"days", "发票日后", "after the invoice date"},
	{"order", "下单时", "with the order"},
}}

// DueStarts are the same events where a number of days stands before them.
var DueStarts = &Table[Term]{entries: []Term{
	{"against_bl", "提单日后", "after the B/L date"},
	{"before_shipment", "发货前", "before shipment"},
	{"days", "发票日后", "after the invoice date"},
	{"order", "下单后", "after the order"},
}}

// Insurers are the sides that may insure.
var Insurers = &Table[Term]{entries: []Term{{"buyer", "买方", "the buyer"}, {"seller", "卖方", "the seller"}}}

// Permissions are for partial shipments and transshipment.
var Permissions = &Table[Term]{entries: []Term{{"allowed", "允许", "Allowed"}, {"not_allowed", "不允许", "Not Allowed"}}, also: []also{
	{"allowed", "yes, true, permitted"}, {"not_allowed", "no, false, prohibited, forbidden"},
}}

// Containers are types of containers and of loads in them.
var Containers = &Table[Term]{entries: []Term{
	{"20FR", "20尺框架柜", "20' flat rack"},
	{"20GP", "20尺普柜", "20' general purpose"},
	{"20HQ", "20尺高柜", "20' high cube"},
	{"20OT", "20尺开顶柜", "20' open top"},
	{"20RF", "20尺冷柜", "20' reefer"},
	{"20TK", "20尺罐柜", "20' tank"},
	{"40FR", "40尺框架柜", "40' flat rack"},
	{"40GP", "40尺普柜", "40' general purpose"},
	{"40HQ", "40尺高柜", "40' high cube"},
	{"40OT", "40尺开顶柜", "40' open top"},
	{"40RF", "40尺冷柜", "40' reefer"},
	{"40RH", "40尺高冷柜", "40' high cube reefer"},
	{"45HQ", "45尺高柜", "45' high cube"},
	{"53HQ", "53尺高柜", "53' high cube"},
	{"FCL", "整箱", "full container load"},
	{"LCL", "拼箱", "less than container load"},
}, also: []also{
	{"20GP", "20, 20ft, 20DC, 20DV, 20ST, 22G1, 小柜"},
	{"20RF", "20RE, 22R1"},
	{"40GP", "40, 40ft, 40DC, 40DV, 40ST, 42G1, 平柜, 大柜"},
	{"40HQ", "40HC, 45G1, 高柜"},
	{"40RH", "40HR, 40RQ, 45R1"},
	{"45HQ", "45, 45HC, L5G1"},
}}
