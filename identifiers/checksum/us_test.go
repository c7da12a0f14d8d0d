package checksum_test

import (
	"testing"

	"github.com/phidetect/phidetect/identifiers/checksum"
)

var usSchemes = []scheme{
	{
		name: "SSN", str: checksum.SSN[string], raw: checksum.SSN[[]byte],
		// 078051120: the number the Social Security Administration writes of
		// as spoilt by publication.
		valid: []string{"078051120", "123456789", "899999999"},
		invalid: []string{
			"000123456", "666123456", "900123456", "987654320", "123006789", "123450000",
			"12345678", "1234567890", "12345678A",
		},
	},
	{
		name: "ITIN", str: checksum.ITIN[string], raw: checksum.ITIN[[]byte],
		// Constructed at the edges of the ranges of the rule.
		valid: []string{"900500000", "912653456", "900700000", "999881234", "900901234", "900921234", "900941234", "999999999"},
		invalid: []string{
			"800700000", "900491234", "900661234", "900691234", "900891234", "900931234", "90070000",
		},
	},
	{
		name: "EINShape", str: checksum.EINShape[string], raw: checksum.EINShape[[]byte],
		valid:   []string{"123456789", "911144442", "042103594"},
		invalid: []string{"071144442", "001234567", "891234567", "971234567", "12345678"},
	},
	{
		name: "ABA", str: checksum.ABA[string], raw: checksum.ABA[[]byte],
		// 111000025 and 011000015: published routing numbers, the latter of
		// the Federal Reserve Bank of Boston.
		valid:   []string{"111000025", "011000015", "021000021", "122105155"},
		invalid: []string{"111000024", "000000000", "130000006", "500000005", "990000003", "11100002", "112000025"},
		promise: true,
	},
	{
		name: "NPI", str: checksum.NPI[string], raw: checksum.NPI[[]byte],
		// 1234567893: the worked example of CMS.
		valid:   []string{"1234567893", "1245319599"},
		invalid: []string{"1234567890", "3234567893", "0234567893", "123456789", "12345678933"},
		promise: true,
	},
	{
		name: "DEA", str: checksum.DEA[string], raw: checksum.DEA[[]byte],
		// AB1234563: the worked example of the literature on the number.
		valid:     []string{"AB1234563", "F91234563"},
		invalid:   []string{"AB1234564", "IB1234563", "A81234563", "AB0000000", "AB123456", "1B1234563"},
		collision: [2]string{"AB1234563", "AB1734563"},
	},
	{
		name: "MBI", str: checksum.MBI[string], raw: checksum.MBI[[]byte],
		// 1EG4TE5MK72 and 1EG4TE5MK73: the specimen cards of CMS.
		valid: []string{"1EG4TE5MK72", "1EG4TE5MK73", "9A00A00AA00"},
		invalid: []string{
			"0EG4TE5MK73", "1SG4TE5MK73", "1EL4TE5MK73", "1EG4TO5MK73", "1EG4TEIMK73",
			"1EG4TE5BK73", "1EG4TE5MZ73", "1EG4TE5MK7", "1EG4TE5MK7A", "11G4TE5MK73",
		},
	},
}

func TestUS(t *testing.T) { runSchemes(t, usSchemes) }
