package staff

import (
	"errors"
	"net/http"
	"strings"

	"github.com/phidetect/phidetect/examples/dmguard/internal/people"
)

// signInForm shows the form, or the queue to who has signed in.
func (s *server) signInForm(w http.ResponseWriter, r *http.Request) {
	if _, err := s.session(r); err == nil {
		http.Redirect(w, r, "/staff/", http.StatusSeeOther)
		return
	}
	s.signInPage(w, r, http.StatusOK, "")
}

func (s *server) signInPage(w http.ResponseWriter, r *http.Request, status int, problem string) {
	s.render(w, r, status, "sign-in", view{Title: "Sign in", Problem: problem})
}

// signIn begins a session. How often it may fail is bounded for each address
// and for all together.
func (s *server) signIn(w http.ResponseWriter, r *http.Request) {
	now := s.Now()
	succeeded, ok := s.attempt(r, now)
	if !ok {
		w.Header().Set("Retry-After", "60")
		s.signInPage(w, r, http.StatusTooManyRequests, "Too many attempts. Wait a minute, then try again.")
		return
	}
	r.Body = http.MaxBytesReader(w, r.Body, 4<<10)
	if err := r.ParseForm(); err != nil {
		s.signInPage(w, r, http.StatusBadRequest, "The form could not be read. Try again.")
		return
	}
	who, err := s.People.SignIn(r.Context(), strings.TrimSpace(r.PostForm.Get("token")), now)
	switch {
	case errors.Is(err, people.ErrDenied):
		s.signInPage(w, r, http.StatusForbidden, "This token is not valid. An administrator can give you a new one.")
	case err != nil:
		s.fail(w, r, people.Session{}, err)
	default:
		succeeded()
		s.setCookie(w, r, who.Token)
		http.Redirect(w, r, "/staff/", http.StatusSeeOther)
	}
}

func (s *server) signOut(w http.ResponseWriter, r *http.Request, who people.Session) error {
	if err := s.People.SignOut(r.Context(), who, s.Now()); err != nil {
		return err
	}
	s.setCookie(w, r, "")
	http.Redirect(w, r, "/staff/sign-in", http.StatusSeeOther)
	return nil
}
