package checksum_test

import (
	"testing"

	"github.com/phidetect/phidetect/identifiers/checksum"
)

var goodsSchemes = []scheme{
	{
		name: "EAN13", str: checksum.EAN13[string], raw: checksum.EAN13[[]byte],
		// 4006381333931 and 5901234123457: worked examples of the literature.
		valid:   []string{"4006381333931", "5901234123457", "9780306406157"},
		invalid: []string{"4006381333932", "400638133393", "04006381333931"},
		promise: true,
	},
	{
		name: "ISBN13", str: checksum.ISBN13[string], raw: checksum.ISBN13[[]byte],
		// 9780306406157: the worked example of the literature.
		valid:   []string{"9780306406157"},
		invalid: []string{"4006381333931", "9780306406158", "0306406152"},
		promise: true,
	},
	{
		name: "ISBN10", str: checksum.ISBN10[string], raw: checksum.ISBN10[[]byte],
		valid:   []string{"0306406152", "080442957X"},
		invalid: []string{"0306406153", "0804429570", "X306406152", "030640615", "03064061520"},
		promise: true,
	},
	{
		name: "S10", str: checksum.S10[string], raw: checksum.S10[[]byte],
		// RR473124829GB: the worked example of the literature on S10.
		valid:     []string{"RR473124829GB"},
		invalid:   []string{"RR473124828GB", "R4473124829GB", "RR473124829G", "RR473124829G1"},
		collision: [2]string{"RR000000005GB", "RR010000005GB"},
	},
	{
		name: "USPS22", str: checksum.USPS22[string], raw: checksum.USPS22[[]byte],
		// Sample labels of public tracking-number test data.
		valid:   []string{"9205590164917312751089", "9361289878700317633795"},
		invalid: []string{"9205590164917312751088", "9005590164917312751089", "920559016491731275108"},
		promise: true,
	},
	{
		name: "GTIN14", str: checksum.GTIN14[string], raw: checksum.GTIN14[[]byte],
		// 00844588003288: common in public UDI examples; 10614141000415 and
		// 09506000134352 carry the prefixes GS1 keeps for its own.
		valid:   []string{"00844588003288", "10614141000415", "09506000134352"},
		invalid: []string{"00844588003289", "0844588003288", "00000000000000"},
		promise: true,
	},
}

func TestGoods(t *testing.T) { runSchemes(t, goodsSchemes) }
