package google_test

import (
	"context"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/base64"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"yipiao/translate"
	"yipiao/translate/google"
	"yipiao/translate/translatetest"
)

const (
	token   = "ya29.local-token-for-tests"
	account = "tester@project-one.iam.gserviceaccount.com"
)

// tokens is a token server as oauth2.googleapis.com is: it takes a signed JWT
// and gives a bearer token.
func tokens(t testing.TB, status int) *httptest.Server {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := r.ParseForm(); err != nil || r.Form.Get("grant_type") != "urn:ietf:params:oauth:grant-type:jwt-bearer" {
			t.Errorf("grant %q, %v", r.Form.Get("grant_type"), err)
		}
		parts := strings.Split(r.Form.Get("assertion"), ".")
		if len(parts) != 3 {
			t.Errorf("the assertion has %d parts", len(parts))
		} else if claims, _ := base64.RawURLEncoding.DecodeString(parts[1]); !strings.Contains(string(claims), account) || !strings.Contains(string(claims), "cloud-translation") {
			t.Errorf("claims %s", claims)
		}
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(status)
		if status != http.StatusOK {
			io.WriteString(w, `{"error":"invalid_grant","error_description":"Invalid JWT Signature. %s"}`)
			return
		}
		fmt.Fprintf(w, `{"access_token":%q,"expires_in":3600,"token_type":"Bearer"}`, token)
	}))
	t.Cleanup(s.Close)
	return s
}

var signing = sync.OnceValue(func() []byte {
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

// serviceAccount writes a throwaway credentials file.
func serviceAccount(t testing.TB, tokenURI string) string {
	content, err := json.Marshal(map[string]string{
		"type": "service_account", "project_id": "project-one", "private_key_id": "k1", "private_key": string(signing()),
		"client_email": account, "client_id": "1", "token_uri": tokenURI,
	})
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "account.json")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func read(r *http.Request, body []byte) ([]string, error) {
	var q struct {
		Contents []string `json:"contents"`
		Mime     string   `json:"mimeType"`
		Source   string   `json:"sourceLanguageCode"`
		Target   string   `json:"targetLanguageCode"`
	}
	if err := json.Unmarshal(body, &q); err != nil {
		return nil, err
	}
	if r.Method != http.MethodPost || r.URL.Path != "/v3/projects/project-one/locations/global:translateText" || r.Header.Get("Authorization") != "Bearer "+token {
		return nil, fmt.Errorf("%s %s %v", r.Method, r.URL.Path, r.Header)
	}
	if q.Mime != "text/plain" {
		return nil, fmt.Errorf("MIME type %q would give HTML entities", q.Mime)
	}
	if q.Source+q.Target != "zh-CNen" && q.Source+q.Target != "zh-TWen" && q.Source+q.Target != "enzh-CN" {
		return nil, fmt.Errorf("from %s to %s", q.Source, q.Target)
	}
	if len(q.Contents) > 1024 {
		return nil, fmt.Errorf("%d texts", len(q.Contents))
	}
	return q.Contents, nil
}

func write(answers []string) []byte {
	type translation struct {
		Text string `json:"translatedText"`
	}
	list := []translation{}
	for _, answer := range answers {
		list = append(list, translation{answer})
	}
	reply, _ := json.Marshal(map[string]any{"translations": list})
	return reply
}

func adapter(t testing.TB, endpoint string, timeout time.Duration) translate.Translator {
	return configured(t, google.Config{Endpoint: endpoint, Timeout: timeout, Credentials: serviceAccount(t, tokens(t, http.StatusOK).URL)})
}

func configured(t testing.TB, config google.Config) translate.Translator {
	a, err := google.New(context.Background(), config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	return a
}

func failure(code int, status, message string) string {
	return fmt.Sprintf(`{"error":{"code":%d,"message":%q,"status":%q}}`, code, message, status)
}

func TestExam(t *testing.T) {
	translatetest.Exam(t, translatetest.Protocol{New: adapter, Read: read, Write: write, Secrets: []string{token}, Failures: []translatetest.Failure{
		{Name: "not allowed", Status: 403, Body: failure(403, "PERMISSION_DENIED", "Cloud Translation API has not been used in project 1 before or it is disabled. %s"), Reason: translate.Credentials},
		{Name: "token refused", Status: 401, Body: failure(401, "UNAUTHENTICATED", "Request had invalid authentication credentials."), Reason: translate.Credentials},
		{Name: "a minute's quota", Status: 429, Body: failure(429, "RESOURCE_EXHAUSTED", "Quota exceeded for quota metric 'v2 and v3 general model characters' and limit 'v2 and v3 general model characters per minute per user'"), Reason: translate.Busy},
		{Name: "a day's quota", Status: 429, Body: failure(429, "RESOURCE_EXHAUSTED", "Quota exceeded for quota metric 'General model characters' and limit 'General model characters per day'"), Reason: translate.Quota},
		{Name: "daily limit", Status: 403, Body: failure(403, "PERMISSION_DENIED", "Daily Limit Exceeded"), Reason: translate.Quota},
		{Name: "rate limit", Status: 403, Body: failure(403, "PERMISSION_DENIED", "User Rate Limit Exceeded"), Reason: translate.Busy},
		{Name: "invalid", Status: 400, Body: failure(400, "INVALID_ARGUMENT", "Source language: xx; %d"), Reason: translate.Rejected},
		{Name: "too long", Status: 400, Body: failure(400, "INVALID_ARGUMENT", "Text is too long."), Reason: translate.TooLarge},
		{Name: "down", Status: 503, Body: failure(503, "UNAVAILABLE", "The service is currently unavailable."), Reason: translate.Unavailable},
		{Name: "a proxy's page", Status: 502, Body: "<html>" + strings.Repeat("bad gateway ", 3000), Reason: translate.Unavailable},
	}})
}

func one() translate.Request {
	return translate.Request{From: translate.Chinese, To: translate.English, Segments: []translate.Segment{{Text: "杯"}}}
}

func TestTokenRefused(t *testing.T) {
	service := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("asked without a token") }))
	defer service.Close()
	a := configured(t, google.Config{Endpoint: service.URL, Credentials: serviceAccount(t, tokens(t, http.StatusBadRequest).URL)})
	_, err := a.Translate(context.Background(), one())
	if failed, ok := err.(*translate.Error); !ok || failed.Reason != translate.Credentials || strings.Contains(err.Error(), "PRIVATE KEY") {
		t.Errorf("%v", err)
	}
}

func TestEnvironmentNamesTheCredentials(t *testing.T) {
	service := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") != "Bearer "+token {
			t.Errorf("headers %v", r.Header)
		}
		w.Header().Set("Content-Type", "application/json")
		w.Write(write([]string{"cup"}))
	}))
	defer service.Close()
	t.Setenv("GOOGLE_APPLICATION_CREDENTIALS", serviceAccount(t, tokens(t, http.StatusOK).URL))
	answers, err := configured(t, google.Config{Endpoint: service.URL}).Translate(context.Background(), one())
	if err != nil || answers[0].Text != "cup" {
		t.Errorf("%v, %v", answers, err)
	}
}

func TestMissingCredentialsAreExplained(t *testing.T) {
	for _, content := range []string{"", "{", `{"type":"service_account"}`, `{"type":"authorized_user"}`} {
		path := filepath.Join(t.TempDir(), "account.json")
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := google.New(context.Background(), google.Config{Credentials: path})
		if failed, ok := err.(*translate.Error); !ok || failed.Reason != translate.Credentials {
			t.Errorf("%q: %v", content, err)
		}
	}
}

// The proxy carries both the token's request and the translation's.
func TestProxy(t *testing.T) {
	seen := map[string]bool{}
	var mu sync.Mutex
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		seen[r.URL.Host] = true
		mu.Unlock()
		w.Header().Set("Content-Type", "application/json")
		if r.URL.Host == "token.example" {
			fmt.Fprintf(w, `{"access_token":%q,"expires_in":3600,"token_type":"Bearer"}`, token)
			return
		}
		w.Write(write([]string{"cup"}))
	}))
	defer proxy.Close()
	a := configured(t, google.Config{Endpoint: "http://translate.example", Proxy: proxy.URL, Credentials: serviceAccount(t, "http://token.example/token")})
	answers, err := a.Translate(context.Background(), one())
	if err != nil || answers[0].Text != "cup" || !seen["token.example"] || !seen["translate.example"] {
		t.Errorf("%v, %v, seen %v", answers, err, seen)
	}
	if _, err := google.New(context.Background(), google.Config{Proxy: "::nonsense"}); err == nil {
		t.Error("a proxy that is no address passes")
	}
}
