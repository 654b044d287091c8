package libre_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"testing"
	"time"

	"yipiao/translate"
	"yipiao/translate/libre"
	"yipiao/translate/translatetest"
)

const key = "libre-key-abcdef"

func read(r *http.Request, body []byte) ([]string, error) {
	var q struct {
		Q      []string `json:"q"`
		Source string   `json:"source"`
		Target string   `json:"target"`
		Format string   `json:"format"`
		Key    string   `json:"api_key"`
	}
	if err := json.Unmarshal(body, &q); err != nil {
		return nil, err
	}
	if r.Method != http.MethodPost || r.URL.Path != "/translate" || q.Key != key || q.Format != "text" {
		return nil, fmt.Errorf("%s %s %s", r.Method, r.URL.Path, body)
	}
	if q.Source+q.Target != "zhen" && q.Source+q.Target != "zten" && q.Source+q.Target != "enzh" {
		return nil, fmt.Errorf("from %s to %s", q.Source, q.Target)
	}
	return q.Q, nil
}

func write(answers []string) []byte {
	if answers == nil {
		answers = []string{}
	}
	reply, _ := json.Marshal(map[string]any{"translatedText": answers})
	return reply
}

func adapter(t testing.TB, endpoint string, timeout time.Duration) translate.Translator {
	a, err := libre.New(libre.Config{Endpoint: endpoint + "/", Key: key, Timeout: timeout})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestExam(t *testing.T) {
	translatetest.Exam(t, translatetest.Protocol{New: adapter, Read: read, Write: write, Secrets: []string{key}, Failures: []translatetest.Failure{
		{Name: "wrong key", Status: 403, Body: `{"error":"Invalid API key SECRETS %d"}`, Reason: translate.Credentials},
		{Name: "key needed", Status: 400, Body: `{"error":"Please contact the server operator to get an API key"}`, Reason: translate.Credentials},
		{Name: "slow down", Status: 429, Body: `{"error":"Slowdown: 10 per 1 minute"}`, Reason: translate.Busy},
		{Name: "too long", Status: 400, Body: `{"error":"Invalid request: request (3000) exceeds text limit (2000)"}`, Reason: translate.TooLarge},
		{Name: "no such language", Status: 400, Body: `{"error":"zt is not supported"}`, Reason: translate.Rejected},
		{Name: "down", Status: 500, Body: `{"error":"Cannot translate text: SECRETS"}`, Reason: translate.Unavailable},
	}})
}

func TestEndpointIsNeeded(t *testing.T) {
	if _, err := libre.New(libre.Config{Endpoint: "localhost:5000"}); err == nil {
		t.Error("an endpoint without a scheme passes")
	}
}
