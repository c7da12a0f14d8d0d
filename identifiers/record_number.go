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

// patientWord reports a word for somebody in care, not for a student, a donor
// or an employee.
func (t *Text) patientWord(i int) bool {
	switch t.Tokens[i].Hash {
	case hashPatient, hashPt, hashPts, hashPx, hashClient, hashResident, hashPaciente, hashPatiente:
		return true
	}
	return false
}
