//go:build hyperscan

package main

/*
#cgo pkg-config: libhs
#cgo noescape scan
#cgo nocallback scan

#include <stdlib.h>
#include <hs.h>

// A word is a literal's length, and whether a letter or digit may not stand
// before or after it.
typedef struct {
	unsigned int length;
	unsigned char first, last;
} word;

typedef struct {
	unsigned int id;
	unsigned long long from, to;
} match;

// A search is one scan: the text, the words looked for (NULL for expressions),
// what is found, and where to write it.
typedef struct {
	const unsigned char *text;
	unsigned int length;
	const word *words;
	match *into;
	unsigned long long found, room;
} search;

static int word_byte(unsigned char c) {
	return c >= 0x80 || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

static int on_match(unsigned int id, unsigned long long from, unsigned long long to, unsigned int flags, void *context) {
	search *s = context;
	if (s->words) {
		const word *w = &s->words[id];
		from = to - w->length;
		if ((w->first && from > 0 && word_byte(s->text[from - 1])) || (w->last && to < s->length && word_byte(s->text[to])))
			return 0;
	}
	if (s->found < s->room) {
		match *m = &s->into[s->found];
		m->id = id;
		m->from = from;
		m->to = to;
	}
	s->found++;
	return 0;
}

// scan writes the first matches to into and gives the number of all, or -1.
static long long scan(const hs_database_t *db, hs_scratch_t *scratch, const word *words, const char *text, unsigned int length, match *into, unsigned long long room) {
	search s = {(const unsigned char *)text, length, words, into, 0, room};
	return hs_scan(db, text, length, 0, scratch, on_match, &s) == HS_SUCCESS ? (long long)s.found : -1;
}
*/
import "C"

import (
	"errors"
	"fmt"
	"unsafe"
)

// A database is a set of expressions or words compiled by Hyperscan, and the
// memory to scan with it. It is for one goroutine.
type database struct {
	db      *C.hs_database_t
	scratch *C.hs_scratch_t
	words   *C.word // nil for expressions
}

// compileExpressions makes a database that reports every match, with its start
// if starts is set.
func compileExpressions(exprs []string, starts bool) (*database, error) {
	flags := C.uint(0)
	if starts {
		flags = C.HS_FLAG_SOM_LEFTMOST
	}
	return compile(exprs, flags, func(texts **C.char, flags, ids *C.uint, _ *C.size_t, n C.uint, db **C.hs_database_t, failed **C.hs_compile_error_t) C.hs_error_t {
		return C.hs_compile_multi(texts, flags, ids, n, C.HS_MODE_BLOCK, nil, db, failed)
	})
}

// compileWords makes a database that reports words and phrases, in any case and
// as whole words. Hyperscan looks for them as plain text, and what stands
// beside a match is looked at when it is reported: written as \b expressions,
// 60,000 terms take minutes to compile and four times as long to scan.
func compileWords(terms []string) (*database, error) {
	d, err := compile(terms, C.HS_FLAG_CASELESS, func(texts **C.char, flags, ids *C.uint, lengths *C.size_t, n C.uint, db **C.hs_database_t, failed **C.hs_compile_error_t) C.hs_error_t {
		return C.hs_compile_lit_multi(texts, flags, ids, lengths, n, C.HS_MODE_BLOCK, nil, db, failed)
	})
	if err != nil {
		return nil, err
	}
	d.words = (*C.word)(C.calloc(C.size_t(len(terms)), C.sizeof_word))
	words := unsafe.Slice(d.words, len(terms))
	for i, t := range terms {
		words[i] = C.word{length: C.uint(len(t)), first: wordByte(t[0]), last: wordByte(t[len(t)-1])}
	}
	return d, nil
}

func wordByte(c byte) C.uchar {
	if c >= '0' && c <= '9' || c >= 'a' && c <= 'z' {
		return 1
	}
	return 0
}

type compiler func(texts **C.char, flags, ids *C.uint, lengths *C.size_t, n C.uint, db **C.hs_database_t, failed **C.hs_compile_error_t) C.hs_error_t

func compile(exprs []string, flag C.uint, run compiler) (*database, error) {
	n := len(exprs)
	texts := unsafe.Slice((**C.char)(C.calloc(C.size_t(n), C.size_t(unsafe.Sizeof((*C.char)(nil))))), n)
	defer C.free(unsafe.Pointer(&texts[0]))
	flags, ids, lengths := make([]C.uint, n), make([]C.uint, n), make([]C.size_t, n)
	for i, e := range exprs {
		texts[i] = C.CString(e)
		defer C.free(unsafe.Pointer(texts[i]))
		flags[i], ids[i], lengths[i] = flag, C.uint(i), C.size_t(len(e))
	}
	d := new(database)
	var failed *C.hs_compile_error_t
	if run(&texts[0], &flags[0], &ids[0], &lengths[0], C.uint(n), &d.db, &failed) != C.HS_SUCCESS {
		defer C.hs_free_compile_error(failed)
		return nil, fmt.Errorf("hyperscan: expression %d: %s", int(failed.expression), C.GoString(failed.message))
	}
	if C.hs_alloc_scratch(d.db, &d.scratch) != C.HS_SUCCESS {
		C.hs_free_database(d.db)
		return nil, errors.New("hyperscan: no memory to scan with")
	}
	return d, nil
}

func (d *database) close() {
	C.hs_free_scratch(d.scratch)
	C.hs_free_database(d.db)
	C.free(unsafe.Pointer(d.words))
}

// count gives the number of matches in a text, -1 if the scan failed.
func (d *database) count(text string) int { return d.scan(text, nil) }

func (d *database) scan(text string, into []C.match) int {
	if text == "" { // has no address, which Hyperscan asks for
		return 0
	}
	return int(C.scan(d.db, d.scratch, d.words, (*C.char)(unsafe.Pointer(unsafe.StringData(text))), C.uint(len(text)), unsafe.SliceData(into), C.ulonglong(len(into))))
}

// A match is of the expression or word with this index, bytes [start, end).
type match struct{ id, start, end int }

// matches gives all matches in a text, as Hyperscan reports them: every end.
func (d *database) matches(text string) ([]match, error) {
	into := make([]C.match, max(0, d.count(text)))
	if d.scan(text, into) != len(into) {
		return nil, errors.New("hyperscan: the scan failed")
	}
	out := make([]match, len(into))
	for i, m := range into {
		out[i] = match{int(m.id), int(m.from), int(m.to)}
	}
	return out, nil
}

func hyperscanVersion() string { return C.GoString(C.hs_version()) }
