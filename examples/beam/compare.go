package main

import (
	"context"
	"io"
)

func compare(ctx context.Context, o *options, stdout, stderr io.Writer) error { return nil }
