package report

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"time"
)

// columns are the heads of the table of days.
var columns = [...]string{"messages", "redirected", "comments", "hidden", "replies", "flagged", "incidents", "unsent"}

// Values gives the figures of a day in the order of the table's columns.
func (day *Day) Values() [len(columns)]int {
	return [...]int{day.Messages, day.Redirected, day.Comments, day.Hidden, day.Replies, day.Flagged, day.Incidents, day.Unsent}
}

// Text writes the week as tables.
func (w *Week) Text(out io.Writer) error {
	t := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintf(t, "%s to %s\n\n", w.From.Format("Mon 2 Jan 2006"), w.To.AddDate(0, 0, -1).Format("Mon 2 Jan 2006"))
	fmt.Fprintf(t, "day\t%s\t\n", strings.Join(columns[:], "\t"))
	line := func(name string, day *Day) {
		fmt.Fprint(t, name, "\t")
		for _, v := range day.Values() {
			fmt.Fprint(t, v, "\t")
		}
		fmt.Fprintln(t)
	}
	for i := range w.Days {
		line(w.Days[i].Date.Format("Mon 2 Jan"), &w.Days[i])
	}
	line("week", &w.Total)
	fmt.Fprintf(t, "\nwaited for\tn\tmedian\tp90\tlongest\t\n")
	for _, x := range w.Waits {
		fmt.Fprintf(t, "%s\t%d\t%s\t%s\t%s\t\n", x.Name, x.N, span(x.Median, x.N), span(x.P90, x.N), span(x.Longest, x.N))
	}
	for _, list := range []struct {
		head   string
		counts []Count
	}{{"requests", w.Requests}, {"sent", w.Deliveries}} {
		fmt.Fprintf(t, "\n%s\tn\t\n", list.head)
		for _, c := range list.counts {
			fmt.Fprintf(t, "%s\t%d\t\n", c.Name, c.N)
		}
	}
	fmt.Fprintf(t, "\nopen incidents: %d, of these past their 60 days: %d\n", w.Open, w.Overdue)
	return t.Flush()
}

// span writes a time that n people waited, to about two digits.
func span(d time.Duration, n int) string {
	switch {
	case n == 0:
		return "-"
	case d < time.Second:
		return fmt.Sprintf("%d ms", d.Milliseconds())
	case d < 2*time.Minute:
		return fmt.Sprintf("%.0f s", d.Seconds())
	case d < 2*time.Hour:
		return fmt.Sprintf("%.0f min", d.Minutes())
	case d < 48*time.Hour:
		return fmt.Sprintf("%.1f h", d.Hours())
	}
	return fmt.Sprintf("%.1f d", d.Hours()/24)
}
