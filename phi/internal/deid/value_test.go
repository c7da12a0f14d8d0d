package deid

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestZIP3(t *testing.T) {
	require.Len(t, restricted, 17)
	for in, want := range map[string]string{"62704": "627", "62704-1234": "627", "627041234": "627", "03601": "000", "89301-0001": "000", "82301": "000",
		"6270": "", "DL3 9QX": "", "": "", "627-04": "", "62704-12": ""} {
		got, ok := ZIP3(in)
		require.Equal(t, want, got, in)
		require.Equal(t, want != "", ok, in)
	}
	for _, z := range restricted {
		got, _ := ZIP3(z + "01")
		require.Equal(t, "000", got)
	}
}

func TestMask(t *testing.T) {
	for _, c := range []struct {
		in, want string
		mask     rune
		keep     int
	}{
		{"494-23-8694", "***-**-8694", '*', 4},
		{"Dana O'Neil", "Xxxx X'Xxxx", 'x', 0},
		{"Dana", "**na", '*', 4},
		{"é", "*", '*', 3},
		{"e\u0301a", "**", '*', 0},
		{"💊 1", "* *", '*', 0},
		{"...", "...", '*', 2},
	} {
		require.Equal(t, c.want, string(AppendMask(nil, c.in, c.mask, c.keep)), c.in)
	}
}

func TestOver89(t *testing.T) {
	for in, want := range map[string]string{"92": "90+", "92yo": "90+yo", "92 years old": "90+ years old", "ninety-two": "90+", "101 and a half": "90+", "90-year-old": "90+-year-old"} {
		require.Equal(t, want, string(AppendOver89(nil, in)), in)
	}
	for in, want := range map[string]bool{"92": true, "90 years": true, "89": false, "90 months": false, "": false, "x": false} {
		require.Equal(t, want, Over89(in), in)
	}
}

func TestHashAndOffsetAreKeyed(t *testing.T) {
	key := []byte("0123456789abcdef")
	require.Equal(t, Sum(key, "a", "b"), Sum(key, "a", "b"))
	require.NotEqual(t, Sum(key, "a", "b"), Sum(key, "ab", ""))
	require.NotEqual(t, Sum(key, "a", "b"), Sum([]byte("0123456789abcdeg"), "a", "b"))
	require.Len(t, AppendHash(nil, Sum(key, "a", "b"), 64), 64)
	for _, s := range strings.Split("a b c d e f g h i j", " ") {
		n := Offset(key, s)
		require.NotZero(t, n)
		require.True(t, n >= -364 && n <= 364)
	}
}

func TestShapeIsKeptAndNoCardPasses(t *testing.T) {
	key := []byte("0123456789abcdef")
	for _, s := range strings.Split("a b c d e f g h i j k l m n o p q r s t", " ") {
		out := AppendShape(nil, "4111 1111-1111 1111", "", Source(key, "k", s))
		require.Regexp(t, `^\d{4} \d{4}-\d{4} \d{4}$`, string(out))
		sum := 0
		for i, c := range keepDigits(string(out)) {
			v := int(c - '0')
			if i%2 == 0 {
				if v *= 2; v > 9 {
					v -= 9
				}
			}
			sum += v
		}
		require.NotZero(t, sum%10)
		require.Regexp(t, `^[A-Z]{2}-\d{3}[a-z]$`, string(AppendShape(nil, "AB-123c", "", Source(key, "k", s))))
	}
}

func TestLikeCase(t *testing.T) {
	require.Equal(t, "WREN", LikeCase("Wren", "DANA"))
	require.Equal(t, "wren", LikeCase("Wren", "dana"))
	require.Equal(t, "Wren", LikeCase("Wren", "Dana"))
	require.Equal(t, "Wren", LikeCase("Wren", "D."))
}
