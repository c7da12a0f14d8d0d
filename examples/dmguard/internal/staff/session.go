package staff

import (
	"errors"
	"net/http"

	"github.com/phidetect/phidetect/examples/dmguard/internal/people"
)

// cookieName: browsers take a cookie whose name begins with __Host- only over
// TLS, for this host alone.
func (s *server) cookieName(r *http.Request) string {
	if s.secure(r) {
		return "__Host-dmguard"
	}
	return "dmguard"
}

func (s *server) setCookie(w http.ResponseWriter, r *http.Request, token string) {
	age := int(people.Longest.Seconds())
	if token == "" {
		age = -1
	}
	http.SetCookie(w, &http.Cookie{
		Name: s.cookieName(r), Value: token, Path: "/", MaxAge: age,
		HttpOnly: true, Secure: s.secure(r), SameSite: http.SameSiteStrictMode,
	})
}

// session gives who has signed in; people.ErrDenied where nobody has, or the
// session has ended.
func (s *server) session(r *http.Request) (people.Session, error) {
	c, err := r.Cookie(s.cookieName(r))
	if err != nil {
		return people.Session{}, people.ErrDenied
	}
	return s.People.Session(r.Context(), c.Value, s.Now())
}

// A permission says whether a role may use a page.
type permission func(people.Role) bool

// may is the permission that a right gives.
func may(right people.Right) permission {
	return func(role people.Role) bool { return role.May(right) }
}

// admin is for what is an administrator's alone: users and the audit trail.
func admin(role people.Role) bool { return role == people.Admin }

// A handler answers somebody who has signed in and may.
type handler func(w http.ResponseWriter, r *http.Request, who people.Session) error

// page guards a page that is looked at.
func (s *server) page(p permission, h handler) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		who, err := s.session(r)
		switch {
		case errors.Is(err, people.ErrDenied):
			http.Redirect(w, r, "/staff/sign-in", http.StatusSeeOther)
			return
		case err != nil:
			s.fail(w, r, who, err)
			return
		}
		if !p(who.User.Role) {
			s.fail(w, r, who, s.refused(r, who))
			return
		}
		if err := h(w, r, who); err != nil {
			s.fail(w, r, who, err)
		}
	}
}

// action guards a form that is sent: it must hold the session's CSRF token.
func (s *server) action(p permission, h handler) http.HandlerFunc {
	return s.page(p, func(w http.ResponseWriter, r *http.Request, who people.Session) error {
		r.Body = http.MaxBytesReader(w, r.Body, mostForm)
		if err := r.ParseForm(); err != nil {
			return errForm
		}
		if !who.ValidCSRF(r.PostForm.Get("csrf")) {
			return errCSRF
		}
		return h(w, r, who)
	})
}

// mostForm bounds the bytes of a form; a draft is the longest part of one.
const mostForm = 64 << 10
