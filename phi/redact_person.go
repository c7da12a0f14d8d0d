package phi

import "strings"

// A person is somebody a session knows by one name or more.
type person struct {
	words []string // of the fullest name so far, given name first
	id    *entity
	// apart marks a name that fitted several people: it stands for itself alone.
	apart bool
}

// people links names: "Dana Whitfield", "dana whitfield" and "Whitfield, Dana"
// are one, and so are "Dana", "D. Whitfield" and "Whitfield" as long as they fit
// nobody else. A name that fits two people is neither of them.
type people struct {
	list   []person
	byName map[string]int   // by the whole of the fullest name
	byWord map[string][]int // by each word of it
	byID   map[*entity]int  // while a session is resumed
}

// maxNamesakes bounds the people that a name is compared with: a word that more
// share tells nobody apart.
const maxNamesakes = 64

// find gives the index of the person that a name's words fit, or -1; several
// says that they fit more than one.
func (l *people) find(words []string) (fit int, several bool) {
	if i, ok := l.byName[strings.Join(words, " ")]; ok {
		return i, false
	}
	fit = -1
	for _, w := range words {
		c := l.byWord[w]
		if len(w) == 1 {
			continue // who else fits shares a whole word too
		}
		if len(c) > maxNamesakes {
			return -1, true
		}
		for _, i := range c {
			p := &l.list[i]
			if i == fit || p.apart || !within(words, p.words) && !within(p.words, words) {
				continue
			}
			if fit >= 0 {
				return -1, true
			}
			fit = i
		}
	}
	return fit, false
}

// name gives the entity of a name; a new one is made by fresh.
func (l *people) name(words []string, fresh func() *entity) (id *entity, who int) {
	i, several := l.find(words)
	if i < 0 {
		i = len(l.list)
		l.list = append(l.list, person{words: words, id: fresh(), apart: several})
		l.note(i)
	} else if p := &l.list[i]; len(words) > len(p.words) || len(words) == len(p.words) && initials(p.words) && !initials(words) {
		p.words = words
		l.note(i)
	}
	return l.list[i].id, i
}

// bind notes that words are a name of the person that id is.
func (l *people) bind(words []string, id *entity) {
	if i, ok := l.byID[id]; ok {
		if p := &l.list[i]; len(words) > len(p.words) {
			p.words = words
			l.note(i)
		}
		return
	}
	_, several := l.find(words)
	l.list = append(l.list, person{words: words, id: id, apart: several})
	if l.byID == nil {
		l.byID = map[*entity]int{}
	}
	l.byID[id] = len(l.list) - 1
	l.note(len(l.list) - 1)
}

func (l *people) note(i int) {
	if l.byName == nil {
		l.byName, l.byWord = map[string]int{}, map[string][]int{}
	}
	p := &l.list[i]
	l.byName[strings.Join(p.words, " ")] = i
	for _, w := range p.words {
		if c := l.byWord[w]; len(c) == 0 || c[len(c)-1] != i {
			l.byWord[w] = append(c, i)
		}
	}
}

// within reports whether each word of a stands in b in the same order, an
// initial for a word that it begins. An initial alone is nobody.
func within(a, b []string) bool {
	if len(a) > len(b) {
		return false
	}
	k, whole := 0, false
	for _, w := range a {
		for k < len(b) && !fits(w, b[k]) {
			k++
		}
		if k == len(b) {
			return false
		}
		whole = whole || len(w) > 1
		k++
	}
	return whole
}

func fits(a, b string) bool {
	return a == b || len(a) == 1 && strings.HasPrefix(b, a) || len(b) == 1 && strings.HasPrefix(a, b)
}

func initials(words []string) bool {
	for _, w := range words {
		if len(w) == 1 {
			return true
		}
	}
	return false
}
