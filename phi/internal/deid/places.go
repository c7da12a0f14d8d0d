package deid

import (
	"math/rand/v2"
	"strings"
)

// AppendStreet appends an invented house number and street.
func AppendStreet(dst []byte, like string, r *rand.Rand) []byte {
	kinds := [...]string{"Street", "Lane", "Road", "Avenue"}
	dst = appendPadded(dst, 100+r.IntN(900), 1)
	return append(append(dst, ' '), LikeCase(Surname(r)+" "+kinds[r.IntN(len(kinds))], like)...)
}

// AppendCity appends an invented town.
func AppendCity(dst []byte, like string, r *rand.Rand) []byte {
	return append(dst, LikeCase(Surname(r), like)...)
}

// AppendFacility appends an invented clinic.
func AppendFacility(dst []byte, like string, r *rand.Rand) []byte {
	return append(dst, LikeCase(Surname(r)+" Clinic", like)...)
}

// AppendPostal appends a code in the shape of s that no post office uses: 000
// begins no ZIP code, ZZ no postcode.
func AppendPostal(dst []byte, s string, r *rand.Rand) []byte {
	if strings.Trim(s, "0123456789- ") == "" {
		return AppendShape(dst, s, "000", r)
	}
	return AppendShape(dst, s, "ZZ", r)
}

// AppendEmail appends an address at example.com (RFC 2606).
func AppendEmail(dst []byte, like string, r *rand.Rand) []byte {
	return append(append(dst, LikeCase(strings.ToLower(Given(r)+"."+Surname(r)), like)...), "@example.com"...)
}

// AppendURL appends an address at example.com with the scheme of s, if any.
func AppendURL(dst []byte, s string, r *rand.Rand) []byte {
	if i := strings.Index(s, "://"); i >= 0 {
		dst = append(dst, s[:i+3]...)
	}
	return append(append(dst, "example.com/"...), strings.ToLower(Surname(r))...)
}

// AppendHandle appends an invented user name, with the "@" of s, if any.
func AppendHandle(dst []byte, s string, r *rand.Rand) []byte {
	if strings.HasPrefix(s, "@") {
		dst = append(dst, '@')
	}
	return append(append(dst, strings.ToLower(Given(r)+Surname(r))...), tail(r, 2)...)
}
