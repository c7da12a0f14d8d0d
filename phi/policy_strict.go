package phi

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
)

// jsonMembers calls f for each member of a JSON object, which has to be one of
// allowed and to stand there once.
func jsonMembers(path string, raw json.RawMessage, allowed []string, f func(name, path string, v json.RawMessage) error) error {
	d := json.NewDecoder(bytes.NewReader(raw))
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return policyErr(path, "an object with %s", strings.Join(allowed, ", "))
	}
	seen := map[string]bool{}
	for d.More() {
		t, err := d.Token()
		name, _ := t.(string)
		if err != nil || !slices.Contains(allowed, name) {
			if isRuleName(name) {
				return policyErr(path, "unknown member %q; %s", name, anyOf(allowed))
			}
			return policyErr(path, "unknown member; %s", anyOf(allowed))
		}
		sub := strings.TrimPrefix(path+"."+name, ".")
		if seen[name] {
			return policyErr(sub, "stands twice")
		}
		seen[name] = true
		var v json.RawMessage
		if d.Decode(&v) != nil {
			return policyErr(sub, "not valid JSON")
		}
		if err := f(name, sub, v); err != nil {
			return err
		}
	}
	return nil
}

func jsonText(path string, raw json.RawMessage) (string, error) {
	var s *string
	if json.Unmarshal(raw, &s) != nil || s == nil {
		return "", policyErr(path, "a string")
	}
	return *s, nil
}

// jsonScore reads a number; Check bounds it.
func jsonScore(path string, raw json.RawMessage) (float32, error) {
	var f *float32
	if json.Unmarshal(raw, &f) != nil || f == nil {
		return 0, policyErr(path, "a score, 0 to 1")
	}
	return *f, nil
}

func jsonTri(path string, raw json.RawMessage) (Tri, error) {
	switch string(raw) {
	case "true":
		return Yes, nil
	case "false":
		return No, nil
	}
	return Either, policyErr(path, "true or false")
}

// jsonIndexes reads an array of names as their places in names. An empty one would
// hold for every text, which nobody who writes it means.
func jsonIndexes(path string, raw json.RawMessage, names []string) ([]int, error) {
	var in []json.RawMessage
	if json.Unmarshal(raw, &in) != nil || len(in) == 0 {
		return nil, policyErr(path, "an array of at least %s", anyOf(names))
	}
	out := make([]int, len(in))
	for i, v := range in {
		s, err := jsonText(path, v)
		out[i] = slices.Index(names, s)
		if err != nil || out[i] < 0 {
			return nil, policyErr(at(path, i), "%s", anyOf(names))
		}
	}
	return out, nil
}

// jsonBits reads an array of names as a set, where names stand in the order of
// the bits.
func jsonBits[S ~uint8 | ~uint16](path string, raw json.RawMessage, names []string, set *S) error {
	found, err := jsonIndexes(path, raw, names)
	for _, i := range found {
		*set |= 1 << i
	}
	return err
}

// jsonList reads an array of names as values, where the first name is that of
// first.
func jsonList[E ~uint8](path string, raw json.RawMessage, names []string, first int) ([]E, error) {
	found, err := jsonIndexes(path, raw, names)
	if err != nil {
		return nil, err
	}
	out := make([]E, len(found))
	for i, x := range found {
		out[i] = E(x + first)
	}
	return out, nil
}
