package lexicon

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

func TestUnveil(t *testing.T) {
	var s Scan
	for _, c := range []struct{ kind, text, want string }{
		{"plain text stays", "Dana Reyes: 555-0123, 20mg b.i.d. (x-ray) 5 * 3 = 15 & 4 < 6, 50% off", ""},
		{"entities", "dana&#64;x.example &#x40; AT&amp;T a&nbsp;b Jos&eacute; Mu&ntilde;oz &lt;b&gt;", "dana@x.example @ AT&T a b Jose Munoz <b>"},
		{"no entities", "R&D; & x; AT&T; &notone; &#0; &#1114112; &#xD800;", ""},
		{"invisible entities", "da&shy;na&zwnj;", "dana"},
		{"tags that style", "<b>555</b>-<i>0123</i> jo<em>hn</em> Name:<strong>Ann</strong>", "555-0123 john Name:Ann"},
		{"tags between words", "first</b>Second 12<span class=\"n\">MRN", "first Second 12 MRN"},
		{"line breaks", "555-0123<br>Dana<br/>x", "555-0123\nDana\nx"},
		{"tags that mean something stay", "<mrn>12345</mrn> <a href=\"mailto:d@x.example\">d</a> <td>5</td> a<b b>c d<3", ""},
		{"quoted-printable addresses", "dana=40mail.example dana=2Ereyes@x.example", "dana@mail.example dana.reyes@x.example"},
		{"queries stay", "age=40&dose=20mg id=4012345 bp=2E dose=40mg. Then", ""},
		{"quoted-printable text", "Caf=C3=A9 a=20b =3D 555=\n-0123", "Cafe a b = 555-0123"},
		{"URL encoding", "mail=dana%40x.example&name=dana%20reyes&tel=%2B1%20555-0123", "mail=dana@x.example&name=dana reyes&tel=+1 555-0123"},
		{"web addresses stay", "https://x.example/?q=dana%20reyes%40y 100%20 95% 5%2", ""},
		{"JSON", `name: \"Dana\"\nphone 555\u002d0123, 01\/02\/1980 dana\u0040x.example`, "name: \"Dana\"\nphone 555-0123, 01/02/1980 dana@x.example"},
		{"paths stay", `C:\new\table \\host\name`, ""},
		{"Markdown escapes", `dana\_reyes\@x.example`, "dana_reyes@x.example"},
		{"emphasis", "**MRN:** 12345, *Dana* Reyes, `555`-`0123`, ***x***", "MRN: 12345, Dana Reyes, 555-0123, x"},
		{"masks stay", "***-**-1234 **** **** **** 4242 **/**/1980 5*6*7 NM1*IL*1*DOE*JOHN****MI*12 HL*1**20*1 * one * two", ""},
		{"letters set apart", "its k h a n i s h a here, D A N A   R E Y E S, j . d a n a @ x . c o m", "its khanisha here, DANA REYES, j.dana@x.com"},
		{"capitals part words", "D a n a R e y e s", "Dana Reyes"},
		{"letters joined", "k-h-a-n v-o-i-c-e-print d*a*n*a d_a_n_a B.a.n.k.s D•a•n•a  R•e•y•e•s", "khan voice-print dana dana Banks Dana Reyes"},
		{"digits set apart by wide gaps", "6 8 7   3 6 8   9 5 9 or 4.7.8...5.5.5...0.1.0.6", "687 368 959 or 478 555 0106"},
		{"rows of letters stay", "a b c d e, r u a i, U.S.A. d.o.b. e.g. q.i.d. a-b-c 1-2-3 1 2 3 4 5 6 7 1.2.3.4 I a m", ""},
		{"bullets", "dana@mail•example, 5•5 but • item, a • b", "dana@mail.example, 5.5 but • item, a • b"},
		{"slips in numbers", "O3/l7/I949, (414) 5S5-O162, 2l2-555-OI33, O9-2l-24, O491 57O 006", "03/17/1949, (414) 555-0162, 212-555-0133, 09-21-24, 0491 570 006"},
		{"codes stay", "RB0-44l7S2 B12 SB2-1O A1c 10l 5l of 20S, 3B/4B, 1O:3O", ""},
		{"small l in capitals", "WlLSON lD AlI", "WILSON ID AII"},
		{"numbers over a line", "555-\n0147 0917-\r\n555-\n0182", "555-0147 0917-555-0182"},
		{"words over a line", "diab-\netes St Clair-\nNakai knee-\njerkish 1-\n2", "diabetes St Clair-\nNakai knee-\njerkish 1-\n2"},
		{"run together", "mynameisdanareyesmycellis5035550144 thisisdanaineedhelp!", "my name is dana reyes my cell is 5035550144 this is dana i need help!"},
		{"long words stay", "#mynameisdanareyes @danareyesphotography hydroxychloroquinesulphate dana.mynameisdanareyes", ""},
		{"codes set apart", "W 1 2 3 4 5 6 7 8 or 0 1 / 0 2 / 1 9 8 0 or 5 5 5 . 0 1 2 . 3 4 5 6", "W12345678 or 01/02/1980 or 555.012.3456"},
		{"signs for letters", "d@niel $arah m!chael", "daniel sarah michael"},
		{"signs stay", "dana@mail.example $20 wow!great a@b 5@6", ""},
		{"numerals", "電話 七〇二五五五〇一二一 三木 一二", "電話 7025550121 三木 一二"},
	} {
		want := c.want
		if want == "" {
			want = c.text
		}
		s.Run(Default(), c.text)
		require.Equal(t, want, s.Text, c.kind)
	}
}

func TestWordsWithDigitsInThem(t *testing.T) {
	var s Scan
	for text, word := range map[string]string{
		"d4n1el": "daniel", "d1abetes": "diabetes", "Ho5pital": "hospital", "m1chael": "michael", "STR0NG": "strong", "sk1n": "skin",
	} {
		s.Run(Default(), "x "+text)
		require.Equal(t, HashWord(word), s.Tokens[1].Hash, text)
	}
	for _, text := range []string{"b12", "4week", "5tabs", "omega3", "covid19", "h1n1", "A1C", "34yo", "test5"} {
		s.Run(Default(), "x "+text)
		require.Equal(t, HashWord(text), s.Tokens[1].Hash, text)
	}
}

// A match in the bare text leads to every byte of the veiled one.
func TestUnveiledMatchCoversEveryByte(t *testing.T) {
	var s Scan
	for text, bare := range map[string]string{
		"dana&#64;x.example": "dana@x.example", "5<b>5</b>5-01<i>23": "555-0123", "d•a•n•a": "dana", "D A N A   R E Y E S": "DANA REYES", "ｄ-a-n-\u00ada": "dana",
		"555-\n0147": "555-0147", "O3/l7/I949": "03/17/1949", "𝐝\u0301ana=40mail.example": "dana@mail.example",
	} {
		s.Run(Default(), "("+text+")")
		at := strings.Index(s.Text, bare)
		require.GreaterOrEqual(t, at, 0, "%+q: %q", text, s.Text)
		start, end := s.Map.Original(at, at+len(bare))
		require.Equal(t, [2]int{1, 1 + len(text)}, [2]int{start, end}, "%+q", text)
	}
}

func TestUnveilOnRandomTexts(t *testing.T) {
	pieces := []string{"&#64;", "&", "#", ";", "<b>", "</b>", "<br>", "=40", "=\n", "=C3=A9", "%40", "%20", `\n`, `\u0040`, `\`, "*", "**", "`", "a", "B", "l", "O", "1", "5", "0147", "dana", " ", "  ", "\n", "-", ".", "•", "é", "🙂", "\xff", "-\n", "://", "x1y", "/"}
	r := rand.New(rand.NewPCG(7, 8))
	var s, fresh Scan
	for range 20000 {
		var b strings.Builder
		for range 1 + r.IntN(16) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		text := b.String()
		s.Run(Default(), text)
		require.Equal(t, utf8.ValidString(text), utf8.ValidString(s.Text), "%q gave %q", text, s.Text)
		last := 0
		for i := range s.Tokens {
			k := &s.Tokens[i]
			start, end := s.Map.Original(int(k.Start), int(k.End))
			require.True(t, 0 <= start && start < end && end <= len(text), "%q: token %d at %d-%d", text, i, start, end)
			require.GreaterOrEqual(t, start, min(last, start), "%q", text)
			if utf8.ValidString(text) {
				require.True(t, utf8.ValidString(text[start:end]), "%q: %d-%d", text, start, end)
			}
			last = end
		}
	}
	fresh.Run(Default(), "d-a-n-a")
	s.Run(Default(), "d-a-n-a")
	require.Equal(t, fresh.Tokens, s.Tokens)
	s.Run(Default(), "plain")
	require.True(t, s.Map.Identity())
}
