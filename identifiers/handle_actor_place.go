package identifiers

import "github.com/phidetect/phidetect/lexicon"

// actorPlace gives the score of a user name by what stands beside it, or 0.
func (t *Text) actorPlace(first, last int, form userForm) float32 {
	if t.is(last+1, '(') && (form != nameUser || t.touches(last+1)) || t.is(last+1, '=') || t.is(last+1, '/') && t.touches(last+1) || t.is(last+1, '.') && t.touches(last+1) && t.touches(last+2) {
		return 0 // a function, a table, a key, a path, a file
	}
	p := first - 1
	if (t.is(p, '=') || t.is(p, ':')) && p > 0 && actorsLatin.has(t.Tokens[p-1].Hash) && form >= nameUser {
		return 0.8 // "operador=lvaldez", "usuario: mj.quirante"
	}
	// in brackets behind a name, in quotes behind a key of an actor
	switch {
	case t.is(p, '(') && t.is(last+1, ')') && form >= digitUser && p > 0 && t.nameEndsAt(p-1):
		return 0.8
	case t.is(p, '[') || t.is(last+1, ']'):
		return 0
	case t.is(p, '"') && (t.is(p-1, ':') || t.is(p-1, '=')) && t.is(last+1, '"') && t.actorKey(p-2):
		return 0.8
	case t.is(p, '-') && p > 0 && t.claimed(p-1) && t.Tokens[p].Gap == lexicon.GapSpace && t.is(last+1, '['):
		return 0.85 // the user of a web server's log line
	case t.timeEndsAt(p) && t.Tokens[first].Gap != lexicon.GapLine:
		if form >= nameUser || last+1 < len(t.Tokens) && (t.Tokens[last+1].Gap == lexicon.GapWide || t.Tokens[last+1].Gap == lexicon.GapSpace && t.Tokens[last+1].Case >= lexicon.UpperCase) {
			return 0.75
		}
	case t.Tokens[first].Gap == lexicon.GapLine:
		return 0
	case form == nameUser && t.signedPlace(p):
		return 0.7
	case t.is(p, '=') && t.touches(first) && t.actorKey(p-1):
		return 0.8 // "by=rn.tollefson src=10.40.12.8"
	case t.is(p, ',') && p > 0 && t.claimed(p-1) && t.userBefore(p-1) && form >= nameUser:
		return 0.7 // "clicked: ppfister, okwan2"
	case form == wordUser && t.actorWord(p) && t.runGoesOn(last):
		return 0.65
	case form >= digitUser && form != joinUser && t.actorWord(p):
		return 0.8
	case form >= digitUser && form != joinUser && t.is(p, '/') && p > 0 && t.Tokens[p].Gap == lexicon.GapSpace && t.nameEndsAt(p-1):
		return 0.75 // "J. Wing / rn40882"
	case form == joinUser && t.actorWord(p):
		return 0.6
	case form == underUser && !t.Triggers.Braces && !t.is(p, ':') && !t.is(p, '=') && !t.is(p, '"') && !t.is(last+1, ':') && !t.is(last+1, '"') && !t.parted(p) && !t.parted(last+1):
		return 0.65
	}
	return 0
}

// parted reports a mark at token i that parts the columns of a table without a
// space behind it.
func (t *Text) parted(i int) bool {
	return (t.is(i, ',') || t.is(i, ';')) && i+1 < len(t.Tokens) && t.touches(i+1)
}

// actorWord reports a word that a user name follows: "by", "user", "agent".
func (t *Text) actorWord(i int) bool {
	if i < 0 {
		return false
	}
	switch t.Tokens[i].Hash {
	case hashBy, hashUser, hashAgent, hashAdvisor, hashLogin, hashUse, hashAs, hashCred, hashSigned, hashTyped:
		return true
	}
	return t.CueAt(i) == lexicon.CueHandle || actorsLatin.has(t.Tokens[i].Hash)
}

// actorsLatin are the words for a user, in Spanish and French, that name a
// person as often: a user name follows only where it looks like one.
var actorsLatin = newWordSet("usuario usuaria usager usagere utilisateur utilisatrice operador operadora operateur operatrice agente apodo alias cajero cajera caissier par por identifiant pseudo compte cuenta")

// actorKey reports the key of an actor in JSON or XML, whose closing quote may
// be token i.
func (t *Text) actorKey(i int) bool {
	if t.is(i, '"') {
		i--
	}
	if i < 0 {
		return false
	}
	switch t.Tokens[i].Hash {
	case hashBy, hashUser, hashAuthor, hashOwner, hashLogin, hashActor, hashAgent:
		return true
	}
	return t.CueAt(i) == lexicon.CueHandle
}

// nameEndsAt reports whether a person's name may end at token i.
func (t *Text) nameEndsAt(i int) bool {
	for n := 0; n < 2 && (t.is(i, '"') || t.is(i, '\'') || t.is(i, ',')); n++ {
		i--
	}
	if i < 0 || t.Tokens[i].Class != lexicon.Word {
		return false
	}
	k := &t.Tokens[i]
	return k.Case != lexicon.LowerCase && (k.Entry.Name() > 0 || k.Entry.Rank() == 0 || k.Entry.Cue() == lexicon.CueCredential || k.Entry.Cue() == lexicon.CueDoctor)
}

// timeEndsAt reports whether a date or a time of the day ends at token i, not
// far from the beginning of its line.
func (t *Text) timeEndsAt(i int) bool {
	if i < 3 || t.Tokens[i].Class != lexicon.Number && t.Tokens[i].Class != lexicon.Mixed {
		return false
	}
	if !t.claimed(i) && !(t.is(i-1, ':') && t.Tokens[i-2].Class == lexicon.Number) {
		return false
	}
	for n := 0; n < 12 && i >= 0; n++ {
		if t.Tokens[i].Gap == lexicon.GapLine {
			return t.Tokens[i].Class == lexicon.Number
		}
		if t.Tokens[i].Class == lexicon.Word && t.Tokens[i].Len() > 3 {
			return false
		}
		i--
	}
	return false
}
