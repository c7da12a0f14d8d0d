package main

import (
	"strings"

	"github.com/mingrammer/commonregex"
)

// commonregexKinds are the functions of commonregex that find something of
// HIPAA's list; prices, colours, times, ports, hashes, books and repositories
// are left out, to its advantage.
var commonregexKinds = []struct {
	kind string
	find func(string) []string
}{
	{"date", commonregex.Date},
	{"phone", commonregex.Phones},
	{"phone_with_extension", commonregex.PhonesWithExts},
	{"link", commonregex.Links},
	{"email", commonregex.Emails},
	{"ip", commonregex.IPs},
	{"credit_card", commonregex.CreditCards},
	{"street_address", commonregex.StreetAddresses},
	{"zip_code", commonregex.ZipCodes},
	{"po_box", commonregex.PoBoxes},
	{"ssn", commonregex.SSNs},
	{"mac_address", commonregex.MACAddresses},
	{"guid", commonregex.GUIDs},
	{"iban", commonregex.IBANs},
}

// commonregexPeer is github.com/mingrammer/commonregex, one function a kind.
func commonregexPeer() peer {
	return peer{
		name: "commonregex", title: "commonregex", version: version("github.com/mingrammer/commonregex"), licence: "MIT",
		lacks: "names, cities, ages, handles, labelled numbers; offsets (values only); health; verdict",
		pass: local(func(text string) (n int) {
			for _, k := range commonregexKinds {
				n += len(k.find(text))
			}
			return n
		}),
		find: finder(func(text string) (out []finding) {
			for _, k := range commonregexKinds {
				out = append(out, locate(text, k.kind, k.find(text))...)
			}
			return out
		}),
	}
}

// locate finds the places of values that are told in the text's order.
func locate(text, kind string, values []string) (out []finding) {
	at := 0
	for _, v := range values {
		if i := strings.Index(text[at:], v); i >= 0 && v != "" {
			out = append(out, finding{kind, at + i, at + i + len(v)})
			at += i + len(v)
		}
	}
	return out
}
