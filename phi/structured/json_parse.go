package structured

import (
	"unicode/utf8"
)

// A node is a value of a JSON text. Nodes stand in the order of the text, each
// before those inside of it.
type node struct {
	kind       byte // one of {["tfn, or 0 for a number
	start, end int  // with the quotes of a string
	// keyStart and keyEnd are the bytes of the name between its quotes, both 0
	// in an array.
	keyStart, keyEnd int
	parent           int
	index            int // in its array or object
	next             int // the first node behind all inside of it
}

// syntaxError is an error of a JSON text, with its place.
type syntaxError struct {
	kind   error
	at     int
	detail string
}

// parser reads a JSON text (RFC 8259) strictly. It keeps a stack of its own, so
// that depth costs no stack of the program.
type parser struct {
	src   []byte
	i     int
	nodes []node
	open  []int
	depth int
}

// parseJSON reads src, which is one JSON text, into nodes.
func parseJSON(src []byte, nodes []node, depth int) ([]node, *syntaxError) {
	p := parser{src: src, nodes: nodes[:0], depth: depth}
	if len(src) >= 3 && string(src[:3]) == "\ufeff" {
		p.i = 3 // RFC 8259, section 8.1: may be passed over
	}
	err := p.text()
	return p.nodes, err
}

func (p *parser) wrong(detail string) *syntaxError {
	return &syntaxError{ErrSyntax, p.i, detail}
}

func (p *parser) space() {
	for p.i < len(p.src) && (p.src[p.i] == ' ' || p.src[p.i] == '\t' || p.src[p.i] == '\n' || p.src[p.i] == '\r') {
		p.i++
	}
}

func (p *parser) text() *syntaxError {
	for {
		if err := p.value(); err != nil {
			return err
		}
		// behind a value: close what ends, then the next member
		for {
			p.space()
			if len(p.open) == 0 {
				if p.i < len(p.src) {
					return p.wrong("something follows the value")
				}
				return nil
			}
			top := &p.nodes[p.open[len(p.open)-1]]
			if p.i >= len(p.src) {
				return p.wrong("it ends inside of an array or object")
			}
			c := p.src[p.i]
			if c == ',' && top.next > 0 {
				p.i++
				break
			}
			if top.next == 0 && c != closer(top.kind) {
				break // the first of it
			}
			if c != closer(top.kind) {
				return p.wrong("a comma or the end of the array or object should stand here")
			}
			p.i++
			top.end, top.next = p.i, len(p.nodes)
			p.open = p.open[:len(p.open)-1]
			p.count()
		}
	}
}

// count counts a value that is complete in what it stands in; while an array or
// object is open, next counts what stands in it.
func (p *parser) count() {
	if n := len(p.open); n > 0 {
		p.nodes[p.open[n-1]].next++
	}
}

func closer(kind byte) byte {
	if kind == '{' {
		return '}'
	}
	return ']'
}

// value reads a name, if it stands in an object, and a value up to what is
// inside of it.
func (p *parser) value() *syntaxError {
	n := node{parent: -1}
	p.space()
	if len(p.open) > 0 {
		n.parent = p.open[len(p.open)-1]
		top := &p.nodes[n.parent]
		n.index = top.next
		if top.kind == '{' {
			if p.i >= len(p.src) || p.src[p.i] != '"' {
				return p.wrong("a name in quotes should stand here")
			}
			n.keyStart = p.i + 1
			if err := p.str(); err != nil {
				return err
			}
			n.keyEnd = p.i - 1
			if p.space(); p.i >= len(p.src) || p.src[p.i] != ':' {
				return p.wrong("a colon should stand here")
			}
			p.i++
			p.space()
		}
	}
	if p.i >= len(p.src) {
		return p.wrong("a value should stand here")
	}
	n.start, n.kind = p.i, p.src[p.i]
	switch n.kind {
	case '{', '[':
		if len(p.open) >= p.depth {
			return &syntaxError{ErrDepth, p.i, ""}
		}
		p.i++
		p.open = append(p.open, len(p.nodes))
		p.nodes = append(p.nodes, n)
		return nil
	case '"':
		if err := p.str(); err != nil {
			return err
		}
	case 't', 'f', 'n':
		word := map[byte]string{'t': "true", 'f': "false", 'n': "null"}[n.kind]
		if len(p.src)-p.i < len(word) || string(p.src[p.i:p.i+len(word)]) != word {
			return p.wrong("true, false or null should stand here")
		}
		p.i += len(word)
	default:
		n.kind = 0
		size := numberLen(p.src[p.i:])
		if size == 0 {
			return p.wrong("a value should stand here")
		}
		p.i += size
	}
	n.end = p.i
	n.next = len(p.nodes) + 1
	p.nodes = append(p.nodes, n)
	p.count()
	return nil
}

// str reads a string.
func (p *parser) str() *syntaxError {
	for p.i++; p.i < len(p.src); {
		switch c := p.src[p.i]; {
		case c == '"':
			p.i++
			return nil
		case c == '\\':
			n := escapeLen(p.src[p.i:])
			if n == 0 {
				return p.wrong("no escape begins so")
			}
			p.i += n
		case c < 0x20:
			return p.wrong("control characters in a string have to be escaped")
		case c < utf8.RuneSelf:
			p.i++
		default:
			r, n := utf8.DecodeRune(p.src[p.i:])
			if r == utf8.RuneError && n == 1 {
				return p.wrong("JSON is UTF-8, and this is not")
			}
			p.i += n
		}
	}
	return p.wrong("it ends inside of a string")
}
