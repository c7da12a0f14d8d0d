package phi

import (
	"slices"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
)

// AnswerMatcher is the Why.Matcher of a span that is there, or has its type,
// because the message before asked for it.
const AnswerMatcher = "answer"

// An answer is short: so many words at most. Health in one needs less evidence.
const (
	maxAnswer   = 14
	bareAnswer  = 8
	bareHealth  = 0.2
	answerScore = 0.8
)

// answer reads what of the asked things the message gives, adds the spans and
// the evidence that only the question makes, and says what it found.
func (rd *threadReader) answer(asked Question) (got Question) {
	if rd.count == 0 || rd.count > maxAnswer || rd.onlyAsks() {
		return rd.given(asked, false)
	}
	got = rd.given(asked, true)
	if rd.all&partRefuse != 0 {
		return got
	}
	if asked&(askNumbers|AskPhone|AskBirth) != 0 && got&(askNumbers|AskPhone|AskBirth) != asked&(askNumbers|AskPhone|AskBirth) {
		got |= rd.codes(asked &^ got)
	}
	if asked&AskAddress&^got != 0 {
		got |= rd.bareAddress()
	}
	if asked&AskName&^got != 0 {
		got |= rd.bareName()
	}
	if asked&AskAge&^got != 0 {
		got |= rd.bareAge()
	}
	if asked&(AskReason|AskMedication) != 0 && rd.count <= bareAnswer && rd.bareHealth(asked&AskReason != 0) {
		got |= asked & (AskReason | AskMedication)
	}
	if asked&AskReading != 0 && rd.count <= bareAnswer && rd.bareReading() {
		got |= AskReading
	}
	if asked&AskCondition != 0 && !rd.thanksOff() {
		got |= AskCondition
	}
	return got
}

// thanksOff reports "no thanks", which turns an offer down.
func (rd *threadReader) thanksOff() bool { return rd.opens&partNo != 0 && rd.all&partThanks != 0 }

// given reads the spans that are there already; retype gives those that have no
// label and no check digit of their own the type that was asked for.
func (rd *threadReader) given(asked Question, retype bool) (got Question) {
	for i := range rd.r.Spans {
		s := &rd.r.Spans[i]
		q := asked & answers(s)
		switch {
		case q != 0:
			if s.Type == identifiers.Name && s.Role == identifiers.RoleUnknown {
				s.Role = identifiers.RolePatient
			}
		case !retype || s.Vague || s.Why.Checksum || s.Why.Cue != lexicon.NoCue:
		case s.Type == identifiers.Date && asked&AskBirth != 0:
			q = AskBirth
			rd.retype(s, identifiers.DateOfBirth, lexicon.CueBorn)
		case s.Type == identifiers.Name && asked&AskPlace != 0 && asked&AskName == 0 && rd.count <= bareAnswer && s.Role == identifiers.RoleUnknown:
			q = AskPlace
			rd.retype(s, identifiers.City, lexicon.CueCity)
		case asked&AskPhone == 0 && s.Type == identifiers.Phone || isCode(s.Type):
			typ, of := askedNumber(asked)
			if q = of; q != 0 {
				rd.retype(s, typ, lexicon.CueNumber)
			}
		}
		got |= q
	}
	return got
}

func (rd *threadReader) retype(s *identifiers.Span, typ identifiers.Type, c lexicon.Cue) {
	if rd.d.types&(1<<typ) != 0 {
		s.Type, s.Why = typ, identifiers.Why{Matcher: AnswerMatcher, Cue: c}
	}
}

// answers is the questions that a span of its type answers.
func answers(s *identifiers.Span) Question {
	switch s.Type {
	case identifiers.Name:
		return AskName
	case identifiers.DateOfBirth:
		return AskBirth
	case identifiers.Phone:
		return AskPhone
	case identifiers.Email:
		return AskEmail
	case identifiers.StreetAddress, identifiers.PostalCode, identifiers.City:
		return AskAddress | AskPlace
	case identifiers.HealthPlanNumber:
		return AskPlan
	case identifiers.MedicalRecordNumber:
		return AskRecord
	case identifiers.UniqueID:
		return AskReference | AskNumber
	case identifiers.LicenseNumber:
		return AskLicense
	case identifiers.VehicleID:
		return AskPlate
	case identifiers.DeviceID:
		return AskDevice
	case identifiers.AccountNumber:
		return AskAccount
	case identifiers.NationalID, identifiers.SSN:
		return AskNational | AskNumber
	case identifiers.Age:
		return AskAge
	}
	return 0
}

// isCode reports the types of codes and numbers, which look alike.
func isCode(t identifiers.Type) bool {
	s := identifiers.Span{Type: t}
	return answers(&s)&askNumbers != 0
}

// askedNumber is the type of the first code or number that is asked for.
func askedNumber(asked Question) (identifiers.Type, Question) {
	for _, x := range [...]struct {
		q Question
		t identifiers.Type
	}{
		{AskPlan, identifiers.HealthPlanNumber}, {AskRecord, identifiers.MedicalRecordNumber}, {AskReference, identifiers.UniqueID},
		{AskLicense, identifiers.LicenseNumber}, {AskPlate, identifiers.VehicleID}, {AskDevice, identifiers.DeviceID},
		{AskAccount, identifiers.AccountNumber}, {AskNational, identifiers.NationalID}, {AskNumber, identifiers.UniqueID},
	} {
		if asked&x.q != 0 {
			return x.t, x.q
		}
	}
	return identifiers.NoType, 0
}

// add puts a span for tokens first to last in its place. Spans do not overlap:
// those that it covers give way, being vague ("3pm") or part of it.
func (rd *threadReader) add(first, last int, typ identifiers.Type, role identifiers.Role, c lexicon.Cue) bool {
	if rd.d.types&(1<<typ) == 0 || rd.d.opt.minScore() > answerScore {
		return false
	}
	start, end := rd.original(first, last)
	spans := slices.DeleteFunc(rd.r.Spans, func(s identifiers.Span) bool { return s.Start < end && start < s.End })
	at := 0
	for at < len(spans) && spans[at].Start < start {
		at++
	}
	rd.r.Spans = slices.Insert(spans, at, identifiers.Span{Start: start, End: end, Score: answerScore, Type: typ, Role: role,
		Why: identifiers.Why{Matcher: AnswerMatcher, Cue: c}})
	return true
}
