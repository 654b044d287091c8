package evidence

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"yipiao/invoice/pattern"
	"yipiao/invoice/read/grid"
)

// What stands on the pages of a fapiao beyond its fields follows them, each text
// once with the pages that it stands on: nothing of the original is lost.

// fapiaoLabels are the form's own words; they need no translation beside the
// names of the fields.
var fapiaoLabels = strings.NewReplacer(labelPairs(
	"购买方信息 销售方信息 购买方 销售方 购货方 销货方 购买 销售 统一社会信用代码/纳税人识别号 统一社会信用代码 纳税人识别号 纳税人识别码 地址、电话 地址 电话 开户行及账号 开户行及帐号 " +
		"货物或应税劳务、服务名称 货物或应税劳务名称 项目名称 规格型号 单位 数量 单价 金额 税率/征收率 税率 征收率 税额 价税合计 合计 （大写） (大写) 大写 （小写） (小写) 小写 " +
		"备注 收款人 复核 开票人 复核人 机器编号 发票代码 发票号码 开票日期 校验码 密码区 名称 信息 (章) （章） 销 售 方 购 买 名 称 密 码 区 备 注 合 计 息 信 免税 址、电 第页 共页 ： : ¥ ￥ ⊗ ⊙ ☉ ; ； ( ) （ ） 、 , ，")...)

// labelPairs are words and the nothing that takes their place.
func labelPairs(words string) []string {
	var pairs []string
	for _, w := range strings.Fields(words) {
		pairs = append(pairs, w, "")
	}
	return pairs
}

// pieceOfLabel are the characters of the form's labels, which stand apart on
// some forms: 校 验 码.
const pieceOfLabel = "购买销售方密码区备注合计名称地址电话开户行及账号帐规格型号单位数量价金额税率征收机器编发票代码日期校验收款人复核服务货物应劳项目大小写统一社会信用识别信息第页共"

// leftover is a text beyond the fields.
type leftover struct {
	label, text string
	pages       []int
}

// rest adds what the pages say beyond the fields.
func (b *fapiaoRows) rest(pages []*grid.Grid) {
	known := b.knower()
	var all []*leftover
	var cipher []string
	index := map[[2]string]*leftover{}
	add := func(page int, label, text string) {
		switch {
		case cipherLine.MatchString(text):
			cipher = append(cipher, text)
			return
		case known(text):
			return
		}
		l := index[[2]string{label, text}]
		if l == nil {
			l = &leftover{label: label, text: text}
			index[[2]string{label, text}] = l
			all = append(all, l)
		}
		if n := len(l.pages); n == 0 || l.pages[n-1] != page {
			l.pages = append(l.pages, page)
		}
	}
	for i, g := range pages {
		for _, r := range g.Rows {
			if len(r.Cells) == 2 && isLabel(r.Cells[0].Text) && !cipherLine.MatchString(r.Cells[1].Text) {
				add(i+1, r.Cells[0].Text, r.Cells[1].Text)
				continue
			}
			for k := range r.Cells {
				add(i+1, "", r.Cells[k].Text)
			}
		}
	}
	if len(all)+len(cipher) == 0 {
		return
	}
	b.row()
	b.row("Also on the original:")
	b.field("Cipher area", strings.Join(slices.Compact(cipher), "\n"))
	for _, l := range all {
		b.leftover(l, len(pages))
	}
}

// leftover adds a row, with its pages where there are several.
func (b *fapiaoRows) leftover(l *leftover, pages int) {
	text := l.text
	if pages > 1 {
		text = strings.TrimRight(text, ":： ") + "  (" + onPages(l.pages) + ")"
	}
	if l.label != "" {
		b.row(l.label, text)
		return
	}
	b.row(text)
}

// onPages lists pages: page 1, pages 2-5, 7.
func onPages(pages []int) string {
	if len(pages) == 1 {
		return fmt.Sprintf("page %d", pages[0])
	}
	return "pages " + runs(pages, func(n int) string { return fmt.Sprint(n) })
}

// cipherLine is a line of the 密码区: digits and signs that only the tax
// office reads.
var cipherLine = pattern.Lazily(`^[0-9+\-*/<>]*[<>+*/][0-9+\-*/<>]{5,}$`)

// leastValue is how many characters a value has at least to be looked for
// within a longer text.
const leastValue = 4

// knower tells which texts say nothing but what the fields say, or are labels
// of the form.
func (b *fapiaoRows) knower() func(text string) bool {
	whole := strings.Join(b.said, "\n")
	values := slices.Clone(b.said)
	slices.SortFunc(values, func(a, b string) int {
		return cmp.Or(cmp.Compare(utf8.RuneCountInString(b), utf8.RuneCountInString(a)), strings.Compare(a, b))
	})
	return func(text string) bool {
		text = squeezed(text)
		left := fapiaoLabels.Replace(text)
		if m := chineseDay.FindStringSubmatch(left); m != nil {
			left = fmt.Sprintf("%s-%02s-%02s", m[1], m[2], m[3])
		}
		if left == "" || strings.Contains(whole, text) || strings.Contains(whole, left) {
			return true
		}
		if piece := strings.Trim(text, ":：、"); utf8.RuneCountInString(piece) == 1 && strings.Contains(pieceOfLabel, piece) {
			return true
		}
		for _, v := range values {
			if utf8.RuneCountInString(v) >= leastValue {
				text = strings.ReplaceAll(text, v, "")
			}
		}
		return fapiaoLabels.Replace(text) == ""
	}
}

// standing are labels whose characters stand one under the other.
var standing = map[string]bool{"购买方": true, "销售方": true, "购买方信息": true, "销售方信息": true, "密码区": true, "备注": true, "说明": true}

// upright joins the characters of labels that stand one under the other, with
// the first of them.
func upright(g *grid.Grid) {
	for i := range g.Rows {
		for j := range g.Rows[i].Cells {
			c := &g.Rows[i].Cells[j]
			if utf8.RuneCountInString(c.Text) != 1 {
				continue
			}
			label, below := c.Text, [][2]int{}
			for r := i + 1; r < len(g.Rows) && !standing[label]; r++ {
				k := slices.IndexFunc(g.Rows[r].Cells, func(d grid.Cell) bool { return utf8.RuneCountInString(d.Text) == 1 && d.Overlap(c) > 0 })
				if k >= 0 {
					label += g.Rows[r].Cells[k].Text
					below = append(below, [2]int{r, k})
				}
			}
			if standing[label] {
				c.Text = label
				for _, at := range below {
					g.Rows[at[0]].Cells = slices.Delete(g.Rows[at[0]].Cells, at[1], at[1]+1)
				}
			}
		}
	}
}

// squeezed is a text without blanks.
func squeezed(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}
