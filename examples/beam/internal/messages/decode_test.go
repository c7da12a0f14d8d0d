package messages

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/examples/beam/internal/records"
	"github.com/phidetect/phidetect/phi"
)

var all = Fields{ID: "id", Text: "text", Thread: "chat", From: "from", Sender: "handle", At: "at"}

func decode1(t *testing.T, l records.Layout, f Fields, header, record string) (Message, error) {
	t.Helper()
	d, err := NewDecoder(l, f, []byte(header))
	require.NoError(t, err)
	m := Message{ID: "of the one before", Text: "of the one before", Sender: "of the one before"}
	err = d.Decode(records.Record{Bytes: []byte(record), Row: 7}, &m)
	return m, err
}

func TestDecode(t *testing.T) {
	jsonl, table, text := records.Layout{Format: records.JSONL}, records.Layout{Format: records.CSV, Comma: ';'}, records.Layout{Format: records.Text}
	at := time.Date(2026, 1, 14, 16, 20, 0, 0, time.UTC)
	full := Message{ID: "a1", Text: "hello; you", Thread: "t1", From: phi.PartyClinic, Sender: "@desk", At: at}

	for _, c := range []struct {
		name           string
		layout         records.Layout
		fields         Fields
		header, record string
		want           Message
	}{
		{"an object", jsonl, all, "", `{"id":"a1","text":"hello; you","chat":"t1","from":"clinic","handle":"@desk","at":"2026-01-14T16:20:00Z","more":[1]}` + "\n", full},
		{"numbers as ids", jsonl, all, "", `{"id":12,"text":"x","chat":-3}`, Message{ID: "12", Text: "x", Thread: "-3"}},
		{"nulls", jsonl, all, "", `{"id":null,"text":"x","chat":null,"from":null,"handle":null,"at":null}`, Message{Text: "x"}},
		{"no threads asked for", jsonl, Fields{ID: "id", Text: "text"}, "", `{"id":"a","text":"x","chat":{},"from":"nobody"}`, Message{ID: "a", Text: "x"}},
		{"other names", jsonl, Fields{ID: "-", Text: "the body"}, "", `{"-":"a","the body":"x","text":"y"}`, Message{ID: "a", Text: "x"}},
		{"no id asked for", jsonl, Fields{Text: "text"}, "", `{"id":"a","text":"x","":"b"}`, Message{Text: "x"}},
		{"a row", table, all, "at;text;id;chat;from;handle\r\n", "2026-01-14T16:20:00Z;\"hello; you\";a1;t1;clinic;@desk\r\n", full},
		{"a row without the rest", table, all, "text;chat\n", "x;\n", Message{ID: "7", Text: "x"}},
		{"a short row", table, all, "text;id;chat\n", "x\n", Message{ID: "7", Text: "x"}},
		{"a line", text, Fields{Text: "text"}, "", "hello; you \r\n", Message{ID: "7", Text: "hello; you "}},
	} {
		got, err := decode1(t, c.layout, c.fields, c.header, c.record)
		require.NoError(t, err, c.name)
		require.Equal(t, c.want, got, c.name)
	}
}

// What is wrong is said in words that hold nothing of the record.
func TestErrorsHoldNoText(t *testing.T) {
	const secret = "whitfield"
	jsonl, table := records.Layout{Format: records.JSONL}, records.Layout{Format: records.CSV, Comma: ','}
	for record, want := range map[string]string{
		"":                                  "the line is empty",
		" \n":                               "the line is empty",
		`["whitfield"]`:                     "not a JSON object",
		`"whitfield"`:                       "not a JSON object",
		`null`:                              "not a JSON object",
		`{"text":"whitfield`:                "not valid JSON at byte 18",
		`{"id":"whitfield"}`:                `field "text" is missing; a line is {"id":"…","text":"…"}`,
		`{"text":["whitfield"]}`:            `field "text" has the wrong type`,
		`{"text":"x","id":{"whitfield":1}}`: `field "id" must be a string or a number`,
		`{"text":"x","chat":["whitfield"]}`: `field "chat" must be a string or a number`,
		`{"text":"x","from":"whitfield"}`:   `field "from" must be "patient", "clinic" or "other"`,
		`{"text":"x","at":"whitfield"}`:     `field "at" must be a time as RFC 3339 has it: 2026-01-14T16:20:00Z`,
	} {
		_, err := decode1(t, jsonl, all, "", record)
		require.EqualError(t, err, want)
		require.NotContains(t, err.Error(), secret)
	}
	for record, want := range map[string]string{
		"whitfield":        "the row has 1 cells, and the message is in column 3",
		"a,t,x,whitfield,": `field "from" must be "patient", "clinic" or "other"`,
		"a,t,x,,whitfield": `field "at" must be a time as RFC 3339 has it: 2026-01-14T16:20:00Z`,
	} {
		_, err := decode1(t, table, all, "id,chat,text,from,at", record)
		require.EqualError(t, err, want)
		require.NotContains(t, err.Error(), secret)
	}
	for header, want := range map[string]string{
		"id,whitfield":   `there is no column "text"; -text-field names the column that holds the message`,
		"text,whitfield": `there is no column "chat", which -thread-field names`,
	} {
		_, err := NewDecoder(table, all, []byte(header))
		require.EqualError(t, err, want)
	}
}

func TestFieldsAreChecked(t *testing.T) {
	require.NoError(t, all.Check())
	require.NoError(t, Fields{Text: "text"}.Check())
	require.NoError(t, Fields{ID: "id", Text: "text", From: "text"}.Check(), "it is not read")
	for want, f := range map[string]Fields{
		"-text-field is empty":        {ID: "id"},
		"-id-field and -text-field":   {ID: "x", Text: "x"},
		"-text-field and -from-field": {Text: "x", Thread: "t", From: "x"},
		"-text-field has a quote":     {Text: `a"b`},
		"-thread-field has a quote":   {Text: "x", Thread: "a,b"},
	} {
		require.ErrorContains(t, f.Check(), want)
		require.False(t, strings.Contains(f.Check().Error(), "\n"))
	}
}
