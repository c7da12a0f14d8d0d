// Package lexicon knows words: which are health terms, names, places, common
// words and cues, and what a text is made of. It says nothing about people or
// protected health information; the packages identifiers and phi do that with
// what it knows.
//
// # Lexicon and Entry
//
// A [Lexicon] maps a word, or a phrase of up to eight words, to an [Entry]: one
// 64-bit value with everything that is known of it. The parts are independent,
// and a word often has several: "austin" is a given name, a surname and a
// place, "will" a name, a verb and a function word.
//
//   - Given, Surname and Place, 0 to 15: how likely the word is meant as such;
//     0 is not in any list. Place follows the logarithm of the population,
//     names the logarithm of their rank.
//   - Rank, 0 to 15: how common the word is; 15 the commonest, 0 not a word of
//     the dictionary.
//   - Cue: its part in finding identifiers ("my name is", "dob", "regards").
//   - Category, Weight and Sensitivity: the kind of health term, how much it
//     proves alone, and which specially guarded kinds of facts it tells of.
//   - Flags: an eponym, a brand, a unit, a function word and the like.
//
// [Default] gives the embedded lexicon. Words are matched in any case, with or
// without accents and apostrophes; a phrase matches over spaces, hyphens,
// slashes and single line ends. Inflections of health terms are in the table.
//
// # Scan
//
// A [Scan] reads a text once: it folds what is disguised or accented to plain
// letters and digits, cuts the result into tokens, looks each word up and joins
// phrases, the longest first. What veils words in ASCII is taken away too: the
// escapes of HTML, JSON, URLs, Markdown and quoted-printable, letters set apart
// ("k h a n"), numbers broken over lines, letters taken for digits and digits for
// letters where a shape or the table says so. Offsets are bytes of the folded text, half-open;
// [FoldMap.Original] leads back to the bytes of the input. Tokens do not
// overlap. What stands in no token is white space, control characters and the
// contracted endings that Token.Suffix notes.
//
// # Adding and removing terms
//
// [Lexicon.With] adds a clinic's own words ([Term]) or replaces what is known
// of a word; [Lexicon.Without] removes. Both give a new Lexicon and leave the
// old one as it is. A single word is joined by its English inflections unless
// it is Exact. Errors name the index of a term and never hold its text.
//
// # Costs
//
// A Lexicon is immutable and safe for concurrent use; a Scan is for one
// goroutine at a time. Nothing is done at start-up and nothing is read from
// disk: the table, about 1.2 MB with some 420,000 keys, and the index of terms
// that may be misspelt, 0.3 MB, are used where they lie in the binary. Scanning
// takes time linear in the text, whatever the text, and allocates only to grow
// the Scan's buffers: 40 bytes a token, and a copy of the text if it is not
// ASCII. A word costs one probe of the table, a rare or unknown one two or three;
// a token that begins a phrase costs at most fourteen more. With and Without copy
// the user's terms, so terms are best added in one call.
//
// The table holds some bits of a key's hash, not its text. So it cannot be listed,
// and an unknown word is taken for a known one: for a rare word or name once in
// about 250 times, for anything else, a health term or a cue, once in 50,000.
//
// # Sources and licences
//
// The health terms, cues and flags are written for this project. Names, places,
// word ranks and address words come from open packages and, through them, from
// the US Census, GeoNames (CC BY 4.0), OpenSubtitles (ODC-BY), SCOWL,
// libpostal and others. The header of each list under data/ names its source,
// licence and date; the file NOTICE at the module's root holds the notices and
// must go along with a program that embeds the table. The README in data/ tells
// how the lists and the table are made.
package lexicon
