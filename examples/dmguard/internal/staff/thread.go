package staff

import (
	"errors"
	"net/http"

	"github.com/phidetect/phidetect/examples/dmguard/internal/people"
	"github.com/phidetect/phidetect/examples/dmguard/internal/queue"
	"github.com/phidetect/phidetect/examples/dmguard/internal/vault"
)

// threadData is a thread as the page shows it.
type threadData struct {
	queue.Detail
	Notices     []queue.Notice
	Users       []string
	Resolutions []string
	// Vault says that text is kept, Reads that the role may read it.
	Vault, Reads bool
	// Read is the id of the message that was read, and Text what it says.
	Read, Text string
	// Unread says why a message could not be read.
	Unread string
}

func (s *server) thread(w http.ResponseWriter, r *http.Request, who people.Session) error {
	q := r.URL.Query()
	return s.showThread(w, r, who, q.Get("account"), q.Get("person"), threadData{})
}

// readMessage opens a message in the vault, which notes in the audit trail who
// read it. The text stands in this one answer, which no browser keeps.
func (s *server) readMessage(w http.ResponseWriter, r *http.Request, who people.Session) error {
	if s.Vault == nil {
		return errNoPage
	}
	data := threadData{Read: r.PostForm.Get("message")}
	var err error
	data.Text, err = s.Vault.Read(r.Context(), who.User, data.Read, s.Now())
	switch {
	case errors.Is(err, vault.ErrNothing), errors.Is(err, vault.ErrSealed):
		data.Unread = plain(err)
	case err != nil:
		return err
	}
	return s.showThread(w, r, who, r.PostForm.Get("account"), r.PostForm.Get("person"), data)
}

func (s *server) showThread(w http.ResponseWriter, r *http.Request, who people.Session, account, person string, data threadData) error {
	var err error
	if data.Detail, err = s.Queue.Detail(r.Context(), account, person); err != nil {
		return known(err, queue.ErrUnknown)
	}
	if data.Notices, err = s.Queue.Notices(r.Context(), queue.Filter{Account: account, Person: person}); err != nil {
		return err
	}
	if data.Users, err = s.names(r); err != nil {
		return err
	}
	data.Resolutions = queue.Resolutions()
	data.Vault, data.Reads = s.Vault != nil, who.User.Role.May(people.ReadText)
	s.render(w, r, http.StatusOK, "thread", view{Title: "Thread", Who: who, Done: done(r), Problem: data.Unread, Data: data})
	return nil
}
