package checksum_test

import (
	"testing"

	"github.com/phidetect/phidetect/identifiers/checksum"
)

// FuzzChecksums asserts that no function panics, that text and bytes agree,
// that nothing outside digits, upper-case letters and & is taken, and that the
// input is left as it was.
func FuzzChecksums(f *testing.F) {
	all := schemes()
	for _, s := range all {
		for _, v := range s.valid {
			f.Add([]byte(v))
		}
		for _, v := range s.invalid {
			f.Add([]byte(v))
		}
	}
	for _, v := range mixed {
		f.Add([]byte(v))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		text := string(raw)
		normal := true
		for _, c := range raw {
			if (c < '0' || c > '9') && (c < 'A' || c > 'Z') && c != '&' {
				normal = false
			}
		}
		for _, s := range all {
			ok := s.str(text)
			if ok != s.raw(raw) {
				t.Fatalf("%s(%q): text %v, bytes %v", s.name, text, ok, !ok)
			}
			if ok && !normal {
				t.Fatalf("%s takes %q", s.name, text)
			}
		}
		brand := checksum.CardBrand(text)
		if brand != checksum.CardBrand(raw) {
			t.Fatalf("CardBrand(%q): text and bytes differ", text)
		}
		if checksum.Card(text) && (brand == "" || !checksum.Luhn(text)) {
			t.Fatalf("Card(%q) without brand or Luhn", text)
		}
		if text != string(raw) {
			t.Fatalf("input changed: %q", text)
		}
	})
}
