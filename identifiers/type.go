package identifiers

// Type is the kind of an identifier. The zero Type is none.
type Type uint8

const (
	// NoType is the zero Type: no identifier.
	NoType Type = iota
	// Name is a person's name, full or part, nickname or initials.
	Name
	// StreetAddress is a house number and street, a unit, a post office box.
	StreetAddress
	// City is a city, town, suburb, village, county or neighbourhood.
	City
	// PostalCode is a ZIP code or postcode.
	PostalCode
	// Facility is a named hospital, clinic, ward, pharmacy, school, workplace.
	Facility
	// Date is a date, weekday, holiday, relative day or time of day.
	Date
	// DateOfBirth is a date said to be a birth date.
	DateOfBirth
	// Age is an explicit age of a person.
	Age
	// Phone is a telephone number.
	Phone
	// Fax is a fax number.
	Fax
	// Email is an e-mail address.
	Email
	// SSN is a US social security number or its last four digits.
	SSN
	// NationalID is a national or tax number of another country.
	NationalID
	// MedicalRecordNumber is a chart, patient, encounter, accession or specimen number.
	MedicalRecordNumber
	// HealthPlanNumber is a member, policy, group or national health number.
	HealthPlanNumber
	// AccountNumber is a bank, card, invoice or billing account number.
	AccountNumber
	// LicenseNumber is a licence, passport or provider registration number.
	LicenseNumber
	// VehicleID is a VIN or a plate.
	VehicleID
	// DeviceID is a serial, UDI, IMEI, MAC or lot number.
	DeviceID
	// URL is a web address.
	URL
	// IPAddress is an IPv4 or IPv6 address.
	IPAddress
	// Biometric is a reference to a finger, voice, iris or face print.
	Biometric
	// Photo is a reference to a picture that shows the person.
	Photo
	// Handle is a user name.
	Handle
	// UniqueID is a case, claim, order, booking or prescription number, a UUID.
	UniqueID

	// TypeCount is the number of types, NoType included.
	TypeCount = int(UniqueID) + 1
)

var types = [TypeCount]struct {
	name   string
	letter byte
}{
	{"", 0}, {"name", 'A'}, {"street_address", 'B'}, {"city", 'B'}, {"postal_code", 'B'}, {"facility", 'B'}, {"date", 'C'}, {"date_of_birth", 'C'},
	{"age", 'C'}, {"phone", 'D'}, {"fax", 'E'}, {"email", 'F'}, {"ssn", 'G'}, {"national_id", 'G'}, {"medical_record_number", 'H'},
	{"health_plan_number", 'I'}, {"account_number", 'J'}, {"license_number", 'K'}, {"vehicle_id", 'L'}, {"device_id", 'M'}, {"url", 'N'},
	{"ip_address", 'O'}, {"biometric", 'P'}, {"photo", 'Q'}, {"handle", 'R'}, {"unique_id", 'R'},
}

// String gives the type's name as it stands in JSON and in the corpus.
func (t Type) String() string {
	if int(t) < TypeCount {
		return types[t].name
	}
	return ""
}

// Letter is the type's letter in the Safe Harbor list, 45 CFR
// 164.514(b)(2)(i), 'A' to 'R', or 0 for NoType.
func (t Type) Letter() byte {
	if int(t) < TypeCount {
		return types[t].letter
	}
	return 0
}

// TypeOf is the inverse of String; unknown names give NoType.
func TypeOf(name string) Type {
	for i := 1; i < TypeCount; i++ {
		if types[i].name == name {
			return Type(i)
		}
	}
	return NoType
}

// Types lists all types in the order of the Safe Harbor letters.
func Types() []Type {
	out := make([]Type, 0, TypeCount-1)
	for i := 1; i < TypeCount; i++ {
		out = append(out, Type(i))
	}
	return out
}

// MarshalText gives the name.
func (t Type) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText accepts a name that String gives.
func (t *Type) UnmarshalText(b []byte) error {
	if *t = TypeOf(string(b)); *t == NoType {
		return errUnknownType
	}
	return nil
}
