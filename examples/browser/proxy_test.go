package browser

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
)

// own are where Chromium asks for purposes of its own, whatever page it shows and
// for all its flags. That is refused, but not held against the page: what the
// page itself asks of them, its network events tell.
var own = []string{".google.com", ".googleapis.com", ".gvt1.com"}

func isOwn(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	return slices.ContainsFunc(own, func(suffix string) bool { return strings.HasSuffix(host, suffix) })
}

// A proxy is all the network a browser has.
type proxy struct {
	address string
	hosts   []string

	mu    sync.Mutex
	asked []request
}

// A request is one that the browser made, whether it was let through or not.
type request struct {
	method, host, path, query string
	body                      int64
	passed                    bool
}

func (r request) String() string {
	return fmt.Sprintf("%s %s %s ?%s (%d bytes of body)", r.method, r.host, r.path, r.query, r.body)
}

func startProxy(t *testing.T, hosts ...string) *proxy {
	p := &proxy{hosts: hosts}
	s := httptest.NewServer(p)
	t.Cleanup(s.Close)
	p.address = s.URL
	return p
}

// ServeHTTP passes on what is for one of the hosts.
func (p *proxy) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if isOwn(r.Host) {
		http.Error(w, "refused", http.StatusForbidden)
		return
	}
	passes := r.Method != http.MethodConnect && slices.Contains(p.hosts, r.Host)
	p.mu.Lock()
	p.asked = append(p.asked, request{r.Method, r.Host, r.URL.Path, r.URL.RawQuery, r.ContentLength, passes})
	p.mu.Unlock()
	if !passes {
		http.Error(w, "refused", http.StatusForbidden)
		return
	}
	out := r.Clone(r.Context())
	out.RequestURI = ""
	out.Header.Del("Proxy-Connection")
	// not the default transport's client, which would follow redirects
	res, err := http.DefaultTransport.RoundTrip(out)
	if err != nil {
		http.Error(w, "the example does not answer", http.StatusBadGateway)
		return
	}
	defer res.Body.Close()
	for name, values := range res.Header {
		w.Header()[name] = values
	}
	w.WriteHeader(res.StatusCode)
	io.Copy(w, res.Body)
}

// requests gives what was asked for so far.
func (p *proxy) requests() []request {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.asked)
}
