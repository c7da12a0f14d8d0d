package identifiers

// Plates of countries of Spanish and French, by their form: in a text of these
// languages nothing else is written so. Sources: arrêté du 9 février 2009 (FR),
// AR 20.7.2001 (BE), Orden PRE/3298/2004 (ES).

// latinPlate gives how surely a candidate is the plate of a French, Belgian or
// Spanish vehicle by its form, the last only where a vehicle stands beside it.
func (t *Text) latinPlate(c *candidate) float32 {
	d := c.text()
	if c.n != 7 || c.letters < 3 || c.letters > 4 || !t.latin() {
		return 0
	}
	for b := c.first - 1; b >= 0 && b >= c.first-3; b-- {
		if goodsWords.has(t.Tokens[b].Hash) {
			return 0
		}
	}
	switch {
	case c.letters == 4 && (c.seps == sepDash && c.shape(2, 3, 2) || c.seps == sepSpace && c.shape(2, 3, 2) && t.vehicleBeside(c.first, c.last)) && lettersAt(d, 0, 2) && lettersAt(d, 5, 7) && siv(d) && t.capitals(c):
		return 0.74 // "FZ-715-BN"
	case c.letters == 3 && c.shape(1, 3, 3) && c.seps == sepDash && d[0] >= '1' && d[0] <= '9' && lettersAt(d, 1, 4) && t.capitals(c):
		return 0.74 // "1-KPX-748"
	case c.letters == 3 && c.shape(4, 3) && lettersAt(d, 4, 7) && !vowel(d[4]) && !vowel(d[5]) && !vowel(d[6]) && t.vehicleBeside(c.first, c.last):
		return 0.74 // "1234 KLM"
	}
	return 0
}

// goodsWords name what has a code of such a form and is no vehicle.
var goodsWords = newWordSet("code codigo produit producto reference referencia ref article articulo protocole protocolo modele modelo formulaire formulario version kit lot lote")

// lettersAt reports that the bytes from a up to b are letters.
func lettersAt(d []byte, a, b int) bool {
	for _, x := range d[a:b] {
		if !letter(x) {
			return false
		}
	}
	return true
}

// siv reports letters of a French plate, which has no I, O and U.
func siv(d []byte) bool {
	for _, x := range d {
		if x == 'I' || x == 'O' || x == 'U' {
			return false
		}
	}
	return true
}

func vowel(b byte) bool { return b == 'A' || b == 'E' || b == 'I' || b == 'O' || b == 'U' || b == 'Q' }

// capitals reports that a candidate has no small letter.
func (t *Text) capitals(c *candidate) bool {
	for _, b := range []byte(t.Text[t.Tokens[c.first].Start:t.Tokens[c.last].End]) {
		if b >= 'a' && b <= 'z' {
			return false
		}
	}
	return true
}
