package staff

import (
	"encoding/json"
	"errors"
	"net/http"
	"time"

	"github.com/phidetect/phidetect/examples/dmguard/internal/people"
	"github.com/phidetect/phidetect/phi/audit"
)

// recentLines is how many lines of the trail the page shows; all of them are for
// "dmguard audit export".
const recentLines = 100

type auditData struct {
	Lines []auditLine
	// Verified says that the chain was read: to Head, or to where Broken tells.
	Verified bool
	Head     audit.Head
	Broken   string
}

// auditLine is what the page shows of a line.
type auditLine struct {
	Seq   int64
	Event struct {
		Time    time.Time `json:"time"`
		Actor   string    `json:"actor"`
		Action  string    `json:"action"`
		Verdict string    `json:"verdict"`
		Rule    string    `json:"rule"`
		Outcome string    `json:"outcome"`
	} `json:"event"`
}

// audit shows the end of the trail, and reads the whole chain if asked to.
func (s *server) audit(w http.ResponseWriter, r *http.Request, who people.Session) error {
	data := auditData{Verified: r.URL.Query().Has("verify")}
	if data.Verified {
		var broken *audit.VerifyError
		var err error
		data.Head, err = s.Trail.Verify(r.Context(), audit.Head{})
		if errors.As(err, &broken) {
			data.Broken = broken.Error()
		} else if err != nil {
			return err
		}
	}
	rows, err := s.DB.Read().QueryContext(r.Context(), "SELECT seq, line FROM trail ORDER BY seq DESC LIMIT ?", recentLines)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var l auditLine
		var line []byte
		if err := rows.Scan(&l.Seq, &line); err != nil {
			return err
		}
		if err := json.Unmarshal(line, &l); err != nil {
			return err
		}
		data.Lines = append(data.Lines, l)
	}
	if err := rows.Err(); err != nil {
		return err
	}
	s.render(w, r, http.StatusOK, "audit", view{Title: "Audit trail", Who: who, Data: data})
	return nil
}
