package phi

import (
	"strings"
	"testing"
	"time"
	"unsafe"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/identifiers"
)

// talk runs a thread written "p: …" and "c: …", "o: …" for another person.
func talk(t *testing.T, c *Conversation, lines ...string) (last Turn) {
	t.Helper()
	for _, l := range lines {
		side, text, ok := strings.Cut(l, ": ")
		require.True(t, ok)
		last = c.Add(nil, Message{Text: text, From: map[string]Party{"p": PartyPatient, "c": PartyClinic, "o": PartyOther}[side]})
	}
	return last
}

func TestThreadVerdicts(t *testing.T) {
	for _, x := range []struct {
		name  string
		lines []string
		want  Verdict
	}{
		{"health, then a name", []string{"p: my migraine is back", "c: Who is this?", "p: this is Kit Rowe"}, PHI},
		{"a name, then health", []string{"p: this is Kit Rowe, is the lift working", "c: Yes!", "p: good, my migraine is back"}, PHI},
		{"the clinic's own name and phone", []string{"p: my stitches popped open", "c: Hi, Jess from the desk here! Ring us on 415-555-0134"}, Identifier},
		{"the clinic's name, known from before", []string{"c: Jess from the front desk here", "p: my stitches popped open", "p: is jess there"}, Identifier},
		{"a question answered with yes", []string{"p: my name is Wiremu Tamahere, the form keeps timing out", "c: Any asthma or diabetes?", "p: yeah the first one"}, PHI},
		{"and with no", []string{"p: my name is Wiremu Tamahere, the form keeps timing out", "c: Do you have asthma or diabetes?", "p: nope neither"}, PHI},
		{"not yet answered", []string{"p: my name is Wiremu Tamahere, the form keeps timing out", "c: Do you have asthma or diabetes?"}, Identifier},
		{"answered with a question", []string{"p: my name is Wiremu Tamahere, the form keeps timing out", "c: Do you have asthma or diabetes?", "p: why do you ask?"}, Identifier},
		{"an offer taken", []string{"p: this is Wiremu Tamahere from the choir, is your hall free", "c: It is! Would you like a leaflet on our flu clinic?", "p: yes please"}, Identifier},
		{"a warning to all", []string{"p: this is Wiremu Tamahere from the choir, is your hall free", "c: If you have chest pain or trouble breathing call 911.", "p: ok"}, Identifier},
		{"a name that stands for nobody's health", []string{"c: Thanks for your donation! What name should go on the plaque?", "p: in memory of the Abernathys"}, Identifier},
		{"what the clinic says of your care", []string{"p: this is Kit Rowe, where do i park", "c: In bay 4. Nurse will be out with your blood test results in 5."}, PHI},
		{"nothing at all", []string{"p: do you sell gift cards?", "c: We do."}, None},
		{"health in general", []string{"p: do you treat migraines?", "c: Yes, we do."}, HealthOnly},
	} {
		t.Run(x.name, func(t *testing.T) {
			var c Conversation
			require.Equal(t, x.want, talk(t, &c, x.lines...).Thread.Verdict)
			require.Equal(t, x.want, c.Verdict())
			require.Equal(t, len(x.lines), c.Len())
		})
	}
}

// A bare answer gets the type that was asked for, at its bytes.
func TestBareAnswers(t *testing.T) {
	for _, x := range []struct {
		question, answer string
		typ              identifiers.Type
		want             string
	}{
		{"What is your date of birth?", "12/03/1985", identifiers.DateOfBirth, "12/03/1985"},
		{"dob pls", "sure, 12 March 1985", identifiers.DateOfBirth, "12 March 1985"},
		{"What's your birthday?", "12031985", identifiers.DateOfBirth, "12031985"},
		{"¿Cuál es su fecha de nacimiento?", "12/03/1985", identifiers.DateOfBirth, "12/03/1985"},
		{"Quelle est votre date de naissance ?", "12/03/1985", identifiers.DateOfBirth, "12/03/1985"},
		{"What name is the booking under?", "vossgaard", identifiers.Name, "vossgaard"},
		{"May I have your first name?", "Ludo thanks", identifiers.Name, "Ludo"},
		{"And your surname?", "It's Vossgaard, thanks", identifiers.Name, "Vossgaard"},
		{"Who is this please?", "tamsin oduya", identifiers.Name, "tamsin oduya"},
		{"Quel est votre prénom ?", "Zoë", identifiers.Name, "Zoë"},
		{"¿A nombre de quién?", "Itzel", identifiers.Name, "Itzel"},
		{"Best number to reach you?", "02 5550 1234", identifiers.Phone, "02 5550 1234"},
		{"What's the member ID on your card?", "XKJ884210553", identifiers.HealthPlanNumber, "XKJ884210553"},
		{"Can you give me the record number?", "00482917", identifiers.MedicalRecordNumber, "00482917"},
		{"What is the order number?", "it's BW-20418 i think", identifiers.UniqueID, "BW-20418"},
		{"Booking reference?", "QF7K2M", identifiers.UniqueID, "QF7K2M"},
		{"Driver's license number?", "D2847551", identifiers.LicenseNumber, "D2847551"},
		{"What's your license plate?", "KTR 4471", identifiers.VehicleID, "KTR 4471"},
		{"Please read me the serial number.", "4471KD0092", identifiers.DeviceID, "4471KD0092"},
		{"How old is she?", "41", identifiers.Age, "41"},
		{"Which suburb are you in?", "Marrickville", identifiers.City, "Marrickville"},
		{"What's a good contact number?", "5550 1234", identifiers.Phone, "5550 1234"},
		{"What's the address?", "18 larkspur", identifiers.StreetAddress, "18 larkspur"},
	} {
		t.Run(x.question, func(t *testing.T) {
			var c Conversation
			turn := talk(t, &c, "c: "+x.question, "p: "+x.answer)
			require.NotZero(t, turn.Answers, "asked: %v", c.asked.Names())
			var got []string
			for _, s := range turn.Result.Spans {
				if s.Type == x.typ {
					got = append(got, x.answer[s.Start:s.End])
				}
			}
			require.Equal(t, []string{x.want}, got)
			switch x.typ {
			case identifiers.Age, identifiers.City:
				require.Equal(t, None, turn.Thread.Verdict)
			default:
				require.Equal(t, Identifier, turn.Result.Verdict)
				require.Equal(t, Disclosure{Message: 2, Asked: true}, turn.Thread.Identity)
			}
		})
	}
}

// What is no answer stays what it is.
func TestNoAnswers(t *testing.T) {
	for _, x := range [][2]string{
		{"What name is it under?", "hold on a sec"},
		{"What name is it under?", "idk lol"},
		{"What name is it under?", "Of course. Hope it helps a few people."},
		{"What name is it under?", "why do you need that?"},
		{"What's your date of birth?", "I'd rather not say on here"},
		{"What's the order number?", "there were 2 of them for $40"},
		{"Which floor are you on?", "3"},
		{"Please use our name in the article.", "sounds good, Thursday"},
		{"How many do you need?", "30000"},
	} {
		var c Conversation
		turn := talk(t, &c, "c: "+x[0], "p: "+x[1])
		for _, s := range turn.Result.Spans {
			require.NotEqual(t, AnswerMatcher, s.Why.Matcher, x[1])
		}
		require.Equal(t, None, turn.Thread.Verdict, x[1])
	}
}

func TestHealthAnswers(t *testing.T) {
	for _, x := range [][3]string{
		{"Reason for visit?", "thyroid", "reason"},
		{"What brings you in?", "ringworm i think", "reason"},
		{"How can we help today?", "my knee again", "reason"},
		{"¿Cuál es el motivo de la consulta?", "migraña", "reason"},
		{"Which medicine?", "levothyroxine", "medication"},
		{"What's your blood sugar right now?", "311 arrow up", "reading"},
	} {
		var c Conversation
		turn := talk(t, &c, "p: this is Kit Rowe", "c: "+x[0], "p: "+x[1])
		require.Contains(t, turn.Answers.Names(), x[2], x[0])
		require.Equal(t, HealthOnly, turn.Result.Verdict, x[0])
		require.Equal(t, PHI, turn.Thread.Verdict, x[0])
		require.Equal(t, Disclosure{Message: 3, Asked: true}, turn.Thread.PHI, x[0])
	}
}

// An answer may come a message late, and what was asked first is then open no
// more.
func TestLateAnswers(t *testing.T) {
	var c Conversation
	turn := talk(t, &c, "c: What's the order number?", "p: sec", "p: here it is", "p: BW-20418")
	require.Equal(t, AskReference, turn.Answers)
	c.Reset()
	turn = talk(t, &c, "c: What's the order number?", "p: sec", "p: where was it", "p: one moment", "p: so", "p: BW-20418")
	require.Zero(t, turn.Answers)
	c.Reset()
	turn = talk(t, &c, "c: What name is it under?", "p: vossgaard", "c: And which pharmacy?", "p: quillfeather")
	require.Zero(t, turn.Answers)
}

func TestWhoTold(t *testing.T) {
	var c Conversation
	sum := talk(t, &c, "p: are you open on labor day?", "c: We're closed, Nadia, but your A1c result is in and it is high.").Thread
	require.Equal(t, PHI, sum.Verdict)
	require.Equal(t, Disclosure{Message: 2, From: PartyClinic}, sum.Identity)
	require.Equal(t, Disclosure{Message: 2, From: PartyClinic}, sum.PHI)
	require.True(t, sum.Confirmed)
	told := c.Told(PartyClinic)
	require.True(t, told.Types.Has(identifiers.Name))
	require.NotZero(t, told.Categories)
	require.Zero(t, c.Told(PartyPatient))
	f := c.Facts()
	require.Equal(t, PHI, f.Verdict)
	require.Equal(t, sum.Reasons, f.Reasons)
	require.Equal(t, told, Told{f.Types, f.Categories, f.Sensitivity})
	require.True(t, f.Personal && f.Health > 0.5 && !f.SenderKnown)

	c.Reset()
	sum = talk(t, &c, "p: this is Kit Rowe and my migraine is back", "c: Sorry to hear that!").Thread
	require.Equal(t, Disclosure{Message: 1, From: PartyPatient}, sum.PHI)
	require.False(t, sum.Confirmed)
	require.Zero(t, sum.Reasons&ReasonJoined)
}

func TestThreadReasons(t *testing.T) {
	var c Conversation
	sum := talk(t, &c, "p: my migraine is back", "c: What name is it under?", "p: vossgaard").Thread
	require.Equal(t, []string{"person", "health", "theirs", "joined", "answer"}, sum.Reasons.Names())
	c.Reset()
	require.Equal(t, []string{"provider"}, talk(t, &c, "p: is dr patel in on fridays").Thread.Reasons.Names())
	c.Reset()
	require.Equal(t, []string{"person", "not_theirs"}, talk(t, &c, "p: this is Kit Rowe").Thread.Reasons.Names())
}

func TestHandles(t *testing.T) {
	var c Conversation
	sum := c.Add(nil, Message{Text: "my migraine is back", Handle: true}).Thread
	require.Equal(t, HealthOnly, sum.Verdict)
	require.Equal(t, PHI, sum.WithHandle)
	c.Reset()
	sum = c.Add(nil, Message{Text: "do you sell gift cards?", Handle: true}).Thread
	require.Equal(t, None, sum.Verdict)
	require.Equal(t, Identifier, sum.WithHandle)
	c.Reset()
	sum = c.Add(nil, Message{Text: "your migraine visit is on friday", From: PartyClinic, Handle: true}).Thread
	require.Equal(t, sum.Verdict, sum.WithHandle, "the clinic's handle is no patient's")
}

func TestPeople(t *testing.T) {
	var c Conversation
	talk(t, &c, "p: my daughter Juno and my son Otis will come along", "c: Which one is it?", "p: otis has a fever", "c: Jess from the desk here, poor thing")
	people := c.People()
	require.Len(t, people, 3)
	require.Equal(t, Person{Role: identifiers.RoleRelative, Identified: true, First: 1}, people[0])
	require.Equal(t, Person{Role: identifiers.RoleRelative, Identified: true, Health: true, First: 1}, people[1])
	require.Equal(t, Person{Role: identifiers.RoleStaff, First: 4}, people[2])

	// the name that answers is the sick child's
	c.Reset()
	talk(t, &c, "p: my son has had a fever since monday", "c: What is his name?", "p: Théophile")
	require.Equal(t, []Person{{Role: identifiers.RoleRelative, Identified: true, Health: true, First: 1}}, c.People())

	c.Reset()
	talk(t, &c, "p: can my wife come instead of me", "c: Of course, what's her name?", "p: Ngozi")
	require.Equal(t, []Person{{Identified: true, First: 3}}, c.People())

	// two writers
	c.Reset()
	c.Add(nil, Message{Text: "this is Kit Rowe", Sender: "a"})
	c.Add(nil, Message{Text: "i have a migraine", Sender: "b"})
	require.Equal(t, []Person{
		{Role: identifiers.RolePatient, Writer: true, Identified: true, First: 1},
		{Role: identifiers.RolePatient, Writer: true, Health: true, First: 2},
	}, c.People())

	// more than there is room for
	c.Reset()
	for _, n := range []string{"Ana", "Bram", "Carlos", "Dana", "Elif", "Farid", "Greta", "Hugo", "Ines", "Jonas"} {
		talk(t, &c, "o: it is about "+n+" Vossgaard, she has a fever")
	}
	require.Len(t, c.People(), maxPeople)
	require.Equal(t, PHI, c.Verdict())
}

func TestExpire(t *testing.T) {
	at := time.Date(2026, 1, 5, 9, 0, 0, 0, time.UTC)
	var c Conversation
	talk(t, &c, "p: my migraine is back")
	require.False(t, c.Expire(at, time.Hour), "without times nothing expires")
	c.Add(nil, Message{Text: "this is Kit Rowe", At: at})
	require.Equal(t, at, c.Updated())
	require.Equal(t, at, c.Summary().Identity.At)
	require.False(t, c.Expire(at.Add(time.Hour), time.Hour))
	require.Equal(t, PHI, c.Verdict())
	require.True(t, c.Expire(at.Add(time.Hour+time.Second), time.Hour))
	require.Equal(t, Conversation{}, c)
}

// The state is small and the same size however long the thread; having no
// pointers, it can hold no text.
func TestStateIsSmall(t *testing.T) {
	require.Equal(t, uintptr(208), unsafe.Sizeof(Conversation{}))
	var a, b Conversation
	talk(t, &a, "p: this is Kit Rowe, i have a migraine")
	b = a
	require.True(t, a == b, "comparable: neither slices nor maps")
}

func TestAddAllocatesNothing(t *testing.T) {
	if raceEnabled {
		t.Skip("the race detector allocates")
	}
	d := New(nil)
	var c Conversation
	var turn Turn
	messages := []Message{{Text: "my migraine is back, can i come on friday"}, {Text: "What name and date of birth, please?", From: PartyClinic}, {Text: "vossgaard, 12/03/1985"}}
	n := testing.AllocsPerRun(100, func() {
		for _, m := range messages {
			c.AddInto(d, &turn, m)
		}
	})
	require.Zero(t, n)
}

// A message longer than what is read at once is read to its end.
func TestLongMessages(t *testing.T) {
	long := strings.Repeat("the weather was fine and we walked to the river. ", 2*window/49)
	var c Conversation
	turn := talk(t, &c, "p: "+long+"this is Kit Rowe.", "c: "+long+"What is your date of birth?", "p: 12/03/1985")
	require.Equal(t, AskBirth, turn.Answers)
	c.Reset()
	require.Equal(t, AskName|AskBirth, talk(t, &c, "c: What is your name? "+long+" And your date of birth?").Asks)
	c.Reset()
	turn = talk(t, &c, "c: "+long+"Jess from the front desk here!", "p: my stitches popped, is jess in")
	require.Equal(t, Identifier, turn.Thread.Verdict)
}

// A thread takes hostile texts as Detect does, and keeps the promises for spans.
func TestHostileThreads(t *testing.T) {
	const all = "What is your name, date of birth, phone number, email, address, member id, MRN, order number, license, plate, serial number, account number, age, reason for visit, medication and temperature? Do you have asthma?"
	for name, text := range hostile {
		t.Run(name, func(t *testing.T) {
			text = text[:min(len(text), 1<<16)]
			for _, cut := range []string{text, text[:min(len(text), 40)]} {
				var c Conversation
				talk(t, &c, "c: "+all)
				turn := c.Add(nil, Message{Text: cut})
				check(t, cut, &turn.Result)
			}
		})
	}
}
