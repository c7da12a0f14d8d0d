package identifiers

// Number words without spaces between them: "o4nine1", "5zero3", "fivefivefive".

// digitWords reads a run of digits and number words without spaces
// ("o4nine1", "01forty4") into c and gives how many words it has; 0 if anything
// else is in it.
func (c *candidate) digitWords(s string) int {
	words := 0
	before := *c
	for i := 0; i < len(s); {
		n, d, ten := 1, s[i], false
		switch {
		case digit(d):
		case d|0x20 == 'o' && !(len(s)-i >= 3 && equalFold(s[i:i+3], "one")):
			d = '0'
			words++
		default:
			n, d, ten = digitWord(s[i:])
			words++
		}
		if n == 0 || !c.push(digitText[d-'0':d-'0'+1], 1) {
			*c = before
			return 0
		}
		i += n
		if ten && (i == len(s) || !digit(s[i]) && !startsUnit(s[i:])) && !c.push("0", 1) {
			*c = before
			return 0
		}
	}
	if words == 0 {
		*c = before
	}
	return words
}

// digitWord gives the length of the number word that s begins with, its digit,
// and whether it is one of the tens; 0 if there is none.
func digitWord(s string) (n int, d byte, ten bool) {
	for i, w := range tensWords {
		if len(s) >= len(w) && equalFold(s[:len(w)], w) {
			return len(w), '2' + byte(i), true
		}
	}
	for i, w := range numeralWords {
		if len(s) >= len(w) && equalFold(s[:len(w)], w) {
			return len(w), '0' + byte(i), false
		}
	}
	return 0, 0, false
}

func startsUnit(s string) bool {
	n, d, ten := digitWord(s)
	return n > 0 && !ten && d != '0'
}

var tensWords = [...]string{"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}

// numeralWords gives the digits' words; index mod ten is the digit.
var numeralWords = [...]string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"}

func equalFold(s, lower string) bool {
	for i := range len(lower) {
		if s[i]|0x20 != lower[i] {
			return false
		}
	}
	return true
}
