package audit

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"strconv"
	"strings"
)

// A Head is the end of a chain: the number of its lines and the hash of the
// last. The zero Head is that of an empty chain. Kept where the chain's keeper
// cannot change it, it is an anchor: Verify finds that lines before it were cut
// off.
type Head struct {
	Seq  uint64
	Hash [sha256.Size]byte
}

// String gives "SEQ:HEX", which ParseHead reads.
func (h Head) String() string {
	return strconv.FormatUint(h.Seq, 10) + ":" + hex.EncodeToString(h.Hash[:])
}

// MarshalText gives String.
func (h Head) MarshalText() ([]byte, error) { return []byte(h.String()), nil }

// UnmarshalText is ParseHead.
func (h *Head) UnmarshalText(b []byte) (err error) {
	*h, err = ParseHead(string(b))
	return err
}

// ErrHead is the error of ParseHead.
var ErrHead = errors.New(`audit: a head is a decimal number, ":" and 64 hexadecimal digits`)

// ParseHead reads what Head.String gives.
func ParseHead(s string) (h Head, err error) {
	num, digits, _ := strings.Cut(s, ":")
	h.Seq, err = strconv.ParseUint(num, 10, 64)
	if err != nil || len(digits) != hex.EncodedLen(sha256.Size) {
		return Head{}, ErrHead
	}
	if _, err := hex.Decode(h.Hash[:], []byte(digits)); err != nil {
		return Head{}, ErrHead
	}
	return h, nil
}

// chainDomain keeps these hashes apart from others with the same key.
const chainDomain = "phidetect audit v1\n"

const (
	lineSeq   = `{"v":1,"seq":`
	linePrev  = `,"prev":"`
	lineEvent = `","event":`
	lineHash  = `,"hash":"`
	lineEnd   = `"}`
)

// newHash gives the chain's hash function.
func newHash(key []byte) (hash.Hash, error) {
	if len(key) == 0 {
		return sha256.New(), nil
	}
	if err := checkKey(key); err != nil {
		return nil, err
	}
	return hmac.New(sha256.New, key), nil
}

// sum hashes the signed part of a line.
func sum(h hash.Hash, signed []byte) (out [sha256.Size]byte) {
	h.Reset()
	h.Write([]byte(chainDomain))
	h.Write(signed)
	h.Sum(out[:0])
	return out
}

// appendLine appends the line behind head with its line feed and moves head on.
func appendLine(dst []byte, head *Head, e *Event, h hash.Hash) []byte {
	start := len(dst)
	next := Head{Seq: head.Seq + 1}
	dst = strconv.AppendUint(append(dst, lineSeq...), next.Seq, 10)
	dst = hex.AppendEncode(append(dst, linePrev...), head.Hash[:])
	dst = e.AppendJSON(append(dst, lineEvent...))
	next.Hash = sum(h, dst[start:])
	dst = hex.AppendEncode(append(dst, lineHash...), next.Hash[:])
	*head = next
	return append(dst, lineEnd+"\n"...)
}

// A line is what was read of one, without its line feed.
type line struct {
	seq        uint64
	prev, hash [sha256.Size]byte
	signed     []byte
}

var errLine = errors.New("not a line of this format")

// parseLine cuts a line into its parts. Only the one encoding that appendLine
// gives is one.
func parseLine(b []byte) (l line, err error) {
	rest, ok := bytes.CutPrefix(b, []byte(lineSeq))
	if !ok {
		return l, errLine
	}
	num, rest, ok := bytes.Cut(rest, []byte(linePrev))
	if l.seq, err = strconv.ParseUint(string(num), 10, 64); !ok || err != nil || num[0] == '0' || num[0] == '+' {
		return l, errLine
	}
	const digits = 2 * sha256.Size
	if len(rest) < digits || !decodeHex(&l.prev, rest[:digits]) || !bytes.HasPrefix(rest[digits:], []byte(lineEvent+"{")) {
		return l, errLine
	}
	tail := len(b) - len(lineHash) - digits - len(lineEnd)
	if tail < len(b)-len(rest)+digits || string(b[tail:tail+len(lineHash)]) != lineHash || string(b[len(b)-len(lineEnd):]) != lineEnd ||
		!decodeHex(&l.hash, b[tail+len(lineHash):len(b)-len(lineEnd)]) {
		return l, errLine
	}
	l.signed = b[:tail]
	return l, nil
}

// decodeHex reads lower-case hexadecimal digits.
func decodeHex(dst *[sha256.Size]byte, b []byte) bool {
	if bytes.ContainsAny(b, "ABCDEF") {
		return false
	}
	_, err := hex.Decode(dst[:], b)
	return err == nil
}

// own reports whether the line's hash is that of its bytes.
func (l *line) own(h hash.Hash) bool {
	want := sum(h, l.signed)
	return hmac.Equal(want[:], l.hash[:])
}

func seqProblem(got, want uint64) string {
	if got > want {
		return fmt.Sprintf("line %d stands where %d should: %d dropped", got, want, got-want)
	}
	return fmt.Sprintf("line %d stands where %d should: moved or repeated", got, want)
}
