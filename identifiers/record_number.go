package identifiers

import (
	"github.com/phidetect/phidetect/lexicon"
)

// judgeMRN knows medical record, patient, encounter, accession and specimen
// numbers by their labels; no national scheme or check digit exists.
func judgeMRN(t *Text, c *candidate) judgement {
	if c.label.is(lexicon.CuePerson) && c.label.near && c.label.mark && c.n >= 4 && t.patientWord(c.label.tok) {
		return judgement{MedicalRecordNumber, 0.8, false, "record_number"} // "patient # 55-2091"
	}
	if s := t.besidePatient(c); s > 0 {
		return judgement{MedicalRecordNumber, s, false, "record_number"}
	}
	if c.label.tok < 0 || c.label.cue != lexicon.CueMRN {
		return judgement{}
	}
	if t.Triggers.Cues.Has(lexicon.CueBank) && wordIs(t, c.label.tok, "acc") {
		return judgement{AccountNumber, 0.9, false, "account"} // "BSB 062-948 acc 1183 5520"
	}
	j := byLabel(c, MedicalRecordNumber, "record_number", 3)
	if j.score > 0 && c.n >= 5 {
		j.score = min(0.98, j.score+0.04)
	}
	return j
}

// besidePatient judges a number by what stands right before it: "MR 0098817" in
// capitals, "pt 5551904", "GET /patients/60431", "Patient/LB-448".
func (t *Text) besidePatient(c *candidate) float32 {
	i := c.first - 1
	if i < 0 || c.digits < 4 || c.letters > 3 || c.seps&(sepSpace|sepDot|sepSlash) != 0 {
		return 0
	}
	if t.is(i, '/') && t.touches(c.first) && t.touches(i) {
		if i > 0 && t.patientWord(i-1) {
			return 0.8
		}
		return 0
	}
	gap := t.Tokens[c.first].Gap
	if t.is(i, ':') && i > 0 && t.touches(i) {
		i--
	}
	k := &t.Tokens[i]
	switch {
	case gap > lexicon.GapSpace || c.n < 5:
	case wordIs(t, i, "mr") && k.Case == lexicon.UpperCase && k.Len() == 2:
		return 0.75
	case c.n >= 6 && c.n <= 9 && k.Hash == hashPt && k.Len() == 2 && !t.is(c.last+1, '%'):
		return 0.66
	}
	return 0
}

// patientWord reports a word for somebody in care, not for a student, a donor
// or an employee.
func (t *Text) patientWord(i int) bool {
	switch t.Tokens[i].Hash {
	case hashPatient, hashPt, hashPts, hashPx, hashClient, hashResident, hashPaciente, hashPatiente, hashPatients, hashClients:
		return true
	}
	return false
}
