package main

import "fmt"

// A stall of the Yiwu market: everything in Chinese, carton ranges, a row of
// discount under the goods.
func yiwuMarket() ([]byte, want) {
	b, p := newBook("宋体", 10, "商业发票")
	s := p[0]
	s.widths("A:5 B:9 C:10 D:24 E:14 F:7 G:7 H:9 I:6 J:8 K:11 L:9 M:9 N:9")
	s.merge("A1:N1", "义乌市佳和饰品有限公司", "b c 20 f:黑体")
	s.merge("A2:N2", "地址：浙江省义乌市国际商贸城二区16号门3楼18256号    电话：0579-85112233   手机：13900000168 陈佳", "c 9")
	s.merge("A3:N3", "商 业 发 票", "b c u 16")
	s.merge("A4:H4", "客户名称：阿尔法贸易公司 AL-FALAH GENERAL TRADING LLC", "l")
	s.merge("J4:N4", "发票号：JH20230805-03", "l")
	s.merge("A5:H5", "目的港：杰贝阿里 JEBEL ALI", "l")
	s.merge("J5:N5", "日期：2023年8月5日", "l")
	s.merge("A6:H6", "成交方式：FOB 宁波", "l")
	s.merge("J6:N6", "唛头：AF/DXB/1-63", "l")
	s.height(7, 28)
	s.row(7, "A", "b c wrap box #E2EFDA", "序号", "箱号", "货号", "品名", "规格", "装箱数", "件数", "总数量", "单位", "单价\n(元)", "金额\n(元)", "单箱毛重kg", "单箱净重kg", "体积\n(m³)")
	goods := []struct {
		no, item, name, spec string
		per, ctns            int
		unit, code           string
		price, gross, net    string
		cbm                  string // of one
	}{
		{"1-12", "JH-801", "合金发夹", "6.5cm 混色", 1200, 12, "个", "pcs", "0.45", "13.5", "12.8", "0.045"},
		{"13-20", "JH-802", "韩版发圈", "10条/板", 600, 8, "板", "", "1.3", "11", "10.2", "0.06"},
		{"21-35", "JH-815", "珍珠项链", "42+5cm", 300, 15, "条", "", "3.85", "9.6", "8.9", "0.038"},
		{"36-37", "JH-820", "耳钉套装", "6对/卡", 800, 2, "卡", "", "2.2", "10.5", "9.7", "0.04"},
		{"38-57", "JH-901", "儿童雨伞", "50cm×8骨", 60, 20, "把", "", "7.5", "15.2", "14.1", "0.052"},
		{"58-63", "JH-903", "钥匙扣", "硅胶卡通", 1000, 6, "个", "pcs", "0.98", "12.3", "11.6", "0.036"},
	}
	total, ctns := d("0"), 0
	net, gross, cbm := d("0"), d("0"), d("0")
	var lines []m
	for i, g := range goods {
		r, q, n := 8+i, g.per*g.ctns, d(fmt.Sprint(g.ctns))
		a := d(g.price).Mul(d(fmt.Sprint(q)))
		v := d(g.cbm).Mul(n)
		s.row(r, "A", "c box", i+1, g.no, g.item, g.name, g.spec, g.per, g.ctns, fx{fmt.Sprintf("F%d*G%d", r, r), q}, g.unit)
		s.row(r, "J", "r box n:0.00", d(g.price), fx{fmt.Sprintf("H%d*J%d", r, r), a})
		s.row(r, "L", "c box", d(g.gross), d(g.net))
		s.put(at("N", r), v, "c box n:0.000")
		total, ctns = total.Add(a), ctns+g.ctns
		net, gross, cbm = net.Add(d(g.net).Mul(n)), gross.Add(d(g.gross).Mul(n)), cbm.Add(v)
		lines = append(lines, m{"sku": g.item, "description": g.name, "spec": m{"path": []any{"spec", "size"}, "is": g.spec}, "quantity": fmt.Sprint(q), "unit": m{"zh": g.unit}, "price": g.price, "amount": a.String(),
			"packing": m{"package": "carton", "packages": fmt.Sprint(g.ctns), "net_kg": g.net, "gross_kg": g.gross, "cbm": g.cbm}})
	}
	goodsSum := total
	off := total.Mul(d("0.02")).Round(2)
	total = total.Sub(off)
	s.row(14, "A", "c box", nil, nil, nil, "老客户优惠2%", nil, nil, nil, nil, nil, nil)
	s.put("K14", off.Neg(), "r box n:0.00")
	s.row(14, "L", "box", nil, nil, nil)
	for i, c := range "ABCDEFGHIJKLMN" {
		s.put(at(string(c), 15), []any{"合计", nil, nil, nil, nil, nil, ctns, nil, nil, nil, total, gross, net, cbm}[i], "b c box n:#,##0.###")
	}
	s.style("K15", "K15", "b r box n:#,##0.00")
	cn := daxie(total, "元")
	s.merge("A16:N16", "合计金额（大写）：人民币"+cn, "b l box")
	s.merge("A18:N18", "付款方式：定金30%，余款发货前付清。", "l")
	s.merge("A19:N19", "开户行：中国农业银行义乌国际商贸城支行  账号：6228 4803 8012 3456 719  户名：陈佳", "l")
	s.put("K22", "收款人签字：", "")
	s.picture("K19", chop(), 0.45, 10, 8)
	s.paper("landscape")

	return b.bytes(), want{
		Orders: []m{{
			"number": "JH20230805-03", "date": "2023-08-05", "currency": "CNY",
			"seller": m{"name": "义乌市佳和饰品有限公司", "address": "浙江省义乌市国际商贸城二区16号门3楼18256号", "phone": anyOf("0579-85112233", "0579-85112233 / 13900000168", "13900000168"),
				"bank": m{"name": "中国农业银行义乌国际商贸城支行", "account": "6228 4803 8012 3456 719", "beneficiary": "陈佳"}},
			"buyer":    m{"name": anyOf(zhEn("阿尔法贸易公司", "AL-FALAH GENERAL TRADING LLC"), "阿尔法贸易公司 AL-FALAH GENERAL TRADING LLC", m{"en": "AL-FALAH GENERAL TRADING LLC"})},
			"incoterm": m{"rule": "FOB", "place": "宁波"},
			"shipment": m{"to": anyOf(zhEn("杰贝阿里", "JEBEL ALI"), "杰贝阿里 JEBEL ALI")},
			"marks":    "AF/DXB/1-63",
			"charges":  []any{m{"kind": "discount", "amount": off.String()}},
			"payment":  m{"schedule": []any{m{"percent": "30"}, m{"percent": m{"path": []any{"percent", "rest"}, "is": anyOf("70", "true")}}}},
			"stated":   m{"total": total.String(), "words": m{"zh": anyOf("人民币"+cn, cn)}, "packages": fmt.Sprint(ctns), "net_kg": net.String(), "gross_kg": gross.String(), "cbm": cbm.String()},
			"lines":    lines,
		}},
		Absent: []string{"no such " + goodsSum.String()},
	}
}

// A factory that sells on 1688: a contract of purchase between 甲方 and 乙方.
func factory1688() ([]byte, want) {
	b, p := newBook("宋体", 11, "采购合同")
	s := p[0]
	s.widths("A:6 B:26 C:22 D:8 E:10 F:12 G:14 H:18")
	s.merge("A1:H1", "采 购 合 同", "b c 20 f:黑体")
	s.merge("A3:D3", "甲方（需方）：深圳市蓝海跨境电子商务有限公司", "l")
	s.merge("E3:H3", "合同编号：LH-CG-20231108", "l")
	s.merge("A4:D4", "乙方（供方）：佛山市顺德区金厨电器制造有限公司", "l")
	s.merge("E4:H4", "签订日期：2023 年 11 月 08 日", "l")
	s.merge("A5:D5", "", "")
	s.merge("E5:H5", "签订地点：佛山顺德", "l")
	s.merge("A6:H6", "根据《中华人民共和国民法典》的有关规定，经双方友好协商，甲方向乙方采购下列产品，签订本合同，共同遵守。", "l wrap 10")
	s.merge("A7:H7", "一、产品名称、规格、数量、金额：", "b l")
	s.row(8, "A", "b c box", "序号", "产品名称", "规格型号", "单位", "数量", "含税单价", "金额", "备注")
	goods := []struct {
		name, spec, unit string
		qty              int
		price, note      string
	}{
		{"电热水壶", "JC-1801 1.8L 220V/1500W", "台", 2000, "38.50", "白色，英规插头"},
		{"电热水壶", "JC-1801 1.8L 220V/1500W", "台", 1000, "38.50", "黑色，欧规插头"},
		{"手持搅拌机", "JC-H602 600W", "台", 500, "56.80", ""},
		{"搅拌机配件杯", "600ml PP", "个", 500, "4.2", "随机另装"},
	}
	total := d("0")
	var lines []m
	for i, g := range goods {
		r := 9 + i
		a := d(g.price).Mul(d(fmt.Sprint(g.qty)))
		total = total.Add(a)
		s.row(r, "A", "c box", i+1, g.name, g.spec, g.unit, g.qty)
		s.row(r, "F", "r box n:0.00", d(g.price), a)
		s.put(at("H", r), g.note, "c box 9")
		lines = append(lines, m{"description": g.name, "spec": m{"path": []any{"spec", "model"}, "is": g.spec}, "quantity": fmt.Sprint(g.qty), "unit": m{"zh": g.unit}, "price": d(g.price).String(), "amount": a.String()})
	}
	s.merge("A13:D13", "合计", "b c box")
	s.row(13, "E", "b c box n:#,##0", 4000, nil)
	s.put("G13", fx{"SUM(G9:G12)", total}, "b r box n:¥#,##0.00")
	s.put("H13", nil, "box")
	cn := daxie(total, "元")
	s.merge("A14:H14", "合计人民币（大写）："+cn, "b l box")
	for i, t := range []string{
		"二、质量标准：按双方封样及GB 4706.1执行，质保期一年。",
		"三、交货时间及地点：合同签订后30天内，送至甲方指定盐田仓库，运费由乙方承担。",
		"四、付款方式：预付30%定金，余款70%提货前付清。",
		"五、包装：外销纸箱，每箱6台，唛头按甲方要求。",
		"六、以上单价含13%增值税专用发票。",
		"七、违约责任：逾期交货每天按合同金额的0.5%计违约金。",
		"八、本合同一式两份，双方盖章生效，传真件有效。",
	} {
		s.merge(fmt.Sprintf("A%d:H%d", 15+i, 15+i), t, "l wrap 10")
	}
	s.merge("A23:D28", "甲方：深圳市蓝海跨境电子商务有限公司\n地址：深圳市龙岗区坂田街道云里智能园5栋801\n代表人：林晓东\n电话：0755-8321 6650\n日期：", "l t wrap box")
	s.merge("E23:H28", "乙方：佛山市顺德区金厨电器制造有限公司\n地址：佛山市顺德区容桂街道华口社区昌宝东路18号\n代表人：何志强\n电话：0757-2838 7712\n开户行：中国工商银行佛山容桂支行  账号：2013 8526 0910 0074 511\n税号：91440606MA4UX3K27P", "l t wrap box")
	s.picture("E22", chop(), 0.6, 90, 4)
	s.picture("B22", chop(), 0.6, 90, 4)
	for r := 23; r <= 28; r++ {
		s.height(r, 20)
	}
	s.area("A1:H30", "portrait")

	return b.bytes(), want{
		Orders: []m{{
			"number": "LH-CG-20231108", "date": "2023-11-08", "currency": "CNY",
			"references": m{"contract": "LH-CG-20231108"},
			"seller": m{"name": "佛山市顺德区金厨电器制造有限公司", "address": "佛山市顺德区容桂街道华口社区昌宝东路18号", "phone": "0757-2838 7712", "tax_id": "91440606MA4UX3K27P",
				"contact": "何志强",
				"bank":    m{"name": "中国工商银行佛山容桂支行", "account": "2013 8526 0910 0074 511"}},
			"buyer":   m{"name": "深圳市蓝海跨境电子商务有限公司", "address": "深圳市龙岗区坂田街道云里智能园5栋801", "phone": "0755-8321 6650", "contact": "林晓东"},
			"tax":     "included",
			"payment": m{"schedule": []any{m{"percent": "30"}, m{"percent": m{"path": []any{"percent", "rest"}, "is": anyOf("70", "true")}}}},
			"stated":  m{"total": total.String(), "words": m{"zh": anyOf("人民币"+cn, cn)}},
			"lines":   lines,
		}},
	}
}
