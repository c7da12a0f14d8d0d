package identifierstest

import (
	"strconv"
	"strings"
	"time"
)

const (
	shortLen = 8 << 10 // bytes
	growth   = 16      // the long text is so many times as long
	// slack is how far the growth of the time may exceed that of the text. Time
	// that grows with the square exceeds it by growth; a text whose tokens no
	// longer fit the cache costs up to four times as much a byte where other
	// processes share the cache.
	slack = 6
	// attempts: a busy machine may spoil some, and makes no matcher faster.
	attempts = 8
	// negligible is the time for a long text below which a clock shows nothing,
	// endless the one from which noise does not explain it.
	negligible = 100 * time.Microsecond
	endless    = 2 * time.Second
)

// fragments are repeated to make texts in which matchers have work everywhere.
var fragments = []string{
	"a", "1", "1 ", "12-", "555-0142 ", "a.", "a@b.", "@", "::", "a:", "1/", "(", "[", "Ann ", "no. 1 ", "dr. ", "12 elm st ", "may 1 ", "x\n",
	"one ", "id ", "mrn 1", "my name is ", "call me on ", "photo ",
}

// linear checks that time grows with the length of the text, not with its square.
func (k *kit) linear() {
	texts := make([]edge, 0, len(fragments)+len(k.examples))
	for _, f := range fragments {
		texts = append(texts, edge{"repeated " + strconv.Quote(f), f})
	}
	for _, e := range k.examples {
		texts = append(texts, edge{"repeated " + e.name, e.text + " "})
	}
	for _, c := range texts {
		short := strings.Repeat(c.text, shortLen/len(c.text)+1)
		if ratio := k.growth(short, strings.Repeat(short, growth)); ratio > growth*slack {
			k.failf(c.name, "%d times the text takes %.0f times as long", growth, ratio)
			return // one text tells enough, and each takes long
		}
	}
}

// growth gives how many times as long the long text takes as the short one. The
// least of all times is compared: noise and memory that is new only add.
func (k *kit) growth(short, long string) float64 {
	ratio := 0.0
	fastShort, fastLong := time.Hour, time.Hour
	for range attempts {
		fastShort = min(fastShort, k.time(short), k.time(short), k.time(short))
		fastLong = min(fastLong, k.time(long))
		if fastLong < negligible {
			return 0
		}
		ratio = float64(fastLong) / float64(max(fastShort, 1))
		if ratio <= growth*slack || fastLong > endless {
			break
		}
	}
	return ratio
}

// time gives how long the matcher takes, without reading the text and, from the
// second time on, without growing dst.
func (k *kit) time(text string) time.Duration {
	k.text.Read(k.lex, text)
	defer func() { _ = recover() }() // the other checks tell of panics
	start := time.Now()
	k.spans = k.m.AppendSpans(k.spans[:0], &k.text)
	return time.Since(start)
}
