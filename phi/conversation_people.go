package phi

import (
	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
)

// maxPeople bounds the persons a thread keeps apart; whoever comes later is
// judged, but not listed.
const maxPeople = 8

// A threadPerson is somebody the thread speaks of.
type threadPerson struct {
	first  uint32 // the message they first came up in
	name   uint16 // print of the name, or 0
	sender uint16 // of a writer: print of Message.Sender
	bits   personBits
}

type personBits uint8

const (
	personWriter personBits = 1 << iota
	personRelative
	personStaff
	personIdentified
	personHealth
)

// A Person is somebody a thread tells of, as far as its words keep people apart.
type Person struct {
	// Role is patient for who writes, relative for who is said to be one, staff
	// for who works at the clinic, or unknown.
	Role identifiers.Role
	// Writer says that the person writes herself.
	Writer bool
	// Identified says that a name or a number points to the person, Health that
	// health was spoken of that is theirs. Both together are PHI of that person.
	Identified, Health bool
	// First is the number of the message they first came up in.
	First int
}

// People lists who the thread tells of, in the order they came up, up to eight.
// Whose a number or a symptom is follows the words where they say it, and else
// the person spoken of last: good enough to show, too weak to rest a verdict on.
func (c *Conversation) People() []Person {
	var out []Person
	for i := range c.people {
		p := &c.people[i]
		if p.first == 0 {
			break
		}
		x := Person{Writer: p.bits&personWriter != 0, Identified: p.bits&personIdentified != 0, Health: p.bits&personHealth != 0, First: int(p.first)}
		switch {
		case p.bits&personStaff != 0:
			x.Role = identifiers.RoleStaff
		case p.bits&personRelative != 0:
			x.Role = identifiers.RoleRelative
		case x.Writer:
			x.Role = identifiers.RolePatient
		}
		out = append(out, x)
	}
	return out
}

// printBits is so small that a print tells no name: of the some hundred
// thousand names in use every thousandth has the same.
const printBits = 10

func printOf(h uint64) uint16 { return uint16(h>>(64-printBits)) + 1 }

// namePrint is the print of a name's first word.
func (rd *threadReader) namePrint(s *identifiers.Span) uint16 {
	first, _ := rd.tokens(s)
	return printOf(rd.t.Tokens[first].Hash)
}

// find gives the first person that has all bits, and the name or sender print
// if that is not 0; where there is none and add says so, a new one.
func (c *Conversation) find(bits personBits, name, sender uint16, add bool) *threadPerson {
	for i := range c.people {
		p := &c.people[i]
		if p.first == 0 {
			if !add {
				return nil
			}
			*p = threadPerson{first: c.messages, name: name, sender: sender, bits: bits}
			return p
		}
		if p.bits&bits == bits && (name == 0 || p.name == name) && (sender == 0 || p.sender == sender) {
			return p
		}
	}
	return nil
}

// writer is the person who sends the message, or whom the clinic writes to.
func (c *Conversation) writer(rd *threadReader) *threadPerson {
	if rd.m.From == PartyClinic {
		return c.find(personWriter, 0, 0, true)
	}
	sender := uint16(1)
	if rd.m.Sender != "" {
		sender = printOf(lexicon.HashWord(rd.m.Sender))
	}
	return c.find(personWriter, 0, sender, true)
}

func (c *Conversation) knowsStaff(rd *threadReader, s *identifiers.Span) bool {
	return c.find(personStaff, rd.namePrint(s), 0, false) != nil
}

func (c *Conversation) addStaff(rd *threadReader, s *identifiers.Span) {
	c.find(personStaff, rd.namePrint(s), 0, true)
}

// identify links an identifier to a person.
func (c *Conversation) identify(rd *threadReader, s *identifiers.Span, answered Question) {
	p := c.bearer(rd, s, answered)
	if p == nil {
		return
	}
	p.bits |= personIdentified
	if p.bits&personWriter == 0 {
		c.focusOn(p)
	}
}

// bearer says whose an identifier is.
func (c *Conversation) bearer(rd *threadReader, s *identifiers.Span, answered Question) *threadPerson {
	if s.Type != identifiers.Name {
		if p := c.focused(); p != nil {
			return p
		}
		return c.writer(rd)
	}
	name := rd.namePrint(s)
	if p := c.find(0, name, 0, false); p != nil {
		return p
	}
	bits := personBits(0)
	if s.Role == identifiers.RoleRelative {
		bits = personRelative
	}
	// "my son has a fever" – "his name?" – a bare name: the son's.
	if p := c.focused(); p != nil && p.name == 0 && (answered&AskName != 0 || bits != 0) {
		p.name = name
		return p
	}
	if answered&AskName != 0 && c.askedFor {
		return c.find(bits, name, 0, true)
	}
	own := s.Role == identifiers.RolePatient || rd.m.From == PartyClinic || answered&AskName != 0
	if own && bits == 0 && rd.m.From != PartyOther {
		if p := c.writer(rd); p == nil || p.name == 0 {
			if p != nil {
				p.name = name
			}
			return p
		}
	}
	return c.find(bits, name, 0, true)
}

// linkHealth links the health of the message to whoever it speaks of.
func (c *Conversation) linkHealth(rd *threadReader) {
	var p *threadPerson
	switch sub := rd.r.Health.Subject; {
	case sub == SubjectWriter && rd.m.From == PartyPatient:
		p = c.writer(rd)
	case c.focused() != nil:
		p = c.focused()
	case sub == SubjectRelative || rd.m.From == PartyOther:
		p = c.find(personRelative, 0, 0, true)
		c.focusOn(p)
	default:
		p = c.writer(rd)
	}
	if p != nil {
		p.bits |= personHealth
	}
}

func (c *Conversation) focused() *threadPerson {
	if c.focus == 0 {
		return nil
	}
	return &c.people[c.focus-1]
}

func (c *Conversation) focusOn(p *threadPerson) {
	for i := range c.people {
		if p == &c.people[i] {
			c.focus = uint8(i + 1)
		}
	}
}
