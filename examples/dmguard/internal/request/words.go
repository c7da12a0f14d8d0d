package request

import "strings"

// A cue is a word or phrase that speaks for a kind.
type cue struct {
	text   string // between spaces, or without the last one where it is a beginning
	weight int
}

func (c cue) in(words string) bool { return strings.Contains(words, c.text) }

// cues are the words of each kind. Those of weight 2 are enough by themselves.
var cues = map[Kind][]cue{
	Urgent: list(4, `emergency, urgent, urgently, urgence, urgente, emergencia, ambulance, 911, 999, er now, the er, asap,
		chest pain, chest hurts, chest is tight, dolor de pecho, cant breathe, can t breathe, cannot breathe, trouble breathing, hard to breathe,
		struggling to breathe, short of breath, gasping, not breathing, no puedo respirar, blue lips, lips are blue, choking,
		suicid*, kill myself, end my life, end it all, hurt myself, dont want to live, overdose*, took too many, want to die, quiero morir,
		bleeding wont stop, wont stop bleeding, keeps bleeding, bleeding heavily, bleeding a lot, losing blood, loads of clots, hemorrhag*, haemorrhag*, sangrando,
		passed out, unconscious, unresponsive, wont wake, cant wake, not waking, fainted, collapsed, seizure*, convuls*, having a stroke, face droop*, slurring,
		anaphyla*, throat closing, throat swell*, tongue swell*, hives all over, epipen, snakebite, bit by a, shot himself, shot herself, stabbed,
		in labour, in labor, contractions, waters broke, water broke, not moving, stopped moving, cant feel, on our way, 10 min out, now now, worst headache, head injur*,
		not drinking anything, 40c, swallowed a, poison*, had a fall, fell down, cant move, cannot move, cant walk, cant stand, allergic reaction, very high fever, high fever, turning blue,
		cant swallow, coughing blood, vomiting blood, blood in my, severe pain, 10 out of 10, domestic violence, hits me, hit me again, scared of him, help me, aidez moi, ayuda`),
	Refill: list(2, `refill*, renew*, prescri*, rx, script, scripts, repeat, repeats, receta, ordonnance, renouvel*, top up, run out, running out, ran out, all gone,
		out of my, is empty, is finished, last pill, last dose, low on, need more, more pills, more tablets, another box, another month, pick up my, pharmacy, pharmacist, walgreens, cvs, chemist, farmacia, pharmacie`),
	Results: list(2, `result*, rsults, came back, come back, resultado*, labs, bloods, lab report, blood work, bloodwork, biopsy, benign, positive or negative, abnormal,
		results yet, report, reports, reading, levels, scan show, test say, test said, is it back, are they back, anything back, heard back, what did the, in yet, cd ready, screening letter, pathology, letter says`),
	Billing: list(3, `bill, bills, billed, billing, invoice*, charge, charged, overcharged, copay, co pay, deductible, refund*, payment*, paid, pay, autopay, paynow, owe, owing,
		balance, statement, claim, claims, coverage, insurance, insurer, covered by, cover, covers, factura, cobro, cobraron, facture, mutuelle, cost, costs, price, fee, fees, receipt, medicare renewed, new card, denied, deposit, estimate, quote, reimburse*, write off, superbill, hsa, fsa`),
	Booking: list(2, `appointment*, appt*, appoint, book, booked, booking, reschedul*, resched*, schedule, slot, slots, opening, openings, availab*, cancel*, move my, push my, push it,
		change my, switch my, squeeze, fit me, see me, come in, cant make, can t make, cannot make, wont make, running late, be late, wrong bilding, wrong building, hold my,
		confirm*, follow up, followup, checkup, check up, walk in, spot, cita, turno, hora, reservar, rendez vous, rdv, consulta, text when, need a physical, physical*, needs her, needs his, nobody called, see the doctor, due, running behind, still on, are we on, what time, which day, earlier, get in, in the car, outside now, here for, hold on for me`),
}

// list makes cues of phrases that are set apart by commas; a phrase that ends in
// an asterisk is the beginning of a word.
func list(weight int, phrases string) (out []cue) {
	for p := range strings.SplitSeq(phrases, ",") {
		p = strings.Join(strings.Fields(p), " ")
		if begin, ok := strings.CutSuffix(p, "*"); ok {
			out = append(out, cue{" " + begin, weight})
		} else {
			out = append(out, cue{" " + p + " ", weight})
		}
	}
	return out
}
