package lexicon

// An Entry is what the lexicon knows of one word or phrase, packed so that one
// load gives it all. The zero Entry knows nothing.
//
//	bits  0-3   given name odds, 0 none to 15
//	bits  4-7   surname odds
//	bits  8-11  place odds
//	bits 12-15  how common a word it is, 0 unknown to 15 ("the")
//	bits 16-23  Cue
//	bits 24-28  Category
//	bits 29-30  Weight
//	bits 32-39  Sensitivity
//	bits 40-55  Flags
//	bits 56-57  Language
type Entry uint64

// Flags are properties that go together with any other.
type Flags uint16

const (
	// Continues: the word begins a longer phrase.
	Continues Flags = 1 << iota
	// Eponym: a name inside a medical term or a brand ("Baker's cyst").
	Eponym
	// Brand: a brand or a product, not a person.
	Brand
	// Facility: a word that ends or begins the name of a facility.
	Facility
	// Street: a street type.
	Street
	// Unit: a unit of measure or dose.
	Unit
	// Verb: more often a verb than a name at the start of a sentence.
	Verb
	// Stop: a function word; never a name without a strong cue.
	Stop
	// State: a state, province or country, or its abbreviation.
	State
	// Figure: part of a phrase in which health words mean something else.
	Figure
	// Figurative phrase or word that speaks against health in the message.
	NonHealth
	// Animal: the message may be about an animal.
	Animal
	// LabName: the name of a test or vital sign that a number follows.
	LabName
	// TopLevel: a top-level domain.
	TopLevel
	// Spanish marks words that only Spanish has.
	Spanish
	// French marks words that only French has.
	French
)

// Weight says how much a health term proves by itself.
type Weight uint8

const (
	// NoWeight: not a health term.
	NoWeight Weight = iota
	// Weak terms count only in company ("ms", "cold", "script").
	Weak
	// Medium terms usually speak of health ("appointment", "therapy").
	Medium
	// Strong terms prove health talk alone ("diabetes").
	Strong
)

// Sensitivity marks the kinds of health facts that laws and people guard most.
type Sensitivity uint8

const (
	// MentalHealth: psychiatric and psychological.
	MentalHealth Sensitivity = 1 << iota
	// SubstanceUse: alcohol and drugs (42 CFR Part 2).
	SubstanceUse
	// SexualHealth: HIV and sexually transmitted infections.
	SexualHealth
	// Reproductive: pregnancy, fertility, contraception, abortion.
	Reproductive
	// Genetic: genetic tests and inherited risks.
	Genetic
	// Abuse: violence, neglect and abuse.
	Abuse
	// Minor: about a child.
	Minor
)

// Given is how much likelier the word is a given name than a word, 0 to 15.
func (e Entry) Given() int { return int(e & 15) }

// Surname is the same for surnames.
func (e Entry) Surname() int { return int(e >> 4 & 15) }

// Name is the larger of Given and Surname.
func (e Entry) Name() int { return max(e.Given(), e.Surname()) }

// Place is how much likelier the word or phrase is a place than a word, 0 to 15.
func (e Entry) Place() int { return int(e >> 8 & 15) }

// Rank is how common a word it is: 15 the commonest, 1 rare, 0 not a word of
// the dictionary.
func (e Entry) Rank() int { return int(e >> 12 & 15) }

// Cue is the word's part in finding identifiers.
func (e Entry) Cue() Cue { return Cue(e >> 16) }

// Category is the kind of health term, or NoCategory.
func (e Entry) Category() Category { return Category(e >> 24 & 31) }

// Weight is how much the health term proves.
func (e Entry) Weight() Weight { return Weight(e >> 29 & 3) }

// Sensitivity is the union of the health term's sensitive kinds.
func (e Entry) Sensitivity() Sensitivity { return Sensitivity(e >> 32) }

// Flags gives the properties.
func (e Entry) Flags() Flags { return Flags(e >> 40) }

// Has reports whether all of f are set.
func (e Entry) Has(f Flags) bool { return e.Flags()&f == f }

// HasAny reports whether one of f is set.
func (e Entry) HasAny(f Flags) bool { return e.Flags()&f != 0 }

// Rare reports that the entry says no more than that the word may be a rare one, a
// rare name or a small place, or is of a language; that of an unknown word is rare
// too. The table tells rare words apart by so few bits that once in 250 times an
// unknown one is taken for one: who asks for words that nobody knows asks for Rare.
func (e Entry) Rare() bool {
	const names, places, ranks = 0xFF, 0xF00, 0xF000
	return e.WithLanguage(NoLanguage)&^(names|places|ranks) == 0 && e.Name() <= 3 && e.Place() <= 4 && e.Rank() <= 2
}

// WithNames, WithPlace and the like give the Entry with a part replaced; the
// generator and user additions build entries with them.
func (e Entry) WithNames(given, surname int) Entry {
	return e&^0xFF | Entry(given&15) | Entry(surname&15)<<4
}

// WithPlace replaces the place odds.
func (e Entry) WithPlace(odds int) Entry { return e&^0xF00 | Entry(odds&15)<<8 }

// WithRank replaces the rank.
func (e Entry) WithRank(rank int) Entry { return e&^0xF000 | Entry(rank&15)<<12 }

// WithCue replaces the cue.
func (e Entry) WithCue(c Cue) Entry { return e&^(0xFF<<16) | Entry(c)<<16 }

// WithHealth replaces the health part.
func (e Entry) WithHealth(c Category, w Weight, s Sensitivity) Entry {
	return e&^(0xFF<<24|0xFF<<32) | Entry(c&31)<<24 | Entry(w&3)<<29 | Entry(s)<<32
}

// WithFlags adds flags.
func (e Entry) WithFlags(f Flags) Entry { return e | Entry(f)<<40 }
