package checksum_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/identifiers/checksum"
)

// FuzzChecksums asserts of each function that it does not panic, that text and
// bytes agree, that nothing outside digits, upper-case letters and & is taken,
// that no number with one digit changed is taken where that is promised, and
// that the input is left as it was.
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
	for _, v := range caseNumbers(f) {
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
			if ok && s.promise {
				requireChanged(t, s, raw)
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

// requireChanged changes each digit of a valid number in turn.
func requireChanged(t *testing.T, s scheme, valid []byte) {
	t.Helper()
	b := slices.Clone(valid)
	for i, c := range valid {
		if c < '0' || c > '9' || slices.Contains(s.unchecked, i) {
			continue
		}
		for b[i] = '0'; b[i] <= '9'; b[i]++ {
			if b[i] != c && s.raw(b) {
				t.Fatalf("%s takes %q with digit %d changed", s.name, valid, i)
			}
		}
		b[i] = c
	}
}

var (
	number = regexp.MustCompile(`\|([^⟦⟧|]*[0-9][^⟦⟧|]*)⟧`)
	alnum  = regexp.MustCompile(`[^0-9A-Z]+`)
)

// caseNumbers gives every few of the numbers that are marked in the case files
// of package identifiers, without their separators.
func caseNumbers(f *testing.F) []string {
	f.Helper()
	files, err := filepath.Glob("../testdata/*.txt")
	require.NoError(f, err)
	require.NotEmpty(f, files)
	var out []string
	for _, path := range files {
		b, err := os.ReadFile(path)
		require.NoError(f, err)
		for i, m := range number.FindAllSubmatch(b, -1) {
			if i%8 == 0 {
				out = append(out, alnum.ReplaceAllString(strings.ToUpper(string(m[1])), ""))
			}
		}
	}
	require.NotEmpty(f, out)
	return out
}
