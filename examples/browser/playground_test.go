package browser

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const message = "hi its dana whitfield 😬 can i move my diabetes check to friday? 202-555-0147"

// startPlayground builds and starts the program and gives its address.
func startPlayground(t *testing.T) *url.URL {
	t.Helper()
	chromium(t) // nothing is built where there is none
	m := run(t, ".", `(?m)^(http://\S+)$`, build(t, "examples/playground"))
	at, err := url.Parse(m[0])
	require.NoError(t, err)
	return at
}

// visit opens the page and waits for the library.
func visit(t *testing.T, at *url.URL) *tab {
	t.Helper()
	b := open(t, at.Host)
	b.do(chromedp.Navigate(at.String()))
	b.until(`document.querySelector("#verdict-name").innerText == "Ready"`)
	return b
}

func (b *tab) verdictIs(name string) {
	b.Helper()
	b.until(`document.querySelector("#verdict-name").innerText == ` + quote(name))
}

func TestPlayground(t *testing.T) {
	at := startPlayground(t)
	for name, test := range map[string]func(*testing.T, *url.URL){
		"type":      testType,
		"network":   testNetwork,
		"redaction": testRedaction,
		"files":     testFiles,
		"keyboard":  testKeyboard,
		"markup":    testMarkup,
		"long":      testLong,
		"looks":     testLooks,
	} {
		t.Run(name, func(t *testing.T) { test(t, at) })
	}
}

func testType(t *testing.T, at *url.URL) {
	b := visit(t, at)
	b.enter("#text", message)
	b.verdictIs("PHI")
	// each letter that is typed is answered, the last one at last
	b.until(`document.querySelector("#redacted").innerText == ` + quote("hi its [NAME] 😬 can i move my diabetes check to friday? [PHONE]"))
	// The name of the type stands beside the words; the offsets are right behind
	// a letter of two units.
	assert.Subset(t, b.list("#marked mark"), []string{"dana whitfieldname", "202-555-0147phone"})
	assert.Equal(t, "phi", b.text(`document.querySelector("#verdict").dataset.verdict`))
	assert.Contains(t, b.inner("#reasons"), "the health is that of who is identified")
	assert.Contains(t, b.inner("#spans"), "matcher name")
	assert.Contains(t, b.inner("#spans"), "Safe Harbor D")
	assert.Contains(t, b.list("#health button"), "diabetes")
	assert.Greater(t, b.number(`Number(document.querySelector("#score").innerText)`), 0.5)
	assert.Regexp(t, `^Read \d+ bytes in [\d.]+ (µs|ms)`, b.inner("#time"))
	// A screen reader is told once the typing has stopped.
	b.until(`document.querySelector("#status").innerText.startsWith("PHI. It identifies a person")`)
	b.click("#clear")
	b.verdictIs("Ready")
	b.enter("#text", "are you open on saturdays?")
	b.verdictIs("Neither")
	b.click("#clear")
	b.verdictIs("Ready")
	b.quiet()
}

// What is typed causes no request at all, and what the page may not do it
// cannot do even if it tries.
func testNetwork(t *testing.T, at *url.URL) {
	b := visit(t, at)
	loaded := len(b.proxy.requests())
	b.enter("#text", message)
	b.verdictIs("PHI")
	b.until(`document.querySelector("#status").innerText != ""`)
	b.quiet()
	for i, r := range b.proxy.requests() {
		assert.Equal(t, at.Host, r.host, "%s", r)
		assert.Equal(t, "GET", r.method, "%s", r)
		assert.Empty(t, r.query)
		assert.Zero(t, r.body)
		assert.Less(t, i, loaded, "asked for after the page had loaded: %s", r)
	}
	for _, try := range []string{
		`fetch("https://example.com/?" + document.querySelector("#text").value).then(() => "sent", () => "refused")`,
		`new Promise(done => { const i = new Image(); i.onload = () => done("sent"); i.onerror = () => done("refused"); i.src = "http://example.com/x.png"; })`,
		`new Promise(done => { const s = new WebSocket("ws://example.com/"); s.onopen = () => done("sent"); s.onerror = () => done("refused"); })`,
		`fetch("/?q=" + encodeURIComponent(document.querySelector("#text").value)).then(r => r.ok ? "sent" : "refused", () => "refused")`,
		`fetch("/", {method: "POST", body: document.querySelector("#text").value}).then(r => r.ok ? "sent" : "refused", () => "refused")`,
	} {
		assert.Equal(t, "refused", get(b, chromedp.Evaluate[string](try, chromedp.EvalAwaitPromise)), try)
	}
	for _, r := range b.proxy.requests() {
		assert.Equal(t, at.Host, r.host, "%s", r)
	}
}

func testRedaction(t *testing.T, at *url.URL) {
	b := visit(t, at)
	b.enter("#text", "its dana whitfield, dob 03/14/1988, my rash is back")
	b.verdictIs("PHI")
	for way, want := range map[string]string{
		"label":       "its [NAME], dob [DATE_OF_BIRTH], my rash is back",
		"number":      "its [NAME_1], dob [DATE_OF_BIRTH_1], my rash is back",
		"mask":        "its **** *********, dob **/**/****, my rash is back",
		"safe-harbor": "its [NAME], dob 1988, my rash is back",
	} {
		b.script(`const s = document.querySelector("#redaction"); s.value = ` + quote(way) + `; s.dispatchEvent(new Event("change"));`)
		b.until(`document.querySelector("#redacted").innerText == ` + quote(want))
	}
	b.click("#copy")
	b.until(`document.querySelector("#copied").innerText != ""`)
	b.quiet()
}

func testFiles(t *testing.T, at *url.URL) {
	b := visit(t, at)
	dir := t.TempDir()
	write := func(name, content string) string {
		path := filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(path, []byte(content), 0o600))
		return path
	}
	b.do(chromedp.SetUploadFiles(chromedp.CSS("#file"), []string{write("note.txt", message)}))
	b.verdictIs("PHI")
	assert.Equal(t, message, b.text(`document.querySelector("#text").value`))
	b.click("#clear")
	b.verdictIs("Ready")

	b.drop(write("wide.txt", "\xff\xfed\x00o\x00 \x00y\x00o\x00u\x00 \x00t\x00r\x00e\x00a\x00t\x00 \x00a\x00c\x00n\x00e\x00?\x00"))
	b.verdictIs("Health only")
	assert.Equal(t, "do you treat acne?", b.text(`document.querySelector("#text").value`))
	b.until(`!document.body.classList.contains("dropping")`)

	b.drop(write("scan.png", "\x89PNG\r\n\x1a\n\x00\x00"))
	b.until(`document.querySelector("#trouble").innerText.includes("scan.png” is no text")`)
	b.drop(write("large.log", strings.Repeat("x", 1_000_001)))
	b.until(`document.querySelector("#trouble").innerText.includes("reads up to 1 MB")`)
	assert.Equal(t, "do you treat acne?", b.text(`document.querySelector("#text").value`))
	b.quiet()
}

// drop drags a file into the middle of the page.
func (b *tab) drop(path string) {
	b.Helper()
	data := &input.DragData{Items: []*input.DragDataItem{}, Files: []string{path}, DragOperationsMask: 1}
	for _, kind := range []input.DispatchDragEventType{"dragEnter", "dragOver", "drop"} {
		_, err := chromedp.Call(b.ctx, input.DispatchDragEvent, input.DispatchDragEventParams{Type: kind, X: 600, Y: 300, Data: data})
		require.NoError(b, err)
	}
}

// Everything is done without a mouse: choose an example, read a finding, change
// the redaction.
func testKeyboard(t *testing.T, at *url.URL) {
	b := visit(t, at)
	b.reach(`e.id == "example"`)
	b.do(chromedp.KeyEvent(kb.ArrowDown))
	b.verdictIs("PHI")
	b.reach(`e.id == "text"`)
	b.do(chromedp.KeyEvent(kb.End), chromedp.KeyEvent(" my mrn is 00482913"))
	b.until(`document.querySelector("#spans").innerText.includes("medical record number")`)
	b.reach(`e.innerText == "00482913"`)
	b.do(chromedp.KeyEvent(kb.Enter))
	assert.Equal(t, "00482913", b.text(`(e => e.value.slice(e.selectionStart, e.selectionEnd))(document.activeElement)`))
	b.reach(`e.innerText == "00482913"`)
	b.script(`document.querySelector("#redaction").dispatchEvent(new Event("change")); window.before = document.activeElement;`)
	b.until(`document.activeElement != window.before`)
	assert.Equal(t, "00482913", b.text(`document.activeElement.innerText`), "an answer that comes does not take the focus away")
	b.reach(`e.id == "redaction"`)
	b.do(chromedp.KeyEvent(kb.ArrowDown))
	b.until(`document.querySelector("#redacted").innerText.includes("[NAME_1]")`)
	b.named()
	b.quiet()
}

// Markup in a text is text.
func testMarkup(t *testing.T, at *url.URL) {
	b := visit(t, at)
	text := `<img src=x onerror="window.hit=1"><script>window.hit=1</script><b>dana whitfield</b> diabetes check, 202-555-0147 ` + "\u202e\x00"
	b.do(chromedp.SetValue(chromedp.CSS("#text"), text))
	b.enter("#text", " ")
	b.verdictIs("PHI")
	assert.Zero(t, b.number(`document.querySelectorAll("main img, main script, main b").length`))
	assert.False(t, b.truth("window.hit === 1"))
	assert.NotContains(t, b.inner("#marked"), "\u202e")
	b.quiet()
}

// A long text is read beside the page: typing goes on, and what is shown last is
// of the last text.
func testLong(t *testing.T, at *url.URL) {
	b := visit(t, at)
	put := func(text string) string {
		return `e.value = ` + text + `; e.dispatchEvent(new Event("input"));`
	}
	field, long := `const e = document.querySelector("#text");`, quote(message+". ")+`.repeat(8000)`
	b.script(field + put(long) + put(`"are you open?"`))
	b.verdictIs("Neither")
	b.script(field + put(long))
	b.verdictIs("PHI")
	assert.Contains(t, b.inner("#marked"), "the rest is not shown")
	assert.Contains(t, b.inner("#spans"), "more")
	b.quiet()
}

func testLooks(t *testing.T, at *url.URL) {
	b := visit(t, at)
	b.enter("#text", "Hi, Marisol Quintero here, dob 03/14/1988. I started sertraline for anxiety and the rash is back. Can Dr Okafor call me on 202-555-0147? I'm at 14 Larch Close, Leeds.")
	b.until(`document.querySelector("#redacted").innerText.endsWith("[CITY].")`)
	if *screenshots { // show the time that it takes once the browser has compiled it well
		time.Sleep(5 * time.Second)
		b.script(`document.querySelector("#text").dispatchEvent(new Event("input"))`)
		b.until(`document.querySelector("#time").innerText.includes("mean of")`)
	}
	b.looks(filepath.Join("..", "playground", "page"))
	b.quiet()
}
