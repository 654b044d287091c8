package translate

import (
	"context"

	"yipiao/translate/offline"
)

// local is the offline translator behind the common interface.
type local struct{ rules *offline.Translator }

// NewOffline returns the translator that needs no network, with the user's
// terms before its own; the glossary may be nil.
func NewOffline(glossary *Glossary) (Translator, error) {
	var options []offline.Option
	for _, t := range glossary.Terms() {
		if len(t.English) > 0 {
			options = append(options, offline.WithTerms(offline.Term{Zh: t.Chinese, En: t.English[0]}))
		}
	}
	rules, err := offline.New(options...)
	if err != nil {
		return nil, err
	}
	return &local{rules}, nil
}

// Requests are kept small, so that progress shows and a stop is heeded.
const localSegments = 50

func (l *local) Profile() Profile {
	return Profile{Name: "offline", Segments: localSegments, Runes: localSegments * MaxSegmentRunes, Local: true, TakesTerms: true}
}

func (l *local) Translate(ctx context.Context, request Request) ([]Answer, error) {
	if err := CheckSize(l.Profile(), request); err != nil {
		return nil, err
	}
	var answers []Answer
	for _, s := range request.Segments {
		if err := ctx.Err(); err != nil {
			return nil, &Error{Provider: "offline", Reason: Unavailable, Message: "stopped", Err: err}
		}
		r := l.rules.Translate(s.Text, offline.Kind(s.Kind), string(request.To))
		answers = append(answers, Answer{Text: r.Text, Final: r.Final, Remarks: r.Checks})
	}
	return answers, nil
}
