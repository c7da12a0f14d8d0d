package phi

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"runtime/debug"
	"strings"

	"github.com/phidetect/phidetect/identifiers"
)

// AttestationNotice says what an Attestation is and what it is not.
const AttestationNotice = "This attests what was done with the identifiers that were found. " +
	"It does not attest that all were found, and it is no determination under 45 CFR 164.514(b)."

// An Attestation says, for one text, which of the letters A to R of 45 CFR
// 164.514(b)(2)(i) were found, how often, and what was done with each. It holds
// no text. It attests what was done with what was found; it is no legal
// determination that the text is de-identified.
type Attestation struct {
	// Policy is the policy's Name, PolicyHash the SHA-256 of its JSON, in hex.
	Policy, PolicyHash string
	// Library is the module's version as the build knows it.
	Library string
	// Letters has a line for each letter, A to R, found or not.
	Letters [18]LetterCount
	// Health and Denied count the evidence of health and the words of the deny
	// list that were redacted.
	Health, Denied int
}

// A LetterCount counts what was done with the identifiers of one letter.
type LetterCount struct {
	Letter byte
	// Found is how many were found, the sum of Done.
	Found int
	// Done counts by what was done: Done[OpKeep] stayed as they were. Ages up to
	// 89 and bare years under OpGeneralize count as generalized.
	Done [OpKeep + 1]int
}

// RedactAttested is Redact with an attestation of what it did.
func (r *Redactor) RedactAttested(text string) (string, Attestation) {
	return r.attested(text, r.session())
}

// RedactAttested is Redact with an attestation of what it did.
func (s *Session) RedactAttested(text string) (string, Attestation) { return s.r.attested(text, s) }

func (r *Redactor) attested(text string, s *Session) (string, Attestation) {
	p := r.pool.Get().(*plan)
	defer r.pool.Put(p)
	r.detector.DetectInto(&p.result, text)
	a := Attestation{Policy: r.policy.Name, PolicyHash: r.hash, Library: libraryVersion()}
	for i := range a.Letters {
		a.Letters[i].Letter = byte('A' + i)
	}
	out := r.appendAll(nil, nil, text, &p.result, p, s, a.count)
	return string(out), a
}

// count adds what a plan does.
func (a *Attestation) count(p *plan) {
	for i := range p.found {
		f := &p.found[i]
		switch {
		case f.typ != identifiers.NoType:
			l := &a.Letters[f.typ.Letter()-'A']
			l.Found++
			l.Done[f.treat.Operator]++
		case f.treat.Operator == OpKeep || f.treat == &literalTreat:
		case f.category != 0:
			a.Health++
		default:
			a.Denied++
		}
	}
}

// policyHash names a policy by its content; the key is no part of it.
func policyHash(p *RedactPolicy) string {
	b, err := json.Marshal(p)
	if err != nil {
		return ""
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// libraryVersion is the module's version in the running program.
func libraryVersion() string {
	const module = "github.com/phidetect/phidetect"
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return module
	}
	if info.Main.Path == module {
		return module + " " + info.Main.Version
	}
	for _, d := range info.Deps {
		if d.Path == module {
			return module + " " + d.Version
		}
	}
	return module
}

// String gives one line a letter that was found, and the notice.
func (a Attestation) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "policy %s (%.12s), %s\n", a.Policy, a.PolicyHash, a.Library)
	for _, l := range &a.Letters {
		if l.Found == 0 {
			continue
		}
		fmt.Fprintf(&b, "%c: %d found", l.Letter, l.Found)
		for op, n := range l.Done {
			if n > 0 {
				fmt.Fprintf(&b, ", %s %d", Operator(op), n)
			}
		}
		b.WriteByte('\n')
	}
	if a.Health+a.Denied > 0 {
		fmt.Fprintf(&b, "health terms %d, words of the deny list %d\n", a.Health, a.Denied)
	}
	b.WriteString(AttestationNotice)
	return b.String()
}

// MarshalJSON gives an object with the notice; "letters" has a member for each
// letter that was found.
func (a Attestation) MarshalJSON() ([]byte, error) {
	type line struct {
		Found int            `json:"found"`
		Done  map[string]int `json:"done"`
	}
	letters := map[string]line{}
	for _, l := range &a.Letters {
		if l.Found == 0 {
			continue
		}
		x := line{l.Found, map[string]int{}}
		for op, n := range l.Done {
			if n > 0 {
				x.Done[Operator(op).String()] = n
			}
		}
		letters[string(rune(l.Letter))] = x
	}
	return json.Marshal(struct {
		Notice     string          `json:"notice"`
		Policy     string          `json:"policy"`
		PolicyHash string          `json:"policy_sha256"`
		Library    string          `json:"library"`
		Covered    string          `json:"covered"`
		Letters    map[string]line `json:"letters"`
		Health     int             `json:"health"`
		Denied     int             `json:"denied"`
	}{AttestationNotice, a.Policy, a.PolicyHash, a.Library, "ABCDEFGHIJKLMNOPQR", letters, a.Health, a.Denied})
}
