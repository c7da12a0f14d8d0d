package phi_test

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/phidetect/phidetect/phi"
)

func ExampleConversation() {
	var c phi.Conversation
	for _, m := range []phi.Message{
		{Text: "i need my seretide inhaler for my asthma"},
		{Text: "What's your date of birth?", From: phi.PartyClinic},
		{Text: "9/11/87"},
	} {
		turn := c.Add(nil, m)
		fmt.Println(m.From, turn.Alone, turn.Thread.Verdict)
		for _, s := range turn.Result.Spans {
			fmt.Println("  ", s.Type, m.Text[s.Start:s.End], s.Why.Matcher)
		}
	}
	fmt.Println(c.Summary().Reasons.Names())
	// Output:
	// patient health health
	// clinic none health
	// patient none phi
	//    date_of_birth 9/11/87 answer
	// [person health theirs joined answer]
}

// Who told it first: the patient, when asked, or staff by themselves.
func ExampleConversation_Summary() {
	var c phi.Conversation
	c.Add(nil, phi.Message{Text: "are you open on friday?"})
	c.Add(nil, phi.Message{Text: "Yes! And Nadia, your A1c result is in, it is high.", From: phi.PartyClinic})
	s := c.Summary()
	fmt.Println(s.Verdict, "by the", s.PHI.From, "in message", s.PHI.Message, "asked:", s.PHI.Asked)
	// Output: phi by the clinic in message 2 asked: false
}

func ExampleConversation_People() {
	var c phi.Conversation
	c.Add(nil, phi.Message{Text: "my daughter Juno and my son Otis will come along"})
	c.Add(nil, phi.Message{Text: "otis has a fever"})
	for _, p := range c.People() {
		fmt.Println(p.Role, p.Identified, p.Health)
	}
	// Output:
	// relative true false
	// relative true true
}

func ExampleConversation_MarshalJSON() {
	var c phi.Conversation
	c.Add(nil, phi.Message{Text: "my migraine is back"})
	stored, err := json.Marshal(c)
	if err != nil {
		panic(err)
	}
	var later phi.Conversation
	if err := json.Unmarshal(stored, &later); err != nil {
		panic(err)
	}
	fmt.Println(later.Add(nil, phi.Message{Text: "this is Kit Rowe"}).Thread.Verdict)
	// Output: phi
}

func ExampleConversationSet() {
	set := phi.NewConversationSet(&phi.ConversationSetOptions{Max: 10_000, Idle: 30 * 24 * time.Hour})
	monday := time.Date(2026, 1, 5, 9, 0, 0, 0, time.UTC)
	set.Add("@kit.rowe", phi.Message{Text: "my migraine is back", Handle: true, At: monday})
	turn := set.Add("@kit.rowe", phi.Message{Text: "thanks", Handle: true, At: monday.Add(time.Hour)})
	fmt.Println(turn.Thread.Verdict, turn.Thread.WithHandle)
	// Output: health phi
}

// A policy decides on the thread as it does on a single text: here the last
// message says nothing by itself.
func ExampleConversation_Facts() {
	var c phi.Conversation
	c.Add(nil, phi.Message{Text: "this is Kit Rowe, is the lift working?"})
	c.Add(nil, phi.Message{Text: "good, my migraine is back"})
	last := phi.Detect("see you then")
	policy := new(phi.Policy)
	fmt.Println(policy.Decide(last.Facts(), phi.FromPatient).Action, policy.Decide(c.Facts(), phi.FromPatient).Action)
	// Output: allow redirect
}
