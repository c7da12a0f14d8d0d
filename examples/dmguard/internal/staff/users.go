package staff

import (
	"errors"
	"net/http"

	"github.com/phidetect/phidetect/examples/dmguard/internal/people"
)

type usersData struct {
	Users []people.User
	Roles []people.Role
}

// tokenData is a token that is shown once.
type tokenData struct{ Name, Token string }

func (s *server) users(w http.ResponseWriter, r *http.Request, who people.Session) error {
	return s.showUsers(w, r, who, http.StatusOK, "")
}

func (s *server) showUsers(w http.ResponseWriter, r *http.Request, who people.Session, status int, problem string) error {
	users, err := s.People.List(r.Context())
	if err != nil {
		return err
	}
	s.render(w, r, status, "users", view{Title: "Users", Who: who, Done: done(r), Problem: problem, Data: usersData{users, people.Roles()}})
	return nil
}

func (s *server) addUser(w http.ResponseWriter, r *http.Request, who people.Session) error {
	role, err := people.ParseRole(r.PostForm.Get("role"))
	if err != nil {
		return errForm
	}
	name := r.PostForm.Get("name")
	token, err := s.People.Add(r.Context(), who.User.Name, name, role, s.Now())
	if errors.Is(err, people.ErrName) || errors.Is(err, people.ErrTaken) {
		return s.showUsers(w, r, who, http.StatusUnprocessableEntity, plain(err))
	}
	if err != nil {
		return err
	}
	s.showToken(w, r, who, name, token)
	return nil
}

func (s *server) renewUser(w http.ResponseWriter, r *http.Request, who people.Session) error {
	name := r.PathValue("name")
	token, err := s.People.Renew(r.Context(), who.User.Name, name, s.Now())
	if err != nil {
		return known(err, people.ErrUnknown)
	}
	s.showToken(w, r, who, name, token)
	return nil
}

// showToken shows a new token. It is in no address and on no page that is
// kept.
func (s *server) showToken(w http.ResponseWriter, r *http.Request, who people.Session, name, token string) {
	s.render(w, r, http.StatusOK, "token", view{Title: "A new token", Who: who, Data: tokenData{name, token}})
}

// disableUser ends a user's access. Nobody ends their own: a clinic whose only
// administrator did would be shut out.
func (s *server) disableUser(w http.ResponseWriter, r *http.Request, who people.Session) error {
	name := r.PathValue("name")
	if name == who.User.Name {
		return s.showUsers(w, r, who, http.StatusUnprocessableEntity, "You cannot end your own access. Another administrator can.")
	}
	if err := s.People.Disable(r.Context(), who.User.Name, name, s.Now()); err != nil {
		return known(err, people.ErrUnknown)
	}
	return s.back(w, r, "/staff/users", "disabled")
}
