// Command build makes lexicon/data/table.bin, misspelt.bin, pairs.bin and
// sources.tsv from the text lists beside them:
//
//	go run ./lexicon/data/build
//
// from the module's root. The lists hold the sources and licences; what is made
// is what the library embeds. The same lists always give the same bytes.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/phidetect/phidetect/lexicon"
	"github.com/phidetect/phidetect/lexicon/internal/phash"
)

const dataDir = "lexicon/data"

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "build:", err)
		os.Exit(1)
	}
}

func run() error {
	b := &builder{entries: map[uint64]lexicon.Entry{}, singles: map[uint64]bool{}, text: map[uint64]string{}}
	b.languages = languages{map[uint64][lexicon.Languages]int{}, map[uint64][lexicon.Languages]bool{}, map[uint64]bool{}}
	for _, step := range []func(*builder) error{addWords, addNames, addPlaces, addCues, addFlags, addHealth, addLanguages} {
		if err := step(b); err != nil {
			return err
		}
	}
	keys := b.keys()
	data, err := phash.BuildLayers(keys)
	if err != nil {
		return err
	}
	path := filepath.Join(dataDir, "table.bin")
	if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dataDir, "pairs.bin"), []byte(phash.BuildFilter(b.pairs, pairBytes)), 0o644); err != nil {
		return err
	}
	misspelt, err := b.misspelt()
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dataDir, "misspelt.bin"), []byte(misspelt), 0o644); err != nil {
		return err
	}
	if err := writeSources(); err != nil {
		return err
	}
	fmt.Fprintf(os.Stderr, "%s: %d keys, %d bytes; health forms %d of %d terms\n", path, len(keys), len(data), b.healthForms, b.healthTerms)
	return nil
}

// addSingle notes the key of the first token of a folded text.
func (b *builder) addSingle(key uint64, folded string) {
	first, _, _ := strings.Cut(folded, " ")
	b.singles[key] = !strings.ContainsFunc(first, func(r rune) bool { return r < 'a' || r > 'z' })
}

// keys gives what the table holds; its poor words are the rare ones.
func (b *builder) keys() []phash.Key {
	keys := make([]phash.Key, 0, len(b.entries))
	for h, e := range b.entries {
		if e != 0 {
			word, single := b.singles[h]
			keys = append(keys, phash.Key{
				Hash: h, Value: uint64(e), Sure: !single, Often: single && (!word || e.Rank() >= oftenRank),
				Poor: e.Rare(),
			})
		}
	}
	return keys
}

// oftenRank is the rank from which a word is looked up often.
const oftenRank = 5

// pairBytes is the size of the filter of phrase beginnings: seven in eight
// pairs that begin none are turned away.
const pairBytes = 64 << 10

// builder collects entries by the hash of their words and refuses clashes.
type builder struct {
	entries     map[uint64]lexicon.Entry
	singles     map[uint64]bool // the keys of single tokens, and whether they are words
	text        map[uint64]string
	pairs       []uint64 // the first two words of each phrase
	languages   languages
	list        lexicon.Language // of the health list that is read
	healthForms int
	healthTerms int
}

// update changes the entry of a word or phrase; the beginnings of a phrase are
// marked as continuing.
func (b *builder) update(text string, change func(lexicon.Entry) lexicon.Entry) error {
	keys, folded := lexicon.Keys(text)
	if len(keys) == 0 || len(keys) > 8 {
		return nil
	}
	b.addSingle(keys[0], folded)
	if len(keys) > 1 {
		b.pairs = append(b.pairs, keys[1])
	}
	for _, k := range keys[:len(keys)-1] {
		b.entries[k] = b.entries[k].WithFlags(lexicon.Continues)
	}
	k := keys[len(keys)-1]
	if old, ok := b.text[k]; ok && old != folded {
		return fmt.Errorf("hash clash: %q and %q", old, folded)
	}
	b.text[k] = folded
	b.entries[k] = change(b.entries[k])
	return nil
}
