package phi

import "github.com/phidetect/phidetect/lexicon"

// replyWord is a set of the parts a word can play in a clinic's reply. Words
// stand here, not in the lexicon, because they say nothing of whether a text is
// PHI: only who tells whom.
type replyWord uint32

const (
	wordYou     replyWord = 1 << iota // the person answered
	wordYour                          // theirs
	wordWe                            // the clinic
	wordIf                            // what follows is supposed, or of anybody
	wordWhen                          // the same before a present, not before a past
	wordModal                         // what the reader may or must do
	wordAsk                           // a verb that invites: "book", "bring"
	wordVisit                         // a visit, an appointment, a stay
	wordRecord                        // a chart, a result, a prescription, a bill
	wordCare                          // care given; terms of the lexicon too
	wordAttend                        // what a patient did or had done: "came", "were seen"
	wordServe                         // what staff did to a patient: "called", "moved"
	wordPast                          // a past tense of any verb
	wordComing                        // "thanks for coming", "choosing us"
	wordSee                           // "see you", "meeting you"
	wordFeel                          // "glad", "hope", "sorry"
	wordFared                         // how it went: "better", "settled", "healing"
	wordPatient                       // "patient"
	wordBe                            // "are", "have been"
	wordFirst                         // "first", "next": a visit that may never be
	wordThank                         // "thanks"
	wordDay                           // a day, a time, "then"
	wordAgain                         // "again"
	wordKin                           // a relative
	wordMet                           // before "seeing you": it has happened
	wordDone                          // "confirmed", "ready"
	wordTurn                          // a comma or "but"
	wordIll                           // a condition or complaint
	wordFor                           // "for", "in", "up": no object of its own
	wordAs                            // "as", "since": what the person is
	wordDo                            // opens a question
)

// maxReplyWord is the length of the longest word listed below.
const maxReplyWord = 16

// classify tells the parts that token i can play.
func (x *replyReader) classify(i int) replyWord {
	k := &x.t.Tokens[i]
	switch k.Class {
	case lexicon.Punct:
		if k.Is(',') {
			return wordTurn
		}
		return 0
	case lexicon.Number, lexicon.Mixed:
		return wordDay
	case lexicon.Word:
	default:
		return 0
	}
	w := x.cue(i)
	if k.Len() > maxReplyWord {
		return w
	}
	var b [maxReplyWord]byte
	n := copy(b[:], x.t.Text[k.Start:k.End])
	for j, c := range b[:n] {
		if c >= 'A' && c <= 'Z' {
			b[j] = c + 'a' - 'A'
		}
	}
	w |= listed(b[:n])
	if n > 4 && b[n-2] == 'e' && b[n-1] == 'd' {
		w |= wordPast
	}
	if k.Suffix == lexicon.SuffixOther && w&(wordYou|wordWe) != 0 {
		w |= wordBe // "you're", "we've"
	}
	return w
}

// cue reads what the lexicon knows of token i and of the phrase around it.
func (x *replyReader) cue(i int) (w replyWord) {
	k := &x.t.Tokens[i]
	e := k.Entry
	if k.Phrase > 0 {
		e = x.t.Phrases[k.Phrase-1].Entry
	}
	switch x.t.CueAt(i) {
	case lexicon.CueWeekday, lexicon.CueRelative, lexicon.CueMonth, lexicon.CueTime, lexicon.CueOrdinal, lexicon.CueHoliday:
		w |= wordDay
	case lexicon.CueKin, lexicon.CueChild:
		w |= wordKin
	case lexicon.CueDoctor:
		w |= wordWe // "Dr. Okafor saw you"
	}
	if e.Weight() < lexicon.Medium {
		return w
	}
	switch e.Category() {
	case lexicon.Procedure, lexicon.Test, lexicon.Drug, lexicon.Dose, lexicon.Device, lexicon.CareEvent:
		w |= wordCare
	case lexicon.Condition, lexicon.Symptom, lexicon.Pregnancy, lexicon.Mental, lexicon.Substance, lexicon.Sexual, lexicon.Gender, lexicon.Body, lexicon.Lab:
		w |= wordIll
	}
	return w
}

// listed gives the parts of a folded, lower-case word.
func listed(b []byte) replyWord {
	switch string(b) {
	case "you", "u", "ya", "usted", "ustedes", "vous":
		return wordYou
	case "your", "ur", "yr", "su", "sus", "tu", "tus", "votre", "vos":
		return wordYour
	case "we", "i", "nosotros", "nous":
		return wordWe
	case "if", "whether", "unless", "should", "any", "anyone", "anybody", "someone", "everyone", "every", "si", "alguien", "cualquier", "quelqu", "nadie":
		return wordIf
	case "when", "once", "before", "until", "till", "cuando", "antes", "quand", "avant":
		return wordWhen
	case "can", "may", "could", "must", "need", "might", "will", "would", "want", "puede", "pueden", "pouvez", "souhaitez":
		return wordModal
	case "book", "schedule", "bring", "make", "get", "request", "tell", "ask", "manage", "reschedule", "view", "find", "take", "protect", "plan", "start", "change",
		"pedir", "pida", "reservar", "reserve", "agendar", "agende", "solicitar", "prendre", "prenez", "reserver", "reservez":
		return wordAsk
	case "visit", "visits", "appointment", "appointments", "appt", "appts", "apt", "booking", "bookings", "slot", "session", "sessions", "stay", "consult", "consultation",
		"checkup", "admission", "cita", "citas", "visita", "visitas", "consulta", "turno", "visite", "rendez", "rdv", "seance", "sejour":
		return wordVisit
	case "chart", "file", "record", "records", "result", "results", "labs", "bill", "invoice", "balance", "account", "copay", "claim", "prescription", "script", "rx", "refill",
		"referral", "auth", "diagnosis", "xray", "xrays", "scan", "scans", "culture", "biopsy", "resultado", "resultados", "receta", "expediente", "factura", "resultats", "ordonnance",
		"dossier", "facture":
		return wordRecord
	case "treatment", "care", "procedure", "surgery", "operation", "therapy", "injection", "filling", "crown", "cleaning", "recovery", "delivery", "tratamiento", "operacion",
		"cirugia", "limpieza", "traitement", "chirurgie":
		return wordCare
	case "come", "here":
		return wordAttend
	case "came", "visited", "arrived", "showed", "noshowed", "missed", "cancelled", "canceled", "rescheduled", "seen", "treated", "prescribed", "diagnosed", "admitted", "discharged",
		"booked", "scheduled", "due", "owe", "signed", "vino", "venido", "falto", "atendido", "atendida", "operado", "operada", "venu", "venue", "recu", "recue", "soigne",
		"soignee", "opere", "operee":
		return wordAttend | wordPast
	case "set", "confirmed", "ready", "moved", "back", "approved", "lista", "listo", "listos", "confirmada", "confirmado", "confirme", "confirmee", "prete", "pret", "prets":
		return wordDone
	case "saw", "left", "called", "texted", "emailed", "rang", "fit", "got", "told", "refunded", "charged", "gave", "reach", "reached", "reviewed", "checked", "faxed", "sent", "cancel", "move", "squeeze", "squeezed", "remember",
		"remembers", "explained", "delivered", "operated", "atendimos",
		"vimos", "llamamos", "confirmamos":
		return wordServe | wordPast
	case "had", "were", "was", "been", "fue", "ete":
		return wordBe | wordPast
	case "have", "has", "are", "is", "being", "r", "be", "avez", "esta", "est", "sont":
		return wordBe
	case "coming", "visiting", "stopping", "choosing", "trusting", "letting", "allowing", "venir", "visitarnos", "confiar", "elegirnos", "confiance":
		return wordComing
	case "see", "seeing", "meet", "meeting", "treating":
		return wordSee
	case "cya", "vemos", "voit":
		return wordSee | wordYou
	case "great", "lovely", "nice", "enjoyed", "pleasure", "good", "loved", "wonderful", "fun", "honor", "honour":
		return wordMet
	case "glad", "happy", "thrilled", "hope", "hoping", "hopes", "sorry", "congrats", "congratulations", "pleased", "delighted", "apologise", "apologize", "alegra", "esperamos", "lamentamos",
		"esperons", "desoles", "heureux", "ravis":
		return wordFeel
	case "went":
		return wordFared | wordPast
	case "better", "settled", "healing", "healed", "felt", "feel", "feels", "feeling", "recovering", "recovered", "working", "loving", "finishing", "turned", "gustado", "mejor", "mieux",
		"resting":
		return wordFared
	case "patient", "patients", "paciente", "pacientes", "patiente", "patientes":
		return wordPatient
	case "first", "next", "primera", "proxima", "premiere", "prochaine", "prochain", "premier":
		return wordFirst
	case "thanks", "thank", "thx", "ty", "appreciate", "appreciated", "gracias", "merci":
		return wordThank
	case "then", "tomorrow", "tmrw", "tmr", "manana", "demain", "lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi":
		return wordDay
	case "again", "nuevo", "nouveau":
		return wordAgain
	case "mother", "father", "mum", "mom", "dad", "son", "daughter", "husband", "wife", "baby", "child", "partner", "hijo", "hija", "madre", "padre", "esposo", "esposa", "fils", "fille", "mere",
		"pere", "mari", "femme":
		return wordKin
	case "as", "since", "como", "comme":
		return wordAs
	case "but", "so", "and", "pero", "mais":
		return wordTurn
	case "do", "does":
		return wordDo
	case "did":
		return wordDo | wordPast
	case "asked", "stopped", "said", "knew":
		return wordPast
	case "for", "in", "down", "up", "to":
		return wordFor
	}
	return 0
}
