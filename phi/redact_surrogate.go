package phi

import (
	"strings"
	"unicode"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/phi/internal/deid"
)

// appendSurrogate appends an invented value in the place of text.
func (r *Redactor) appendSurrogate(dst []byte, f *finding, text string, s *Session) (_ []byte, ok bool) {
	switch f.typ {
	case identifiers.Name:
		s.mu.Lock()
		defer s.mu.Unlock()
		return s.appendName(dst, text), true
	case identifiers.Date, identifiers.DateOfBirth:
		return r.dates.AppendShifted(dst, foldString(text), s.days())
	case identifiers.Age:
		return r.appendGeneral(dst, f, text)
	}
	write := surrogates[f.typ]
	if write == nil {
		return dst, false
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	v := s.surrogate(f.typ.String(), r.normal(f.typ, text), func(seed string) string {
		return string(write(nil, foldString(text), deid.Source(r.policy.Key, f.typ.String(), seed)))
	})
	return append(dst, v...), true
}

// appendName replaces a name word by word, so that "Dana" becomes a part of what
// "Dana Whitfield" becomes. An initial follows the word it stands for, where the
// session knows the person.
func (s *Session) appendName(dst []byte, text string) []byte {
	words := nameWords(foldString(text))
	l := s.peopleOf("")
	_, who := l.name(words, func() *entity { return nil })
	full := l.list[who].words
	at := 0
	rest := foldString(text)
	for at < len(rest) {
		i := at
		for i < len(rest) && !nameByte(rest[i]) {
			i++
		}
		dst = append(dst, rest[at:i]...)
		at = i
		for i < len(rest) && nameByte(rest[i]) {
			i++
		}
		if i > at {
			dst = append(dst, s.nameWord(rest[at:i], full)...)
		}
		at = i
	}
	return dst
}

func nameByte(c byte) bool { return wordByte(c) || c == '\'' || c == '-' }

// nameWord gives the surrogate of one word of a person's name.
func (s *Session) nameWord(word string, full []string) string {
	lower := strings.ToLower(strings.Trim(word, "'-"))
	if nameSuffix(lower) {
		return word
	}
	initial := len(lower) == 1
	if initial {
		for _, w := range full {
			if strings.HasPrefix(w, lower) {
				lower = w
				break
			}
		}
	}
	e := s.r.detector.lex.Lookup(lower)
	given := e.Given() > e.Surname() || e.Given() == e.Surname() && len(full) > 0 && full[0] == lower
	v := s.surrogate("name", lower, func(seed string) string {
		src := deid.Source(s.r.policy.Key, "name", seed)
		if given {
			return deid.Given(src)
		}
		return deid.Surname(src)
	})
	if initial {
		v = v[:1]
		if c := rune(word[0]); unicode.IsLower(c) {
			return strings.ToLower(v)
		}
		return v
	}
	return deid.LikeCase(v, word)
}

// surrogates write an invented value for each type that has any.
var surrogates = [identifiers.TypeCount]func(dst []byte, s string, r *deid.Rand) []byte{
	identifiers.StreetAddress:       deid.AppendStreet,
	identifiers.City:                deid.AppendCity,
	identifiers.PostalCode:          deid.AppendPostal,
	identifiers.Facility:            deid.AppendFacility,
	identifiers.Phone:               deid.AppendPhone,
	identifiers.Fax:                 deid.AppendPhone,
	identifiers.Email:               deid.AppendEmail,
	identifiers.SSN:                 deid.AppendSSN,
	identifiers.NationalID:          code,
	identifiers.MedicalRecordNumber: code,
	identifiers.HealthPlanNumber:    code,
	identifiers.AccountNumber:       code,
	identifiers.LicenseNumber:       code,
	identifiers.VehicleID:           code,
	identifiers.DeviceID:            code,
	identifiers.URL:                 deid.AppendURL,
	identifiers.IPAddress:           deid.AppendIP,
	identifiers.Handle:              deid.AppendHandle,
	identifiers.UniqueID:            code,
}

func code(dst []byte, s string, r *deid.Rand) []byte { return deid.AppendShape(dst, s, "", r) }
