package lexicon

// A Cue is a word's or phrase's part in finding identifiers and their owners.
// A word has at most one.
type Cue uint8

const (
	// NoCue: the word is no cue.
	NoCue Cue = iota
	// CueIntro introduces a name for certain: "my name is", "last name".
	CueIntro
	// CueIntroWeak may introduce a name: "this is", "it's", "I am".
	CueIntroWeak
	// CueSignoff closes a message before a name: "regards", "thanks".
	CueSignoff
	// CueGreeting opens a message before a name: "hi", "dear".
	CueGreeting
	// CueTitle is a personal title: "Mr", "Mrs", "Señora".
	CueTitle
	// CueDoctor is a provider's title: "Dr", "nurse".
	CueDoctor
	// CueKin names a relative or close person: "my son", "partner".
	CueKin
	// CueChild names a child: "baby", "toddler".
	CueChild
	// CuePerson labels a person in forms and notes: "patient", "claimant".
	CuePerson
	// CueParticle is a name particle: "van", "de la", "bin".
	CueParticle
	// CueNameSuffix ends a name: "Jr", "III".
	CueNameSuffix
	// CueCredential follows a provider's name: "MD", "RN".
	CueCredential
	// CueFor points to a person: "for", "under", "to".
	CueFor
	// CueMonth is a month.
	CueMonth
	// CueWeekday is a day of the week.
	CueWeekday
	// CueRelative is a relative date: "tomorrow", "last week".
	CueRelative
	// CueHoliday is a holiday used as a date.
	CueHoliday
	// CueTime is a time of the day or its marker: "am", "noon".
	CueTime
	// CueOrdinal is an ordinal in words: "ninth".
	CueOrdinal
	// CueNumeral is a number in words: "five", "oh", "double".
	CueNumeral
	// CueTens is a multiple of ten in words: "forty".
	CueTens
	// CueBorn labels a date of birth: "dob", "born", "birthday".
	CueBorn
	// CueDate labels a date: "date of service", "admitted on".
	CueDate
	// CueAge labels an age: "age", "aged".
	CueAge
	// CueAgeUnit follows an age: "yo", "years old".
	CueAgeUnit
	// CueYears is a unit of time: "years", "months", "weeks", "days".
	CueYears
	// CuePhone labels a phone number: "call", "mobile".
	CuePhone
	// CueFax labels a fax number.
	CueFax
	// CueEmail labels an e-mail address.
	CueEmail
	// CueURL labels a URL.
	CueURL
	// CueSSN labels a US social security number.
	CueSSN
	// CueNational labels a national or tax number: "NINO", "Aadhaar", "TFN".
	CueNational
	// CueMRN labels a medical record number: "MRN", "chart", "hospital no".
	CueMRN
	// CuePlan labels a health plan number: "member id", "Medicare no".
	CuePlan
	// CueAccount labels a bank, card or billing account.
	CueAccount
	// CueCard labels a payment card.
	CueCard
	// CueBank labels a bank routing or IBAN number.
	CueBank
	// CueLicense labels a licence, passport or provider number.
	CueLicense
	// CueNPI labels an NPI, DEA or registration number of a provider.
	CueNPI
	// CuePlate labels a vehicle plate.
	CuePlate
	// CueVehicle names a vehicle: "car", "Tundra".
	CueVehicle
	// CueVIN labels a VIN.
	CueVIN
	// CueDevice labels a serial, lot or device number.
	CueDevice
	// CueUnique labels a case, claim, order or reference number.
	CueUnique
	// CueHandle labels a user name or a platform: "insta", "username".
	CueHandle
	// CueIP labels an IP address.
	CueIP
	// CueAddress labels a street address: "live at", "address".
	CueAddress
	// CueUnit begins a unit in an address: "apt", "unit", "suite".
	CueUnit
	// CuePOBox begins a post office box.
	CuePOBox
	// CueZip labels a postal code.
	CueZip
	// CueCity labels or precedes a city: "live in", "from", "city".
	CueCity
	// CueNumber says that a number follows: "no", "number", "#", "id".
	CueNumber
	// CueLast4 says that a number is the end of another: "ending", "last 4".
	CueLast4
	// CueBiometric is a biometric: "fingerprint", "iris scan".
	CueBiometric
	// CuePhoto is a picture: "photo", "selfie".
	CuePhoto
	// CueAttach says that something is attached or sent.
	CueAttach
	// CueRoom labels a room or bed.
	CueRoom
	// CueAgainst precedes a number that is no identifier: "size", "qty", "version".
	CueAgainst
	// CueTracking labels parcels, flights, ISBN and the like: no identifier of a person.
	CueTracking
	// CueMoney is a currency or money word.
	CueMoney
	// CuePronounI first person: "I", "my", "me".
	CuePronounI
	// CuePronounThird third person: "she", "his".
	CuePronounThird
	// CuePronounYou second person: "you", "your".
	CuePronounYou
	// CuePronounWe first person plural: "we", "our".
	CuePronounWe
	// CueNegation denies: "no", "not", "denies".
	CueNegation
	// CueHypothetical supposes: "if", "would".
	CueHypothetical
	// CueQuestion asks: "does", "do you", "what".
	CueQuestion
	// CueMarketing advertises: "book now", "offer", "% off".
	CueMarketing
	// CueNews tells of public figures: "papers", "celebrity".
	CueNews
	// CueSpeech is a verb that people do: "said", "called", "has".
	CueSpeech
	// CueHere follows a name: "here", "speaking".
	CueHere
	// CueStaff speaks as or of the clinic's staff: "our patient", "on shift".
	CueStaff
	// CueDot spells the dot of an address: "dot", "punkt".
	CueDot
	// CueAt spells the at sign: "at", "arroba".
	CueAt
	// CueRole is a role by which a town knows somebody: "the mayor", "the guy".
	CueRole
	// CueTies ties a role to one person: "from the", "a certain", "that one".
	CueTies
	// CueConjunction joins: "and", "&", "y".
	CueConjunction

	cueCount = int(CueConjunction) + 1
)

var cueNames = [cueCount]string{"",
	"intro", "intro_weak", "signoff", "greeting", "title", "doctor", "kin", "child",
	"person", "particle", "name_suffix", "credential", "for", "month", "weekday", "relative",
	"holiday", "time", "ordinal", "numeral", "tens", "born", "date", "age",
	"age_unit", "years", "phone", "fax", "email", "url", "ssn", "national_id",
	"mrn", "plan", "account", "card", "bank", "license", "npi", "plate",
	"vehicle", "vin", "device", "unique", "handle", "ip", "address", "unit",
	"po_box", "zip", "city", "number", "last4", "biometric", "photo", "attach",
	"room", "against", "tracking", "money", "pronoun_i", "pronoun_third", "pronoun_you", "pronoun_we",
	"negation", "hypothetical", "question", "marketing", "news", "speech", "here", "staff",
	"dot", "at", "role", "ties", "and",
}

// String gives the name used in data files and explanations.
func (c Cue) String() string {
	if int(c) < cueCount {
		return cueNames[c]
	}
	return ""
}

// CueOf is the inverse of String; unknown names give NoCue.
func CueOf(name string) Cue {
	for i, n := range cueNames {
		if n == name && i > 0 {
			return Cue(i)
		}
	}
	return NoCue
}
