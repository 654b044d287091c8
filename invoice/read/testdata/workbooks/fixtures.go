package main

var fixtures = []fixture{
	{"01_shenzhen_lamps.xlsx", shenzhenLamps},
	{"02_ningbo_haobo.xlsx", ningboHaobo},
	{"03_yiwu_market.xlsx", yiwuMarket},
	{"04_factory_1688.xlsx", factory1688},
	{"05_bilingual_heads.xlsx", bilingualHeads},
	{"06_broken_formulas.xlsx", brokenFormulas},
	{"07_two_sheets_shared_packing.xlsx", twoSheets},
	{"08_two_on_one_sheet.xlsx", twoOnOneSheet},
	{"09_continued_rows.xlsx", continuedRows},
	{"10_rounded_price.xlsx", roundedPrice},
	{"11_mixed_cartons.xlsx", mixedCartons},
	{"12_wrong_total.xlsx", wrongTotal},
	{"13_wrong_words.xlsx", wrongWords},
	{"14_wrong_amount_and_packing.xlsx", wrongAmountAndPacking},
	{"15_template.xlsx", template},
	{"16_empty_form.xlsx", emptyForm},
	{"17_sales_list.xlsx", salesList},
	{"18_price_list.xlsx", priceList},
}
