package identifiers

// clinical reports codes of medicine that have the shape of a Canadian postal
// code: gravida and para (G2P1A0), the stage of a tumour (T4N0M1).
func clinical(d []byte) bool {
	return d[0] == 'G' && d[2] == 'P' || d[0] == 'T' && d[2] == 'N' && d[4] == 'M'
}

func zeros(d []byte) bool {
	for _, b := range d {
		if b != '0' {
			return false
		}
	}
	return true
}

// year reports four digits that are a year of our days.
func year(d []byte) bool { return d[0] == '1' && d[1] == '9' || d[0] == '2' && d[1] == '0' }

// canadian reports the shape A1A 1A1 without the letters Canada Post leaves out.
func canadian(d []byte) bool {
	return letter(d[0]) && digit(d[1]) && letter(d[2]) && digit(d[3]) && letter(d[4]) && digit(d[5]) && d[0] != 'D' && d[0] != 'F' && d[0] != 'I' && d[0] != 'O' && d[0] != 'Q' && d[0] != 'U' && d[0] != 'W' && d[0] != 'Z'
}

// british reports the shape of BS 7666: outward code, digit, two letters.
func british(d []byte) bool {
	n := len(d)
	if n < 5 || n > 7 || !digit(d[n-3]) || !letter(d[n-2]) || !letter(d[n-1]) || !letter(d[0]) {
		return false
	}
	for _, b := range d[n-2:] {
		switch b {
		case 'C', 'I', 'K', 'M', 'O', 'V':
			return false
		}
	}
	out := d[:n-3]
	switch len(out) {
	case 2:
		return digit(out[1])
	case 3:
		return digit(out[2]) && (digit(out[1]) || letter(out[1])) || digit(out[1]) && letter(out[2])
	case 4:
		return letter(out[1]) && digit(out[2]) && (digit(out[3]) || letter(out[3]))
	}
	return false
}

// areas has a bit for each second letter of the two-letter postcode areas of the
// UK, by their first letter (BS 7666, Royal Mail's list of 124 areas).
var areas = areaBits("AB AL BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY EC EH EN EX FK FY GL GU GX GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY LA LD LE LL LN LS LU ME MK ML NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB WA WC WD WF WN WR WS WV YO ZE")

func areaBits(list string) (bits [26]uint32) {
	for i := 0; i < len(list); i += 3 {
		bits[list[i]-'A'] |= 1 << (list[i+1] - 'A')
	}
	return bits
}

// area reports that an outward code begins with a postcode area.
func area(d []byte) bool {
	if letter(d[1]) {
		return areas[d[0]-'A']>>(d[1]-'A')&1 != 0
	}
	switch d[0] {
	case 'B', 'E', 'G', 'L', 'M', 'N', 'S', 'W':
		return true
	}
	return false
}

func letter(b byte) bool { return b >= 'A' && b <= 'Z' }

func digit(b byte) bool { return b >= '0' && b <= '9' }

// australian reports an Australian state or territory; elsewhere no state goes
// with four digits.
func australian(h uint64) bool {
	for _, s := range auStates {
		if s == h {
			return true
		}
	}
	return false
}
