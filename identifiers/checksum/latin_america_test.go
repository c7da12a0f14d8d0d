package checksum_test

import (
	"testing"

	"github.com/phidetect/phidetect/identifiers/checksum"
)

var mxSchemes = []scheme{
	{
		name: "CURP", str: checksum.CURP[string], raw: checksum.CURP[[]byte],
		// BOXW310820HNERXN09: public test data; HEGG560427MVZRRL04: the
		// specimen of the Mexican government.
		valid: []string{"BOXW310820HNERXN09", "HEGG560427MVZRRL04"},
		invalid: []string{
			"BOXW310820HNERXN08", "BOXW311320HNERXN09", "BOXW310820ZNERXN09",
			"BOXW310820HZZRXN09", "BOXW310820HNEAXN09", "BBXW310820HNERXN09", "BOXW310820HNERXN0",
		},
		collision: [2]string{"BOXW310820HNERXN09", "BOXW810820HNERXN09"},
	},
	{
		name: "RFC", str: checksum.RFC[string], raw: checksum.RFC[[]byte],
		// GODE561231GR8: the worked example of the tax authority.
		valid:   []string{"GODE561231GR8", "MAB9307148T4"},
		invalid: []string{"GODE561231GR9", "VACE460910SX6", "GODE561331GR8", "GODE561231", "GODE561231GRB"},
		promise: true,
	},
	{
		name: "RFCShape", str: checksum.RFCShape[string], raw: checksum.RFCShape[[]byte],
		valid:   []string{"GODE561231GR8", "VACE460910SX6", "MAB9307148T4", "A&B9307148TA"},
		invalid: []string{"GODE561331GR8", "GO5E561231GR8", "GODE561231GRB", "GODE561231"},
	},
	{
		name: "MXNSS", str: checksum.MXNSS[string], raw: checksum.MXNSS[[]byte],
		// Constructed by the published rule.
		valid:   []string{"12345678903", "72795608040"},
		invalid: []string{"12345678904", "00000000000", "1234567890"},
		promise: true,
	},
	{
		name: "CLABE", str: checksum.CLABE[string], raw: checksum.CLABE[[]byte],
		// 032180000118359719: the worked example of the literature;
		// 002010077777777771: public test data.
		valid:   []string{"032180000118359719", "002010077777777771"},
		invalid: []string{"032180000118359718", "000000000000000000", "03218000011835971"},
		promise: true,
	},
}

func TestMX(t *testing.T) { runSchemes(t, mxSchemes) }

var arSchemes = []scheme{{
	name: "CUIT", str: checksum.CUIT[string], raw: checksum.CUIT[[]byte],
	// Numbers of public test data.
	valid:   []string{"20055361682", "20267565393"},
	invalid: []string{"20267565392", "21267565390", "2026756539", "00000000000"},
	promise: true,
}}

func TestAR(t *testing.T) { runSchemes(t, arSchemes) }

var brSchemes = []scheme{{
	name: "CPF", str: checksum.CPF[string], raw: checksum.CPF[[]byte],
	// Numbers of public test data.
	valid:     []string{"39053344705", "11144477735", "52998224725"},
	invalid:   []string{"39053344706", "11111111111", "00000000000", "3905334470", "23100299900"},
	collision: [2]string{"94208093900", "84208093900"},
}}

func TestBR(t *testing.T) { runSchemes(t, brSchemes) }

var clSchemes = []scheme{{
	name: "RUT", str: checksum.RUT[string], raw: checksum.RUT[[]byte],
	// Constructed by the published rule; 12345678-5 is the example of the
	// literature.
	valid:   []string{"123456785", "760864285", "20347878K", "1000005K", "76543216"},
	invalid: []string{"123456784", "12345678K", "012345678", "123456", "1234567855"},
	promise: true,
}}

func TestCL(t *testing.T) { runSchemes(t, clSchemes) }
