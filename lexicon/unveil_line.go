package lexicon

// brokenLine joins what a hyphen at the end of a line parts: a number
// ("555-\n0147" keeps its hyphen), or a word that the lexicon knows as a whole
// ("diab-\netes").
func (s *Scan) brokenLine(lex *Lexicon, i int) int {
	if i == 0 || i+1 >= len(s.Tokens) || s.Tokens[i].Gap != GapNone || s.Tokens[i+1].Gap != GapLine {
		return i
	}
	left, right := &s.Tokens[i-1], &s.Tokens[i+1]
	from, to := int(s.Tokens[i].Start), int(right.Start)
	lines := 0
	for b := from + 1; b < to; b++ {
		if s.Text[b] == '\n' {
			lines++
		} else if s.Text[b] != '\r' && s.Text[b] != ' ' {
			return i
		}
	}
	if lines != 1 || to-from > 8 {
		return i
	}
	switch {
	case left.Class == Number && right.Class == Number && left.Len() >= 2 && right.Len() >= 2 && (s.Text[from] == '-' || right.Len() == 4):
		s.replace(from+1, to, "")
	case left.Class == Word && right.Class == Word && s.Text[from] == '-' && s.lowerAt(from-1) && s.lowerAt(to) && left.Len() >= 2 && right.Len() >= 2 && left.Len()+right.Len() <= 24:
		var word [24]byte
		n := copy(word[:], s.Text[left.Start:left.End])
		n += copy(word[n:], s.Text[right.Start:right.End])
		if lex.findSure(HashWord(word[:n])) != 0 {
			s.replace(from, to, "")
		}
	}
	return i
}
