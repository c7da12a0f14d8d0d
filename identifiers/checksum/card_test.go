package checksum_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/phidetect/phidetect/identifiers/checksum"
)

// The numbers are the test cards that the schemes and payment gateways
// publish; none draws on an account.
var cardSchemes = []scheme{{
	name: "Card", str: checksum.Card[string], raw: checksum.Card[[]byte],
	valid: []string{
		"4111111111111111", "4222222222222", "5555555555554444", "2223003122003222",
		"378282246310005", "371449635398431", "6011111111111117", "3530111333300000",
		"30569309025904", "38520000023237", "6200000000000005", "6759649826438453",
	},
	invalid: []string{
		"4111111111111112", "411111111111111", "9999999999999995", "79927398713",
		"0000000000000000", "41111111111111111111", "5555555555554445",
	},
	promise: true,
}}

func TestCard(t *testing.T) { runSchemes(t, cardSchemes) }

func TestCardBrand(t *testing.T) {
	for number, want := range map[string]checksum.Brand{
		"4111111111111111":     checksum.BrandVisa,
		"4222222222222":        checksum.BrandVisa,
		"4000000000000000006":  checksum.BrandVisa,
		"41111111111111":       "",
		"5555555555554444":     checksum.BrandMastercard,
		"2221000000000009":     checksum.BrandMastercard,
		"2720990000000007":     checksum.BrandMastercard,
		"2721000000000000":     "",
		"378282246310005":      checksum.BrandAmex,
		"3782822463100050":     "",
		"6011111111111117":     checksum.BrandDiscover,
		"6445644564456445":     checksum.BrandDiscover,
		"6550000000000000":     checksum.BrandDiscover,
		"30569309025904":       checksum.BrandDiners,
		"36227206271667":       checksum.BrandDiners,
		"3530111333300000":     checksum.BrandJCB,
		"3527000000000000":     "",
		"3589000000000000":     checksum.BrandJCB,
		"6200000000000005":     checksum.BrandUnionPay,
		"2200000000000004":     checksum.BrandMir,
		"6521500000000000":     checksum.BrandRuPay,
		"6073840000000000":     checksum.BrandRuPay,
		"5085000000000000":     checksum.BrandRuPay,
		"6759649826438453":     checksum.BrandMaestro,
		"500000000000":         checksum.BrandMaestro,
		"50000000000":          "",
		"9000000000000000":     "",
		"4111-1111-1111-1111":  "",
		"41111111111111111111": "",
	} {
		assert.Equal(t, want, checksum.CardBrand(number), number)
		assert.Equal(t, want, checksum.CardBrand([]byte(number)), number)
	}
}
