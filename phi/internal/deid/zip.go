package deid

// restricted are the three-digit ZIP areas of 20,000 or fewer people by the
// 2000 census, as the guidance of HHS lists them ("Guidance Regarding Methods
// for De-identification of Protected Health Information", section on 45 CFR
// 164.514(b)(2)(i)(B)).
var restricted = [...]string{"036", "059", "063", "102", "203", "556", "692", "790", "821", "823", "830", "831", "878", "879", "884", "890", "893"}

// ZIP3 gives the first three digits of a ZIP or ZIP+4 code, "000" where 20,000
// or fewer people live there. ok is false where s is no ZIP code; the postcodes
// of other countries have no part that the rule lets stand.
func ZIP3(s string) (area string, ok bool) {
	n := 0
	for i := range len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			n++
		case i >= 5 && n == 5 && (c == '-' || c == ' '):
		default:
			return "", false
		}
		if n == 3 && area == "" {
			area = s[:i+1]
		}
	}
	if n != 5 && n != 9 || len(s) < 5 || len(area) != 3 {
		return "", false
	}
	for _, z := range restricted {
		if area == z {
			return "000", true
		}
	}
	return area, true
}
