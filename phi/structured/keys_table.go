package structured

import (
	"strings"

	id "github.com/phidetect/phidetect/identifiers"
)

// keyEntry is what a key says by its last words, written as one.
type keyEntry struct {
	typ                    id.Type
	role                   id.Role
	weak, part, health, id bool
}

// keyTable holds what keys of records, columns of exports and fields of forms
// are called, joined and in lower case. The names are those of FHIR and HL7
// elements, X12 and NCPDP exports and of the forms of practices; Spanish and
// French ones stand beside them.
var keyTable = func() map[string]keyEntry {
	m := map[string]keyEntry{}
	put := func(e keyEntry, words string) {
		for _, w := range strings.Fields(words) {
			m[w] = e
		}
	}
	put(keyEntry{typ: id.Name}, `fullname firstname lastname middlename givenname familyname surname forename maidenname mothersmaidenname nickname preferredname legalname
		fname lname mname firstnames lastnames middleinitial patient nextofkin nok emergencycontact contactname accountholder cardholder cardholdername nombre nombrecompleto apellido
		apellidos primerapellido segundoapellido nombrepaciente paciente prenom nomcomplet nomdefamille nompatient`)
	put(keyEntry{typ: id.Name, role: id.RoleProvider}, `physician doctor surgeon attending attendingphysician referringphysician referringprovider orderingprovider pcp
		primarycareprovider prescriber clinician therapist nurse dentist medico medecin`)
	put(keyEntry{typ: id.Name, role: id.RoleRelative}, `guardian spouse mother father parent caregiver`)
	put(keyEntry{typ: id.Name, weak: true}, `name author nom contact subscriber member insured guarantor beneficiary customer client user signature signedby signed recipient sender`)
	put(keyEntry{typ: id.Name, role: id.RoleProvider, weak: true}, `provider practitioner performer`)
	put(keyEntry{typ: id.Name, part: true}, `first last middle given family`)
	put(keyEntry{typ: id.StreetAddress}, `address addr streetaddress street street1 street2 addressline addressline1 addressline2 address1 address2 addr1 addr2 mailingaddress homeaddress
		billingaddress postaladdress residence direccion domicilio calle adresse rue pobox`)
	put(keyEntry{typ: id.City}, `city town suburb village county municipality ciudad ville birthplace placeofbirth borough`)
	put(keyEntry{typ: id.PostalCode}, `zip zipcode zip4 zip5 postalcode postcode postal codigopostal codepostal`)
	put(keyEntry{typ: id.Facility}, `facility facilityname hospital hospitalname clinic clinicname pharmacy pharmacyname practicename employer employername school schoolname`)
	put(keyEntry{typ: id.DateOfBirth}, `dob dateofbirth birthdate birthday birthdatetime bday datebirth borndate born fechanacimiento fechadenacimiento datedenaissance datenaissance naissance
		birthtime`)
	put(keyEntry{typ: id.Date}, `admitdate admissiondate dischargedate servicedate dateofservice dos visitdate appointmentdate encounterdate deathdate dateofdeath dod deceaseddate
		collectiondate surgerydate proceduredate diagnosisdate onsetdate filldate orderdate resultdate reportdate specimendate startdate enddate examdate scandate datetime admittime
		dischargetime apptdate admitted discharged admitdatetime dischargedatetime lastvisit nextvisit lastseen`)
	put(keyEntry{typ: id.Age}, `age ageyears ageinyears patientage edad ageatvisit`)
	put(keyEntry{typ: id.Phone}, `phone phonenumber telephone telephonenumber tel mobile mobilephone mobilenumber cell cellphone cellnumber homephone workphone dayphone msisdn telefono movil
		celular whatsapp callbacknumber contactnumber pager`)
	put(keyEntry{typ: id.Fax}, `fax faxnumber telecopie`)
	put(keyEntry{typ: id.Email}, `email emailaddress mail correo correoelectronico courriel emailid`)
	put(keyEntry{typ: id.SSN}, `ssn socialsecurity socialsecuritynumber socialsecurityno ssnlast4 last4ssn ssn4 itin socsec`)
	put(keyEntry{typ: id.NationalID}, `nationalid nationalidentifier nino nationalinsurancenumber sin socialinsurancenumber tfn taxfilenumber taxid aadhaar aadhar curp dni nie cpf nric ppsn ppsnumber
		pesel taxpayerid nif cedula`)
	put(keyEntry{typ: id.MedicalRecordNumber}, `mrn medicalrecord medicalrecordnumber medrec medrecno chart chartnumber chartno chartid patientnumber patientno patientid patid ptid personid hospitalnumber
		unitnumber encounterid encounternumber visitid visitnumber accession accessionnumber accessionid specimenid specimennumber csn episodeid admissionnumber urn urnumber empi eid emrid
		labnumber sampleid numerohistoria`)
	put(keyEntry{typ: id.HealthPlanNumber}, `memberid membernumber memberno subscriberid subscribernumber insuranceid insurancenumber policynumber policyno policyid groupnumber groupno groupid
		planid healthplanid healthplannumber medicareid medicarenumber medicareno medicaidid medicaidnumber mbi hicn hic nhsnumber nhsno nhsid nhi ihi ohip healthcard healthcardnumber
		beneficiaryid insuredid rxbin rxgroup rxgrp cardid policy nss`)
	put(keyEntry{typ: id.AccountNumber}, `account accountnumber accountno acct acctno acctnum accountid bankaccount iban routingnumber cardnumber creditcard creditcardnumber ccnumber billingaccount
		invoicenumber invoiceno invoiceid bsb sortcode guarantoraccount`)
	put(keyEntry{typ: id.LicenseNumber}, `npi npinumber dea deanumber licensenumber licencenumber licenseno driverlicense driverslicense driverslicence driverlicensenumber
		driverslicensenumber dl dlnumber passport passportnumber upin providernumber medicallicense certificatenumber`)
	put(keyEntry{typ: id.LicenseNumber, weak: true}, `license licence certificate`)
	put(keyEntry{typ: id.VehicleID}, `vin vehicleid vehicleidentificationnumber licenseplate plate platenumber registrationplate rego numberplate`)
	put(keyEntry{typ: id.DeviceID}, `deviceid deviceserial serial serialnumber serialno imei imsi udi macaddress mac lotnumber implantserial udicarrier androidid idfa advertisingid`)
	put(keyEntry{typ: id.URL}, `homepage website personalurl profileurl`)
	put(keyEntry{typ: id.IPAddress}, `ip ipaddress ipaddr clientip remoteip remoteaddr sourceip xforwardedfor`)
	put(keyEntry{typ: id.Biometric}, `fingerprint voiceprint faceprint irisscan retinascan biometric`)
	put(keyEntry{typ: id.Photo}, `photo photourl picture avatar avatarurl headshot selfie portrait profilepicture foto`)
	put(keyEntry{typ: id.Handle}, `username userhandle handle login loginname screenname twitter instagram facebook snapchat tiktok userlogin`)
	put(keyEntry{typ: id.UniqueID}, `userid customerid clientid caseid casenumber caseno claimid claimnumber claimno orderid ordernumber bookingid bookingreference confirmationnumber prescriptionnumber
		rxnumber rxno referralid referralnumber studyid subjectid participantid ticketid employeeid employeenumber staffid guid uuid sessionid authorizationnumber authnumber prescriptionid`)
	put(keyEntry{weak: true, id: true}, `id identifier number no`)
	put(keyEntry{health: true}, `diagnosis diagnose diagnoses dx diagnosiscode dxcode icd icd9 icd10 icd10code icdcode condition problem medication med drug drugname medicationname prescription rx
		procedure procedurecode cpt cptcode hcpcs symptom allergy allergies chiefcomplaint complaint reasonforvisit visitreason treatment therapy labresult testresult vital vaccine immunization
		disease comorbidity comorbidities medicalhistory pmh familyhistory surgicalhistory loinc snomed ndc dosage dose bloodpressure bloodtype a1c hba1c bmi pregnancy pregnant hiv
		hivstatus diagnostico diagnostic medicamento maladie problemlist assessment impression findings indication reaction test testname`)
	return m
}()

// personWords are words that name a person, with the role they have.
var personWords = map[string]id.Role{
	"patient": id.RolePatient, "pt": id.RolePatient, "member": id.RolePatient, "subscriber": id.RolePatient, "insured": id.RolePatient, "beneficiary": id.RolePatient,
	"resident": id.RolePatient, "policyholder": id.RolePatient, "enrollee": id.RolePatient, "child": id.RolePatient, "newborn": id.RolePatient, "baby": id.RolePatient, "participant": id.RolePatient,
	"donor": id.RolePatient, "paciente": id.RolePatient, "subject": id.RolePatient, "decedent": id.RolePatient,
	"client": id.RoleUnknown, "customer": id.RoleUnknown, "person": id.RoleUnknown, "user": id.RoleUnknown, "applicant": id.RoleUnknown, "guarantor": id.RoleUnknown, "holder": id.RoleUnknown,
	"author": id.RoleUnknown, "sender": id.RoleUnknown, "recipient": id.RoleUnknown, "responsible": id.RoleUnknown,
	"mother": id.RoleRelative, "father": id.RoleRelative, "parent": id.RoleRelative, "guardian": id.RoleRelative, "spouse": id.RoleRelative, "partner": id.RoleRelative, "husband": id.RoleRelative,
	"wife": id.RoleRelative, "relative": id.RoleRelative, "kin": id.RoleRelative, "emergency": id.RoleRelative, "caregiver": id.RoleRelative, "son": id.RoleRelative, "daughter": id.RoleRelative,
	"dependent": id.RoleRelative,
	"doctor":    id.RoleProvider, "dr": id.RoleProvider, "physician": id.RoleProvider, "provider": id.RoleProvider, "practitioner": id.RoleProvider, "nurse": id.RoleProvider, "surgeon": id.RoleProvider,
	"attending": id.RoleProvider, "referring": id.RoleProvider, "ordering": id.RoleProvider, "rendering": id.RoleProvider, "prescriber": id.RoleProvider, "prescribing": id.RoleProvider,
	"therapist": id.RoleProvider, "pcp": id.RoleProvider, "clinician": id.RoleProvider, "dentist": id.RoleProvider, "pharmacist": id.RoleProvider, "performer": id.RoleProvider,
	"employee": id.RoleStaff, "staff": id.RoleStaff, "operator": id.RoleStaff, "agent": id.RoleStaff, "clerk": id.RoleStaff, "technician": id.RoleStaff,
}

// personIDs are what the "id" of a person of a role is.
var personIDs = map[id.Role]id.Type{
	id.RolePatient: id.MedicalRecordNumber, id.RoleProvider: id.LicenseNumber, id.RoleRelative: id.UniqueID, id.RoleStaff: id.UniqueID, id.RoleUnknown: id.UniqueID,
}

// plans are the persons whose number is that of a health plan.
var plans = map[string]bool{"member": true, "subscriber": true, "insured": true, "beneficiary": true, "enrollee": true, "policyholder": true}
