package read

import (
	"strings"
	"sync"
)

// field is what a label stands for: a path of the order, or a name of this
// package's own for what must be looked at first. One that begins with a point
// belongs to the party or bank that it stands under.
type field string

// labelWords are the ways to write each label, folded as they are read. Words
// of both languages may follow each other in one label.
var labelWords = []struct {
	field field
	ways  string
}{
	// Numbers and dates of papers.
	{"number", "no|no and date|编号及日期|number|nos|编号|单号|号码|单据编号|单据号|document no|doc no|serial no|流水号|文件编号|单证编号"},
	{"reference", "ref no|reference no|our ref|our ref no|ref|reference|reference number|our reference"},
	{"invoice.number", "invoice no|rechnungsnr|rechnungsnummer|rechnung nr|rechnungs nr|facture n|facture no|facture numéro|numéro de facture|n de facture|factuurnummer|factuurnr|factuur nr|número de factura|factura n|fattura n|numero fattura|invoice no and date|invoice no date|invoice number and date|发票号及日期|发票号码及日期|发票号和日期|no and date of invoice|no date of invoice|invoice no and date of invoice|inv no and date|invoice number|inv no|inv number|invoice id|invoice ref|commercial invoice no|commercial invoice number|ci no|c i no|invoice nos|invno|invoiceno|发票号|发票号码|发票编号|商业发票号|商业发票编号|发票no|发票 number|invoice reference|invoice|inv|tax invoice no|export invoice no|invoice serial no|no of invoice"},
	{"proforma.number", "proforma invoice no|no and date of pi|no date of pi|pi no and date|pi no date|no date of proforma invoice|no and date of proforma invoice|pro forma invoice no|proforma invoice number|proforma no|pro forma no|pi no|p i no|pi number|pi|形式发票号|形式发票编号|形式发票号码|pi 编号|pi 号"},
	{"packing.number", "packing list no|packing list number|packing no|pl no|p l no|装箱单号|装箱单编号|箱单号"},
	{"contract.number", "contract no|no and date of contract|no date of contract|contract no and date|contract no date|sc no and date|contract number|contract|sales contract no|sale contract no|sc no|s c no|sc|sc number|sales confirmation no|sales confirmation number|confirmation no|agreement no|合同号|合同号码|合同编号|合约号|合约编号|合同|销售合同号|销售合同编号|外销合同号|确认书编号|确认书号|售货确认书号|合同协议号|合同书编号|sales order no|sales order number|so no|s o no|sales order|销售订单号"},
	{"order.number", "order no|bestellnummer|bestellnr|auftragsnummer|auftragsnr|ordernummer|bestelnummer|numéro de commande|commande n|no and date of order|no date of order|order no and date|po no and date|po no date|order number|order|po no|p o no|po number|po|p o|purchase order no|purchase order number|purchase order|customer order no|customer po|customer po no|customer order number|buyers order no|buyer order no|buyers po no|your order no|your po no|your ref|your reference|your ref no|cust po|order ref|customer ref|customer reference|customers ref|client po|client order no|订单号|订单编号|订单号码|采购订单号|采购单号|客户订单号|客户订单编号|客户单号|po 号|客户po|客户po号|订单|客户合同号|buyers ref|buyer ref|po ref"},
	{"quotation.number", "quotation no|quotation number|quote no|quote number|offer no|报价单号|报价单编号|报价编号|quotation ref"},
	{"orders_1688", "1688订单号|1688 order no|1688单号|阿里订单号|1688订单编号"},
	{"date", "date|datum|fecha|dated|date of issue|issue date|issued date|issuing date|document date|日期|制单日期|开单日期|出单日期|签发日期|签订日期|签约日期|签订时间|签约时间|合同签订时间|下单日期|date of signing|signing date|date time|填制日期|单据日期|开立日期|日 期"},
	{"invoice.date", "invoice date|rechnungsdatum|date de facture|date de la facture|date facture|factuurdatum|fecha de factura|data fattura|inv date|date of invoice|invoice issue date|发票日期|开票日期|开发票日期|ci date|date of the invoice|invoice dated"},
	{"proforma.date", "proforma invoice date|pi date|proforma date|形式发票日期"},
	{"packing.date", "packing list date|packing date|装箱单日期|装箱日期|pl date"},
	{"contract.date", "contract date|date of contract|sc date|合同日期|合同签订日期|合约日期|sales contract date"},
	{"order.date", "order date|po date|date of order|purchase order date|订单日期|采购日期|订货日期"},
	{"quotation.date", "quotation date|quote date|报价日期"},
	{"valid_until", "valid until|valid till|valid to|validity|valid|offer valid until|quotation valid until|expiry date|expiration date|validity date|price validity|validity of offer|有效期|有效期至|报价有效期|有效日期|有效期限|截止日期|本报价有效期"},
	{"lc.number", "lc no|l c no|lc number|l c number|letter of credit no|documentary credit no|credit no|dc no|信用证号|信用证号码|信用证编号|信用证|l c|lc no and date|no and date of lc|no date of lc|no and date of l c|no date of l c|l c no and date|lc no date|l c no date|信用证号及日期|drawn under lc no|under lc no"},
	{"lc.date", "lc date|l c date|date of lc|date of l c|lc issue date|开证日期|信用证日期|lc dated"},
	{"lc.issuing_bank", "issuing bank|lc issuing bank|issued by|opening bank|drawn under|开证行|开证银行"},
	{"lc.expiry", "lc expiry|lc expiry date|expiry of lc|信用证有效期|信用证到期日"},
	{"lc.latest_shipment", "latest shipment|latest shipment date|latest date of shipment|最迟装运日|最迟装运期|最晚装运期|最迟装船期|latest date of shipment 最迟装运日期|最迟装运日期|最晚装运日期"},

	// Money.
	{"currency", "currency|curr|currency code|invoice currency|currency of payment|payment currency|币种|货币|币别|货币种类|结算币种|结算货币|币制|transaction currency|kind of currency|currency of sale"},
	{"total", "total|total value of goods|total goods value|小写|合计小写|小写金额|金额小写|total amount|grand total|total value|total price|total invoice value|total invoice amount|invoice total|amount due|total due|total payable|invoice value|合计|总计|总金额|金额合计|合计金额|共计|总额|发票总额|总价|总货值|发票总金额|合同总金额|合同总价|total contract value|total order value|ttl|ttl amount|total fob value|total cif value|total amount due|总计金额|sum total|net total"},
	{"goods", "subtotal|sub total|小计|goods value|merchandise total|货物小计"},
	{"tax", "tax|sales tax|tax amount|vat amount|税额|合计税额|增值税|增值税额"},
	{"words", "say|say total|say total amount|total say|in words|amount in words|total in words|total amount in words|say amount|say in words|amount chargeable in words|大写|合计大写|大写金额|金额大写|总金额大写|人民币大写|合计人民币大写|合计金额大写|总计大写|总计金额大写|价税合计大写|大写合计|say us dollars|total value in words|大写人民币|美元大写|美金大写|合计金额大写人民币|合计大写金额|人民币金额大写|total amount in english|英文大写|中文大写"},
	{"payment", "payment|payment terms|payment term|terms of payment|term of payment|payment method|method of payment|payment condition|payment conditions|mode of payment|means of payment|terms|term|pay term|pay terms|payment mode|payment type|付款方式|付款条件|付款条款|付款|支付方式|支付条款|支付条件|结算方式|收款方式|收汇方式|付款期限|结汇方式|结算条件|付款方式及期限|结算方式及期限|terms and conditions of payment|付款条件及方式"},
	{"bank_charges", "bank charge|bank charges|banking charges|银行费用|手续费|bank fees"},

	// The way of the goods.
	{"incoterm", "price term|price terms|terms of price|trade term|trade terms|terms of trade|delivery term|delivery terms|terms of delivery|term of delivery|incoterm|incoterms|incoterms 2020|incoterms 2010|incoterms 2000|incoterm 2020|incoterm 2010|shipping term|shipping terms|shipment term|shipment terms|terms of shipment|terms of sale|term of sale|sales terms|term of trade|price basis|basis|贸易条款|贸易术语|贸易条件|价格条款|价格术语|价格条件|成交方式|交货条件|交货条款|交货方式|贸易方式|交易条款|交易方式|报价条款|成交条款|运输条款|条款|terms of delivery and payment|trade mode|price condition|price conditions"},
	{"rule", "fob|cif|cfr|exw|fca|cpt|cip|dap|ddp|dpu|fas|c f|cnf|daf|ddu|dat"},
	{"incoterm.place", "named place|place of incoterm|incoterm place|incoterms place|named place of delivery|fob port|place of delivery named|交货地点|交货地|交货港|delivery place|place of delivery|final place of delivery"},
	{"shipment.from", "from|port of loading|loading port|pol|port of shipment|shipment port|port of departure|departure port|place of departure|place of loading|loading place|shipped from|shipment from|ship from|place of receipt|port of lading|port of origin|departure|departure from|shipping port|port of dispatch|place of dispatch|from port|transport from|装运港|装货港|起运港|启运港|起运地|启运地|发货地|发货港|始发港|出发港|装船港|装运口岸|装运地|装运港口|起运口岸|出运港|出口港|出口口岸|启运口岸|由|从|自|起运港口|loading port from|airport of departure|airport of loading|始发地|起始港|离境口岸|shipped from port"},
	{"shipment.to", "port of discharge|discharge port|port of discharging|discharging port|pod|port of unloading|unloading port|destination|port of destination|destination port|final destination|place of destination|port of arrival|port of delivery|to port|shipped to port|for transportation to|destination place|airport of destination|airport of discharge|final port|dest|目的港|目的地|卸货港|卸港|到货港|抵运港|到达港|运抵港|目的港口|目的口岸|运往|到达地|到货地|运抵地|卸货地|指运港|最终目的地|最终目的港|目的地港口|到港|卸货港口|destination country|目的国港口|运至|至"},
	{"route", "from to|route|routing|shipping route|shipment route|transport details|transport route|transportation details|transport information|details of transport|运输路线|路线|航线|运输事项|起运港目的港|装运港目的港|装运港及目的港|port of loading and destination|loading port and destination|运输详情|transport details and route"},
	{"etd_eta", "etd eta|船期etd eta|预计开船到港|etd and eta"},
	{"shipment.via", "via|port of transshipment|transshipment port|transhipment port|transit port|port of transit|中转港|转运港|中转地|经由|经"},
	{"shipment.port_of_entry", "port of entry|entry port|入境港|进口口岸|入境口岸|进境港|进口港"},
	{"shipment.mode", "mode of transport|mode of transportation|means of transport|means of transportation|transport mode|transportation mode|transport|transportation|method of transport|mode of shipment|shipment mode|shipped by|shipping method|method of shipment|shipping mode|ship by|shipment by|shipping by|by|transport method|delivery by|delivery method|method of dispatch|conveyance|mode of delivery|ship mode|type of shipment|运输方式|运送方式|出运方式|发货方式|运输|送货方式|运输形式|船运方式|出货方式|ship via|shipped via|shipping via|means of conveyance|transport by|运输工具"},
	{"shipment.vessel", "vessel|shipped per|vessel name|vessel no|vessel flight|vessel flight no|vessel aircraft|vessel name and no|name of vessel|ocean vessel|vessel voyage|vessel voyage no|vessel voy|vessel voy no|vessel voyage number|vessel and voyage|vessel and voyage no|vessel name voyage|vessel name voyage no|vessel name and voyage|ship name|mother vessel|flight|flight no|flt no|flt|per s s|per ss|per vessel|s s|m v|carrier vessel|vessel v n|ves voy|船名|船名航次|船名及航次|船名 航次|船名/航次|船名航班|船号|航班号|航班|船舶|carrier|承运人|运输工具名称|运输工具名称及航次号|vessel voyage flight no|vessel flight voyage no|exporting carrier"},
	{"shipment.voyage", "voyage|voyage no|voy|voy no|voyage number|航次|航次号"},
	{"shipment.bl", "bl no|b l no|bl number|b l number|bill of lading|bill of lading no|bill of lading number|bl|b l|mbl no|hbl no|bill of lading awb|bl awb no|b l awb no|b l no awb no|提单号|提单号码|提单编号|提运单号|提单|主单号|分单号"},
	{"shipment.awb", "awb|flt no awb|awb no|air waybill|air waybill no|airway bill|airway bill no|airwaybill no|awb number|hawb no|mawb no|international air waybill no|空运单号|航空运单号|空运提单号|国际空运单号"},
	{"shipment.tracking", "tracking|tracking no|tracking number|waybill no|courier no|express no|waybill number|运单号|快递单号|物流单号|跟踪号|追踪号|跟踪单号|追踪单号|运单号码"},
	{"container", "container|container no|container nos|container number|container numbers|cont no|cntr no|ctnr no|container seal no|container no seal no|container and seal no|container seal|container no and seal no|cntr seal no|cont seal no|container size no|柜号|集装箱号|货柜号|集装箱号码|集装箱|货柜号码|柜号封号|集装箱号封号|箱号封号|柜号封条号|集装箱号及封号|集装箱号铅封号"},
	{"seal", "seal|seal no|seal nos|seal number|seal numbers|container seal number|封号|封条号|铅封号|封条|封志号|铅封|铅封号码"},
	{"container.type", "container type|container size|size of container|container load|container size type|type of container|柜型|箱型|集装箱规格|货柜类型|柜型数量|集装箱类型|container quantity|柜量|箱量|no of containers|number of containers|container type qty"},
	{"shipment.date", "shipment date|departs on or about|departs on|depart on or about|departure on or about|date of shipment|shipping date|ship date|shipped date|shipped on|sailing date|sailing on or about|on board date|date shipped|dispatch date|loading date|departure date|date of departure|date of dispatch|shipped on or about|sailing on|date of export|export date|shipment on or about|装运日期|出运日期|发货日期|开船日期|装船日期|出货日期|启运日期|起运日期|开航日期|离港日期|出口日期|船期|开船日|装船日|出运日|shipped on board date|exportation date|slg on or about|sailing on about|sailing about|shipped on about|date of sailing"},
	{"shipment.etd", "etd|estimated departure|estimated time of departure|estimated departure date|预计开船|预计开船日|预计开船日期|预计离港|预计离港日期|预计离港时间|预计出运日期|预计发货日期|estimated shipping date|estimated ship date"},
	{"shipment.eta", "eta|estimated arrival|estimated time of arrival|estimated arrival date|arrival date|date of arrival|预计到港|预计到港日|预计到港日期|预计到达|预计抵港|预计到港时间|预计到达日期|预计抵达|到港日期|到货日期"},
	{"delivery", "delivery|delivery time|time of delivery|delivery date|date of delivery|lead time|leadtime|production time|production lead time|time of shipment|shipment time|latest delivery|delivery schedule|delivery period|shipment|shipment period|period of shipment|交货期|交货时间|交期|交货日期|交货期限|交付时间|交付日期|货期|装运期|装运时间|装运期限|生产周期|发货时间|出货时间|交货|供货时间|供货周期|生产时间|最迟交货期|delivery lead time|shipping time|time of dispatch|装运|发货期|交货周期|交期时间|预计交期|预计交货期|要求交期|要求交货日期|交货时间及地点|交货地点及时间|交货时间地点|交货时间和地点|交货期及地点|交货日期及地点|交货时间及方式|required delivery date|requested delivery date"},
	{"insurance", "insurance|to be covered by|保险|投保|保险条款|insurance terms|保险条件|insurance to be covered by"},
	{"shipment.partial", "partial shipment|partial shipments|分批装运|分批|partial|可否分批|分批发运|允许分批"},
	{"shipment.transshipment", "transshipment|transhipment|trans shipment|转运|转船|转运装运|可否转运|允许转运|转船运输"},
	{"partial.transshipment", "partial shipment and transshipment|partial shipments and transshipment|分批与转运|partial shipment transshipment"},
	{"origin", "country of origin|origin|country of original|country of origin of the goods|made in|place of origin|country of manufacture|country of goods origin|origin of goods|goods origin|country of origin of goods|origin country|product origin|manufactured in|country of mfg|原产国|原产地|产地|原产国家|货物原产地|原产国地区|商品原产地|货物产地|原产国别|生产国|制造国|产地国|原产国及制造商|country of origin and manufacturer|原产地国|原产国及生产厂商"},
	{"marks", "marks|mark|shipping mark|shipping marks|marks and nos|marks and numbers|marks and no|marks nos|marks numbers|mark and no|mark no|mark nos|marks no|shipping marks and nos|shipping marks and numbers|shipping mark and no|case mark|case marks|carton mark|carton marks|main mark|side mark|cargo marks|唛头|嘜头|唛头号码|唛头及号码|标记唛码|标记及号码|运输标志|运输标记|唛头标记|标记|箱唛|唛码|麦头|正唛|侧唛|唛头及件号|标记和号码|唛头及编号|标记唛头|装运唛头|标志及号码|装运标记|包装唛头|外箱唛头"},
	{"purpose", "purpose|purpose of shipment|reason for export|export reason|reason of export|type of export|purpose of export|出口原因|出口目的|用途说明|reason for sending|shipment purpose"},
	{"trade", "country of destination|country of export|exporting country|country of departure|country of final destination|destination country region|dispatch country|起运国|目的国|运抵国|最终目的国|启运国|贸易国|贸易国别|起运国地区|运抵国地区|出口国|进口国|country of export origin|country of ultimate destination"},

	// Packing.
	{"stated.packages", "total packages|total package|packages|package|total cartons|total ctns|total ctn|total no of packages|no of packages|number of packages|no of package|total number of packages|no of cartons|number of cartons|qty of packages|total number of cartons|packed in|total packed in|total pkgs|pkgs|cartons|ctns|no of pkgs|no of ctns|total number of ctns|total qty of packages|total boxes|quantity of packages|total pallets|总件数|总箱数|件数|箱数|包装件数|总包装件数|合计件数|合计箱数|共计箱数|总包数|总包装数|件数合计|箱数合计|包装数量|number and kind of packages|total carton|total pieces of packages|包装总件数"},
	{"stated.gross", "gw|g w|gross weight|gross wt|total gw|total g w|total gross weight|total gross|ttl gw|ttl g w|ttl gross weight|gross|total gross wt|毛重|总毛重|毛重合计|合计毛重|共计毛重|毛重共计|总重量|g wt|gr wt|grossweight|gross weight total|gw total|总毛重量|shipment gross weight"},
	{"stated.net", "nw|n w|net weight|net wt|total nw|total n w|total net weight|total net|ttl nw|ttl n w|ttl net weight|net|total net wt|净重|总净重|净重合计|合计净重|共计净重|n wt|netweight|net weight total|nw total|总净重量"},
	{"stated.cbm", "meas|measurement|measurements|meast|total measurement|total measurements|total meas|volume|total volume|cbm|total cbm|ttl cbm|m3|cubic|cubage|体积|总体积|尺码|总尺码|材积|体积合计|合计体积|总材积|立方数|总立方|总立方数|measure|ttl measurement|ttl volume|total cubic meters|total cubage|体积数|volume total|外箱体积"},
	{"stated.quantity", "total quantity|total qty|ttl qty|total pcs|quantity|qty|总数量|数量合计|合计数量|总数|数量|total units|total pieces|total no of pieces|total sets"},
	{"packing", "packing|packaging|package type|type of packages|kind of packages|kind of package|packing terms|packing method|type of packing|type of packaging|packing details|packages type|包装|包装方式|包装种类|包装要求|包装条款|包装类型|包装标准|包装方式及要求|kind of packing|packing condition|packing requirement|包装规格|包装说明"},
	{"pieces", "hs code|hs codes|h s code|hs no|hscode|hs编码|商品编码|海关编码|税则号|税号编码|tariff no|customs tariff no|commodity code"},

	// Words.
	{"notes", "remark|remarks|note|notes|nota|memo|comments|comment|special instructions|special instruction|special conditions|special terms|additional information|other information|other remarks|important notes|important note|notice|special remarks|special notes|备注|说明|附注|注|注意|注意事项|备注说明|备 注|特别说明|其他说明|特殊说明|附言|其它说明|特别备注|补充说明|other|others|其他|其它|other terms|其他条款"},
	{"terms", "terms and conditions|terms and condition|terms conditions|general terms|general terms and conditions|conditions|contract terms|clauses|clause|other terms and conditions|条款与条件|条款和条件|交易条件|合同条款|一般条款|一般交易条件|条款及条件|general conditions|terms of contract|约定条款|约定事项"},
	{"inspection", "inspection|quality|quality inspection|claims|claim|force majeure|arbitration|discrepancy|discrepancy and claim|warranty|guarantee|penalty|applicable law|governing law|documents|documents required|required documents|tolerance|more or less|quality standard|检验|质量|索赔|不可抗力|仲裁|质量标准|违约责任|验收|保证|质保|质保期|单据|所需单据|溢短装|争议解决|解决争议|质量要求|技术标准|验收标准|liability|late delivery and penalty|quantity tolerance|inspection and claim|inspection and claims|warranty period|quality and quantity discrepancy and claims|验收标准方法及提出异议期限|违约|异议索赔|异议|适用法律|担保|质量保证|quality guarantee|合同生效"},
	{"signatory", "signed by|signatory|name of signatory|name of signatories|name of the signatory|signatory name|signatory company|printed name|print name|prepared by|name of authorized signatory|authorized by|name of responsible employee|responsible employee|制单人|签署人|经办人|签字人|授权签字人|制单|made by|issued by name|name of authorised signatory|signer"},
	{"signatory.title", "title|position|job title|designation|职务|职位|title of signatory"},
	{"signature", "signature|authorized signature|authorised signature|authorized signatory|authorised signatory|authorized signature and stamp|signature and stamp|stamp|company stamp|signature stamp|stamp and signature|签字|签章|盖章|签名|签字盖章|公司盖章|授权签字|签字或盖章|签署|for and on behalf of|for on behalf of|on behalf of seller|for|sellers signature|buyers signature|the sellers signature|the buyers signature|签字及盖章|公章|单位盖章|confirmed by|accepted by|approved by|审核|复核|checked by|审批|批准|确认签字|signed|signature of shipper|signature of exporter|signature of seller|seller signature|buyer signature|signature date|卖方签字|买方签字|卖方签章|买方签章|卖方盖章|买方盖章|供方签字|需方签字|seller sign|buyer sign|confirmed and accepted by|accepted and confirmed by|confirmed by buyer|confirmed by seller"},
	{"money", "deposit|定金|prepaid|已付|balance|balance due|余额|余款|尾款|paid|amount paid|已付款|已付金额|discount|折扣|freight|运费|海运费|shipping cost|handling charge|other charges|amount|金额|freight charge|freight charges|insurance cost|insurance charge|shipping fee|shipping charge"},
	{"page", "page|page no|pages|页码|页|第|共|sheet no|copy"},
	{"salesman", "kundennr|kundennummer|klantnummer|numéro client|numéro de dossier|orderdatum|bestelldatum|lieferdatum|due date|payment due|due|sales|salesman|sales person|salesperson|sales rep|sales representative|sales manager|业务员|销售员|跟单|跟单员|业务|销售代表|account manager|merchandiser|handled by|operator|客户经理|经办|ordered by|order by|采购员|buyer name code|created by|填表人|made out by|客户编号|customer no|customer code|customer id|client no|client code|vendor no|vendor code|supplier no|supplier code|供应商编号|客户代码|account no of customer|export license no|export licence no|license no|licence no|出口许可证号|permit no|import license no|import licence no|许可证号|批准文号|核销单号|备案号|报关单号|customs no|booking no|订舱号|so号|s o number|batch no|lot no|批次号|批号|project no|项目名称|项目|project|project name|commodity|goods|name of goods|goods description|description of goods|commodity name|product name|name of commodity|品名|货名|货物名称|商品名称|货物描述|description|product|item|items|department|部门|exchange rate|rate|汇率|dimensions|dimension|size|尺寸|weight|weights|重量|time|place|地点|签订地点|signed at|place of signing|signing place|place of issue|签约地点|合同签订地点|issued at|unit|单位|unit price|单价|price|价格|bl type|forwarder|货代|freight forwarder|shipping company|船公司|shipping agent|customs broker|报关行|shipping line|carton size|carton no|ctn no|箱号|warehouse|仓库|material|材质|材料|brand|品牌|model|model no|型号|规格|color|colour|颜色|version|版本|rev|revision|fda no|duns no|duns|iec no|iec|iec code|pan no|pan|申报日期|出口日期|进口日期|征免性质|监管方式|出境关别|进境关别|预录入编号|海关编号|随附单证及编号|随附单证|境内货源地|报关人员|申报单位|生产销售单位|征免方式|关别|账册号|入境口岸编号|incorporation no|llpin|cin no|cin|lut no|lut arn no|shipping bill no|ad code|state code|hsn|place of supply|freight terms|freight term|运费条款|freight payment|freight prepaid or collect"},

	// Parties.
	{"seller", "seller|sellers|vendor|vendors|supplier|suppliers|supplied by|issuer|from company|sold by|beneficiary seller|seller name|卖方|供方|供货方|供应商|供货商|销售方|出票人|出卖人|销货方|卖家|甲方卖方|乙方卖方|供货单位|销售单位|供应方|销方|开票方|发票出具人|invoicer|invoiced by|invoice from|bill from|provider|出具人|卖方信息|seller information|supplier information|seller details|supplier details|供应商信息|供应商资料|卖方资料"},
	{"exporter", "exporter|exporters|shipper|shippers|consignor|consignors|sender|shipper exporter|exporter shipper|shipped by company|发货人|出口商|托运人|出口方|寄件人|寄件方|发件人|发货方|发货单位|出口单位|经营单位|境内发货人|shipper information|exporter information|shipper details|exporter details|sender details|发货人信息|寄件公司|exporter of record|seller exporter|境外发货人"},
	{"buyer", "buyer|buyers|purchaser|purchasers|sold to|bill to|billed to|billing to|invoice to|invoiced to|bill to party|sold to party|customer|customers|client|clients|customer name|client name|customer company|for account of|for account and risk of|for account and risk of messrs|for account and risks of messrs|to messrs|messrs|messers|m s|to m s|to m ss|account of|on account of|on account and risk of|invoice address|billing address|billing information|buyer information|customer information|客户|客户名称|买方|购方|购货方|购货单位|购买方|采购方|买受人|需方|购货人|买家|进货单位|客户信息|抬头|抬头人|发票抬头|付款方|付款人|致|客户公司|客户公司名称|受票方|受票人|采购单位|需求方|订货单位|订货方|买方信息|buyer details|customer details|bill to details|客户资料|买方资料|ordered for|applicant|accountee|开证申请人|申请人|payer|采购商|messrs company|billto|soldto|买方公司|客户抬头|付款单位|bill to address|sold to address|bill to name and address"},
	{"to", "to|attn to"},
	{"party_a", "甲方|甲 方"},
	{"party_b", "乙方|乙 方"},
	{"consignee", "consignee|consignees|consigned to|receiver|recipient|收货人|收货方|收件人信息|收货单位|境外收货人|境内收货人|收件公司|收件方|consignee information|consignee details|ultimate consignee|收货人信息|receiver details|recipient details|收件人公司|receiver information|consign to|ultimate consignee name and address"},
	{"notify", "notify party|notify|notify parties|notifying party|notify 1|notify party 1|first notify party|1st notify party|also notify|also notify party|notify address|通知人|通知方|被通知人|被通知方|到货通知人|第一通知人|notify party address"},
	{"importer", "importer|importers|importer of record|ior|importer if other than consignee|importer if not consignee|buyer if other than consignee|buyer if not consignee|进口商|进口方|进口人|清关进口商|进口商信息|importer information|importer details|进口单位|进口公司"},
	{"ship_to", "ship to|shipped to|shipto|deliver to|delivery to|delivery address|ship to address|ship to party|deliver to address|shipping address|ship to information|delivered to|final delivery address|送货地址|收货地址|交货地址|送货至|运送至|派送地址|最终收货人|送达方|送货方|ship to details|destination address|amazon warehouse|fba warehouse|fba address|fba仓库|fba地址|仓库地址|亚马逊仓库|final consignee"},
	{"manufacturer", "manufacturer|manufacture|manufacturers|manufacturer name|maker|producer|factory|manufactured by|name of manufacturer|factory name|制造商|生产商|生产厂家|制造厂商|厂家|生产企业|生产厂商|工厂|生产单位|加工厂|制造厂家|生产工厂|manufacturer information|manufacturer details"},
	{"on_behalf_of", "principal|委托方|委托人|on behalf of principal|agent for"},

	// What belongs to a party.
	{".name", "name|company name|company|name of company|full name|corporate name|business name|co name|名称|公司名称|单位名称|公司|名字|企业名称|单位|中文名称|英文名称|公司名|公司中文名称|公司英文名称|单位名|name in full|legal name|registered name|firm name|中文名|英文名"},
	{".address", "address|add|addr|adress|addresses|company address|registered address|office address|business address|street address|street|office|office add|factory add|factory address|地址|公司地址|单位地址|注册地址|办公地址|住所|通讯地址|联系地址|详细地址|中文地址|英文地址|经营地址|工厂地址|厂址|地 址|location|full address|address line|address line 1|address line 2|address 1|address 2|add 1|head office|地址电话|名址|name and address|full name and address|名称和地址|名称及地址|名称地址|公司名称及地址"},
	{".city", "city|town|城市|city state zip|city state|city country|city state zip code|city and state|city zip"},
	{".state", "state|province|省|州|county|state province"},
	{".zip", "zip|zip code|postal code|postcode|post code|zip postal code|postal|p c|邮编|邮政编码|邮政编号|zipcode|zip code postcode|pin code"},
	{".country", "country|nation|country region|国家|国家地区|国别|country code|country of buyer"},
	{".tel", "tel|tél|téléphone|telephone|phone|tel no|telephone no|phone no|phone number|tel number|telephone number|tele|ph|ph no|contact no|contact number|contact tel|contact phone|tel fax|tel and fax|phone fax|telephone fax|telefax no|tel mobile|office tel|office phone|t|p|电话|联系电话|电话号码|电话传真|公司电话|电 话|联络电话|固话|座机|固定电话|telefon|电话 传真|tel phone|phone tel|contact tel no|day phone"},
	{".mobile", "mobile|mob|cell|cell phone|cellphone|mobile phone|mobile no|mob no|mobile number|hp|m|whatsapp|手机|手机号|手机号码|移动电话|whats app|tel whatsapp|mp|wechat|微信|微信号|qq|skype|whatsapp no|wechat id|skype id|mobile whatsapp"},
	{".fax", "fax|fax no|fax number|facsimile|telefax|f|传真|传真号|传真号码|传 真"},
	{".email", "email|e mail|emall|e mall|mail|email address|e mail address|emails|email id|e|contact email|邮箱|电子邮箱|电子邮件|电邮|邮件|邮箱地址|邮 箱|e mail id|公司邮箱|联系邮箱"},
	{".website", "website|web|web site|web address|http|https|url|www|homepage|home page|w|网址|网站|公司网址|官网|主页|公司网站"},
	{".contact", "attn|attention|att|contact|contact person|contact name|contacts|contact us|contact information|pic|person in charge|kind attn|kind attention|person to contact|c p|att to|联系人|联络人|收件人|联系方式|收件人姓名|负责人|公司联系人|寄件人姓名|联系人姓名|法定代表人|法人代表|委托代理人|buyer contact|contact man|经办联系人|代表人|授权代表|attention to|liaison"},
	{".tax_id", "ust id|ustid|ust idnr|ust id nr|steuernr|steuer nr|steuernummer|btw|btw nr|btw nummer|n tva|tva intracommunautaire|numéro de tva|siret|siren|partita iva|p iva|tax id|tax no|tax number|tax id no|tax identification no|tax identification number|taxpayer id|tax registration no|tax id ein|ein|ein no|federal tax id|irs no|irs number|irs ein|vat no|vat number|vat id|vat id no|vat reg no|vat registration no|vat registration number|vat|tin|tin no|tin number|gst|gst no|gstin|gst number|gst in|abn|abn no|cnpj|cnpj no|rut|ruc|nif|cif no|cuit|rfc|nit|npwp|trn|trn no|inn|uscc|usci|uscc no|unified social credit code|unified social credit identifier|credit code|social credit code|company registration no|company reg no|registration no|reg no|registration number|business registration no|business license no|eori|eori no|eori number|tax vat no|tax id vat no|tax id vat|vat tax id|tax id no vat no|importer no|customs registration no|ssn ein|tax id number|tax code|mst|税号|税务登记号|统一社会信用代码|社会信用代码|纳税人识别号|纳税识别号|信用代码|统一社会信用代码纳税人识别号|识别号|税务登记证号|企业税号|增值税号|公司税号|营业执照号|营业执照注册号|海关编码注册号|海关注册编码|海关十位编码|海关备案号|组织机构代码|纳税人税号|工商注册号|巴西税号"},
	{".mid", "mid|mid code|mid no|manufacturer id|manufacturer identification code|manufacturer id code|mid number"},

	// The bank's block.
	{"bank", "bank information|bank info|bank detail|bank details|banking details|banking information|bank account information|bank account details|bank account info|our bank details|our bank information|our bank account|bank data|bank particulars|beneficiary bank details|beneficiary bank information|beneficiary information|beneficiary details|payment details|payment information|remittance information|remittance details|remit to|please remit to|payment instruction|payment instructions|wire information|wire instructions|wire transfer information|wiring instructions|bank account|our bank|usd bank information|bank account as below|banking info|account information|account details|bank wire information|tt information|t t bank information|t t remittance route|银行信息|银行资料|开户行及账号资料|银行账户|银行账户信息|收款信息|收款账户|收款账户信息|收款银行信息|汇款路线|汇款信息|汇款资料|账户信息|账户资料|开户信息|公司账户|公司账户信息|付款信息|我司账户|我司账户信息|我司银行信息|银行账号信息|公司银行账户|收款资料|付款账户|汇款账户|付款账号信息|bank account for payment|bank information for payment|seller bank information|sellers bank information|sellers bank|卖方银行信息|美元账户信息|美金账户|美元账户|usd account information|bank information usd|account bank"},
	{"bank.name", "bank name|开户行及账号|开户银行及账号|开户行账号|开户行及帐号|银行及账号|开户银行账号|开户行和账号|name of bank|bank|beneficiary bank|beneficiarys bank|beneficiary bank name|beneficiarys bank name|name of the bank|bank of beneficiary|receiving bank|account with bank|account with institution|advising bank|beneficiary s bank|opening bank of beneficiary|bank branch name|a c with bank|ac with bank|bank and branch|name of beneficiarys bank|name of beneficiary bank|payee bank|payee bank name|collecting bank|negotiating bank|remitting bank|开户行|开户银行|银行|银行名称|开户行名称|收款银行|收款行|开户银行名称|收款人银行|收款人开户行|收款银行名称|收款人开户银行|卖方银行|银行名|受益人银行|受益行|通知行|账户行|汇入行|账户银行|开户行全称|bank name in english|seller bank|sellers bank name|beneficiary banker|banker|our banker|our bankers|bankers"},
	{"bank.branch", "branch|branch name|bank branch|分行|支行|网点"},
	{"bank.address", "bank address|bank add|address of bank|bank addr|beneficiary bank address|beneficiarys bank address|beneficiary bank add|bank s address|banks address|address of beneficiarys bank|address of beneficiary bank|address of the bank|receiving bank address|payee bank address|银行地址|开户行地址|开户银行地址|收款行地址|收款银行地址|bank branch address|branch address|bank location|受益人银行地址|收款人银行地址"},
	{"bank.swift", "swift|swift code|swift no|swift bic|swift bic code|bic|bic code|swift number|bank swift|bank swift code|swift address|bic swift|swift code no|bic swift code|swift id|swift or bic|swift code of bank|beneficiary bank swift code|beneficiary bank swift|beneficiarys bank swift code|银行代码|银行国际代码|银行swift|swift代码|swift码|国际代码|银行国际联行号|银行识别代码|国际联行代码|swift bank code|银行swift代码|swift编码|银行电码|swift号"},
	{"bank.account", "account no|kto nr|kontonummer|rekeningnummer|account number|a c no|ac no|acc no|acct no|account|a c|a c number|acc number|acct|bank account no|bank account number|account num|a c code|beneficiary account no|beneficiary account number|beneficiary account|beneficiarys account no|beneficiarys account number|beneficiarys a c no|beneficiary a c no|usd account no|usd account|usd account number|usd a c|usd a c no|us dollar account|us dollar account no|rmb account|rmb account no|eur account|eur account no|euro account|hkd account|cny account|cny account no|account no usd|account id|payee account|payee account no|acc|bank a c|bank a c no|bank ac no|company account no|beneficiary account no usd|账号|帐号|账户|帐户|银行账号|银行帐号|收款账号|收款帐号|账户号码|银行账户号|美元账号|美金账号|人民币账号|美元帐号|美金帐号|收款人账号|受益人账号|银行账户号码|公司账号|账户号|对公账号|账号号码|rmb账号|usd账号|开户账号|基本账户账号|收款人账户|a c usd"},
	{"bank.iban", "iban|iban no|iban number|iban code|international bank account number"},
	{"bank.routing", "blz|bankleitzahl|aba|aba no|aba number|aba routing|routing no|routing number|aba routing no|aba routing number|routing|routing code|sort code|bsb|bank code|branch code|fedwire|fedwire no|ach|ach routing|ach routing number|transit no|chips|wire routing number|ach routing no|银行代号|分行代码|ifsc|ifsc code|bank code no|sort code no|clearing code|local clearing code|bsb code"},
	{"bank.cnaps", "cnaps|cnaps no|cnaps code|cnaps number|联行号|行号|大额行号|支付行号|开户行号|银行行号|大额支付行号|大额支付系统行号|银行联行号|开户行联行号|开户行行号|支付系统行号|收款行行号"},
	{"bank.beneficiary", "beneficiary|beneficiary name|beneficiarys name|beneficiary s name|name of beneficiary|account name|a c name|ac name|acc name|acct name|account holder|titulaire du compte|kontoinhaber|account holder name|account holders name|name of account|account title|beneficiary customer|beneficiary company|beneficiary company name|benificiary|benificiary name|beneficary|beneficary name|payee|payee name|bank account name|account owner|name of account holder|in favor of|in favour of|beneficiary account name|receiver name|pay to|payable to|full name of beneficiary|收款人|收款人名称|受益人|受益人名称|户名|账户名|账户名称|开户名|开户名称|帐户名称|收款人户名|收款单位|收款人姓名|开户公司|开户单位|账户户名|收款公司|账号名称|银行户名|收款方|收款单位名称|公司户名|收款账户名称|账户持有人|受益方|收款名称"},
	{"bank.beneficiary_address", "beneficiary address|beneficiary add|beneficiarys address|beneficiarys add|address of beneficiary|beneficiary s address|account holder address|payee address|受益人地址|收款人地址|户名地址|account address|beneficiary company address|company address of beneficiary"},
	{"bank.beneficiary_tel", "beneficiary tel|beneficiary phone|beneficiarys tel|beneficiary telephone|bank tel|bank phone|bank telephone|bank fax|银行电话|开户行电话|受益人电话|收款人电话|beneficiarys phone no|beneficiary tel no|bank tel no|beneficiary country|bank country|country of bank|银行所在国家|beneficiary phone number"},
	{"bank.intermediary", "intermediary bank|intermediary bank name|intermediary|correspondent bank|correspondent bank name|intermediate bank|agent bank|中间行|中转行|中间银行|中转银行|代理行|intermediary banks name|correspondent banks|correspondent"},
	{"bank.intermediary_swift", "intermediary bank swift|intermediary bank swift code|intermediary swift|intermediary swift code|correspondent bank swift code|correspondent bank swift|swift of intermediary bank|swift code of intermediary bank|中间行swift|中转行swift|中间行代码|intermediary bank bic|correspondent swift|中间行swift code"},
	{"bank.intermediary_address", "intermediary bank address|correspondent bank address|intermediary address|中间行地址|中转行地址"},
	{"bank.intermediary_account", "intermediary bank account|intermediary account|intermediary account no|intermediary bank account no|correspondent account|correspondent account no|中间行账号"},
	{"bank.currency", "account currency|currency of account|账户币种"},

	// Words that say nothing themselves.
	{"filler", "the|our|your|of|s|and|及|和|与|或|full|details|detail|information|info|资料|信息|请|please|a|an|or"},
}

// labelIndex finds fields by their folded labels.
var labelIndex = sync.OnceValue(func() map[string]field {
	index := make(map[string]field, 4096)
	for _, l := range labelWords {
		for way := range strings.SplitSeq(l.ways, "|") {
			if w := fold(way); w != "" {
				if _, taken := index[w]; !taken {
					index[w] = l.field
				}
			}
		}
	}
	for _, currency := range [...]string{"usd", "rmb", "cny", "eur", "euro", "hkd", "gbp", "jpy", "us", "美元", "美金", "人民币", "欧元", "港币"} {
		for _, account := range [...]string{"account", "accountno", "accountnumber", "ac", "acno", "accno", "账号", "帐号", "账户"} {
			index[currency+account] = "bank.account"
		}
	}
	return index
})
