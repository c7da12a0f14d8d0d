package identifiers

import "github.com/phidetect/phidetect/lexicon"

// assignRoles says of names and of providers' numbers whose they are, where
// the text tells.
func (t *Text) assignRoles(spans []Span) {
	for i := range spans {
		s := &spans[i]
		switch s.Type {
		case LicenseNumber:
			if s.Why.Cue == lexicon.CueNPI {
				s.Role = RoleProvider
			}
		case Name:
			first, last := t.TokenRange(s.Start, s.End)
			if s.Role = t.roleBefore(first); s.Role != RoleProvider {
				if r := t.roleBehind(last); r != RoleUnknown {
					s.Role = r
				}
			}
		}
	}
}

// roleBefore reads what stands right before a name: a title, a kin word, an
// introduction.
func (t *Text) roleBefore(first int) Role {
	j := first - 1
	if t.is(j, '.') || t.is(j, ':') {
		j--
	}
	if j < 0 || t.Tokens[first].Gap == lexicon.GapLine && t.Tokens[j+1].Class != lexicon.Punct || t.Tokens[j].Class == lexicon.Punct {
		return RoleUnknown
	}
	if s := t.Tokens[j].Suffix; s == lexicon.SuffixM || s == lexicon.SuffixS && t.Tokens[j].Entry.Rank() >= 9 {
		return RolePatient // "I'm Dana", "it's Dana"
	}
	switch t.CueAt(j) {
	case lexicon.CueDoctor, lexicon.CueNPI:
		return RoleProvider
	case lexicon.CueKin, lexicon.CueChild:
		return RoleRelative
	case lexicon.CueIntro, lexicon.CueIntroWeak, lexicon.CuePerson:
		return RolePatient
	}
	return RoleUnknown
}

// roleBehind reads what stands right behind a name: a credential, an
// occupation, a kin word in brackets.
func (t *Text) roleBehind(last int) Role {
	k := last + 1
	open := false
	if t.is(k, ',') || t.is(k, '(') || t.is(k, '-') {
		open = !t.is(k, ',')
		k++
	}
	if k >= len(t.Tokens) || t.Tokens[k].Class != lexicon.Word {
		return RoleUnknown
	}
	switch c := t.CueAt(k); {
	case t.Tokens[k].Case == lexicon.UpperCase && (c == lexicon.CueCredential || t.Tokens[k].Entry.Cue() == lexicon.CueDoctor):
		return RoleProvider
	case open && (c == lexicon.CueKin || c == lexicon.CueChild):
		return RoleRelative
	case open && c == lexicon.CueDoctor:
		return RoleProvider
	}
	return RoleUnknown
}
