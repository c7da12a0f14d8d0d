package guard

import (
	"fmt"
	"unicode/utf8"

	"github.com/phidetect/phidetect/phi"
)

// limit is the longest text that the platform sends, in bytes.
const limit = 1000

// texts are all that the guard ever sends: fixed words and the clinic's contact.
type texts struct {
	welcome, redirect, both string
	public                  string // privately, to who commented
	instead                 string // what staff can write in place of a reply
}

var welcomes = map[phi.Language]string{
	phi.English: "Welcome! This inbox is not secure and not watched around the clock. Please keep health details, pictures and documents out of it.",
	phi.Spanish: "¡Le damos la bienvenida! Este buzón no es seguro ni se atiende a todas horas. Por favor, no envíe por aquí datos de salud, fotos ni documentos.",
	phi.French:  "Bienvenue ! Cette messagerie n'est ni sécurisée ni surveillée en permanence. N'y envoyez pas d'informations de santé, de photos ni de documents.",
}

var emergencies = map[phi.Language]string{
	phi.English: "In an emergency call 911 or your local emergency number.",
	phi.Spanish: "En una emergencia llame al 911 o al número de emergencias de su zona.",
	phi.French:  "En cas d'urgence, appelez le 112, le 911 ou votre numéro d'urgence local.",
}

// own gives the clinic's words, or the default ones.
func own(words, standard string) string {
	switch words {
	case "":
		return standard
	case "-":
		return ""
	}
	return words
}

func newTexts(c *Config) (t texts, err error) {
	private, err := phi.RedirectText(phi.FromPatient, c.Language, c.Contact)
	if err != nil {
		return t, fmt.Errorf("guard: %w", err)
	}
	if t.public, err = phi.RedirectText(phi.PublicPost, c.Language, c.Contact); err != nil {
		return t, fmt.Errorf("guard: %w", err)
	}
	if t.instead, err = phi.RedirectText(phi.FromStaff, c.Language, c.Contact); err != nil {
		return t, fmt.Errorf("guard: %w", err)
	}
	welcome, emergency := own(c.Welcome, welcomes[c.Language]), own(c.Emergency, emergencies[c.Language])
	for field, words := range map[string]string{"Welcome": welcome, "Emergency": emergency} {
		r := phi.Detect(words)
		if r.Verdict == phi.PHI || !utf8.ValidString(words) {
			return t, fmt.Errorf("guard: Config.%s is fixed words for everybody, and holds no PHI", field)
		}
	}
	if welcome != "" {
		t.welcome = join(welcome, emergency)
	}
	t.redirect, t.both, t.public = join(private, emergency), join(welcome, private, emergency), join(t.public, emergency)
	if len(t.both) > limit {
		return t, fmt.Errorf("guard: Config.Welcome, Emergency and Contact make a text of %d bytes; the platform takes %d", len(t.both), limit)
	}
	return t, nil
}

// join puts parts on lines of their own.
func join(parts ...string) (out string) {
	for _, p := range parts {
		if p == "" {
			continue
		}
		if out != "" {
			out += "\n\n"
		}
		out += p
	}
	return out
}

// sent reports whether the guard itself sends this text.
func (t *texts) sent(text string) bool {
	return text != "" && (text == t.welcome || text == t.redirect || text == t.both || text == t.public)
}
