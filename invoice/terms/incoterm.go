package terms

// Incoterm is a rule of Incoterms 2020.
type Incoterm struct {
	Code, Zh, En string
	Sea          bool // for sea and inland waterways only; its place is a port
}

// Term is the code with its names.
func (i Incoterm) Term() Term { return Term{i.Code, i.Zh, i.En} }

// Incoterms are the eleven rules.
var Incoterms = &Table[Incoterm]{entries: incoterms[:], also: incotermWays}

// Source: the rules of Incoterms 2020 as general knowledge has them, written
// 2026-11-24; the ICC's own text was not at hand.
var incoterms = [...]Incoterm{
	{"CFR", "成本加运费", "Cost and Freight", true},
	{"CIF", "成本、保险费加运费", "Cost, Insurance and Freight", true},
	{"CIP", "运费和保险费付至", "Carriage and Insurance Paid To", false},
	{"CPT", "运费付至", "Carriage Paid To", false},
	{"DAP", "目的地交货", "Delivered at Place", false},
	{"DDP", "完税后交货", "Delivered Duty Paid", false},
	{"DPU", "目的地卸货后交货", "Delivered at Place Unloaded", false},
	{"EXW", "工厂交货", "Ex Works", false},
	{"FAS", "船边交货", "Free Alongside Ship", true},
	{"FCA", "货交承运人", "Free Carrier", false},
	{"FOB", "船上交货", "Free on Board", true},
}

// Rules of earlier editions lead to those that took their place.
var incotermWays = []also{
	{"CFR", "C&F, CNF, C and F, CAF"},
	{"DAP", "DDU, DAF, DES"},
	{"DDP", "LDP"},
	{"DPU", "DAT, DEQ"},
	{"EXW", "EX-FACTORY, EX-WORK, 出厂价, 工厂价"},
	{"FCA", "FOR, FOT, FOB Airport"},
	{"FOB", "离岸价"},
	{"CIF", "CNI, 到岸价"},
}
