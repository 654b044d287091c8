package strict

import (
	"testing"
)

type noted struct {
	Name  string      `yaml:"name"`
	Lines []notedLine `yaml:"lines"`
	Codes []string    `yaml:"codes"`
	Yes   bool        `yaml:"yes"`
	Price Plain       `yaml:"price"`
}

type notedLine struct {
	Text string `yaml:"text"`
	Zero string `yaml:"zero"`
}

func TestMarshalNoted(t *testing.T) {
	v := noted{Name: "A # B", Lines: []notedLine{{Text: "one\ntwo"}, {Text: "x"}}, Codes: []string{"a", "b"}, Price: "1.50"}
	got, err := MarshalNoted(&v, func(path string) string {
		if path == "lines[1].zero" {
			t.Error("a field that is left out was asked for")
		}
		return path + "\nand more"
	})
	if err != nil {
		t.Fatal(err)
	}
	want := `name: "A # B"  # name and more
lines:  # lines and more
  - text: |-  # lines[0].text and more
      one
      two
  - text: x  # lines[1].text and more
codes:  # codes and more
  - a  # codes[0] and more
  - b  # codes[1] and more
price: 1.50  # price and more
`
	if string(got) != want {
		t.Errorf("got\n%s", got)
	}
	sources, err := Read("x.yaml", got, DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	var back noted
	sources[0].Decode(&back)
	if back.Lines[0].Text != v.Lines[0].Text || back.Name != v.Name {
		t.Errorf("reads back as %+v, %v", back, err)
	}
}

func TestJSON(t *testing.T) {
	v := noted{Name: "<A> \"保温杯\"", Lines: []notedLine{{}, {Text: "x"}}, Yes: true, Price: "1.50"}
	got, err := JSON(&v)
	want := `{"name":"<A> \"保温杯\"","lines":[{},{"text":"x"}],"yes":true,"price":"1.50"}`
	if err != nil || string(got) != want {
		t.Errorf("got %s, %v", got, err)
	}
	if got, err := JSON(&noted{}); err != nil || string(got) != "{}" {
		t.Errorf("nothing is %s, %v", got, err)
	}
}
