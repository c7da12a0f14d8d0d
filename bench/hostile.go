package bench

import (
	"math/rand/v2"
	"strings"
)

// A Hostile input is made to slow a scanner down: of a few pieces, put
// together in turn or by chance.
type Hostile struct {
	Name   string
	Pieces []string
	Random bool
}

// Text gives size bytes of the input, always the same.
func (h Hostile) Text(size int) string {
	var b strings.Builder
	b.Grow(size + 64)
	chance := rand.New(rand.NewPCG(1, 2))
	for i := 0; b.Len() < size; i++ {
		if h.Random {
			i = chance.IntN(len(h.Pieces))
		}
		b.WriteString(h.Pieces[i%len(h.Pieces)])
	}
	return b.String()[:size]
}

// HostileInputs lists what has made scanners quadratic, or could.
func HostileInputs() []Hostile {
	each := func(name string, pieces ...string) Hostile { return Hostile{Name: name, Pieces: pieces} }
	all := []Hostile{
		each("digits", "7"),
		each("digits in pairs", "12 "),
		each("one letter", "a"),
		each("one capital", "A"),
		each("initials", "a."),
		each("letter digit", "a1"),
		each("spaces", " "),
		each("newlines", "\n"),
		each("tabs", "a\t"),
		each("columns", "a    1    "),
		each("brackets", "[", "(", "{", "<"),
		each("brackets that close", "[]", "()"),
		each("bracketed digits", "(555) "),
		each("quotes", "\"'"),
		each("apostrophes", "a'"),
		each("at signs", "@"),
		each("addresses", "a@a@"),
		each("address dots", "a@a.a"),
		each("digits and hyphens", "1-1-1-"),
		each("digits and dots", "1.1.1."),
		each("digits and colons", "1:1:"),
		each("hex and colons", "fe:"),
		each("near dates", "13/13/"),
		each("dates", "3/12/2021 "),
		each("schemes", "http://"),
		each("dotted words", "www.a."),
		each("hash signs", "#a"),
		each("segments", "|^~\\&"),
		each("titles", "dr "),
		each("titles with dots", "Dr. "),
		each("names", "maria "),
		each("names with titles", "Dr Maria Hope "),
		each("introductions", "my name is "),
		each("labels", "mrn: "),
		each("labels and digits", "dob 1 "),
		each("streets", "12 Main "),
		each("spelled numbers", "one two "),
		each("numbers and units", "5 mg "),
		each("health terms", "blood pressure "),
		each("health and names", "maria diabetes "),
		each("combining marks", "\u0301"),
		each("letters with marks", "e\u0301\u0300"),
		each("zero width", "a\u200b"),
		each("soft hyphens", "\u00ad"),
		each("no-break spaces", "1\u00a0"),
		each("full width", "\uff11\uff12"),
		each("mathematical letters", "\U0001d41a"),
		each("ideographs", "\u4e2d"),
		each("emoji", "😀"),
		each("joined emoji", "👩\u200d👧"),
		each("keycaps", "1\ufe0f\u20e3"),
		each("invalid UTF-8", "\xff\xfe"),
		each("cut runes", "a\xe2\x80"),
		each("NUL", "\x00"),
	}
	var soup []string
	for _, h := range all {
		soup = append(soup, h.Pieces...)
	}
	return append(all, Hostile{Name: "everything by chance", Pieces: soup, Random: true})
}
