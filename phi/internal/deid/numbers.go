package deid

import (
	"math/rand/v2"
	"strings"
)

// areaCodes are those that a surrogate phone number may have.
var areaCodes = [...]string{"202", "206", "212", "213", "303", "305", "312", "404", "415", "503", "512", "602", "615", "617", "702", "713", "720", "808", "816", "919"}

// AppendPhone appends a number that is nobody's, in the form of s: 555-0100 to
// 555-0199 behind any area code (NANPA), 07700 900000 to 900999 and 020 7946
// 0000 to 0999 in the UK (Ofcom), (02) 5550 0000 to 9999 in Australia (ACMA).
// Other plans have no such range: they get a number of the first kind.
func AppendPhone(dst []byte, s string, r *rand.Rand) []byte {
	digits := keepDigits(s)
	nanp := areaCodes[r.IntN(len(areaCodes))] + "55501" + tail(r, 2)
	plus := strings.Contains(s, "+")
	switch {
	case len(digits) == 7:
		return overlay(dst, s, nanp[3:])
	case len(digits) == 11 && digits[0] == '1':
		return overlay(dst, s, "1"+nanp)
	case len(digits) == 11 && strings.HasPrefix(digits, "07"):
		return overlay(dst, s, "07700900"+tail(r, 3))
	case len(digits) == 11 && digits[0] == '0':
		return overlay(dst, s, "02079460"+tail(r, 3))
	case plus && len(digits) == 12 && strings.HasPrefix(digits, "447"):
		return overlay(dst, s, "447700900"+tail(r, 3))
	case plus && len(digits) == 12 && strings.HasPrefix(digits, "44"):
		return overlay(dst, s, "442079460"+tail(r, 3))
	case len(digits) == 10 && digits[0] == '0':
		return overlay(dst, s, "025550"+tail(r, 4))
	case plus && len(digits) == 11 && strings.HasPrefix(digits, "61"):
		return overlay(dst, s, "6125550"+tail(r, 4))
	case len(digits) == 10 && !plus:
		return overlay(dst, s, nanp)
	}
	return append(append(append(append(append(dst, nanp[:3]...), '-'), nanp[3:6]...), '-'), nanp[6:]...)
}

// AppendSSN appends a number of an area that the SSA never assigns (666), in
// the form of s.
func AppendSSN(dst []byte, s string, r *rand.Rand) []byte {
	n := len(keepDigits(s))
	if n < 9 {
		return AppendShape(dst, s, "", r)
	}
	return overlay(dst, s, "666"+tail(r, n-3))
}

// AppendIP appends an address of the ranges kept for documentation: RFC 5737
// for IPv4, RFC 3849 for IPv6.
func AppendIP(dst []byte, s string, r *rand.Rand) []byte {
	if strings.Count(s, ":") >= 2 {
		return append(append(append(append(dst, "2001:db8::"...), hex(r)...), ':'), hex(r)...)
	}
	nets := [...]string{"192.0.2.", "198.51.100.", "203.0.113."}
	host := r.IntN(254) + 1
	return appendPadded(append(dst, nets[r.IntN(len(nets))]...), host, 1)
}

func hex(r *rand.Rand) string {
	const digits = "0123456789abcdef"
	return string([]byte{digits[1+r.IntN(15)], digits[r.IntN(16)], digits[r.IntN(16)]})
}

// AppendShape appends s with each digit and letter replaced by another of its
// kind and case, the first of them by those of lead. What is neither stays. A
// number of twelve digits or more does not pass the Luhn check, so that it is
// no card's.
func AppendShape(dst []byte, s, lead string, r *rand.Rand) []byte {
	from := len(dst)
	k := 0
	for _, c := range s {
		var b byte
		switch {
		case c >= '0' && c <= '9':
			b = byte('0' + r.IntN(10))
		case c >= 'A' && c <= 'Z':
			b = byte('A' + r.IntN(26))
		case c >= 'a' && c <= 'z', hides(c):
			b = byte('a' + r.IntN(26))
		default:
			dst = append(dst, string(c)...)
			continue
		}
		if k < len(lead) && isDigit(lead[k]) == isDigit(b) {
			b = lead[k]
		}
		k++
		dst = append(dst, b)
	}
	failLuhn(dst[from:])
	return dst
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// failLuhn changes the last digit of a long number that passes the check of
// ISO/IEC 7812.
func failLuhn(s []byte) {
	sum, n, last := 0, 0, -1
	for i := len(s) - 1; i >= 0; i-- {
		if !isDigit(s[i]) {
			continue
		}
		if last < 0 {
			last = i
		}
		v := int(s[i] - '0')
		if n%2 == 1 {
			if v *= 2; v > 9 {
				v -= 9
			}
		}
		sum += v
		n++
	}
	if n >= 12 && sum%10 == 0 {
		s[last] = '0' + (s[last]-'0'+1)%10
	}
}

// overlay appends s with its digits replaced by those of digits in turn.
func overlay(dst []byte, s, digits string) []byte {
	k := 0
	for _, c := range s {
		if c >= '0' && c <= '9' && k < len(digits) {
			dst = append(dst, digits[k])
			k++
			continue
		}
		dst = append(dst, string(c)...)
	}
	return dst
}

func tail(r *rand.Rand, n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = byte('0' + r.IntN(10))
	}
	return string(b)
}

func keepDigits(s string) string {
	b := make([]byte, 0, len(s))
	for i := range len(s) {
		if isDigit(s[i]) {
			b = append(b, s[i])
		}
	}
	return string(b)
}
