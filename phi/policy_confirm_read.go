package phi

// Reaches, in words, of what belongs together in a sentence.
const (
	reachThing = 4 // "your two appointments", "your six month check"
	reachVerb  = 4 // "you were just seen", "we have you down"
	reachDay   = 5 // "see you bright and early on monday"
)

// judge reads the classified sentence from left to right. What stands behind a
// condition, or behind what the reader may do, is said to anybody.
func (x *replyReader) judge() {
	var supposed, whenever, offered, served, felt, met, thanked bool
	for i := range x.n {
		w := x.words[i]
		switch {
		case w&wordIf != 0:
			supposed = true
		case w&wordWhen != 0:
			whenever = true
		case w&wordThank != 0:
			thanked = true
		}
		met = met || w&wordMet != 0
		felt = felt || w&(wordFeel|wordMet) != 0
		if w&wordModal != 0 && x.near(i-2, i+2, wordYou) && !x.near(i-1, i, wordWe) {
			offered = true
		}
		if supposed {
			continue
		}
		if w&wordServe != 0 && x.near(i-reachVerb, i, wordWe) {
			served = true
		}
		if w&wordYour != 0 && !whenever && !offered {
			x.theirs(i)
		}
		if w&wordYou != 0 && !x.asks(i) {
			x.they(i, offered)
		}
		if w&wordWe != 0 {
			x.clinic(i)
		}
		if thanked || felt {
			x.thanked(i)
		}
		if w&wordVisit != 0 && !whenever && !offered {
			x.settled(i)
		}
		if w&wordSee != 0 {
			x.seeing(i, met)
		}
		if felt && !whenever && w&(wordFared|wordPast) != 0 && !x.near(i-1, i, wordModal) {
			x.fared(i)
		}
		if served && w&(wordYou|wordKin) != 0 && !offered {
			x.add(ConfirmsPatient, i, i)
		}
	}
	if !x.question && !supposed && !offered && !x.near(0, x.n, wordAsk) && x.near(0, x.n, wordVisit|wordRecord|wordCare|wordIll) {
		x.stated = true
	}
}

// near reports whether one of the words i to j-1 has a part in w.
func (x *replyReader) near(i, j int, w replyWord) bool { return x.find(i, j, w) >= 0 }

// find gives the first of the words i to j-1 that has a part in w, or -1.
func (x *replyReader) find(i, j int, w replyWord) int {
	for k := max(i, 0); k < min(j, x.n); k++ {
		if x.words[k]&w != 0 {
			return k
		}
	}
	return -1
}

// asks reports whether the "you" at i stands in a question of yes or no, which
// presupposes nothing: "are you a patient here?".
func (x *replyReader) asks(i int) bool {
	return x.question && i > 0 && x.words[i-1]&(wordBe|wordModal|wordDo) != 0
}

// theirs reads "your visit", "your daughter's filling", "your Wednesday slot".
// What an invitation offers is nobody's yet: "book your flu shot", "your first
// visit".
func (x *replyReader) theirs(i int) {
	invited := x.near(i-2, i, wordAsk) && !x.near(i-reachVerb, i, wordWe) && !x.near(0, x.n, wordDone)
	// "is your child anxious?", "have questions about your medication?"
	anybody := x.question && x.words[0]&(wordBe|wordDo) != 0 && !x.near(0, x.n, wordPast)
	for j := i + 1; j < x.n && j <= i+reachThing; j++ {
		w := x.words[j]
		if w&wordTurn != 0 || w&(wordYou|wordWe|wordModal) != 0 {
			return
		}
		if w&wordFirst != 0 && !x.near(j+1, x.n, wordDay) {
			return
		}
		if w&wordKin != 0 && !anybody && x.near(j, x.n, wordCare|wordIll|wordBe|wordPast|wordVisit|wordRecord) && !invited {
			x.add(ConfirmsCare, i, j)
			return
		}
		if w&(wordVisit|wordRecord|wordCare) == 0 || invited {
			continue
		}
		switch {
		case w&wordVisit != 0:
			x.add(ConfirmsVisit, i, j)
		case w&wordRecord != 0:
			x.add(ConfirmsRecord, i, j)
		case !anybody:
			x.add(ConfirmsCare, i, j)
		}
		return
	}
}

// they reads what the person did or had done: "you came in", "you're booked",
// "you have been a patient since", "you asked for the extra x-rays".
func (x *replyReader) they(i int, offered bool) {
	if p := x.find(i-2, i, wordPatient); p >= 0 && x.near(p-reachThing, p, wordAs) {
		x.add(ConfirmsPatient, p, i)
	}
	for j := i + 1; j < x.n && j <= i+reachVerb; j++ {
		w := x.words[j]
		if w&(wordTurn|wordIf|wordModal) != 0 {
			return
		}
		switch {
		case w&wordAttend != 0 && (w&wordPast != 0 || x.near(i, j, wordBe)):
			x.add(ConfirmsVisit, i, j)
			return
		case w&wordDone != 0 && x.words[i]&wordBe|x.words[i+1]&wordBe != 0:
			x.add(ConfirmsVisit, i, j)
			return
		case w&wordPatient != 0 && !offered:
			x.add(ConfirmsPatient, i, j)
			return
		case w&wordPast != 0 && x.near(j, x.n, wordCare|wordRecord|wordVisit|wordIll):
			x.add(ConfirmsCare, i, j)
			return
		}
	}
}

// clinic reads what staff did to somebody: "we have you down", "we called you
// twice", "we refunded your copay", "the care we gave you".
func (x *replyReader) clinic(i int) {
	for j := i + 1; j < x.n && j <= i+reachVerb; j++ {
		w := x.words[j]
		if w&(wordTurn|wordIf) != 0 {
			return
		}
		if w&(wordServe|wordBe|wordPast|wordDone|wordAttend) == 0 {
			continue
		}
		k := x.find(j+1, j+reachThing, wordYou|wordYour|wordKin)
		if k < 0 {
			continue
		}
		if w&(wordServe|wordDone|wordAttend) != 0 || x.words[k]&wordYou != 0 && x.near(k, k+3, wordFor|wordAttend) {
			x.add(ConfirmsPatient, i, k)
			return
		}
	}
}

// settled reads "appointment confirmed", "one booking found and cancelled".
func (x *replyReader) settled(i int) {
	k := &x.t.Tokens[x.at+i]
	if x.t.Text[k.End-1] == 's' {
		return // "appointments can be cancelled" is a rule of the house
	}
	for j := i + 1; j < x.n && j <= i+reachThing; j++ {
		w := x.words[j]
		switch {
		case w&(wordModal|wordIf|wordWhen|wordYou) != 0:
			return
		case w&wordDone != 0, w&wordAttend != 0 && w&wordPast != 0:
			x.add(ConfirmsVisit, i, j)
			return
		}
	}
}

// thanked reads "thanks for coming in", "grateful for choosing us", "as a loyal
// patient", where i is the word that tells.
func (x *replyReader) thanked(i int) {
	w := x.words[i]
	switch {
	case w&wordComing != 0:
		x.add(ConfirmsVisit, i, i)
	case w&wordPatient != 0 && x.near(i-reachThing, i, wordBe):
		x.add(ConfirmsPatient, i, i)
	}
}

// fared reads how it went: "hope the knee is healing", "glad you loved your new
// veneers".
func (x *replyReader) fared(i int) {
	if x.near(i-2*reachVerb, i+reachVerb, wordCare|wordIll|wordVisit) && (x.words[i]&wordFared != 0 || x.near(0, x.n, wordYou|wordYour|wordKin|wordFared)) {
		x.add(ConfirmsCare, i, i)
	}
}

// seeing reads "see you Monday", "can't wait to see you again", "it was lovely
// to meet you". "Come see us" and "we'd love to see you" are for anybody.
func (x *replyReader) seeing(i int, met bool) {
	if !x.near(i, i+2, wordYou) {
		return
	}
	gladly := met && x.near(0, i, wordBe|wordMet) && !x.near(0, i, wordModal) && !x.near(i-3, i, wordFeel)
	if x.near(i+1, i+2+reachDay, wordDay|wordAgain) || gladly {
		x.add(ConfirmsVisit, i, i+1)
	}
}
