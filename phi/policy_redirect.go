package phi

import (
	"fmt"
	"strings"

	"github.com/phidetect/phidetect/lexicon"
)

// Language is a language of a message, and of the redirect texts.
type Language uint8

const (
	// English is the language where no other is known.
	English Language = iota
	// Spanish addresses the reader as usted.
	Spanish
	// French addresses the reader as vous.
	French
)

// String gives the BCP 47 tag: "en", "es" or "fr".
func (l Language) String() string { return lexicon.Language(l + 1).String() }

// LanguageOf gives the language of a BCP 47 tag such as "es-MX" by its first
// part, in any case; ok is false for languages without a text.
func LanguageOf(tag string) (l Language, ok bool) {
	primary, _, _ := strings.Cut(strings.ReplaceAll(tag, "_", "-"), "-")
	switch strings.ToLower(primary) {
	case "en":
		return English, true
	case "es":
		return Spanish, true
	case "fr":
		return French, true
	}
	return English, false
}

// redirectTexts are the words of a language: what is said to a private message,
// to a public post and in place of a reply that would confirm something, then
// the ways to go on.
type redirectTexts struct {
	private, public, reply string
	link, phone, both      string
}

var redirects = [...]redirectTexts{
	English: {
		"Thank you for your message. Please don't send health details here, as this channel is not secure.",
		"Please don't post health details here: anybody can read them.",
		"Thank you for reaching out. To protect everyone's privacy we don't speak about anybody's care here.",
		"You can message us securely at {link}", "You can call us at {phone}", "You can message us securely at {link} or call us at {phone}",
	},
	Spanish: {
		"Gracias por su mensaje. Por favor, no envíe datos de salud por aquí, ya que este canal no es seguro.",
		"Por favor, no publique datos de salud aquí: cualquiera puede leerlos.",
		"Gracias por escribirnos. Para proteger la privacidad de todos, no hablamos aquí de la atención de nadie.",
		"Puede escribirnos de forma segura en {link}", "Puede llamarnos al {phone}", "Puede escribirnos de forma segura en {link} o llamarnos al {phone}",
	},
	French: {
		"Merci pour votre message. N'envoyez pas d'informations de santé ici, car ce canal n'est pas sécurisé.",
		"Ne publiez pas d'informations de santé ici : tout le monde peut les lire.",
		"Merci de nous avoir écrit. Pour protéger la vie privée de chacun, nous ne parlons ici des soins de personne.",
		"Vous pouvez nous écrire en toute sécurité sur {link}", "Vous pouvez nous appeler au {phone}", "Vous pouvez nous écrire en toute sécurité sur {link} ou nous appeler au {phone}",
	},
}

// RedirectText gives what to send to who wrote in direction dir: an answer to
// FromPatient and PublicPost, and for FromStaff and PublicReply what can be sent
// in place of the reply. It holds nothing but fixed words and the clinic's own
// contact, and confirms nothing. Other directions have no reader to redirect,
// which is an error; so is a Contact that does not pass its Check.
func RedirectText(dir Direction, lang Language, c Contact) (string, error) {
	if int(lang) >= len(redirects) {
		return "", fmt.Errorf("%w: unknown Language; it is English, Spanish or French", ErrRedirect)
	}
	if err := c.Check(); err != nil {
		return "", err
	}
	t := &redirects[lang]
	var lead string
	switch dir {
	case FromPatient:
		lead = t.private
	case PublicPost:
		lead = t.public
	case FromStaff, PublicReply:
		lead = t.reply
	default:
		return "", fmt.Errorf("%w: no text for this Direction; it is from_patient, public_post, from_staff or public_reply", ErrRedirect)
	}
	way := t.both
	switch {
	case c.Phone == "":
		way = t.link
	case c.Link == "":
		way = t.phone
	}
	// no full stop behind a link, where it would become part of it
	return c.fill(lead + " " + way), nil
}

func (c *Contact) fill(s string) string {
	return strings.NewReplacer("{link}", c.Link, "{phone}", c.Phone, "{clinic}", c.Clinic).Replace(s)
}

// A Template is a clinic's own redirect text. Make one by ParseTemplate; the
// zero Template fills to an error.
type Template struct{ text string }

// maxTemplate bounds a template, in bytes.
const maxTemplate = 1000

// ParseTemplate reads a text with the places {link}, {phone} and {clinic}, at
// least one of the first two, and no other braces. The text is the clinic's,
// fixed before any message came; what the clinic confirms in it is an error too.
func ParseTemplate(text string) (Template, error) {
	if len(text) > maxTemplate {
		return Template{}, fmt.Errorf("%w: a template has up to %d bytes", ErrRedirect, maxTemplate)
	}
	rest := strings.NewReplacer("{link}", "", "{phone}", "", "{clinic}", "").Replace(text)
	if strings.ContainsAny(rest, "{}") {
		return Template{}, fmt.Errorf("%w: unknown place in a template; {link}, {phone} and {clinic} are known", ErrRedirect)
	}
	if !strings.Contains(text, "{link}") && !strings.Contains(text, "{phone}") {
		return Template{}, fmt.Errorf("%w: a template needs {link} or {phone}", ErrRedirect)
	}
	r := std.Detect(rest)
	if r.Verdict == PHI || std.Confirmation(rest, &r).Confirms != 0 {
		return Template{}, fmt.Errorf("%w: a template that confirms a patient or holds PHI", ErrRedirect)
	}
	return Template{text}, nil
}

// Fill puts the contact into the template. A place whose field is empty is an
// error.
func (t Template) Fill(c Contact) (string, error) {
	if t.text == "" {
		return "", fmt.Errorf("%w: an empty Template; ParseTemplate makes one", ErrRedirect)
	}
	if err := c.Check(); err != nil {
		return "", err
	}
	for _, f := range [...]struct{ place, value, field string }{{"{link}", c.Link, "Link"}, {"{phone}", c.Phone, "Phone"}, {"{clinic}", c.Clinic, "Clinic"}} {
		if f.value == "" && strings.Contains(t.text, f.place) {
			return "", fmt.Errorf("%w: the template needs Contact.%s", ErrRedirect, f.field)
		}
	}
	return c.fill(t.text), nil
}
