package offline

import "testing"

// TestCompaniesOfAllForms: ranks of places are left out, trades in words, branches and
// owners by their own names.
func TestCompaniesOfAllForms(t *testing.T) {
	translator := newTranslator(t)
	for source, want := range map[string]string{
		"宁波北仑华盛模具厂(普通合伙)":      "Ningbo Beilun Huasheng Mold Factory (General Partnership)",
		"台州市黄岩区新前街道宏飞塑料模具厂":    "Taizhou Huangyan Xinqian Hongfei Plastic Mold Factory",
		"海宁市许村镇锦绣家纺厂":          "Haining Xucun Jinxiu Home Textiles Factory",
		"重庆隆鑫通用动力股份有限公司":       "Chongqing Longxin General Power Co., Ltd.",
		"晋江市陈埭镇恒盛鞋塑有限公司":       "Jinjiang Chendai Hengsheng Shoes and Plastics Co., Ltd.",
		"杭州临安绿源山核桃专业合作社":       "Hangzhou Lin'an Luyuan Hickory Nut Specialized Cooperative",
		"香港恒信国际集团有限公司":         "Hong Kong Hengxin International Group Limited",
		"深圳市大族激光科技股份有限公司惠州分公司": "Shenzhen Dazu Laser Technology Co., Ltd., Huizhou Branch",
		"宁夏中宁县百瑞源枸杞有限公司":       "Ningxia Zhongning Bairuiyuan Goji Berry Co., Ltd.",
		"陈小明(个体工商户)":           "Chen Xiaoming (Individual Business)",
		"中山市星耀照明电器有限公司":        "Zhongshan Xingyao Lighting Appliance Co., Ltd.",
	} {
		if got := translator.Translate(source, Company, "en"); got.Text != want || got.Final {
			t.Errorf("%s: %q final %v, want %q for review", source, got.Text, got.Final, want)
		}
	}
}
