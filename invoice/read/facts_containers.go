package read

import (
	"strconv"
	"strings"

	"yipiao/invoice"
	"yipiao/invoice/pattern"
	"yipiao/invoice/terms"
)

var (
	containerForm = pattern.Lazily(`\b[A-Z]{3}[UJZ]\s?\d{6}-?\d\b`)
	sealForm      = pattern.Lazily(`(?i)(?:seal|封号|封条)\s*(?:no)?\.?\s*[:：#]?\s*([A-Z0-9-]{4,15})`)
	containerSize = pattern.Lazily(`(?i)(?:\b|\b\d{1,2}\s*[x×*]\s*)(20|40|45|53)\s*['’′]?\s*(GP|HQ|HC|DC|DV|RF|RH|OT|FR|TK|FT)?\b`)
)

// containers takes numbers of containers with seals and types.
func (f *facts) containers(e *entry) {
	text := joinTexts(e.lines)
	where := e.lines[0].where
	s := &f.d.order.Shipment
	numbers := containerForm.FindAllStringIndex(text, 100)
	switch {
	case len(numbers) > 0:
		defer f.sealed()
		for i, m := range numbers {
			end := len(text)
			if i+1 < len(numbers) {
				end = numbers[i+1][0]
			}
			f.addContainer(text[m[0]:m[1]], text[m[1]:end], where)
		}
	case e.segment.field == "seal":
		seal, rest, _ := strings.Cut(e.lines[0].text, "/")
		if code, ok := containerCode(rest); ok && len(s.Containers) > 0 && s.Containers[len(s.Containers)-1].Type == "" {
			s.Containers[len(s.Containers)-1].Type = code
			f.d.found(containerPath(len(s.Containers)-1)+".type", where)
		}
		seal = strings.Trim(seal, " ,;")
		if n := len(s.Containers); n > 0 && s.Containers[n-1].Seal == "" && digitCount(seal) > 0 {
			s.Containers[n-1].Seal = seal
			f.d.found(containerPath(n-1)+".seal", where)
		} else if n == 0 && digitCount(seal) > 3 {
			s.Containers = append(s.Containers, invoice.Container{Seal: seal})
			f.d.found(containerPath(0)+".seal", where)
		}
	default:
		f.containerType(e.lines[0])
	}
}

// sealed takes back the mark of a seal that never came.
func (f *facts) sealed() {
	for i := range f.d.order.Shipment.Containers {
		if c := &f.d.order.Shipment.Containers[i]; c.Seal == "/" {
			c.Seal = ""
		}
	}
}

func containerPath(i int) string { return "shipment.containers[" + strconv.Itoa(i) + "]" }

func (f *facts) addContainer(number, rest, where string) {
	s := &f.d.order.Shipment
	number = strings.ReplaceAll(number, " ", "")
	for i := range s.Containers {
		if s.Containers[i].Number == number {
			return
		}
	}
	if n := len(s.Containers); n > 0 && s.Containers[n-1].Seal == "/" {
		s.Containers[n-1].Seal = number // number and seal look alike
		f.d.found(containerPath(n-1)+".seal", where)
		return
	}
	c := invoice.Container{Number: number}
	i := len(s.Containers)
	if i == 1 && s.Containers[0].Number == "" {
		c = s.Containers[0]
		c.Number = number
		s.Containers = s.Containers[:0]
		i = 0
	}
	if m := sealForm.FindStringSubmatch(rest); m != nil && digitCount(m[1]) > 0 {
		c.Seal = m[1]
	} else {
		for part := range strings.FieldsFuncSeq(rest, func(r rune) bool { return strings.ContainsRune(" /,，;；\n", r) }) {
			if _, typed := containerCode(part); !typed && digitCount(part) >= 3 && !strings.ContainsRune(part, '\'') && c.Seal == "" && len(part) <= 15 && !strings.ContainsAny(part, ".:") {
				c.Seal = part
			}
		}
	}
	if code, ok := containerCode(rest); ok {
		c.Type = code
	}
	if strings.TrimSpace(rest) == "/" {
		c.Seal = "/"
	}
	s.Containers = append(s.Containers, c)
	path := containerPath(i)
	f.d.found(path+".number", where)
	if c.Seal != "" && c.Seal != "/" {
		f.d.found(path+".seal", where)
	}
	if c.Type != "" {
		f.d.found(path+".type", where)
	}
}

// typeHead is the label of a type that doesn't say of what.
var typeHead = pattern.Lazily(`(?i)^\W*(?:type|size|size\s*/?\s*type)\W*$|^(?:类型|规格|型号)$`)

// containerCode is the type of container that a text names.
func containerCode(text string) (string, bool) {
	if m := containerSize.FindStringSubmatch(text); m != nil && m[2] != "" {
		size := strings.ToUpper(m[2])
		if size == "FT" {
			size = "GP"
		}
		if code, ok := terms.Containers.Known(m[1] + size); ok {
			return code, true
		}
	}
	t := strings.Trim(text, " ,;/()")
	if code, ok := terms.Containers.Known(t); ok && letterCount(t) > 1 {
		return code, true
	}
	return "", false
}

// containerType takes "1 x 40HQ" as the type of the container, where there is
// one.
func (f *facts) containerType(l line) {
	s := &f.d.order.Shipment
	code, ok := containerCode(l.text)
	if !ok {
		return
	}
	count, _, counted := firstFigure(l.text)
	several := counted && count.String() != "1" && pattern.Lazily(`(?i)^\W*\d+\s*[x×*]`).MatchString(l.text)
	switch {
	case several:
	case len(s.Containers) == 0:
		s.Containers = append(s.Containers, invoice.Container{Type: code})
		f.d.found("shipment.containers[0].type", l.where)
	case len(s.Containers) == 1 && s.Containers[0].Type == "":
		s.Containers[0].Type = code
		f.d.found("shipment.containers[0].type", l.where)
	}
}
