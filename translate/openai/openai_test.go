package openai_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"yipiao/translate"
	"yipiao/translate/openai"
	"yipiao/translate/translatetest"
)

const key = "sk-test-0123456789"

type chat struct {
	Model          string
	Stream         bool
	ResponseFormat struct{ Type string } `json:"response_format"`
	Messages       []struct{ Role, Content string }
}

func read(r *http.Request, body []byte) ([]string, error) {
	var c chat
	if err := json.Unmarshal(body, &c); err != nil {
		return nil, err
	}
	if r.Method != http.MethodPost || r.URL.Path != "/v1/chat/completions" || r.Header.Get("Authorization") != "Bearer "+key {
		return nil, fmt.Errorf("%s %s %v", r.Method, r.URL.Path, r.Header)
	}
	if c.Model != "qwen2.5:7b" || c.Stream || c.ResponseFormat.Type != "json_object" || len(c.Messages) != 2 {
		return nil, fmt.Errorf("body %s", body)
	}
	// json_object wants the word JSON in the prompt.
	if !strings.Contains(c.Messages[0].Content, "JSON") || c.Messages[1].Role != "user" {
		return nil, fmt.Errorf("messages %v", c.Messages)
	}
	var data struct {
		Texts []struct {
			ID   int
			Text string
		}
	}
	if err := json.Unmarshal([]byte(c.Messages[1].Content), &data); err != nil {
		return nil, err
	}
	texts := make([]string, len(data.Texts))
	for i, text := range data.Texts {
		texts[i] = text.Text
	}
	return texts, nil
}

func complete(content, finish string) []byte {
	reply, _ := json.Marshal(map[string]any{"id": "chatcmpl-1", "object": "chat.completion", "model": "qwen2.5:7b",
		"choices": []any{map[string]any{"index": 0, "finish_reason": finish, "message": map[string]string{"role": "assistant", "content": content}}},
		"usage":   map[string]int{"total_tokens": 9}})
	return reply
}

func write(answers []string) []byte {
	var list []map[string]any
	for i, answer := range answers {
		list = append(list, map[string]any{"id": i + 1, "text": answer})
	}
	content, _ := json.Marshal(map[string]any{"translations": list})
	return complete(string(content), "stop")
}

func adapter(t testing.TB, endpoint string, timeout time.Duration) translate.Translator {
	a, err := openai.New(openai.Config{Endpoint: endpoint + "/v1/", Key: key, Model: "qwen2.5:7b", Timeout: timeout})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestExam(t *testing.T) {
	translatetest.Exam(t, translatetest.Protocol{New: adapter, Read: read, Write: write, Secrets: []string{key}, Failures: []translatetest.Failure{
		{Name: "wrong key", Status: 401, Body: `{"error":{"message":"Incorrect API key provided: SECRETS. %s%d","type":"invalid_request_error","code":"invalid_api_key"}}`, Reason: translate.Credentials},
		{Name: "rate limit", Status: 429, Header: http.Header{"Retry-After": {"7"}}, Body: `{"error":{"message":"Rate limit reached","code":"rate_limit_exceeded"}}`, Reason: translate.Busy, Wait: 7 * time.Second},
		{Name: "quota spent", Status: 429, Body: `{"error":{"message":"You exceeded your current quota","code":"insufficient_quota"}}`, Reason: translate.Quota},
		{Name: "balance spent (DeepSeek)", Status: 402, Body: `{"error":{"message":"Insufficient Balance"}}`, Reason: translate.Quota},
		{Name: "no such model (Ollama)", Status: 404, Body: `{"error":"model 'qwen2.5:7b' not found, try pulling it first"}`, Reason: translate.Rejected},
		{Name: "too long", Status: 400, Body: `{"error":{"message":"maximum context length","code":"context_length_exceeded"}}`, Reason: translate.TooLarge},
		{Name: "down", Status: 503, Body: "\x1b[31mupstream SECRETS" + strings.Repeat(" x", 5000), Reason: translate.Unavailable},
	}})
}

func TestAnswersThatModelsReallyGive(t *testing.T) {
	good := `{"translations":[{"id":2,"text":"lid"},{"id":1,"text":"cup"}]}`
	for name, c := range map[string]struct {
		content, finish string
		reason          translate.Reason
	}{
		"out of order, by id": {good, "stop", ""},
		"in a fence":          {"```json\n" + good + "\n```", "stop", ""},
		"after thinking":      {"<think>The cup {…} is</think>\n" + good, "stop", ""},
		"an essay":            {"Sure! Here are the translations: cup, lid.", "stop", translate.BadReply},
		"one twice":           {`{"translations":[{"id":1,"text":"cup"},{"id":1,"text":"lid"}]}`, "stop", translate.BadReply},
		"one of its own":      {`{"translations":[{"id":1,"text":"cup"},{"id":3,"text":"lid"}]}`, "stop", translate.BadReply},
		"cut off":             {`{"translations":[{"id":1,"te`, "length", translate.TooLarge},
	} {
		t.Run(name, func(t *testing.T) {
			s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.Write(complete(c.content, c.finish)) }))
			defer s.Close()
			answers, err := adapter(t, s.URL, time.Second*5).Translate(context.Background(),
				translate.Request{From: translate.Chinese, To: translate.English, Segments: []translate.Segment{{Text: "杯"}, {Text: "盖"}}})
			if c.reason == "" {
				if err != nil || answers[0].Text != "cup" || answers[1].Text != "lid" {
					t.Errorf("%v, %v", answers, err)
				}
				return
			}
			failure, ok := err.(*translate.Error)
			if !ok || failure.Reason != c.reason {
				t.Errorf("%v", err)
			}
		})
	}
}

func TestTermsStandInThePrompt(t *testing.T) {
	var prompt string
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		var c chat
		if err := json.Unmarshal(body, &c); err != nil {
			t.Error(err)
		}
		prompt = c.Messages[0].Content
		w.Write(write([]string{"cup"}))
	}))
	defer s.Close()
	_, err := adapter(t, s.URL, time.Second*5).Translate(context.Background(), translate.Request{From: translate.Chinese, To: translate.English,
		Segments: []translate.Segment{{Text: "保温杯"}},
		Terms:    []translate.Term{{Chinese: "保温杯", English: []string{"insulated bottle"}, Forbidden: []string{"thermos"}}}})
	if err != nil || !strings.Contains(prompt, "保温杯 = insulated bottle") || !strings.Contains(prompt, "never: thermos") {
		t.Errorf("%v in %s", err, prompt)
	}
}

func TestSettings(t *testing.T) {
	for _, config := range []openai.Config{{Endpoint: "localhost:11434", Model: "m"}, {Endpoint: "http://localhost:11434/v1"}} {
		if _, err := openai.New(config); err == nil {
			t.Errorf("%+v passes", config)
		}
	}
}
