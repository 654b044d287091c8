package offline

// modals are the words for what must, may or must not be done.
var modals = map[string]modal{
	"必须": mustDo, "务必": mustDo, "须": mustDo, "须要": mustDo, "需": shallDo, "需要": shallDo, "应": shallDo, "应当": shallDo, "应该": shallDo, "要": shallDo,
	"可": mayDo, "可以": mayDo, "能": mayDo, "能够": mayDo, "不得": mustNot, "不可": mustNot, "不可以": mustNot, "不能": cannot, "无法": cannot, "不许": mustNot,
	"不允许": notAllowed, "严禁": mustNot, "禁止": mustNot, "请勿": doNot, "切勿": doNot, "勿": doNot, "请不要": doNot, "不要": doNot,
	"无需": needNot, "无须": needNot, "不需": needNot, "不需要": needNot, "不必": needNot, "将": willDo, "将于": willDo, "将在": willDo, "会": willDo, "方可": onlyThen, "方能": onlyThen, "才能": onlyThen, "才可": onlyThen, "后方可": onlyThen,
	"正在": ongoing, "可能": maybe, "可能会": maybe,
	"只能": mayOnly, "只可": mayOnly, "只可以": mayOnly, "仅能": mayOnly, "仅可": mayOnly,
}

// parties are those who act; they take an article in a sentence.
var parties = map[string]string{
	"买方": "the buyer", "卖方": "the seller", "客户": "the customer", "客人": "the customer", "双方": "both parties", "买卖双方": "both parties", "甲乙双方": "both parties",
	"甲方": "Party A", "乙方": "Party B", "供方": "the supplier", "需方": "the buyer", "工厂": "the factory", "供应商": "the supplier", "我司": "our company", "我公司": "our company",
	"我方": "we", "我们": "we", "贵司": "your company", "贵公司": "your company", "贵方": "you", "收货人": "the consignee", "收货方": "the consignee", "托运人": "the shipper", "供货方": "the supplier", "采购方": "the buyer", "开证人": "the L/C applicant", "代理公司": "the agent", "付款人": "the payer", "收款人": "the payee", "保险公司": "the insurance company", "检验机构": "the inspection body", "发货人": "the shipper", "承运人": "the carrier",
	"货代": "the forwarder", "任何一方": "either party", "任意一方": "either party", "一方": "one party", "对方": "the other party", "受益人": "the beneficiary", "开证行": "the issuing bank",
	"生产商": "the manufacturer", "制造商": "the manufacturer", "进口商": "the importer", "出口商": "the exporter", "第三方": "a third party", "船公司": "the shipping company", "责任方": "the responsible party", "汇款方": "the remitter", "出口方": "the exporter", "进口方": "the importer", "制造方": "the manufacturer", "生产方": "the manufacturer", "运输方": "the carrier", "付款方": "the payer", "收款方": "the payee", "违约方": "the breaching party", "守约方": "the non-breaching party", "过错方": "the party at fault", "发货方": "the shipper", "委托方": "the principal", "申请人": "the applicant", "客服": "customer service", "物流公司": "the logistics company", "快递公司": "the courier", "收件人": "the recipient", "寄件人": "the sender", "买家": "the buyer", "卖家": "the seller", "商家": "the merchant", "代理商": "the agent", "经销商": "the distributor", "供货商": "the supplier", "采购商": "the purchaser", "货主": "the cargo owner", "司机": "the driver", "第三方机构": "a third-party agency", "另一方": "the other party", "申请方": "the applicant", "买方银行": "the buyer's bank", "卖方银行": "the seller's bank", "买方代表": "the buyer's representative", "卖方代表": "the seller's representative", "当地代理商": "the local agent", "检疫部门": "the quarantine authorities", "买方和卖方": "the buyer and the seller", "甲方和乙方": "Party A and Party B",
	"买方代理": "the buyer's agent", "卖方代理": "the seller's agent", "清关代理": "the customs clearance agent", "目的港代理": "the agent at the port of destination", "报关行": "the customs broker", "货代公司": "the forwarder", "买方货代": "the buyer's forwarder", "卖方货代": "the seller's forwarder", "卖方工程师": "the seller's engineer", "买方工程师": "the buyer's engineer", "厂家": "the manufacturer", "第三方检测机构": "a third-party testing body", "定作方": "the ordering party", "承揽方": "the contractor", "出租方": "the lessor", "承租方": "the lessee", "提货人": "the person picking up the goods", "物流方": "the logistics provider", "投保人": "the policyholder",
}

// adverbs stand behind the verb in English.
var adverbs = map[string]string{
	"单独": "individually", "独立": "individually", "及时": "promptly", "尽快": "as soon as possible", "立即": "immediately", "马上": "immediately", "按时": "on time", "准时": "on time", "按期": "on schedule", "如期": "on schedule",
	"提前": "in advance", "重新": "again", "再次": "again", "分别": "separately", "分开": "separately", "另行": "separately", "免费": "free of charge", "严格": "strictly", "随货": "with the goods", "一并": "together", "一起": "together", "同时": "at the same time", "现场": "on site", "下批": "in the next batch", "随箱": "in the carton", "随下批": "with the next batch", "随下批货": "with the next batch of goods", "随下批货物": "with the next batch of goods", "随下一批货": "with the next batch of goods", "随大货": "with the bulk goods", "全程": "throughout", "每日": "per day", "每天": "per day", "每周": "per week", "每月": "per month", "每年": "per year", "另外": "additionally", "随机": "at random", "友好协商": "through friendly negotiation", "协商": "through negotiation", "通过协商": "through negotiation", "通过友好协商": "through friendly negotiation", "双面": "on both sides", "单面": "on one side", "整齐": "neatly", "牢固": "firmly", "均匀": "evenly", "热缩": "by heat-shrinking",
	"直接": "directly", "优先": "with priority", "随时": "at any time", "统一": "uniformly", "自行": "on its own", "书面": "in writing", "以书面形式": "in writing", "完全": "completely", "正常": "normally", "妥善": "properly", "充分": "fully", "一次性": "in one lump sum", "全额": "in full",
	"全数": "in full", "如实": "truthfully", "仔细": "carefully", "当面": "in person", "相应": "accordingly", "先": "first", "提前书面": "in writing in advance", "逐一": "one by one", "擅自": "without authorization", "平均": "equally", "无息": "without interest", "原路": "via the original payment method", "单方面": "unilaterally", "私自": "without authorization", "最后": "finally", "事先": "in advance", "终身": "for life", "预先": "in advance", "稍后": "later", "随后": "subsequently", "尽早": "as early as possible", "当场": "on the spot", "逐个": "one by one", "逐箱": "carton by carton", "定期": "regularly", "长时间": "for a long time",
}

// prepositions lead a noun phrase before the verb; on 在 see place.
var prepositions = []struct{ zh, en string }{
	{"按照", "according to "}, {"按", "according to "}, {"根据", "according to "}, {"依照", "according to "}, {"依据", "according to "}, {"参照", "with reference to "},
	{"使用", "with "}, {"采用", "with "}, {"用", "with "}, {"通过", "through "}, {"以", "by "}, {"给", "to "}, {"向", "to "}, {"与", "with "}, {"同", "with "}, {"从", "from "}, {"经", "by "}, {"凭", "against "}, {"随", "with "}, {"经由", "via "}, {"途经", "via "},
}
