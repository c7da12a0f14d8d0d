package checksum_test

import (
	"testing"

	"github.com/phidetect/phidetect/identifiers/checksum"
)

var auSchemes = []scheme{
	{
		name: "AUMedicare", str: checksum.AUMedicare[string], raw: checksum.AUMedicare[[]byte],
		// Numbers of public test data; 32788511952 is of HL7 Australia.
		valid: []string{"2428778132", "24287781321", "2123456701", "32788511952"},
		invalid: []string{
			"2428778122", "1428778132", "7428778132", "2428778130", "24287781320",
			"242877813", "242877813211",
		},
		promise:   true,
		unchecked: []int{9, 10},
	},
	{
		name: "IHI", str: checksum.IHI[string], raw: checksum.IHI[[]byte],
		// Examples of the HL7 Australia guides.
		valid:   []string{"8003608166690503", "8003608833357361"},
		invalid: []string{"8003608166690504", "8003619900015717", "800360816669050"},
		promise: true,
	},
	{
		name: "HPII", str: checksum.HPII[string], raw: checksum.HPII[[]byte],
		valid:   []string{"8003619900015717"},
		invalid: []string{"8003619900015718", "8003608166690503"},
		promise: true,
	},
	{
		name: "HPIO", str: checksum.HPIO[string], raw: checksum.HPIO[[]byte],
		valid:   []string{"8003621566684455"},
		invalid: []string{"8003621566684456", "8003619900015717"},
		promise: true,
	},
	{
		name: "DVAFileShape", str: checksum.DVAFileShape[string], raw: checksum.DVAFileShape[[]byte],
		// NX5, NX5A, SCGW1234 and SCGW1234B: examples of public documents on
		// the number.
		valid: []string{"W1", "NX5", "NX5A", "NX123456", "SCGW1234", "SCGW1234B", "VAB12345"},
		invalid: []string{
			"AX5", "NX", "N", "NX1234567", "SCGW12345", "VAB123456", "NABCD123", "NX12AB", "NX5A1",
		},
	},
	{
		name: "TFN", str: checksum.TFN[string], raw: checksum.TFN[[]byte],
		// 123456782 and 37118629: numbers of public test data.
		valid:   []string{"123456782", "37118629"},
		invalid: []string{"123456783", "12345678", "999999999", "000000000", "1234567820"},
		promise: true,
	},
	{
		name: "ABN", str: checksum.ABN[string], raw: checksum.ABN[[]byte],
		// 51824753556: the Australian Taxation Office's own.
		valid:   []string{"51824753556", "83914571673", "53004085616"},
		invalid: []string{"51824753557", "99999999999", "5182475355", "01824753556"},
		promise: true,
	},
	{
		name: "ACN", str: checksum.ACN[string], raw: checksum.ACN[[]byte],
		// 000000019: the first of the worked examples of ASIC.
		valid:     []string{"004085616", "010499966", "000000019"},
		invalid:   []string{"004085617", "999999999", "00408561", "000000000"},
		collision: [2]string{"004085616", "504085616"},
	},
}

func TestAU(t *testing.T) { runSchemes(t, auSchemes) }
