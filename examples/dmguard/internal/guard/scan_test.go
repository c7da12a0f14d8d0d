package guard_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/examples/dmguard/internal/dbtest"
	"github.com/phidetect/phidetect/examples/dmguard/internal/guard"
	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
	"github.com/phidetect/phidetect/phi"
)

// distinct is the length from which an identifier cannot stand in the bytes of
// numbers and binary hashes by chance: one in 2^48 positions for six bytes. What
// is shorter than that is left to scanValues.
const distinct = 6

// hex are hashes, or what a page's end leaves of one: in their digits any short
// number stands by chance.
var hex = regexp.MustCompile(`[0-9a-f]*[a-f][0-9a-f]*`)

// scanFiles looks for identifiers in the bytes of the database's files, in any
// case. Those that are words of the program itself (a town called Reading) are
// no finding.
func scanFiles(t *testing.T, b *bench, all []string) (looked int, found []string) {
	t.Helper()
	wanted := map[string][]string{} // by their first bytes
	own := vocabulary(b)
	for _, id := range all {
		if id = strings.ToLower(id); len(id) >= distinct {
			looked++
			if !own[id] {
				wanted[id[:distinct]] = append(wanted[id[:distinct]], id)
			}
		}
	}
	for _, name := range []string{b.path, b.path + "-wal"} {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		kept := hex.ReplaceAllStringFunc(strings.ToLower(string(data)), func(s string) string {
			if len(s) < 16 {
				return s
			}
			return strings.Repeat("\x00", len(s))
		})
		for at := 0; at+distinct <= len(kept); at++ {
			for _, id := range wanted[kept[at:at+distinct]] {
				if strings.HasPrefix(kept[at:], id) && !slices.Contains(found, id) {
					found = append(found, id)
				}
			}
		}
	}
	return looked, found
}

// given are what no text is in: hashes, times, and the numbers of JSON.
var given = regexp.MustCompile(`"(?:hash|prev|resource)":"[0-9a-f]{64}"|"\d{4}-\d\d-\d\dT[0-9:.]+Z"|:-?[0-9][0-9.e-]*`)

// scanValues gives the words in the values of the tables that the program does
// not bring along itself: among its own not even a short name can hide.
func scanValues(t *testing.T, b *bench) (looked int, strange []string) {
	t.Helper()
	own := vocabulary(b)
	for _, table := range b.column("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name") {
		for _, column := range b.column("SELECT name FROM pragma_table_info(?) WHERE type = 'TEXT'", table) {
			for _, value := range b.column("SELECT DISTINCT " + column + " FROM " + table) {
				for w := range strings.FieldsFuncSeq(strings.ToLower(given.ReplaceAllString(value, "")), between) {
					looked++
					if at := table + "." + column + ": " + w; !own[w] && !slices.Contains(strange, at) {
						strange = append(strange, at)
					}
				}
			}
		}
	}
	require.Zero(t, dbtest.Count(t, b.db, "SELECT count(*) FROM trail WHERE length(resource) != 32"), "the one column of bytes holds hashes")
	slices.Sort(strange)
	return looked, strange
}

// between cuts values into words.
func between(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// vocabulary gives the words that the program brings along.
func vocabulary(b *bench) map[string]bool {
	out := map[string]bool{clinic: true}
	add := func(texts ...string) {
		for _, s := range texts {
			for w := range strings.FieldsFuncSeq(strings.ToLower(s), between) {
				out[w] = true
			}
		}
	}
	for i := range identifiers.TypeCount {
		add(identifiers.Type(i).String())
	}
	for i := range lexicon.CategoryCount {
		add(lexicon.Category(i).String())
	}
	add(lexicon.Sensitivity(0xff).Names()...)
	add(phi.Question(1<<32 - 1).Names()...)
	for v := phi.None; v <= phi.PHI; v++ {
		add(v.String())
	}
	p := guard.Policy()
	add(p.Name, p.Version)
	for _, r := range slices.Concat(p.Rules, p.Tighten) {
		add(r.Name, r.Then.String())
	}
	// the replies, which other tests compare with what they must be
	add(b.column("SELECT DISTINCT text FROM outbox")...)
	add(names)
	return out
}

// names are those of the columns' codes, and of members and values in JSON.
const names = `message echo comment attachment request outbound reply hide queued unread own-text
	billing booking other refill results urgent passed redirected redirected-before welcomed hidden sent sent-flagged
	v seq time actor action direction verdict types health_score categories sensitivity policy policy_version rule raised_by library outcome devel
	version messages updated facts asked by from age for_another focus identity told_by people first sender is
	another answer confirmed person topic personal purpose date hint writer relative staff identified true`
