package phi

import (
	"slices"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
)

const (
	defaultName    = "default"
	defaultVersion = "1"
)

// DefaultPolicy is what a clinic can begin with:
//
//   - To a third party no identifiers of persons go: redacted; a hint that no
//     redaction takes out is held.
//   - In public the clinic confirms nothing of anybody: blocked.
//   - In private a reply of staff that confirms a patient or tells of one's
//     health is held for somebody to look at.
//   - Who posts PHI in public is hidden until somebody looks at it, and asked to
//     write securely; so is who sends it in private, without holding it. Own
//     health in public, where an account stands beside it, and numbers that open
//     accounts, are redirected.
//
// It tightens: what 42 CFR Part 2 protects is blocked to third parties and the
// other sensitive kinds are held; they are held in public too; what tells of
// abuse is always for a person to see.
//
// The result is a copy that may be changed.
func DefaultPolicy() Policy {
	return Policy{Name: defaultName, Version: defaultVersion, Rules: cloneRules(defaultRules[:]), Tighten: cloneRules(defaultTighten[:]), Otherwise: Allow}
}

func cloneRules(rules []Rule) []Rule {
	out := slices.Clone(rules)
	for i := range out {
		c := &out[i].If
		c.Verdicts, c.Subjects = slices.Clone(c.Verdicts), slices.Clone(c.Subjects)
		c.Types, c.Roles = slices.Clone(c.Types), slices.Clone(c.Roles)
	}
	return out
}

// graveTypes are identifiers that open an account or find a person by themselves.
var graveTypes = []identifiers.Type{identifiers.SSN, identifiers.NationalID, identifiers.MedicalRecordNumber, identifiers.HealthPlanNumber, identifiers.AccountNumber,
	identifiers.LicenseNumber, identifiers.DateOfBirth, identifiers.Biometric}

// contactTypes are identifiers by which a person is reached.
var contactTypes = []identifiers.Type{identifiers.Phone, identifiers.Email, identifiers.StreetAddress}

var (
	onlyPHI    = []Verdict{PHI}
	onlyHealth = []Verdict{HealthOnly}
)

var defaultRules = [...]Rule{
	{"third-party-hint", Condition{Directions: ThirdParty, Verdicts: onlyPHI, Reasons: ReasonHint}, Hold, "a hint stays when the identifiers are out"},
	{"third-party-person", Condition{Directions: ThirdParty, Reasons: ReasonPerson | ReasonDate | ReasonSender}, Redact, "no person goes to a third party without an agreement (45 CFR 164.502(e))"},

	{"public-reply-confirms", Condition{Directions: PublicReply, Confirms: anyConfirms}, Block, "that somebody is a patient is PHI (45 CFR 160.103)"},
	{"public-reply-phi", Condition{Directions: PublicReply, Verdicts: onlyPHI}, Block, "a clinic may not publish PHI (45 CFR 164.502(a))"},
	{"public-reply-grave", Condition{Directions: PublicReply, Types: graveTypes}, Block, "a number that finds a person"},
	{"public-reply-personal", Condition{Directions: PublicReply, Verdicts: onlyHealth, Personal: Yes}, Hold, "it may speak of the person it answers"},

	{"staff-confirms", Condition{Directions: FromStaff, Confirms: anyConfirms}, Hold, "it confirms a patient outside the clinic's own channel"},
	{"staff-phi", Condition{Directions: FromStaff, Verdicts: onlyPHI}, Hold, "PHI leaves the clinic's own channel"},
	{"staff-personal", Condition{Directions: FromStaff, Verdicts: onlyHealth, Personal: Yes, SenderKnown: Yes}, Hold, "the account it goes to says whose health it is"},
	{"staff-grave", Condition{Directions: FromStaff, Types: graveTypes}, Hold, "a number that finds a person"},

	{"public-post-phi", Condition{Directions: PublicPost, Verdicts: onlyPHI}, Hold, "hide it, and send the redirect text"},
	{"public-post-personal", Condition{Directions: PublicPost, Verdicts: onlyHealth, Personal: Yes}, Redirect, "the account it comes from says whose health it is"},
	{"public-post-grave", Condition{Directions: PublicPost, Types: graveTypes}, Hold, "a number that finds a person"},
	{"public-post-reach", Condition{Directions: PublicPost, Types: contactTypes, Reasons: ReasonPerson}, Redirect, "anybody can read it"},

	{"patient-phi", Condition{Directions: FromPatient, Verdicts: onlyPHI}, Redirect, "the channel is not secure"},
	{"patient-personal", Condition{Directions: FromPatient, Verdicts: onlyHealth, Personal: Yes, SenderKnown: Yes}, Redirect, "the account it comes from says whose health it is"},
	{"patient-grave", Condition{Directions: FromPatient, Types: graveTypes}, Redirect, "the channel is not secure"},

	{"nothing-found", Condition{}, Allow, ""},
}

var defaultTighten = [...]Rule{
	{"part-2", Condition{Directions: ThirdParty, Verdicts: onlyPHI, Sensitivity: lexicon.SubstanceUse}, Block, "42 CFR Part 2 asks for consent"},
	{"sensitive-third-party", Condition{Directions: ThirdParty, Verdicts: onlyPHI, Sensitivity: anySensitivity}, Hold, "kinds of facts that laws guard most"},
	{"sensitive-public", Condition{Directions: PublicPost, Personal: Yes, Sensitivity: anySensitivity}, Hold, "kinds of facts that laws guard most"},
	{"sensitive-staff", Condition{Directions: FromStaff, Verdicts: []Verdict{PHI, HealthOnly}, Personal: Yes, Sensitivity: anySensitivity}, Hold, "kinds of facts that laws guard most"},
	{"abuse", Condition{Directions: FromPatient | PublicPost, Personal: Yes, Sensitivity: lexicon.Abuse}, Hold, "a person must see it"},
}
