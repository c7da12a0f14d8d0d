package lexicon_test

import (
	"fmt"

	"github.com/phidetect/phidetect/lexicon"
)

func ExampleLexicon_Lookup() {
	lex := lexicon.Default()

	e := lex.Lookup("Chest-Pain") // any case, hyphen or space
	fmt.Println(e.Category(), e.Weight() == lexicon.Strong)

	e = lex.Lookup("methadone")
	fmt.Println(e.Category(), e.Sensitivity().Names())

	e = lex.Lookup("austin")
	fmt.Println("name:", e.Name() > 0, "place:", e.Place() > 0)

	fmt.Println(lex.Lookup("date of birth").Cue())
	// Output:
	// symptom true
	// drug [substance_use]
	// name: true place: true
	// born
}

func ExampleLexicon_With() {
	lex, err := lexicon.Default().With(
		lexicon.Term{Text: "Zenvorix", Category: lexicon.Drug, Sensitivity: lexicon.MentalHealth},
		lexicon.Term{Text: "wattle ward", Place: 8},
		lexicon.Term{Text: "hub no", Cue: lexicon.CueMRN, Exact: true},
	)
	if err != nil {
		panic(err) // it names the term by its index
	}
	fmt.Println(lex.Lookup("zenvorix").Category())
	fmt.Println(lex.Lookup("Hub No.").Cue())
	fmt.Println(lexicon.Default().Lookup("zenvorix") == 0) // the other stays as it was

	lex = lex.Without("zenvorix")
	fmt.Println(lex.Lookup("zenvorix") == 0)
	// Output:
	// drug
	// mrn
	// true
	// true
}

func ExampleScan() {
	const text = "My name is José, I take met\u00adformin for my blood pressure"

	var s lexicon.Scan // one a goroutine, used again and again
	s.Run(lexicon.Default(), text)

	for _, p := range s.Phrases {
		start, end := s.Map.Original(int(s.Tokens[p.First].Start), int(s.Tokens[p.Last].End))
		fmt.Printf("%d-%d %s%s\n", start, end, p.Entry.Cue(), p.Entry.Category())
	}
	for i := range s.Tokens {
		k := &s.Tokens[i]
		if k.Phrase > 0 || k.Class != lexicon.Word {
			continue
		}
		start, end := s.Map.Original(int(k.Start), int(k.End)) // bytes of text
		switch {
		case k.Case == lexicon.TitleCase && k.Entry.Given() > 4:
			fmt.Printf("%d-%d a name\n", start, end)
		case k.Entry.Weight() == lexicon.Strong:
			fmt.Printf("%d-%d %s, %d bytes of the text\n", start, end, k.Entry.Category(), len(text[start:end]))
		}
	}
	// Output:
	// 0-10 intro
	// 44-58 lab
	// 11-16 a name
	// 25-36 drug, 11 bytes of the text
}
