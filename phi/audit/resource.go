package audit

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"sync"
)

// ErrKey is the error of a key that is too short.
var ErrKey = errors.New("audit: key")

// LeastKey is the length of the shortest key, in bytes: that of the hash, as RFC
// 2104 asks for.
const LeastKey = sha256.Size

func checkKey(key []byte) error {
	if len(key) < LeastKey {
		return fmt.Errorf("%w: a key has at least %d bytes, drawn at random", ErrKey, LeastKey)
	}
	return nil
}

// A Resource stands for what was decided about, a message, a thread or an
// account: a keyed hash of its id. The zero Resource is none.
type Resource [sha256.Size]byte

// String gives the hash in hexadecimal digits.
func (r Resource) String() string { return string(r.appendHex(nil)) }

func (r *Resource) appendHex(dst []byte) []byte { return hex.AppendEncode(dst, r[:]) }

// A Hasher makes Resources. With the same key the same id gives the same
// Resource; without the key nobody can try ids. It is safe for concurrent use.
type Hasher struct {
	mu  sync.Mutex
	mac hash.Hash
}

// NewHasher gives a Hasher with a key of LeastKey bytes or more, which is to be
// another than the chain's.
func NewHasher(key []byte) (*Hasher, error) {
	if err := checkKey(key); err != nil {
		return nil, err
	}
	return &Hasher{mac: hmac.New(sha256.New, key)}, nil
}

// resourceDomain keeps these hashes apart from others with the same key.
const resourceDomain = "phidetect audit resource v1\n"

// Resource gives the HMAC-SHA-256 of an id.
func (h *Hasher) Resource(id string) (r Resource) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.mac.Reset()
	h.mac.Write([]byte(resourceDomain))
	h.mac.Write([]byte(id))
	h.mac.Sum(r[:0])
	return r
}
