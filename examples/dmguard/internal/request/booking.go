package request

import (
	"regexp"
	"strings"
)

// Facts are the facts of a booking. They are bits, and no words of the message.
type Facts uint32

const (
	// Monday to Sunday are the weekdays that were named.
	Monday Facts = 1 << iota
	Tuesday
	Wednesday
	Thursday
	Friday
	Saturday
	Sunday
	// Morning, Afternoon and Evening are the times of day.
	Morning
	Afternoon
	Evening
	// New, Move, Cancel and Confirm say what is to become of the appointment.
	New
	Move
	Cancel
	Confirm

	anyDay  = Monday | Tuesday | Wednesday | Thursday | Friday | Saturday | Sunday
	anyTime = Morning | Afternoon | Evening
)

var factNames = [...]string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "morning", "afternoon", "evening", "new", "move", "cancel", "confirm"}

// Names lists what is set, in the order of the constants.
func (f Facts) Names() []string {
	var out []string
	for i, n := range factNames {
		if f&(1<<i) != 0 {
			out = append(out, n)
		}
	}
	return out
}

// FactsOf gives the facts of a booking that a message tells.
func FactsOf(text string) Facts { return factsOf(normal(text)) }

func factsOf(words string) (f Facts) {
	for i, cues := range factCues {
		for _, c := range cues {
			if c.in(words) {
				f |= 1 << i
				break
			}
		}
	}
	if m := clock.FindStringSubmatch(words); m != nil {
		if strings.HasPrefix(m[1], "a") {
			f |= Morning
		} else {
			f |= Afternoon
		}
	}
	return f
}

// clock is a time of day with its half: "3pm", "10 30 am".
var clock = regexp.MustCompile(`\b(?:1[0-2]|0?[1-9])(?: ?[0-5][0-9])? ?(a|p)m\b`)

// factCues are the words of each fact, in the order of the constants.
var factCues = [len(factNames)][]cue{
	list(1, "mon, monday, mondays, lunes, lundi"),
	list(1, "tue, tues, tuesday, tuesdays, martes, mardi"),
	list(1, "wed, weds, wednesday, wednesdays, miércoles, miercoles, mercredi"),
	list(1, "thu, thur, thurs, thursday, thursdays, jueves, jeudi"),
	list(1, "fri, friday, fridays, viernes, vendredi"),
	list(1, "sat, saturday, saturdays, sábado, sabado, samedi"),
	list(1, "sun, sunday, sundays, domingo, dimanche"),
	list(1, "morning, mornings, early, por la mañana, matin"),
	list(1, "afternoon, afternoons, arvo, por la tarde, après midi, after school, after work"),
	list(1, "evening, evenings, tonight, soir"),
	list(1, "book, booking, new patient, make an appointment, need an appointment, get an appointment, get in, squeeze, fit me, see me, opening, openings, availab*, slot, slots, reservar, cita, rdv"),
	list(1, "move, push, reschedul*, resched*, change my appointment, change my appt, switch, different day, another day, another time, cambiar, déplacer"),
	list(1, "cancel*, cant make, can t make, cannot make, wont make, annuler"),
	list(1, "confirm*, still on, still good for, are we on"),
}
