package read

import "testing"

// TestHeads has heads of columns as exporters write them.
func TestHeads(t *testing.T) {
	for _, c := range []struct {
		head string
		role role
	}{
		{"Pkgs No.", roleCartonNo}, {"No. of pkgs", roleCartons}, {"Packages Nos.", roleCartonNo}, {"外箱数量", roleCartons},
		{"Einheit", roleUnit}, {"Zolltarifnr.", roleHS}, {"Artikelnummer", roleSKU}, {"Unit of Measurement", roleUnit}, {"数量单位", roleUnit},
		{"Qty Unit", roleUnit}, {"USD/PC", rolePrice}, {"Each", rolePrice}, {"C/O", roleOrigin}, {"Type", roleModel}, {"Package type", rolePackage},
		{"Product Size", roleSize}, {"Carton size", roleMeasure}, {"Brand Name", roleBrand}, {"Trade Mark", roleBrand}, {"Shipping mark", roleMarks},
		{"商品规格", roleSpec}, {"品名规格", roleDescription}, {"Customer Article No.", roleBuyerSKU}, {"客户产品编码", roleBuyerSKU},
		{"工厂货号", roleSKU}, {"工厂", roleCost}, {"Dim. (cm)", roleMeasure}, {"Merchandise", roleDescription},
		{"Quantities and Descriptions", roleDescription}, {"Description and Quantity", roleDescription}, {"品名及数量", roleDescription}, {"US$ EACH", rolePrice}, {"EUR each", rolePrice}, {"USD/EACH", rolePrice},
	} {
		if got := parseHead(c.head); got.role != c.role {
			t.Errorf("%q: role %d, want %d", c.head, got.role, c.role)
		}
	}
	for head, scale := range map[string]string{"T.N.W.": "", "T/CBM": "m3", "Weight (T)": "t", "N.W. (tons)": "t", "Net Wt (KGS)": "kg"} {
		if got := parseHead(head); got.scale != scale {
			t.Errorf("%q: in %q, want %q", head, got.scale, scale)
		}
	}
}
