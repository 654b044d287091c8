package offline

import "testing"

// TestCantoneseNamesAreHongKongs: a name that Hong Kong writes its own way is read in
// Mandarin everywhere else.
func TestCantoneseNamesAreHongKongs(t *testing.T) {
	holdWanted(t, []wanted{
		{"湖南省长沙县星沙产业基地蓝田北路1号1栋301室", Address, "Room 301, Building 1, No. 1, Lantian North Road, Xingsha Industrial Base, Changsha County, Hunan Province"},
		{"广东省东莞市沙田镇环保工业城3号", Address, "No. 3, Environmental Protection Industrial City, Shatian Town, Dongguan City, Guangdong Province"},
		{"陕西省西安市蓝田县工业园区文姬路22号", Address, "No. 22, Wenji Road, Industrial Park, Lantian County, Xi'an City, Shaanxi Province"},
		{"上海市金钟路968号", Address, "No. 968, Jinzhong Road, Shanghai"},
		{"广东省佛山市顺德区北角工业区2号", Address, "No. 2, Beijiao Industrial Zone, Shunde District, Foshan City, Guangdong Province"},
		{"山东省青岛市市南区香港中路40号", Address, "No. 40, Hong Kong Middle Road, Shinan District, Qingdao City, Shandong Province"},
		{"香港新界沙田火炭坳背湾街2号", Address, "No. 2, Au Pui Wan Street, Fo Tan, Sha Tin, New Territories, Hong Kong"},
		{"香港新界葵涌葵丰街18号", Address, "No. 18, Kwai Fung Crescent, Kwai Chung, New Territories, Hong Kong"},
		{"澳门友谊大马路918号", Address, "No. 918, Avenida da Amizade, Macau"},
		{"台湾新北市板桥区文化路一段100号", Address, ""},
	})
}

// TestHouseNumbersOfAllKinds: a letter or 特 before the number, a number behind it.
func TestHouseNumbersOfAllKinds(t *testing.T) {
	holdWanted(t, []wanted{
		{"北京市朝阳区建国路甲92号世茂大厦A座1801室", Address, "Room 1801, Tower A, Shimao Building, No. A92, Jianguo Road, Chaoyang District, Beijing"},
		{"湖北省武汉市东西湖区走马岭街道食品一路特9号", Address, "Special No. 9, Shipin 1st Road, Zoumaling Subdistrict, Dongxihu District, Wuhan City, Hubei Province"},
		{"辽宁省大连市保税区海天路17号-3", Address, "No. 17-3, Haitian Road, Bonded Zone, Dalian City, Liaoning Province"},
		{"广东省汕头市澄海区莲下镇槐东工业区第3幢", Address, "Building 3, Huaidong Industrial Zone, Lianxia Town, Chenghai District, Shantou City, Guangdong Province"},
	})
}

// TestZonesAndRingRoads: numbered zones, phases and sections, and a city's rings.
func TestZonesAndRingRoads(t *testing.T) {
	holdWanted(t, []wanted{
		{"江苏省苏州市吴江区盛泽镇西二环路1188号", Address, "No. 1188, West 2nd Ring Road, Shengze Town, Wujiang District, Suzhou City, Jiangsu Province"},
		{"北京市丰台区南四环西路188号总部基地18区25号楼", Address, "Building 25, Zone 18, Headquarters Base, No. 188, South 4th Ring West Road, Fengtai District, Beijing"},
		{"四川省成都市金牛区二环路北一段10号", Address, "No. 10, North Section 1 of 2nd Ring Road, Jinniu District, Chengdu City, Sichuan Province"},
		{"浙江省金华市永康市古山镇胡库下村二区15号", Address, "No. 15, Zone 2, Hukuxia Village, Gushan Town, Yongkang City, Jinhua City, Zhejiang Province"},
		{"福建省晋江市陈埭镇江头村南区38号", Address, "No. 38, South Zone, Jiangtou Village, Chendai Town, Jinjiang City, Fujian Province"},
		{"福建省厦门市湖里区火炬高新区软件园二期望海路10号楼", Address, "Building 10, Wanghai Road, Phase 2, Software Park, Huoju High-Tech Zone, Huli District, Xiamen City, Fujian Province"},
		{"河北省衡水市安平县经济开发区东区为民街18号", Address, "No. 18, Weimin Street, East Zone, Economic Development Zone, Anping County, Hengshui City, Hebei Province"},
		{"北京市大兴区亦庄经济技术开发区科创十四街99号", Address, "No. 99, Kechuang 14th Street, Yizhuang Economic and Technological Development Zone, Daxing District, Beijing"},
		{"浙江省舟山市定海区北蝉乡新港工业园区", Address, "Xingang Industrial Park, Beichan Township, Dinghai District, Zhoushan City, Zhejiang Province"},
		{"广东省揭阳市揭东区锡场镇锡西村委会工业区", Address, "Industrial Zone, Xixi Village Committee, Xichang Town, Jiedong District, Jieyang City, Guangdong Province"},
		{"河北省邯郸市永年区标准件产业园区洺李路北", Address, "North Side of Mingli Road, Standard Parts Industrial Park, Yongnian District, Handan City, Hebei Province"},
		{"湖南省株洲市芦淞区建设南路服饰市场5楼A36号", Address, "No. A36, 5/F, Apparel Market, Jianshe South Road, Lusong District, Zhuzhou City, Hunan Province"},
	})
}

// TestDistrictsByTheirFullNames: districts, banners and autonomous counties.
func TestDistrictsByTheirFullNames(t *testing.T) {
	holdWanted(t, []wanted{
		{"新疆维吾尔自治区乌鲁木齐市头屯河区喀什西路888号", Address, "No. 888, Kashgar West Road, Toutunhe District, Urumqi City, Xinjiang Uygur Autonomous Region"},
		{"甘肃省兰州市城关区雁滩路3502号", Address, "No. 3502, Yantan Road, Chengguan District, Lanzhou City, Gansu Province"},
		{"广东省韶关市乳源瑶族自治县乳城镇", Address, "Rucheng Town, Ruyuan Yao Autonomous County, Shaoguan City, Guangdong Province"},
		{"云南省大理白族自治州大理市下关镇", Address, "Xiaguan Town, Dali City, Dali Bai Autonomous Prefecture, Yunnan Province"},
		{"陕西省西安市国际港务区港务大道99号综合保税区", Address, "Comprehensive Bonded Zone, No. 99, Gangwu Avenue, International Trade and Logistics Park, Xi'an City, Shaanxi Province"},
	})
}

// TestNamesOfElsewhere: a Taiwanese or Hong Kong name on the mainland, a name of one
// character that was cut off another.
func TestNamesOfElsewhere(t *testing.T) {
	holdWanted(t, []wanted{
		{"惠州市惠城区小金口街道办事处九龙村", Address, ""},
		{"山东省青岛市市北区台东三路12号", Address, "No. 12, Taidong 3rd Road, Shibei District, Qingdao City, Shandong Province"},
		{"贵州省贵阳市云岩区丰产支路1号天恒城市广场A栋", Address, "Building A, Tianheng City Plaza, No. 1, Fengchan Branch Road, Yunyan District, Guiyang City, Guizhou Province"},
		{"湖北省武汉市黄陂区盘龙城经济开发区", Address, "Panlongcheng Economic Development Zone, Huangpi District, Wuhan City, Hubei Province"},
		{"广东省广州市南沙区丰泽东路106号(自编1号楼)", Address, "Self-Numbered Building 1, No. 106, Fengze East Road, Nansha District, Guangzhou City, Guangdong Province"},
		{"辽宁省沈阳市浑南区世纪路1号21世纪大厦B座", Address, ""},
	})
}
