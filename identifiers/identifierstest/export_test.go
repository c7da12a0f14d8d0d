package identifierstest

import "github.com/phidetect/phidetect/identifiers"

// CheckShort is Check with shorter long texts.
func CheckShort(m identifiers.Matcher, examples ...Example) error {
	return check(m, examples, 1<<12)
}
