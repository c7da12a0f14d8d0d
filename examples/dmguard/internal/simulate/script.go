package simulate

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"strconv"
	"time"

	"github.com/phidetect/phidetect/examples/dmguard/internal/event"
)

// Account is the invented clinic's.
const Account = "17841400000000001"

// A Post is one webhook to send.
type Post struct {
	Items []Item
	Body  []byte
	// Again marks one that was sent before.
	Again bool
}

// Options says how the corpus is played.
type Options struct {
	// Seed makes equal scripts of equal corpora.
	Seed uint64
	// Now is when the last message of each thread is written.
	Now time.Time
	// Round tells repetitions of the corpus apart: each has people and ids of its own.
	Round int
	// Batch is the most items a webhook holds; 0 means 1.
	Batch int
	// Duplicates is the share of webhooks that come twice, Shuffled whether they
	// come in any order, Unsent the share of messages that are taken back.
	Duplicates, Unsent float64
	Shuffled           bool
	// Photos is the share of messages with a picture.
	Photos float64
}

// Items makes what happens of talks: comments of public channels, echoes of what
// the clinic wrote, messages of the rest. Each talk is a person of its own.
func Items(talks []Talk, o Options) []Item {
	var out []Item
	random := rand.New(rand.NewPCG(o.Seed, 1))
	for n, t := range talks {
		person := strconv.Itoa(100000000000000 + o.Round*10000000 + n)
		for i, l := range t.Lines {
			it := Item{Gold: l.Gold, Verdict: l.Verdict, Event: event.Event{
				Kind: kind(t.Channel, l.FromClinic), Account: Account, Person: person,
				ID: id(t.ID, o.Round, i), At: stagger(o.Now, i, len(t.Lines)), Text: l.Text,
			}}
			if it.Kind == event.Comment {
				it.Username, it.Media = "visitor."+strconv.Itoa(n), "1790000000000001"
				if l.Handle != "" {
					it.Username = l.Handle
				}
			}
			if it.Kind == event.Message && random.Float64() < o.Photos {
				it.Attachments = []string{"image"}
			}
			out = append(out, it)
		}
	}
	return out
}

// Script makes webhooks of talks.
func Script(talks []Talk, o Options) []Post {
	items := Items(talks, o)
	random := rand.New(rand.NewPCG(o.Seed, 2))
	var out []Post
	for len(items) > 0 {
		n := 1
		if o.Batch > 1 {
			n = min(1+random.IntN(o.Batch), len(items))
		}
		p := Post{Items: items[:n:n], Body: Body(Form(random.IntN(int(forms))), items[:n]...)}
		items = items[n:]
		out = append(out, p)
		if random.Float64() < o.Duplicates {
			out = append(out, Post{Items: p.Items, Body: p.Body, Again: true})
		}
		if first := p.Items[0]; first.Kind == event.Message && random.Float64() < o.Unsent {
			gone := Item{Event: event.Event{Kind: event.Unsend, Account: first.Account, Person: first.Person, ID: first.ID, At: first.At}}
			out = append(out, Post{Items: []Item{gone}, Body: Body(Object, gone)})
		}
	}
	if o.Shuffled {
		random.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	}
	return out
}

func kind(channel string, fromClinic bool) event.Kind {
	switch channel {
	case "comment", "review", "commentaire", "comentario", "post", "story":
		return event.Comment
	case "staff_reply", "review_reply", "reply", "staff_chat":
		return event.Echo
	}
	if fromClinic {
		return event.Echo
	}
	return event.Message
}

// id gives the platform's kind of id: letters and digits that say nothing.
func id(talk string, round, line int) string {
	h := fnv.New128a()
	fmt.Fprint(h, talk, "/", round, "/", line)
	return fmt.Sprintf("aWdfZAG%x", h.Sum(nil))
}
