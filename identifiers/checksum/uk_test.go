package checksum_test

import (
	"testing"

	"github.com/phidetect/phidetect/identifiers/checksum"
)

var ukSchemes = []scheme{
	{
		name: "NHSNumber", str: checksum.NHSNumber[string], raw: checksum.NHSNumber[[]byte],
		// 9434765919: the worked example of the NHS Data Dictionary.
		valid:   []string{"9434765919", "9434765870", "4010232137"},
		invalid: []string{"9434765918", "1111111111", "0000000000", "943476591", "94347659190"},
		promise: true,
	},
	{
		name: "CHI", str: checksum.CHI[string], raw: checksum.CHI[[]byte],
		// 0101011237: a number of public test data; the other is constructed.
		valid:   []string{"0101011237", "0101701209"},
		invalid: []string{"0101011238", "9434765919", "0000000000", "010101123"},
		promise: true,
	},
	{
		name: "NINO", str: checksum.NINO[string], raw: checksum.NINO[[]byte],
		valid: []string{"AB123456C", "JG103759A", "AA000000D"},
		// QQ123456C is the number HMRC prints because it cannot be issued.
		invalid: []string{
			"QQ123456C", "BG123456A", "GB123456A", "KN123456A", "NK123456A", "NT123456A",
			"TN123456A", "ZZ123456A", "AO123456A", "DA123456A", "AB123456E", "AB123456", "A1123456C",
		},
	},
	{
		name: "UKDrivingLicenceShape",
		str:  checksum.UKDrivingLicenceShape[string], raw: checksum.UKDrivingLicenceShape[[]byte],
		// MORGA657054SM9IJ: the number on specimen licences.
		valid: []string{"MORGA657054SM9IJ", "MORGA657054SM9IJ35", "FOX99802150A99AB", "LEE99112319999CD"},
		invalid: []string{
			"MORGA617054SM9IJ", "MORGA657004SM9IJ", "9ORGA657054SM9IJ", "MO9GA657054SM9IJ",
			"MORGA657054SM9I", "MORGA657054SM9IJ3", "MORGA6570549S9IJ", "MORGA657054SM9I5",
			"MORGA657054SM9IJAA", "MORGA6A7054SM9IJ",
		},
	},
}

func TestUK(t *testing.T) { runSchemes(t, ukSchemes) }

var ieSchemes = []scheme{
	{
		name: "PPS", str: checksum.PPS[string], raw: checksum.PPS[[]byte],
		// 1234567T: the number common to public documents; the others are of
		// public test data.
		valid:   []string{"1234567T", "1234567TW", "6433435F", "6433435FT", "6433435OA", "6433435IH", "1234567FA"},
		invalid: []string{"1234567A", "6433435E", "6433435VH", "1234567TZ", "1234567", "12345678", "1234567T1"},
		promise: true,
	},
	{
		name: "EircodeShape", str: checksum.EircodeShape[string], raw: checksum.EircodeShape[[]byte],
		// A65F4E2: the example of the Eircode product guide.
		valid:   []string{"A65F4E2", "D6WXY00", "D02AF30", "H91E2K3"},
		invalid: []string{"B65F4E2", "A65F4G2", "A6WF4E2", "A65F4E", "A65F4E22", "165F4E2"},
	},
}

func TestIE(t *testing.T) { runSchemes(t, ieSchemes) }
