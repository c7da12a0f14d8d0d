package phi

// Merge takes in another thread with the same patient, as when somebody goes on
// by mail. The other thread's messages are numbered on behind those of c; what
// was first is decided by time where both have one, and else c's. The patients
// of both count as one person, and so do people of the same name. o stays as
// it is.
func (c *Conversation) Merge(o *Conversation) {
	from := *o // o may be c
	shift := c.messages
	c.messages += from.messages
	c.facts |= from.facts
	if from.updated > c.updated || c.asked == 0 {
		c.asked, c.askedBy, c.askedAge, c.askedFor = from.asked, from.askedBy, from.askedAge, from.askedFor
	}
	c.updated = max(c.updated, from.updated)
	c.score = max(c.score, from.score)
	for i := range c.first {
		e := from.first[i]
		if e.message == 0 {
			continue
		}
		e.message += shift
		if c.first[i].message == 0 || e.at != 0 && c.first[i].at != 0 && e.at < c.first[i].at {
			c.first[i] = e
		}
	}
	if c.first[firstPHI].message == 0 && c.verdict(false) == PHI {
		c.first[firstPHI] = later(c.first[firstIdentity], c.first[firstHealth])
	}
	for i := range c.told {
		a, b := &c.told[i], &from.told[i]
		a.Types |= b.Types
		a.Categories |= b.Categories
		a.Sensitivity |= b.Sensitivity
	}
	for i := range from.people {
		if p := from.people[i]; p.first != 0 {
			p.first += shift
			c.mergePerson(p)
		}
	}
}

// mergePerson joins a person of another thread with the one of this thread that
// is the same.
func (c *Conversation) mergePerson(p threadPerson) {
	var same *threadPerson
	switch {
	case p.bits&personWriter != 0:
		if same = c.find(personWriter, 0, p.sender, false); same == nil {
			same = c.find(personWriter, 0, 0, false)
		}
	case p.name != 0:
		same = c.find(p.bits&personStaff, p.name, 0, false)
	}
	if same == nil {
		for i := range c.people {
			if c.people[i].first == 0 {
				c.people[i] = p
				return
			}
		}
		return
	}
	same.bits |= p.bits
	if same.name == 0 {
		same.name = p.name
	}
}

// later gives the event that came second: only then were both there.
func later(a, b event) event {
	switch {
	case a.message == 0 || a.at != 0 && b.at != 0 && a.at < b.at:
		return b
	case b.message == 0 || a.at != 0 && b.at != 0:
		return a
	case a.message < b.message:
		return b
	}
	return a
}
