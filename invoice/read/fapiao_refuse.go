package read

import (
	"strings"

	"yipiao/invoice/pattern"
	"yipiao/invoice/read/grid"
)

var listTitle = pattern.Lazily(`销售货物或者?提供应税劳务、?服务清单|销货清单$|^销售清单`)

// isList reports whether a page is a sales list, which goes with a fapiao.
func (s *fapiaoSheet) isList() bool {
	for i := range s.strips {
		if t := s.strips[i].text; listTitle.MatchString(t) && !strings.Contains(t, "详见") {
			return true
		}
	}
	return false
}

// salesList says why pages are refused that show a sales list (销售清单): one by
// itself, or one that nothing is filled in on, which leaves open what was sold.
func salesList(grids []*grid.Grid) string {
	lists, others := 0, 0
	for _, s := range sheetsOf(grids) {
		if !s.isList() {
			if len(s.strips) > 0 {
				others++
			}
			continue
		}
		lists++
		if s.head >= 0 && len(s.lines(nil)) == 0 {
			return "the file holds a sales list (销售清单) that nothing is filled in on: what was sold can't be told for certain"
		}
	}
	if lists > 0 && others == 0 {
		return "a sales list (销售清单), which goes with a fapiao but is none"
	}
	return ""
}

// ticket says why pages are refused that show a ticket.
func ticket(grids []*grid.Grid) string {
	for _, s := range sheetsOf(grids) {
		for i := range s.strips {
			for _, name := range [...]string{"铁路电子客票", "航空运输电子客票行程单"} {
				if strings.Contains(s.strips[i].text, name) {
					return "a ticket (" + name + "), no invoice for goods"
				}
			}
		}
	}
	return ""
}
