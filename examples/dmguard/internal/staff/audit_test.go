package staff

import (
	"database/sql"
	"net/http"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/examples/dmguard/internal/people"
)

func TestAudit(t *testing.T) {
	c := newClinic(t)
	v := c.as(people.Admin)
	page := v.get("/staff/audit").body
	require.Contains(t, page, "sign in")
	require.Contains(t, page, "user added")
	require.NotContains(t, page, "The chain is whole")
	page = v.get("/staff/audit?verify=1").body
	require.Contains(t, page, "The chain is whole: 2 lines.")

	csv := v.act("/staff/audit/export", "format", "csv")
	require.Equal(t, `attachment; filename="dmguard-audit.csv"`, csv.Header.Get("Content-Disposition"))
	require.Contains(t, csv.body, "audit-exported")
	require.Contains(t, v.act("/staff/audit/export", "format", "fhir").body, `"AuditEvent"`)
	require.Equal(t, http.StatusBadRequest, v.act("/staff/audit/export", "format", "pdf").StatusCode)

	require.NoError(t, c.DB.Write(t.Context(), func(tx *sql.Tx) error {
		for _, statement := range []string{"DROP TRIGGER trail_no_update", `UPDATE trail SET line = replace(line, 'user-added', 'user-moved') WHERE seq = 1`} {
			if _, err := tx.Exec(statement); err != nil {
				return err
			}
		}
		return nil
	}))
	require.Contains(t, v.get("/staff/audit?verify=1").body, "The chain is broken.")
}

// Where the database fails the page says that it failed, and no more.
func TestFailure(t *testing.T) {
	c := newClinic(t)
	v := c.as(people.Admin)
	require.NoError(t, c.DB.Close())
	res := v.get("/staff/users")
	require.Equal(t, http.StatusInternalServerError, res.StatusCode)
	require.Contains(t, res.body, "the log says why")
	require.NotContains(t, res.body, "sql")
	require.Contains(t, c.log.String(), "staff page failed")
}

func TestOptionsThatAreMissing(t *testing.T) {
	_, err := New(Options{})
	require.ErrorContains(t, err, "Vault, Place, Now and Log")
}
