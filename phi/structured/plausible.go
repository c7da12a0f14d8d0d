package structured

import (
	"strings"

	"github.com/phidetect/phidetect/identifiers"
)

// plausible reports whether a value can be of the type that its key names. What
// cannot is read as text: "zip": "notes.zip", "age": 86400.
func plausible(t identifiers.Type, v string) bool {
	v = strings.TrimSpace(v)
	if !present(v) {
		return false
	}
	switch t {
	case identifiers.Age:
		n := digits(v)
		return n > 0 && n <= 3 && len(v) <= 24
	case identifiers.PostalCode:
		return digits(v) > 0 && len(v) <= 12
	case identifiers.Name:
		return letters(v) > 0
	case identifiers.StreetAddress:
		return len(v) >= 6 && letters(v) > 0
	case identifiers.Date, identifiers.DateOfBirth:
		return digits(v) > 0 && len(v) <= 64
	case identifiers.Phone, identifiers.Fax, identifiers.SSN, identifiers.NationalID, identifiers.IPAddress, identifiers.MedicalRecordNumber, identifiers.HealthPlanNumber,
		identifiers.AccountNumber, identifiers.LicenseNumber, identifiers.VehicleID, identifiers.DeviceID, identifiers.UniqueID:
		return digits(v) > 0
	case identifiers.Email:
		return strings.ContainsRune(v, '@')
	}
	return true
}

// present reports a value that is there: the place of a FHIR element or an HL7
// field alone says what it is then.
func present(v string) bool {
	return !blank(strings.TrimSpace(v)) && !labelled(v) && letters(v)+digits(v) > 0
}

// labelled reports a value that is one label as a Redactor puts it, be it of
// another type: what is redacted twice stays as it is.
func labelled(v string) bool {
	if len(v) < 3 || v[0] != '[' || v[len(v)-1] != ']' {
		return false
	}
	v, _, _ = strings.Cut(v[1:len(v)-1], ":")
	if i := strings.LastIndexByte(v, '_'); i > 0 && strings.Trim(v[i+1:], "0123456789.") == "" {
		v = v[:i]
	}
	return v == "HEALTH" || v == "REDACTED" || identifiers.TypeOf(strings.ToLower(v)) != identifiers.NoType && strings.ToUpper(v) == v
}

// blank reports what forms write where there is no value.
func blank(v string) bool {
	switch strings.ToLower(v) {
	case "", "-", "--", "n/a", "na", "null", "nil", "none", "unknown", "unk", "true", "false", "yes", "no", "y", "n":
		return true
	}
	return false
}
