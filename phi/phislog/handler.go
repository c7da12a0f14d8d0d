package phislog

import (
	"context"
	"log/slog"
)

// A Handler redacts records and attributes and hands them on. It is safe for
// concurrent use if the handler behind it is.
type Handler struct {
	core *core
	next slog.Handler
	// plain, with OnlyPHI, is next with the attributes of WithAttrs as they came,
	// and context what they say.
	plain   slog.Handler
	context string
	group   string
}

var _ slog.Handler = (*Handler)(nil)

// NewHandler gives a Handler that hands on to next; nil Options mean the
// defaults.
func NewHandler(next slog.Handler, o *Options) *Handler {
	h := &Handler{core: coreOf(o), next: next}
	if h.core.onlyPHI {
		h.plain = next
	}
	return h
}

// Enabled asks the handler behind.
func (h *Handler) Enabled(ctx context.Context, level slog.Level) bool {
	return h.next.Enabled(ctx, level)
}

// Handle redacts the record and hands it on. A record in which nothing changes
// costs at most one allocation. The error is that of the handler behind.
func (h *Handler) Handle(ctx context.Context, r slog.Record) error {
	r, found := h.redact(r)
	if h.plain != nil && !found {
		return h.plain.Handle(ctx, r)
	}
	return h.next.Handle(ctx, r)
}

// redact gives the record to hand on; found says, with OnlyPHI, that it holds
// PHI. Should reading it panic, as a matcher of the user's can, nothing of it is
// handed on but where and when.
func (h *Handler) redact(r slog.Record) (out slog.Record, found bool) {
	p := h.core.pool.Get().(*page)
	defer func() {
		if recover() != nil {
			out, found = slog.NewRecord(r.Time, r.Level, Unreadable, r.PC), true
			return // p is not used again
		}
		p.reset()
		h.core.pool.Put(p)
	}()
	return p.record(h, r)
}

// WithAttrs gives a Handler whose records have these attributes too. They are
// resolved and redacted here, once, and by themselves.
func (h *Handler) WithAttrs(attrs []slog.Attr) slog.Handler {
	if len(attrs) == 0 {
		return h
	}
	p := new(page)
	g := *h
	resolved, redacted := p.fixed(h.core, h.group, attrs)
	g.next = h.next.WithAttrs(redacted)
	if h.plain != nil {
		g.plain = h.plain.WithAttrs(resolved)
		g.context += p.Lines()
	}
	return &g
}

// unreadKey is the key of what takes the place of attributes that cannot be
// read.
const unreadKey = "attrs"

// WithGroup gives a Handler whose attributes stand in a group.
func (h *Handler) WithGroup(name string) slog.Handler {
	if name == "" {
		return h
	}
	g := *h
	g.group = name
	safe := name
	if h.core.checkKeys {
		safe = h.core.redactor.Redact(name)
	}
	g.next = h.next.WithGroup(safe)
	if h.plain != nil {
		g.plain = h.plain.WithGroup(name)
	}
	return &g
}
