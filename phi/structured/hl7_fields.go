package structured

import id "github.com/phidetect/phidetect/identifiers"

// dataType is how the components of a field are read (HL7 v2.5.1, chapter 2A).
type dataType uint8

const (
	asText    dataType = iota
	asIs               // codes, ranges, names of systems: stays
	asName             // XPN, PN: family, given, further names
	asPerson           // XCN, CN: a number, then a name
	asAddress          // XAD, AD
	asPhone            // XTN, TN
	asNumber           // CX, EI, ST: the first component, its type by the fifth
	asTime             // TS, DT, DTM; DR in two components
	asOrg              // XON: a name, a number in the third
	asCode             // CE, CWE: the original text is read
	asWhole            // the first component is of the type
)

// hl7Field says what a field of a segment is.
type hl7Field struct {
	as   dataType
	typ  id.Type
	role id.Role
}

func hl7Key(segment string, field int) uint32 {
	return uint32(segment[0])<<24 | uint32(segment[1])<<16 | uint32(segment[2])<<8 | uint32(field)
}

// hl7Table says what the fields of segments hold, by their data type and their
// meaning (HL7 v2.5.1, chapters 2, 3, 4, 6, 7, 9 and 10). What is not in it is
// read as text.
var hl7Table = func() map[uint32]hl7Field {
	m := map[uint32]hl7Field{}
	put := func(segment string, f hl7Field, fields ...int) {
		for _, n := range fields {
			m[hl7Key(segment, n)] = f
		}
	}
	patient, relative, provider, staff := id.RolePatient, id.RoleRelative, id.RoleProvider, id.RoleStaff
	name := func(r id.Role) hl7Field { return hl7Field{asName, id.Name, r} }
	person := func(r id.Role) hl7Field { return hl7Field{asPerson, id.Name, r} }
	number := func(t id.Type, r id.Role) hl7Field { return hl7Field{asNumber, t, r} }
	home := func(r id.Role) hl7Field { return hl7Field{asAddress, id.StreetAddress, r} }
	phone := func(r id.Role) hl7Field { return hl7Field{asPhone, id.Phone, r} }
	date, born, code, keep := hl7Field{as: asTime, typ: id.Date}, hl7Field{as: asTime, typ: id.DateOfBirth}, hl7Field{as: asCode}, hl7Field{as: asIs}
	org := hl7Field{as: asOrg, typ: id.Facility}
	plan := number(id.HealthPlanNumber, patient)
	mrn := number(id.MedicalRecordNumber, patient)

	put("MSH", keep, 1, 2, 3, 4, 5, 6, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21)
	put("MSH", date, 7)
	put("FHS", keep, 1, 2, 3, 4, 5, 6, 9, 11, 12)
	put("FHS", date, 7)
	put("BHS", keep, 1, 2, 3, 4, 5, 6, 9, 11, 12)
	put("BHS", date, 7)
	put("MSA", keep, 1, 2)
	put("SFT", keep, 2, 3, 4, 5)
	put("EVN", keep, 1, 4)
	put("EVN", date, 2, 3, 6)
	put("EVN", person(staff), 5)

	put("PID", keep, 1, 8, 24, 25, 30, 31, 32)
	put("PID", mrn, 2, 3, 4, 21)
	put("PID", name(patient), 5, 9)
	put("PID", name(relative), 6)
	put("PID", hl7Field{asTime, id.DateOfBirth, patient}, 7)
	put("PID", code, 10, 15, 16, 17, 22, 26, 27, 28, 35, 36, 37, 38, 39)
	put("PID", home(patient), 11)
	put("PID", hl7Field{asWhole, id.City, patient}, 12, 23)
	put("PID", phone(patient), 13, 14)
	put("PID", number(id.AccountNumber, patient), 18)
	put("PID", number(id.SSN, patient), 19)
	put("PID", number(id.LicenseNumber, patient), 20)
	put("PID", date, 29, 33)
	put("PD1", person(provider), 4)
	put("PD1", org, 3, 14)
	put("PD1", code, 1, 2, 5, 6, 7, 8, 9, 11, 12, 15)
	put("PD1", mrn, 10)
	put("PD1", date, 13, 17, 18)
	put("MRG", mrn, 1, 2, 4, 5, 6)
	put("MRG", number(id.AccountNumber, patient), 3)
	put("MRG", name(patient), 7)

	put("NK1", keep, 1, 15, 17, 20)
	put("NK1", name(relative), 2, 26, 30)
	put("NK1", code, 3, 7, 11, 14, 18, 19, 21, 22, 24, 25, 27, 28, 29, 34, 35, 36, 39)
	put("NK1", home(relative), 4, 32)
	put("NK1", phone(relative), 5, 6, 31)
	put("NK1", date, 8, 9)
	put("NK1", number(id.MedicalRecordNumber, relative), 12, 33)
	put("NK1", org, 13)
	put("NK1", hl7Field{asTime, id.DateOfBirth, relative}, 16)
	put("NK1", number(id.SSN, relative), 37)
	put("NK1", hl7Field{asWhole, id.City, relative}, 38)

	put("PV1", keep, 1, 2, 4, 10, 12, 13, 14, 15, 16, 18, 20, 21, 22, 36, 38, 39, 40, 41, 46, 47, 48, 49, 51)
	put("PV1", mrn, 5, 19, 50)
	put("PV1", person(provider), 7, 8, 9, 17, 52)
	put("PV1", date, 25, 29, 34, 44, 45)
	put("PV2", code, 2, 3, 4, 18, 30)
	put("PV2", date, 8, 9, 14, 15, 17, 26, 27, 28, 29, 33, 46)
	put("PV2", person(provider), 13)
	put("PV2", org, 23)
	put("ACC", date, 1)
	put("ACC", code, 2)
	put("ACC", person(staff), 7)
	put("AL1", code, 2, 3)
	put("AL1", date, 6)
	put("DG1", keep, 1, 2, 6, 15)
	put("DG1", code, 3, 7, 8)
	put("DG1", date, 5, 19)
	put("DG1", person(provider), 16)
	put("PR1", keep, 1, 2)
	put("PR1", code, 3, 15, 16)
	put("PR1", date, 5)
	put("PR1", person(provider), 8, 11, 12)

	put("IN1", keep, 1, 3, 15)
	put("IN1", code, 2, 11, 17, 37)
	put("IN1", plan, 8, 10, 36, 45, 46, 49)
	put("IN1", org, 4, 9)
	put("IN1", home(staff), 5)
	put("IN1", name(staff), 6)
	put("IN1", phone(staff), 7)
	put("IN1", date, 12, 13, 24, 26, 29)
	put("IN1", name(patient), 16)
	put("IN1", hl7Field{asTime, id.DateOfBirth, patient}, 18)
	put("IN1", home(patient), 19, 44)
	put("IN1", person(staff), 30)
	put("IN2", plan, 1, 6, 8, 9, 10, 24, 25, 26, 61)
	put("IN2", number(id.SSN, patient), 2)
	put("IN2", person(patient), 3, 22)
	put("IN2", name(relative), 7, 40, 49, 50, 52)
	put("IN2", phone(patient), 58, 59, 63, 64)
	put("GT1", keep, 1, 9, 10)
	put("GT1", number(id.AccountNumber, id.RoleUnknown), 2)
	put("GT1", name(relative), 3, 4, 42, 45)
	put("GT1", home(relative), 5, 17)
	put("GT1", phone(relative), 6, 7, 18, 46)
	put("GT1", born, 8)
	put("GT1", code, 11, 20, 47)
	put("GT1", number(id.SSN, relative), 12)
	put("GT1", date, 13, 14)
	put("GT1", org, 16, 21, 51)
	put("GT1", number(id.UniqueID, relative), 19, 29)

	put("ORC", keep, 1, 5, 6)
	put("ORC", number(id.UniqueID, id.RoleUnknown), 2, 3, 4)
	put("ORC", date, 9, 15)
	put("ORC", person(staff), 10)
	put("ORC", person(provider), 11, 12)
	put("ORC", person(staff), 19)
	put("ORC", phone(provider), 14, 23)
	put("ORC", org, 21)
	put("ORC", home(provider), 22, 24)
	put("ORC", code, 16, 17, 20)
	put("OBR", keep, 1, 5, 11, 24, 25)
	put("OBR", number(id.UniqueID, id.RoleUnknown), 2)
	put("OBR", mrn, 3)
	put("OBR", code, 4, 44, 45)
	put("OBR", date, 6, 7, 8, 14, 22, 36)
	put("OBR", person(provider), 10, 16, 28, 32, 33, 34, 35)
	put("OBR", phone(provider), 17)
	put("OBX", keep, 1, 2, 4, 6, 7, 8, 9, 10, 11)
	put("OBX", code, 3, 17)
	put("OBX", date, 12, 14, 19)
	put("OBX", org, 23)
	put("OBX", home(provider), 24)
	put("OBX", person(provider), 16, 25)
	put("OBX", hl7Field{asNumber, id.DeviceID, id.RoleUnknown}, 18)
	put("NTE", keep, 1, 2)
	put("TXA", keep, 1, 2, 3)
	put("TXA", date, 4, 6, 7, 8)
	put("TXA", person(provider), 5, 9, 10, 11, 22)
	put("TXA", number(id.UniqueID, id.RoleUnknown), 12, 13)
	put("SPM", mrn, 2, 3)
	put("SPM", code, 4, 8)
	put("SPM", date, 17, 18)
	put("SCH", number(id.UniqueID, id.RoleUnknown), 1, 2, 4, 26, 27)
	put("SCH", code, 5, 6, 7, 8, 10, 25)
	put("SCH", person(provider), 12)
	put("SCH", person(staff), 16, 20)
	put("SCH", phone(staff), 13, 17, 21)
	put("SCH", home(staff), 14, 18)
	put("AIS", date, 4)
	put("AIP", person(provider), 3)
	put("AIP", date, 6)
	put("AIL", date, 6)
	put("AIG", date, 8)
	put("RXA", date, 3, 4, 16)
	put("RXA", code, 5)
	put("RXA", person(provider), 10)
	put("RXA", keep, 1, 2, 6, 15)
	return m
}()

// hl7Numbers says what a number is by the code of table 0203 in its fifth
// component (CX-5).
var hl7Numbers = map[string]id.Type{
	"MR": id.MedicalRecordNumber, "MRT": id.MedicalRecordNumber, "PI": id.MedicalRecordNumber, "PT": id.MedicalRecordNumber, "PN": id.MedicalRecordNumber, "VN": id.MedicalRecordNumber,
	"U": id.MedicalRecordNumber, "AM": id.AccountNumber, "ACSN": id.MedicalRecordNumber, "ACC": id.AccountNumber,
	"SS": id.SSN, "AN": id.AccountNumber, "ANON": id.UniqueID, "BA": id.AccountNumber, "BC": id.AccountNumber, "XX": id.UniqueID,
	"MC": id.HealthPlanNumber, "MA": id.HealthPlanNumber, "HC": id.HealthPlanNumber, "JHN": id.HealthPlanNumber, "NH": id.HealthPlanNumber, "NHS": id.HealthPlanNumber, "NHI": id.HealthPlanNumber,
	"PHE": id.HealthPlanNumber, "MB": id.HealthPlanNumber, "MI": id.HealthPlanNumber, "SN": id.HealthPlanNumber, "HPC": id.HealthPlanNumber, "DVA": id.HealthPlanNumber, "DVG": id.HealthPlanNumber,
	"MCR": id.HealthPlanNumber, "MCD": id.HealthPlanNumber, "WC": id.UniqueID, "WCN": id.UniqueID, "NNGBR": id.HealthPlanNumber,
	"DL": id.LicenseNumber, "PPN": id.LicenseNumber, "NPI": id.LicenseNumber, "DEA": id.LicenseNumber, "DN": id.LicenseNumber, "LN": id.LicenseNumber, "MD": id.LicenseNumber, "UPIN": id.LicenseNumber,
	"PRN": id.LicenseNumber, "SL": id.LicenseNumber, "RN": id.LicenseNumber, "NI": id.NationalID, "NIIP": id.NationalID, "TAX": id.NationalID, "CZ": id.NationalID, "PRC": id.LicenseNumber,
	"EI": id.UniqueID, "EN": id.UniqueID, "BR": id.UniqueID, "SB": id.SSN, "SNO": id.DeviceID, "SID": id.DeviceID, "UDI": id.DeviceID, "RI": id.UniqueID, "FILL": id.UniqueID, "PLAC": id.UniqueID,
}

// hl7Values are the data types of OBX-5 that OBX-2 names (table 0125).
var hl7Values = map[string]hl7Field{
	"CE": {as: asCode}, "CWE": {as: asCode}, "CNE": {as: asCode}, "CF": {as: asCode}, "ID": {as: asIs}, "IS": {as: asIs}, "SI": {as: asIs}, "SN": {as: asIs}, "NM": {as: asIs}, "MO": {as: asIs},
	"CQ": {as: asIs}, "NR": {as: asIs}, "TM": {as: asIs},
	"DT": {as: asTime, typ: id.Date}, "TS": {as: asTime, typ: id.Date}, "DTM": {as: asTime, typ: id.Date}, "DR": {as: asTime, typ: id.Date},
	"XPN": {as: asName, typ: id.Name}, "PN": {as: asName, typ: id.Name}, "XCN": {as: asPerson, typ: id.Name}, "CN": {as: asPerson, typ: id.Name},
	"XAD": {as: asAddress, typ: id.StreetAddress}, "AD": {as: asAddress, typ: id.StreetAddress}, "XTN": {as: asPhone, typ: id.Phone}, "TN": {as: asPhone, typ: id.Phone},
	"CX": {as: asNumber, typ: id.UniqueID}, "CK": {as: asNumber, typ: id.UniqueID}, "EI": {as: asNumber, typ: id.UniqueID}, "XON": {as: asOrg, typ: id.Facility},
}
