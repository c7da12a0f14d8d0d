package deid

import (
	"math/rand/v2"
	"strings"
	"unicode"
)

// givenNames are given to any sex. heads and tails make surnames of places that
// are on no map.
var (
	givenNames = [...]string{"Alix", "Arden", "Ari", "Ashby", "Avery", "Bellamy", "Blair", "Brennan", "Briar", "Cameron", "Campbell", "Carey", "Cassidy", "Corey",
		"Dakota", "Darcy", "Devon", "Drew", "Eden", "Ellery", "Ellis", "Emerson", "Emery", "Finley", "Frankie", "Greer", "Hadley", "Harley", "Hayden", "Hollis", "Indigo",
		"Jaden", "Jamie", "Jessie", "Jody", "Jules", "Keegan", "Kelly", "Kendall", "Kerry", "Kim", "Kit", "Lane", "Leslie", "Linden", "Logan", "Lou", "Marlow", "Merritt",
		"Mika", "Morgan", "Nico", "Noel", "Oakley", "Palmer", "Parker", "Payton", "Perry", "Quincy", "Quinn", "Reese", "Remy", "Riley", "Robin", "Rory", "Rowan", "Sage",
		"Sandy", "Sasha", "Shannon", "Shea", "Sidney", "Skyler", "Sloane", "Stacy", "Tatum", "Taylor", "Teagan", "Toby", "Tracy", "Val", "Wren"}
	heads = [...]string{"Alder", "Arn", "Bram", "Brint", "Cald", "Carn", "Dell", "Dren", "Eld", "Elms", "Farn", "Fenn", "Garr", "Glen", "Had", "Harn", "Ing", "Kest", "Lang", "Lorn",
		"Mell", "Mort", "Nett", "Nor", "Orm", "Pell", "Pend", "Quarn", "Rath", "Rend", "Selm", "Stan", "Tarn", "Thorn", "Ulver", "Vann", "Wain", "Wick", "Yarn", "Yel"}
	tails = [...]string{"acre", "beck", "by", "combe", "cote", "croft", "dale", "den", "field", "ford", "garth", "gate", "grove", "ham", "hurst", "lake", "ley", "mere", "more", "stead",
		"stone", "thorpe", "ton", "well", "wick", "worth"}
)

// Given picks a given name.
func Given(r *rand.Rand) string { return givenNames[r.IntN(len(givenNames))] }

// Surname makes a surname, one of a thousand.
func Surname(r *rand.Rand) string { return heads[r.IntN(len(heads))] + tails[r.IntN(len(tails))] }

// LikeCase gives word in the case of like: all upper, all lower, or as it is.
func LikeCase(word, like string) string {
	upper, lower := 0, 0
	for _, r := range like {
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r):
			lower++
		}
	}
	switch {
	case upper > 1 && lower == 0:
		return strings.ToUpper(word)
	case upper == 0 && lower > 0:
		return strings.ToLower(word)
	}
	return word
}
