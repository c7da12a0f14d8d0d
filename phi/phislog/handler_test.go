package phislog

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"math"
	"net/url"
	"strings"
	"sync"
	"testing"
	"testing/slogtest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/phi"
)

// line logs to a JSON handler behind one with the options and gives what it
// wrote, without time and level.
func line(t *testing.T, o *Options, log func(*slog.Logger)) string {
	t.Helper()
	var b bytes.Buffer
	log(slog.New(NewHandler(slog.NewJSONHandler(&b, &slog.HandlerOptions{ReplaceAttr: bare}), o)))
	return strings.TrimSuffix(b.String(), "\n")
}

func bare(groups []string, a slog.Attr) slog.Attr {
	if len(groups) == 0 && (a.Key == slog.TimeKey || a.Key == slog.LevelKey) {
		return slog.Attr{}
	}
	return a
}

func info(msg string, args ...any) func(*slog.Logger) {
	return func(l *slog.Logger) { l.Info(msg, args...) }
}

func parseText(line string) map[string]any {
	out := map[string]any{}
	for line != "" {
		var key, value string
		key, line, _ = strings.Cut(line, "=")
		if strings.HasPrefix(line, `"`) {
			value, line, _ = strings.Cut(line[1:], `"`)
			line = strings.TrimPrefix(line, " ")
		} else {
			value, line, _ = strings.Cut(line, " ")
		}
		m := out
		names := strings.Split(key, ".")
		for _, n := range names[:len(names)-1] {
			if m[n] == nil {
				m[n] = map[string]any{}
			}
			m = m[n].(map[string]any)
		}
		m[names[len(names)-1]] = value
	}
	return out
}

func TestSlogtest(t *testing.T) {
	for name, o := range map[string]*Options{"default": nil, "only phi": {OnlyPHI: true}, "keys": {CheckKeys: true}} {
		t.Run(name, func(t *testing.T) {
			var b bytes.Buffer
			slogtest.Run(t, func(*testing.T) slog.Handler {
				b.Reset()
				return NewHandler(slog.NewJSONHandler(&b, nil), o)
			}, func(t *testing.T) map[string]any {
				var m map[string]any
				require.NoError(t, json.Unmarshal(b.Bytes(), &m))
				return m
			})
			slogtest.Run(t, func(*testing.T) slog.Handler {
				b.Reset()
				return NewHandler(slog.NewTextHandler(&b, nil), o)
			}, func(*testing.T) map[string]any { return parseText(strings.TrimSpace(b.String())) })
		})
	}
}

type valuer struct{ v slog.Value }

func (v valuer) LogValue() slog.Value { return v.v }

type endless struct{}

func (endless) LogValue() slog.Value { return slog.AnyValue(endless{}) }

type stringer struct{ s string }

func (s stringer) String() string { return s.s }

type marshaler struct{ json string }

func (m marshaler) MarshalJSON() ([]byte, error) { return []byte(m.json), nil }

type texter struct{ s string }

func (m texter) MarshalText() ([]byte, error) { return []byte(m.s), nil }

type status string

type code int

type node struct {
	Name string
	Next *node
}

type secret struct {
	Shown  string `json:"shown"`
	Hidden string `json:"-"`
	inner  string
}

func TestValuesOfEveryKind(t *testing.T) {
	const dana = "its dana whitfield"
	when := time.Date(1985, 3, 12, 9, 0, 0, 0, time.UTC)
	var nilError *url.Error
	for _, c := range []struct {
		name  string
		key   string
		value any
		want  string
	}{
		{"string", "s", dana, `"its [NAME]"`},
		{"named string", "s", status(dana), `"its [NAME]"`},
		{"bytes", "s", []byte(dana), `"its [NAME]"`},
		{"error", "err", fmt.Errorf("reading: %w", errors.New(dana)), `"reading: its [NAME]"`},
		{"clean error", "err", errors.New("timeout"), `"timeout"`},
		{"stringer", "s", stringer{dana}, `"its [NAME]"`},
		{"json marshaler", "s", marshaler{`{"a": "its dana whitfield"}`}, `{"a":"its [NAME]"}`},
		{"json of a string", "s", marshaler{`"its \u0064ana whitfield"`}, `"its [NAME]"`},
		{"text marshaler", "s", texter{dana}, `"its [NAME]"`},
		{"log valuer", "s", valuer{slog.StringValue(dana)}, `"its [NAME]"`},
		{"log valuer of a valuer", "s", valuer{slog.AnyValue(valuer{slog.StringValue(dana)})}, `"its [NAME]"`},
		{"log valuer of a group", "g", valuer{slog.GroupValue(slog.String("mrn", "A1"), slog.Int("n", 7))}, `{"mrn":"[MEDICAL_RECORD_NUMBER]","n":7}`},
		{"nested groups", "g", slog.GroupValue(slog.Group("patient", slog.String("name", "Qwertz"), slog.Group("", slog.String("email", "x")))), `{"patient":{"name":"[NAME]","email":"[EMAIL]"}}`},
		{"struct", "s", secret{dana, dana, dana}, `{"shown":"its [NAME]"}`},
		{"pointer", "s", &secret{Shown: dana}, `{"shown":"its [NAME]"}`},
		{"map", "s", map[string]any{"phone": 2025550147, "ok": true, "list": []string{dana}}, `{"list":["its [NAME]"],"ok":true,"phone":"[PHONE]"}`},
		{"map under a typed key", "dob", map[string]int{"year": 1985}, `{"year":1985}`},
		{"slice", "mrn", []string{"A1", "B2"}, `["[MEDICAL_RECORD_NUMBER]","[MEDICAL_RECORD_NUMBER]"]`},
		{"url", "s", &url.URL{Scheme: "https", Host: "example.com", Path: "/", RawQuery: "q=dana"}, `"[URL]"`},
		{"typed by key", "patientName", "Qq", `"[NAME]"`},
		{"int", "phone", 2025550147, `"[PHONE]"`},
		{"int by its key", "user_phone", int64(2025550147), `"[PHONE]"`},
		{"uint", "ssn", uint64(123456789), `"[SSN]"`},
		{"float", "phone", 2025550147.0, `"[PHONE]"`},
		{"short typed int", "patient_age", 93, `"[AGE]"`},
		{"named int", "n", code(7), `7`},
		{"int that is none", "bytes", 104857600, `104857600`},
		{"bool", "mrn", true, `true`},
		{"duration", "took", 3 * time.Second, `3000000000`},
		{"time", "at", when, `"1985-03-12T09:00:00Z"`},
		{"time by its key", "dob", when, `"[DATE_OF_BIRTH]"`},
		{"level", "l", slog.LevelWarn, `"WARN"`},
		{"nil", "x", nil, `null`},
		{"nil pointer with methods", "x", nilError, `null`},
		{"kept", "trace_id", "202-555-0147", `"202-555-0147"`},
		{"kept, any", "span_id", []string{"202-555-0147"}, `["202-555-0147"]`},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, `{"msg":"done","`+c.key+`":`+c.want+`}`, line(t, nil, info("done", c.key, c.value)))
			require.Equal(t, `{"msg":"done","`+c.key+`":`+c.want+`}`, line(t, nil, func(l *slog.Logger) { l.With(c.key, c.value).Info("done") }))
			var b bytes.Buffer
			replace := ReplaceAttr(nil)
			l := slog.New(slog.NewJSONHandler(&b, &slog.HandlerOptions{ReplaceAttr: func(g []string, a slog.Attr) slog.Attr { return replace(g, bare(g, a)) }}))
			l.Info("done", c.key, c.value)
			require.Equal(t, `{"msg":"done","`+c.key+`":`+c.want+"}\n", b.String())
			b.Reset()
			slog.New(NewHandler(slog.NewTextHandler(&b, nil), nil)).Info("done", c.key, c.value)
			require.NotContains(t, b.String(), "whitfield")
		})
	}
}

type panics struct{}

func (panics) Error() string                { panic("dana whitfield") }
func (panics) MarshalJSON() ([]byte, error) { panic("dana whitfield") }

type panicsInLogValue struct{}

func (panicsInLogValue) LogValue() slog.Value { panic("dana whitfield") }

type panicsInside struct{ X marshalPanics }

type marshalPanics struct{}

func (marshalPanics) MarshalJSON() ([]byte, error) { panic("dana whitfield") }

func TestFailsClosed(t *testing.T) {
	ring := &node{Name: "dana whitfield"}
	ring.Next = ring
	deep := slog.StringValue("dana whitfield")
	for range maxDepth + 2 {
		deep = slog.GroupValue(slog.Attr{Key: "g", Value: deep})
	}
	for name, v := range map[string]any{
		"error that panics":      error(panics{}),
		"log value that panics":  panicsInLogValue{},
		"panic within":           panicsInside{},
		"endless log value":      endless{},
		"cycle":                  ring,
		"channel":                make(chan int),
		"function":               func() {},
		"NaN":                    []float64{math.NaN()},
		"json that is none":      marshaler{`{"a": dana whitfield`},
		"long string":            "its dana whitfield" + strings.Repeat(" ok", 100),
		"long error":             errors.New("its dana whitfield" + strings.Repeat(" ok", 100)),
		"long slice":             make([]string, 100, 1000),
		"many numbers":           make([]byte, 1<<20),
		"bytes that are no text": []byte("Jos\xe9 Whitfield"),
		"deep group":             deep,
	} {
		t.Run(name, func(t *testing.T) {
			got := line(t, &Options{Limit: 128}, info("m", "v", v))
			require.NotContains(t, got, "whitfield")
			require.NotContains(t, got, "Whitfield")
			require.Contains(t, got, Unreadable)
		})
	}
	got := line(t, &Options{Limit: 128}, info("dana whitfield"+strings.Repeat(" ok", 100), "n", 1))
	require.Equal(t, `{"msg":"[UNREADABLE]","n":1}`, got)
}

type badMatcher struct{}

func (badMatcher) AppendSpans([]identifiers.Span, *identifiers.Text) []identifiers.Span {
	panic("dana whitfield")
}

func TestMatcherThatPanics(t *testing.T) {
	r, err := phi.NewRedactor(phi.New(&phi.Options{Matchers: []identifiers.Matcher{badMatcher{}}}), phi.RedactPolicy{})
	require.NoError(t, err)
	o := &Options{Redactor: r}
	require.Equal(t, `{"msg":"[UNREADABLE]"}`, line(t, o, info("its dana whitfield", "a", "b")))
	require.Equal(t, `{"msg":"[UNREADABLE]","attrs":"[UNREADABLE]"}`, line(t, o, func(l *slog.Logger) { l.With("a", "dana whitfield").Info("m") }))
	require.Equal(t, slog.String("a", Unreadable), ReplaceAttr(o)(nil, slog.String("a", "dana whitfield")))
}

func TestNamesAreKnownAcrossTheRecord(t *testing.T) {
	require.Equal(t, `{"msg":"[NAME] called again","patient_name":"[NAME]"}`, line(t, nil, info("whitfield called again", "patient_name", "dana whitfield")))
}

func TestOnlyPHI(t *testing.T) {
	o := &Options{OnlyPHI: true}
	for _, c := range []struct {
		log  func(*slog.Logger)
		want string
	}{
		{info("its dana whitfield"), `{"msg":"its dana whitfield"}`},
		{info("note", "name", "dana whitfield", "reason", "my diabetes check"), `{"msg":"note","name":"[NAME]","reason":"my diabetes check"}`},
		{func(l *slog.Logger) { l.With("caller_name", "Dana Whitfield").Info("ok") }, `{"msg":"ok","caller_name":"Dana Whitfield"}`},
		{func(l *slog.Logger) { l.With("patient_name", "Dana Whitfield").Info("has diabetes, takes metformin") }, `{"msg":"has diabetes, takes metformin","patient_name":"[NAME]"}`},
		{func(l *slog.Logger) { l.WithGroup("g").With("e", errors.New("x")).Info("ok", "b", 1) }, `{"msg":"ok","g":{"e":"x","b":1}}`},
	} {
		require.Equal(t, c.want, line(t, o, c.log))
	}
}

func TestCheckKeys(t *testing.T) {
	o := &Options{CheckKeys: true}
	require.Equal(t, `{"msg":"m","[EMAIL]":1,"m":{"[EMAIL]":2},"[EMAIL]":{"a":3}}`,
		line(t, o, info("m", "dana@example.com", 1, "m", map[string]int{"dana@example.com": 2}, slog.Group("dana@example.com", "a", 3))))
	require.Equal(t, `{"msg":"m","[EMAIL]":{"a":1}}`, line(t, o, func(l *slog.Logger) { l.WithGroup("dana@example.com").Info("m", "a", 1) }))
	require.Equal(t, `{"msg":"m","dana@example.com":1}`, line(t, nil, info("m", "dana@example.com", 1)))
}

func TestOwnKeys(t *testing.T) {
	o := &Options{Keys: map[string]identifiers.Type{"customer": identifiers.AccountNumber, "email": identifiers.NoType}, Keep: []string{"order-id"}}
	require.Equal(t, `{"msg":"m","Customer":"[ACCOUNT_NUMBER]","email":"none","order_id":"202-555-0147","trace_id":"[UNIQUE_ID]"}`,
		line(t, o, info("m", "Customer", "x", "email", "none", "order_id", "202-555-0147", "trace_id", "202-555-0147")))
}

// counting counts how often its value is asked for.
type counting struct{ n *int }

func (c counting) LogValue() slog.Value { *c.n++; return slog.StringValue("its dana whitfield") }

func TestWithAttrsRedactsOnce(t *testing.T) {
	n := 0
	var b bytes.Buffer
	l := slog.New(NewHandler(slog.NewJSONHandler(&b, nil), nil)).With("a", counting{&n})
	for range 3 {
		l.Info("m")
	}
	require.Equal(t, 1, n)
	require.Equal(t, 3, strings.Count(b.String(), "its [NAME]"))
}

func TestRecordIsNotChanged(t *testing.T) {
	r := slog.NewRecord(time.Now(), slog.LevelInfo, "its dana whitfield", 0)
	group := []slog.Attr{slog.String("mrn", "A1")}
	r.AddAttrs(slog.Attr{Key: "g", Value: slog.GroupValue(group...)})
	require.NoError(t, NewHandler(slog.DiscardHandler, nil).Handle(context.Background(), r))
	require.Equal(t, "its dana whitfield", r.Message)
	require.Equal(t, "A1", group[0].Value.String())
}

func TestConcurrentUse(t *testing.T) {
	var b safeBuffer
	l := slog.New(NewHandler(slog.NewTextHandler(&b, nil), nil))
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 50 {
				l.With("mrn", "A1").WithGroup("g").Info("its dana whitfield", "phone", 2025550147, "m", map[string]string{"a": "its tom okafor"})
			}
		})
	}
	wg.Wait()
	require.NotContains(t, b.String(), "dana")
	require.NotContains(t, b.String(), "okafor")
	require.Equal(t, 400, strings.Count(b.String(), "its [NAME]\" mrn"))
}

type safeBuffer struct {
	mu sync.Mutex
	bytes.Buffer
}

func (b *safeBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.Buffer.Write(p)
}
