package webhook

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/examples/dmguard/internal/event"
)

var arrived = time.Date(2026, 3, 2, 10, 0, 5, 0, time.UTC)

func parse(t *testing.T, body string) Payload {
	t.Helper()
	p, err := Parse([]byte(body), arrived)
	require.NoError(t, err)
	return p
}

const sent = `"sender":{"id":"11"},"recipient":{"id":"99"},"timestamp":1772445600123`

func TestMessage(t *testing.T) {
	want := []event.Event{{
		Kind: event.Message, ID: "m1", Account: "99", Person: "11", At: time.UnixMilli(1772445600123).UTC(), Text: "hi",
		Attachments: []string{"image", "share", "other", "unsupported"}, ReplyTo: "m0",
	}}
	item := `{` + sent + `,"new":[1,{"a":2}],"message":{"mid":"m1","text":"hi","is_unsupported":true,"reply_to":{"mid":"m0"},
		"quick_reply":{"payload":"P"},"attachments":[{"type":"image","payload":{"url":"https://example.com/a"}},{"type":"like_heart"},{"type":"ig_post"},{"type":"what"}]}}`
	for name, body := range map[string]string{
		"object":       `{"object":"instagram","entry":[{"id":"99","time":1772445600123,"messaging":[` + item + `]}]}`,
		"array":        `[{"object":"instagram","entry":[{"id":"99","time":1772445600123,"messaging":[` + item + `]}]}]`,
		"no lists":     `{"object":"instagram","entry":{"id":"99","messaging":` + item + `}}`,
		"numbers":      `{"object":"instagram","entry":[{"id":99,"time":"1772445600","messaging":[` + item + `]}]}`,
		"more of them": ` [{"entry":[],"object":"instagram"},{"x":null,"object":"instagram","entry":[{"changes":null,"id":"99","messaging":[` + item + `]}]}] `,
	} {
		require.Equal(t, want, parse(t, body).Events, name)
	}
}

func TestKindsOfMessaging(t *testing.T) {
	of := func(item string) Payload {
		return parse(t, `{"object":"instagram","entry":[{"id":"99","time":1772445600,"messaging":[`+item+`]}]}`)
	}
	at := time.UnixMilli(1772445600123).UTC()
	for name, c := range map[string]struct {
		item string
		want event.Event
	}{
		"echo": {`{"sender":{"id":"99"},"recipient":{"id":"11"},"timestamp":1772445600123,"message":{"mid":"m2","text":"t","is_echo":true}}`,
			event.Event{Kind: event.Echo, ID: "m2", Account: "99", Person: "11", At: at, Text: "t"}},
		"echo without a flag": {`{"sender":{"id":"99"},"recipient":{"id":"11"},"timestamp":1772445600123,"message":{"mid":"m2","text":"t"}}`,
			event.Event{Kind: event.Echo, ID: "m2", Account: "99", Person: "11", At: at, Text: "t"}},
		"unsend": {`{` + sent + `,"message":{"mid":"m1","is_deleted":true}}`,
			event.Event{Kind: event.Unsend, ID: "m1", Account: "99", Person: "11", At: at}},
		"unsent echo": {`{"sender":{"id":"99"},"recipient":{"id":"11"},"timestamp":1772445600123,"message":{"mid":"m2","is_echo":true,"is_deleted":true}}`,
			event.Event{Kind: event.Unsend, ID: "m2", Account: "99", Person: "11", At: at}},
		"edit": {`{` + sent + `,"message_edit":{"mid":"m1","text":"t","num_edit":2}}`,
			event.Event{Kind: event.Message, ID: "m1/edit/2", Account: "99", Person: "11", At: at, Text: "t"}},
		"button": {`{` + sent + `,"postback":{"mid":"m3","title":"Opening hours","payload":"P"}}`,
			event.Event{Kind: event.Message, ID: "m3", Account: "99", Person: "11", At: at, Text: "Opening hours"}},
		"answer to a story": {`{` + sent + `,"message":{"mid":"m4","text":"t","reply_to":{"story":{"id":"55","url":"https://example.com"}}}}`,
			event.Event{Kind: event.Message, ID: "m4", Account: "99", Person: "11", At: at, Text: "t", ReplyTo: "55"}},
		"no time": {`{"sender":{"id":"11"},"recipient":{"id":"99"},"message":{"mid":"m5"}}`,
			event.Event{Kind: event.Message, ID: "m5", Account: "99", Person: "11", At: time.Unix(1772445600, 0).UTC()}},
		"a time ahead": {`{"sender":{"id":"11"},"recipient":{"id":"99"},"timestamp":9972445600123,"message":{"mid":"m5"}}`,
			event.Event{Kind: event.Message, ID: "m5", Account: "99", Person: "11", At: time.Unix(1772445600, 0).UTC()}},
	} {
		p := of(c.item)
		require.Equal(t, []event.Event{c.want}, p.Events, name)
	}
	require.Equal(t, 2, of(`{`+sent+`,"reaction":{"mid":"m1","emoji":"x"}},{`+sent+`,"read":{"mid":"m1"}}`).Ignored)
	require.Equal(t, arrived, parse(t, `{"object":"instagram","entry":[{"id":"99","messaging":[{"sender":{"id":"11"},"message":{"mid":"m"}}]}]}`).Events[0].At)
}

func TestComments(t *testing.T) {
	value := `{"id":"c1","from":{"id":"11","username":"someone.example"},"text":"t","media":{"id":"55","media_product_type":"FEED"},"parent_id":"c0"}`
	want := []event.Event{{Kind: event.Comment, ID: "c1", Account: "99", Person: "11", Username: "someone.example",
		At: time.Unix(1772445600, 0).UTC(), Text: "t", Parent: "c0", Media: "55"}}
	for name, e := range map[string]string{
		"changes":       `"changes":[{"field":"comments","value":` + value + `}]`,
		"live":          `"changes":[{"field":"live_comments","value":` + value + `}]`,
		"on the entry":  `"field":"comments","value":` + value,
		"value a list":  `"field":"comments","value":[` + value + `]`,
		"one change":    `"changes":{"field":"comments","value":` + value + `}`,
		"and a mention": `"changes":[{"field":"comments","value":` + value + `},{"field":"mentions","value":{"comment_id":"c1"}}]`,
	} {
		require.Equal(t, want, parse(t, `{"object":"instagram","entry":[{"id":"99","time":1772445600,`+e+`}]}`).Events, name)
	}
	bare := parse(t, `{"object":"instagram","entry":[{"id":"99","field":"comments","value":{"id":1,"from":{"id":2},"media":"55"}}]}`)
	require.Equal(t, "55", bare.Events[0].Media)
	require.Equal(t, "2", bare.Events[0].Person)
}

func TestWhatCannotBeReadKeepsNobodyBack(t *testing.T) {
	p := parse(t, `{"object":"instagram","entry":[{"id":"99","messaging":[
		5, {`+sent+`,"message":{"mid":"m1","text":{"a":1}}}, {`+sent+`,"message":{"text":"no mid"}}, {"message":{"mid":"nobody's"}},
		{`+sent+`,"message":{"mid":"m1","text":"t"}}], "changes":[{"field":"comments","value":{"id":{}}}, 7]}]}`)
	require.Len(t, p.Events, 1)
	require.Equal(t, 6, p.Unreadable)

	require.Equal(t, 1, parse(t, `{"object":"instagram","entry":[{"messaging":[{`+sent+`,"message":{"mid":"m1"}}]}]}`).Unreadable, "no account")
	require.Equal(t, Payload{Ignored: 1, arrived: arrived}, parse(t, `{"object":"page","entry":[{"id":"99","messaging":[{`+sent+`,"message":{"mid":"m1"}}]}]}`))
}

func TestNoJSON(t *testing.T) {
	for _, body := range []string{"", "x", "5", `"secret words"`, `{"object":"instagram"`, `{} {}`, `[1]`, `{"entry":5}`, `{"object":{}}`,
		`{"object":"instagram","entry":[{"time":"soon"}]}`} {
		_, err := Parse([]byte(body), arrived)
		require.ErrorIs(t, err, errShape, body)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(`[{"object":"instagram","entry":[{"id":1,"time":2,"messaging":[{` + sent + `,"message":{"mid":"m","text":"t"}}],"field":"comments","value":{"id":"c","from":{"id":"1"}}}]}]`))
	f.Add([]byte(`{"object":"instagram","entry":{"messaging":{"message_edit":{"mid":"m"},"sender":{"id":"1"}}}}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		p, err := Parse(body, arrived)
		if err != nil {
			require.Equal(t, errShape, err)
		}
		for _, e := range p.Events {
			require.NotEmpty(t, e.ID)
			require.NotEmpty(t, e.Person)
			require.False(t, e.At.After(arrived))
			require.NotEqual(t, event.Kind(0), e.Kind)
		}
	})
}
