package checksum_test

import (
	"testing"

	"github.com/phidetect/phidetect/identifiers/checksum"
)

var inSchemes = []scheme{
	{
		name: "Aadhaar", str: checksum.Aadhaar[string], raw: checksum.Aadhaar[[]byte],
		// 234123412346: a number of public test data.
		valid:   []string{"234123412346"},
		invalid: []string{"234123412347", "123412341234", "222222222222", "23412341234", "034123412346"},
		promise: true,
	},
	{
		name: "PANShape", str: checksum.PANShape[string], raw: checksum.PANShape[[]byte],
		valid:   []string{"ACUPA7085R", "AAPPV8261K", "ABCPE1234F"},
		invalid: []string{"ABMXA3211G", "ACUPA0000R", "ABMPA32111", "ACUPA7085", "ACUPA7085RR"},
	},
	{
		name: "ABHAShape", str: checksum.ABHAShape[string], raw: checksum.ABHAShape[[]byte],
		valid:   []string{"91123456789012"},
		invalid: []string{"11111111111111", "9112345678901", "9112345678901A"},
	},
}

func TestIN(t *testing.T) { runSchemes(t, inSchemes) }

var zaSchemes = []scheme{{
	name: "ZAID", str: checksum.ZAID[string], raw: checksum.ZAID[[]byte],
	// 8001015009087: the example common to public documents on the number.
	valid:   []string{"8001015009087", "7503305044089"},
	invalid: []string{"8001015009088", "8013015009083", "8503305044089", "800101500908", "8001015009384"},
	promise: true,
}}

func TestZA(t *testing.T) { runSchemes(t, zaSchemes) }

var sgSchemes = []scheme{
	{
		name: "NRIC", str: checksum.NRIC[string], raw: checksum.NRIC[[]byte],
		// S1234567D: the number common to public test data.
		valid:   []string{"S1234567D", "T1234567J"},
		invalid: []string{"S1234567A", "F1234567N", "T1234567D", "X1234567D", "S123456D"},
		promise: true,
	},
	{
		name: "FIN", str: checksum.FIN[string], raw: checksum.FIN[[]byte],
		valid:   []string{"F1234567N", "G1234567X", "M1234567K"},
		invalid: []string{"F1234567X", "S1234567D", "M1234567M", "G1234567"},
		promise: true,
	},
}

func TestSG(t *testing.T) { runSchemes(t, sgSchemes) }
