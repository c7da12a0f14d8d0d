package answer

// A Mark is a stretch of the text to draw: an identifier, or a word of health
// that stands in none. Marks are in order and apart.
type Mark struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Kind  string `json:"kind"`  // "identifier" or "health"
	Name  string `json:"name"`  // its type or category
	Group string `json:"group"` // what shares a colour
}

// marks joins identifiers, which do not overlap each other, and words of
// health. Where they overlap the identifier is drawn.
func marks(spans []Span, words []Word) []Mark {
	out := make([]Mark, 0, len(spans)+len(words))
	end, next := 0, 0
	draw := func(s Span) {
		out = append(out, Mark{s.Start, s.End, "identifier", s.Type, group(s.Letter)})
		end = s.End
	}
	for _, w := range words {
		for next < len(spans) && spans[next].Start < w.End {
			draw(spans[next])
			next++
		}
		if w.Start >= end && w.Start < w.End {
			out = append(out, Mark{w.Start, w.End, "health", w.Category, "health"})
			end = w.End
		}
	}
	for _, s := range spans[next:] {
		draw(s)
	}
	return out
}

// group gives the letters of Safe Harbor five colours; the names beside the
// marks tell the rest.
func group(letter string) string {
	switch letter {
	case "A":
		return "name"
	case "B":
		return "place"
	case "C":
		return "date"
	case "D", "E", "F", "N", "O", "R":
		return "contact"
	}
	return "number"
}
