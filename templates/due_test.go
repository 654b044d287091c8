package templates

import (
	"testing"

	"github.com/shopspring/decimal"

	"yipiao/invoice"
)

// TestDueIsSaidOnce: words that say the event, or its days, stand without it.
func TestDueIsSaidOnce(t *testing.T) {
	againstBL := invoice.Text{Zh: "见提单副本", En: "against copy of B/L"}
	after := invoice.Text{Zh: "发票日后 30 天", En: "30 days after the invoice date"}
	thirty := invoice.NewAmount(decimal.NewFromInt(30))
	for _, c := range []struct {
		words, on invoice.Text
		days      invoice.Amount
		want      bool
	}{
		{invoice.Text{Zh: "见提单副本付清", En: "Against copy of B/L"}, againstBL, invoice.Amount{}, true},
		{invoice.Text{Zh: "尾款"}, againstBL, invoice.Amount{}, false},
		{invoice.Text{}, againstBL, invoice.Amount{}, false},
		{invoice.Text{Zh: "验收后30天", En: "30 days after acceptance"}, after, thirty, true},
		{invoice.Text{Zh: "月结", En: "Monthly settlement"}, after, thirty, false},
		{invoice.Text{Zh: "130天后"}, after, thirty, false},
	} {
		if got := saysEvent(c.words, c.on, c.days); got != c.want {
			t.Errorf("%v with %v: %v", c.words, c.on, got)
		}
	}
}
