package phi

import (
	"slices"

	"github.com/phidetect/phidetect/identifiers"
)

// resolve applies the overlap policy, best-score-then-longest: of overlapping
// spans the one with the higher score stays, of equal scores the longer, of
// equal lengths the one found first. It drops what is below the least score, not
// asked for, or redacted already.
func (d *Detector) resolve(dst, found []identifiers.Span, t *identifiers.Text) []identifiers.Span {
	for _, s := range found {
		if s.Score < d.opt.minScore() || d.types&(1<<s.Type) == 0 || s.Start < 0 || s.End > len(t.Text) || s.Start >= s.End || redacted(t, s.Start, s.End) {
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
		return s.Why.Matcher == identifiers.AgeOver89
	case identifiers.Date:
		return !s.Vague && !d.opt.IgnoreDates
	}
	return !s.Vague
}

// provides reports whether the span identifies who gives care or works there.
func provides(s *identifiers.Span) bool {
	return s.Role == identifiers.RoleProvider || s.Role == identifiers.RoleStaff
}
