package staff

import (
	"errors"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/phidetect/phidetect/examples/dmguard/internal/people"
	"github.com/phidetect/phidetect/examples/dmguard/internal/register"
	"github.com/phidetect/phidetect/identifiers"
)

// authorizationsData is the register as the page shows it.
type authorizationsData struct {
	ToTakeDown []register.Published
	Entries    []entryData
	// Form is what was filled in, shown again where it was wrong.
	Form   map[string][]string
	Types  []string
	Places []register.Place
}

type entryData struct {
	register.Authorization
	State string // valid, not yet valid, expired, revoked
	Posts []register.Published
}

// Filled reports whether a choice of the form was made.
func (d authorizationsData) Filled(field, value string) bool {
	for _, v := range d.Form[field] {
		if v == value {
			return true
		}
	}
	return false
}

// Field gives what was written into a field of the form.
func (d authorizationsData) Field(name string) string { return strings.Join(d.Form[name], "\n") }

func (s *server) authorizations(w http.ResponseWriter, r *http.Request, who people.Session) error {
	return s.showAuthorizations(w, r, who, http.StatusOK, nil, "")
}

func (s *server) showAuthorizations(w http.ResponseWriter, r *http.Request, who people.Session, status int, form map[string][]string, problem string) error {
	data := authorizationsData{Form: form, Places: register.Places()}
	for _, t := range identifiers.Types() {
		data.Types = append(data.Types, t.String())
	}
	var err error
	if data.ToTakeDown, err = s.Register.ToTakeDown(r.Context(), s.Now()); err != nil {
		return err
	}
	entries, err := s.Register.List(r.Context())
	if err != nil {
		return err
	}
	for _, a := range entries {
		e := entryData{Authorization: a, State: stateOf(a.Valid(s.Now()))}
		if e.Posts, err = s.Register.Posts(r.Context(), a.ID); err != nil {
			return err
		}
		data.Entries = append(data.Entries, e)
	}
	s.render(w, r, status, "authorizations", view{Title: "Authorizations", Who: who, Done: done(r), Problem: problem, Data: data})
	return nil
}

func stateOf(err error) string {
	switch {
	case err == nil:
		return "valid"
	case errors.Is(err, register.ErrRevoked):
		return "revoked"
	case errors.Is(err, register.ErrExpired):
		return "expired"
	}
	return "not yet valid"
}

func (s *server) addAuthorization(w http.ResponseWriter, r *http.Request, who people.Session) error {
	f := r.PostForm
	a := register.Authorization{
		Form:    strings.TrimSpace(f.Get("form")),
		Purpose: strings.TrimSpace(f.Get("purpose")),
		Health:  f.Has("health"),
	}
	for name := range strings.Lines(f.Get("names")) {
		if name = strings.TrimSpace(name); name != "" {
			a.Names = append(a.Names, name)
		}
	}
	for _, name := range f["type"] {
		t := identifiers.TypeOf(name)
		if t == identifiers.NoType {
			return errForm
		}
		a.Types.Add(t)
	}
	for _, p := range f["place"] {
		a.Places = append(a.Places, register.Place(p))
	}
	a.Signed = s.date(f.Get("signed"))
	if a.Expires = s.date(f.Get("expires")); !a.Expires.IsZero() {
		a.Expires = a.Expires.AddDate(0, 0, 1) // its last day counts
	}
	_, err := s.Register.Add(r.Context(), who.User.Name, a, s.Now())
	if errors.Is(err, register.ErrEntry) || errors.Is(err, register.ErrForm) {
		return s.showAuthorizations(w, r, who, http.StatusUnprocessableEntity, f, plain(err))
	}
	if err != nil {
		return err
	}
	return s.back(w, r, "/staff/authorizations", "entered")
}

func (s *server) revokeAuthorization(w http.ResponseWriter, r *http.Request, who people.Session) error {
	id, err := number(r)
	if err != nil {
		return err
	}
	if _, err := s.Register.Revoke(r.Context(), who.User.Name, id, s.Now()); err != nil {
		return known(err, register.ErrUnknown)
	}
	return s.back(w, r, "/staff/authorizations", "revoked")
}

func (s *server) notePost(w http.ResponseWriter, r *http.Request, who people.Session) error {
	id, err := number(r)
	if err != nil {
		return err
	}
	err = s.Register.Posted(r.Context(), who.User.Name, id, register.Place(r.PostForm.Get("place")), strings.TrimSpace(r.PostForm.Get("media")), s.Now())
	for _, e := range []error{register.ErrMedia, register.ErrRevoked, register.ErrExpired, register.ErrNotYet, register.ErrPlace} {
		if errors.Is(err, e) {
			return s.showAuthorizations(w, r, who, http.StatusUnprocessableEntity, nil, plain(err))
		}
	}
	if err != nil {
		return known(err, register.ErrUnknown)
	}
	return s.back(w, r, "/staff/authorizations", "posted")
}

func (s *server) takeDownPost(w http.ResponseWriter, r *http.Request, who people.Session) error {
	id, err := number(r)
	if err != nil {
		return err
	}
	if err := s.Register.TakenDown(r.Context(), who.User.Name, id, s.Now()); err != nil {
		return known(err, register.ErrPost)
	}
	return s.back(w, r, "/staff/authorizations", "down")
}

// date reads a day as a date field sends it, at the clinic's midnight; the zero
// time where it is none.
func (s *server) date(value string) time.Time {
	t, err := time.ParseInLocation(time.DateOnly, value, s.Place)
	if err != nil {
		return time.Time{}
	}
	return t
}

// number is the id in a page's path.
func number(r *http.Request) (int64, error) {
	id, err := strconv.ParseInt(r.PathValue("id"), 10, 64)
	if err != nil {
		return 0, errNoPage
	}
	return id, nil
}
