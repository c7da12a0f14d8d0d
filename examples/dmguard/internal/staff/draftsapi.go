package staff

import (
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"strings"

	"github.com/phidetect/phidetect/examples/dmguard/internal/guard"
	"github.com/phidetect/phidetect/examples/dmguard/internal/people"
	"github.com/phidetect/phidetect/examples/dmguard/internal/register"
	"github.com/phidetect/phidetect/phi"
)

// draftRequest is the body of POST /drafts/check.
type draftRequest struct {
	Place         register.Place `json:"place"`
	Text          string         `json:"text"`
	Account       string         `json:"account"`
	Person        string         `json:"person"`
	Shows         bool           `json:"shows"`
	Authorization int64          `json:"authorization"`
}

// draftAnswer is what is answered. Offsets are bytes of the text; nothing of the
// text is in it.
type draftAnswer struct {
	Pass         bool        `json:"pass"`
	Action       phi.Action  `json:"action"`
	Rule         string      `json:"rule,omitempty"`
	Why          []string    `json:"why"`
	Result       *phi.Result `json:"result"`
	Confirms     []string    `json:"confirms"`
	ConfirmStart int         `json:"confirm_start,omitempty"`
	ConfirmEnd   int         `json:"confirm_end,omitempty"`
	Authorized   bool        `json:"authorized"`
	Refused      string      `json:"refused,omitempty"`
	Instead      string      `json:"instead,omitempty"`
}

// checkDraftAPI is the check for programs. It knows no cookies, so that no other
// site can make a browser call it: who calls gives a user's token as bearer.
func (s *server) checkDraftAPI(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		w.Header().Set("Allow", http.MethodPost)
		s.refuseAPI(w, http.StatusMethodNotAllowed, "send a POST")
		return
	}
	token, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	if !ok {
		w.Header().Set("WWW-Authenticate", `Bearer realm="dmguard"`)
		s.refuseAPI(w, http.StatusUnauthorized, "give a user's token: Authorization: Bearer TOKEN")
		return
	}
	who, err := s.bearer(r, token)
	switch {
	case errors.Is(err, errTooMany):
		w.Header().Set("Retry-After", "60")
		s.refuseAPI(w, http.StatusTooManyRequests, "too many attempts with wrong tokens")
		return
	case errors.Is(err, people.ErrDenied):
		w.Header().Set("WWW-Authenticate", `Bearer realm="dmguard", error="invalid_token"`)
		s.refuseAPI(w, http.StatusUnauthorized, "the token is not valid")
		return
	case err != nil:
		s.failAPI(w, r, err)
		return
	case !who.User.Role.May(people.HandleQueue):
		s.refuseAPI(w, http.StatusForbidden, "the role may not check drafts")
		return
	case !s.checks.allow(who.User.Name, s.Now()):
		w.Header().Set("Retry-After", "1")
		s.refuseAPI(w, http.StatusTooManyRequests, "too many drafts at once")
		return
	}
	var q draftRequest
	if problem := readJSON(w, r, &q); problem != nil {
		s.refuseAPI(w, problem.status, problem.words)
		return
	}
	v, err := s.Guard.Check(r.Context(), guard.Draft{
		Actor: who.User.Name, Place: q.Place, Account: q.Account, Person: q.Person, Text: q.Text, Shows: q.Shows, Authorization: q.Authorization,
	})
	switch {
	case errors.Is(err, guard.ErrDraft):
		s.refuseAPI(w, http.StatusUnprocessableEntity, err.Error())
		return
	case err != nil:
		s.failAPI(w, r, err)
		return
	}
	a := draftAnswer{
		Pass: v.Pass, Action: v.Decision.Action, Rule: v.Decision.Rule, Why: v.Decision.Reasons(), Result: &v.Result,
		Confirms: v.Confirmation.Confirms.Names(), ConfirmStart: v.Confirmation.Start, ConfirmEnd: v.Confirmation.End,
		Authorized: v.Authorized, Instead: v.Instead,
	}
	if v.Refused != nil {
		a.Refused = v.Refused.Error()
	}
	writeJSON(w, http.StatusOK, a)
}

// readJSON reads one JSON object strictly. What is wrong is told without a word
// of it.
func readJSON(w http.ResponseWriter, r *http.Request, to any) *failure {
	if kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || kind != "application/json" {
		return &failure{http.StatusUnsupportedMediaType, "send Content-Type: application/json"}
	}
	d := json.NewDecoder(http.MaxBytesReader(w, r.Body, mostForm))
	d.DisallowUnknownFields()
	err := d.Decode(to)
	if err == nil {
		_, err = d.Token()
		if err == io.EOF {
			return nil
		}
	}
	var large *http.MaxBytesError
	if errors.As(err, &large) {
		return &failure{http.StatusRequestEntityTooLarge, "the body has more than 64 KiB"}
	}
	return &failure{http.StatusBadRequest, "the body is one JSON object with place, text and, if needed, account, person, shows, authorization"}
}

func (s *server) refuseAPI(w http.ResponseWriter, status int, words string) {
	writeJSON(w, status, map[string]string{"error": words})
}

func (s *server) failAPI(w http.ResponseWriter, r *http.Request, err error) {
	s.Log.ErrorContext(r.Context(), "staff API failed", "page", r.Pattern, "error", err)
	s.refuseAPI(w, http.StatusInternalServerError, "it failed here; the log says why")
}

func writeJSON(w http.ResponseWriter, status int, v any) {
	b, err := json.Marshal(v)
	if err != nil {
		http.Error(w, "it failed here", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	w.Write(append(b, '\n'))
}
