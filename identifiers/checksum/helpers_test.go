package checksum_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/identifiers/checksum"
)

// A scheme is one exported function with numbers it must take and refuse.
type scheme struct {
	name    string
	str     func(string) bool
	raw     func([]byte) bool
	valid   []string
	invalid []string

	// promise is set where every substitution of one digit by another must be
	// refused, but for the places in unchecked.
	promise   bool
	unchecked []int

	// collision holds two valid numbers one digit apart, the proof that a
	// scheme with a check digit makes no such promise.
	collision [2]string
}

// schemes is every function of the package of the form func(T) bool.
func schemes() []scheme {
	var all []scheme
	for _, part := range [][]scheme{
		coreSchemes, cardSchemes, goodsSchemes, vehicleSchemes, bankSchemes,
		usSchemes, auSchemes, ukSchemes, ieSchemes, caSchemes, nzSchemes,
		inSchemes, zaSchemes, sgSchemes, esSchemes, mxSchemes, arSchemes, clSchemes,
		frSchemes, beSchemes, chSchemes, ptSchemes, itSchemes, brSchemes,
	} {
		all = append(all, part...)
	}
	return all
}

// mixed holds inputs that no function may take.
var mixed = []string{
	"", " ", "-", "\x00", "\xff", "é", "ÑÑÑÑ", "٠١٢٣٤٥٦٧٨٩", "０１２３４５６７８９",
	"12 34", "1234-5678-9012", "X", "x", "????????????????", "\U0001f642",
}

func runSchemes(t *testing.T, list []scheme) {
	t.Helper()
	for _, s := range list {
		t.Run(s.name, func(t *testing.T) {
			require.NotEmpty(t, s.valid)
			for _, v := range s.valid {
				assert.True(t, s.str(v), "valid %q", v)
				assert.True(t, s.raw([]byte(v)), "valid bytes %q", v)
				checkDamaged(t, s, v)
			}
			for _, v := range append(append([]string{}, s.invalid...), mixed...) {
				assert.False(t, s.str(v), "invalid %q", v)
				assert.False(t, s.raw([]byte(v)), "invalid bytes %q", v)
			}
			if s.promise {
				for _, v := range s.valid {
					checkSubstitutions(t, s, v)
				}
			}
			if s.collision[0] != "" {
				assert.False(t, s.promise)
				assert.Equal(t, 1, distance(s.collision[0], s.collision[1]))
				assert.True(t, s.str(s.collision[0]), s.collision[0])
				assert.True(t, s.str(s.collision[1]), s.collision[1])
			}
		})
	}
}

// checkDamaged asserts that v is refused with a separator, a lower-case letter
// or a byte outside ASCII in it, or a space beside it.
func checkDamaged(t *testing.T, s scheme, v string) {
	t.Helper()
	for i := 0; i <= len(v); i++ {
		for _, x := range []string{" ", "-", ".", "\n", "\x00", "é"} {
			assert.False(t, s.str(v[:i]+x+v[i:]), "%q put at %d of %q", x, i, v)
		}
	}
	for i := 0; i < len(v); i++ {
		for _, c := range []byte{' ', '-', '/', ':', '@', '[', '`', 'a', 'z', '{', 0, 0x7f, 0x80, 0xff} {
			b := []byte(v)
			b[i] = c
			assert.False(t, s.raw(b), "%q at %d of %q", c, i, v)
		}
		if c := v[i]; c >= 'A' && c <= 'Z' {
			assert.False(t, s.str(v[:i]+string(rune(c+'a'-'A'))+v[i+1:]), "lower case at %d of %q", i, v)
		}
	}
}

// checkSubstitutions asserts that no digit of v can be replaced by another.
func checkSubstitutions(t *testing.T, s scheme, v string) {
	t.Helper()
	skip := map[int]bool{}
	for _, i := range s.unchecked {
		skip[i] = true
	}
	for i := 0; i < len(v); i++ {
		if v[i] < '0' || v[i] > '9' || skip[i] {
			continue
		}
		for c := byte('0'); c <= '9'; c++ {
			b := []byte(v)
			b[i] = c
			assert.Equal(t, c == v[i], s.raw(b), "%q for digit %d of %q", c, i, v)
		}
	}
}

func distance(a, b string) int {
	if len(a) != len(b) {
		return -1
	}
	n := 0
	for i := range a {
		if a[i] != b[i] {
			n++
		}
	}
	return n
}

func TestNoAllocation(t *testing.T) {
	for _, s := range schemes() {
		for _, v := range append(append([]string{}, s.valid...), s.invalid...) {
			raw := []byte(v)
			n := testing.AllocsPerRun(10, func() {
				s.str(v)
				s.raw(raw)
				checksum.CardBrand(v)
				checksum.CardBrand(raw)
			})
			assert.Zero(t, n, "%s(%q)", s.name, v)
		}
	}
}

type (
	namedString string
	namedBytes  []byte
)

func TestNamedTypes(t *testing.T) {
	assert.True(t, checksum.Luhn(namedString("79927398713")))
	assert.True(t, checksum.NHSNumber(namedBytes("9434765919")))
	assert.False(t, checksum.Luhn(namedBytes(nil)))
}
