package main

// A pattern is one of the thirty expressions that stand for what people write
// themselves: a kind, the expression, a text it matches and the match. They are
// written in what the standard library's regexp, regexp2 and Hyperscan have in
// common, and with classes of ASCII instead of \d, \w and \s, which the three
// read differently.
type pattern struct {
	kind, expr  string
	text, match string // an example
}

const months = `(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)`

// patterns are the thirty. Each engine gets this list, in this order.
var patterns = []pattern{
	{"email", `[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}`,
		"mail dana.w@example.org please", "dana.w@example.org"},
	{"url", `(?i)\b(?:https?://|www\.)[!#-;=?-~]+`,
		"see https://example.org/a?b=1 first", "https://example.org/a?b=1"},
	{"phone_us", `(?:\+?1[-. ]?)?(?:\([2-9][0-9]{2}\)|\b[2-9][0-9]{2})[-. ]?[0-9]{3}[-. ]?[0-9]{4}\b`,
		"call (415) 555-0132 today", "(415) 555-0132"},
	{"phone_international", `\+[1-9][0-9]{0,2}(?:[-. ]?[0-9]{2,4}){2,5}\b`,
		"whatsapp +44 7700 900123 ok", "+44 7700 900123"},
	{"phone_trunk", `\b0[1-9][0-9]{1,3}[ -]?[0-9]{3}[ -]?[0-9]{3,4}\b`,
		"ring 0491 570 006 after six", "0491 570 006"},
	{"ssn", `\b[0-9]{3}-[0-9]{2}-[0-9]{4}\b`,
		"ssn 219-09-9999 on file", "219-09-9999"},
	{"date_numeric", `\b[0-9]{1,2}[/.-][0-9]{1,2}[/.-](?:[0-9]{4}|[0-9]{2})\b`,
		"seen 14/02/1948 last", "14/02/1948"},
	{"date_iso", `\b(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]\b`,
		"from 2024-03-09 on", "2024-03-09"},
	{"date_month_first", `(?i)\b` + months + `\.? [0-3]?[0-9](?:st|nd|rd|th)?(?:,? [0-9]{4})?\b`,
		"on March 3rd, 2021 it", "March 3rd, 2021"},
	{"date_day_first", `(?i)\b[0-3]?[0-9](?:st|nd|rd|th)?(?: of)? ` + months + `(?:,? [0-9]{4})?\b`,
		"the 3rd of march 2021 it", "3rd of march 2021"},
	{"date_of_birth", `(?i)\b(?:dob|d\.o\.b\.?|date of birth|born(?: on)?)[: ]{1,2}[0-9]{1,2}[/. -][0-9A-Za-z]{1,9}[/. -][0-9]{2,4}\b`,
		"dob: 3/4/1980.", "dob: 3/4/1980"},
	{"age", `(?i)\b[0-9]{1,3}[ -]?(?:yo|y/o|years? old|yrs? old)\b`,
		"she is 67 years old now", "67 years old"},
	{"ipv4", `\b(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])\b`,
		"from 203.0.113.7 again", "203.0.113.7"},
	{"ipv6", `\b(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}\b`,
		"from 2001:db8:0:0:0:0:0:17 again", "2001:db8:0:0:0:0:0:17"},
	{"mac_address", `\b(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}\b`,
		"pump 00:1B:44:11:3A:B7 is on", "00:1B:44:11:3A:B7"},
	{"credit_card", `\b(?:4[0-9]{3}|5[1-5][0-9]{2}|6011)(?:[ -]?[0-9]{4}){3}\b|\b3[47][0-9]{2}[ -]?[0-9]{6}[ -]?[0-9]{5}\b`,
		"card 4111 1111 1111 1111 thanks", "4111 1111 1111 1111"},
	{"iban", `\b[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b`,
		"to GB82 WEST 1234 5698 7654 32 please", "GB82 WEST 1234 5698 7654 32"},
	{"npi", `(?i)\bnpi[:# ]{0,3}[12][0-9]{9}\b`,
		"NPI: 1234567893 signed", "NPI: 1234567893"},
	{"dea", `\b[ABFGMPR][A-Z9][0-9]{7}\b`,
		"DEA AB1234563 signed", "AB1234563"},
	{"zip", `\b[A-Z]{2},? [0-9]{5}(?:-[0-9]{4})?\b`,
		"Reno, NV 89501 is far", "NV 89501"},
	{"uk_postcode", `\b[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}\b`,
		"Darlington DL3 9QX is near", "DL3 9QX"},
	{"medical_record_number", `(?i)\b(?:mrn|medical record(?: number| no\.?)?|chart(?: number| no\.?)?|hospital (?:number|no\.?))[:# ]{1,3}[A-Z]{0,3}[0-9]{4,10}\b`,
		"my MRN: 00482913 if that helps", "MRN: 00482913"},
	{"member_id", `(?i)\b(?:member|policy|group|subscriber)(?: id| number| no\.?)?[:# ]{1,3}[A-Z]{0,4}[0-9]{5,12}\b`,
		"member id XYZ123456789 here", "member id XYZ123456789"},
	{"account", `(?i)\b(?:account|acct|invoice|claim)\.?(?: number| no\.?)?[:# ]{1,3}[A-Z]{0,3}[0-9]{4,12}\b`,
		"acct # 55120934 is paid", "acct # 55120934"},
	{"nhs_number", `\b[0-9]{3}[ -][0-9]{3}[ -][0-9]{4}\b`,
		"nhs 919 958 3747 here", "919 958 3747"},
	{"nino", `(?i)\b[A-CEGHJ-PR-TW-Z]{2} ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D]\b`,
		"nino QQ 12 34 56 C is wrong, AB 12 34 56 C right", "AB 12 34 56 C"},
	{"medicare_mbi", `\b[1-9][A-Z][A-Z0-9][0-9]-?[A-Z][A-Z0-9][0-9]-?[A-Z]{2}[0-9]{2}\b`,
		"medicare 1EG4-TE5-MK73 card", "1EG4-TE5-MK73"},
	{"street_address", `(?i)\b[0-9]{1,5} (?:[A-Z]+ ){1,3}(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|court|ct|boulevard|blvd|way|place|pl|terrace|close)\b`,
		"at 27 Thornbeck Terrace since", "27 Thornbeck Terrace"},
	{"handle", `\B@[A-Za-z0-9_][A-Za-z0-9_.]{1,29}`,
		"dm @dana_w88 instead", "@dana_w88"},
	{"titled_name", `\b(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.? [A-Z][a-z]+(?: [A-Z][a-z]+)?\b`,
		"ask Mrs. Dana Whitfield first", "Mrs. Dana Whitfield"},
}
