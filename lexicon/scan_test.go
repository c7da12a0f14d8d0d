package lexicon

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// known is a lexicon of invented words, so that no list decides these tests.
func known(t testing.TB) *Lexicon {
	var empty Lexicon
	lex, err := empty.With(
		Term{Text: "zorb", Category: Condition, Exact: true},
		Term{Text: "zorb flim", Category: Symptom, Exact: true},
		Term{Text: "zorb flim wug dax", Category: Drug, Exact: true},
		Term{Text: "flim", Given: 9, Exact: true},
		Term{Text: "wug", Place: 7, Exact: true},
		Term{Text: "flim wug", Category: Body, Exact: true},
		Term{Text: "st zorbs wort", Category: Drug, Exact: true},
		Term{Text: "a b c d e f g h", Category: Test, Exact: true},
		Term{Text: "blick 19", Category: Condition, Exact: true},
		Term{Text: "x o b", Category: Lab, Exact: true},
	)
	require.NoError(t, err)
	return lex
}

// phrases writes what s found: the words of each phrase and its category.
func phrases(s *Scan) string {
	var out []string
	for _, p := range s.Phrases {
		out = append(out, fmt.Sprintf("%q %s", s.Text[s.Tokens[p.First].Start:s.Tokens[p.Last].End], p.Entry.Category()))
	}
	return strings.Join(out, ", ")
}

func TestScanPhrases(t *testing.T) {
	lex := known(t)
	for _, c := range []struct{ name, text, want string }{
		{"none", "zorb, flim", ``},
		{"one word is no phrase", "zorb", ``},
		{"two words", "my zorb flim hurts", `"zorb flim" symptom`},
		{"case and accents", "Zórb FLIM", `"Zorb FLIM" symptom`},
		{"longest wins", "zorb flim wug dax", `"zorb flim wug dax" drug`},
		{"a beginning alone falls back to the longest before it", "zorb flim wug", `"zorb flim" symptom`},
		{"no overlap", "zorb flim wug; flim wug", `"zorb flim" symptom, "flim wug" body`},
		{"twice", "zorb flim zorb flim", `"zorb flim" symptom, "zorb flim" symptom`},
		{"eight words", "a b c d e f g h", `"a b c d e f g h" test`},
		{"seven of eight", "a b c d e f g", ``},
		{"with a number", "blick 19 and blick-19", `"blick 19" condition, "blick-19" condition`},

		{"hyphen", "zorb-flim", `"zorb-flim" symptom`},
		{"slash", "zorb/flim", `"zorb/flim" symptom`},
		{"ampersand", "zorb & flim", `"zorb & flim" symptom`},
		{"U+2011", "zorb\u2011flim", `"zorb-flim" symptom`},
		{"no-break space", "zorb\u00a0flim", `"zorb flim" symptom`},
		{"possessive", "zorb's flim", `"zorb's flim" symptom`},
		{"abbreviation dots", "st. zorbs wort; x.o.b", `"st. zorbs wort" drug, "x.o.b" lab`},

		{"line end", "zorb\nflim", `"zorb\nflim" symptom`},
		{"CR LF", "zorb\r\nflim", `"zorb\r\nflim" symptom`},
		{"hyphen at the line end", "zorb-\nflim", `"zorb-\nflim" symptom`},
		{"indented line", "zorb \n \t flim", `"zorb \n \t flim" symptom`},
		{"empty line", "zorb\n\nflim", ``},
		{"empty line, CR LF", "zorb\r\n\r\nflim", ``},
		{"blank line", "zorb\n  \nflim", ``},
		{"two carriage returns", "zorb\r\rflim", ``},
		{"list item", "zorb\n- flim", ``},
		{"columns", "zorb\tflim", ``},
		{"columns of spaces", "zorb   flim", ``},
		{"full stop", "zorb. flim", ``},
		{"comma", "zorb,flim", ``},
		{"two hyphens", "zorb--flim", ``},
		{"emoji between", "zorb 😷 flim", ``},
		{"hyphen at the end", "zorb-", ``},
	} {
		var s Scan
		s.Run(lex, c.text)
		require.Equal(t, c.want, phrases(&s), c.name)
		require.NoError(t, checkScan(&s, lex), c.name)
	}
}

func TestScanMarksTheTokensOfAPhrase(t *testing.T) {
	var s Scan
	s.Run(known(t), "flim zorb-flim wug")
	var marks []int32
	for _, k := range s.Tokens {
		marks = append(marks, k.Phrase)
	}
	require.Equal(t, []int32{0, 1, 1, 1, 0}, marks)
	require.Equal(t, 9, s.Tokens[0].Entry.Given())
	require.Equal(t, 7, s.Tokens[4].Entry.Place())
	require.Zero(t, s.Tokens[2].Entry, "punctuation is not looked up")
}

func TestScanTextAndMap(t *testing.T) {
	var s Scan
	in := "plain ascii"
	s.Run(Default(), in)
	require.Equal(t, in, s.Text)
	require.True(t, s.Map.Identity())

	s.Run(Default(), "José à 8")
	require.Equal(t, "Jose a 8", s.Text)
	start, end := s.Map.Original(int(s.Tokens[0].Start), int(s.Tokens[0].End))
	require.Equal(t, [2]int{0, 5}, [2]int{start, end})

	s.Run(Default(), "again ascii")
	require.Equal(t, "again ascii", s.Text)
	require.True(t, s.Map.Identity(), "nothing of the text before stays")
	require.Empty(t, s.Phrases)
}

func TestScanReusedGivesTheSameAsFresh(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	lex := Default()
	var used Scan
	for range 5000 {
		text := randomText(r, 1+r.IntN(12))
		var fresh Scan
		used.Run(lex, text)
		fresh.Run(lex, text)
		require.Equal(t, fresh.Text, used.Text, "%+q", text)
		require.ElementsMatch(t, fresh.Tokens, used.Tokens, "%+q", text)
		require.ElementsMatch(t, fresh.Phrases, used.Phrases, "%+q", text)
		require.NoError(t, checkScan(&used, lex), "%+q", text)
	}
}

// checkScan verifies what a scan found against look-ups made one by one: every
// token's entry, and that each phrase is one that the lexicon has, is marked
// on its tokens and overlaps no other.
func checkScan(s *Scan, lex *Lexicon) error {
	if err := checkTokens(s.Text, s.Tokens); err != nil {
		return err
	}
	marks := make([]int32, len(s.Tokens))
	after := int32(0)
	for i, p := range s.Phrases {
		if p.First < after || p.Last <= p.First || int(p.Last) >= len(s.Tokens) {
			return fmt.Errorf("phrase %d: tokens %d to %d after %d", i, p.First, p.Last, after)
		}
		after = p.Last + 1
		words := 0
		key := uint64(0)
		for k := p.First; k <= p.Last; k++ {
			marks[k] = int32(i + 1)
			if s.Tokens[k].Class == Punct {
				continue
			}
			if words++; words == 1 {
				key = s.Tokens[k].Hash
			} else {
				key = Chain(key, s.Tokens[k].Hash)
			}
		}
		if e := lex.findPhrase(key) &^ (Entry(Continues) << 40); e != p.Entry&^(Entry(Continues)<<40) || e == 0 {
			return fmt.Errorf("phrase %d: entry %x, looked up %x", i, p.Entry, e)
		}
		if words < 2 || words > maxPhrase || s.Tokens[p.First].Class == Punct || s.Tokens[p.Last].Class == Punct {
			return fmt.Errorf("phrase %d has %d words", i, words)
		}
	}
	for i, k := range s.Tokens {
		if k.Phrase != marks[i] {
			return fmt.Errorf("token %d says phrase %d, not %d", i, k.Phrase, marks[i])
		}
		want := Entry(0)
		if k.Class != Punct {
			want = lex.findToken(k.Class, k.Hash)
		}
		if k.Entry != want {
			return fmt.Errorf("token %d: entry %x, looked up %x", i, k.Entry, want)
		}
	}
	return nil
}

func TestScanDoesNotAllocate(t *testing.T) {
	lex, err := Default().With(Term{Text: "zorb", Category: Condition})
	require.NoError(t, err)
	for _, text := range []string{
		"hi its dana reyes, dob 3/12/84, my a1c was 8.2 and I can't get my metformin refilled, call 555-0134",
		"hola soy josé, tengo diabetes 😷 ０４９１ 570 1️⃣5️⃣6️⃣, zorbs",
		"Ольга Мария, 頭が痛い, diаbetes",
	} {
		var s Scan
		s.Run(lex, text)
		require.Zero(t, testing.AllocsPerRun(100, func() { s.Run(lex, text) }), "%q", text)
	}
}

// hostile are inputs made to be slow: each is repeated to fill a text.
var hostile = map[string]string{
	"letters": "a", "digits": "7", "spaces": " ", "lines": "\n", "apostrophes": "'", "inner apostrophes": "a'b", "suffixes": "a's", "punctuation": "!?-.",
	"hyphenated": "left-", "phrase beginnings": "blood ", "phrases": "blood pressure ", "dots": "st.", "one line end a word": "blood \n", "accents": "é", "marks": "\u0301", "marked letters": "e\u0301",
	"zero width": "\u200b", "between letters": "a\u200b", "soft hyphens": "a\u00ad", "Cyrillic": "а", "Cyrillic words": "анна ", "disguised": "aа", "Greek and marks": "ο\u0301",
	"ideographs": "頭", "Thai": "ป", "Devanagari": "दर्द", "emoji": "👩‍⚕️", "key caps": "1️⃣", "invalid": "\xff", "cut off": "\xe2\x82", "replacement": "\uFFFD", "NUL": "\x00",
	"ligatures": "ﬃ", "math": "𝐃", "run and reset": "а ", "invalid in a run": "а\xff",
}

func TestScanTimeIsLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	const small, factor = 100_000, 10
	lex := Default()
	var s Scan
	best := func(text string) time.Duration {
		d := time.Duration(1 << 62)
		for range 3 {
			begin := time.Now()
			s.Run(lex, text)
			d = min(d, time.Since(begin))
		}
		return d
	}
	for name, piece := range hostile {
		one := best(strings.Repeat(piece, small/len(piece)))
		ten := best(strings.Repeat(piece, factor*small/len(piece)))
		// Quadratic time would be a hundredfold; the rest is room for a busy machine.
		require.Less(t, ten, 4*factor*max(one, 50*time.Microsecond), name)
	}
}

func BenchmarkScan(b *testing.B) {
	for name, text := range map[string]string{
		"message": "hi its dana reyes, dob 3/12/84, my a1c was 8.2 and I can't get my metformin refilled, call me on 555-0134 after 5 please, thanks so much for squeezing me in last week",
		"accents": "hola soy José Núñez, tengo migraña desde ayer y el médico me dijo que llamara a la clínica para cambiar la cita del martes",
	} {
		b.Run(name, func(b *testing.B) {
			lex := Default()
			var s Scan
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				s.Run(lex, text)
			}
		})
	}
}

func BenchmarkScanHostile(b *testing.B) {
	for name, piece := range hostile {
		b.Run(name, func(b *testing.B) {
			lex := Default()
			text := strings.Repeat(piece, 10_000_000/len(piece))
			var s Scan
			s.Run(lex, text)
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				s.Run(lex, text)
			}
		})
	}
}
