package main

import "github.com/hoophq/alcatraz"

// alcatrazPeer is github.com/hoophq/alcatraz with its whole set of recognizers
// for English, the engine made once, as its documentation advises.
func alcatrazPeer() peer {
	engine := alcatraz.NewEngine()
	return peer{
		name: "alcatraz", title: "alcatraz", version: version("github.com/hoophq/alcatraz"), licence: "MIT",
		lacks: "names, cities, streets, ages, handles, record numbers; health; verdict",
		pass:  local(func(text string) int { return len(engine.Analyze(text, alcatraz.Options{})) }),
		find: finder(func(text string) (out []finding) {
			for _, r := range engine.Analyze(text, alcatraz.Options{}) {
				out = append(out, finding{r.EntityType, r.Start, r.End})
			}
			return out
		}),
	}
}
