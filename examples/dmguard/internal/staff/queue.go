package staff

import (
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/phidetect/phidetect/examples/dmguard/internal/people"
	"github.com/phidetect/phidetect/examples/dmguard/internal/queue"
	"github.com/phidetect/phidetect/examples/dmguard/internal/request"
)

// perPage is how many threads or incidents a page has.
const perPage = 25

// queueData is the queue as the page shows it.
type queueData struct {
	queue.Counts
	Threads     []queue.Thread
	Resolutions []string
	// Views are the parts of the queue that can be looked at.
	Views []viewLink
	paging
}

// A viewLink leads to a part of the queue.
type viewLink struct {
	menuItem
	Chosen bool
}

// queue shows the threads that wait, the urgent first: all of them, those that
// are somebody's own, or those that ask for one thing.
func (s *server) queue(w http.ResponseWriter, r *http.Request, who people.Session) error {
	data := queueData{Resolutions: queue.Resolutions(), paging: pagingOf(r)}
	var err error
	if data.Counts, err = s.Queue.Counts(r.Context(), s.Now()); err != nil {
		return err
	}
	q := r.URL.Query()
	filter := queue.Filter{Request: q.Get("request"), Limit: perPage + 1, Skip: data.skip}
	if q.Has("mine") {
		filter.Assigned = who.User.Name
	}
	if filter.Request == "" && filter.Assigned == "" {
		data.Threads, err = s.Queue.Threads(r.Context(), perPage+1, data.skip)
		data.Threads = cut(&data.paging, data.Threads)
	} else {
		var notices []queue.Notice
		notices, err = s.Queue.Notices(r.Context(), filter)
		data.Threads = threads(cut(&data.paging, notices))
	}
	if err != nil {
		return err
	}
	data.Views = views(filter)
	s.render(w, r, http.StatusOK, "queue", view{Title: "Queue", Who: who, Done: done(r), Data: data})
	return nil
}

func views(f queue.Filter) []viewLink {
	out := []viewLink{
		{menuItem{"/staff/", "all"}, f.Request == "" && f.Assigned == ""},
		{menuItem{"/staff/?mine=1", "mine"}, f.Assigned != ""},
	}
	for _, k := range request.Kinds() {
		out = append(out, viewLink{menuItem{"/staff/?request=" + string(k), string(k)}, f.Assigned == "" && f.Request == string(k)})
	}
	return out
}

// threads joins the notices of each thread, in the order in which they come.
func threads(notices []queue.Notice) []queue.Thread {
	var out []queue.Thread
	for _, n := range notices {
		i := slices.IndexFunc(out, func(t queue.Thread) bool { return t.Account == n.Account && t.Person == n.Person })
		if i < 0 {
			i = len(out)
			out = append(out, queue.Thread{Account: n.Account, Person: n.Person, Since: n.At})
		}
		t := &out[i]
		t.Open++
		t.Urgent = t.Urgent || n.Urgent
		t.Booking |= n.Booking
		add := func(to *[]string, name string) {
			if name != "" && !slices.Contains(*to, name) {
				*to = append(*to, name)
			}
		}
		add(&t.Requests, n.Request)
		add(&t.Assigned, n.Assigned)
		for _, name := range n.Types {
			add(&t.Types, name)
		}
	}
	return out
}

// heading says what a thread asks for. That it is urgent is told beside it.
func heading(requests []string) string {
	asked := slices.DeleteFunc(slices.Clone(requests), func(r string) bool { return r == string(request.Urgent) || r == string(request.Other) })
	if len(asked) == 0 {
		return "Message"
	}
	words := spaced(strings.Join(asked, ", "))
	return strings.ToUpper(words[:1]) + words[1:]
}

// takeThread assigns what waits in a thread to who asks.
func (s *server) takeThread(w http.ResponseWriter, r *http.Request, who people.Session) error {
	account, person := r.PostForm.Get("account"), r.PostForm.Get("person")
	notices, err := s.Queue.Notices(r.Context(), queue.Filter{Account: account, Person: person})
	if err != nil {
		return err
	}
	if account == "" || person == "" || len(notices) == 0 {
		return errNoPage
	}
	for _, n := range notices {
		err := s.Queue.Assign(r.Context(), who.User.Name, n.ID, who.User.Name, s.Now())
		if err != nil && !errors.Is(err, queue.ErrEnded) {
			return err
		}
	}
	return s.back(w, r, threadPath(account, person), "taken")
}

// resolveThread ends what waits in a thread.
func (s *server) resolveThread(w http.ResponseWriter, r *http.Request, who people.Session) error {
	f := r.PostForm
	n, err := s.Queue.ResolveThread(r.Context(), who.User.Name, f.Get("account"), f.Get("person"), f.Get("how"), s.Now())
	switch {
	case errors.Is(err, queue.ErrCode):
		return errForm
	case err != nil:
		return err
	case n == 0:
		return errEnded
	}
	return s.back(w, r, "/staff/", "resolved")
}

func (s *server) assignNotice(w http.ResponseWriter, r *http.Request, who people.Session) error {
	return s.onEntry(w, r, func(id int64) error {
		return s.Queue.Assign(r.Context(), who.User.Name, id, r.PostForm.Get("to"), s.Now())
	}, threadPath(r.PostForm.Get("account"), r.PostForm.Get("person")), "assigned")
}

func (s *server) resolveNotice(w http.ResponseWriter, r *http.Request, who people.Session) error {
	return s.onEntry(w, r, func(id int64) error {
		return s.Queue.Resolve(r.Context(), who.User.Name, id, r.PostForm.Get("how"), s.Now())
	}, threadPath(r.PostForm.Get("account"), r.PostForm.Get("person")), "resolved")
}

// onEntry does something to the notice or incident in the path.
func (s *server) onEntry(w http.ResponseWriter, r *http.Request, do func(id int64) error, path, outcome string) error {
	id, err := number(r)
	if err != nil {
		return err
	}
	switch err := do(id); {
	case errors.Is(err, queue.ErrUnknown):
		return errNoPage
	case errors.Is(err, queue.ErrEnded):
		return errEnded
	case errors.Is(err, queue.ErrUser), errors.Is(err, queue.ErrCode):
		return errForm
	case err != nil:
		return err
	}
	return s.back(w, r, path, outcome)
}

// threadPath leads to a thread's page.
func threadPath(account, person string) string {
	return "/staff/thread?" + url.Values{"account": {account}, "person": {person}}.Encode()
}

// names lists the users who can be given something.
func (s *server) names(r *http.Request) ([]string, error) {
	users, err := s.People.List(r.Context())
	if err != nil {
		return nil, err
	}
	users = slices.DeleteFunc(users, func(u people.User) bool { return u.Disabled })
	names := make([]string, len(users))
	for i, u := range users {
		names[i] = u.Name
	}
	return names, nil
}
