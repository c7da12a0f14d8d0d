package phihttp

import (
	"context"

	"github.com/phidetect/phidetect/phi"
)

type sessionKey struct{}

// ContextWithSession gives a context whose requests are redacted, and responses
// to a Transport restored, with s: so the same person has the same label through
// a whole conversation. The session's Redactor decides what is put.
func ContextWithSession(ctx context.Context, s *phi.Session) context.Context {
	return context.WithValue(ctx, sessionKey{}, s)
}

// SessionFrom gives the session of a context, or nil.
func SessionFrom(ctx context.Context) *phi.Session {
	s, _ := ctx.Value(sessionKey{}).(*phi.Session)
	return s
}
