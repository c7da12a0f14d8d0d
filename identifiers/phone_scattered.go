package identifiers

import "github.com/phidetect/phidetect/lexicon"

// A phone number may be scattered by any signs: "503*555*0144", "[503] [555]
// [0144]", "503 💥 555 💥 0144", "5, 0, 3, 5, 5, 5, …". What is not claimed by then
// is read once more for its digits alone.

// maxScattered bounds the groups of a scattered number, scatterReach the signs
// between two of them.
const (
	maxScattered = 12
	scatterReach = 4
)

// scattered finds phone numbers of groups with any signs between.
func (t *Text) scattered(dst []Span) []Span {
	digits := t.Triggers.Digits
	for d := 0; d < len(digits); {
		first := int(digits[d])
		c := &t.cands[0]
		*c = candidate{}
		last, n, same := t.scatter(first, c)
		if n < 3 {
			d++
			continue
		}
		if j := t.judgeScattered(c, same); j.score > 0 {
			t.claim(first, last)
			start, end := t.scatterSigns(first, last)
			dst = append(dst, Span{Start: int(t.Tokens[start].Start), End: int(t.Tokens[end].End), Type: j.typ, Score: j.score, Why: Why{Matcher: j.name, Cue: c.label.cue}})
		}
		for d < len(digits) && int(digits[d]) <= last {
			d++
		}
	}
	return dst
}

// scatter reads the groups of digits from token first on into c: it gives the
// last token, how many groups there are, and whether the same signs stand
// between all of them.
func (t *Text) scatter(first int, c *candidate) (last, n int, same bool) {
	same = true
	last = first
	signs := 0
	for i := first; i < len(t.Tokens) && n < maxScattered; {
		k := &t.Tokens[i]
		if k.Class != lexicon.Number || k.Len() > 6 || t.claimed(i) || !c.push(t.Text[k.Start:k.End], 1) {
			break
		}
		if n < len(c.groups) {
			c.groups[n] = uint8(k.Len())
			c.ngroups = n + 1
		}
		n++
		last = i
		j := i + 1
		for j < len(t.Tokens) && j-i <= scatterReach && t.signBetween(j) && t.Tokens[j].Gap <= lexicon.GapSpace {
			j++
		}
		if j == i+1 && (j >= len(t.Tokens) || t.Tokens[j].Gap != lexicon.GapSpace) || j-i > scatterReach || j < len(t.Tokens) && t.Tokens[j].Gap > lexicon.GapSpace {
			break
		}
		if n == 1 {
			signs = i
		} else if same && j < len(t.Tokens) && t.Tokens[j].Class == lexicon.Number {
			same = t.sameSigns(signs+1, i+1)
		}
		i = j
	}
	c.first, c.last = first, last
	return last, n, same
}

// signBetween reports a sign, or a word for one ("dash", "then").
func (t *Text) signBetween(i int) bool {
	k := &t.Tokens[i]
	switch k.Class {
	case lexicon.Punct, lexicon.Symbol:
		return true
	case lexicon.Word:
		return spelledDigit(k.Hash) == skipWord || k.Hash == hashAnd
	}
	return false
}

// sameSigns reports whether the signs from tokens a and b on are the same.
func (t *Text) sameSigns(a, b int) bool {
	for ; a < len(t.Tokens) && b < len(t.Tokens); a, b = a+1, b+1 {
		x, y := &t.Tokens[a], &t.Tokens[b]
		if x.Class == lexicon.Number || y.Class == lexicon.Number {
			return x.Class == y.Class && x.Gap == y.Gap
		}
		if x.Class != y.Class || x.First != y.First || x.Hash != y.Hash {
			return false
		}
	}
	return false
}

// judgeScattered asks the judges where a label names the number. Else it wants the digits of a phone number: with a label in any
// groups, without one in groups of three, three and four between equal signs
// that no list, sum or time has.
func (t *Text) judgeScattered(c *candidate, same bool) judgement {
	c.label = t.labelBefore(c.first)
	if c.label.is(lexicon.CueTracking, lexicon.CueMoney, lexicon.CueAgainst) {
		return judgement{}
	}
	if c.label.names() && !c.label.is(lexicon.CuePhone, lexicon.CueFax) {
		if j := t.judgeOne(c); j.score >= threshold && (j.check || c.n >= 8) {
			return j
		}
		return judgement{}
	}
	if c.shape(4, 4, 4, 4) {
		if j := t.judgeOne(c); j.check {
			return j
		}
	}
	d := c.text()
	whole := c.n == 10 && (nanp(d) || d[0] == '0' && d[1] != '0') || c.n == 11 && (d[0] == '1' && nanp(d[1:]) || d[0] == '0' && d[1] != '0')
	if !whole {
		return judgement{}
	}
	k := &t.Tokens[c.first+1]
	grouped := c.shape(3, 3, 4) || c.shape(1, 3, 3, 4) || c.shape(4, 3, 3) || c.shape(5, 3, 3)
	switch {
	case c.label.is(lexicon.CueFax) && c.label.near:
		return judgement{Fax, 0.75, false, "phone"}
	case c.label.is(lexicon.CuePhone) && (c.label.near || grouped):
		return judgement{Phone, 0.75, false, "phone"}
	case c.label.tok >= 0 && c.label.near || !same || !grouped:
		return judgement{}
	case k.Class == lexicon.Punct && (k.First == ',' || k.First == ':' || k.First == '/' || k.First == ';' || k.First == '=' || k.First == '|' || k.First == '+'):
		return judgement{}
	}
	return judgement{Phone, 0.6, false, "phone"}
}

// scatterSigns takes the bracket around the first and last group along.
func (t *Text) scatterSigns(first, last int) (int, int) {
	if last+1 < len(t.Tokens) && t.bracketed(first) && t.bracketed(last) {
		return first - 1, last + 1
	}
	if t.is(first-1, '(') && t.touches(first) || t.is(first-1, '+') && t.touches(first) {
		first--
	}
	return first, last
}
