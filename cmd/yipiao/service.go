package main

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"yipiao/translate"
	"yipiao/translate/deepl"
	"yipiao/translate/google"
	"yipiao/translate/libre"
	"yipiao/translate/openai"
)

// serviceFlags say which translator is asked, and how it is reached.
type serviceFlags struct {
	translator, endpoint, key, model, project, credentials, proxy string
	timeout                                                       time.Duration
	retries                                                       int
}

// settings are the flags that each translator takes, with the environment's
// names for them.
var settings = map[string]map[string][]string{
	"offline": {},
	"google": {"credentials": {"GOOGLE_APPLICATION_CREDENTIALS"}, "project": {"GOOGLE_CLOUD_PROJECT"}, "endpoint": {"GOOGLE_TRANSLATE_ENDPOINT"},
		"model": nil, "proxy": nil, "timeout": nil, "retries": nil},
	"openai": {"endpoint": {"OPENAI_BASE_URL"}, "key": {"OPENAI_API_KEY"}, "model": {"OPENAI_MODEL"}, "proxy": nil, "timeout": nil, "retries": nil},
	"deepl":  {"endpoint": {"DEEPL_SERVER_URL"}, "key": {"DEEPL_AUTH_KEY", "DEEPL_API_KEY"}, "proxy": nil, "timeout": nil, "retries": nil},
	"libre":  {"endpoint": {"LIBRETRANSLATE_URL"}, "key": {"LIBRETRANSLATE_API_KEY"}, "proxy": nil, "timeout": nil, "retries": nil},
}

var translators = []string{"offline", "google", "openai", "deepl", "libre"}

func (f *serviceFlags) define(flags *pflag.FlagSet) {
	flags.StringVar(&f.translator, "translator", "offline", "who is asked: "+strings.Join(translators, ", "))
	flags.StringVar(&f.endpoint, "endpoint", "", "address of the service")
	flags.StringVar(&f.key, "key", "", "key of the service; others can't see it in the environment")
	flags.StringVar(&f.model, "model", "", "model of the service")
	flags.StringVar(&f.project, "project", "", "google: the project (default that of the credentials)")
	flags.StringVar(&f.credentials, "credentials", "", "google: the file of a service account")
	flags.StringVar(&f.proxy, "proxy", "", "proxy to reach the service by, such as http://localhost:7890")
	flags.DurationVar(&f.timeout, "timeout", translate.DefaultTimeout, "for one answer of the service")
	flags.IntVar(&f.retries, "retries", 3, "how often a service that is busy or down is asked again")
}

// open makes the service's client; nil where offline is enough. Nothing is sent
// yet. Failures that pass are tried again.
func (f serviceFlags) open(ctx context.Context, given func(string) bool) (translate.Translator, error) {
	takes, known := settings[f.translator]
	if !known {
		return nil, usage("--translator %s: unknown; %s", f.translator, strings.Join(translators, ", "))
	}
	for _, flag := range []string{"endpoint", "key", "model", "project", "credentials", "proxy", "timeout", "retries"} {
		if _, ok := takes[flag]; given(flag) && !ok {
			return nil, usage("--%s goes with --translator %s, not with %s", flag, strings.Join(takers(flag), ", "), f.translator)
		}
	}
	switch {
	case f.retries < 0:
		return nil, usage("--retries %d: 0 or more", f.retries)
	case f.timeout <= 0:
		return nil, usage("--timeout %s: more than nothing, such as 90s", f.timeout)
	case f.translator == "offline":
		return nil, nil
	}
	f.fromEnvironment(takes, given)
	service, err := f.client(ctx)
	var failure *translate.Error
	switch {
	case errors.As(err, &failure):
		return nil, machine(err)
	case err != nil:
		return nil, usage("%w%s", err, hint(takes))
	}
	return &translate.Retry{Translator: service, Attempts: f.retries + 1}, nil
}

// takers are the translators that take a flag.
func takers(flag string) []string {
	return slices.DeleteFunc(slices.Clone(translators), func(name string) bool {
		_, ok := settings[name][flag]
		return !ok
	})
}

func (f *serviceFlags) fromEnvironment(takes map[string][]string, given func(string) bool) {
	for flag, value := range map[string]*string{"endpoint": &f.endpoint, "key": &f.key, "model": &f.model, "project": &f.project} {
		for _, name := range takes[flag] {
			if !given(flag) && *value == "" {
				*value = os.Getenv(name)
			}
		}
	}
}

// hint names the flags and variables that say what is missing.
func hint(takes map[string][]string) string {
	var ways []string
	for _, flag := range []string{"endpoint", "key", "model"} {
		if names, ok := takes[flag]; ok && names != nil {
			ways = append(ways, "--"+flag+" or "+strings.Join(names, " or "))
		}
	}
	return " (" + strings.Join(ways, "; ") + ")"
}

func (f *serviceFlags) client(ctx context.Context) (translate.Translator, error) {
	if f.translator == "google" {
		return google.New(ctx, google.Config{Project: f.project, Credentials: f.credentials, Endpoint: f.endpoint, Proxy: f.proxy, Model: f.model, Timeout: f.timeout})
	}
	client, err := f.throughProxy()
	if err != nil {
		return nil, err
	}
	switch f.translator {
	case "openai":
		return openai.New(openai.Config{Endpoint: f.endpoint, Key: f.key, Model: f.model, Client: client, Timeout: f.timeout})
	case "deepl":
		return deepl.New(deepl.Config{Key: f.key, Endpoint: f.endpoint, Client: client, Timeout: f.timeout})
	default:
		return libre.New(libre.Config{Endpoint: f.endpoint, Key: f.key, Client: client, Timeout: f.timeout})
	}
}

// throughProxy is a client for the proxy given; nil where the environment says.
func (f *serviceFlags) throughProxy() (*http.Client, error) {
	if f.proxy == "" {
		return nil, nil
	}
	address, err := url.Parse(f.proxy)
	if err != nil || address.Host == "" {
		return nil, errors.New("--proxy is not an address such as http://localhost:7890")
	}
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.Proxy = http.ProxyURL(address)
	return &http.Client{Transport: transport}, nil
}
