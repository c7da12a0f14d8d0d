package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/phidetect/phidetect/phi"
	"github.com/twmb/franz-go/pkg/kgo"
	"github.com/twmb/franz-go/pkg/kmsg"
)

// demonstrate runs brokers, a producer and workers on this machine, lets one
// crash, and shows what came out. The messages are the corpus's threads so many
// times over.
func demonstrate(ctx context.Context, dir string, times int, out io.Writer) error {
	threads, err := threadMessages(dir, times)
	if err != nil {
		return err
	}
	k, err := startCluster(ctx, 6)
	if err != nil {
		return err
	}
	defer k.close()
	fmt.Fprintf(out, "%d messages of %d threads, brokers in memory\n\n", len(threads), threadCount(threads))
	began := time.Now()
	log := new(sharedLog)
	s := scenario{messages: threads, killAt: kmsg.EndTxn.Int16(), portion: 5 * times, log: log, say: func(format string, args ...any) {
		fmt.Fprintf(out, "  %5.1f s  %s\n", time.Since(began).Seconds(), fmt.Sprintf(format, args...))
	}}
	bad := []*kgo.Record{
		{Key: []byte("thread-of-bad"), Value: []byte(`{"id":"bad-1"}`)},
		{Key: []byte("thread-of-bad"), Value: []byte("not JSON at all")},
	}
	if err := k.client.ProduceSync(ctx, bad...).FirstErr(); err != nil {
		return err
	}
	if err := s.play(ctx, k); err != nil {
		return fmt.Errorf("%w (what the workers logged: %s)", err, log)
	}
	o, err := k.verify(ctx, threads)
	if err != nil {
		return err
	}
	return show(ctx, out, k, o)
}

func threadCount(messages []sent) int {
	ids := map[string]bool{}
	for _, m := range messages {
		ids[m.thread] = true
	}
	return len(ids)
}

// show prints the summary, and a message on its way.
func show(ctx context.Context, out io.Writer, k *cluster, o *outcome) error {
	fmt.Fprintf(out, "\nread as committed\n")
	fmt.Fprintf(out, "  %-14s %6d   %s\n", k.c.topics.findings, o.findings, counts(o.verdicts))
	fmt.Fprintf(out, "  %-14s %6d\n", k.c.topics.redacted, o.redacted)
	fmt.Fprintf(out, "  %-14s %6d   %s at their end\n", k.c.topics.threads, o.threads, counts(o.threadsByEnd))
	fmt.Fprintf(out, "  %-14s %6d\n", k.c.topics.dead, o.dead)
	fmt.Fprintf(out, "\nexactly once\n")
	fmt.Fprintf(out, "  missing %d, twice %d, of %d messages (%d findings were written by transactions that were aborted)\n",
		o.missing, o.twice, o.messages, o.uncommitted-o.findings)
	fmt.Fprintf(out, "  other than by one process: %d verdicts, %d threads\n\n", o.otherVerdict, o.otherThread)
	if err := showMessage(ctx, out, k); err != nil {
		return err
	}
	if !o.exact() {
		return errors.New("the outputs are not what one process finds; this is a bug, please report it")
	}
	return nil
}

// showMessage prints what became of a message that says enough to be worth it,
// and a dead letter.
func showMessage(ctx context.Context, out io.Writer, k *cluster) error {
	findings, err := k.read(ctx, k.c.topics.findings, kgo.ReadCommitted())
	if err != nil {
		return err
	}
	redacted, err := k.read(ctx, k.c.topics.redacted, kgo.ReadCommitted())
	if err != nil {
		return err
	}
	dead, err := k.read(ctx, k.c.topics.dead, kgo.ReadCommitted())
	if err != nil {
		return err
	}
	for _, r := range findings {
		var f finding
		if err := json.Unmarshal(r.Value, &f); err != nil {
			return err
		}
		if f.Verdict == phi.PHI && len(r.Value) < 1000 {
			i := slices.IndexFunc(redacted, func(x *kgo.Record) bool { return bytes.Contains(x.Value, []byte(`"id":"`+f.ID+`"`)) })
			fmt.Fprintf(out, "%s\n  %s\n%s\n  %s\n", k.c.topics.findings, r.Value, k.c.topics.redacted, redacted[i].Value)
			break
		}
	}
	fmt.Fprintln(out, k.c.topics.dead)
	for _, r := range dead {
		fmt.Fprintf(out, "  %s\n", r.Value)
	}
	return nil
}

func counts(n [phi.PHI + 1]int) string {
	return fmt.Sprintf("phi %d, identifier %d, health %d, none %d", n[phi.PHI], n[phi.Identifier], n[phi.HealthOnly], n[phi.None])
}
