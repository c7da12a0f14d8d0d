package checksum_test

import (
	"testing"

	"github.com/phidetect/phidetect/identifiers/checksum"
)

var caSchemes = []scheme{
	{
		name: "SIN", str: checksum.SIN[string], raw: checksum.SIN[[]byte],
		// 046454286 is the fictitious number of government documents: its
		// check digit is right but its first digit is not one of a SIN.
		valid:   []string{"130692544", "193456787", "123456782"},
		invalid: []string{"046454286", "130692545", "800000002", "13069254", "000000000"},
		promise: true,
	},
	{
		name: "OHIP", str: checksum.OHIP[string], raw: checksum.OHIP[[]byte],
		// Constructed; 9876543217 is common in public test data.
		valid:   []string{"9876543217", "1234567897"},
		invalid: []string{"9876543210", "0000000000", "987654321", "9876543217A"},
		promise: true,
	},
	{
		name: "BCPHN", str: checksum.BCPHN[string], raw: checksum.BCPHN[[]byte],
		// 9698658215: a number of public test data.
		valid:   []string{"9698658215"},
		invalid: []string{"9698648215", "8698658215", "969865821", "5736504210"},
		promise: true,
	},
	{
		name: "RAMQShape", str: checksum.RAMQShape[string], raw: checksum.RAMQShape[[]byte],
		// Constructed after the card that the Régie describes.
		valid:   []string{"BOUF94032911", "TREM895622A4", "LAVJ00022911"},
		invalid: []string{"BOUF94132911", "BOUF94033211", "BOUF01022911", "BOU994032911", "BOUF9403291", "BOUF9403291A"},
	},
}

func TestCA(t *testing.T) { runSchemes(t, caSchemes) }
