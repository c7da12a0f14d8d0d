package phislog

import (
	"encoding"
	"encoding/json"
	"fmt"
	"log/slog"
	"reflect"
	"strings"
	"unicode/utf8"
)

// maxDepth bounds how deep groups and values are nested, and how often a
// LogValuer gives another.
const maxDepth = 32

// rawJSON is the JSON of a value, as the handlers behind write it.
type rawJSON []byte

func (j rawJSON) MarshalJSON() ([]byte, error) { return j, nil }
func (j rawJSON) MarshalText() ([]byte, error) { return j, nil }
func (j rawJSON) String() string               { return string(j) }

var unreadable = slog.StringValue(Unreadable)

// resolve gives a value that has no methods of the user's left: a string, a
// number, a boolean, a duration, a time, a level, rawJSON or a group of these.
func (c *core) resolve(v slog.Value, depth int) (out slog.Value, changed bool) {
	switch v.Kind() {
	case slog.KindString:
		if len(v.String()) > c.limit {
			return unreadable, true
		}
		return v, false
	case slog.KindGroup:
		return c.resolveGroup(v, depth)
	case slog.KindLogValuer:
		return c.call(v.LogValuer(), depth), true
	case slog.KindAny:
		switch x := v.Any().(type) {
		case nil, slog.Level:
			return v, false
		default:
			return c.read(x), true
		}
	}
	return v, false
}

func (c *core) resolveGroup(v slog.Value, depth int) (out slog.Value, changed bool) {
	if depth == maxDepth {
		return unreadable, true
	}
	in := v.Group()
	var copied []slog.Attr
	for i, a := range in {
		r, other := c.resolve(a.Value, depth+1)
		if !other {
			continue
		}
		if copied == nil {
			copied = append(make([]slog.Attr, 0, len(in)), in...)
		}
		copied[i].Value = r
	}
	if copied == nil {
		return v, false
	}
	return slog.GroupValue(copied...), true
}

// call resolves a LogValuer.
func (c *core) call(l slog.LogValuer, depth int) (out slog.Value) {
	defer func() {
		if recover() != nil {
			out = unreadable
		}
	}()
	if isNil(reflect.ValueOf(l)) {
		return slog.AnyValue(nil)
	}
	if depth == maxDepth {
		return unreadable
	}
	out, _ = c.resolve(l.LogValue(), depth+1)
	return out
}

// read gives the text of any value, or its JSON.
func (c *core) read(x any) (out slog.Value) {
	defer func() {
		if recover() != nil {
			out = unreadable
		}
	}()
	rv := reflect.ValueOf(x)
	if isNil(rv) {
		return slog.AnyValue(nil)
	}
	switch x := x.(type) {
	case error:
		return c.text(x.Error())
	case json.Marshaler:
		return c.json(x)
	case encoding.TextMarshaler:
		b, err := x.MarshalText()
		if err != nil {
			return unreadable
		}
		return c.text(string(b))
	case fmt.Stringer:
		return c.text(x.String())
	}
	switch rv.Kind() {
	case reflect.String:
		return c.text(rv.String())
	case reflect.Bool:
		return slog.BoolValue(rv.Bool())
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return slog.Int64Value(rv.Int())
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return slog.Uint64Value(rv.Uint())
	case reflect.Float32, reflect.Float64:
		return slog.Float64Value(rv.Float())
	case reflect.Slice:
		if rv.Type().Elem().Kind() == reflect.Uint8 {
			return c.text(string(rv.Bytes()))
		}
	}
	if room := c.limit; !fits(rv, &room, 0) {
		return unreadable
	}
	return c.json(x)
}

// text gives a string that can be read.
func (c *core) text(s string) slog.Value {
	if len(s) > c.limit || !utf8.ValidString(s) {
		return unreadable
	}
	return slog.StringValue(s)
}

// json gives the JSON of a value; that of a string as the string.
func (c *core) json(x any) slog.Value {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(x); err != nil || b.Len() > c.limit {
		return unreadable
	}
	s := strings.TrimSuffix(b.String(), "\n")
	if strings.HasPrefix(s, `"`) {
		var text string
		if err := json.Unmarshal([]byte(s), &text); err != nil {
			return unreadable
		}
		return c.text(text)
	}
	return slog.AnyValue(rawJSON(s))
}

func isNil(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Invalid:
		return true
	case reflect.Pointer, reflect.Map, reflect.Slice, reflect.Func, reflect.Interface, reflect.Chan:
		return v.IsNil()
	}
	return false
}

var (
	jsonMarshaler = reflect.TypeFor[json.Marshaler]()
	textMarshaler = reflect.TypeFor[encoding.TextMarshaler]()
)

// elementCost is what an element counts beside its text.
const elementCost = 2

// fits reports whether the strings and elements of a value fit in room, in
// bytes, so that no huge value is encoded to be thrown away, and no cyclic one
// followed.
func fits(v reflect.Value, room *int, depth int) bool {
	*room -= elementCost
	if *room < 0 || depth > maxDepth {
		return false
	}
	if v.IsValid() && (v.Type().Implements(jsonMarshaler) || v.Type().Implements(textMarshaler)) {
		return true
	}
	switch v.Kind() {
	case reflect.String:
		*room -= v.Len()
	case reflect.Pointer, reflect.Interface:
		return v.IsNil() || fits(v.Elem(), room, depth+1)
	case reflect.Slice, reflect.Array:
		if k := v.Type().Elem().Kind(); k <= reflect.Complex128 {
			*room -= v.Len() * elementCost // numbers
			return *room >= 0
		}
		for i := range v.Len() {
			if !fits(v.Index(i), room, depth+1) {
				return false
			}
		}
	case reflect.Map:
		for it := v.MapRange(); it.Next(); {
			if !fits(it.Key(), room, depth+1) || !fits(it.Value(), room, depth+1) {
				return false
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); (f.IsExported() || f.Anonymous) && !fits(v.Field(i), room, depth+1) {
				return false
			}
		}
	}
	return *room >= 0
}
