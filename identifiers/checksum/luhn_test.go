package checksum_test

import (
	"testing"

	"github.com/phidetect/phidetect/identifiers/checksum"
)

var coreSchemes = []scheme{
	{
		name: "Luhn", str: checksum.Luhn[string], raw: checksum.Luhn[[]byte],
		// 79927398713: the worked example of the algorithm in common use.
		valid:   []string{"79927398713", "18", "0000000000", "046454286"},
		invalid: []string{"79927398710", "0", "8", "7992739871A"},
		promise: true,
	},
	{
		name: "IMEI", str: checksum.IMEI[string], raw: checksum.IMEI[[]byte],
		// 490154203237518: the example IMEI of the literature on TS 23.003.
		valid:   []string{"490154203237518", "356938035643809"},
		invalid: []string{"490154203237519", "49015420323751", "4901542032375180", "000000000000000"},
		promise: true,
	},
	{
		name: "Verhoeff", str: checksum.Verhoeff[string], raw: checksum.Verhoeff[[]byte],
		// 2363: the worked example of the literature on the scheme.
		valid:   []string{"2363", "234123412346"},
		invalid: []string{"2364", "2336", "3263", "0", "236A"},
		promise: true,
	},
}

func TestCore(t *testing.T) { runSchemes(t, coreSchemes) }

// TestVerhoeffSwaps asserts the scheme's second promise: no swap of two
// unequal neighbours is taken.
func TestVerhoeffSwaps(t *testing.T) {
	for _, v := range []string{"2363", "234123412346"} {
		for i := 0; i+1 < len(v); i++ {
			b := []byte(v)
			b[i], b[i+1] = b[i+1], b[i]
			if b[i] != b[i+1] && checksum.Verhoeff(b) {
				t.Errorf("swap at %d of %s is taken", i, v)
			}
		}
	}
}
