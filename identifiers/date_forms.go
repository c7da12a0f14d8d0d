package identifiers

import (
	"strings"

	"github.com/phidetect/phidetect/lexicon"
)

// romanDate reads "4/xi/23", "07.IX.1939", "11-v-24": the month in Roman
// numerals, which needs a year beside it.
func (t *Text) romanDate(i int) (int, int, float32) {
	sep := t.Tokens[i+1].First
	if i+4 >= len(t.Tokens) || !t.is(i+3, sep) || !(t.touches(i+3) && t.touches(i+4)) && !t.spacedDate(i) || t.value(i) < 1 || t.value(i) > 31 {
		return 0, 0, 0
	}
	y := t.Tokens[i+4].Len()
	if t.value(i+4) < 0 || y != 2 && y != 4 || !romanMonth(t.Text[t.Tokens[i+2].Start:t.Tokens[i+2].End]) {
		return 0, 0, 0
	}
	return i, i + 4, 0.9
}

// eraBefore gives the byte where the era before a Japanese year begins, or the
// start of the number at token i.
func (t *Text) eraBefore(i int) int {
	if i > 0 && t.touches(i) && t.Tokens[i-1].Class == lexicon.Ideographs {
		s := t.Text[:t.Tokens[i-1].End]
		for _, era := range [...]string{"令和", "平成", "昭和"} {
			if strings.HasSuffix(s, era) {
				return len(s) - len(era)
			}
		}
	}
	return int(t.Tokens[i].Start)
}

func romanMonth(s string) bool {
	const months = " i ii iii iv v vi vii viii ix x xi xii "
	if len(s) > 4 {
		return false
	}
	var w [6]byte
	w[0] = ' '
	for i := range len(s) {
		w[i+1] = s[i] | 0x20
	}
	w[len(s)+1] = ' '
	return strings.Contains(months, string(w[:len(s)+2]))
}

// weekDate reads the week dates of ISO 8601: "2024-W28-4", "2024-W28".
func (t *Text) weekDate(i int) (int, int, float32) {
	k := &t.Tokens[i+2]
	if !t.is(i+1, '-') || k.Len() != 3 || k.First|0x20 != 'w' || t.value(i) < 1900 || t.value(i) > 2100 {
		return 0, 0, 0
	}
	s := t.Text[k.Start:k.End]
	if !allDigits(s[1:]) || pair(s[1:]) < 1 || pair(s[1:]) > 53 {
		return 0, 0, 0
	}
	if d := t.value(i + 4); t.is(i+3, '-') && t.touches(i+3) && t.touches(i+4) && d >= 1 && d <= 7 && t.Tokens[i+4].Len() == 1 {
		return i, i + 4, 0.95
	}
	return i, i + 2, 0.9
}

// ideographicDate reads "2025年3月11日", "3月11日" and "令和7年5月9日" from their
// first number on, and gives the byte where the date ends, 0 if there is none.
// The ideographs of a text are one token, of which only a part belongs to it.
func (t *Text) ideographicDate(i int) int {
	if !t.touches(i+1) || t.Tokens[i+1].Class != lexicon.Ideographs || t.Tokens[i].Class != lexicon.Number {
		return 0
	}
	if t.mark(i+1, "年") && t.Tokens[i].Len() <= 4 && t.touches(i+2) && t.touches(i+3) && t.Tokens[i+2].Class == lexicon.Number {
		i += 2
	}
	if m := t.value(i); !t.mark(i+1, "月") || m < 1 || m > 12 {
		return 0
	}
	last := i
	end := int(t.Tokens[i+1].Start) + len("月")
	if d := t.value(i + 2); t.touches(i+2) && t.touches(i+3) && d >= 1 && d <= 31 && (t.mark(i+3, "日") || t.mark(i+3, "号") || t.mark(i+3, "號")) {
		last = i + 2
		end = int(t.Tokens[i+3].Start) + len("日")
	}
	for ; i >= 0 && i >= last-4; i-- {
		if hasDigit(&t.Tokens[i]) {
			t.claim(i, i)
		} else if t.Tokens[i].Class != lexicon.Ideographs {
			break
		}
	}
	t.claim(last, last)
	return end
}

// mark reports whether the ideographs at token i begin with s.
func (t *Text) mark(i int, s string) bool {
	return i < len(t.Tokens) && t.Tokens[i].Class == lexicon.Ideographs && strings.HasPrefix(t.Text[t.Tokens[i].Start:t.Tokens[i].End], s)
}

// hangulDate reads "2025년 3월 11일".
func (t *Text) hangulDate(i int) (int, int, float32) {
	last := i
	for j := i + 1; j < len(t.Tokens) && j <= i+2 && t.Tokens[j].Class == lexicon.Mixed && t.Tokens[j].Gap <= lexicon.GapSpace; j++ {
		s := t.Text[t.Tokens[j].Start:t.Tokens[j].End]
		n := 0
		for n < len(s) && digit(s[n]) {
			n++
		}
		if n < 1 || n > 2 || !strings.HasPrefix(s[n:], "월") && !strings.HasPrefix(s[n:], "일") {
			break
		}
		last = j
	}
	if last == i {
		return 0, 0, 0
	}
	return i, last, 0.95
}
