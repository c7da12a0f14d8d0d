package phi

import "github.com/phidetect/phidetect/identifiers"

// labelLen is the length of the numbered label that s begins with, 0 if it
// begins with none: "[NAME_1]", "[NAME_1.2]".
func labelLen(s string) int {
	if len(s) < 5 || s[0] != '[' || s[1] < 'A' || s[1] > 'Z' {
		return 0
	}
	under, i := 0, 2
	for ; i < len(s) && i < 64; i++ {
		if c := s[i]; c == '_' {
			under = i
		} else if (c < 'A' || c > 'Z') && (c < '0' || c > '9') {
			break
		}
	}
	digits := under + 1
	if under == 0 || i == digits {
		return 0
	}
	for j := digits; j < i; j++ {
		if s[j] < '0' || s[j] > '9' {
			return 0
		}
	}
	if i+1 < len(s) && s[i] == '.' {
		from := i + 1
		for i = from; i < len(s) && i < from+20 && s[i] >= '0' && s[i] <= '9'; i++ {
		}
		if i == from {
			return 0
		}
	}
	if i >= len(s) || s[i] != ']' {
		return 0
	}
	return i + 1
}

// literalTreat is for what looks like a numbered label in a text: it gets one
// itself, so that Restore takes no word of the writer's for one of its own.
var literalTreat = Treatment{Operator: OpNumber, Label: "LABEL"}

// appendLabels appends what looks like a numbered label as findings.
func appendLabels(dst []finding, text string) []finding {
	for i := 0; i < len(text); i++ {
		if text[i] != '[' {
			continue
		}
		if n := labelLen(text[i:]); n > 0 {
			dst = append(dst, finding{start: i, end: i + n, treat: &literalTreat})
			i += n - 1
		}
	}
	return dst
}

// redacted reports whether bytes [start, end) of text are what a Redactor has
// put there: they touch one of its labels, or hold only what a mask leaves. To
// find "[NAME]" in a field for names is no finding, and a text that is redacted
// twice stays as it is.
func redacted(t *identifiers.Text, start, end int) bool {
	text := t.Text
	if !t.Triggers.Brackets && wordByte(text[start]) {
		return false
	}
	blank := true
	for i := start; i < end; i++ {
		if text[i] == '[' && putLen(text[i:]) > 0 {
			return true
		}
		blank = blank && !wordByte(text[i])
	}
	if blank || start == 0 {
		return blank
	}
	switch text[start-1] {
	case '[', '_', ':', '.':
		if from := labelStart(text, start); from >= 0 {
			return from+putLen(text[from:]) > start
		}
	}
	return false
}

// maxPut bounds the length of what a Redactor puts in brackets.
const maxPut = 128

// labelStart gives the bracket that opens before i, with nothing between that
// is no part of a label, or -1.
func labelStart(text string, i int) int {
	for j := i - 1; j >= 0 && j > i-maxPut; j-- {
		switch c := text[j]; {
		case c == '[':
			return j
		case c != '_' && c != ':' && c != '.' && !wordByte(c):
			return -1
		}
	}
	return -1
}

// putLen is the length of the label of a type, numbered, hashed or plain, that
// s begins with, or 0.
func putLen(s string) int {
	i := 1
	for i < len(s) && i < maxPut && (s[i] >= 'A' && s[i] <= 'Z' || s[i] == '_' && (i+1 >= len(s) || s[i+1] < '0' || s[i+1] > '9')) {
		i++
	}
	if !ownLabel(s[1:i]) || i >= len(s) {
		return 0
	}
	switch s[i] {
	case ']':
		return i + 1
	case '_':
		return labelLen(s)
	case ':':
		for i++; i < len(s) && i < maxPut && s[i] >= 'a' && s[i] <= 'z'; i++ {
		}
		if i < len(s) && s[i] == ']' {
			return i + 1
		}
	}
	return 0
}

// ownLabel reports the labels that the library gives by itself.
func ownLabel(s string) bool {
	switch s {
	case "HEALTH", "REDACTED", "LABEL":
		return true
	case "":
		return false
	}
	for _, l := range &typeLabels {
		if l == s {
			return true
		}
	}
	return false
}
