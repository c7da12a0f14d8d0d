package lexicon

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// show writes tokens as "text/class", with "+suffix" and the gap before it as
// "_" (space), "=" (wide) or "|" (line).
func show(text string, tokens []Token) string {
	classes := [...]string{Word: "w", Number: "n", Mixed: "m", Punct: "p", Symbol: "s", Ideographs: "i"}
	suffixes := [...]string{NoSuffix: "", SuffixS: "+s", SuffixM: "+m", SuffixOther: "+o"}
	gaps := [...]string{GapNone: "", GapSpace: "_", GapWide: "=", GapLine: "|"}
	var out strings.Builder
	for i, t := range tokens {
		if i > 0 {
			out.WriteByte(' ')
		}
		out.WriteString(gaps[t.Gap] + text[t.Start:t.End] + "/" + classes[t.Class] + suffixes[t.Suffix])
	}
	return out.String()
}

func TestTokenizeClasses(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{" \t\n ", ""},
		{"call me", "|call/w _me/w"},
		{"34yo b12 AB123456C", "|34yo/m _b12/m _AB123456C/m"},
		{"0491 570 156", "|0491/n _570/n _156/n"},
		{"a@b.example", "|a/w @/p b/w ./p example/w"},
		{"(555) 555-0134", "|(/p 555/n )/p _555/n -/p 0134/n"},
		{"120/80, ok?!", "|120/n //p 80/n ,/p _ok/w ?/p !/p"},
		{"snake_case", "|snake/w _/p case/w"},
		{"37.5°C", "|37/n ./p 5/n °/s C/w"},
		{"ok😷😷fine", "|ok/w 😷/s 😷/s fine/w"},
		{"👩‍⚕️", "|👩/s \u200d/s ⚕/s ️/w"}, // not folded: the joiner stands alone, the selector is a mark
		{"頭が痛い。fever", "|頭が痛い/i 。/s fever/w"},
		{"ปวดหัว 2", "|ปวดหัว/i _2/n"},
		{"ไข้x頭", "|ไข้/i x/w 頭/i"},
		{"Привет, мир", "|Привет/w ,/p _мир/w"},
		{"दर्द है", "|दर्द/w _है/w"},
		{"ألم شديد", "|ألم/w _شديد/w"},
		{"a\x00b\x7fc", "|a/w _b/w _c/w"},
		{"caf\xe9s", "|caf/w \xe9/s s/w"},
		{"\xff\xfe", "|\xff/s \xfe/s"},
		{"\xe2\x82", "|\xe2/s \x82/s"},
		{"a\uFFFDb", "|a/w \uFFFD/s b/w"},
	} {
		require.Equal(t, c.want, show(c.text, tokenize(nil, c.text)), "%q", c.text)
	}
}

func TestTokenizeApostrophes(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"dana's", "|dana/w+s"},
		{"DANA'S phone", "|DANA/w+s _phone/w"},
		{"dana's.", "|dana/w+s ./p"},
		{"I'm", "|I/w+m"},
		{"i'd we'll they've you're", "|i/w+o _we/w+o _they/w+o _you/w+o"},
		{"she's", "|she/w+s"},
		{"o'brien O'Brien's", "|o'brien/w _O'Brien/w+s"},
		{"d'angelo", "|d'angelo/w"},
		{"don't can't AIN'T", "|don't/w _can't/w _AIN'T/w"},
		{"shouldn't've", "|shouldn't/w+o"},
		{"ma'am y'all", "|ma'am/w _y'all/w"},
		{"l'hopital j'ai qu'il", "|l/w '/p hopital/w _j/w '/p ai/w _qu/w '/p il/w"},
		{"James' dog", "|James/w '/p _dog/w"},
		{"'quoted'", "|'/p quoted/w '/p"},
		{"rock'n'roll", "|rock/w '/p n/w '/p roll/w"},
		{"the 90's", "|the/w _90/n '/p s/w"},
		{"b12's", "|b12/m+s"},
		{"dana's5", "|dana/w '/p s5/m"},
		{"a''s", "|a/w '/p '/p s/w"},
		{"x'", "|x/w '/p"},
	} {
		require.Equal(t, c.want, show(c.text, tokenize(nil, c.text)), "%q", c.text)
	}
}

func TestScanFoldsApostrophesBeforeTokens(t *testing.T) {
	var s Scan
	s.Run(Default(), "Dana’s hôpital: l’hôpital, don’t, O’Brien")
	require.Equal(t, "|Dana/w+s _hopital/w :/p _l/w '/p hopital/w ,/p _don't/w ,/p _O'Brien/w", show(s.Text, s.Tokens))
}

func TestTokenizeGaps(t *testing.T) {
	for _, c := range []struct {
		text string
		want Gap
	}{
		{"a-", GapNone}, {"a b", GapSpace}, {"a  b", GapSpace}, {"a   b", GapWide}, {"a\tb", GapWide}, {"a \tb", GapWide},
		{"a\nb", GapLine}, {"a\r\nb", GapLine}, {"a  \n\t  b", GapLine}, {"a\vb", GapLine}, {"a\x00b", GapSpace}, {"a\u3000b", GapSpace}, {"dana's b", GapSpace}, {"dana's-", GapNone},
	} {
		tokens := tokenize(nil, c.text)
		require.Len(t, tokens, 2, "%q", c.text)
		require.Equal(t, GapLine, tokens[0].Gap, "the start of a text counts as a line end")
		require.Equal(t, c.want, tokens[1].Gap, "%q", c.text)
	}
}

func TestTokenizeCase(t *testing.T) {
	for text, want := range map[string]Case{
		"dana": LowerCase, "Dana": TitleCase, "DANA": UpperCase, "McDonald": CamelCase, "iPhone": CamelCase, "O'Brien": CamelCase, "O'BRIEN": UpperCase,
		"I": TitleCase, "x": LowerCase, "DAna": CamelCase, "danA": CamelCase, "34YO": UpperCase, "34Yo": CamelCase, "123": LowerCase,
		"Ольга": TitleCase, "ОЛЬГА": UpperCase, "ольга": LowerCase, "don't": LowerCase, "頭": LowerCase, "!": LowerCase,
	} {
		tokens := tokenize(nil, text)
		require.Len(t, tokens, 1, "%q", text)
		require.Equal(t, want, tokens[0].Case, "%q", text)
	}
}

func TestTokenHashIsThatOfTheLowerCasedWord(t *testing.T) {
	for text, word := range map[string]string{
		"DIABETES": "diabetes", "Don't": "dont", "O'Brien": "obrien", "B12": "b12", "ОЛЬГА": "ольга", "Dana's": "dana", "ÉCOLE": "école", "頭痛": "頭痛", "💊": "💊",
	} {
		tokens := tokenize(nil, text)
		require.Len(t, tokens, 1, "%q", text)
		require.Equal(t, HashWord(word), tokens[0].Hash, "%q", text)
	}
	require.Equal(t, HashWord("Dana"), HashWord([]byte("dAN'A")))
	require.NotEqual(t, HashWord("dana"), HashWord("adna"))
}

func TestChainDependsOnOrder(t *testing.T) {
	a, b := HashWord("blood"), HashWord("pressure")
	require.NotEqual(t, Chain(a, b), Chain(b, a))
	require.NotEqual(t, Chain(a, b), Chain(Chain(a, b), b))
}

func TestTokenIs(t *testing.T) {
	tokens := tokenize(nil, "a-")
	require.True(t, tokens[1].Is('-'))
	require.False(t, tokens[1].Is('a'))
	require.False(t, tokens[0].Is('a'), "a letter is no punctuation")
	require.Equal(t, 1, tokens[1].Len())
}

func TestTokenizeAppends(t *testing.T) {
	first := tokenize(nil, "one")
	both := tokenize(first, "two")
	require.Equal(t, "|one/w", show("one", both[:1]))
	require.Equal(t, "|two/w", show("two", both[1:]))
}

// checkTokens verifies tokens against text by the definitions alone: what each
// class, case, gap, suffix and hash means, and that tokens with what may stand
// between them cover the text. It gives the first thing that is wrong.
func checkTokens(text string, tokens []Token) error {
	bounds := runeBounds(text)
	at, suffix := 0, NoSuffix
	for i := range tokens {
		t := &tokens[i]
		start, end := int(t.Start), int(t.End)
		if start < at || end <= start || end > len(text) || !bounds[start] || !bounds[end] {
			return fmt.Errorf("token %d: bounds %d-%d after %d", i, start, end, at)
		}
		between, err := cutSuffix(text[at:start], suffix)
		if err != nil {
			return fmt.Errorf("token %d: %w", i-1, err)
		}
		if err := checkGap(between, t.Gap, i == 0); err != nil {
			return fmt.Errorf("token %d: %w", i, err)
		}
		if err := checkToken(text[start:end], t); err != nil {
			return fmt.Errorf("token %d: %w", i, err)
		}
		at, suffix = end, t.Suffix
	}
	rest, err := cutSuffix(text[at:], suffix)
	if err == nil {
		err = blank(rest)
	}
	return err
}

func cutSuffix(s string, suffix Suffix) (string, error) {
	endings := map[Suffix][]string{NoSuffix: {""}, SuffixS: {"'s"}, SuffixM: {"'m"}, SuffixOther: {"'ll", "'ve", "'re", "'d"}}
	for _, e := range endings[suffix] {
		if len(s) >= len(e) && strings.EqualFold(s[:len(e)], e) {
			return s[len(e):], nil
		}
	}
	return s, fmt.Errorf("suffix %d is not in the text", suffix)
}

func blank(s string) error {
	for i, r := range s {
		if r > ' ' && r != 0x7F && !unicode.IsSpace(r) {
			return fmt.Errorf("byte %d of %d is in no token", i, len(s))
		}
	}
	return nil
}

func checkGap(s string, gap Gap, first bool) error {
	want := GapNone
	switch {
	case first || strings.ContainsAny(s, "\n\r\v\f"):
		want = GapLine
	case strings.Contains(s, "\t") || strings.Count(s, " ") >= 3:
		want = GapWide
	case s != "":
		want = GapSpace
	}
	if gap != want {
		return fmt.Errorf("gap %d, want %d", gap, want)
	}
	return blank(s)
}

func checkToken(s string, t *Token) error {
	var letters, digits, uppers, other int
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case r == '\'':
		case unicode.IsLetter(r) || unicode.IsMark(r):
			letters++
			if unicode.IsUpper(r) {
				uppers++
			}
		default:
			other++
		}
	}
	runes := utf8.RuneCountInString(s)
	ok := false
	switch t.Class {
	case Word:
		ok = letters > 0 && other == 0 && (digits == 0 || t.Entry != 0) // "d4na" is a word to the lexicon
	case Number:
		ok = digits == len(s)
	case Mixed:
		ok = letters > 0 && digits > 0 && other == 0
	case Punct:
		ok = len(s) == 1 && s[0] < utf8.RuneSelf && (unicode.IsPunct(rune(s[0])) || unicode.IsSymbol(rune(s[0])))
	case Symbol:
		ok = runes == 1 && other == 1 && s[0] >= utf8.RuneSelf
	case Ideographs:
		ok = strings.IndexFunc(s, func(r rune) bool { return !joinedScript(r) }) < 0
	}
	if !ok || s[0] == '\'' && t.Class != Punct || s[len(s)-1] == '\'' && t.Class != Punct {
		return fmt.Errorf("%d bytes do not make a token of class %d", len(s), t.Class)
	}
	if t.First != s[0] {
		return fmt.Errorf("first byte %d, want %d", t.First, s[0])
	}
	if t.Suffix != NoSuffix && t.Class != Word && t.Class != Mixed {
		return fmt.Errorf("class %d has suffix %d", t.Class, t.Suffix)
	}
	first, _ := utf8.DecodeRuneInString(s)
	shape := CamelCase
	switch {
	case uppers == 0:
		shape = LowerCase
	case uppers == letters && letters > 1:
		shape = UpperCase
	case uppers == 1 && unicode.IsUpper(first):
		shape = TitleCase
	}
	if t.Case != shape {
		return fmt.Errorf("case %d, want %d", t.Case, shape)
	}
	if t.Class == Word || t.Class == Number || t.Class == Mixed {
		s = strings.Map(func(r rune) rune {
			if unicode.IsUpper(r) {
				return unicode.ToLower(r)
			}
			return r
		}, s)
	}
	if t.Class != Punct && t.Hash != HashWord(s) && !(t.Class == Word && digits > 0) {
		return fmt.Errorf("hash differs from HashWord's")
	}
	return nil
}

// runeBounds marks the byte offsets at which a rune of s begins, its end
// included; an invalid byte is a rune of its own.
func runeBounds(s string) []bool {
	out := make([]bool, len(s)+1)
	for i := 0; i < len(s); {
		out[i] = true
		_, n := utf8.DecodeRuneInString(s[i:])
		i += n
	}
	out[len(s)] = true
	return out
}

// pieces are what random texts are made of: everything that is told apart.
var pieces = []string{
	"dana", "Dana", "DANA", "McKay", "i", "I", "don", "o", "l", "qu", "s", "t", "m", "ll", "ve", "d", "'", "'s", "'m", "'", "’", "’s", "0", "34", "0491", "b12",
	" ", " ", "  ", "   ", "\t", "\n", "\r\n", "\n\n", "\x00", "\x7f", "-", "/", ".", "&", "@", "://", "#", "_", "é", "É", "e\u0301", "Ł", "ß", "ﬁ", "Ｄ", "４", "𝐃", "𝟒", "\u200b", "\u00ad", "\u00a0",
	"\u2011", "“", "…", "1️⃣", "٣", "४", "а", "А", "ж", "ο", "π", "頭", "の", "ไ", "द", "्", "😷", "❤️", "👍🏽", "👩‍⚕️", "°", "•", "\u0301", "\ufeff", "\uFFFD",
	"\xff", "\xc3", "\xa9", "\xe2\x82", "blood", "pressure", "chest", "pain", "st", "john", "wort", "new", "york",
}

func randomText(r *rand.Rand, n int) string {
	var b strings.Builder
	for range n {
		if r.IntN(20) == 0 {
			b.WriteRune(rune(r.IntN(0x3100)))
		} else {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
	}
	return b.String()
}

func TestTokensCoverRandomTexts(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		text := randomText(r, 1+r.IntN(12))
		require.NoError(t, checkTokens(text, tokenize(nil, text)), "%q", text)
	}
}
