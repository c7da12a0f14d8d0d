package phislog

import (
	"log/slog"

	"github.com/phidetect/phidetect/identifiers"
)

// ReplaceAttr gives a function for slog.HandlerOptions.ReplaceAttr that redacts
// as a Handler does, but each value by itself: a handler gives its attributes
// one by one, so that OnlyPHI judges each alone, and a key in a group is read
// with the name of the group. The built-in time, level and source stay, and so
// do the names of groups. Use a Handler where you can.
func ReplaceAttr(o *Options) func(groups []string, a slog.Attr) slog.Attr {
	c := coreOf(o)
	return func(groups []string, a slog.Attr) slog.Attr {
		group := ""
		if len(groups) > 0 {
			group = groups[len(groups)-1]
		} else if builtin(a) {
			return a
		}
		return c.replace(group, a)
	}
}

// builtin reports what a handler adds of itself and no user has written.
func builtin(a slog.Attr) bool {
	switch a.Key {
	case slog.TimeKey:
		return a.Value.Kind() == slog.KindTime
	case slog.LevelKey:
		_, ok := a.Value.Any().(slog.Level)
		return ok
	case slog.SourceKey:
		_, ok := a.Value.Any().(*slog.Source)
		return ok
	}
	return false
}

func (c *core) replace(group string, a slog.Attr) (out slog.Attr) {
	p := c.pool.Get().(*page)
	defer func() {
		if recover() != nil {
			out = slog.String(a.Key, Unreadable)
			return // p is not used again
		}
		p.reset()
		c.pool.Put(p)
	}()
	if group == "" && a.Key == slog.MessageKey && a.Value.Kind() == slog.KindString {
		v, _ := c.resolve(a.Value, 0)
		p.Add("", identifiers.NoType, v.String())
		p.Find(c.redactor.Detector())
		if c.acts(p) {
			v = p.text(v)
		}
		return slog.Attr{Key: a.Key, Value: v}
	}
	p.take(c, group, a)
	out = p.attrs[0]
	p.Find(c.redactor.Detector())
	if c.acts(p) {
		out = p.build(c, group, out)
	}
	return out
}
