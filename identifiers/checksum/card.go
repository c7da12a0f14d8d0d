package checksum

// Brand names a payment card scheme; the empty Brand is an unknown one.
type Brand string

// The brands [CardBrand] tells apart.
const (
	BrandAmex       Brand = "amex"
	BrandDiners     Brand = "diners"
	BrandDiscover   Brand = "discover"
	BrandJCB        Brand = "jcb"
	BrandMaestro    Brand = "maestro"
	BrandMastercard Brand = "mastercard"
	BrandMir        Brand = "mir"
	BrandRuPay      Brand = "rupay"
	BrandUnionPay   Brand = "unionpay"
	BrandVisa       Brand = "visa"
)

// Card reports whether s is a payment card number: 12 to 19 digits that
// satisfy [Luhn] and whose issuer identification number and length belong to
// a brand known to [CardBrand].
//
// Source: ISO/IEC 7812-1; see [CardBrand] for the prefixes.
func Card[T Chars](s T) bool {
	return CardBrand(s) != "" && luhnRemainder(s) == 0
}

// CardBrand returns the brand whose issuer identification numbers and lengths
// fit the card number s, or the empty Brand. It does not test the check digit.
//
// Source: the number ranges the schemes publish: Visa 4; Mastercard 51-55 and
// 2221-2720; American Express 34 and 37; Discover 6011, 644-649 and 65; Diners
// Club 300-305, 3095, 36, 38 and 39; JCB 3528-3589; UnionPay 62; Mir
// 2200-2204; RuPay 508500-508999, 606985-607984, 608001-608500 and
// 652150-653149; Maestro 50, 56-58, 6304, 6759 and 6761-6763.
func CardBrand[T Chars](s T) Brand {
	n := len(s)
	if n < 12 || n > 19 || !onlyDigits(s) {
		return ""
	}
	b := brandOf(number(s[:6]))
	if ok := lengthFits(b, n); !ok {
		return ""
	}
	return b
}

// brandOf returns the brand that holds the six-digit issuer number iin.
func brandOf(iin int) Brand {
	two, three, four := iin/10000, iin/1000, iin/100
	switch {
	case iin/100000 == 4:
		return BrandVisa
	case two >= 51 && two <= 55, four >= 2221 && four <= 2720:
		return BrandMastercard
	case two == 34, two == 37:
		return BrandAmex
	case four >= 2200 && four <= 2204:
		return BrandMir
	case isRuPay(iin):
		return BrandRuPay
	case four == 6011, three >= 644 && three <= 649, two == 65:
		return BrandDiscover
	case three >= 300 && three <= 305, four == 3095, two == 36, two == 38, two == 39:
		return BrandDiners
	case four >= 3528 && four <= 3589:
		return BrandJCB
	case two == 62:
		return BrandUnionPay
	case two == 50, two >= 56 && two <= 58, four == 6304, four == 6759, four >= 6761 && four <= 6763:
		return BrandMaestro
	}
	return ""
}

func isRuPay(iin int) bool {
	return iin >= 508500 && iin <= 508999 ||
		iin >= 606985 && iin <= 607984 ||
		iin >= 608001 && iin <= 608500 ||
		iin >= 652150 && iin <= 653149
}

// lengthFits reports whether the brand issues numbers of n digits.
func lengthFits(b Brand, n int) bool {
	switch b {
	case BrandVisa:
		return n == 13 || n == 16 || n == 19
	case BrandMastercard, BrandRuPay:
		return n == 16
	case BrandAmex:
		return n == 15
	case BrandDiners:
		return n >= 14
	case BrandDiscover, BrandJCB, BrandUnionPay, BrandMir:
		return n >= 16
	case BrandMaestro:
		return true
	}
	return false
}
