package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/twmb/franz-go/pkg/kerr"
	"github.com/twmb/franz-go/pkg/kgo"
)

// fatal gives the first error of a poll that will not pass by itself. Where the
// group is lost, as when brokers cannot be reached, the client joins it anew.
func fatal(fetches kgo.Fetches) error {
	for _, e := range fetches.Errors() {
		var group *kgo.ErrGroupSession
		switch {
		case errors.Is(e.Err, context.Canceled), errors.Is(e.Err, context.DeadlineExceeded):
		case errors.As(e.Err, &group):
			if !refused(e.Err) {
				continue
			}
			return fmt.Errorf("joining the group: %w", group.Err)
		default:
			return fmt.Errorf("reading partition %d of %s: %w", e.Partition, e.Topic, e.Err)
		}
	}
	return nil
}

// refused reports that the brokers do not let this user in.
func refused(err error) bool {
	for _, no := range []error{kerr.GroupAuthorizationFailed, kerr.TopicAuthorizationFailed, kerr.ClusterAuthorizationFailed,
		kerr.SaslAuthenticationFailed, kerr.UnsupportedSaslMechanism} {
		if errors.Is(err, no) {
			return true
		}
	}
	return false
}
