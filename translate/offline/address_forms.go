package offline

import "strings"

// addressForm is a suffix that makes the text before it a part of an address.
type addressForm struct {
	zh, en string // en with {} for the name, "No. {}"
	level  int    // from the country (0) down to the room
	number bool   // the name is a number or a letter
}

// addressForms by level; the English style is No. 88, Xingye Road, Yiwu City, Zhejiang Province.
var addressForms = []addressForm{
	{"特别行政区", "{} Special Administrative Region", 1, false}, {"自治区", "{} Autonomous Region", 1, false}, {"省", "{} Province", 1, false},
	{"自治州", "{} Autonomous Prefecture", 2, false}, {"地区", "{} Prefecture", 2, false}, {"市", "{} City", 2, false}, {"盟", "{} League", 2, false},
	{"自治县", "{} Autonomous County", 3, false}, {"县", "{} County", 3, false}, {"区", "{} District", 3, false}, {"新区", "{} New Area", 3, false}, {"旗", "{} Banner", 3, false},
	{"街道办事处", "{} Subdistrict", 4, false}, {"街道", "{} Subdistrict", 4, false}, {"街道办", "{} Subdistrict", 4, false}, {"镇", "{} Town", 4, false}, {"乡", "{} Township", 4, false},
	{"社区", "{} Community", 5, false}, {"行政村", "{} Village", 5, false}, {"村", "{} Village", 5, false}, {"新村", "{} New Village", 5, false}, {"居委会", "{} Residents' Committee", 5, false},
	{"经济技术开发区", "{} Economic and Technological Development Zone", 6, false}, {"高新技术产业开发区", "{} High-Tech Industrial Development Zone", 6, false}, {"高新技术开发区", "{} High-Tech Development Zone", 6, false},
	{"经济开发区", "{} Economic Development Zone", 6, false}, {"开发区", "{} Development Zone", 6, false}, {"高新区", "{} High-Tech Zone", 6, false}, {"保税区", "{} Bonded Zone", 6, false}, {"综合保税区", "{} Comprehensive Bonded Zone", 6, false}, {"自贸区", "{} Free Trade Zone", 6, false},
	{"工业园区", "{} Industrial Park", 6, false}, {"工业园", "{} Industrial Park", 6, false}, {"工业区", "{} Industrial Zone", 6, false}, {"工业集中区", "{} Industrial Concentration Zone", 6, false}, {"工业城", "{} Industrial City", 6, false}, {"产业园", "{} Industrial Park", 6, false}, {"产业园区", "{} Industrial Park", 6, false}, {"产业集聚区", "{} Industrial Cluster Area", 6, false}, {"科技园", "{} Science and Technology Park", 6, false}, {"科技园区", "{} Science and Technology Park", 6, false}, {"高科技园", "{} Hi-Tech Park", 6, false}, {"高科技园区", "{} Hi-Tech Park", 6, false}, {"创业园", "{} Pioneer Park", 6, false}, {"产业基地", "{} Industrial Base", 6, false}, {"创业基地", "{} Pioneer Base", 6, false}, {"生产基地", "{} Production Base", 6, false}, {"孵化基地", "{} Incubation Base", 6, false}, {"创意产业园", "{} Creative Industrial Park", 6, false}, {"服饰市场", "{} Apparel Market", 9, false}, {"工业基地", "{} Industrial Base", 6, false}, {"工业小区", "{} Industrial Zone", 6, false}, {"出口加工区", "{} Export Processing Zone", 6, false}, {"加工区", "{} Processing Zone", 6, false}, {"科学城", "{} Science City", 6, false}, {"科技城", "{} Science and Technology City", 6, false}, {"生态园", "{} Ecological Park", 6, false}, {"科创园", "{} Science and Innovation Park", 6, false}, {"智造园", "{} Intelligent Manufacturing Park", 6, false}, {"食品工业园", "{} Food Industrial Park", 6, false}, {"总部基地", "{} Headquarters Base", 6, false}, {"合作区", "{} Cooperation Zone", 6, false}, {"示范区", "{} Demonstration Zone", 6, false}, {"农场", "{} Farm", 5, false}, {"创意园", "{} Creative Park", 6, false}, {"商务区", "{} Business District", 6, false}, {"中央商务区", "{} Central Business District", 6, false}, {"商贸区", "{} Trade Zone", 6, false}, {"科技新城", "{} Science and Technology New Town", 6, false}, {"新城", "{} New Town", 6, false}, {"工贸园", "{} Industry and Trade Park", 6, false}, {"工贸区", "{} Industry and Trade Zone", 6, false}, {"电商城", "{} E-commerce City", 9, false}, {"云谷", "{} Cloud Valley", 9, false}, {"智谷", "{} Smart Valley", 9, false}, {"硅谷", "{} Silicon Valley", 9, false}, {"产业城", "{} Industrial City", 6, false}, {"国际城", "{} International City", 9, false}, {"物流园", "{} Logistics Park", 6, false}, {"物流园区", "{} Logistics Park", 6, false}, {"软件园", "{} Software Park", 6, false}, {"电商园", "{} E-commerce Park", 6, false}, {"电子商务园", "{} E-commerce Park", 6, false}, {"园区", "{} Park", 6, false}, {"小镇", "{} Town", 6, false}, {"功能区", "{} Functional Zone", 6, false}, {"工业功能区", "{} Industrial Functional Zone", 6, false}, {"民营工业区", "{} Private Industrial Zone", 6, false},
	{"公路", "{} Highway", 7, false}, {"大道", "{} Avenue", 7, false}, {"大街", "{} Street", 7, false}, {"路", "{} Road", 7, false}, {"街", "{} Street", 7, false}, {"道", "{} Avenue", 7, false}, {"巷", "{} Lane", 7, false}, {"胡同", "{} Hutong", 7, false}, {"国道", "National Highway {}", 7, true}, {"省道", "Provincial Highway {}", 7, true}, {"线", "{} Line", 7, false},
	{"大道东", "{} Avenue East", 7, false}, {"大道西", "{} Avenue West", 7, false}, {"大道南", "{} Avenue South", 7, false}, {"大道北", "{} Avenue North", 7, false}, {"大道中", "{} Avenue Central", 7, false}, {"支路", "{} Branch Road", 7, false}, {"环路", "{} Ring Road", 7, false}, {"号路", "No. {} Road", 7, true}, {"号大街", "No. {} Street", 7, true}, {"里", "{} Lane", 7, false},
	{"东段", "East Section", 8, false}, {"西段", "West Section", 8, false}, {"南段", "South Section", 8, false}, {"北段", "North Section", 8, false}, {"中段", "Middle Section", 8, false}, {"段", "Section {}", 8, true},
	{"弄", "Lane {}", 9, true}, {"号", "No. {}", 9, true}, {"号院", "Yard {}", 9, true}, {"组", "Group {}", 9, true}, {"村民小组", "Villager Group {}", 9, true}, {"小组", "Group {}", 9, true}, {"排", "Row {}", 11, true}, {"号商铺", "Shop {}", 14, true}, {"商铺", "Shop {}", 14, true}, {"号门面", "Shop {}", 14, true}, {"号楼", "Building {}", 11, true}, {"号院内", "Inside Yard {}", 9, true}, {"国际城", "{} International City", 9, false}, {"电子城", "{} Electronics City", 9, false}, {"家纺城", "{} Home Textile City", 9, false}, {"国际家纺城", "{} International Home Textile City", 9, false}, {"轻纺城", "{} Textile City", 9, false}, {"汽配城", "{} Auto Parts City", 9, false}, {"装饰城", "{} Decoration City", 9, false}, {"灯具城", "{} Lighting City", 9, false}, {"国际灯饰城", "{} International Lighting City", 9, false}, {"国际皮革城", "{} International Leather City", 9, false}, {"国际商贸中心", "{} International Trade Center", 9, false}, {"国际物流园", "{} International Logistics Park", 6, false}, {"光电园", "{} Optoelectronics Park", 6, false}, {"村委会", "{} Village Committee", 9, false}, {"村委会", "{} Village Committee", 5, false}, {"建材城", "{} Building Materials City", 9, false}, {"五金城", "{} Hardware City", 9, false}, {"服装城", "{} Garment City", 9, false}, {"皮革城", "{} Leather City", 9, false}, {"鞋城", "{} Shoe City", 9, false}, {"物流中心", "{} Logistics Center", 9, false}, {"金融中心", "{} Financial Center", 10, false}, {"贸易中心", "{} Trade Center", 10, false}, {"会展中心", "{} Exhibition Center", 10, false}, {"国际大厦", "{} International Building", 10, false}, {"商务大厦", "{} Business Building", 10, false}, {"科技大厦", "{} Technology Building", 10, false}, {"商业广场", "{} Commercial Plaza", 9, false}, {"国际广场", "{} International Plaza", 9, false},
	{"小区", "{} Residential Quarter", 9, false}, {"花园", "{} Garden", 9, false}, {"花苑", "{} Garden", 9, false}, {"公寓", "{} Apartment", 9, false}, {"家园", "{} Homeland", 9, false}, {"大厦", "{} Building", 10, false}, {"大楼", "{} Building", 10, false}, {"广场", "{} Plaza", 9, false}, {"时代广场", "{} Times Square", 9, false}, {"城市广场", "{} City Plaza", 9, false}, {"城市花园", "{} City Garden", 9, false}, {"世纪广场", "{} Century Plaza", 9, false}, {"商贸广场", "{} Trade Plaza", 9, false}, {"科技广场", "{} Technology Plaza", 9, false}, {"文化广场", "{} Culture Plaza", 9, false}, {"金融广场", "{} Financial Plaza", 9, false}, {"公馆", "{} Mansion", 9, false}, {"新技术开发区", "{} New Technology Development Zone", 6, false}, {"核心区", "{} Core Area", 10, false}, {"号栋", "Building {}", 11, true}, {"购物中心", "{} Shopping Center", 9, false}, {"海创园", "{} Haichuang Park", 6, false}, {"跨境电商产业园", "{} Cross-Border E-commerce Industrial Park", 6, false}, {"电商产业园", "{} E-commerce Industrial Park", 6, false}, {"科技产业园", "{} Science and Technology Industrial Park", 6, false}, {"科技工业园", "{} Science and Technology Industrial Park", 6, false}, {"东工业区", "{} East Industrial Zone", 6, false}, {"西工业区", "{} West Industrial Zone", 6, false}, {"南工业区", "{} South Industrial Zone", 6, false}, {"北工业区", "{} North Industrial Zone", 6, false}, {"工业中心", "{} Industrial Center", 10, false}, {"国际商贸城", "{} International Trade City", 9, false}, {"商贸城", "{} Trade City", 9, false}, {"小商品城", "{} Commodities City", 9, false}, {"批发市场", "{} Wholesale Market", 9, false}, {"市场", "{} Market", 9, false}, {"商城", "{} Mall", 9, false}, {"商务中心", "{} Business Center", 10, false}, {"国际中心", "{} International Center", 10, false}, {"中心", "{} Center", 10, false}, {"写字楼", "{} Office Building", 10, false}, {"仓库", "{} Warehouse", 11, false}, {"城", "{} City", 9, false}, {"苑", "{} Garden", 9, false},
	{"灯饰城", "{} Lighting City", 9, false}, {"家具城", "{} Furniture City", 9, false}, {"家居城", "{} Home Furnishings City", 9, false}, {"陶瓷城", "{} Ceramics City", 9, false}, {"玩具城", "{} Toy City", 9, false}, {"服饰城", "{} Apparel City", 9, false}, {"副食品城", "{} Food City", 9, false}, {"饰品城", "{} Jewelry City", 9, false}, {"珠宝城", "{} Jewelry City", 9, false}, {"石材城", "{} Stone City", 9, false}, {"眼镜城", "{} Optical City", 9, false}, {"鞋材城", "{} Shoe Materials City", 9, false}, {"茶叶城", "{} Tea City", 9, false}, {"花卉市场", "{} Flower Market", 9, false}, {"农贸市场", "{} Farmers' Market", 9, false}, {"面料市场", "{} Fabric Market", 9, false}, {"布匹市场", "{} Fabric Market", 9, false}, {"丝绸市场", "{} Silk Market", 9, false}, {"家具市场", "{} Furniture Market", 9, false}, {"服装市场", "{} Garment Market", 9, false}, {"鞋材市场", "{} Shoe Materials Market", 9, false}, {"钢材市场", "{} Steel Market", 9, false}, {"五金市场", "{} Hardware Market", 9, false}, {"建材市场", "{} Building Materials Market", 9, false}, {"汽配市场", "{} Auto Parts Market", 9, false}, {"水产市场", "{} Seafood Market", 9, false}, {"茶叶市场", "{} Tea Market", 9, false}, {"大市场", "{} Grand Market", 9, false}, {"服装批发市场", "{} Garment Wholesale Market", 9, false}, {"大世界", "{} World", 9, false}, {"服饰广场", "{} Apparel Plaza", 9, false}, {"服装广场", "{} Garment Plaza", 9, false}, {"家居广场", "{} Home Furnishings Plaza", 9, false}, {"美食广场", "{} Food Plaza", 9, false}, {"村委", "{} Village Committee", 9, false}, {"居委", "{} Residents' Committee", 5, false}, {"步行街", "{} Pedestrian Street", 7, false}, {"商业街", "{} Commercial Street", 7, false}, {"孵化园", "{} Incubation Park", 6, false}, {"文创园", "{} Cultural and Creative Park", 6, false}, {"文化产业园", "{} Cultural Industry Park", 6, false}, {"科技创新园", "{} Science and Technology Innovation Park", 6, false}, {"厨具城", "{} Kitchenware City", 9, false}, {"数字产业园", "{} Digital Industrial Park", 6, false}, {"物流港", "{} Logistics Port", 6, false}, {"创新港", "{} Innovation Port", 6, false},
	{"自由贸易试验区", "{} Pilot Free Trade Zone", 6, false}, {"自贸试验区", "{} Pilot Free Trade Zone", 6, false}, {"高新技术产业区", "{} High-Tech Industrial Zone", 6, false}, {"高技术产业开发区", "{} High-Tech Industrial Development Zone", 6, false}, {"高新技术产业园", "{} High-Tech Industrial Park", 6, false}, {"边境贸易区", "{} Border Trade Zone", 6, false}, {"边境经济合作区", "{} Border Economic Cooperation Zone", 6, false}, {"经济合作区", "{} Economic Cooperation Zone", 6, false},
	{"经济试验区", "{} Economic Pilot Zone", 6, false}, {"规划区", "{} Planned Area", 6, false}, {"经开区", "{} Economic Development Zone", 6, false}, {"旅游度假区", "{} Tourism Resort", 6, false}, {"度假区", "{} Resort", 6, false}, {"风景区", "{} Scenic Area", 6, false}, {"风景名胜区", "{} Scenic Area", 6, false}, {"管理区", "{} Administrative Zone", 6, false},
	{"工业管理区", "{} Industrial Administrative Zone", 6, false}, {"化工园区", "{} Chemical Industrial Park", 6, false}, {"化工园", "{} Chemical Industrial Park", 6, false}, {"临港经济区", "{} Port Economic Zone", 6, false}, {"空港经济区", "{} Airport Economic Zone", 6, false}, {"临空经济区", "{} Airport Economic Zone", 6, false}, {"空港新区", "{} Airport New Area", 6, false}, {"经济区", "{} Economic Zone", 6, false},
	{"试验区", "{} Pilot Zone", 6, false}, {"综合试验区", "{} Comprehensive Pilot Zone", 6, false}, {"保税港区", "{} Bonded Port Area", 6, false}, {"综保区", "{} Comprehensive Bonded Zone", 6, false}, {"保税物流园区", "{} Bonded Logistics Park", 6, false}, {"保税物流园", "{} Bonded Logistics Park", 6, false}, {"台商投资区", "{} Taiwanese Investment Zone", 6, false}, {"投资区", "{} Investment Zone", 6, false},
	{"大学科技园", "{} University Science Park", 6, false}, {"国家大学科技园", "{} National University Science Park", 6, false}, {"冷链物流园", "{} Cold Chain Logistics Park", 6, false}, {"智能制造产业园", "{} Intelligent Manufacturing Industrial Park", 6, false}, {"先进制造产业园", "{} Advanced Manufacturing Industrial Park", 6, false}, {"装备制造产业园", "{} Equipment Manufacturing Industrial Park", 6, false}, {"装备制造产业园区", "{} Equipment Manufacturing Industrial Park", 6, false}, {"生物医药产业园", "{} Biomedical Industrial Park", 6, false},
	{"电子信息产业园", "{} Electronic Information Industrial Park", 6, false}, {"新材料产业园", "{} New Materials Industrial Park", 6, false}, {"新能源产业园", "{} New Energy Industrial Park", 6, false}, {"循环经济产业园", "{} Circular Economy Industrial Park", 6, false}, {"循环经济园区", "{} Circular Economy Park", 6, false}, {"环保产业园", "{} Environmental Protection Industrial Park", 6, false}, {"中小企业园", "{} SME Park", 6, false}, {"中小企业创业园", "{} SME Pioneer Park", 6, false},
	{"民营企业园", "{} Private Enterprise Park", 6, false}, {"民营工业园", "{} Private Enterprise Industrial Park", 6, false}, {"民营科技园", "{} Private Enterprise Science and Technology Park", 6, false}, {"机电产业园", "{} Electromechanical Industrial Park", 6, false}, {"医药产业园", "{} Pharmaceutical Industrial Park", 6, false}, {"出口工业园", "{} Export Industrial Park", 6, false}, {"轻工产业园", "{} Light Industry Park", 6, false}, {"轻工业园", "{} Light Industry Park", 6, false},
	{"印刷产业园", "{} Printing Industrial Park", 6, false}, {"绿色建材产业园", "{} Green Building Materials Industrial Park", 6, false}, {"创智园", "{} Chuangzhi Park", 6, false}, {"双创园", "{} Innovation and Entrepreneurship Park", 6, false}, {"科教园", "{} Science and Education Park", 6, false}, {"科学园", "{} Science Park", 6, false}, {"农业科技园", "{} Agricultural Science and Technology Park", 6, false}, {"航空港区", "{} Airport Zone", 6, false},
	{"空港物流园", "{} Airport Logistics Park", 6, false}, {"铁路物流园", "{} Railway Logistics Park", 6, false}, {"公路港", "{} Highway Port", 6, false}, {"物流基地", "{} Logistics Base", 6, false}, {"仓储物流园", "{} Warehousing and Logistics Park", 6, false}, {"货运站", "{} Freight Station", 6, false}, {"货场", "{} Freight Yard", 6, false},
	{"汽车配件城", "{} Auto Parts City", 9, false}, {"汽摩配城", "{} Auto and Motorcycle Parts City", 9, false}, {"农机配件城", "{} Agricultural Machinery Parts City", 9, false}, {"汽车农机配件城", "{} Auto and Agricultural Machinery Parts City", 9, false}, {"配件城", "{} Parts City", 9, false}, {"机电城", "{} Electromechanical City", 9, false}, {"电器城", "{} Electrical Appliance City", 9, false}, {"电脑城", "{} Computer City", 9, false},
	{"数码城", "{} Digital City", 9, false}, {"手机城", "{} Mobile Phone City", 9, false}, {"布料城", "{} Fabric City", 9, false}, {"窗帘城", "{} Curtain City", 9, false}, {"床品城", "{} Bedding City", 9, false}, {"毛衫城", "{} Sweater City", 9, false}, {"内衣城", "{} Underwear City", 9, false}, {"童装城", "{} Children's Wear City", 9, false},
	{"鞋业城", "{} Shoe City", 9, false}, {"箱包城", "{} Bags and Luggage City", 9, false}, {"文具城", "{} Stationery City", 9, false}, {"卫浴城", "{} Sanitary Ware City", 9, false}, {"红木城", "{} Rosewood Furniture City", 9, false}, {"塑料城", "{} Plastics City", 9, false}, {"模具城", "{} Mold City", 9, false}, {"化工城", "{} Chemical City", 9, false},
	{"钢材城", "{} Steel City", 9, false}, {"不锈钢城", "{} Stainless Steel City", 9, false}, {"轴承城", "{} Bearing City", 9, false}, {"标准件城", "{} Standard Parts City", 9, false}, {"玻璃城", "{} Glass City", 9, false}, {"礼品城", "{} Gift City", 9, false}, {"渔具城", "{} Fishing Tackle City", 9, false}, {"工艺品城", "{} Crafts City", 9, false},
	{"古玩城", "{} Antique City", 9, false}, {"药材城", "{} Medicinal Herbs City", 9, false}, {"水果市场", "{} Fruit Market", 9, false}, {"蔬菜市场", "{} Vegetable Market", 9, false}, {"旧货市场", "{} Second-Hand Market", 9, false}, {"花木市场", "{} Flower and Tree Market", 9, false}, {"木材市场", "{} Timber Market", 9, false}, {"石材市场", "{} Stone Market", 9, false},
	{"玩具市场", "{} Toy Market", 9, false}, {"小商品市场", "{} Commodities Market", 9, false}, {"小商品批发市场", "{} Commodities Wholesale Market", 9, false}, {"日用品市场", "{} Daily Necessities Market", 9, false}, {"装饰材料市场", "{} Decoration Materials Market", 9, false}, {"电子市场", "{} Electronics Market", 9, false}, {"电器市场", "{} Electrical Appliance Market", 9, false}, {"灯具市场", "{} Lighting Market", 9, false},
	{"灯饰市场", "{} Lighting Market", 9, false}, {"窗帘市场", "{} Curtain Market", 9, false}, {"辅料市场", "{} Garment Accessories Market", 9, false}, {"皮革市场", "{} Leather Market", 9, false}, {"箱包市场", "{} Bags and Luggage Market", 9, false}, {"童装市场", "{} Children's Wear Market", 9, false}, {"鞋类市场", "{} Shoe Market", 9, false}, {"文具市场", "{} Stationery Market", 9, false},
	{"农产品批发市场", "{} Agricultural Products Wholesale Market", 9, false}, {"果蔬批发市场", "{} Fruit and Vegetable Wholesale Market", 9, false}, {"水产批发市场", "{} Seafood Wholesale Market", 9, false}, {"小商品批发城", "{} Commodities Wholesale City", 9, false}, {"批发城", "{} Wholesale City", 9, false}, {"食品城", "{} Food City", 9, false}, {"美妆城", "{} Cosmetics City", 9, false}, {"化妆品城", "{} Cosmetics City", 9, false},
	{"美博城", "{} Beauty Exchange Center", 9, false}, {"茶城", "{} Tea City", 9, false}, {"机械城", "{} Machinery City", 9, false}, {"机床城", "{} Machine Tool City", 9, false}, {"泵阀城", "{} Pump and Valve City", 9, false}, {"管件城", "{} Pipe Fittings City", 9, false}, {"电线电缆城", "{} Wire and Cable City", 9, false}, {"家电城", "{} Home Appliance City", 9, false},
	{"农机城", "{} Agricultural Machinery City", 9, false}, {"影视城", "{} Film and TV City", 9, false}, {"文化城", "{} Culture City", 9, false}, {"图书城", "{} Book City", 9, false}, {"大酒店", "{} Hotel", 9, false}, {"酒店", "{} Hotel", 9, false}, {"宾馆", "{} Hotel", 9, false},
	{"期", "Phase {}", 6, true}, {"期", "Phase {}", 10, true}, {"区", "Zone {}", 10, true}, {"地块", "Plot {}", 10, true},
	{"号楼", "Building {}", 11, true}, {"栋", "Building {}", 11, true}, {"幢", "Building {}", 11, true}, {"座", "Tower {}", 11, true}, {"号厂房", "Workshop {}", 11, true}, {"厂房", "Workshop {}", 11, true}, {"号车间", "Workshop {}", 11, true}, {"车间", "Workshop {}", 11, true}, {"号库", "Warehouse {}", 11, true}, {"号仓库", "Warehouse {}", 11, true}, {"号仓", "Warehouse {}", 11, true}, {"号门", "Gate {}", 11, true}, {"馆", "Hall {}", 11, true},
	{"单元", "Unit {}", 12, true}, {"号梯", "Stairway {}", 12, true}, {"楼", "{}/F", 13, true}, {"层", "{}/F", 13, true}, {"F", "{}/F", 13, true}, {"街", "Street {}", 14, true},
	{"室", "Room {}", 14, true}, {"号房", "Room {}", 14, true}, {"房", "Room {}", 14, true}, {"号铺", "Shop {}", 14, true}, {"铺", "Shop {}", 14, true}, {"号店面", "Shop {}", 14, true}, {"店面", "Shop {}", 14, true}, {"门面", "Shop {}", 14, true}, {"号柜台", "Counter {}", 14, true}, {"号工位", "Workstation {}", 14, true}, {"号商位", "Booth {}", 14, true}, {"商位", "Booth {}", 14, true}, {"号摊位", "Booth {}", 14, true}, {"档", "Stall {}", 14, true}, {"号档", "Stall {}", 14, true}, {"档口", "Stall {}", 14, true}, {"门", "Gate {}", 14, true}, {"单位", "Unit {}", 14, true},
}

// formsIn gives for each place of a text the forms that stand there.
func formsIn(runes []rune) [][]*addressForm {
	text := string(runes)
	forms := make([][]*addressForm, 0, len(runes))
	for at := range text {
		var here []*addressForm
		for i := range addressForms {
			if strings.HasPrefix(text[at:], addressForms[i].zh) {
				here = append(here, &addressForms[i])
			}
		}
		forms = append(forms, here)
	}
	return forms
}

// fixedParts are parts of an address that have no name of their own.
var fixedParts = []struct {
	zh, en string
	level  int
}{
	{"东楼", "East Building", 11}, {"西楼", "West Building", 11}, {"南楼", "South Building", 11}, {"北楼", "North Building", 11}, {"中楼", "Middle Building", 11}, {"主楼", "Main Building", 11}, {"副楼", "Annex Building", 11}, {"附楼", "Annex Building", 11}, {"裙楼", "Podium Building", 11}, {"前楼", "Front Building", 11}, {"后楼", "Rear Building", 11},
	{"东塔", "East Tower", 11}, {"西塔", "West Tower", 11}, {"南塔", "South Tower", 11}, {"北塔", "North Tower", 11}, {"东座", "East Tower", 11}, {"西座", "West Tower", 11}, {"南座", "South Tower", 11}, {"北座", "North Tower", 11},
	{"东区", "East Zone", 10}, {"西区", "West Zone", 10}, {"南区", "South Zone", 10}, {"北区", "North Zone", 10}, {"中区", "Central Zone", 10},
	{"负一层", "B1/F", 13}, {"负一楼", "B1/F", 13}, {"地下一层", "B1/F", 13}, {"负二层", "B2/F", 13}, {"地下室", "Basement", 13}, {"底楼", "Ground Floor", 13}, {"顶楼", "Top Floor", 13}, {"院内", "Inside the Yard", 10}, {"厂区内", "Inside the Factory", 10},
}

// fixedPart reads a part without a name, behind others: 西楼.
func fixedPart(runes []rune, start int) (addressEdge, bool) {
	rest := string(runes[start:min(len(runes), start+4)])
	for _, part := range fixedParts {
		if start > 0 && strings.HasPrefix(rest, part.zh) && !(part.level == 10 && afterDivision(runes[:start])) {
			level := part.level
			if level == 10 && runes[start-1] == '区' {
				level = 6 // a part of the zone before, with its roads behind
			}
			return addressEdge{start + len([]rune(part.zh)), 10, addressPart{english: part.en, level: level, sure: true}}, true
		}
	}
	return addressEdge{}, false
}

// afterDivision reports that a province, city, county or district stands before: the
// 东区 behind it may be a district's name, that behind 开发区 is a part of it.
func afterDivision(before []rune) bool {
	last := before[len(before)-1]
	zone := last == '区' && len(before) > 1 && strings.ContainsRune("发业园新税工作范", before[len(before)-2])
	return strings.ContainsRune("省市县区", last) && !zone
}

// endsInLonger reports a form that is only the end of a longer one: the 镇 of 小镇.
func endsInLonger(text string, form addressForm) bool {
	if form.level == 7 || form.zh == "村" || form.zh == "中心" {
		return false
	}
	for _, longer := range addressForms {
		if !longer.number && !strings.ContainsRune("东西南北", []rune(longer.zh)[0]) && len(longer.zh) > len(form.zh) && strings.HasSuffix(longer.zh, form.zh) && strings.HasSuffix(text, longer.zh) && len(text) > len(longer.zh) {
			return true
		}
	}
	return false
}
