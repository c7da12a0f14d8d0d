package jsonvalues

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// values gives kind, text, key and parent of each value.
func values(t *testing.T, src string) (out []string) {
	t.Helper()
	b := []byte(src)
	require.NoError(t, Walk(b, func(v Value) {
		text := func(r Range) string { return string(AppendText(nil, b[r.Start:r.End])) }
		if v.Kind != Name {
			out = append(out, text(v.Range)+"|"+text(v.Key)+"|"+text(v.Parent))
		}
	}))
	return out
}

func TestWalkNamesTheValues(t *testing.T) {
	require.Equal(t, []string{"x|a|", "1|b|", "y|b|", "z|d|c", "-2e3|e|c", "w|g|e"},
		values(t, ` {"a":"x", "b":[1,"y",true],"c":{"d":"z","e":[-2e3,{"g":"w"}],"n":null}} `))
	require.Equal(t, []string{"\u00e9\"\\/\b\f\n\r\t😀\ufffdé||"}, values(t, `"\u00e9\"\\\/\b\f\n\r\t\ud83d\ude00\ud83dé"`))
}

func TestPathTellsPlacesApart(t *testing.T) {
	paths := func(src string) (out []uint64) {
		require.NoError(t, Walk([]byte(src), func(v Value) {
			if v.Kind != Name {
				out = append(out, v.Path)
			}
		}))
		return out
	}
	a, b := paths(`{"a":["x","y"],"b":{"a":"z"}}`), paths(`{ "a" : [ "long" , "other" ], "b": {"a":1}}`)
	require.Equal(t, a, b)
	require.NotEqual(t, a[0], a[1])
	require.NotEqual(t, a[0], a[2])
}

func TestWalkAcceptsWhatEncodingJSONDoes(t *testing.T) {
	for _, s := range []string{
		"", " ", "{", "}", "[1,]", "[,1]", "{,}", `{"a"}`, `{"a":}`, `{"a":1,}`, `{a:1}`, "01", "-", "1.", ".5", "1e", "1e+", "+1", "0", "-0.0e-0", "tru", "true", "nul", "[]", "{}",
		`"a`, `"\x"`, `"\u12"`, `"\u12G4"`, "\"\x01\"", "\"\xff\"", `""`, "1 2", "[1 2]", `{"a":1 "b":2}`, `[[[]]]`, `{"":""}`, "\ufeff1", `[1}`, `{"a":1]`, "NaN",
		strings.Repeat("[", maxDepth) + strings.Repeat("]", maxDepth), strings.Repeat("[", maxDepth+1) + strings.Repeat("]", maxDepth+1),
	} {
		require.Equal(t, json.Valid([]byte(s)), Walk([]byte(s), func(Value) {}) == nil, "%.40q", s)
	}
}

func TestErrorHoldsNoText(t *testing.T) {
	err := Walk([]byte(`{"name":"Dana Whitfield" oops}`), func(Value) {})
	require.EqualError(t, err, "not valid JSON at byte 25")
}

// edit replaces the middle third of each value's text.
func edit(src []byte, with string) []byte {
	var out []byte
	at := 0
	if err := Walk(src, func(v Value) {
		if v.Kind == Name {
			return
		}
		raw := src[v.Start:v.End]
		text := AppendText(nil, raw)
		r := []rune(string(text))
		start := len(string(r[:len(r)/3]))
		end := len(string(r[:(2*len(r)+2)/3]))
		out = AppendEdited(append(out, src[at:v.Start]...), raw, []Edit{{start, end, []byte(with)}})
		at = v.End
	}); err != nil {
		panic(err)
	}
	return append(out, src[at:]...)
}

func TestEditsKeepTheRest(t *testing.T) {
	require.Equal(t, `{ "a\/b":"\u0061[\"X\\\n]\u0063", "n" : "1[\"X\\\n]3" }`, string(edit([]byte(`{ "a\/b":"\u0061\u0062\u0063", "n" : 123 }`), "[\"X\\\n]")))
	require.Equal(t, `[193]`, string(edit([]byte(`[123]`), "9")))
	require.Equal(t, `["",""]`, string(edit([]byte(`["x",7]`), "")))
	require.Equal(t, `"000"`, string(AppendEdited(nil, []byte("62704"), []Edit{{0, 5, []byte("000")}})))
	require.Equal(t, `"abX"`, string(AppendEdited(nil, []byte(`"ab"`), []Edit{{2, 2, []byte("X")}})))
}

// random makes a JSON value with odd spacing and escapes.
func random(r *rand.Rand, depth int) string {
	space := []string{"", " ", "\n\t", "\r\n"}[r.IntN(4)]
	str := func() string {
		var b strings.Builder
		b.WriteByte('"')
		for range r.IntN(8) {
			b.WriteString([]string{"a", " ", "é", `\"`, `\\`, `\/`, `\u00e9`, `\ud83d\ude00`, `\ud83d`, "😀", `\n`, "7"}[r.IntN(12)])
		}
		return b.String() + `"`
	}
	n := 6
	if depth == 0 {
		n = 4
	}
	switch r.IntN(n) {
	case 0, 1:
		return space + str() + space
	case 2:
		return space + strconv.FormatFloat(r.NormFloat64()*1e6, "gfe"[r.IntN(3)], -1, 64)
	case 3:
		return []string{"true", "false", "null"}[r.IntN(3)] + space
	case 4:
		var parts []string
		for range r.IntN(4) {
			parts = append(parts, random(r, depth-1))
		}
		return "[" + space + strings.Join(parts, ",") + "]"
	}
	var parts []string
	for range r.IntN(4) {
		parts = append(parts, space+str()+space+":"+random(r, depth-1))
	}
	return "{" + space + strings.Join(parts, ",") + "}"
}

// shape is a value with all its strings and numbers alike.
func shape(v any) any {
	switch x := v.(type) {
	case string, float64:
		return "."
	case []any:
		for i := range x {
			x[i] = shape(x[i])
		}
	case map[string]any:
		for k := range x {
			x[k] = shape(x[k])
		}
	}
	return v
}

func TestEditedStaysJSONOfTheSameShape(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		src := []byte(random(r, 4))
		out := edit(src, []string{"[NAME_1]", "", `"\`, "x\n\x00é", "12"}[r.IntN(5)])
		require.True(t, json.Valid(out), "%q\n%q", src, out)
		var a, b any
		require.NoError(t, json.Unmarshal(src, &a))
		require.NoError(t, json.Unmarshal(out, &b))
		require.Equal(t, shape(a), shape(b))
		require.NoError(t, Walk(src, func(v Value) {
			if v.Kind == String {
				var want string
				require.NoError(t, json.Unmarshal(src[v.Start:v.End], &want))
				require.Equal(t, want, string(AppendText(nil, src[v.Start:v.End])))
				again := AppendString(nil, []byte(want))
				require.Equal(t, want, string(AppendText(nil, again)))
			}
		}))
		require.True(t, bytes.Equal(src, noEdit(src)))
	}
}

func noEdit(src []byte) []byte {
	var out []byte
	at := 0
	if err := Walk(src, func(v Value) {
		out = AppendEdited(append(out, src[at:v.Start]...), src[v.Start:v.End], nil)
		at = v.End
	}); err != nil {
		panic(err)
	}
	return append(out, src[at:]...)
}
