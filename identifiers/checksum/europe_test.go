package checksum_test

import (
	"testing"

	"github.com/phidetect/phidetect/identifiers/checksum"
)

var esSchemes = []scheme{
	{
		name: "DNI", str: checksum.DNI[string], raw: checksum.DNI[[]byte],
		// 12345678Z: the example of the Ministerio del Interior.
		valid:   []string{"12345678Z", "54362315K", "00000000T"},
		invalid: []string{"12345678A", "1234567Z", "12345678", "123456789", "X1234567L"},
		promise: true,
	},
	{
		name: "NIE", str: checksum.NIE[string], raw: checksum.NIE[[]byte],
		valid:   []string{"X1234567L", "X2482300W", "Y1234567X", "Z1234567R"},
		invalid: []string{"X1234567A", "W1234567L", "X2482300A", "X123456L"},
		promise: true,
	},
	{
		name: "CIF", str: checksum.CIF[string], raw: checksum.CIF[[]byte],
		valid:   []string{"A58818501", "J99216582", "A13585625", "Q2826000H"},
		invalid: []string{"A58818502", "J99216583", "M1234567L", "O1234567L", "A5881850", "Q2826000A"},
		promise: true,
	},
	{
		name: "NASS", str: checksum.NASS[string], raw: checksum.NASS[[]byte],
		// Constructed by the published rule; in the second the serial starts
		// with the 0 that is left out.
		valid:     []string{"281234567840", "280123456742"},
		invalid:   []string{"281234567841", "001234567840", "601234567840", "28123456784"},
		promise:   true,
		unchecked: []int{2},
	},
}

func TestES(t *testing.T) { runSchemes(t, esSchemes) }

var frSchemes = []scheme{
	{
		name: "NIR", str: checksum.NIR[string], raw: checksum.NIR[[]byte],
		// 255081416802538: the worked example of the literature; the others,
		// two of them of Corsica, are of public test data.
		valid: []string{"255081416802538", "295109912611193", "253072B07300470", "253072A07300443"},
		invalid: []string{
			"255081416802539", "295109912611199", "253072C07300443", "555081416802535",
			"25508141680253", "255131416802500", "253072A07300470",
		},
		promise: true,
	},
	{
		name: "RPPS", str: checksum.RPPS[string], raw: checksum.RPPS[[]byte],
		// Constructed.
		valid:   []string{"10003393336", "10001234565"},
		invalid: []string{"10003393333", "00000000000", "1000339333", "100033933360"},
		promise: true,
	},
}

func TestFR(t *testing.T) { runSchemes(t, frSchemes) }

var beSchemes = []scheme{{
	name: "NISS", str: checksum.NISS[string], raw: checksum.NISS[[]byte],
	// Numbers of public test data: born before 2000, from 2000, and two bis
	// numbers.
	valid:     []string{"85073003328", "17073003384", "98472899765", "01490700185"},
	invalid:   []string{"85073003329", "12345678901", "8507300332", "00000000097"},
	collision: [2]string{"17032788937", "11032788937"},
}}

func TestBE(t *testing.T) { runSchemes(t, beSchemes) }

var chSchemes = []scheme{{
	name: "AVS", str: checksum.AVS[string], raw: checksum.AVS[[]byte],
	// 7569217076985: the worked example of the literature; 7561234567897 is
	// the number on specimen cards.
	valid:   []string{"7569217076985", "7561234567897"},
	invalid: []string{"7569217076984", "4006381333931", "756921707698"},
	promise: true,
}}

func TestCH(t *testing.T) { runSchemes(t, chSchemes) }

var ptSchemes = []scheme{{
	name: "PTNIF", str: checksum.PTNIF[string], raw: checksum.PTNIF[[]byte],
	valid:     []string{"501964843", "123456789"},
	invalid:   []string{"501964842", "012345678", "50196484"},
	collision: [2]string{"328921840", "928921840"},
}}

func TestPT(t *testing.T) { runSchemes(t, ptSchemes) }

var itSchemes = []scheme{{
	name: "CodiceFiscale", str: checksum.CodiceFiscale[string], raw: checksum.CodiceFiscale[[]byte],
	// MRTMTT25D09F205Z: the worked example of the literature; RSSMRA80A01H501U
	// is Mario Rossi, the name on specimens.
	valid:   []string{"MRTMTT25D09F205Z", "RSSMRA80A01H501U", "RCCMNL83S18D969H", "CNTCHR83T41D969D"},
	invalid: []string{"MRTMTT25D09F205A", "RCCMNL83S18D969", "RCCMNL83F18D969H", "RCCMNL83S78D969H", "1CCMNL83S18D969H"},
	promise: true,
}}

func TestIT(t *testing.T) { runSchemes(t, itSchemes) }
