package main

import (
	"context"
	"io"
	"log/slog"

	"github.com/twmb/franz-go/pkg/kgo"
)

// newLog gives the program's log: nothing of a record but its position is ever
// written to it.
func newLog(format string, out io.Writer) *slog.Logger {
	if format == "json" {
		return slog.New(slog.NewJSONHandler(out, nil))
	}
	return slog.New(slog.NewTextHandler(out, nil))
}

// clientLog passes on the warnings and errors of the Kafka client.
type clientLog struct{ log *slog.Logger }

// Level is that of kgo.Logger.
func (clientLog) Level() kgo.LogLevel { return kgo.LogLevelWarn }

// Log is that of kgo.Logger.
func (c clientLog) Log(level kgo.LogLevel, msg string, keyvals ...any) {
	at := slog.LevelWarn
	if level == kgo.LogLevelError {
		at = slog.LevelError
	}
	c.log.Log(context.Background(), at, msg, keyvals...)
}
