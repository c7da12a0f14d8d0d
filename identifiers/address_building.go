package identifiers

import "github.com/phidetect/phidetect/lexicon"

// buildingReach bounds the words of a house's name.
const buildingReach = 4

// buildingBefore gives the first token of the house name that ends at token i,
// before the comma of the street: "Rose Cottage", "The Old Forge"; or -1.
func (t *Text) buildingBefore(i int) int {
	first := -1
	j := i
	for n := 0; n < buildingReach && j >= 0 && capital(&t.Tokens[j]) && !t.claimed(j); n++ {
		first = j
		if t.Tokens[j].Gap > lexicon.GapSpace || j == 0 {
			break
		}
		j--
	}
	if first < 0 || first == i || t.Tokens[first].Entry.Given() >= 7 {
		return -1
	}
	if wordIs(t, first, "the") || buildings.has(t.Tokens[i].Hash) {
		return first
	}
	return -1
}

// buildingFrom reads a house or colony name from token i, whose last word says
// so: "Garhi Cantt", "Sai Krupa CHS".
func (t *Text) buildingFrom(i int) (last int, score float32) {
	for j, n := i, 0; n < buildingReach && t.beside(j) && capital(&t.Tokens[j]) && !t.claimed(j); j, n = j+1, n+1 {
		if n > 0 && buildings.has(t.Tokens[j].Hash) {
			last = j
		}
	}
	if last == 0 {
		return 0, 0
	}
	return last, 0.8
}

// segmentsAfter extends an address whose last part so far, up to token last, is
// a building or a lane over the street behind the comma: "Flat 3, The Old Net
// Loft, 18 Quay Hill", "Flat 4, Tannery Court, Kirk Lane".
func (t *Text) segmentsAfter(last int, headed bool) int {
	last = t.tailOf(last, false)
	if !t.is(last+1, ',') || !t.beside(last+2) || plainTypes.has(t.Tokens[last].Hash) && !(headed && buildings.has(t.Tokens[last].Hash)) {
		return last
	}
	i := last + 2
	if hasDigit(&t.Tokens[i]) {
		if n, _ := t.houseEnd(i); n > 0 {
			if l, s := t.streetFrom(n+1, false); s > 0 && t.free(i, l) {
				return l
			}
		}
		return last
	}
	for j, n := i, 0; n < 3 && t.beside(j) && capital(&t.Tokens[j]) && !t.claimed(j); j, n = j+1, n+1 {
		if n > 0 && plainTypes.has(t.Tokens[j].Hash) {
			return j
		}
	}
	return last
}

// blockAt reads an address of a numbered building, token i, with a unit or a
// named building behind: "Blk 12 Lot 7 Phase 2", "Stand 2217, Zone 10".
func (t *Text) blockAt(i int) (first, last int, score float32) {
	if i < 1 || !t.beside(i) || !t.Triggers.Upper {
		return 0, 0, 0
	}
	m := i - 1
	if t.is(m, '.') && m > 0 {
		m--
	}
	if !t.unitValue(i) || !capital(&t.Tokens[m]) || !blockHeads.has(t.Tokens[m].Hash) {
		return 0, 0, 0
	}
	end := t.valueEnd(i)
	last = end
	if l, s := t.buildingFrom(end + 1); s > 0 {
		last = l
	}
	last = t.tailOf(last, false)
	if last == end {
		return 0, 0, 0
	}
	return m, last, 0.78
}
