package identifierstest

import (
	"strconv"
	"strings"
)

// edge is a text that has broken matchers before.
type edge struct{ name, text string }

// edges gives the edge cases; those that repeat something do so up to size
// bytes, and are left out where size is 0.
func edges(size int) []edge {
	out := []edge{
		{"empty", ""},
		{"one space", " "},
		{"line ends only", "\r\n\n\r\n"},
		{"one letter", "a"},
		{"one digit", "7"},
		{"NUL alone", "\x00"},
		{"NUL between words", "one\x00two 3\x004 555\x000142"},
		{"control bytes", "\x01\x02\x7f\x1b[31mred\x1b[0m"},
		{"stray continuation bytes", "a\x80\x80b 12\xbf34"},
		{"cut rune at the end", "caf\xc3"},
		{"cut emoji", "ok \xf0\x9f\x98 \xf0\x9f\x98\x80\xf0\x9f"},
		{"overlong and surrogate bytes", "\xc0\xaf \xed\xa0\x80 \xf5\x80\x80\x80"},
		{"replacement characters", "\ufffd1\ufffd2 \ufffd@\ufffd.com"},
		{"byte order mark", "\ufeff12 34"},
		{"bidi and zero-width", "1\u200b2\u200d3 \u202e654\u202c a\u00adb\u2060c"},
		{"combining marks", "e\u0301\u0302\u0303\u0304 1\u20e32\ufe0f\u20e3"},
		{"full-width", "５５５－０１４２ ａｔ ｅｘａｍｐｌｅ．ｃｏｍ"},
		{"mathematical letters", "𝗠𝗿 𝟓𝟓𝟓-𝟎𝟏𝟒𝟐"},
		{"emoji", "👩🏽‍⚕️👨‍👩‍👧‍👦🏳️‍🌈 7️⃣ 🇦🇺☎️ 5️⃣5️⃣5️⃣"},
		{"scripts without spaces", "東京都千代田区１−１ สวัสดี 안녕하세요 привет"},
		{"right to left", "שלום 12/03 مرحبا ٠١٢٣٤٥٦"},
		{"brackets", "([{<>}])(((([[[[{{{{<<<<"},
		{"closing brackets", "]]]])))}}}>>>"},
		{"marks of the notation", "⟦phone|⟧ ⟧⟦ |"},
		{"quotes", "\"'`''\"\"“”‘’«»"},
		{"punctuation", "!?.,;:-_/\\|@#$%^&*+=~"},
		{"ends at every trigger", "a@ 1. b: #1 - +( [ x/ 1-"},
		{"long digit run", strings.Repeat("1234567890", 30)},
		{"long letter run", strings.Repeat("abcdefghij", 30)},
		{"digits one by one", strings.Repeat("1 ", 120)},
		{"format verbs", "%s %d %!v(PANIC=) ${x} {{.}} <b>&amp;</b>"},
	}
	if size == 0 {
		return out
	}
	for _, b := range []byte("a1 @.-:(\n\x00\xff") {
		out = append(out, edge{strconv.Itoa(size) + " times byte " + strconv.Itoa(int(b)), strings.Repeat(string([]byte{b}), size)})
	}
	for _, f := range []string{"([{<", "1 ", "1-", "555 0142 ", "🌊", "\u0301", "a.b@", "no 1 "} {
		n := size / 8
		out = append(out, edge{strconv.Itoa(n) + " bytes of " + strconv.QuoteToASCII(f), strings.Repeat(f, n/len(f))})
	}
	return out
}
