package read

import (
	"slices"
	"strconv"
	"strings"

	"yipiao/invoice"
	"yipiao/invoice/pattern"
	"yipiao/invoice/read/grid"
)

var (
	cartonPrefix = pattern.Lazily(`(?i)^(?:c/?nos?|ctns?(?: nos?)?|carton(?: nos?)?|nos?|case nos?|pkg nos?|p/no|plt nos?|#|第)[.:# ]*`)
	cartonRange  = pattern.Lazily(`^([A-Za-z-]{0,8}?)(\d{1,9})\s*(?:[-~至]|to)\s*(?i:no\.?|#)?([A-Za-z-]{0,8}?)(\d{1,9})$`)
	cartonOne    = pattern.Lazily(`^([A-Za-z-]{0,8}?)(\d{1,9})$`)
	cartonOf     = pattern.Lazily(`^(\d{1,6})\s*/\s*(\d{1,6})$`)
)

// cartonNumbers reads the numbers on packages: 1-41, F134-F136, 42, 1-3,5, and
// 1/3, the first of three. Count is how many they are.
func cartonNumbers(s string) (numbers string, count int64, ok bool) {
	s = strings.TrimSpace(narrow(s))
	if len(s) > 80 {
		return "", 0, false
	}
	if numbers, count, ok = numberList(s); ok {
		return numbers, count, true
	}
	s = strings.TrimSpace(strings.TrimRight(cartonPrefix.ReplaceAllString(s, ""), "#号箱. "))
	if m := cartonOf.FindStringSubmatch(s); m != nil {
		return m[1], 1, true
	}
	if m := cartonRange.FindStringSubmatch(s); m != nil && (m[3] == "" || strings.EqualFold(m[1], m[3])) {
		from, _ := strconv.ParseInt(m[2], 10, 64)
		to, _ := strconv.ParseInt(m[4], 10, 64)
		if to < from || to-from >= 1_000_000 {
			return "", 0, false
		}
		if to == from {
			return m[1] + m[2], 1, true
		}
		return m[1] + m[2] + "-" + m[1] + m[4], to - from + 1, true
	}
	if m := cartonOne.FindStringSubmatch(s); m != nil {
		return m[1] + m[2], 1, true
	}
	return "", 0, false
}

// numberEnds are the first and the last number of packages that stand in cells of
// their own: CTN NO. over FROM and TO.
func (r *lineReader) numberEnds(cells []*grid.Cell) (from, to string, ok bool) {
	if len(cells) != 2 {
		return "", "", false
	}
	from, to = strings.TrimSpace(cells[0].Text), strings.TrimSpace(cells[1].Text)
	first, err := strconv.Atoi(from)
	last, also := strconv.Atoi(to)
	return from, to, err == nil && also == nil && first <= last
}

var listMark = pattern.Lazily(`\s*(?:[,;、&+\n]|\band\b|和|及)\s*`)

// numberList reads numbers that don't follow each other, 1-3,5, as ranges with
// commas between. They rise, which a figure with its thousands does not.
func numberList(s string) (numbers string, count int64, ok bool) {
	parts := listMark.Split(s, 21)
	if len(parts) < 2 || len(parts) > 20 {
		return "", 0, false
	}
	last := int64(0)
	for i, part := range parts {
		n, c, one := cartonNumbers(part)
		_, from, to, whole := numberSpan(n)
		if !one || !whole || from <= last {
			return "", 0, false
		}
		last = to
		count += c
		parts[i] = n
	}
	return strings.Join(parts, ","), count, true
}

// parted are packages with a range of numbers each, those with a list of ranges
// parted; not ok where what they hold can't be parted alike.
func parted(packs []*placedPack) (all []*placedPack, ok bool) {
	for _, k := range packs {
		ranges := strings.Split(k.numbers, ",")
		if len(ranges) < 2 {
			all = append(all, k)
			continue
		}
		for _, r := range ranges {
			_, from, to, _ := numberSpan(r)
			n := invoice.Int(to - from + 1)
			one := &placedPack{pack: &pack{packed: k.packed}, holds: slices.Clone(k.holds)}
			one.numbers, one.count = r, n
			for i, h := range k.holds {
				each, whole := shareOf(h.quantity, k.count.Decimal())
				if !whole {
					return nil, false
				}
				one.holds[i].quantity = invoice.NewAmount(each.Decimal().Mul(n.Decimal()))
			}
			all = append(all, one)
		}
	}
	return all, true
}
