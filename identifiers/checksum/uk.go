package checksum

const (
	// ninoFirst and ninoSecond list the letters of a NINO prefix.
	ninoFirst  = "ABCEGHJKLMNOPRSTWXYZ"
	ninoSecond = "ABCEGHJKLMNPRSTWXYZ"

	// ninoUnused lists the prefixes never allocated.
	ninoUnused = "BG GB KN NK NT TN ZZ "
)

// NHSNumber reports whether s is an NHS number of England, Wales or the Isle
// of Man: 9 digits and a check digit, weighted 10 to 1, mod 11, never one
// digit repeated. Numbers whose check would be 10 are not issued, so it
// detects every substitution of one digit.
//
// Source: NHS Data Model and Dictionary, NHS number.
func NHSNumber[T Chars](s T) bool {
	return mod11Zero(s, weights10to1[:]) && !allSame(s)
}

// CHI reports whether s is a Community Health Index number of Scotland: 10
// digits, a date of birth DDMMYY, three digits (the last odd for men) and a
// check digit as of [NHSNumber]. It detects every substitution of one digit.
//
// Source: Public Health Scotland, National Data Catalogue, CHI number.
func CHI[T Chars](s T) bool {
	return mod11Zero(s, weights10to1[:]) &&
		validShortDate(number(s[4:6]), number(s[2:4]), number(s[:2]))
}

// NINO reports whether s can be a UK National Insurance number: a prefix of two
// letters, 6 digits, and a suffix A-D (9 characters). Neither prefix letter is
// D, F, I, Q, U or V, the second is not O, and BG, GB, KN, NK, NT, TN and ZZ are
// not used. There is no check digit, and a number without its suffix yields
// false.
//
// Source: HMRC National Insurance Manual NIM39110.
func NINO[T Chars](s T) bool {
	if !matches(s, "AA######A") || s[8] > 'D' {
		return false
	}
	return contains(ninoFirst, s[0]) && contains(ninoSecond, s[1]) && !containsPair(ninoUnused, s[0], s[1])
}

// UKDrivingLicenceShape reports whether s has the form of a driver number of
// Great Britain: five letters of the surname, padded with 9 behind; the
// decade digit of the birth year; the month, plus 50 for women; the day; the
// last digit of the year; two initials, 9 for none; a digit or letter; and two
// letters (16 characters), or the same with the two-digit issue number behind
// (18). The check characters are not published.
//
// Source: DVLA, Access to Driver Data service, driver number format.
func UKDrivingLicenceShape[T Chars](s T) bool {
	switch len(s) {
	case 16:
	case 18:
		if !onlyDigits(s[16:]) {
			return false
		}
	default:
		return false
	}
	if !paddedSurname(s[:5]) || !matches(s[5:11], "######") || !matches(s[13:16], "*AA") {
		return false
	}
	month := number(s[6:8])
	if month > 50 {
		month -= 50
	}
	if !validShortDate(digit(s, 5)*10+digit(s, 10), month, number(s[8:10])) {
		return false
	}
	if s[11] == '9' {
		return s[12] == '9'
	}
	return isLetter(s[11]) && (isLetter(s[12]) || s[12] == '9')
}

// paddedSurname reports whether s is letters, at least one, and then only 9s.
func paddedSurname[T Chars](s T) bool {
	if !isLetter(s[0]) {
		return false
	}
	for i := 1; i < len(s); i++ {
		if s[i] != '9' && (!isLetter(s[i]) || s[i-1] == '9') {
			return false
		}
	}
	return true
}
