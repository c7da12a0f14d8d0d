// Package graph calls the platform: it sends a reply to a person and hides a
// comment. A call is made once; whether it may be made again is what its error
// says, because a reply that went out twice is as wrong as one that did not.
package graph

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptrace"
	"net/url"
	"strings"
	"sync/atomic"
	"time"

	"golang.org/x/time/rate"
)

// MaxReply is the longest text in bytes that the platform takes.
const MaxReply = 1000

// WindowMargin is kept from the end of the 24-hour window: a call takes time,
// and clocks differ.
const WindowMargin = 30 * time.Second

// Config says whose platform is called and how hard.
type Config struct {
	// BaseURL is the platform's address with its version, as
	// https://graph.instagram.com/v23.0. Only a loopback address may be http.
	BaseURL string
	// Token is the access token of the clinic's account.
	Token string
	// Rate is how many calls a second are made at most; zero means 20.
	Rate float64
	// Timeout is how long a call may take; zero means 15 s.
	Timeout time.Duration
	// Now is the clock; nil means time.Now.
	Now func() time.Time
}

// A Client calls the platform. It is safe for concurrent use.
type Client struct {
	base, token string
	http        *http.Client
	limit       *rate.Limiter
	now         func() time.Time
	// paused is until when, in milliseconds, the platform wants no calls.
	paused atomic.Int64
}

// New gives a Client, or what is wrong with the configuration.
func New(c Config) (*Client, error) {
	base, err := checkBase(c.BaseURL)
	if err != nil {
		return nil, err
	}
	if c.Token == "" {
		return nil, errors.New("graph: no Token")
	}
	if c.Rate < 0 {
		return nil, errors.New("graph: Rate is negative")
	}
	if c.Rate == 0 {
		c.Rate = 20
	}
	if c.Timeout <= 0 {
		c.Timeout = 15 * time.Second
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.MaxIdleConnsPerHost = 16
	return &Client{
		base: base, token: c.Token, now: c.Now,
		limit: rate.NewLimiter(rate.Limit(c.Rate), max(1, int(c.Rate/4))),
		http: &http.Client{
			Transport: transport,
			Timeout:   c.Timeout,
			// the token goes where the flag says and nowhere else
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		},
	}, nil
}

// checkBase gives the address without a slash at its end.
func checkBase(s string) (string, error) {
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || u.User != nil || u.RawQuery != "" || u.Fragment != "" {
		return "", errors.New("graph: BaseURL is not an address such as https://graph.instagram.com/v23.0")
	}
	ip := net.ParseIP(u.Hostname())
	loopback := u.Hostname() == "localhost" || ip != nil && ip.IsLoopback()
	if u.Scheme != "https" && (u.Scheme != "http" || !loopback) {
		return "", errors.New("graph: BaseURL must be https, or http on a loopback address: the access token goes there")
	}
	return strings.TrimRight(s, "/"), nil
}

// A Recipient is whom a reply goes to: a person, or, where Comment is set, who
// wrote that comment, by the one private reply that the platform allows to it.
type Recipient struct{ Person, Comment string }

// Turns waits until calls may be made again, both by the platform's word and by
// the Client's rate, and then gives how many at once, at least one and at most
// max. Reply and Hide do not wait: take a turn before each.
func (c *Client) Turns(ctx context.Context, max int) (int, error) {
	for {
		left := time.UnixMilli(c.paused.Load()).Sub(c.now())
		if left <= 0 {
			break
		}
		select {
		case <-ctx.Done():
			return 0, ctx.Err()
		case <-time.After(left):
		}
	}
	if err := c.limit.Wait(ctx); err != nil {
		return 0, err
	}
	n := 1
	for n < max && c.limit.Allow() {
		n++
	}
	return n, nil
}

// Reply sends a text. Until is the end of the window in which the platform lets
// a business answer; after it, and without one, nothing is sent. It gives the
// platform's id of what was sent; an error is a *Failure.
func (c *Client) Reply(ctx context.Context, to Recipient, text string, until time.Time) (string, error) {
	type recipient struct {
		ID      string `json:"id,omitempty"`
		Comment string `json:"comment_id,omitempty"`
	}
	type message struct {
		Text string `json:"text"`
	}
	r := recipient{Comment: to.Comment}
	if to.Comment == "" {
		r.ID = to.Person
	}
	switch {
	case r == recipient{}, text == "", len(text) > MaxReply:
		return "", &Failure{Class: Never, Reason: Invalid}
	case !c.now().Before(until.Add(-WindowMargin)):
		return "", &Failure{Class: Never, Reason: WindowClosed}
	}
	b, err := json.Marshal(struct {
		Recipient recipient `json:"recipient"`
		Message   message   `json:"message"`
	}{r, message{text}})
	if err != nil {
		return "", &Failure{Class: Never, Reason: Invalid}
	}
	a, f := c.call(ctx, "/me/messages", b, func(a *answer) bool { return a.MessageID != "" })
	if f != nil {
		return "", f
	}
	return a.MessageID, nil
}

// Hide hides a comment from everybody but who wrote it. To hide it again does
// no harm, so that no failure of it is Unknown.
func (c *Client) Hide(ctx context.Context, comment string) error {
	if comment == "" {
		return &Failure{Class: Never, Reason: Invalid}
	}
	_, f := c.call(ctx, "/"+url.PathEscape(comment)+"?hide=true", nil, func(a *answer) bool { return a.Success })
	if f == nil {
		return nil
	}
	if f.Class == Unknown {
		f.Class = Again
	}
	return f
}

// call makes one call and says what became of it.
func (c *Client) call(ctx context.Context, path string, body []byte, good func(*answer) bool) (*answer, *Failure) {
	var written atomic.Bool
	ctx = httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{WroteHeaders: func() { written.Store(true) }})
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, c.base+path, bytes.NewReader(body))
	if err != nil {
		return nil, &Failure{Class: Never, Reason: Invalid}
	}
	r.Header.Set("Authorization", "Bearer "+c.token)
	if body != nil {
		r.Header.Set("Content-Type", "application/json")
	}
	res, err := c.http.Do(r)
	switch {
	case err != nil && written.Load():
		return nil, &Failure{Class: Unknown, Reason: NoAnswer}
	case err != nil:
		return nil, &Failure{Class: Again, Reason: NoConnection}
	}
	defer res.Body.Close()
	a := read(res)
	if res.StatusCode == http.StatusOK && a.Error == nil && good(a) {
		return a, nil
	}
	f := classify(res, a)
	if f.pause > 0 {
		c.paused.Store(c.now().Add(f.pause).UnixMilli())
	}
	return nil, f
}

// String tells where the client calls, and not with which token.
func (c *Client) String() string { return fmt.Sprintf("client of %s", c.base) }
