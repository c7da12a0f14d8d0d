package phi_test

import (
	"bytes"
	"context"
	"log/slog"
	"strings"
	"time"

	"github.com/phidetect/phidetect/phi"
	"github.com/phidetect/phidetect/phi/audit"
)

var leakThread = []leakLine{
	{"phi.Conversation.Add phi.Conversation.AddInto phi.Conversation.Expire phi.Conversation.Facts phi.Conversation.Len phi.Conversation.MarshalJSON phi.Conversation.Merge phi.Conversation.People phi.Conversation.Reset phi.Conversation.Summary phi.Conversation.Told phi.Conversation.UnmarshalJSON phi.Conversation.Updated phi.Conversation.Verdict", func(p *probe) {
		d := phi.New(nil)
		var c, o phi.Conversation
		var turn phi.Turn
		for _, m := range []phi.Message{{Text: secretText, From: phi.PartyPatient, Sender: "zyxwanda", Handle: true}, {Text: "what is your name?", From: phi.PartyClinic}, {Text: "Zyxwanda Quillfeather", From: phi.PartyPatient}} {
			p.look(c.Add(d, m))
			o.AddInto(d, &turn, m)
			p.look(turn)
		}
		c.Merge(&o)
		p.look(c, &c, c.Summary(), c.Verdict(), c.Facts(), c.People(), c.Told(phi.PartyPatient), c.Len(), c.Updated())
		b, err := c.MarshalJSON()
		p.look(err)
		p.clean("MarshalJSON", string(b))
		for _, bad := range []string{secretText, `{"` + secretText + `":1}`, `{"version":"` + secretText + `"}`} {
			var x phi.Conversation
			if err := x.UnmarshalJSON([]byte(bad)); err == nil {
				p.t.Error("a text passes for a conversation")
			} else {
				p.look(err, x)
			}
		}
		c.Expire(time.Now(), time.Second)
		c.Reset()
		p.look(c)
	}},
	{"phi.NewConversationSet phi.ConversationSet.Add phi.ConversationSet.AddInto phi.ConversationSet.Delete phi.ConversationSet.Expire phi.ConversationSet.Get phi.ConversationSet.Len phi.ConversationSet.Put", func(p *probe) {
		s := phi.NewConversationSet(nil)
		const key = "Zyxwanda Quillfeather"
		var turn phi.Turn
		p.look(s.Add(key, phi.Message{Text: secretText, From: phi.PartyPatient, Sender: key}))
		s.AddInto(key, &turn, phi.Message{Text: secretText})
		c, ok := s.Get(key)
		s.Put(key+"x", c)
		p.look(s, turn, c, ok, s.Len(), s.Expire(time.Now()), s.Delete(key))
	}},
}

var leakAudit = []leakLine{
	{"audit.Of audit.Event.AppendJSON audit.Event.Check audit.Event.Count audit.Event.LogValue audit.Event.MarshalJSON audit.NewHasher audit.Hasher.Resource audit.Logger.Record audit.NewLogger audit.NewWriter audit.Writer.Err audit.Writer.Head audit.Writer.Record", func(p *probe) {
		r := phi.Detect(secretText)
		policy := phi.DefaultPolicy()
		e := audit.Of(policy.Decide(r.Facts(), phi.PublicReply))
		e.Count(&r)
		_, err := audit.NewHasher([]byte("zyxwanda"))
		p.look(err)
		h, err := audit.NewHasher([]byte(strings.Repeat("zyxwanda", 8)))
		p.look(err, h)
		e.Resource, e.Actor = h.Resource("Zyxwanda Quillfeather"), "desk"
		b, err := e.MarshalJSON()
		p.look(e, e.Check(), e.LogValue(), err)
		p.clean("MarshalJSON", string(b)+string(e.AppendJSON(nil)))

		bad := e
		bad.Actor = secretText // it has spaces
		var out bytes.Buffer
		w, err := audit.NewWriter(&out, nil)
		l := audit.NewLogger(slog.NewTextHandler(&out, nil), 0, nil)
		p.look(err, bad.Check(), w.Record(context.Background(), bad), w.Record(context.Background(), e), l.Record(context.Background(), bad), l.Record(context.Background(), e), w.Err(), w.Head(), w, l)
		if bad.Check() == nil {
			p.t.Error("a text passes for an actor")
		}
		p.clean("Record", out.String())
		w, err = audit.NewWriter(badWriter{}, &audit.Options{Key: []byte("zyxwanda")})
		p.look(err)
		if err == nil {
			p.look(w.Record(context.Background(), e), w.Err())
		}
	}},
	{"audit.ParseHead audit.Head.UnmarshalText audit.Head.MarshalText audit.Head.String audit.Tail audit.Verify audit.VerifyError.Error audit.VerifyError.Unwrap", func(p *probe) {
		h, err := audit.ParseHead(secretText)
		p.look(h, h.String(), err, h.UnmarshalText([]byte(secretText)))
		for _, s := range []string{secretText, secretText + "\n", `{"` + secretText + `":1}` + "\n", strings.Repeat(secretText, 2000) + "\n"} {
			h, err := audit.Verify(strings.NewReader(s), nil)
			if err == nil {
				p.t.Error("a text passes for a record")
			}
			t, terr := audit.Tail(strings.NewReader(s), nil)
			p.look(h, err, t, terr)
			_, err = audit.Verify(badReader{strings.NewReader(s)}, nil)
			p.look(err)
		}
	}},
}
