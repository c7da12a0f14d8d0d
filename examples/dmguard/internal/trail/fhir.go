package trail

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// The systems of codes and identifiers.
const (
	dicom = "http://dicom.nema.org/resources/ontology/DCM"
	home  = "https://github.com/phidetect/phidetect/tree/main/examples/dmguard"
)

// What of AuditEvent (FHIR R4, http://hl7.org/fhir/R4/auditevent.html) is used.
type (
	fhirEvent struct {
		ResourceType string       `json:"resourceType"`
		ID           string       `json:"id"`
		Type         fhirCoding   `json:"type"`
		Subtype      []fhirCoding `json:"subtype,omitempty"`
		Action       string       `json:"action"`
		Recorded     string       `json:"recorded"`
		Outcome      string       `json:"outcome"`
		Agent        []fhirAgent  `json:"agent"`
		Source       fhirSource   `json:"source"`
		Entity       []fhirEntity `json:"entity"`
	}
	fhirCoding struct {
		System  string `json:"system"`
		Code    string `json:"code"`
		Display string `json:"display,omitempty"`
	}
	fhirIdentifier struct {
		System string `json:"system"`
		Value  string `json:"value"`
	}
	fhirReference struct {
		Identifier fhirIdentifier `json:"identifier"`
	}
	fhirAgent struct {
		Who       fhirReference `json:"who"`
		Requestor bool          `json:"requestor"`
	}
	fhirSource struct {
		Observer fhirReference `json:"observer"`
	}
	fhirEntity struct {
		What   *fhirReference `json:"what,omitempty"`
		Detail []fhirDetail   `json:"detail,omitempty"`
	}
	fhirDetail struct {
		Type  string `json:"type"`
		Value string `json:"valueString"`
	}
)

// auditEvent gives a line as an AuditEvent. Its hash in the chain goes along, so
// that the two can be compared.
func auditEvent(r *Record) fhirEvent {
	e := &r.Event
	out := fhirEvent{
		ResourceType: "AuditEvent", ID: "dmguard-" + strconv.FormatUint(r.Seq, 10),
		Type: kindOf(e.Outcome), Action: doneBy(e.Outcome), Recorded: e.Time.Format(time.RFC3339Nano), Outcome: "0",
		Agent:  []fhirAgent{{Who: ref("actor", e.Actor), Requestor: e.Actor != System}},
		Source: fhirSource{ref("service", System)},
	}
	if e.Outcome != "" {
		out.Subtype = []fhirCoding{{System: home, Code: e.Outcome}}
	}
	if r.Refused() {
		out.Outcome = "4" // minor failure: it was not done
	}
	var entity fhirEntity
	if e.Resource != "" {
		what := ref("resource", e.Resource)
		entity.What = &what
	}
	for _, d := range []fhirDetail{
		{"seq", strconv.FormatUint(r.Seq, 10)}, {"hash", r.Hash}, {"decision", e.Action}, {"direction", e.Direction}, {"verdict", e.Verdict}, {"types", counts(e.Types)},
		{"health-score", fmt.Sprintf("%.2f", e.Score)}, {"categories", strings.Join(e.Categories, " ")}, {"sensitivity", strings.Join(e.Sensitivity, " ")},
		{"policy", strings.Trim(e.Policy+" "+e.PolicyVersion, " ")}, {"rule", e.Rule}, {"raised-by", e.Raised}, {"library", e.Library},
	} {
		if d.Value != "" {
			entity.Detail = append(entity.Detail, d)
		}
	}
	out.Entity = []fhirEntity{entity}
	return out
}

func ref(kind, value string) fhirReference {
	return fhirReference{fhirIdentifier{home + "#" + kind, value}}
}

// kindOf gives the type of what was done.
func kindOf(outcome string) fhirCoding {
	switch {
	case strings.HasPrefix(outcome, "sign-"):
		return fhirCoding{dicom, "110114", "User Authentication"}
	case strings.HasPrefix(outcome, "user-"):
		return fhirCoding{dicom, "110113", "Security Alert"}
	case strings.HasPrefix(outcome, "vault-"):
		return fhirCoding{dicom, "110110", "Patient Record"}
	}
	return fhirCoding{dicom, "110100", "Application Activity"}
}

// doneBy gives the kind of action: create, read, update, delete, execute.
func doneBy(outcome string) string {
	switch {
	case outcome == "vault-read":
		return "R"
	case outcome == "unsent" || outcome == "vault-purge" || outcome == "post-taken-down":
		return "D"
	case strings.HasSuffix(outcome, "-added"):
		return "C"
	case strings.HasSuffix(outcome, "-revoked") || strings.HasSuffix(outcome, "-disabled") || strings.HasSuffix(outcome, "-renewed") ||
		strings.HasSuffix(outcome, "-assigned") || strings.HasSuffix(outcome, "-resolved") || strings.HasSuffix(outcome, "-closed"):
		return "U"
	}
	return "E"
}
