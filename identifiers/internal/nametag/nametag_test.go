package nametag

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/lexicon"
)

// labels gives the words of text that are names and cities.
func labels(text string) (names, cities []string) {
	var s lexicon.Scan
	s.Run(lexicon.Default(), text)
	m := ReadMessage(&s)
	prev := Other
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Class == lexicon.Punct || !Candidate(&s, m, i) {
			prev = Other
			continue
		}
		name, city := Chances(&s, m, i, prev)
		prev = Other
		switch {
		case name >= 0.5:
			prev = Name
			names = append(names, s.Text[t.Start:t.End])
		case city >= 0.5:
			prev = City
			cities = append(cities, s.Text[t.Start:t.End])
		}
	}
	return names, cities
}

func TestChances(t *testing.T) {
	names, cities := labels("hi its tamsin oduya, my son wren has parkinson's, we live in springfield")
	require.Equal(t, []string{"tamsin", "oduya", "wren"}, names)
	require.Equal(t, []string{"springfield"}, cities)
}

// The short cut of Chances gives what the whole sum gives, or nothing where
// the common features rule the word out.
func TestChancesAgreesWithFeatures(t *testing.T) {
	var s lexicon.Scan
	s.Run(lexicon.Default(), "Dear Dr Thornbeck, please move Wren's scan to Friday. Regards, Iolanthe (mum), 12 Rye Lane, Hexham")
	m := ReadMessage(&s)
	var b [MaxFeatures]uint32
	scored := 0
	for i := range s.Tokens {
		if s.Tokens[i].Class == lexicon.Punct || !Candidate(&s, m, i) {
			continue
		}
		name, city := Chances(&s, m, i, Other)
		whole := Score(b[:Features(&s, m, i, Other, false, &b)])
		if name == 0 && city == 0 {
			continue
		}
		scored++
		wantName, wantCity := whole.Probability()
		require.InDelta(t, wantName, name, 1e-4)
		require.InDelta(t, wantCity, city, 1e-4)
	}
	require.Greater(t, scored, 4)
}

func TestEncode(t *testing.T) {
	data := Encode(func(f int, l Label) float64 { return float64(f%3) - float64(l) })
	require.Len(t, data, recordSize*FeatureCount)
	require.Equal(t, []byte{128 - 20, 128 - 40}, data[recordSize:2*recordSize], "against Other")
	high := Encode(func(_ int, l Label) float64 { return 1000 * float64(l) })
	require.Equal(t, byte(255), high[0], "weights are cut at what a byte holds")
}

func TestReadMessage(t *testing.T) {
	var s lexicon.Scan
	for text, want := range map[string]Message{
		"my son has a rash": {Style: 0},
		"My son has a rash": {Style: 1},
		"MY SON HAS A RASH": {Style: 2},
		"mi hijo tiene fiebre y no puede dormir desde ayer": {Style: 0, Foreign: true},
	} {
		s.Run(lexicon.Default(), text)
		require.Equal(t, want, ReadMessage(&s), text)
	}
}
