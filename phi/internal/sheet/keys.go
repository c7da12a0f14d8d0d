package sheet

import "github.com/phidetect/phidetect/identifiers"

// Keys say what is known of values by their keys. Keys are compared by their
// letters and digits alone, whatever their case: "patient_name", "patientName"
// and "Patient-Name" are one.
type Keys struct {
	types map[string]identifiers.Type
	keep  map[string]bool
}

// NewKeys gives DefaultTypes with those of types over them, where NoType takes
// one out, and the keys whose values are not read.
func NewKeys(types map[string]identifiers.Type, keep []string) *Keys {
	k := &Keys{map[string]identifiers.Type{}, map[string]bool{}}
	for key, t := range defaultTypes {
		k.types[key] = t
	}
	for key, t := range types {
		k.types[string(appendPlain(nil, key))] = t
	}
	for _, key := range keep {
		k.keep[string(appendPlain(nil, key))] = true
	}
	return k
}

// Of tells what is known of a value by its key alone, or by its key and that of
// the group around it: "name" in "patient".
func (k *Keys) Of(parent, key string) (t identifiers.Type, keep bool) {
	var room [128]byte
	plain := appendPlain(room[:0], key)
	if k.keep[string(plain)] {
		return identifiers.NoType, true
	}
	if t, ok := k.types[string(plain)]; ok {
		return t, false
	}
	if parent == "" {
		return identifiers.NoType, false
	}
	return k.types[string(appendPlain(appendPlain(room[:0], parent), key))], false
}

// appendPlain appends the letters and digits of key in lower case.
func appendPlain(dst []byte, key string) []byte {
	for i := range len(key) {
		switch c := key[i]; {
		case c >= 'A' && c <= 'Z':
			dst = append(dst, c|0x20)
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9', c >= 0x80:
			dst = append(dst, c)
		}
	}
	return dst
}

// appendWords appends key as words: "patientName" as "patient name".
func appendWords(dst []byte, key string) []byte {
	for i := range len(key) {
		c := key[i]
		switch {
		case c == '_' || c == '-' || c == '.' || c == '[' || c == ']' || c < ' ':
			c = ' '
		case c >= 'A' && c <= 'Z' && i > 0 && key[i-1] >= 'a' && key[i-1] <= 'z':
			dst = append(dst, ' ')
			c |= 0x20
		}
		dst = append(dst, c)
	}
	return dst
}

// defaultTypes are keys that mean a type wherever they stand. Those that mean
// one only sometimes, such as "name" and "id", are left to be read with their
// values.
var defaultTypes = map[string]identifiers.Type{
	"patientname": identifiers.Name, "firstname": identifiers.Name, "lastname": identifiers.Name, "middlename": identifiers.Name,
	"givenname": identifiers.Name, "familyname": identifiers.Name, "fullname": identifiers.Name, "surname": identifiers.Name,
	"maidenname": identifiers.Name, "guardianname": identifiers.Name, "emergencycontactname": identifiers.Name, "nextofkinname": identifiers.Name,
	"email": identifiers.Email, "emailaddress": identifiers.Email, "patientemail": identifiers.Email,
	"phone": identifiers.Phone, "phonenumber": identifiers.Phone, "patientphone": identifiers.Phone, "mobile": identifiers.Phone,
	"mobilephone": identifiers.Phone, "mobilenumber": identifiers.Phone, "cellphone": identifiers.Phone, "homephone": identifiers.Phone,
	"workphone": identifiers.Phone, "telephone": identifiers.Phone, "msisdn": identifiers.Phone,
	"fax": identifiers.Fax, "faxnumber": identifiers.Fax,
	"dob": identifiers.DateOfBirth, "dateofbirth": identifiers.DateOfBirth, "birthdate": identifiers.DateOfBirth, "birthday": identifiers.DateOfBirth,
	"patientdob": identifiers.DateOfBirth, "patientage": identifiers.Age,
	"ssn": identifiers.SSN, "socialsecuritynumber": identifiers.SSN,
	"nationalid": identifiers.NationalID, "nino": identifiers.NationalID, "aadhaar": identifiers.NationalID, "curp": identifiers.NationalID,
	"mrn": identifiers.MedicalRecordNumber, "medicalrecordnumber": identifiers.MedicalRecordNumber, "patientid": identifiers.MedicalRecordNumber,
	"chartnumber": identifiers.MedicalRecordNumber, "accessionnumber": identifiers.MedicalRecordNumber,
	"memberid": identifiers.HealthPlanNumber, "membernumber": identifiers.HealthPlanNumber, "subscriberid": identifiers.HealthPlanNumber,
	"mbi": identifiers.HealthPlanNumber, "medicarenumber": identifiers.HealthPlanNumber, "medicaidid": identifiers.HealthPlanNumber,
	"nhsnumber": identifiers.HealthPlanNumber, "policynumber": identifiers.HealthPlanNumber, "insuranceid": identifiers.HealthPlanNumber,
	"accountnumber": identifiers.AccountNumber, "iban": identifiers.AccountNumber, "cardnumber": identifiers.AccountNumber,
	"driverlicense": identifiers.LicenseNumber, "driverslicense": identifiers.LicenseNumber, "passportnumber": identifiers.LicenseNumber,
	"vin": identifiers.VehicleID, "licenseplate": identifiers.VehicleID, "imei": identifiers.DeviceID, "deviceserial": identifiers.DeviceID,
	"streetaddress": identifiers.StreetAddress, "addressline1": identifiers.StreetAddress, "addressline2": identifiers.StreetAddress,
	"homeaddress": identifiers.StreetAddress, "patientaddress": identifiers.StreetAddress,
	"zipcode": identifiers.PostalCode, "postalcode": identifiers.PostalCode, "postcode": identifiers.PostalCode,
}
