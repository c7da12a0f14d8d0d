package identifiers

import "github.com/phidetect/phidetect/lexicon"

// The words that addresses are known by. The lexicon's Street flag has eighteen
// hundred abbreviations, many of them words of other trades ("AC", "claim",
// "elbow"); these are the ones that people write.
var (
	// plainTypes end a street name and mean little else, in any case of letters.
	plainTypes = newWordSet("wy street st str road rd avenue ave av lane ln boulevard blvd crescent cres terrace tce terr parade pde parkway pkwy highway hwy esplanade esp turnpike tpke mews wynd brae marg nagar vihar salai")
	// looseTypes end a street name too, but are words of their own: in small
	// letters they need an address around them.
	looseTypes = newWordSet("steps shores skyway strip drive dr court ct place pl close cl way square sq circle cir row walk path trail trl hill rise grove gardens gdns green gate park point view vista loop run hollow gulch spur trace pike alley bend bay cove crossing xing ridge heights hts quay wharf croft dale glade glen end bank annex ext link plaza broadway rest cottages villas cross circuit cct promenade ramp retreat vale bypass expressway freeway fwy estate colony enclave bagh baug gali chowk layout sector cottage mount meadow meadows field fields common landing knoll causeway creek junction outlook pass passage strand tor yard mall corner orchard paddock paddocks valley ley lea mill bridge")
	// roadNumbers may have the road's number or letters behind them.
	roadNumbers = newWordSet("rd road highway hwy route rte rt sr cr fm")
	// housePrefixes stand before a house number and belong to the address, as
	// the lexicon's unit cues do.
	housePrefixes = newWordSet("no nr lot blk block house plot stand rmb hno stall kav haus")
	// buildings end the name of a house or a building.
	buildings = newWordSet("cottage cottages house lodge farm barn mill manor villa villas court tower towers apartments apts mansions mansion bothy wing building bldg chambers hall loft maltings granary heights estate hostel dormitory residence residency chs complex commons flats cantt baug bagh nagar enclave colony society arcade plaza mews courthouse forge cross main stage layout gali close terrace")
	// unitMarks begin a unit, beside the lexicon's unit cues.
	unitMarks = newWordSet("ap bloco andar u lot rm room trailer unidad apt apto apart apartment app appt bte boite bt bat porte dpto dept depto dto int interior casa mz manzana lote sl wing comp site slip no esc escalera planta pta phase stage zone sector stop portal edificio")
	// strongMarks are the unit words that nobody uses for much else.
	strongMarks = newWordSet("apt apartment apartments suite ste unit flat apto appartement depto dpto dto")
	// typesFirst are the street words of languages that put them before the name.
	typesFirst = newWordSet("calle cll rue avenida avda avd av avenue ave boulevard boul bd blvd chemin paseo plaza pza placa place via viale piazza piazzale corso vicolo largo strada rua travessa praca praza carrer passeig ronda camino carretera ctra travesia glorieta pasaje pje psje jr jiron carrera cra kr diagonal transversal calzada calz privada priv cerrada circuito impasse allee quai cours venelle ruelle sentier faubourg residence lieudit route montee square heol ffordd stryd lon bothar sraid ul ulica aleja ulitsa ulice trg bulevardul calea jalan jl jln odos tee rijksweg prolongacion cuesta callejon rambla urbanizacion urb barrio vereda avinguda ctr crta edificio portal chaussee clos parvis traverse rond rang terrasse pso rda barriada poligono partida paraje fraccionamiento fracc retorno andador autopista estrada cmno cno")
	// sureFirst are those of them that no other language uses for other things.
	sureFirst = newWordSet("calle rue avenida avda carrer heol ffordd stryd bothar sraid ulica ul viale piazza rua jalan jln chemin paseo impasse venelle ruelle carrera travesia glorieta passeig jiron chaussee avinguda pso andador")
	// typesLast are the separate street words that a number follows.
	typesLast = newWordSet("straat laan steenweg baan plein dreef lei kade gracht singel dijk markt weg strasse str gasse platz allee ring ufer damm gade vej plads plass torv torget vei veg vegen veien gate gata gatan vag vagen tie katu utca u ut ter tere korut ulica ulice cesta street road byvej enparantza kalea utja tn mnt pst tanav")
	// nameParticles join the words of a street name.
	nameParticles = newWordSet("de del la las los el d l du des le les aux au y e i da do das dos di dello della dei degli delle van von den der het ten ter zum zur am an im the of yr y na ar")
	// numberTails follow a house number and belong to it.
	numberTails = newWordSet("bis ter quater")
	// floorWords name a side or a floor behind a Spanish or French number.
	floorWords = newWordSet("dcha dcho derecha izq izqda izquierda bajo bajos entlo entresuelo principal ppal atico sotano local bis int piso planta der izda esc")
	// blockHeads name a building by number; with a unit behind they are an address.
	blockHeads = newWordSet("blk block stand plot house hno flat apartment apt shop")
	// floors follow an ordinal: "2nd Floor".
	floors = newWordSet("floor fl flr level lvl cross main stage phase block")
	// linkers are function words that no street's name has, capital or not.
	linkers = newWordSet("to for and in on with from per is at by or not your my his her our a an this that")
	// events are types that are more often the name of an event behind a year.
	events = newWordSet("walk run race cross pass rise park drive")
	// lowFirst in small letters begin phrases that only look like streets.
	lowFirst = newWordSet("way lane close drive run walk point place end line")
	// military are the post offices of the US forces.
	military = newWordSet("fpo apo dpo")
	// ships come before the name of a ship.
	ships = newWordSet("uss usns uscgc usnv usnr")
	// slashTypes are street words that a slash follows: "C/ Mayor".
	slashTypes = newWordSet("c av avda ctra pza cl")
	// notStreets begin what looks like a street and is none.
	notStreets = newWordSet("miles mile km laps blocks block minute minutes hour hours day visits doses tablets caps pills times more other people persons patients kids children pts am pm st's")
)

// suffixTypes are the endings of street names written as one word.
var suffixTypes = [...]string{"straat", "laan", "steenweg", "dreef", "plein", "gracht", "singel", "kade", "dijk", "strasse", "stasse", "str", "weg", "gasse", "platz", "allee", "gatan", "gata", "vagen", "gade", "vej", "veien", "vegen", "vegur", "braut", "straeti", "plads", "torget", "katu", "ntie", "tanav", "haugen", "stien", "stigen", "wal"}

// suffixStreet reports a word that is a street by its ending: "Lindenweg",
// "Hämeenkatu". Words of the English dictionary ("decade", "brigade") and names
// of people ("Agata") are none.
func (t *Text) suffixStreet(i int) bool {
	k := &t.Tokens[i]
	if k.Class != lexicon.Word || k.Len() < 6 || k.Entry.Rank() > 0 || k.Entry.Name() > 3 || k.Entry.Weight() > 0 {
		return false
	}
	w := t.Text[k.Start:k.End]
	for _, s := range suffixTypes {
		if n := len(w) - len(s); n >= 3 && equalFold(w[n:], s) {
			return true
		}
	}
	return false
}
