package lexicon

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// seeds are texts with what the tokeniser and folding tell apart.
var seeds = []string{
	"", "hi its dana reyes, dob 3/12/84, a1c 8.2", "Dana’s l’hôpital I'm don't O'Brien's", "my blood-pressure\nand chest/pain\r\n\r\nst. john's wort",
	"Jose\u0301 Ｄａｎａ 𝐃𝟒 1️⃣٣४ ﬁ dia\u00adbe\u200btes 555\u20110134\u00a0x", "diаbеtes Анна ό", "頭が痛い ปวดหัว दर्द 👩‍⚕️👍🏽❤️", "caf\xe9 \xc3\u200b\xa9 \xe2\x82\u200d\xac \uFFFD \xff",
	"\u0301a\u200b\u0301", "a\t b   c\x00\x7f\v", "'''s 90's rock'n'roll shouldn't've",
}

func FuzzTokenize(f *testing.F) {
	for _, s := range seedTexts(f, 3) {
		f.Add(s)
	}
	lex := Default()
	f.Fuzz(func(t *testing.T, text string) {
		require.NoError(t, checkTokens(text, tokenize(nil, text)))
		var s Scan
		s.Run(lex, text)
		require.NoError(t, checkScan(&s, lex))
		bounds := runeBounds(text)
		last := 0
		for i := range s.Tokens {
			start, end := s.Map.Original(int(s.Tokens[i].Start), int(s.Tokens[i].End))
			require.True(t, start < end && end <= len(text), "token %d is %d-%d", i, start, end)
			require.True(t, bounds[start] && bounds[end], "token %d is %d-%d, no rune boundary", i, start, end)
			require.GreaterOrEqual(t, end, last, "token %d", i)
			last = end
		}
	})
}

func FuzzFold(f *testing.F) {
	for _, s := range seedTexts(f, 40) {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 300 { // all ranges are tried
			text = text[:300]
		}
		require.NoError(t, checkMap(text))
		once := fold(text)
		require.LessOrEqual(t, len(once), len(text))
		if utf8.ValidString(text) {
			require.True(t, utf8.ValidString(once))
			require.Equal(t, once, fold(once))
		}
		ascii := true
		for i := range len(text) {
			ascii = ascii && text[i] < utf8.RuneSelf
		}
		if ascii {
			require.Equal(t, text, once)
		}
	})
}

func FuzzLexicon(f *testing.F) {
	for i, s := range seeds {
		f.Add(s, seeds[len(seeds)-1-i], i%2 == 0)
	}
	for _, s := range seedTexts(f, 60) {
		word, rest, _ := strings.Cut(s, " ")
		f.Add(word, rest, len(rest)%2 == 0)
	}
	f.Add("zorbating", "zorbate zorbated", false)
	f.Add("blood pressure", "blood-pressure cuff", true)
	base := Default()
	f.Fuzz(func(t *testing.T, word, text string, exact bool) {
		before := base.Lookup(word)
		keys, _ := keysOf(word)
		term := Term{Text: word, Given: 7, Category: Drug, Weight: Medium, Exact: exact}
		lex, err := base.With(term)
		if len(keys) == 0 || len(keys) > maxPhrase {
			require.EqualError(t, err, "term 0: "+errEmptyTerm.Error())
			lex = base
		} else {
			require.NoError(t, err)
			require.Equal(t, term.entry(), lex.Lookup(word))
			require.Equal(t, []Term{term}, lex.Added())
		}
		require.Equal(t, before, base.Lookup(word))

		for _, l := range []*Lexicon{lex, lex.Without(text), lex.Without(word)} {
			var s Scan
			s.Run(l, text)
			require.NoError(t, checkScan(&s, l))
			l.Lookup(text)
		}
		gone := lex.Without(word).Lookup(word)
		if len(keys) > 0 {
			require.Equal(t, Entry(0).WithRank(gone.Rank()), gone)
		}
		if lex != base {
			require.Equal(t, term.entry(), lex.Lookup(word), "the receiver of Without stays")
		}
	})
}
