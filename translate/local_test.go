package translate

import (
	"context"
	"errors"
	"strings"
	"testing"
)

func TestOfflineBehindTheInterface(t *testing.T) {
	o, err := NewOffline(NewGlossary(Term{Chinese: "保温杯", English: []string{"vacuum flask"}}))
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	results, err := (&Pipeline{Translators: []Translator{o}}).Translate(ctx, segments("304不锈钢保温杯", "30%定金，70%余款发货前付清", "魑魅魍魉"))
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range results[:2] {
		if r.Text == "" || r.Translator != "offline" {
			t.Errorf("%+v", r)
		}
	}
	if results[2].State == Final {
		t.Errorf("nonsense is final: %+v", results[2])
	}
	if r := run(t, &Pipeline{Translators: []Translator{o}}, "30%定金，70%余款发货前付清\n\n30%定金，70%余款发货前付清")[0]; strings.Count(r.Text, "\n") != 2 || r.State != Final {
		t.Errorf("lines are not kept: %+v", r)
	}
	stop()
	if _, err := o.Translate(ctx, Request{To: English, Segments: segments("杯")}); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	var failure *Error
	if _, err := o.Translate(context.Background(), Request{To: English, Segments: make([]Segment, localSegments+1)}); !errors.As(err, &failure) || failure.Reason != TooLarge {
		t.Errorf("%v", err)
	}
}
