package staff

import (
	"net/http"
	"net/url"
	"strconv"
)

// paging says which part of a list a page shows.
type paging struct {
	skip int
	path string
	rest url.Values // the address's other values
	more bool
}

// pagingOf reads the page's number of entries to pass over.
func pagingOf(r *http.Request) paging {
	rest := r.URL.Query()
	skip, err := strconv.Atoi(rest.Get("skip"))
	if err != nil || skip < 0 {
		skip = 0
	}
	rest.Del("done")
	return paging{skip: skip, path: r.URL.Path, rest: rest}
}

// cut gives what the page shows of a list that has one entry more if there is
// another page.
func cut[T any](p *paging, list []T) []T {
	if p.more = len(list) > perPage; p.more {
		return list[:perPage]
	}
	return list
}

// First is the number of the first entry that is shown.
func (p paging) First() int { return p.skip + 1 }

// Earlier and Later lead to the pages before and behind, "" where there is none.
func (p paging) Earlier() string {
	if p.skip == 0 {
		return ""
	}
	return p.to(max(0, p.skip-perPage))
}

// Later is beside Earlier.
func (p paging) Later() string {
	if !p.more {
		return ""
	}
	return p.to(p.skip + perPage)
}

func (p paging) to(skip int) string {
	p.rest.Set("skip", strconv.Itoa(skip))
	return p.path + "?" + p.rest.Encode()
}
