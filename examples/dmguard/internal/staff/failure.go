package staff

import (
	"database/sql"
	"errors"
	"net/http"

	"github.com/phidetect/phidetect/examples/dmguard/internal/people"
	"github.com/phidetect/phidetect/examples/dmguard/internal/trail"
)

// A failure is an answer that is an error: its status, and what the person is
// told.
type failure struct {
	status int
	words  string
}

func (f *failure) Error() string { return f.words }

var (
	errForm    = &failure{http.StatusBadRequest, "The form could not be read. Go back and send it again."}
	errCSRF    = &failure{http.StatusForbidden, "The form is too old, or did not come from this page. Open the page again and repeat it."}
	errRole    = &failure{http.StatusForbidden, "Your role does not include this. An administrator can tell you who may."}
	errNoPage  = &failure{http.StatusNotFound, "There is no such page, or it is no longer there."}
	errEnded   = &failure{http.StatusConflict, "Somebody has ended it already."}
	errTooMany = &failure{http.StatusTooManyRequests, "That is too often. Wait a little, then try again."}
)

// refused keeps in the audit trail that a role was refused.
func (s *server) refused(r *http.Request, who people.Session) error {
	err := s.DB.Write(r.Context(), func(tx *sql.Tx) error {
		return s.Trail.Add(tx, trail.Entry{At: s.Now(), Actor: who.User.Name, What: "staff-page", Resource: "page/" + r.Pattern, Refused: true})
	})
	if err != nil {
		return err
	}
	return errRole
}

// fail tells what went wrong. Of errors that are not for people the log has
// what the program says, which holds no text of any message.
func (s *server) fail(w http.ResponseWriter, r *http.Request, who people.Session, err error) {
	var f *failure
	switch {
	case errors.As(err, &f):
	case errors.Is(err, people.ErrDenied):
		f = errRole
	default:
		s.Log.ErrorContext(r.Context(), "staff page failed", "page", r.Pattern, "error", err)
		f = &failure{http.StatusInternalServerError, "Something failed here. Try again; if it stays so, the log says why."}
	}
	s.render(w, r, f.status, "failure", view{Title: "Not done", Who: who, Problem: f.words})
}
