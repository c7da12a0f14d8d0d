package phi

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/identifiers"
)

func TestMergeJoinsChannels(t *testing.T) {
	var chat, mail Conversation
	talk(t, &chat, "p: my migraine is back", "c: Sorry to hear that!")
	talk(t, &mail, "p: this is Kit Rowe, is the lift working")
	require.Equal(t, HealthOnly, chat.Verdict())
	require.Equal(t, Identifier, mail.Verdict())

	both := chat
	both.Merge(&mail)
	sum := both.Summary()
	require.Equal(t, PHI, sum.Verdict)
	require.NotZero(t, sum.Reasons&ReasonJoined)
	require.Equal(t, 3, both.Len())
	require.Equal(t, 1, sum.Health.Message)
	require.Equal(t, 3, sum.Identity.Message)
	require.Equal(t, 3, sum.PHI.Message, "only then were both there")
	require.Equal(t, []Person{{Role: identifiers.RolePatient, Writer: true, Identified: true, Health: true, First: 1}}, both.People())
	require.Equal(t, Identifier, mail.Verdict(), "the other stays as it is")
}

func TestMergeGoesByTime(t *testing.T) {
	at := time.Date(2026, 1, 5, 9, 0, 0, 0, time.UTC)
	var late, early Conversation
	late.Add(nil, Message{Text: "this is Kit Rowe and my migraine is back", At: at.Add(time.Hour)})
	early.Add(nil, Message{Text: "this is Kit Rowe and my migraine is back", At: at, From: PartyOther})
	late.Merge(&early)
	require.Equal(t, Disclosure{Message: 2, From: PartyOther, At: at}, late.Summary().PHI)
	require.Equal(t, at.Add(time.Hour), late.Updated())
}

// Merging with an empty thread changes nothing, and the verdict is never less
// than that of either.
func TestMergeProperties(t *testing.T) {
	threads := corpusThreads(t)
	var states []Conversation
	for _, th := range threads {
		var c Conversation
		for _, m := range th.messages {
			c.Add(nil, m)
		}
		states = append(states, c)
	}
	for i, a := range states {
		with, into := a, Conversation{}
		with.Merge(&Conversation{})
		into.Merge(&a)
		require.Equal(t, a.Summary(), with.Summary(), threads[i].id)
		require.Equal(t, a.Summary(), into.Summary(), threads[i].id)
		b := states[(i+7)%len(states)]
		ab, ba := a, b
		ab.Merge(&b)
		ba.Merge(&a)
		require.Equal(t, ab.Verdict(), ba.Verdict(), threads[i].id)
		require.Equal(t, ab.facts, a.facts|b.facts)
		require.Equal(t, a.Len()+b.Len(), ab.Len())
		require.Equal(t, ab.Verdict() == PHI, ab.Summary().PHI.Message > 0, threads[i].id)
	}
}
