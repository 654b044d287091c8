package deepl_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"testing"
	"time"

	"yipiao/translate"
	"yipiao/translate/deepl"
	"yipiao/translate/translatetest"
)

const key = "279a2e9d-83b3-c416-7e2d-f721593e42a0:fx"

func read(r *http.Request, body []byte) ([]string, error) {
	var q struct {
		Text   []string `json:"text"`
		Source string   `json:"source_lang"`
		Target string   `json:"target_lang"`
	}
	if err := json.Unmarshal(body, &q); err != nil {
		return nil, err
	}
	if r.Method != http.MethodPost || r.URL.Path != "/v2/translate" || r.Header.Get("Authorization") != "DeepL-Auth-Key "+key {
		return nil, fmt.Errorf("%s %s %v", r.Method, r.URL.Path, r.Header)
	}
	if (q.Source != "ZH" || q.Target != "EN-US") && (q.Source != "EN" || q.Target != "ZH-HANS") {
		return nil, fmt.Errorf("from %s to %s", q.Source, q.Target)
	}
	if len(q.Text) > 50 || len(body) > 128<<10 {
		return nil, fmt.Errorf("%d texts, %d bytes", len(q.Text), len(body))
	}
	return q.Text, nil
}

func write(answers []string) []byte {
	type translation struct {
		Detected string `json:"detected_source_language"`
		Text     string `json:"text"`
	}
	list := []translation{}
	for _, answer := range answers {
		list = append(list, translation{"ZH", answer})
	}
	reply, _ := json.Marshal(map[string]any{"translations": list})
	return reply
}

func adapter(t testing.TB, endpoint string, timeout time.Duration) translate.Translator {
	a, err := deepl.New(deepl.Config{Key: key, Endpoint: endpoint, Timeout: timeout})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestExam(t *testing.T) {
	translatetest.Exam(t, translatetest.Protocol{New: adapter, Read: read, Write: write, Secrets: []string{key}, Failures: []translatetest.Failure{
		{Name: "wrong key", Status: 403, Body: `{"message":"Wrong endpoint or key SECRETS %s"}`, Reason: translate.Credentials},
		{Name: "quota spent", Status: 456, Body: `{"message":"Quota Exceeded"}`, Reason: translate.Quota},
		{Name: "too many requests", Status: 429, Header: http.Header{"Retry-After": {"2"}}, Body: `{"message":"Too many requests"}`, Reason: translate.Busy, Wait: 2 * time.Second},
		{Name: "too large", Status: 413, Body: `{"message":"Request Entity Too Large"}`, Reason: translate.TooLarge},
		{Name: "rejected", Status: 400, Body: `{"message":"Bad request","detail":"Value for 'target_lang' not supported."}`, Reason: translate.Rejected},
		{Name: "down", Status: 529, Body: ``, Reason: translate.Unavailable},
	}})
}

func TestKeyIsNeeded(t *testing.T) {
	if _, err := deepl.New(deepl.Config{}); err == nil {
		t.Error("no key passes")
	}
}

func TestAFullRequestKeepsTheServiceLimit(t *testing.T) {
	a := adapter(t, "http://localhost", time.Second)
	// A character outside the basic plane takes 4 bytes as UTF-8.
	if most := a.Profile().Runes*4 + 2048; most > 128<<10 {
		t.Errorf("%d bytes, DeepL takes %d", most, 128<<10)
	}
}
