// Package identifiers finds the identifiers of persons in a text: the 18 that
// HIPAA's Safe Harbor rule lists, as 25 types, each at its bytes. Package phi
// resolves overlaps and judges health too; it is what most programs want. This
// package is for those who want the spans alone, or a matcher of their own.
//
// # Types
//
// A [Type] is a kind of identifier. Its letter is the one of the list in 45 CFR
// 164.514(b)(2)(i):
//
//	A  name                          J  account_number
//	B  street_address city           K  license_number
//	   postal_code facility          L  vehicle_id
//	C  date date_of_birth age        M  device_id
//	D  phone                         N  url
//	E  fax                           O  ip_address
//	F  email                         P  biometric
//	G  ssn national_id               Q  photo
//	H  medical_record_number         R  handle unique_id
//	I  health_plan_number
//
// States and countries are no type: the rule lets them stand. Ages under 90 it
// lets stand too, and they are found; the caller decides, and tells those over
// 89 by [AgeOver89]. A [Span] is Vague where it identifies nobody by itself:
// "tomorrow", "on Monday", "3pm".
//
// # Reading a text
//
// A [Text] is a text folded, tokenised and looked up once; all matchers read it,
// and it is used again from message to message. [AppendAll] runs the library's
// own matchers in their fixed order:
//
//	var t identifiers.Text
//	t.Read(lexicon.Default(), text)
//	spans := identifiers.AppendAll(nil, &t)
//	for _, s := range spans {
//		start, end := t.Map.Original(s.Start, s.End) // bytes of text
//	}
//
// Offsets are bytes of the folded text, t.Text, half-open and on rune boundaries;
// t.Map.Original leads back to the input. Folding makes accents, full-width
// digits, styled letters, exotic spaces and hyphens plain and leaves invisible
// characters out. ASCII is changed only where it is veiled, by the escapes of the
// formats it travelled in or by letters set apart: see package lexicon.
//
// AppendAll claims the tokens it takes, so that each call needs a Read before it.
//
// # How a type is chosen
//
// A number gets the one type that is best supported: by its label ("MRN", "my
// cell is"), its check digit (see package checksum), its shape, and what stands
// beside it. One label may name several numbers, and a label counts in a question
// that the number answers. Amounts, prices, doses, times, counts, versions and
// the numbers of parcels are none. Names and cities
// are found by a small learned model over what the lexicon knows of each word
// and its neighbours. Dates become dates of birth by a cue. HL7 segments and
// X12 segments and tables with a header are read by the meaning of their fields
// and columns.
//
// # The library's matchers
//
// Each waits for a trigger, a digit, an "@" or a cue word, and costs next to
// nothing on a message without one:
//
//	email                  RFC 5321 as people write it: "(at)", " at … dot …", "@ x . com"
//	handle                 "@name"; by label or platform; where logs and letters
//	                       have users ("run by …", behind a time or a name)
//	url                    RFC 3986; hosts without a scheme by the IANA's list of
//	                       top-level domains
//	ip_address             IPv4, defanged too, and IPv6 (RFC 4291)
//	date, date_of_birth    ISO 8601, week dates too, HL7 timestamps, day first and
//	                       month first, ranges, numbers and words, in English,
//	                       Spanish and French; 2025年3月11日
//	age                    "34yo", "6 months old", "turned forty", "Mai (56)", "F/23",
//	                       "de 58 años", "8ans"; no limits of age, no spans of time
//	street_address, city,  house number and street type, in either order, units,
//	postal_code            buildings, boxes, corners; postcodes of the UK (BS
//	                       7666), CA and IE by shape, those of digits alone by
//	                       street, state, city or label
//	phone, fax             NANP, the numbering plans of some ten countries,
//	                       E.164; spelled out in words, in letters, over lines, between
//	                       any signs
//	ssn                    the SSA's ranges, ITIN; the last four digits by label
//	national_id            NINO, TFN, SIN, Aadhaar, PAN, PPSN, DNI, NIE, CURP,
//	                       NRIC, NIR, RUT and others, most by their check digits;
//	                       cédulas by their dots
//	health_plan_number     MBI, NHS number, AU Medicare and IHI, NHI, OHIP, PHN,
//	                       RAMQ; member, policy and group numbers by label
//	account_number         cards (ISO/IEC 7812), IBAN (ISO 13616), ABA routing
//	                       numbers, CLABE; Belgian structured communications;
//	                       invoices and accounts by label
//	license_number         NPI, DEA, HPI-I, UK driver numbers; licences and
//	                       passports by label; registrations behind a provider's
//	                       name
//	medical_record_number  by label: no scheme has a check digit
//	vehicle_id             VIN (ISO 3779); plates by label, by a vehicle beside,
//	                       those of the UK, Ireland, India, France and Belgium
//	                       by form
//	device_id              IMEI, MAC (IEEE 802), UDI (GS1); serials and lots by
//	                       label or a medical device before
//	unique_id              UUID (RFC 9562); cases, claims, orders, bookings and
//	                       prescriptions by label
//	biometric, photo       references to them, the whole phrase
//	facility               capitalised words with a facility word
//	name                   people, in any case of letters
//
// The source of each format stands at its function in package checksum, those of
// the word lists in their headers and in NOTICE.
//
// # Own matchers
//
// A [Matcher] is one method, which appends what it finds; a [Func] makes one of a
// function. A matcher that is [Gated] is run only on texts it wants, one that is
// a [Limiter] says how long its longest match is. Few have to be written, for the
// combinators make them of values and of each other:
//
//	Pattern(typ, literal, expr)   a regular expression near a literal
//	PatternWith(typ, expr, o)     the same near several, or near tokens
//	Words(typ, word, …)           the words and phrases of a list
//	Near(m, cue, n)               what stands within n tokens of a cue
//	Unless(m, not, n)             what does not
//	Checked(m, valid)             what passes a check digit
//	Typed(m, typ, score)          the same with another type and score
//	Named(m, name)                the same under its own name in Why
//	Any(m, …)                     what any of several finds
//
// The package example is one of three lines. Matchers go into phi.Options; the
// kit in package identifierstest holds them to their promises:
//
//	identifierstest.Accept(t, participant,
//		identifierstest.Example{Name: "plain", Text: "I'm ⟦unique_id|HX-0018⟧"},
//		identifierstest.Example{Name: "typo", Text: "I'm HX-0019"},
//	)
//
// # Concurrency
//
// Matchers are safe for concurrent use. A Text is not: each goroutine needs its
// own. Nothing here holds, prints or returns the text itself.
package identifiers
