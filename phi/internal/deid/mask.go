package deid

import "unicode"

// AppendMask appends s with its letters and digits hidden behind mask. What is
// neither stays, and so does the shape. A mask that is a letter takes the case
// of the letter it hides. The last keep letters and digits stay, but never more
// than half of them: a mask that hides nothing is none.
func AppendMask(dst []byte, s string, mask rune, keep int) []byte {
	n := 0
	for _, r := range s {
		if hides(r) {
			n++
		}
	}
	hide := n - min(keep, n/2)
	for _, r := range s {
		switch {
		case unicode.IsMark(r) && hide > 0:
			continue // an accent on a letter that is hidden
		case hides(r) && hide > 0:
			hide--
			if unicode.IsUpper(r) {
				r = unicode.ToUpper(mask)
			} else {
				r = mask
			}
		}
		dst = append(dst, string(r)...)
	}
	return dst
}

func hides(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || r >= 0x1F000 || r == unicode.ReplacementChar
}
