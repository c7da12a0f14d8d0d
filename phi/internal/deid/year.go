package deid

// YearOf gives the year of a written date, all that 45 CFR 164.514(b)(2)(i)(C)
// lets stand of it. ok is false where it has none or more than one.
func (rd Reader) YearOf(s string) (year int, ok bool) {
	for i := 0; i < len(s); {
		if s[i] < '0' || s[i] > '9' {
			i++
			continue
		}
		j := i
		for j < len(s) && s[j] >= '0' && s[j] <= '9' {
			j++
		}
		if v := 0; j-i == 4 {
			if v = number(s[i:j]); plausible(v) {
				if year != 0 && year != v {
					return 0, false
				}
				year = v
			}
		}
		i = j
	}
	if year != 0 {
		return year, true
	}
	d, ok := rd.Read(s)
	return d.Year, ok && d.Year != 0
}

// BirthYear is YearOf for a date of birth: it never lies after the year of
// reference.
func (rd Reader) BirthYear(s string) (year int, ok bool) {
	year, ok = rd.YearOf(s)
	if ok && year > rd.Year {
		if year -= 100; year < 1850 {
			return 0, false
		}
	}
	return year, ok
}
