package people

import (
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
)

// csrf derives the token of a session's forms from the session's own, so that it
// need not be kept.
func csrf(token string) string {
	m := hmac.New(sha256.New, []byte(token))
	m.Write([]byte("dmguard csrf"))
	return hex.EncodeToString(m.Sum(nil))
}

// ValidCSRF compares what a form brought with the session's, in constant time.
func (s *Session) ValidCSRF(got string) bool {
	return s.CSRF != "" && subtle.ConstantTimeCompare([]byte(s.CSRF), []byte(got)) == 1
}
