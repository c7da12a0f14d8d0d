package phi

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var clinicContact = Contact{Clinic: "Northside", Link: "https://example.com/secure", Phone: "(202) 555-0147"}

func TestRedirectTextConfirmsNothing(t *testing.T) {
	d := New(&Options{Own: []string{clinicContact.Link, clinicContact.Phone}})
	for _, c := range []Contact{clinicContact, {Link: clinicContact.Link}, {Phone: clinicContact.Phone}} {
		for lang := English; lang <= French; lang++ {
			seen := map[string]bool{}
			for _, dir := range []Direction{FromPatient, FromStaff, PublicPost, PublicReply} {
				text, err := RedirectText(dir, lang, c)
				require.NoError(t, err)
				require.Equal(t, c.Link != "", strings.Contains(text, clinicContact.Link), text)
				require.Equal(t, c.Phone != "", strings.Contains(text, clinicContact.Phone), text)
				require.NotContains(t, text, "{")
				r := d.Detect(text)
				require.NotEqual(t, PHI, r.Verdict, text)
				require.Empty(t, d.Confirmation(text, &r).Confirms.Names(), text)
				seen[text] = true
			}
			require.Len(t, seen, 3)
		}
	}
}

func TestRedirectErrors(t *testing.T) {
	for name, c := range map[string]Contact{
		"neither": {Clinic: "Northside"}, "http": {Link: "http://example.com"}, "script": {Link: "javascript:alert(1)"}, "user": {Link: "https://secretname@example.com/"},
		"query": {Link: "https://example.com/?p=secretname"}, "fragment": {Link: "https://example.com/#secretname"}, "line": {Link: "https://example.com/\nsecretname"},
		"host": {Link: "https:///secretname"}, "words": {Phone: "call secretname"}, "long": {Phone: "1234567890123456"}, "short": {Phone: "12"},
		"clinic": {Link: "https://example.com", Clinic: "secretname\x1b[2J"}, "marks": {Link: "https://example.com", Clinic: "\u202esecretname"},
	} {
		_, err := RedirectText(FromPatient, English, c)
		require.ErrorIs(t, err, ErrRedirect, name)
		require.NotContains(t, err.Error(), "secretname", name)
	}
	for _, dir := range []Direction{0, ThirdParty, FromPatient | PublicPost} {
		_, err := RedirectText(dir, English, clinicContact)
		require.ErrorIs(t, err, ErrRedirect)
	}
	_, err := RedirectText(FromPatient, 9, clinicContact)
	require.ErrorIs(t, err, ErrRedirect)
}

func TestTemplate(t *testing.T) {
	tmpl, err := ParseTemplate("{clinic} here: please use {link}.")
	require.NoError(t, err)
	text, err := tmpl.Fill(clinicContact)
	require.NoError(t, err)
	require.Equal(t, "Northside here: please use https://example.com/secure.", text)
	_, err = tmpl.Fill(Contact{Link: clinicContact.Link})
	require.ErrorContains(t, err, "Contact.Clinic")
	_, err = Template{}.Fill(clinicContact)
	require.ErrorIs(t, err, ErrRedirect)
	for _, bad := range []string{"", "please call us", "{link} {name}", "{link} {", "about your visit: {link}", strings.Repeat("a", maxTemplate) + "{link}"} {
		_, err := ParseTemplate(bad)
		require.ErrorIs(t, err, ErrRedirect, bad)
	}
}

func TestLanguageOf(t *testing.T) {
	for tag, want := range map[string]Language{"en": English, "ES-mx": Spanish, "fr_CA": French} {
		l, ok := LanguageOf(tag)
		require.True(t, ok, tag)
		require.Equal(t, want, l, tag)
	}
	_, ok := LanguageOf("frisian")
	require.False(t, ok)
}
