package staff

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"time"

	"github.com/phidetect/phidetect/examples/dmguard/internal/guard"
	"github.com/phidetect/phidetect/examples/dmguard/internal/people"
	"github.com/phidetect/phidetect/examples/dmguard/internal/register"
)

// A Checker judges drafts: the guard.
type Checker interface {
	Check(ctx context.Context, d guard.Draft) (guard.Verdict, error)
}

// draftsData is the form with what was filled in, and the verdict on it.
type draftsData struct {
	Places         []register.Place
	Authorizations []register.Authorization
	Draft          guard.Draft
	Verdict        *draftVerdict
}

// draftVerdict is the guard's verdict as the page shows it.
type draftVerdict struct {
	guard.Verdict
	Pieces  []piece
	Why     []string
	Refused string
}

func (s *server) drafts(w http.ResponseWriter, r *http.Request, who people.Session) error {
	q := r.URL.Query()
	d := guard.Draft{Place: register.Caption, Account: q.Get("account"), Person: q.Get("person")}
	if d.Person != "" {
		d.Place = register.Message
	}
	return s.showDraft(w, r, who, http.StatusOK, draftsData{Draft: d}, "")
}

// checkDraft judges a draft. It comes back in the page that answers and is kept
// nowhere.
func (s *server) checkDraft(w http.ResponseWriter, r *http.Request, who people.Session) error {
	if !s.checks.allow(who.User.Name, s.Now()) {
		return errTooMany
	}
	f := r.PostForm
	d := guard.Draft{
		Actor: who.User.Name, Place: register.Place(f.Get("place")), Account: f.Get("account"), Person: f.Get("person"),
		Text: f.Get("text"), Shows: f.Has("shows"),
	}
	if number := f.Get("authorization"); number != "" {
		var err error
		if d.Authorization, err = strconv.ParseInt(number, 10, 64); err != nil {
			return errForm
		}
	}
	v, err := s.Guard.Check(r.Context(), d)
	if errors.Is(err, guard.ErrDraft) {
		return s.showDraft(w, r, who, http.StatusUnprocessableEntity, draftsData{Draft: d}, plain(err))
	}
	if err != nil {
		return err
	}
	shown := &draftVerdict{Verdict: v, Pieces: pieces(d.Text, &v), Why: v.Decision.Reasons()}
	if v.Refused != nil {
		shown.Refused = plain(v.Refused)
	}
	return s.showDraft(w, r, who, http.StatusOK, draftsData{Draft: d, Verdict: shown}, "")
}

func (s *server) showDraft(w http.ResponseWriter, r *http.Request, who people.Session, status int, data draftsData, problem string) error {
	data.Places = register.Places()
	all, err := s.Register.List(r.Context())
	if err != nil {
		return err
	}
	data.Authorizations = slices.DeleteFunc(all, func(a register.Authorization) bool { return a.Valid(s.Now()) != nil })
	s.render(w, r, status, "drafts", view{Title: "Check a draft", Who: who, Problem: problem, Data: data})
	return nil
}

// checkEvery and checkBurst bound how often a user may have drafts checked.
const (
	checkEvery = 200 * time.Millisecond
	checkBurst = 30
)

// draftPath leads to the form for a reply in a thread.
func draftPath(account, person string) string {
	return "/staff/drafts?" + url.Values{"account": {account}, "person": {person}}.Encode()
}
