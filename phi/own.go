package phi

import (
	"errors"
	"fmt"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
)

// ownDetails are the hashes of a clinic's own names, numbers and addresses by
// their letters and digits alone.
type ownDetails map[uint64]struct{}

func ownOf(details []string) ownDetails {
	if len(details) == 0 {
		return nil
	}
	own := ownDetails{}
	for _, s := range details {
		var m lexicon.FoldMap
		if h, n := detailHash(string(m.Fold(nil, s))); n > 0 {
			own[h] = struct{}{}
		}
	}
	return own
}

// mark gives spans that are the clinic's own the role of its staff, so that
// they identify no patient.
func (own ownDetails) mark(spans []identifiers.Span, text string) {
	for i := range spans {
		s := &spans[i]
		if h, n := detailHash(text[s.Start:s.End]); n > 0 {
			if _, ok := own[h]; ok {
				s.Role = identifiers.RoleStaff
			}
		}
	}
}

// detailHash hashes the letters and digits of s in lower case and counts them.
func detailHash(s string) (h uint64, n int) {
	h = 14695981039346656037 // FNV-1a
	for i := range len(s) {
		c := s[i]
		switch {
		case c >= 'A' && c <= 'Z':
			c += 'a' - 'A'
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9', c >= 0x80:
		default:
			continue
		}
		h = (h ^ uint64(c)) * 1099511628211
		n++
	}
	return h, n
}

var errOptions = errors.New("phi: Options")

// Check reports what is wrong with the options; New takes wrong values for the
// nearest right ones. The error names the field and never holds a value.
func (o *Options) Check() error {
	if o.MinScore < 0 || o.MinScore > 1 {
		return fmt.Errorf("%w: MinScore is a score, 0 to 1", errOptions)
	}
	if o.HealthThreshold < 0 || o.HealthThreshold > 1 {
		return fmt.Errorf("%w: HealthThreshold is a score, 0 to 1", errOptions)
	}
	for i, s := range o.Own {
		if _, n := detailHash(s); n == 0 {
			return fmt.Errorf("%w: Own[%d] has neither letters nor digits", errOptions, i)
		}
	}
	return nil
}
