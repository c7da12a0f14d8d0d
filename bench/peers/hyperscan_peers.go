//go:build hyperscan

package main

// hyperscanPeers are the thirty patterns, the health terms, and both one after
// the other, which is faster than all in one database.
//
// Timed is its fastest way: matches are counted in C, patterns without their
// starts, and Go is not told of each. What it finds is looked at with starts.
func hyperscanPeers(root string, wanted func(name string) bool) (peers []peer, missing []absent, err error) {
	if !wanted("hyperscan-patterns") && !wanted("hyperscan-terms") && !wanted("hyperscan-both") {
		return nil, nil, nil
	}
	terms, err := literals(root)
	if err != nil {
		return nil, nil, err
	}
	exprs := make([]string, len(patterns))
	for i, p := range patterns {
		exprs[i] = p.expr
	}
	tell("hyperscan: compiling %d patterns and %d terms", len(exprs), len(terms))
	thirty, err := compileExpressions(exprs, false)
	if err != nil {
		return nil, nil, err
	}
	starts, err := compileExpressions(exprs, true)
	if err != nil {
		return nil, nil, err
	}
	words, err := compileWords(terms)
	if err != nil {
		return nil, nil, err
	}
	findPatterns := func(text string) ([]finding, error) {
		ms, err := starts.matches(text)
		var out []finding
		for _, m := range ms {
			out = append(out, finding{patterns[m.id].kind, m.start, m.end})
		}
		return longest(out), err
	}
	findTerms := func(text string) ([]finding, error) {
		ms, err := words.matches(text)
		var out []finding
		for _, m := range ms {
			out = append(out, finding{health, m.start, m.end})
		}
		return longest(out), err
	}
	for _, p := range []peer{
		{name: "hyperscan-patterns", title: "Hyperscan, 30 patterns",
			lacks: "as above; starts of matches; which end is the right one",
			pass:  local(thirty.count), find: tryFinder(findPatterns)},
		{name: "hyperscan-terms", title: "Hyperscan, health terms",
			lacks: "identifiers; inflections, misspellings, figures of speech; verdict",
			pass:  local(words.count), find: tryFinder(findTerms)},
		{name: "hyperscan-both", title: "Hyperscan, both",
			lacks: "names without a title, cities; check digits; starts; whose health; verdict",
			pass:  local(func(text string) int { return thirty.count(text) + words.count(text) }), find: tryFinder(findPatterns, findTerms)},
	} {
		if wanted(p.name) {
			p.version, p.licence = hyperscanVersion(), "BSD-3-Clause"
			peers = append(peers, p)
		}
	}
	return peers, nil, nil
}

// tryFinder makes a find of functions that may fail.
func tryFinder(finds ...func(string) ([]finding, error)) func([]string) ([]findings, error) {
	return func(texts []string) ([]findings, error) {
		all := make([]findings, len(texts))
		for i, t := range texts {
			for _, find := range finds {
				found, err := find(t)
				if err != nil {
					return nil, err
				}
				all[i].Spans = append(all[i].Spans, found...)
			}
		}
		return all, nil
	}
}
