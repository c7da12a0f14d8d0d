package staff

import (
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"github.com/phidetect/phidetect/examples/dmguard/internal/people"
	"github.com/phidetect/phidetect/examples/dmguard/internal/queue"
)

// perPage is how many threads a page of the queue has.
const perPage = 25

// queueData is the queue as the page shows it.
type queueData struct {
	queue.Counts
	Threads     []queue.Thread
	Resolutions []string
	// First is the number of the first thread shown, Earlier and Later lead to the
	// pages before and behind, "" where there is none.
	First          int
	Earlier, Later string
}

// queue shows the threads that wait, the urgent first.
func (s *server) queue(w http.ResponseWriter, r *http.Request, who people.Session) error {
	skip, err := strconv.Atoi(r.URL.Query().Get("skip"))
	if err != nil || skip < 0 {
		skip = 0
	}
	data := queueData{Resolutions: queue.Resolutions(), First: skip + 1}
	if data.Counts, err = s.Queue.Counts(r.Context(), s.Now()); err != nil {
		return err
	}
	// one more than is shown, to know whether there is another page
	if data.Threads, err = s.Queue.Threads(r.Context(), perPage+1, skip); err != nil {
		return err
	}
	if len(data.Threads) > perPage {
		data.Threads = data.Threads[:perPage]
		data.Later = "/staff/?skip=" + strconv.Itoa(skip+perPage)
	}
	if skip > 0 {
		data.Earlier = "/staff/?skip=" + strconv.Itoa(max(0, skip-perPage))
	}
	s.render(w, r, http.StatusOK, "queue", view{Title: "Queue", Who: who, Done: done(r), Data: data})
	return nil
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
