package vault

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
)

// ErrKey is a key that is not one.
var ErrKey = errors.New("vault: a key has 32 bytes, 64 hexadecimal digits; openssl rand -hex 32 makes one")

// A key seals and opens. Nothing prints it.
type key struct {
	id   string // of the key's hash, so that it need not be named
	aead cipher.AEAD
}

func newKey(k []byte) (key, error) {
	if len(k) != 32 {
		return key{}, ErrKey
	}
	block, err := aes.NewCipher(k)
	if err != nil {
		return key{}, err
	}
	aead, err := cipher.NewGCMWithRandomNonce(block)
	if err != nil {
		return key{}, err
	}
	h := sha256.Sum256(append([]byte("dmguard vault key "), k...))
	return key{hex.EncodeToString(h[:8]), aead}, nil
}

// ParseKeys reads keys as the environment holds them: hexadecimal, apart by
// commas, the newest first. The error names the key by its number alone.
func ParseKeys(s string) ([][]byte, error) {
	var out [][]byte
	for part := range strings.SplitSeq(s, ",") {
		k, err := hex.DecodeString(strings.TrimSpace(part))
		if err != nil || len(k) != 32 {
			return nil, fmt.Errorf("%w (key %d)", ErrKey, len(out)+1)
		}
		out = append(out, k)
	}
	return out, nil
}

// bound is what a sealed text is bound to. The lengths keep the parts apart.
func (k *key) bound(p Place) []byte {
	return fmt.Appendf(nil, "dmguard vault 1 %s %d %s %d %s %d %s", k.id, len(p.Account), p.Account, len(p.Person), p.Person, len(p.Message), p.Message)
}

func (k *key) seal(p Place, text string) []byte {
	return k.aead.Seal(nil, nil, []byte(text), k.bound(p))
}

func (k *key) open(p Place, sealed []byte) (string, error) {
	text, err := k.aead.Open(nil, nil, sealed, k.bound(p))
	if err != nil {
		return "", ErrSealed
	}
	return string(text), nil
}
