package threads

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/phidetect/phidetect/phi"
)

// texts are messages whose meaning depends on those before them: a bare date is
// an answer only behind the question.
var texts = []string{
	"i need my inhaler for my asthma", "What's your date of birth?", "9/11/87", "Hi, this is Kit Rowe",
	"Which medicine is it?", "yes", "sertraline", "are you open on monday", "May I have your full name?", "ana belmonte",
	"Your results are back, Kit.", "",
}

// drawThread gives messages in their order, no two in one place. Some have no
// time, and some the same.
func drawThread(t *rapid.T) []Message {
	n := rapid.IntRange(0, 12).Draw(t, "messages")
	list := make([]Message, n)
	for i := range list {
		list[i] = Message{
			Place:  Place{At: rapid.Int64Range(0, 4).Draw(t, "at") * 60_000, File: rapid.SampledFrom([]string{"a", "b"}).Draw(t, "file"), Offset: int64(i)},
			Text:   rapid.SampledFrom(texts).Draw(t, "text"),
			From:   phi.Party(rapid.IntRange(0, phi.PartyCount-1).Draw(t, "from")),
			Sender: rapid.SampledFrom([]string{"", "@kit"}).Draw(t, "sender"),
		}
	}
	slices.SortFunc(list, func(a, b Message) int { return a.compare(b.Place) })
	return list
}

// inOrder adds messages one after the other, as one process would that sees all.
func inOrder(list []Message) phi.Summary {
	var c phi.Conversation
	for i := range list {
		c.Add(nil, list[i].phi())
	}
	return c.Summary()
}

// scatter adds messages in any order to any number of threads, carries some of
// them over the wire, and merges them in any order and grouping until one is left.
func scatter(t *rapid.T, list []Message, limit int) Thread {
	parts := make([]Thread, rapid.IntRange(1, 5).Draw(t, "parts"))
	for _, m := range rapid.Permutation(list).Draw(t, "order") {
		parts[rapid.IntRange(0, len(parts)-1).Draw(t, "part")].Add(m, limit)
	}
	for len(parts) > 1 {
		i := rapid.IntRange(0, len(parts)-1).Draw(t, "from")
		from := parts[i]
		parts = slices.Delete(parts, i, i+1)
		if rapid.Bool().Draw(t, "wire") {
			var sent Thread
			require.NoError(t, sent.UnmarshalBinary(from.AppendBinary(nil)))
			from = sent
		}
		parts[rapid.IntRange(0, len(parts)-1).Draw(t, "into")].Merge(&from, limit)
	}
	return parts[0]
}

const noLimit = 1 << 30

// However a thread is split over workers, and in whatever order these are
// merged, it is judged as one process judges it that adds the messages in order.
func TestAnySplitGivesWhatAddGivesInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := drawThread(t)
		got := scatter(t, list, noLimit)
		require.Equal(t, len(list), len(got.Messages))
		require.Equal(t, inOrder(list), inOrder(got.Messages))

		want, out := inOrder(list), got.Outcome(nil)
		require.Equal(t, want.Verdict, out.Verdict)
		require.Equal(t, want.WithHandle, out.WithHandle)
		require.Equal(t, want.PHI.Message, out.PHI)
		require.Equal(t, want.Confirmed, out.Confirmed)
		require.Equal(t, int64(len(list)), out.Messages)
		require.Zero(t, out.LeftOut)
	})
}

// Where a thread is too long, the same beginning of it is kept whatever the split,
// and it is the longest that fits.
func TestAnySplitKeepsTheSameBeginning(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := drawThread(t)
		limit := rapid.IntRange(1, 900).Draw(t, "limit")
		fits, sum := 0, 0
		for fits < len(list) && sum+list[fits].size() <= limit {
			sum += list[fits].size()
			fits++
		}
		got := scatter(t, list, limit)
		require.Equal(t, len(list[:fits]), len(got.Messages))
		for i := range got.Messages {
			require.True(t, list[i] == got.Messages[i], "message %d is another one", i)
		}
		require.Equal(t, int64(len(list)-fits), got.Outcome(nil).LeftOut)
	})
}

// The order matters: the property above would hold of nothing if any order gave
// the same.
func TestOrderMatters(t *testing.T) {
	list := []Message{
		{Place: Place{At: 1}, Text: "i need my inhaler for my asthma"},
		{Place: Place{At: 2}, Text: "What's your date of birth?", From: phi.PartyClinic},
		{Place: Place{At: 3}, Text: "9/11/87"},
	}
	require.Equal(t, phi.PHI, inOrder(list).Verdict)
	list[0], list[2] = list[2], list[0]
	require.NotEqual(t, phi.PHI, inOrder(list).Verdict)
}

// Bytes that no thread was written to are an error and no crash.
func TestBinaryRefusesWhatIsBroken(t *testing.T) {
	whole := Thread{Messages: []Message{{Place: Place{At: 5, File: "f", Offset: 9}, Text: "hello"}}, Count: 3, Cut: Place{At: 7}, IsCut: true}
	b := whole.AppendBinary(nil)
	for n := range b {
		require.Error(t, new(Thread).UnmarshalBinary(b[:n]))
	}
	require.Error(t, new(Thread).UnmarshalBinary(append(slices.Clone(b), 0)))
	rapid.Check(t, func(t *rapid.T) {
		_ = new(Thread).UnmarshalBinary(rapid.SliceOf(rapid.Byte()).Draw(t, "bytes"))
		_ = new(Message).UnmarshalBinary(rapid.SliceOf(rapid.Byte()).Draw(t, "bytes"))
	})
}
