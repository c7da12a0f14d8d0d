package lexicon

// Category is the kind of a health term.
type Category uint8

const (
	// NoCategory: not a health term.
	NoCategory Category = iota
	// Condition is a disease or disorder.
	Condition
	// Symptom is something felt or seen.
	Symptom
	// Body is a body part; it needs a sensation beside it.
	Body
	// Sensation is a complaint word that makes a symptom with a body part.
	Sensation
	// Drug is a medicine, generic, brand or class.
	Drug
	// Dose is an amount or a regimen.
	Dose
	// Procedure is an operation, treatment or therapy.
	Procedure
	// Test is a test, image or its result.
	Test
	// Lab is a measured quantity that a number follows.
	Lab
	// Device is a medical device or aid.
	Device
	// Specialty is a field, a department or a provider kind.
	Specialty
	// CareEvent is a step of care: appointment, referral, discharge.
	CareEvent
	// Insurance is payment for care.
	Insurance
	// Pregnancy is pregnancy, birth, fertility and contraception.
	Pregnancy
	// Mental is mental health.
	Mental
	// Substance is alcohol and drug use.
	Substance
	// Sexual is sexual health.
	Sexual
	// Gender is gender care.
	Gender
	// Paediatric is child health.
	Paediatric
	// Abbreviation is a clinical abbreviation.
	Abbreviation
	// Emoji is a medical emoji.
	Emoji
	// Code is a code of a classification (ICD-10).
	Code

	// CategoryCount is the number of categories, NoCategory included.
	CategoryCount = int(Code) + 1
)

var categoryNames = [...]string{"", "condition", "symptom", "body", "sensation", "drug", "dose", "procedure", "test", "lab", "device", "specialty",
	"care_event", "insurance", "pregnancy", "mental_health", "substance", "sexual_health", "gender", "paediatric", "abbreviation", "emoji", "code"}

// String gives the name used in JSON and in the data files.
func (c Category) String() string {
	if int(c) < len(categoryNames) {
		return categoryNames[c]
	}
	return ""
}

// CategoryOf is the inverse of String; unknown names give NoCategory.
func CategoryOf(name string) Category {
	for i, n := range categoryNames {
		if n == name && i > 0 {
			return Category(i)
		}
	}
	return NoCategory
}

var sensitivityNames = [...]string{"mental_health", "substance_use", "sexual_health", "reproductive", "genetic", "abuse", "minor"}

// Names lists the set kinds.
func (s Sensitivity) Names() []string {
	var out []string
	for i, n := range sensitivityNames {
		if s&(1<<i) != 0 {
			out = append(out, n)
		}
	}
	return out
}
