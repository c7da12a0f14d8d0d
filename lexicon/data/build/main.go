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
	b := &builder{entries: map[uint64]lexicon.Entry{}, text: map[uint64]string{}}
	b.languages = languages{map[uint64][lexicon.Languages]int{}, map[uint64][lexicon.Languages]bool{}, map[uint64]bool{}}
	for _, step := range []func(*builder) error{addWords, addNames, addPlaces, addCues, addFlags, addHealth, addLanguages} {
		if err := step(b); err != nil {
			return err
		}
	}
	keys := make(map[uint64]uint64, len(b.entries))
	for h, e := range b.entries {
		if e != 0 {
			keys[h] = uint64(e)
		}
	}
	data, err := phash.Build(keys)
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

// pairBytes is the size of the filter of phrase beginnings: seven in eight
// pairs that begin none are turned away.
const pairBytes = 64 << 10

// builder collects entries by the hash of their words and refuses clashes.
type builder struct {
	entries     map[uint64]lexicon.Entry
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
