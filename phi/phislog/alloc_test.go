//go:build !race

package phislog

import (
	"context"
	"log/slog"
	"testing"
	"time"
)

func TestCleanRecordCostsOneAllocation(t *testing.T) {
	r := slog.NewRecord(time.Now(), slog.LevelInfo, "request served", 0)
	r.AddAttrs(slog.String("method", "GET"), slog.String("route", "/v1/slots"), slog.Int("status", 200), slog.Int64("bytes", 104857600),
		slog.Duration("took", time.Millisecond), slog.Group("db", slog.Int("rows", 3), slog.String("pool", "main")), slog.Bool("cached", true))
	for name, h := range map[string]slog.Handler{
		"always":   NewHandler(slog.DiscardHandler, nil),
		"only phi": NewHandler(slog.DiscardHandler, &Options{OnlyPHI: true}),
		"attrs":    NewHandler(slog.DiscardHandler, nil).WithAttrs([]slog.Attr{slog.String("service", "booking")}).WithGroup("g"),
	} {
		if n := testing.AllocsPerRun(500, func() {
			if err := h.Handle(context.Background(), r); err != nil {
				t.Error(err)
			}
		}); n > 1 {
			t.Errorf("%s: %.1f allocations a record", name, n)
		}
	}
}

func BenchmarkHandler(b *testing.B) {
	r := slog.NewRecord(time.Now(), slog.LevelInfo, "request served", 0)
	r.AddAttrs(slog.String("method", "GET"), slog.String("route", "/v1/slots"), slog.Int("status", 200), slog.Duration("took", time.Millisecond))
	h := NewHandler(slog.DiscardHandler, nil)
	b.ReportAllocs()
	for b.Loop() {
		if err := h.Handle(context.Background(), r); err != nil {
			b.Fatal(err)
		}
	}
}
