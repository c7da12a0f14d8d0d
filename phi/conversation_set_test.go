package phi

import (
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// Many goroutines with a thread each get what each thread gives alone.
func TestSetKeepsThreadsApart(t *testing.T) {
	set := NewConversationSet(nil)
	threads := corpusThreads(t)
	var wg sync.WaitGroup
	for i := range threads {
		wg.Go(func() {
			var alone Conversation
			var turn Turn
			for _, m := range threads[i].messages {
				set.AddInto(threads[i].id, &turn, m)
				if want := alone.Add(nil, m); want.Thread != turn.Thread {
					t.Errorf("%s: another thread's state", threads[i].id)
				}
			}
		})
	}
	wg.Wait()
	require.Equal(t, len(threads), set.Len())
	c, ok := set.Get(threads[0].id)
	require.True(t, ok)
	require.Equal(t, len(threads[0].messages), c.Len())
}

func TestSetUnderContention(t *testing.T) {
	at := time.Date(2026, 1, 5, 9, 0, 0, 0, time.UTC)
	set := NewConversationSet(&ConversationSetOptions{Max: 32, Idle: time.Minute})
	var wg sync.WaitGroup
	for g := range 8 {
		wg.Go(func() {
			for i := range 60 {
				key := fmt.Sprint((g + i) % 50)
				set.Add(key, Message{Text: "my migraine is back", At: at.Add(time.Duration(i) * time.Second)})
				c, _ := set.Get(key)
				set.Put(key, c)
				switch i % 10 {
				case 3:
					set.Delete(key)
				case 7:
					set.Expire(at.Add(time.Duration(i) * time.Second))
				}
			}
		})
	}
	wg.Wait()
	require.LessOrEqual(t, set.Len(), 32)
}

func TestSetIsBounded(t *testing.T) {
	set := NewConversationSet(&ConversationSetOptions{Max: 64})
	for i := range 2000 {
		set.Add(fmt.Sprint(i), Message{Text: "ok"})
		_, ok := set.Get(fmt.Sprint(i))
		require.True(t, ok, "the one just used stays")
	}
	require.LessOrEqual(t, set.Len(), 64)
	require.GreaterOrEqual(t, set.Len(), 60)

	// the one used least recently goes: here each shard has room for one more
	// than it uses, if "kept" is used all the time
	set = NewConversationSet(&ConversationSetOptions{Max: 32})
	for i := range 2000 {
		set.Add("kept", Message{Text: "ok"})
		set.Add(fmt.Sprint(i), Message{Text: "ok"})
	}
	c, ok := set.Get("kept")
	require.True(t, ok)
	require.Equal(t, 2000, c.Len())
}

func TestSetExpires(t *testing.T) {
	at := time.Date(2026, 1, 5, 9, 0, 0, 0, time.UTC)
	set := NewConversationSet(&ConversationSetOptions{Idle: time.Hour})
	set.Add("a", Message{Text: "my migraine is back", At: at})
	set.Add("b", Message{Text: "my migraine is back", At: at.Add(50 * time.Minute)})
	require.Zero(t, set.Expire(at.Add(time.Hour)))
	require.Equal(t, 1, set.Expire(at.Add(61*time.Minute)))
	_, ok := set.Get("a")
	require.False(t, ok)
	// without Expire a late message finds the thread empty
	turn := set.Add("b", Message{Text: "this is Kit Rowe", At: at.Add(5 * time.Hour)})
	require.Equal(t, Identifier, turn.Thread.Verdict)

	require.True(t, set.Delete("b"))
	require.False(t, set.Delete("b"))
	require.Zero(t, NewConversationSet(nil).Expire(at))
}

func TestSetOptionsCheck(t *testing.T) {
	require.NoError(t, (&ConversationSetOptions{}).Check())
	require.ErrorContains(t, (&ConversationSetOptions{Max: -1}).Check(), "Max")
	require.ErrorContains(t, (&ConversationSetOptions{Idle: -1}).Check(), "Idle")
}
