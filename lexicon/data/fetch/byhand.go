package main

import "strings"

// What the dictionaries lack or have too much of, chosen by hand.

// alwaysAbbr are common in subtitles as the abbreviations they are.
var alwaysAbbr = words("dr|lt|mr|mrs|mme|mlle")

// notTitles are libpostal's titles that stand in names of streets and churches,
// not before a living person's name.
var notTitles = words("saint|saints|sainte|san|santa|sant|santo|chez|notre-dame|nuestra señora|our lady|" +
	// Forms that are units, words or other abbreviations first.
	"mg|kg|min|sold|loc|mise|cp|ct|cs|sp|sm|sg|ob|pe|ra|cap|cab|cam|dip|inf|secta|secreto|secreta|consejo|ministerio|presa|presida|" +
	"reyes|pta|dg|cons|not|int|mal|mis|card|alm|arm|sai|sar|am|br|ss|docs|mq|gn|bg|sv|tn|rp|rh|jf|jz")

// notStreets are entries of the street dictionaries that are no kind of street
// or unit.
var notStreets = words("number|little|limits|part|private|sign|lease|número interior")

// notFacilities are variants whose short forms are other words.
var notFacilities = words("hot|host|med|mem|res|hos|home|casa|instituto|mus|mot|det|detn|chr|univers")

func words(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Split(list, "|") {
		m[strings.TrimSpace(w)] = true
	}
	return m
}

// titlesByHand are the titles libpostal does not have, by language.
var titlesByHand = map[string]string{
	"en": `mr | mrs | ms | dr | doc | mx | master | nurse | midwife | matron | rabbi | imam | pastor | deacon | elder | constable | detective |
		sergeant | staff sergeant | miss | missus | mistress | mademoiselle | sheikh | ustad | haji | dr med | drs | professor emeritus |
		nurse practitioner | physician assistant | coach | vicar | canon | dean | mayor | governor | councillor | justice | sheriff | superintendent | archdeacon | monsignor | mstr | messrs | messieurs`,
	"es": `doctor | doctora | dr | dra | enfermero | enfermera | licenciado | maestra | mtra | sor | padre | don | doña | sr | sra | srta`,
	"fr": `docteur | docteure | dr | dre | pr | pre | infirmier | infirmière | me | mme | mlle | sœur | soeur | abbé`,
	"hi": `shri | shree | sri | smt | shrimati | srimati | kumari | pandit | swami | begum | janab | sardar | sardarni | selvi | thiru | thirumathi`,
}

// facilityKind chooses those of libpostal's place names that begin or end a
// facility's name, by language and full form.
var facilityKind = func() map[string]string {
	m := map[string]string{}
	for key, list := range map[string]string{
		"en health": `aged care center|chiropractic|clinic|convalescent center|dental|dentist|dentistry|family practice|geriatric unit|
			health center|home for the aged|hospital|hospital for women|laboratory|lab|labs|medical|nurses home|nursing|nursing center|
			nursing home|pediatric|pharmacy|primary care|retirement home|urgent care`,
		"en other": `academy|airport|animal hospital|bank|cathedral|child care|church|college|community center|correctional facility|
			country club|courthouse|credit union|day care|detention|elementary school|embassy|fire department|fire station|fitness center|
			gym|high school|hostel|hotel|inn|jail|junior high school|kindergarten|library|middle school|monastery|motel|museum|
			night club|nursery|parish|penitentiary|police department|police station|polytechnic|post office|pre school|primary school|
			prison|public school|restaurant|secondary school|shelter|shopping center|supermarket|trailer park|university|veterinary|
			veterinarian|youth center`,
		"es health": `centro de salud|centro médico|clínica|consultorio médico|dentista|droguería|enfermería|farmacia|hospital|óptica|
			parafarmacia|residencia de jubilados|residencia de la tercera edad|sanatorio`,
		"es other": `aeropuerto|ayuntamiento|biblioteca|centro comercial|centro comunitario|clínica veterinaria|colegio|colegio mayor|
			convento|embajada|escuela|escuelas|gimnasio|hotel|iglesia|jardín de infancia|juzgado|museo|parvulario|preescolar|prisión|
			restaurante|supermercado|universidad`,
		"fr health": `centre de santé|clinique|dentiste|hôpital|maison de santé|maison de retraite|médecin|pharmacie`,
		"fr other": `aéroport|ambassade|banque|bibliothèque|centre commercial|école|école maternelle|école élémentaire|église|
			hôtel|hôtel de ville|mairie|musée|palais de justice|préscolaire|prison|restaurant|supermarché|université|vétérinaire`,
	} {
		lang, kind, _ := strings.Cut(key, " ")
		for w := range words(list) {
			m[lang+" "+w] = kind
		}
	}
	return m
}()

// facilitiesByHand are the facility words libpostal does not have, by language
// and kind.
var facilitiesByHand = map[string]string{
	"en health": `birth center | birth centre | birthing center | blood bank | cancer center | cancer centre | chemist | children's hospital |
		community hospital | counseling center | counselling centre | day hospital | day surgery | diagnostics | dialysis center | dialysis centre |
		dispensary | doctors surgery | drugstore | emergency department | eye care | eye center | eye centre | eye clinic | family dentistry |
		family health center | family medicine | fertility clinic | general hospital | general practice | gp surgery | health care | health centre |
		health clinic | health service | health services | health system | healthcare | heart center | hospice | hospitals | imaging |
		imaging center | infirmary | maternity hospital | maternity unit | medical associates | medical center | medical centre |
		medical clinic | medical group | medical office | medical offices | medical practice | memory care | methadone clinic | nhs trust |
		nursing facility | nursing homes | optical | optometrist | optometrists | optometry | orthodontics | orthopaedics | orthopedics |
		outpatient center | pathology | pediatrics | paediatrics | physical therapy | physiotherapy | polyclinic | practice | psychiatry | psychology |
		radiology | rehab | rehab center | rehabilitation | rehabilitation center | rehabilitation centre | sanatorium | sanitarium |
		skilled nursing | specialists | specialty clinic | surgery | surgery center | surgical center | surgicenter | treatment center |
		treatment centre | va clinic | va hospital | va medical center | walk-in | walk-in centre | walk-in clinic | walk in clinic |
		wellness | wellness center | wellness centre | women's health | x-ray`,
	"en other": `school | schools | elementary | preschool | temple | mosque | synagogue | ministries | apartments | foundation | institute`,
	"es health": `ambulatorio | botica | casa de salud | centro de atención primaria | centro de rehabilitación | centro hospitalario | clinicas |
		clínicas | consultorio | consultorio dental | hospicio | instituto de salud | laboratorio | laboratorio clínico | maternidad |
		policlínica | policlínico | puesto de salud | residencia de ancianos | urgencias | unidad de salud`,
	"fr health": `cabinet dentaire | cabinet infirmier | cabinet médical | centre dentaire | centre hospitalier | centre hospitalier universitaire |
		centre médical | chru | chu | clsc | dispensaire | ehpad | foyer | hôpitaux | hospices | infirmerie | institut médical | laboratoire |
		maison médicale | maternité | officine | polyclinique | urgences`,
}
