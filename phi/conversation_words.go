package phi

import (
	"strings"
	"sync"

	"github.com/phidetect/phidetect/lexicon"
)

// askWord is a set of parts a word can have in a question or in its answer.
type askWord uint64

const (
	partRequest askWord = 1 << iota
	partName
	partWho
	partPhone
	partPlace
	partWh
	partHow
	partOld
	partReason
	partTrouble // with a question word: "what's wrong"
	partBrings
	partHelp
	partFor
	partMedicine
	partAny
	partOffer
	partAsking
	partNo
	partYes
	partRefuse
	partThanks
	partFiller // may stand beside a bare answer
	partPurpose
	partMe
	partYou
	partIf
	partUrgent
	partHere // behind a name: its bearer is or works there
	partDesk
	partPresent // behind "is" and a name: whether somebody is in
	partTurn    // before a name: a colleague to turn to
	partModal
	partMaking // with a purpose: "writing a report"
)

// Parts that only set apart who is the clinic's.
const (
	partSend askWord = 1 << (iota + 40) // with "to" or "for": turn to somebody
	partJob
	partIs
)

// askLists are the words by their part, folded: English first, then Spanish
// and French where a word is common and means nothing else. A word may stand in
// several.
var askLists = [...]struct {
	part  askWord
	words string
}{
	{partRequest, "please pls plz reply send give type pop share confirm enter provide tell write spell message drop need grab get have " +
		"favor envie envia envienos escriba escribe indique indiqueme digame dime dice mande necesito necesitamos confirme svp envoyez donnez indiquez veuillez ecrivez confirmez tapez"},
	{partName, "name names surname initials firstname lastname nombre nombres apellido apellidos nom prenom noms llama llamas appelez kiddo"},
	{partWho, "who whos whom quien quienes qui"},
	{partPhone, "phone mobile cell cellphone telephone tel reach telefono movil celular portable telephone"},
	{partPlace, "suburb city town village suburbs live ciudad barrio pueblo ville habitez vive"},
	{partWh, "what whats which whose where when why que cual cuales quel quelle quels quelles quoi quand"},
	{partHow, "how hows como comment cuantos cuantas combien quel"},
	{partOld, "old age edad anos ans"},
	{partReason, "reason reasons symptom symptoms complaint motivo sintomas sintoma motif symptomes"},
	{partTrouble, "wrong matter problem issue happening trouble bothering troubling seems ails concern concerns going pasa ocurre molesta arrive"},
	{partBrings, "brings bring trae amene"},
	{partHelp, "help assist ayudar ayudarle ayudo aider"},
	{partFor, "for about para pour"},
	{partMedicine, "medicine medicines medication medications meds med tablets tablet pills pill prescription drug drugs inhaler taking " +
		"medicamento medicamentos medicina medicinas pastillas medicament medicaments traitement"},
	{partAny, "any alguna algun algunas algunos"},
	{partOffer, "would wouldlike like want wanna wish shall prefer interested leaflet leaflets book rebook reschedule quiere quieres gustaria desea prefiere voulez souhaitez"},
	{partAsking, "asking"},
	{partNo, "no nah nope none never nup not na non nein nada ninguno ninguna aucun aucune neither negative dont doesnt havent isnt tampoco pas"},
	{partYes, "yes yeah yep yea ye yup ya yebo aye si oui ja ok okay sure correct right claro vale both"},
	{partRefuse, "rather prefer why private privately comfortable"},
	{partThanks, "thanks thank thx ta cheers gracias merci"},
	{partFiller, "its it is im i am my me mine name under the a and ok okay yes yeah yep sure hi hello hey sorry so here this thats that is number dob born on please pls thanks thank you thx ta sir maam miss " +
		"then again first last surname full well oh um uh was dunno gimme gotcha righto lemme hmm haha y el la es soy mi me llamo si gracias hola buenas le la c cest je suis mon ma est et oui merci bonjour"},
	{partPurpose, "report essay poster project homework quiz article research assignment thesis dissertation podcast survey coursework journalist reporter tarea trabajo expose devoir"},
	{partMe, "me myself mine"},
	{partYou, "you your youre yours u ur youve su sus usted tu tus te le vous votre vos"},
	{partIf, "if si"},
	{partUrgent, "911 999 000 111 112 988 emergency emergencies urgencias urgence"},
	{partHere, "here speaking from"},
	{partDesk, "desk reception billing team clinic front office recepcion accueil"},
	{partPresent, "in on still working free available back around"},
	{partTurn, "with seeing email contact con avec"},
	{partSend, "ask send speak talk write asks pregunte demandez"},
	{partJob, "manager receptionist colleague assistant coordinator supervisor hygienist therapist boss"},
	{partIs, "is does will"},
	{partModal, "can could may might need"},
	{partMaking, "doing writing making preparing researching studying working escribiendo haciendo"},
}

// askWords is the table of askLists by hash, made at first use.
var askWords = sync.OnceValue(func() map[uint64]askWord {
	m := map[uint64]askWord{}
	for _, l := range askLists {
		for w := range strings.FieldsSeq(l.words) {
			m[lexicon.HashWord(w)] |= l.part
		}
	}
	return m
})
