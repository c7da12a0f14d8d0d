package phi

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestLanguage(t *testing.T) {
	for text, want := range map[string]Language{
		"": English, "12/03/1985": English, "Whitfield": English,
		"hi can i move my appointment to friday":             English,
		"hola, quiero cambiar mi cita del viernes":           Spanish,
		"buenas tardes necesito una receta para mi hijo":     Spanish,
		"me duele mucho la garganta desde hace dos dias":     Spanish,
		"bonjour je voudrais déplacer mon rendez-vous":       French,
		"ma fille a de la fièvre depuis hier soir":           French,
		"cefalea y lumbalgia":                                Spanish,
		"Hola! I need to move my appointment to Friday":      English,
		"PACIENTE CON DOLOR TORACICO DE DOS HORAS":           Spanish,
		"Merci beaucoup, à demain":                           French,
		"my name is José Luis Fuentes and I have an abscess": English,
	} {
		r := Detect(text)
		require.Equal(t, want, r.Language, text)
	}
}

// langAt gives the language of the clause in which word stands.
func langAt(t *testing.T, r *Result, text, word string) Language {
	t.Helper()
	i := strings.Index(text, word)
	require.GreaterOrEqual(t, i, 0, word)
	return r.LanguageAt(i)
}

func TestLanguageOfClauses(t *testing.T) {
	text := "Hola, necesito una cita para mi hijo because he has had a fever since yesterday. Gracias por su ayuda, muchas gracias!"
	r := Detect(text)
	require.Equal(t, Spanish, r.Language)
	require.Equal(t, LanguagesOf(English, Spanish), r.Languages())
	require.Equal(t, Spanish, langAt(t, &r, text, "cita"))
	require.Equal(t, English, langAt(t, &r, text, "fever"))
	require.Equal(t, Spanish, langAt(t, &r, text, "ayuda"))

	text = "my doctor says it is nothing, mais j'ai toujours mal à la tête depuis hier"
	r = Detect(text)
	require.Equal(t, LanguagesOf(English, French), r.Languages())
	require.Equal(t, English, langAt(t, &r, text, "nothing"))
	require.Equal(t, French, langAt(t, &r, text, "depuis"))

	// one word does not turn a clause
	text = "my abuela needs her insulin refilled please"
	r = Detect(text)
	require.Equal(t, English, r.Language)
	require.Equal(t, English, langAt(t, &r, text, "abuela"))

	// offsets are those of the input, not of its folded form
	text = "œdème très très gênant, j'espère vous voir bientôt; my husband can drive me there"
	r = Detect(text)
	require.Equal(t, French, langAt(t, &r, text, "voir"))
	require.Equal(t, English, langAt(t, &r, text, "husband"))
}

func TestLanguageFixed(t *testing.T) {
	text := "hola, i need to move my appointment, gracias"
	es := New(&Options{Languages: LanguagesOf(Spanish)})
	r := es.Detect(text)
	require.Equal(t, Spanish, r.Language)
	require.Equal(t, Spanish, r.LanguageAt(10))
	require.Equal(t, LanguagesOf(Spanish), r.Languages())

	both := New(&Options{Languages: LanguagesOf(English, Spanish)})
	r = both.Detect("bonjour, j'ai besoin de vous voir, muchas gracias")
	require.Equal(t, Spanish, r.Language)
	require.False(t, r.Languages().Has(French))
}

func TestLanguageOfLongText(t *testing.T) {
	text := strings.Repeat("The patient was seen in the clinic today and feels better. ", 800)
	text += strings.Repeat("El paciente acude a la consulta por dolor desde ayer. ", 2000)
	r := Detect(text)
	require.Equal(t, Spanish, r.Language)
	require.Equal(t, LanguagesOf(English, Spanish), r.Languages())
	require.Equal(t, English, r.LanguageAt(30000))
	require.Equal(t, Spanish, r.LanguageAt(len(text)-100))
}

func TestLanguageInJSON(t *testing.T) {
	for text, want := range map[string]string{
		"hola, quiero cambiar mi cita del viernes":                                  `,"languages":["es"],`,
		"necesito una cita para mi hijo because he has had a fever since yesterday": `,"languages":["es","en"],`,
	} {
		r := Detect(text)
		require.Contains(t, string(r.AppendJSON(nil, "1")), want)
	}
	r := Detect("my hijo needs his inhaler")
	require.NotContains(t, string(r.AppendJSON(nil, "1")), "languages")
}
