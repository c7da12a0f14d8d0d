package main

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/phidetect/phidetect/examples/dmguard/internal/event"
	"github.com/phidetect/phidetect/examples/dmguard/internal/simulate"
	"github.com/phidetect/phidetect/phi/audit"
)

// summary prints what became of the items that were played.
func summary(ctx context.Context, t *trial, items []simulate.Item, p printer) error {
	for _, part := range []func(context.Context, *trial, []simulate.Item, printer) error{became, replies, told, leaks, chain} {
		if err := part(ctx, t, items, p); err != nil {
			return err
		}
	}
	return nil
}

// tally counts what was done with the messages of one kind and label.
type tally struct{ all, acted int }

// became prints, by the corpus's labels, what was led away, hidden and flagged.
func became(ctx context.Context, t *trial, items []simulate.Item, p printer) error {
	done, err := decided(ctx, t)
	if err != nil {
		return err
	}
	counts := map[event.Kind]map[string]*tally{event.Message: {}, event.Comment: {}, event.Echo: {}}
	missing, pictures := 0, 0
	seen := map[string]bool{}
	for i := range items {
		it := &items[i]
		if it.Kind == event.Unsend || seen[it.ID] {
			continue
		}
		seen[it.ID] = true
		if len(it.Attachments) > 0 {
			pictures++ // which are led away whatever is written beside them
			continue
		}
		action, ok := done[it.ID]
		if !ok {
			missing++
			continue
		}
		c := counts[it.Kind][it.Verdict]
		if c == nil {
			c = &tally{}
			counts[it.Kind][it.Verdict] = c
		}
		c.all++
		if action != "allow" && (it.Kind != event.Comment || action == "hold" || action == "block") {
			c.acted++
		}
	}
	p.head("What became of them, by the corpus's labels")
	table := tabwriter.NewWriter(p, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "  label\tmessages\tled away\t\tcomments\thidden\t\tstaff's\tflagged\t\t")
	for _, label := range []string{"phi", "health", "identifier", "none"} {
		fmt.Fprintf(table, "  %s\t", label)
		for _, k := range []event.Kind{event.Message, event.Comment, event.Echo} {
			c := counts[k][label]
			if c == nil {
				c = &tally{}
			}
			fmt.Fprintf(table, "%d\t%d\t%s\t", c.all, c.acted, share(c.acted, c.all))
		}
		fmt.Fprintln(table)
	}
	if err := table.Flush(); err != nil {
		return err
	}
	p.line("and %d with a picture, which nobody has looked at", pictures)
	p.check(missing == 0, "each was stored once; %d are missing", missing)
	return nil
}

// decided gives the action by id of every message and comment.
func decided(ctx context.Context, t *trial) (map[string]string, error) {
	rows, err := t.app.db.Read().QueryContext(ctx, "SELECT id, action FROM messages")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	out := map[string]string{}
	for rows.Next() {
		var id, action string
		if err := rows.Scan(&id, &action); err != nil {
			return nil, err
		}
		out[id] = action
	}
	return out, rows.Err()
}

func share(n, of int) string {
	if of == 0 {
		return ""
	}
	return fmt.Sprintf("%.1f %%", 100*float64(n)/float64(of))
}

// replies prints what the platform took, and that nobody got the same for the
// same message twice.
func replies(ctx context.Context, t *trial, _ []simulate.Item, p printer) error {
	sent := t.platform.Sent()
	var uncertain, failed, jobs int
	err := t.app.db.Read().QueryRowContext(ctx, "SELECT count(*) FILTER (WHERE state = 'uncertain'), count(*) FILTER (WHERE state = 'failed'), count(*) FILTER (WHERE kind = 'reply' AND state = 'sent') FROM outbox").Scan(&uncertain, &failed, &jobs)
	if err != nil {
		return err
	}
	p.head("What went out")
	p.line("%d replies and %d comments hidden, in %d calls of which every %dth failed and was made again", len(sent), len(t.platform.Hidden()), t.platform.Calls(), everyNth)
	p.check(jobs == len(sent) && uncertain+failed == 0, "%d replies were due and %d went out, none twice", jobs, len(sent))
	texts := map[string]int{}
	longest := 0
	for _, s := range sent {
		texts[s.Text]++
		longest = max(longest, len(s.Text))
	}
	p.line("%d different texts, at most %d bytes long, such as:", len(texts), longest)
	common := slices.MaxFunc(keys(texts), func(a, b string) int { return cmp.Compare(texts[a], texts[b]) })
	for line := range strings.SplitSeq(common, "\n") {
		p.line("  %s", p.style("36", line))
	}
	return nil
}

func keys(m map[string]int) []string {
	out := []string{""}
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// told prints what staff have to look at.
func told(ctx context.Context, t *trial, _ []simulate.Item, p printer) error {
	p.head("What staff are told")
	rows, err := t.app.db.Read().QueryContext(ctx, `SELECT kind, iif(request = '', '-', request), count(*), sum(urgent) FROM notices WHERE resolved_at IS NULL
		GROUP BY 1, 2 ORDER BY 1, 3 DESC`)
	if err != nil {
		return err
	}
	defer rows.Close()
	table := tabwriter.NewWriter(p, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "  notice\trequest\topen\turgent")
	for rows.Next() {
		var kind, request string
		var open, urgent int
		if err := rows.Scan(&kind, &request, &open, &urgent); err != nil {
			return err
		}
		fmt.Fprintf(table, "  %s\t%s\t%d\t%d\n", kind, request, open, urgent)
	}
	if err := rows.Err(); err != nil {
		return err
	}
	if err := table.Flush(); err != nil {
		return err
	}
	var incidents int
	if err := t.app.db.Read().QueryRowContext(ctx, "SELECT count(*) FROM incidents").Scan(&incidents); err != nil {
		return err
	}
	p.line("%d incidents, each with 60 days until its notices are due", incidents)
	return nil
}

// leaks looks for the identifiers that were sent in all that the run has left.
func leaks(_ context.Context, t *trial, items []simulate.Item, p printer) error {
	hay, err := t.left()
	if err != nil {
		return err
	}
	needles := simulate.Needles(items)
	n := 0
	for _, needle := range needles {
		if hay.Holds(needle) {
			n++
		}
	}
	p.head("What was kept of it")
	p.check(n == 0, "of %d identifiers that were sent, %d stand in the %.1f MB of database, log and replies", len(needles), n, float64(hay.Len())/1e6)
	return nil
}

// left gives all that a run leaves behind: the database's files, the log, and
// what was sent.
func (t *trial) left() (*simulate.Haystack, error) {
	parts := [][]byte{t.log.Bytes()}
	for _, suffix := range []string{"", "-wal"} {
		b, err := os.ReadFile(t.file + suffix)
		if err != nil && (suffix == "" || !os.IsNotExist(err)) {
			return nil, err
		}
		parts = append(parts, b)
	}
	for _, s := range t.platform.Sent() {
		parts = append(parts, []byte(s.Text))
	}
	return simulate.NewHaystack(parts...), nil
}

// chain verifies the audit trail.
func chain(ctx context.Context, t *trial, _ []simulate.Item, p printer) error {
	head, err := t.app.trail.Verify(ctx, audit.Head{})
	if ctx.Err() != nil {
		return ctx.Err()
	}
	p.check(err == nil, "the audit trail's %d lines are a chain that holds", head.Seq)
	return nil
}
