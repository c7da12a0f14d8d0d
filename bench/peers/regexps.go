package main

import (
	"regexp"
	"runtime"

	"github.com/dlclark/regexp2/v2"
)

const patternsLack = "names without a title, cities; check digits; health; verdict"

// standardPeer runs the thirty patterns one after another with the standard
// library.
func standardPeer() peer {
	compiled := make([]*regexp.Regexp, len(patterns))
	for i, p := range patterns {
		compiled[i] = regexp.MustCompile(p.expr)
	}
	return peer{
		name: "regexp", title: "30 patterns, regexp", version: runtime.Version(), licence: "BSD-3-Clause", lacks: patternsLack,
		pass: local(func(text string) (n int) {
			for _, re := range compiled {
				n += len(re.FindAllStringIndex(text, -1))
			}
			return n
		}),
		find: finder(func(text string) (out []finding) {
			for i, re := range compiled {
				for _, m := range re.FindAllStringIndex(text, -1) {
					out = append(out, finding{patterns[i].kind, m[0], m[1]})
				}
			}
			return out
		}),
	}
}

// regexp2Peer does the same with regexp2.
func regexp2Peer() peer {
	compiled := make([]*regexp2.Regexp, len(patterns))
	for i, p := range patterns {
		compiled[i] = regexp2.MustCompile(p.expr)
	}
	// Without a time limit there is no error.
	all := func(re *regexp2.Regexp, text string) [][]int {
		found, err := re.FindAllStringIndex(text, -1)
		if err != nil {
			return nil
		}
		return found
	}
	return peer{
		name: "regexp2", title: "30 patterns, regexp2", version: version("github.com/dlclark/regexp2/v2"), licence: "MIT", lacks: patternsLack,
		pass: local(func(text string) (n int) {
			for _, re := range compiled {
				n += len(all(re, text))
			}
			return n
		}),
		find: finder(func(text string) (out []finding) {
			for i, re := range compiled {
				for _, m := range all(re, text) {
					out = append(out, finding{patterns[i].kind, m[0], m[1]})
				}
			}
			return out
		}),
	}
}
