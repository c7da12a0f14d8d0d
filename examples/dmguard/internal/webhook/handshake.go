package webhook

import (
	"crypto/sha256"
	"crypto/subtle"
	"io"
	"net/http"
)

// maxChallenge is far over what the platform sends.
const maxChallenge = 1 << 10

// handshake answers the platform's question whether this address wants its
// webhooks.
func (h *handler) handshake(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	mode, token, challenge := q["hub.mode"], q["hub.verify_token"], q["hub.challenge"]
	if len(mode) != 1 || len(token) != 1 || len(challenge) != 1 || mode[0] != "subscribe" ||
		challenge[0] == "" || len(challenge[0]) > maxChallenge {
		h.refuse(w, http.StatusBadRequest, BadHandshake)
		return
	}
	// sums, because a comparison of different lengths tells the length
	want, got := sha256.Sum256([]byte(h.config.VerifyToken)), sha256.Sum256([]byte(token[0]))
	if subtle.ConstantTimeCompare(want[:], got[:]) != 1 {
		h.refuse(w, http.StatusForbidden, BadToken)
		return
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.Header().Set("Cache-Control", "no-store")
	io.WriteString(w, challenge[0])
	h.config.Observe(Outcome{Name: Handshake})
}
