package browser

import (
	"net/url"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// told identifies a patient and tells of her care.
const told = "So happy for Dana Whitfield, her knee replacement went well at our clinic!"

// A demo is dmguard with the corpus played through it.
type demo struct {
	*url.URL
	tokens map[string]string // by role
}

func startDemo(t *testing.T) *demo {
	t.Helper()
	chromium(t) // nothing is built where there is none
	m := run(t, "examples/dmguard", `(?s)staff +(http://\S+/).*as front-desk +(\S+).*as clinician +(\S+).*as admin +(\S+)`,
		build(t, "examples/dmguard"), "-demo")
	at, err := url.Parse(m[0])
	require.NoError(t, err)
	return &demo{at, map[string]string{"front-desk": m[1], "clinician": m[2], "admin": m[3]}}
}

// path gives the address of a page.
func (d *demo) path(p string) string { return "http://" + d.Host + p }

// signIn opens the page and signs in, by the keyboard alone: the field has the
// focus, and Enter sends it.
func (d *demo) signIn(t *testing.T, role string) *tab {
	t.Helper()
	b := open(t, d.Host)
	b.do(chromedp.Navigate(d.String()))
	b.until(`document.activeElement.id == "token"`)
	b.named()
	b.do(chromedp.KeyEvent(d.tokens[role] + kb.Enter))
	b.until(`document.querySelector("h1").innerText == "Queue"`)
	return b
}

// visit follows a link of the menu.
func (b *tab) visit(name string) {
	b.Helper()
	b.script(`[...document.querySelectorAll("header nav a")].find(a => a.innerText == ` + quote(name) + `).click()`)
	b.until(`document.querySelector("h1").innerText == ` + quote(name))
}

func TestDmguard(t *testing.T) {
	if testing.Short() {
		t.Skip("plays the corpus through dmguard")
	}
	d := startDemo(t)
	for name, test := range map[string]func(*testing.T, *demo){
		"queue":          testQueue,
		"drafts":         testDrafts,
		"administration": testAdministration,
		"keyboard":       testStaffKeyboard,
	} {
		t.Run(name, func(t *testing.T) { test(t, d) })
	}
}

func testQueue(t *testing.T, d *demo) {
	b := d.signIn(t, "front-desk")
	assert.Len(t, b.list("main .cards > li"), 25)
	assert.Equal(t, []string{"Queue", "Check a draft"}, b.list("header nav a"))
	b.named()
	b.looks("")
	b.do(chromedp.Navigate(d.path("/staff/?request=booking")))
	b.until(`document.querySelector(".views a[aria-current]").innerText == "booking"`)
	b.looks(filepath.Join("..", "dmguard", "queue"))
	b.visit("Queue")
	b.until(`document.querySelector(".views a[aria-current]").innerText == "all"`)

	person := b.inner(".cards code")
	b.click(".cards form[action$=take] button")
	b.until(`document.querySelector("[role=status]")?.innerText == "It is yours."`)
	assert.Equal(t, "Thread", b.inner("h1"))
	assert.Equal(t, person, b.inner("main code"))
	assert.Contains(t, b.inner("main"), "What waits")
	b.named()
	b.looks("")
	b.visit("Queue")
	b.script(`[...document.querySelectorAll(".views a")].find(a => a.innerText == "mine").click()`)
	b.until(`document.querySelector(".views a[aria-current]").innerText == "mine"`)
	assert.Equal(t, []string{"yours"}, b.list(".cards .chip.good"))
	b.click(".cards form[action$=resolve] button")
	b.until(`document.querySelector("[role=status]")?.innerText == "It is resolved."`)
	assert.NotContains(t, b.list(".cards code"), person)
	b.click("a[rel=next]")
	b.until(`location.search == "?skip=25" && document.querySelectorAll("main .cards > li").length == 25`)
	b.script(`[...document.querySelectorAll(".views a")].find(a => a.innerText == "refill").click()`)
	b.until(`document.querySelector(".views a[aria-current]").innerText == "refill"`)
	assert.Contains(t, b.inner(".cards h2"), "Refill")
	b.click(".who button")
	b.until(`document.querySelector("h1").innerText == "Sign in"`)
	b.do(chromedp.Navigate(d.path("/staff/")))
	b.until(`document.querySelector("h1").innerText == "Sign in"`)
	b.quiet()
}

func testDrafts(t *testing.T, d *demo) {
	b := d.signIn(t, "clinician")
	b.visit("Check a draft")
	b.named()
	b.enter("#text", told)
	b.click("main form button")
	b.until(`document.querySelector("#verdict")`)
	assert.Contains(t, b.inner("#verdict"), "does not pass")
	assert.Contains(t, b.list("mark"), "Dana Whitfieldname")
	assert.Contains(t, b.inner("main"), "https://forms.example.com/greenfield")
	assert.Equal(t, told, b.text(`document.querySelector("#text").value`))
	b.named()
	b.looks("")
	b.shoot(filepath.Join("..", "dmguard", "draft"), ".png")
	b.script(`document.querySelector("#text").value = "We are open on Saturdays from 9 to 1."`)
	b.click("main form button")
	b.until(`document.querySelector("#verdict").innerText.includes("✓ passes")`)
	b.quiet()
}

func testAdministration(t *testing.T, d *demo) {
	b := d.signIn(t, "admin")
	b.visit("Incidents")
	assert.Regexp(t, `\d+ days left`, b.inner(".cards h2"))
	b.named()
	b.looks("")
	b.shoot(filepath.Join("..", "dmguard", "incidents"), ".png")

	b.visit("Authorizations")
	b.click("summary")
	b.enter("#form", "binder 4/17")
	b.enter("#purpose", "before and after photos")
	b.enter("#names", "Dana Whitfield")
	b.script(`document.querySelector("#signed").value = "2020-01-01"; document.querySelector("#expires").value = "2099-12-31";`)
	for _, choice := range []string{"[value=caption]", "[name=health]", "[value=name]"} {
		b.click(chromedp.CSS("input" + choice))
	}
	b.named()
	b.looks("")
	b.click("main details form button.main")
	b.until(`document.querySelector("[role=status]")?.innerText == "The authorization is entered."`)
	assert.Contains(t, b.inner(".cards"), "valid")
	assert.NotContains(t, b.inner("main"), "Whitfield")
	b.looks("")

	b.visit("Check a draft")
	b.enter("#text", told)
	b.script(`document.querySelector("#authorization").value = "1"`)
	b.click("main form button")
	b.until(`document.querySelector("#verdict")?.innerText.includes("with authorization no. 1")`)

	b.visit("Users")
	b.looks("")
	b.visit("Audit trail")
	b.click("button[name=verify]")
	b.until(`document.querySelector("[role=status]")?.innerText.startsWith("The chain is whole")`)
	b.named()
	b.looks("")
	b.quiet()
}

// A clinician reaches a thread, and the skip link, by the tab key.
func testStaffKeyboard(t *testing.T, d *demo) {
	b := d.signIn(t, "clinician")
	b.do(chromedp.KeyEvent(kb.Tab))
	assert.Equal(t, "Skip to the page", b.text("document.activeElement.innerText"))
	b.focusSeen()
	b.do(chromedp.KeyEvent(kb.Enter))
	b.until(`document.activeElement.id == "main"`)
	b.focusSeen()
	b.reach(`e.closest(".cards h2")`)
	b.do(chromedp.KeyEvent(kb.Enter))
	b.until(`document.querySelector("h1").innerText == "Thread"`)
	b.quiet()
}
