package staff

import (
	"net/http"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestLimiterForgetsAndRefuses(t *testing.T) {
	l := newLimiter[int](time.Second, 2, 3)
	now := start
	for key := range 3 {
		require.True(t, l.allow(key, now))
	}
	require.False(t, l.allow(99, now), "no room for another key")
	require.True(t, l.allow(1, now))
	require.False(t, l.allow(1, now))
	now = now.Add(time.Second)
	require.True(t, l.allow(99, now), "keys with all their turns are forgotten")
	require.True(t, l.allow(1, now))
	require.False(t, l.allow(1, now))
	require.LessOrEqual(t, len(l.keys), 3)
}

func TestAddressOf(t *testing.T) {
	for remote, want := range map[string]string{
		"192.0.2.7:80":              "192.0.2.7/32",
		"[::ffff:192.0.2.7]:80":     "192.0.2.7/32",
		"[2001:db8:1:2:3:4:5:6]:80": "2001:db8:1:2::/64",
		"[fe80::1%eth0]:80":         "fe80::/64",
	} {
		require.Equal(t, want, addressOf(&http.Request{RemoteAddr: remote}).String(), remote)
	}
	require.False(t, addressOf(&http.Request{RemoteAddr: "pipe"}).IsValid())
}
