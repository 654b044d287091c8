package translate

import (
	"context"
	"strings"

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
		answers = append(answers, l.lines(s, request.To))
	}
	return answers, nil
}

// lines translates each line by itself: notes and terms are lists of them. An
// address is turned round as a whole.
func (l *local) lines(s Segment, to Lang) Answer {
	lines := []string{s.Text}
	if s.Kind != Address && s.Kind != Company {
		lines = strings.Split(s.Text, "\n")
	}
	answer := Answer{Final: true}
	for i, line := range lines {
		r := l.rules.Translate(line, offline.Kind(s.Kind), string(to))
		lines[i] = r.Text
		answer.Final = answer.Final && r.Final
		answer.Remarks = append(answer.Remarks, r.Checks...)
	}
	answer.Text = strings.Join(lines, "\n")
	return answer
}
