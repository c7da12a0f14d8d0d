package lexicon

import (
	"unicode"
	"unicode/utf8"
)

// Folding brings what looks alike to one form, so that the rest of the library
// sees plain letters and digits: accents and combining marks go, full-width and
// styled letters become ASCII, exotic spaces, hyphens and quotes become plain,
// invisible characters vanish, look-alike Greek and Cyrillic letters inside
// Latin words become Latin. Case stays. ASCII text is never folded.

// A foldEdit is one place where folded and original text differ: foldLen bytes
// at fold stand for origLen bytes at orig. Between edits both run in step.
type foldEdit struct {
	fold, orig       int32
	foldLen, origLen int32
}

// A FoldMap leads from offsets in folded text back to the original bytes. Its
// zero value is the identity.
type FoldMap struct {
	edits []foldEdit
	bared []foldEdit // the same between the folded text and the bare one
}

// Identity reports whether folding changed nothing.
func (m *FoldMap) Identity() bool { return len(m.edits)+len(m.bared) == 0 }

// Original maps the folded half-open range to the original bytes it came
// from: every byte of every rune that took part, with the accents, variation
// selectors and key caps drawn on it, and none of the other invisible ones
// around it. An empty range stays empty. It takes logarithmic time.
func (m *FoldMap) Original(start, end int) (int, int) {
	if len(m.bared) > 0 {
		start, end = original(m.bared, start, end)
	}
	if len(m.edits) > 0 {
		start, end = original(m.edits, start, end)
	}
	return start, end
}

// Veils gives how many veils were taken away between the bytes start and end
// of the text. It takes logarithmic time.
func (m *FoldMap) Veils(start, end int) int {
	if len(m.bared) == 0 || end <= start {
		return 0
	}
	return findEdit(m.bared, end-1) - findEdit(m.bared, start)
}

func original(edits []foldEdit, start, end int) (int, int) {
	if end <= start {
		at := startOf(edits, start)
		return at, at
	}
	return startOf(edits, start), lastOf(edits, end-1) + 1
}

// findEdit gives the index of the last edit with fold <= at that is not a pure
// removal standing after at, or -1.
func findEdit(edits []foldEdit, at int) int {
	lo, hi := 0, len(edits)
	for lo < hi {
		mid := (lo + hi) / 2
		if int(edits[mid].fold) <= at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo - 1
}

func startOf(edits []foldEdit, at int) int {
	k := findEdit(edits, at)
	if k < 0 {
		return at
	}
	e := edits[k]
	if at < int(e.fold+e.foldLen) {
		return int(e.orig)
	}
	return at - int(e.fold+e.foldLen) + int(e.orig+e.origLen)
}

// lastOf gives the original offset of the last byte that folded byte at stands for.
func lastOf(edits []foldEdit, at int) int {
	k := findEdit(edits, at)
	if k < 0 {
		return at
	}
	e := edits[k]
	if at < int(e.fold+e.foldLen) {
		return int(e.orig+e.origLen) - 1
	}
	return at - int(e.fold+e.foldLen) + int(e.orig+e.origLen)
}

// Fold appends the folded form of text to dst and records in m how to get
// back. It takes time linear in the text.
func (m *FoldMap) Fold(dst []byte, text string) []byte {
	m.edits, m.bared = m.edits[:0], m.bared[:0]
	base := len(dst)
	latin, regional := latinRun{}, regionalRun{}
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			j := i + 1
			for j < len(text) && text[j] < utf8.RuneSelf {
				j++
			}
			dst = append(dst, text[i:j]...)
			i = j
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError && n == 1 {
			dst = append(dst, text[i])
			i++
			continue
		}
		from := len(dst)
		changed := true
		switch {
		case r < 0x250 && r >= 0xC0:
			if b := latinBase[r-0xC0]; b != '.' {
				dst = append(dst, b)
			} else if p := latinPair(r); p != "" {
				dst = append(dst, p...)
			} else {
				changed = false
			}
		case r >= 0x1E00 && r < 0x1F00:
			if b := latinAdditional[r-0x1E00]; b != '.' {
				dst = append(dst, b)
			} else if p := latinPair(r); p != "" {
				dst = append(dst, p...)
			} else {
				changed = false
			}
		case invisible(r):
			if attached(r) && m.attach(text, i, n) {
				i += n
				continue
			}
		case isRegional(r):
			if changed = regional.letters(text, i); changed {
				dst = append(dst, byte('A'+r-regionalA))
			}
		case r >= 0x370 && r < 0x530:
			if b := lookAlike(r); b != 0 && latin.around(text, i) {
				dst = append(dst, b)
			} else {
				changed = false
			}
		case !mayFold(r):
			changed = false
		default:
			if b := plain(r); b != 0 {
				dst = append(dst, b)
			} else if p := ligature(r); p != "" {
				dst = append(dst, p...)
			} else {
				changed = false
			}
		}
		if !changed {
			dst = append(dst, text[i:i+n]...)
		} else {
			m.edits = append(m.edits, foldEdit{int32(from - base), int32(i), int32(len(dst) - from), int32(n)})
		}
		i += n
	}
	return dst
}

// attach makes the n bytes of the mark at text[i] part of the character before
// it, so that a match that ends there takes its mark along. It reports false
// where nothing visible stands before the mark.
func (m *FoldMap) attach(text string, i, n int) bool {
	from, shift := 0, int32(0)
	if k := len(m.edits) - 1; k >= 0 {
		e := &m.edits[k]
		from = int(e.orig + e.origLen)
		if from == i {
			if e.foldLen > 0 {
				e.origLen += int32(n)
			}
			return e.foldLen > 0
		}
		shift = e.fold + e.foldLen - e.orig - e.origLen
	}
	_, size := utf8.DecodeLastRuneInString(text[from:i])
	if size == 0 {
		return false
	}
	orig := int32(i - size)
	m.edits = append(m.edits, foldEdit{orig + shift, orig, int32(size), int32(size + n)})
	return true
}

// latinRun remembers the last run of letters looked at, so that a long run is
// looked at once and folding stays linear.
type latinRun struct {
	end   int
	latin bool
}

// around reports whether the run of letters that holds text[i] has a Latin
// letter in it: then a Greek or Cyrillic look-alike is a disguise.
func (l *latinRun) around(text string, i int) bool {
	if i < l.end {
		return l.latin
	}
	l.latin = false
	for j := i; j > l.end; {
		r, n := utf8.DecodeLastRuneInString(text[l.end:j])
		inside, latin := inRun(r)
		if !inside {
			break
		}
		l.latin = l.latin || latin
		j -= n
	}
	j := i
	for j < len(text) {
		r, n := utf8.DecodeRuneInString(text[j:])
		inside, latin := inRun(r)
		if !inside {
			break
		}
		l.latin = l.latin || latin
		j += n
	}
	l.end = j
	return l.latin
}

// inRun reports whether a reader takes r for a part of a word, and whether it
// shows a Latin letter, in any style.
func inRun(r rune) (inside, latin bool) {
	switch {
	case r < utf8.RuneSelf:
		latin = class[r] == byteLetter
		return latin, latin
	case r >= 0x370 && r < 0x530:
		return unicode.IsLetter(r), false
	case invisible(r):
		return true, false
	case class[plain(r)] == byteLetter:
		return true, true
	case unicode.IsLetter(r):
		return true, unicode.Is(unicode.Latin, r)
	}
	p := ligature(r)
	latin = p != "" && class[p[0]] == byteLetter
	return latin, latin
}

// invisible reports whether r takes no part in what a reader sees as letters:
// zero-width and bidi controls, soft hyphen, combining marks over letters,
// variation selectors, emoji modifiers and joiners, tags.
func invisible(r rune) bool {
	switch {
	case r == 0xAD, r >= 0x300 && r <= 0x36F, r == 0x34F, r == 0x61C, r >= 0x180B && r <= 0x180F,
		r >= 0x1AB0 && r <= 0x1AFF, r >= 0x1DC0 && r <= 0x1DFF,
		r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x206F, r >= 0x20D0 && r <= 0x20F0,
		r >= 0xFE00 && r <= 0xFE0F, r == 0xFEFF, r >= 0xFE20 && r <= 0xFE2F, r >= 0xFFF9 && r <= 0xFFFB,
		r >= 0x1F3FB && r <= 0x1F3FF, r >= 0xE0000 && r <= 0xE01EF:
		return true
	}
	return false
}

// attached reports whether the invisible r is drawn on the character before it:
// a combining mark, a variation selector, a key cap, a skin tone.
func attached(r rune) bool {
	return r != 0xAD && r != 0x61C && r != 0x180E && r != 0xFEFF && (r < 0x2000 || r >= 0x2070)
}
