package phi

import (
	"slices"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
)

// resolve applies the overlap policy, best-score-then-longest: of overlapping
// spans the one with the higher score stays, of equal scores the longer, of
// equal lengths the one found first. It drops what is below the least score or
// not asked for.
func (d *Detector) resolve(dst, found []identifiers.Span, t *identifiers.Text) []identifiers.Span {
	for _, s := range found {
		if s.Score < d.opt.minScore() || d.types&(1<<s.Type) == 0 || s.Start < 0 || s.End > len(t.Text) || s.Start >= s.End {
			continue
		}
		dst = append(dst, s)
	}
	slices.SortStableFunc(dst, func(a, b identifiers.Span) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	out := dst[:0]
	for _, s := range dst {
		if n := len(out); n > 0 && s.Start < out[n-1].End {
			last := &out[n-1]
			if s.Score > last.Score || s.Score == last.Score && s.End-s.Start > last.End-last.Start {
				*last = s
			}
			continue
		}
		out = append(out, s)
	}
	return out
}

// identifies reports whether a span by itself points to a person.
func (d *Detector) identifies(s *identifiers.Span) bool {
	switch s.Type {
	case identifiers.City, identifiers.Facility:
		return false
	case identifiers.Age:
		return s.Why.Matcher == "age over 89"
	case identifiers.Date:
		return !s.Vague && !d.opt.IgnoreDates
	}
	return !s.Vague
}

// provides reports whether the span identifies who gives care or works there.
func provides(s *identifiers.Span) bool {
	return s.Role == identifiers.RoleProvider || s.Role == identifiers.RoleStaff
}

// assignRoles tells providers from patients by what stands beside a name.
func (d *Detector) assignRoles(r *Result, t *identifiers.Text) {
	for i := range r.Spans {
		s := &r.Spans[i]
		first, last := t.TokenRange(s.Start, s.End)
		if s.Type == identifiers.LicenseNumber && s.Why.Cue == lexicon.CueNPI {
			s.Role = identifiers.RoleProvider
			continue
		}
		if s.Type != identifiers.Name {
			continue
		}
		s.Role = roleOf(t, first, last)
	}
}

func roleOf(t *identifiers.Text, first, last int) identifiers.Role {
	toks := t.Tokens
	j := first - 1
	if j >= 0 && toks[j].Is('.') {
		j--
	}
	if j >= 0 && toks[first].Gap <= lexicon.GapSpace || j >= 0 && toks[j].Class != lexicon.Punct {
		if toks[j].Suffix == lexicon.SuffixM || toks[j].Suffix == lexicon.SuffixS && toks[j].Entry.Rank() >= 9 {
			return identifiers.RolePatient // "I'm Dana", "it's Dana"
		}
		switch t.CueAt(j) {
		case lexicon.CueDoctor:
			return identifiers.RoleProvider
		case lexicon.CueKin, lexicon.CueChild:
			return identifiers.RoleRelative
		case lexicon.CueIntro, lexicon.CueIntroWeak, lexicon.CuePerson:
			return identifiers.RolePatient
		}
	}
	k := last + 1
	if k < len(toks) && toks[k].Is(',') {
		k++
	}
	if k < len(toks) && toks[k].Class == lexicon.Word && toks[k].Case == lexicon.UpperCase && (t.CueAt(k) == lexicon.CueCredential || toks[k].Entry.Cue() == lexicon.CueDoctor) {
		return identifiers.RoleProvider
	}
	return identifiers.RoleUnknown
}
