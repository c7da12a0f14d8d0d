package identifiers

import "github.com/phidetect/phidetect/lexicon"

// Logs, notes and letters name users without a label: "run by dr_kvist", "(aj_mukh)"
// behind a name, the first word behind a time. What stands there is a user name
// only if it looks like one.

// actors finds user names by their place and form.
func (t *Text) actors(dst []Span) []Span {
	for i := 1; i < len(t.Tokens); i++ {
		k := &t.Tokens[i]
		if k.Class == lexicon.Punct || k.Entry.Rank() > 3 && !t.touches(i+1) {
			continue // a common word by itself is no user name
		}
		if k.Class != lexicon.Word && k.Class != lexicon.Mixed || k.First < 'a' || k.First > 'z' || k.Gap == lexicon.GapNone && t.Tokens[i-1].Class != lexicon.Punct || k.Len() < 2 && !t.initialDotted(i) || t.claimed(i) {
			continue
		}
		p := &t.Tokens[i-1]
		if k.Gap == lexicon.GapNone && (p.Is('_') || p.Is('.') || p.Is('-') || p.Is('@') || p.Is('/') && !spaced(t, i-1) || p.Is('\\')) {
			continue
		}
		end := t.handleEnd(i)
		form := t.userForm(i, end)
		if form == noUser {
			continue
		}
		if score := t.actorPlace(i, end, form); score > 0 && t.free(i, end) {
			t.claim(i, end)
			dst = append(dst, Span{Start: int(k.Start), End: int(t.Tokens[end].End), Type: Handle, Score: score, Why: Why{Matcher: "handle"}})
		}
		i = end
	}
	return dst
}

func spaced(t *Text, i int) bool { return t.Tokens[i].Gap != lexicon.GapNone }

// userForm says how much tokens first to last look like a user name.
type userForm uint8

const (
	noUser    userForm = iota
	wordUser           // a word nobody knows: "qwertle"
	nameUser           // an initial and a surname: "rlindqvist"
	digitUser          // a word with digits behind: "frontdesk2"
	joinUser           // parts joined by a dot or hyphen: "aoyama.t"
	underUser          // parts joined by an underscore: "mzhou_ra"
)

func (t *Text) userForm(first, last int) userForm {
	k := &t.Tokens[first]
	if last == first {
		switch {
		case k.Class == lexicon.Word && k.Entry.Rank() == 0 && k.Len() >= 4 && k.Len() <= 16 && k.Entry.Cue() == lexicon.NoCue && k.Entry.Weight() == lexicon.NoWeight:
			if t.initialSurname(k) {
				return nameUser
			}
			return wordUser
		case k.Class == lexicon.Mixed && k.Len() >= 4 && trailingDigits(t.Text[k.Start:k.End]):
			return digitUser
		}
		return noUser
	}
	if last == first+2 && t.initialDotted(first) && t.Tokens[last].Case == lexicon.LowerCase && t.Tokens[last].Entry.Surname() >= 3 {
		return joinUser // "n.guerin"
	}
	form, unknown, ends, spelled, dots := joinUser, false, false, false, false
	for i := first; i <= last; i++ {
		p := &t.Tokens[i]
		switch {
		case p.Is('_'):
			form = underUser
		case p.Is('.'):
			dots = true
		case p.Class == lexicon.Word:
			if p.Case != lexicon.LowerCase || p.Entry.Cue() == lexicon.CuePhoto {
				return noUser
			}
			unknown = unknown || p.Entry.Rank() == 0 && p.Len() > 1
			ends = p.Entry.Has(lexicon.TopLevel)
			spelled = spelled || p.Hash == hashAt
		case p.Class == lexicon.Mixed:
			if p.Case != lexicon.LowerCase {
				return noUser
			}
			unknown = true
		}
	}
	if t.is(last, '_') || (form == joinUser || dots) && (ends || last-first > 4) || !unknown || spelled {
		return noUser // a key of the data, a host, an address
	}
	if dots && form == underUser {
		return joinUser
	}
	return form
}

// userBefore reports that the word that ends at token i may be another user
// name: nobody knows it, or digits end it.
func (t *Text) userBefore(i int) bool {
	k := &t.Tokens[i]
	return k.Case == lexicon.LowerCase && (k.Class == lexicon.Mixed || k.Class == lexicon.Word && k.Entry.Rare())
}

// runGoesOn reports that when or where something was done stands behind token
// i: "exported by mkealoha 2026-02-27", "run by schaudhry from 10.1.52.191".
func (t *Text) runGoesOn(i int) bool {
	if wordIs(t, i+1, "from") || wordIs(t, i+1, "at") || wordIs(t, i+1, "on") {
		i++
	}
	i++
	return i < len(t.Tokens) && t.Tokens[i].Class == lexicon.Number && t.claimed(i)
}

// initialDotted reports an initial and a word joined by a dot, "n.guerin".
func (t *Text) initialDotted(i int) bool {
	return t.Tokens[i].Len() == 1 && t.is(i+1, '.') && t.touches(i+1) && t.touches(i+2) && i+2 < len(t.Tokens) && t.Tokens[i+2].Class == lexicon.Word && t.Tokens[i+2].Len() >= 3
}

// initialSurname reports a word in small letters that nobody knows, made of an
// initial and a surname that is no other word.
func (t *Text) initialSurname(k *lexicon.Token) bool {
	if k.Case != lexicon.LowerCase || k.Len() < 6 || !k.Entry.Rare() || k.Entry.Rank() > 1 {
		return false
	}
	e := t.lex.Find(lexicon.HashWord(t.Text[k.Start+1 : k.End]))
	return e.Surname() >= 4 && e.Rank() == 0 && e.Weight() == lexicon.NoWeight
}

// signedPlace reports what a user name stands behind: a colon, a comma behind
// another, a number, "by".
func (t *Text) signedPlace(p int) bool {
	k := &t.Tokens[p]
	switch {
	case k.Class == lexicon.Number:
		return t.claimed(p)
	case k.Is(':'), k.Is('('):
		return true
	case k.Is('='):
		return t.actorWord(p - 1)
	case k.Is(','):
		return p > 0 && t.claimed(p-1)
	}
	return t.actorWord(p)
}

// trailingDigits reports three letters or more, lower-case, and then one to
// five digits.
func trailingDigits(s string) bool {
	n := 0
	for n < len(s) && s[n] >= 'a' && s[n] <= 'z' {
		n++
	}
	if n < 2 || len(s)-n < 1 || len(s)-n > 5 || n == 2 && len(s)-n < 4 {
		return false
	}
	for i := n; i < len(s); i++ {
		if !digit(s[i]) {
			return false
		}
	}
	return true
}
