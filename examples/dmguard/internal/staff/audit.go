package staff

import (
	"database/sql"
	"encoding/json"
	"errors"
	"net/http"
	"time"

	"github.com/phidetect/phidetect/examples/dmguard/internal/people"
	"github.com/phidetect/phidetect/examples/dmguard/internal/trail"
	"github.com/phidetect/phidetect/phi/audit"
)

// recentLines is how many lines of the trail the page shows; the export has all.
const recentLines = 100

type auditData struct {
	Lines []trail.Record
	// Verified says that the chain was read: to Head, or to where Broken tells.
	Verified bool
	Head     audit.Head
	Broken   string
	Formats  []trail.Format
}

// audit shows the end of the trail, and reads the whole chain if asked to.
func (s *server) audit(w http.ResponseWriter, r *http.Request, who people.Session) error {
	data := auditData{Verified: r.URL.Query().Has("verify"), Formats: []trail.Format{trail.CSV, trail.FHIR, trail.Lines}}
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
	rows, err := s.DB.Read().QueryContext(r.Context(), "SELECT line FROM trail ORDER BY seq DESC LIMIT ?", recentLines)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var l trail.Record
		var line []byte
		if err := rows.Scan(&line); err != nil {
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

// exportAudit sends the whole trail as a file, and notes that it did.
func (s *server) exportAudit(w http.ResponseWriter, r *http.Request, who people.Session) error {
	format, err := trail.ParseFormat(r.PostForm.Get("format"))
	if err != nil {
		return errForm
	}
	err = s.DB.Write(r.Context(), func(tx *sql.Tx) error {
		return s.Trail.Add(tx, trail.Entry{At: s.Now(), Actor: who.User.Name, What: "audit-exported"})
	})
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/octet-stream")
	w.Header().Set("Content-Disposition", `attachment; filename="dmguard-audit.`+ending(format)+`"`)
	if _, err := s.Trail.Export(r.Context(), w, format, time.Time{}, time.Time{}); err != nil {
		// The file has begun: that it is cut short must be seen.
		s.Log.ErrorContext(r.Context(), "audit export broke off", "error", err)
		panic(http.ErrAbortHandler)
	}
	return nil
}

// ending is that of a file's name.
func ending(f trail.Format) string {
	if f == trail.FHIR {
		return "fhir.ndjson"
	}
	return string(f)
}
