package outbox

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/examples/dmguard/internal/dbtest"
)

// What is asked all the time does not read the years of jobs that have ended.
func TestQueriesUseTheirIndexes(t *testing.T) {
	d, _ := dbtest.Open(t)
	for query, index := range map[string]string{
		dueQuery:  "outbox_due",
		lateQuery: "outbox_late",
		nextQuery: "outbox_due",
	} {
		rows, err := d.Read().Query("EXPLAIN QUERY PLAN "+query, 1, 1)
		require.NoError(t, err)
		plan := ""
		for rows.Next() {
			var id, parent, unused int
			var detail string
			require.NoError(t, rows.Scan(&id, &parent, &unused, &detail))
			plan += detail + "\n"
		}
		require.NoError(t, rows.Err())
		require.NoError(t, rows.Close())
		require.Contains(t, plan, "INDEX "+index)
	}
}
