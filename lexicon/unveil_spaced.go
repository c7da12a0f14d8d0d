package lexicon

// Letters and digits set apart, "k h a n", "d-a-n-a", "b•l•u•e", "4.7.8...5.5.5",
// are brought together. Wide gaps between them part words.

// spaced reads the run of single letters or digits that begins at token i and
// gives its last token, or i.
func (s *Scan) spaced(lex *Lexicon, i int) int {
	r := spacedRun{first: i, last: i}
	if i+2 >= len(s.Tokens) || i > 0 && s.Tokens[i].Gap == GapNone && (s.Tokens[i-1].Class != Punct || joinsLetters(s.Tokens[i-1].First)) {
		return i
	}
	sep := i + 1
	k := &s.Tokens[sep]
	next, _ := s.nextSpaced(sep)
	bySpace := next > 0
	if !bySpace && !(k.Gap == GapNone && (k.Class == Punct && joinsLetters(k.First) || k.Class == Symbol)) {
		return i
	}
	r.count(s, i, false)
	for j := i + 1; j < len(s.Tokens); {
		var next int
		var wide bool
		if bySpace {
			next, wide = s.nextSpaced(j)
		} else {
			next, wide = s.nextJoined(j, &s.Tokens[sep])
		}
		if next < 0 {
			break
		}
		r.count(s, next, wide)
		if bySpace && next > j {
			r.signs++
		}
		r.last = next
		j = next + 1
	}
	if !r.joins(s, bySpace, &s.Tokens[sep]) || bySpace && r.letters > 0 && (s.numeral(lex, i-1) || s.numeral(lex, r.last+1)) {
		for j := i + 1; j < r.last; j++ {
			if s.Tokens[j].Class == Symbol {
				s.bullet(j)
			}
		}
		return r.last
	}
	s.join(&r, bySpace)
	return r.last
}

// A spacedRun is a run of single letters and digits.
type spacedRun struct {
	first, last     int
	letters, digits int
	group, longest  int // letters of this word and of the longest
	wide            int // gaps between words
	signs           int // signs set apart as well
	rising, steps   int // letters of the alphabet in order, now and at most
	chatty          int // letters that stand for words: "r u ok"
	prev            byte
}

func (r *spacedRun) count(s *Scan, i int, wide bool) {
	c := s.Tokens[i].First
	if wide {
		r.wide++
		r.group = 0
	}
	switch class[c] {
	case byteLetter:
		r.letters++
		r.group++
		r.longest = max(r.longest, r.group)
		switch c | 0x20 {
		case 'r', 'u', 'i', 'a', 'y', 'o':
			r.chatty++
		}
		if r.rising++; c|0x20 != r.prev+1 {
			r.rising = 1
		}
		r.steps = max(r.steps, r.rising)
		r.prev = c | 0x20
	case byteDigit:
		r.digits++
	}
}

// joins reports whether the run is a word or a number set apart and not a row
// of letters that mean something one by one: an alphabet, "d.o.b", "r u a".
func (r *spacedRun) joins(s *Scan, bySpace bool, sep *Token) bool {
	i := r.first
	if r.letters+r.digits > 64 || r.steps > 3 || r.steps == r.letters && r.letters > 2 {
		return false
	}
	if r.letters == 0 {
		switch {
		case r.digits > 20:
			return false
		case bySpace:
			return r.wide > 0 && r.digits >= 7 || r.signs >= 2 && r.digits >= 6
		}
		return r.digits >= 9 || r.digits >= 7 && r.wide > 0
	}
	switch {
	case bySpace:
		if r.digits >= 4 && r.letters+r.digits >= 7 && r.letters+r.digits <= 22 && r.chatty == 0 {
			return true // a code
		}
		return (r.letters >= 4 || r.letters == 3 && r.digits == 0 && s.announced(i)) && r.longest >= 3 && !(r.letters == r.chatty || r.letters < 6 && r.letters == r.chatty+1)
	case sep.First == '.':
		return r.longest >= 4
	case sep.First == '-' && sep.Class == Punct:
		return r.longest >= 3 && (r.digits == 0 || r.letters+r.digits >= 5)
	}
	return r.longest >= 4
}

// joinsLetters reports what may stand between letters set apart.
func joinsLetters(c byte) bool {
	switch c {
	case '.', '-', '_', '*', '~':
		return true
	}
	return false
}

// single reports a letter or digit alone.
func (s *Scan) single(i int) bool {
	if i >= len(s.Tokens) {
		return false
	}
	k := &s.Tokens[i]
	return k.End-k.Start == 1 && (k.Class == Word || k.Class == Number) && k.Suffix == NoSuffix
}

// distance is how many bytes stand between token i and the one before, on one
// line; 99 across lines.
func (s *Scan) distance(i int) int {
	if i >= len(s.Tokens) || s.Tokens[i].Gap == GapLine {
		return 99
	}
	return int(s.Tokens[i].Start - s.Tokens[i-1].End)
}

// nextSpaced gives the single letter that goes on with the run at token j, and
// whether a gap between words stands before it; -1 if the run ends. A sign of
// an address may stand between, set apart as well.
func (s *Scan) nextSpaced(j int) (next int, wide bool) {
	d := s.distance(j)
	switch {
	case s.single(j) && d == 1:
		return j, false
	case s.single(j) && d >= 2 && d <= 4 && s.single(j+1) && s.distance(j+1) == 1:
		return j, true
	case d == 1 && s.single(j+1) && s.distance(j+1) == 1 && s.Tokens[j].Class == Punct:
		switch s.Tokens[j].First {
		case '.', '@', '_', '-', '+', '/':
			return j + 1, false
		}
	}
	return -1, false
}

// nextJoined is nextSpaced for letters between which the sign sep stands.
func (s *Scan) nextJoined(j int, sep *Token) (next int, wide bool) {
	n := 0
	for n < 4 && j+n < len(s.Tokens) && s.sameSign(j+n, sep) && s.Tokens[j+n].Gap == GapNone {
		n++
	}
	switch {
	case n > 0 && s.single(j+n) && s.Tokens[j+n].Gap == GapNone:
		return j + n, n > 1
	case n == 0 && s.single(j) && s.distance(j) <= 4 && j+2 < len(s.Tokens) && s.sameSign(j+1, sep) && s.Tokens[j+1].Gap == GapNone && s.single(j+2) && s.Tokens[j+2].Gap == GapNone:
		return j, true
	}
	return -1, false
}

// announced reports a word before token i that says that a name is spelled.
func (s *Scan) announced(i int) bool {
	if i > 0 && s.Tokens[i-1].Is(':') {
		i--
	}
	if i == 0 {
		return false
	}
	switch s.Tokens[i-1].Hash {
	case hashSpelled, hashSpelt, hashSpell, hashSpelling, hashSurname, hashName, hashThats:
		return true
	}
	return s.Tokens[i-1].Hash == hashThat && s.Tokens[i-1].Suffix == SuffixS
}

var (
	hashSpelled  = HashWord("spelled")
	hashSpelt    = HashWord("spelt")
	hashSpell    = HashWord("spell")
	hashSpelling = HashWord("spelling")
	hashSurname  = HashWord("surname")
	hashName     = HashWord("name")
	hashThats    = HashWord("thats")
	hashThat     = HashWord("that")
)

// numeral reports that token i is a number word: the letters beside it are
// part of a code that is read out, "one g n s k b eight".
func (s *Scan) numeral(lex *Lexicon, i int) bool {
	return i >= 0 && i < len(s.Tokens) && s.Tokens[i].Class == Word && lex.find(s.Tokens[i].Hash).Cue() == CueNumeral
}

func (s *Scan) sameSign(i int, sep *Token) bool {
	k := &s.Tokens[i]
	return k.Class == sep.Class && k.First == sep.First && k.Hash == sep.Hash
}

// join takes away what stands between the letters of the run.
func (s *Scan) join(r *spacedRun, bySpace bool) {
	for j := r.first + 1; j <= r.last; j++ {
		k := &s.Tokens[j]
		from, to := int(s.Tokens[j-1].End), int(k.Start)
		if !bySpace {
			if !s.single(j) {
				continue
			}
			p := j - 1
			for !s.single(p) {
				p--
			}
			from = int(s.Tokens[p].End)
			switch {
			case j-p > 2 || j-p == 1: // two signs or a space
				s.replace(from, to, " ")
			default:
				s.replace(from, to, "")
			}
			continue
		}
		switch {
		case to-from > 1:
			s.replace(from, to, " ")
		case s.lowerAt(from-1) && s.upperAt(to): // "J o h n S m i t h"
		case to > from:
			s.replace(from, to, "")
		}
	}
}

// bullet makes a bullet between the letters of an address a dot.
func (s *Scan) bullet(i int) {
	k := &s.Tokens[i]
	if int(k.End-k.Start) != len("•") || k.Gap != GapNone || !s.alnumAt(int(k.Start)-1) || !s.alnumAt(int(k.End)) {
		return
	}
	switch s.Text[k.Start:k.End] {
	case "•", "●":
		s.replace(int(k.Start), int(k.End), ".")
	}
}
