package phi

import (
	"github.com/phidetect/phidetect/lexicon"
)

// Question is a set of things a message asks for.
type Question uint32

const (
	// AskName asks for a name, a surname, initials, or who somebody is.
	AskName Question = 1 << iota
	// AskBirth asks for a date of birth.
	AskBirth
	// AskPhone asks for a telephone number.
	AskPhone
	// AskEmail asks for an e-mail address.
	AskEmail
	// AskAddress asks for an address or a postcode.
	AskAddress
	// AskPlace asks for a town or suburb.
	AskPlace
	// AskPlan asks for a member, policy or health insurance number.
	AskPlan
	// AskRecord asks for a record, chart or patient number.
	AskRecord
	// AskReference asks for the number of a booking, an order, a case.
	AskReference
	// AskLicense asks for a licence or passport.
	AskLicense
	// AskPlate asks for a vehicle's plate.
	AskPlate
	// AskDevice asks for a serial or lot number.
	AskDevice
	// AskAccount asks for a bank, card or billing account.
	AskAccount
	// AskNational asks for a national, social security or tax number.
	AskNational
	// AskNumber asks for a number or an id without saying which.
	AskNumber
	// AskAge asks how old somebody is.
	AskAge
	// AskReason asks what the visit or the message is for: symptoms, a complaint.
	AskReason
	// AskMedication asks which medicine, or how much of it.
	AskMedication
	// AskReading asks for a measured value: a temperature, a blood sugar.
	AskReading
	// AskCondition asks whether somebody has or had a condition, takes something,
	// feels something: yes and no both tell.
	AskCondition
)

// askIdentity are the questions whose answer identifies. A town does not.
const askIdentity = AskName | AskBirth | AskPhone | AskEmail | AskAddress | askNumbers

// askNumbers are the questions answered by a code or a number.
const askNumbers = AskPlan | AskRecord | AskReference | AskLicense | AskPlate | AskDevice | AskAccount | AskNational | AskNumber

var questionNames = [...]string{"name", "birth", "phone", "email", "address", "place", "plan", "record", "reference", "license", "plate", "device",
	"account", "national", "number", "age", "reason", "medication", "reading", "condition"}

// Names lists the questions.
func (q Question) Names() []string {
	var out []string
	for i, n := range questionNames {
		if q&(1<<i) != 0 {
			out = append(out, n)
		}
	}
	return out
}

// cueQuestions says what a label asks for, by the lexicon's cue.
func cueQuestion(c lexicon.Cue) Question {
	switch c {
	case lexicon.CueBorn:
		return AskBirth
	case lexicon.CueEmail:
		return AskEmail
	case lexicon.CueAddress, lexicon.CueZip:
		return AskAddress
	case lexicon.CuePlan:
		return AskPlan
	case lexicon.CueMRN:
		return AskRecord
	case lexicon.CueUnique:
		return AskReference
	case lexicon.CueLicense, lexicon.CueNPI:
		return AskLicense
	case lexicon.CuePlate, lexicon.CueVIN:
		return AskPlate
	case lexicon.CueDevice:
		return AskDevice
	case lexicon.CueAccount, lexicon.CueCard, lexicon.CueBank:
		return AskAccount
	case lexicon.CueNational, lexicon.CueSSN:
		return AskNational
	case lexicon.CueNumber:
		return AskNumber
	case lexicon.CueAge:
		return AskAge
	}
	return 0
}

// A sentence is what the words of one sentence of a message add up to.
type sentence struct {
	first, last int // tokens
	words       askWord
	labels      Question // what its labels name
	asks        bool     // ends in a question mark
	leads       bool     // begins with a question word
	evidence    bool     // speaks of health
	third       bool     // speaks of somebody else: "her name", "the patient's"
	measured    bool     // names a quantity that is measured
}

// question is what the sentence asks the other side for.
func (s *sentence) question() (q Question) {
	w := s.words
	if w&partName != 0 || w&partWho != 0 && (s.asks || s.leads) {
		q |= AskName
	}
	if w&partPhone != 0 {
		q |= AskPhone
	}
	if w&partPlace != 0 {
		q |= AskPlace
	}
	q |= s.labels
	if q&(askIdentity&^AskNumber) != 0 {
		q &^= AskNumber // "order number": the label says which
	}
	if w&partOld != 0 && w&partHow != 0 {
		q |= AskAge
	}
	open := s.asks || s.leads
	if !open && w&partRequest == 0 && s.last-s.first > 3 {
		return 0 // it names a thing, and asks for nothing
	}
	if open || w&partRequest != 0 {
		if w&partReason != 0 || open && w&partTrouble != 0 && w&partWh != 0 || w&partBrings != 0 && w&partWh != 0 || w&partHelp != 0 && w&partHow != 0 ||
			w&partFor != 0 && w&partWh != 0 && s.last-s.first <= 8 && q == 0 {
			q |= AskReason
		}
		if w&partMedicine != 0 && w&(partWh|partHow|partRequest|partAny) != 0 {
			q |= AskMedication
		}
	}
	switch {
	case open && s.measured && w&(partWh|partHow) != 0 && w&partOffer == 0:
		q |= AskReading
	case s.asks && s.states() && q&askIdentity == 0:
		q |= AskCondition
	}
	return q
}

// states reports a question of somebody's health that yes or no answers: no
// offer ("would you like a flu shot?"), no question for whom.
func (s *sentence) states() bool {
	return s.evidence && s.words&(partOffer|partAsking) == 0
}
