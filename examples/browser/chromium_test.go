package browser

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var screenshots = flag.Bool("screenshots", false, "write the screenshots beside the examples' READMEs")

var errNoChromium = errors.New("no Chromium found: install it (Debian: apt-get install chromium), or name its program in $CHROMIUM")

// findChromium gives the path of the browser.
func findChromium() (string, error) {
	if path := os.Getenv("CHROMIUM"); path != "" {
		if _, err := exec.LookPath(path); err != nil {
			return "", fmt.Errorf("$CHROMIUM cannot be run: %w", err)
		}
		return path, nil
	}
	for _, name := range []string{"/usr/bin/chromium", "chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", errNoChromium
}

// chromium gives the browser's path, skips the test where there is none, and
// fails it in CI.
func chromium(t *testing.T) string {
	t.Helper()
	path, err := findChromium()
	if err != nil && os.Getenv("CI") == "" {
		t.Skip(err)
	}
	require.NoError(t, err)
	return path
}

// A tab is a page in a browser of its own, so that nothing of one test is left
// for the next.
type tab struct {
	*testing.T
	ctx   context.Context
	proxy *proxy

	mu         sync.Mutex
	complaints []string
	asked      []string // hosts that the page asked for something
}

// open starts a browser that reaches nothing but hosts.
func open(t *testing.T, hosts ...string) *tab {
	t.Helper()
	path := chromium(t)
	b := &tab{T: t, proxy: startProxy(t, hosts...)}
	options := []chromedp.ExecAllocatorOption{
		chromedp.ExecPath(path),
		chromedp.UserDataDir(t.TempDir()),
		chromedp.Flag("proxy-server", b.proxy.address),
		chromedp.Flag("proxy-bypass-list", "<-loopback>"), // loopback addresses too go through the proxy
		// what the browser would ask Google for by itself
		chromedp.Flag("disable-features", "AutofillServerCommunication,NetworkTimeServiceQuerying,OptimizationHints,MediaRouter,Translate"),
		chromedp.WindowSize(1280, 900),
		chromedp.WSURLReadTimeout(time.Minute),
	}
	for _, f := range []string{"headless", "no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "no-default-browser-check",
		"disable-background-networking", "disable-component-update", "disable-sync", "disable-default-apps", "disable-extensions",
		"disable-dev-shm-usage", "hide-scrollbars"} {
		options = append(options, chromedp.Flag(f, true))
	}
	ctx, cancel := context.WithTimeout(context.Background(), 4*time.Minute)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewExecAllocator(ctx, options...)
	t.Cleanup(cancel)
	b.ctx, _ = chromedp.NewContext(ctx)
	// Cancel waits until the browser has gone, so that its folder can go.
	t.Cleanup(func() { chromedp.Cancel(b.ctx) })
	require.NoError(t, chromedp.Listen(b.ctx, b.hear))
	_, err := chromedp.Call(b.ctx, log.Enable, cdp.Empty{})
	require.NoError(t, err)
	_, err = chromedp.Call(b.ctx, network.Enable, network.EnableParams{})
	require.NoError(t, err)
	return b
}

// hear keeps what the browser complains of: a script that fails, a file that is
// missing, a policy that is violated.
func (b *tab) hear(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		b.complaints = append(b.complaints, "exception: "+e.ExceptionDetails.Text)
	case *network.EventRequestWillBeSent:
		if u, err := url.Parse(e.Request.URL); err == nil && u.Host != "" && !slices.Contains(b.asked, u.Host) {
			b.asked = append(b.asked, u.Host)
		}
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError {
			b.complaints = append(b.complaints, string(e.Entry.Source)+": "+e.Entry.Text)
		}
	}
}

// quiet asserts that the browser has complained of nothing, and that all that
// was asked of the network was asked of the example.
func (b *tab) quiet() {
	b.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	assert.Empty(b, b.complaints)
	assert.Subset(b, b.proxy.hosts, b.asked)
	for _, r := range b.proxy.requests() {
		assert.True(b, r.passed, "asked of another: %s", r)
	}
}

// get runs an action in the page and gives its value; a method cannot, since it
// has no type parameters.
func get[T any](b *tab, action chromedp.Action[T]) T {
	b.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	v, err := chromedp.Run(ctx, action)
	require.NoError(b, err)
	return v
}

// patience is how long a step may take: an element that never comes is told of
// while the test still has time.
const patience = 30 * time.Second

func (b *tab) do(actions ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	require.NoError(b, chromedp.Do(ctx, actions...))
}

func (b *tab) click(selector chromedp.CSS) {
	b.Helper()
	b.do(chromedp.Click(selector))
}

// enter types behind what stands in a field.
func (b *tab) enter(selector chromedp.CSS, text string) {
	b.Helper()
	b.do(chromedp.SendKeys(selector, text))
}

// script runs JavaScript for its effect.
func (b *tab) script(statements string) {
	b.Helper()
	b.do(chromedp.Evaluate[chromedp.Void]("(() => {" + statements + "})()"))
}

// until waits for a JavaScript expression to hold. It asks over and over, since
// an expression that waits in the page ends with the page: where a form leads to
// another one, and where what it speaks of is not there yet.
func (b *tab) until(expression string) {
	b.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	for {
		holds, err := chromedp.Run(ctx, chromedp.Evaluate[bool]("Boolean("+expression+")"))
		if err == nil && holds {
			return
		}
		require.NoError(b, ctx.Err(), "never came true: %s", expression)
		time.Sleep(20 * time.Millisecond)
	}
}

// text, number and truth give what a JavaScript expression comes to.
func (b *tab) text(expression string) string {
	b.Helper()
	return get(b, chromedp.Evaluate[string](expression))
}

func (b *tab) number(expression string) float64 {
	b.Helper()
	return get(b, chromedp.Evaluate[float64](expression))
}

func (b *tab) truth(expression string) bool {
	b.Helper()
	return get(b, chromedp.Evaluate[bool](expression))
}

// inner gives the text of the first element that a selector fits, list those of
// all.
func (b *tab) inner(selector string) string {
	b.Helper()
	return b.text("document.querySelector(" + quote(selector) + ").innerText")
}

func (b *tab) list(selector string) []string {
	b.Helper()
	return get(b, chromedp.Evaluate[[]string]("[...document.querySelectorAll("+quote(selector)+")].map(e => e.innerText)"))
}

// quote writes a string as JavaScript has it.
func quote(s string) string {
	b, err := json.Marshal(s)
	if err != nil {
		panic(err) // strings always marshal
	}
	return string(b)
}
