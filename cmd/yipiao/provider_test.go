package main

import (
	"context"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

// provider is a local server that plays a translation service for the real
// command, rightly or not.
type provider struct {
	*httptest.Server
	mu    sync.Mutex
	asked int
	fault string
}

const providerKey = "key-for-tests-0123"

var maskForm = regexp.MustCompile(`⟦\d+⟧`)

// answers are what a service with this fault gives.
func (p *provider) answers(texts []string) []string {
	var out []string
	for _, s := range texts {
		masks := strings.Join(maskForm.FindAllString(s, -1), " and ")
		right := strings.TrimSpace("Goods " + masks)
		out = append(out, map[string]string{
			"": right, "once": right,
			"numbers":  right + " 99",
			"masks":    "Goods",
			"entities": "Men&#39;s " + right + " &amp; more",
			"essay":    right + strings.Repeat(" Certainly! Let me explain what this means.", 30),
			"swap":     right,
		}[p.fault])
	}
	if p.fault == "swap" {
		slices.Reverse(out)
	}
	return out
}

// ServeHTTP speaks each service's protocol, told apart by its address.
func (p *provider) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	w.Header().Set("Content-Type", "application/json")
	if r.URL.Path == "/token" {
		fmt.Fprint(w, `{"access_token":"local","expires_in":3600,"token_type":"Bearer"}`)
		return
	}
	p.mu.Lock()
	p.asked++
	asked := p.asked
	p.mu.Unlock()
	switch {
	case p.fault == "down" || p.fault == "once" && asked == 1:
		http.Error(w, `{"error":"overloaded, key `+providerKey+`"}`, http.StatusServiceUnavailable)
		return
	case p.fault == "quota":
		http.Error(w, `{"message":"Quota Exceeded","error":{"code":429,"message":"Quota exceeded for limit 'characters per day'; insufficient_quota"}}`,
			map[bool]int{true: 456, false: 429}[r.URL.Path == "/v2/translate"])
		return
	case p.fault == "denied":
		http.Error(w, `{"error":"Invalid key `+providerKey+`"}`, http.StatusForbidden)
		return
	}
	var q struct {
		Q        []string
		Text     []string
		Contents []string
		Messages []struct{ Content string }
	}
	if err := json.Unmarshal(body, &q); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	switch r.URL.Path {
	case "/translate":
		json.NewEncoder(w).Encode(map[string]any{"translatedText": p.answers(q.Q)})
	case "/v2/translate":
		json.NewEncoder(w).Encode(map[string]any{"translations": textsAs("text", p.answers(q.Text))})
	case "/v3/projects/project-one/locations/global:translateText":
		json.NewEncoder(w).Encode(map[string]any{"translations": textsAs("translatedText", p.answers(q.Contents))})
	case "/v1/chat/completions":
		var data struct{ Texts []struct{ Text string } }
		if err := json.Unmarshal([]byte(q.Messages[1].Content), &data); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		var texts []string
		for _, t := range data.Texts {
			texts = append(texts, t.Text)
		}
		list := textsAs("text", p.answers(texts))
		for i := range list {
			list[i]["id"] = i + 1
		}
		content, _ := json.Marshal(map[string]any{"translations": list})
		json.NewEncoder(w).Encode(map[string]any{"choices": []any{map[string]any{"finish_reason": "stop", "message": map[string]string{"content": string(content)}}}})
	default:
		http.NotFound(w, r)
	}
}

func textsAs(name string, answers []string) []map[string]any {
	var list []map[string]any
	for _, a := range answers {
		list = append(list, map[string]any{name: a})
	}
	return list
}

type providerAt struct{}

// workbook changes cells of a workbook for review: workbook FILE E3=Text …
func workbook(ts *testscript.TestScript, _ bool, args []string) {
	f, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	for _, change := range args[1:] {
		cell, text, _ := strings.Cut(change, "=")
		ts.Check(f.SetCellStr("Review", cell, text))
	}
	ts.Check(f.Save())
	ts.Check(f.Close())
}

// providerCommands let a script start a service and count what it is asked:
// "provider [fault]" sets $PROVIDER to its address and writes account.json, the
// credentials for it as Google; "asked N" checks and forgets the number.
var providerCommands = map[string]func(*testscript.TestScript, bool, []string){
	"provider": func(ts *testscript.TestScript, _ bool, args []string) {
		p := &provider{fault: strings.Join(args, "")}
		p.Server = httptest.NewServer(p)
		ts.Defer(p.Close)
		ts.Setenv("PROVIDER", p.URL)
		*ts.Value(providerAt{}).(**provider) = p
		account, err := json.Marshal(map[string]string{"type": "service_account", "project_id": "project-one", "private_key": string(signingKey()),
			"private_key_id": "k", "client_email": "t@project-one.iam.gserviceaccount.com", "token_uri": p.URL + "/token"})
		ts.Check(err)
		ts.Check(os.WriteFile(ts.MkAbs("account.json"), account, 0o600))
	},
	"workbook": workbook,
	"asked": func(ts *testscript.TestScript, _ bool, args []string) {
		p := *ts.Value(providerAt{}).(**provider)
		p.mu.Lock()
		defer p.mu.Unlock()
		if len(args) != 1 || fmt.Sprint(p.asked) != args[0] {
			ts.Fatalf("the service was asked %d times", p.asked)
		}
		p.asked = 0
	},
}

var signingKey = sync.OnceValue(func() []byte {
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		panic(err)
	}
	der, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		panic(err)
	}
	return pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der})
})

// What a service answered before the user stopped the run is in the memory, and
// the next run asks for the rest alone.
func TestStoppedRunKeepsWhatIsPaidFor(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	p := &provider{}
	p.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if p.asked == 1 {
			io.Copy(io.Discard, r.Body) // only then is the end of the connection seen
			stop()
			<-r.Context().Done()
			return
		}
		p.ServeHTTP(w, r)
	}))
	defer p.Close()
	dir := t.TempDir()
	order := manyUnknown(t, dir, 70)
	args := []string{"translate", "--translator", "libre", "--endpoint", p.URL, "--retries", "0", order}
	var out, errOut strings.Builder
	if status := run(ctx, args, nil, &out, &errOut); status != exitMachine || !strings.Contains(errOut.String(), "stopped") {
		t.Fatalf("status %d: %s", status, errOut.String())
	}
	memory, err := os.ReadFile(dir + "/yipiao.memory.tsv")
	if err != nil || strings.Count(string(memory), "\tlibre\t") != 50 {
		t.Fatalf("%d translations are kept, %v", strings.Count(string(memory), "\tlibre\t"), err)
	}
	p.asked = 2
	if status := run(t.Context(), args, nil, &out, &errOut); status != exitDone || p.asked != 3 {
		t.Errorf("status %d after %d requests: %s", status, p.asked-2, errOut.String())
	}
}

// manyUnknown writes an order with distinct texts that only a service knows.
func manyUnknown(t *testing.T, dir string, lines int) string {
	var b strings.Builder
	b.WriteString("yipiao: 1\nnumber: A\ndate: 2026-01-02\ncurrency: USD\nseller: {name: X Ltd, country: US}\nbuyer: {name: Y}\nlines:\n")
	for i := range lines {
		fmt.Fprintf(&b, "- {description: 魑魅魍魉%d号, quantity: 1, price: 1}\n", i)
	}
	name := dir + "/order.yaml"
	if err := os.WriteFile(name, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	return name
}
