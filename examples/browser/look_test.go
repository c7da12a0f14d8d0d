package browser

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"image/color"
	"image/png"
	"os"
	"slices"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

//go:embed testdata/contrast.js
var contrast string

// scheme makes the page dark or light.
func (b *tab) scheme(name string) {
	b.Helper()
	_, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: name}},
	})
	require.NoError(b, err)
	assert.Equal(b, name == "dark", b.truth(`matchMedia("(prefers-color-scheme: dark)").matches`))
}

// size makes the page as large as a window or a phone.
func (b *tab) size(w, h int64, phone bool) {
	b.Helper()
	_, err := chromedp.Call(b.ctx, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
		Width: w, Height: h, DeviceScaleFactor: 1, Mobile: phone,
	})
	require.NoError(b, err)
}

// looks looks at the page light and dark, in a window and on a phone, and keeps
// the pictures if there is a name for them and that was asked for.
func (b *tab) looks(name string) {
	b.Helper()
	for _, scheme := range []string{"light", "dark"} {
		b.scheme(scheme)
		b.size(1180, 800, false)
		b.readable()
		b.shoot(name, "-"+scheme+".png")
		b.size(360, 740, true)
		b.readable()
		b.shoot(name, "-phone-"+scheme+".png")
	}
	b.size(1180, 800, false)
	b.scheme("light")
}

// reach tabs on until an expression about the element in focus, e, holds. On the
// way the focus must be seen.
func (b *tab) reach(expression string) {
	b.Helper()
	for range 60 {
		b.script("window.left = document.activeElement")
		b.do(chromedp.KeyEvent(kb.Tab))
		b.until("document.activeElement != window.left") // under load the key is answered before the focus moves
		b.focusSeen()
		if b.truth("Boolean((e => " + expression + ")(document.activeElement))") {
			return
		}
	}
	require.FailNow(b, "not reached by the tab key", expression)
}

// focusSeen asserts that the element in focus shows it. Between the last element
// and the first the focus is the browser's own, and the page's body has none.
func (b *tab) focusSeen() {
	b.Helper()
	seen := b.truth(`document.activeElement == document.body || getComputedStyle(document.activeElement).outlineStyle != "none"`)
	assert.True(b, seen, "the focus cannot be seen on a %s", b.text("document.activeElement.localName"))
}

// readable asserts that every text has the contrast to what is behind it that
// WCAG 2 AA asks for, and that nothing is wider than the window.
func (b *tab) readable() {
	b.Helper()
	assert.Empty(b, get(b, chromedp.Evaluate[[]string](contrast)))
	assert.LessOrEqual(b, b.number("document.scrollingElement.scrollWidth"), b.number("innerWidth"))
}

// roles are those of what can be used or read by itself.
var roles = []string{"button", "textbox", "combobox", "link", "checkbox", "meter", "radio", "table", "Date", "spinbutton"}

// named asserts that all that can be used has a name that a screen reader can
// say.
func (b *tab) named() {
	b.Helper()
	tree, err := chromedp.Call(b.ctx, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
	require.NoError(b, err)
	usable := 0
	for _, n := range tree.Nodes {
		if n.Ignored || n.Role == nil || !slices.Contains(roles, unquote(n.Role)) {
			continue
		}
		usable++
		assert.NotEmpty(b, unquote(n.Name), "a %s has no name", unquote(n.Role))
	}
	assert.Positive(b, usable)
}

func unquote(v *accessibility.Value) (s string) {
	if v != nil && json.Unmarshal(v.Value, &s) != nil {
		return ""
	}
	return s
}

// shoot takes a picture of the whole page and asserts that there is something on
// it. It is kept if it has a name and that was asked for.
func (b *tab) shoot(name, ending string) {
	b.Helper()
	beyond := true
	shot, err := chromedp.Call(b.ctx, page.CaptureScreenshot, page.CaptureScreenshotParams{CaptureBeyondViewport: &beyond})
	require.NoError(b, err)
	picture, err := png.Decode(bytes.NewReader(shot.Data))
	require.NoError(b, err)
	colours := map[color.Color]bool{}
	for y := 0; y < picture.Bounds().Dy(); y += 4 {
		for x := 0; x < picture.Bounds().Dx(); x += 4 {
			colours[picture.At(x, y)] = true
		}
	}
	assert.Greater(b, len(colours), 8, "the page is blank")
	if *screenshots && name != "" {
		small, err := pack(upper(picture))
		require.NoError(b, err)
		require.NoError(b, os.WriteFile(name+ending, small, 0o644))
	}
}
