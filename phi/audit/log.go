package audit

import (
	"context"
	"log/slog"
	"math"

	"github.com/phidetect/phidetect/identifiers"
)

// LogValue gives the event as a group with the members of its JSON object. An
// event that does not pass its Check gives the error instead, so that nothing
// unchecked is logged.
func (e Event) LogValue() slog.Value {
	if err := e.Check(); err != nil {
		return slog.GroupValue(slog.String("error", err.Error()))
	}
	return slog.GroupValue(append([]slog.Attr{slog.Time("time", e.Time)}, e.attrs()...)...)
}

// attrs gives all members but the time.
func (e *Event) attrs() []slog.Attr {
	out := make([]slog.Attr, 0, 16)
	add := func(name, value string) {
		if value != "" {
			out = append(out, slog.String(name, value))
		}
	}
	add("actor", e.Actor)
	add("action", e.Action.String())
	add("direction", e.Direction.String())
	if e.Resource != (Resource{}) {
		add("resource", e.Resource.String())
	}
	add("verdict", e.Verdict.String())
	var types []any
	for t, n := range e.Types {
		if n > 0 {
			types = append(types, slog.Uint64(identifiers.Type(t).String(), uint64(n)))
		}
	}
	if types != nil {
		out = append(out, slog.Group("types", types...))
	}
	out = append(out, slog.Float64("health_score", math.Round(float64(e.Score)*1000)/1000))
	if c := e.categories(); c != nil {
		out = append(out, slog.Any("categories", c))
	}
	if s := e.Sensitivity.Names(); s != nil {
		out = append(out, slog.Any("sensitivity", s))
	}
	add("policy", e.Policy)
	add("policy_version", e.PolicyVersion)
	add("rule", e.Rule)
	add("raised_by", e.Raised)
	add("library", e.Library)
	add("outcome", e.Outcome)
	return out
}

// A Logger gives events to a slog.Handler as records with the message "phi
// decision", at the event's time. It keeps no chain. It is safe for concurrent
// use.
type Logger struct {
	h     slog.Handler
	level slog.Level
	opt   Options
}

// NewLogger gives a Logger for h at a level; of Options it uses Now and Library.
func NewLogger(h slog.Handler, level slog.Level, o *Options) *Logger {
	return &Logger{h, level, optionsOf(o)}
}

// Record logs one event and gives the handler's error, or ErrEvent. Where the
// handler is not enabled at the level nothing is logged.
func (l *Logger) Record(ctx context.Context, e Event) error {
	if err := l.opt.fill(&e); err != nil {
		return err
	}
	if !l.h.Enabled(ctx, l.level) {
		return nil
	}
	r := slog.NewRecord(e.Time, l.level, "phi decision", 0)
	r.AddAttrs(e.attrs()...)
	return l.h.Handle(ctx, r)
}
