package staff

import (
	"fmt"
	"net/http"

	"github.com/phidetect/phidetect/examples/dmguard/internal/people"
	"github.com/phidetect/phidetect/examples/dmguard/internal/queue"
)

// incidentsData are the incidents as the page shows them.
type incidentsData struct {
	Closed    bool
	Incidents []incidentData
	Users     []string
	Outcomes  []string
	paging
}

type incidentData struct {
	queue.Incident
	// Left says how much of the 60 days is left; Soon and Late, that it is little
	// or nothing.
	Left       string
	Soon, Late bool
}

// soon is how many days are little: the notices have to be written, too.
const soon = 14

func (s *server) incidents(w http.ResponseWriter, r *http.Request, who people.Session) error {
	data := incidentsData{Closed: r.URL.Query().Has("closed"), Outcomes: queue.Outcomes(), paging: pagingOf(r)}
	list, err := s.Queue.Incidents(r.Context(), data.Closed)
	if err != nil {
		return err
	}
	for _, i := range cut(&data.paging, list[min(data.skip, len(list)):]) {
		d := incidentData{Incident: i}
		days := i.DaysLeft(s.Now())
		d.Soon, d.Late = days <= soon, days < 0
		d.Left = left(days)
		data.Incidents = append(data.Incidents, d)
	}
	if data.Users, err = s.names(r); err != nil {
		return err
	}
	s.render(w, r, http.StatusOK, "incidents", view{Title: "Incidents", Who: who, Done: done(r), Data: data})
	return nil
}

// left says how many days are left.
func left(days int) string {
	switch {
	case days < 0:
		return "time is over"
	case days == 0:
		return "less than a day left"
	case days == 1:
		return "1 day left"
	}
	return fmt.Sprintf("%d days left", days)
}

func (s *server) assignIncident(w http.ResponseWriter, r *http.Request, who people.Session) error {
	return s.onEntry(w, r, func(id int64) error {
		return s.Queue.AssignIncident(r.Context(), who.User.Name, id, r.PostForm.Get("to"), s.Now())
	}, "/staff/incidents", "assigned")
}

func (s *server) closeIncident(w http.ResponseWriter, r *http.Request, who people.Session) error {
	return s.onEntry(w, r, func(id int64) error {
		return s.Queue.CloseIncident(r.Context(), who.User.Name, id, r.PostForm.Get("outcome"), s.Now())
	}, "/staff/incidents", "closed")
}
