package translate

import (
	"context"
	"errors"
	"time"
)

// Retry is a translator that asks another one again while its failure is
// temporary.
type Retry struct {
	Translator
	Attempts int           // in all; 4 where 0
	Wait     time.Duration // before the second attempt, doubled each time; 1 s where 0
	MaxWait  time.Duration // 60 s where 0; a service that asks for more is not waited for
	Sleep    func(ctx context.Context, d time.Duration) error
}

// Translate passes the request on, up to Attempts times. It waits as long as
// the service asks, else by back-off.
func (r *Retry) Translate(ctx context.Context, request Request) ([]Answer, error) {
	attempts, wait, most := r.Attempts, r.Wait, r.MaxWait
	if attempts == 0 {
		attempts = 4
	}
	if wait == 0 {
		wait = time.Second
	}
	if most == 0 {
		most = time.Minute
	}
	for attempt := 1; ; attempt++ {
		answers, err := r.Translator.Translate(ctx, request)
		var failure *Error
		if err == nil || stopped(err) || attempt >= attempts || !errors.As(err, &failure) || !failure.Temporary() {
			return answers, err
		}
		pause := max(wait, failure.RetryAfter)
		if pause > most {
			return nil, err
		}
		if stop := r.sleep(ctx, pause); stop != nil {
			return nil, &Error{Provider: r.Profile().Name, Reason: Unavailable, Message: "stopped while waiting to ask again", Err: stop}
		}
		wait = min(2*wait, most)
	}
}

func (r *Retry) sleep(ctx context.Context, d time.Duration) error {
	if r.Sleep != nil {
		return r.Sleep(ctx, d)
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}
