package lexicon

// Words with a digit, a sign or a small l in the place of a letter: "d4n4",
// "$arah", "WlLSON".

// smallL makes the small l of a word of capitals the I that it is: "WlLSON".
func (s *Scan) smallL(k *Token) {
	small := 0
	for b := k.Start; b < k.End; b++ {
		switch c := s.Text[b]; {
		case c == 'l':
			small++
		case c < 'A' || c > 'Z':
			return
		}
	}
	if small == 0 || small == k.Len() {
		return
	}
	for b := int(k.Start); b < int(k.End); b++ {
		if s.Text[b] == 'l' {
			s.replace(b, b+1, "I")
		}
	}
}

// readSlip reads a word with digits in it that the lexicon does not know as the
// word that it knows with letters in their place: a digit must stand between
// letters, and the letters must be more.
func (s *Scan) readSlip(lex *Lexicon, t *Token) {
	n := t.Len()
	if n < 4 || n > 20 {
		return
	}
	word := s.Text[t.Start:t.End]
	letters, inner, ones := 0, false, false
	for i := range n {
		switch k := class[word[i]]; {
		case k == byteLetter:
			letters++
		case k != byteDigit || letterLike(word[i], 'l') == 0:
			return
		default:
			ones = ones || word[i] == '1'
			inner = inner || i > 0 && i+1 < n && class[word[i-1]] == byteLetter && class[word[i+1]] != byteDigit || i > 1 && i+1 == n && word[i] == '1' && letters >= 4 ||
				i > 0 && i+2 < n && word[i] == '1' && word[i+1] == '1' && class[word[i-1]] == byteLetter && class[word[i+2]] == byteLetter
		}
	}
	if !inner || 2*letters < n || letters < 2 {
		return
	}
	for _, one := range [2]byte{'l', 'i'} {
		h := hashSeed
		for i := range n {
			c := lower[word[i]]
			if class[c] == byteDigit {
				c = letterLike(c, one)
			}
			h = (h ^ uint64(c)) * hashMul
		}
		if e := lex.findSure(finish(h)); e != 0 && e&^(Entry(Continues)<<40) != 0 {
			t.Hash, t.Entry, t.Class = finish(h), e, Word
			return
		}
		if !ones {
			return
		}
	}
}

// letterLike gives the letter that a digit stands for; one is that of "1".
func letterLike(c, one byte) byte {
	switch c {
	case '0':
		return 'o'
	case '1':
		return one
	case '3':
		return 'e'
	case '4':
		return 'a'
	case '5':
		return 's'
	case '7':
		return 't'
	case '8':
		return 'b'
	}
	return 0
}

// signLetter makes a letter of the sign at token i where it stands in a word
// that the lexicon knows with it: "d@na", "$arah", "m!ke".
func (s *Scan) signLetter(lex *Lexicon, i int) {
	k := &s.Tokens[i]
	if i+1 >= len(s.Tokens) {
		return
	}
	right := &s.Tokens[i+1]
	if right.Gap != GapNone || right.Class != Word && right.Class != Mixed || i+2 < len(s.Tokens) && s.Tokens[i+2].Gap == GapNone && s.Tokens[i+2].Is('.') && s.alnumAt(int(s.Tokens[i+2].End)) {
		return // "dana@mail.example"
	}
	from := k.Start
	if k.Gap == GapNone && i > 0 && (s.Tokens[i-1].Class == Word || s.Tokens[i-1].Class == Mixed) {
		from = s.Tokens[i-1].Start
	} else if k.First != '$' || k.Gap == GapNone && i > 0 {
		return
	}
	letter := byte('a')
	switch k.First {
	case '$':
		letter = 's'
	case '!':
		letter = 'i'
	}
	if right.End-from < 4 || right.End-from > 20 || s.signAfter(i+2) {
		return
	}
	h := hashSeed
	for b := from; b < right.End; b++ {
		c := lower[s.Text[b]]
		if b == k.Start {
			c = letter
		} else if class[c] == byteDigit {
			if c = letterLike(c, 'i'); c == 0 {
				return
			}
		}
		h = (h ^ uint64(c)) * hashMul
	}
	if e := lex.findSure(finish(h)); e&^(Entry(Continues)<<40) != 0 {
		s.replace(int(k.Start), int(k.End), alphabet[letter-'a':letter-'a'+1])
	}
}

// signAfter reports that token i is one more sign of the same word.
func (s *Scan) signAfter(i int) bool {
	return i < len(s.Tokens) && s.Tokens[i].Gap == GapNone && (s.Tokens[i].Is('@') || s.Tokens[i].Is('$')) && s.alnumAt(int(s.Tokens[i].End))
}
