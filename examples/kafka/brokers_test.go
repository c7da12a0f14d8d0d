package main

import (
	"context"
	"errors"
	"net"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/twmb/franz-go/pkg/kerr"
	"github.com/twmb/franz-go/pkg/kfake"
	"github.com/twmb/franz-go/pkg/kgo"
)

// A worker waits for brokers that are gone for a while, and goes on.
func TestBrokersComeBack(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	data := kfake.DataDir(t.TempDir())
	k, err := startCluster(ctx, 2, data)
	require.NoError(t, err)
	defer func() { k.close() }()
	messages, err := threadMessages(corpus, 2)
	require.NoError(t, err)
	log := new(sharedLog)
	stop := k.here(ctx, log, "-session", "2s")
	require.NoError(t, k.produce(ctx, messages[:200]))
	require.NoError(t, k.drained(ctx), log)

	var ports []int
	for _, address := range k.fake.ListenAddrs() {
		_, port, err := net.SplitHostPort(address)
		require.NoError(t, err)
		n, err := strconv.Atoi(port)
		require.NoError(t, err)
		ports = append(ports, n)
	}
	k.fake.Close()
	require.Eventually(t, func() bool { return strings.Contains(log.String(), "group manage loop errored") }, time.Minute, 50*time.Millisecond)
	k.fake, err = kfake.NewCluster(data, kfake.Ports(ports...), kfake.NumBrokers(3), kfake.GroupMinSessionTimeout(time.Second))
	require.NoError(t, err)

	require.NoError(t, k.produce(ctx, messages[200:]))
	require.NoError(t, k.drained(ctx), log)
	require.Equal(t, exitFine, stop(), log)
	o, err := k.verify(ctx, messages)
	require.NoError(t, err)
	require.True(t, o.exact())
}

func TestFatal(t *testing.T) {
	group := func(err error) error { return &kgo.ErrGroupSession{Err: err} }
	for _, err := range []error{context.Canceled, context.DeadlineExceeded, group(errors.New("connection refused")), group(kerr.UnknownMemberID)} {
		require.NoError(t, fatal(kgo.NewErrFetch(err)))
	}
	require.EqualError(t, fatal(kgo.NewErrFetch(group(kerr.GroupAuthorizationFailed))), "joining the group: "+kerr.GroupAuthorizationFailed.Error())
	require.ErrorContains(t, fatal(kgo.NewErrFetch(kerr.TopicAuthorizationFailed)), "reading partition")
}
