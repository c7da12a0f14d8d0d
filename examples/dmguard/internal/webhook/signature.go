package webhook

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// SignatureHeader is where the platform puts its signature.
const SignatureHeader = "X-Hub-Signature-256"

const signaturePrefix = "sha256="

// Sign gives the header's value for a body.
func Sign(secret, body []byte) string {
	return signaturePrefix + hex.EncodeToString(mac(secret, body))
}

func mac(secret, body []byte) []byte {
	h := hmac.New(sha256.New, secret)
	h.Write(body)
	return h.Sum(nil)
}

// signed reports whether the headers hold one signature, made of the raw body
// with one of the secrets.
func signed(secrets [][]byte, headers []string, body []byte) bool {
	if len(headers) != 1 {
		return false
	}
	text, ok := strings.CutPrefix(headers[0], signaturePrefix)
	if !ok || len(text) != 2*sha256.Size {
		return false
	}
	given, err := hex.DecodeString(text)
	if err != nil {
		return false
	}
	good := false
	for _, s := range secrets {
		if hmac.Equal(given, mac(s, body)) {
			good = true
		}
	}
	return good
}
