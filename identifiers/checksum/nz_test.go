package checksum_test

import (
	"testing"

	"github.com/phidetect/phidetect/identifiers/checksum"
)

var nzSchemes = []scheme{
	{
		name: "NHIOld", str: checksum.NHIOld[string], raw: checksum.NHIOld[[]byte],
		// ZZZ0016 and ZZZ0024: the test numbers of the standard; JBX3656 is
		// the worked example. Numbers of one Z in front are never issued.
		valid:   []string{"ZZZ0016", "ZZZ0024", "JBX3656", "ZAC5361", "ZAA0130"},
		invalid: []string{"ZZZ0044", "ZZZ0017", "DAB8233", "IZZ0016", "OZZ0016", "ZZZ001", "ZZ00016", "ZZZ00AC"},
		promise: true,
	},
	{
		name: "NHINew", str: checksum.NHINew[string], raw: checksum.NHINew[[]byte],
		// ZZZ00AC is right under the mod 23 of HISO 10046:2023; ZZZ00AX was
		// right under the mod 24 of its drafts.
		valid:   []string{"ZZZ00AC", "ZSC21TN", "ZBN77VL", "ZVB97XQ"},
		invalid: []string{"ZZZ00AX", "ZZZ00AA", "ZZZ00AO", "ZZI00AC", "ZZZ00A", "ZZZ0016"},
		promise: true,
	},
	{
		name: "NHI", str: checksum.NHI[string], raw: checksum.NHI[[]byte],
		valid:   []string{"ZZZ0016", "ZZZ00AC"},
		invalid: []string{"ZZZ0017", "ZZZ00AD"},
		promise: true,
	},
	{
		name: "IRD", str: checksum.IRD[string], raw: checksum.IRD[[]byte],
		// The worked examples of Inland Revenue's specification.
		valid:     []string{"49091850", "35901981", "49098576", "136410132", "049091850"},
		invalid:   []string{"136410133", "9125568", "200000000", "10000000"},
		collision: [2]string{"140865192", "140365192"},
	},
}

func TestNZ(t *testing.T) { runSchemes(t, nzSchemes) }
