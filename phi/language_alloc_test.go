//go:build !race

package phi

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestLanguageDoesNotAllocate(t *testing.T) {
	var r Result
	text := "hola, i need to move my appointment, mais c'est urgent, muchas gracias"
	d := New(nil)
	d.DetectInto(&r, text)
	require.Zero(t, testing.AllocsPerRun(100, func() {
		d.DetectInto(&r, text)
		_ = r.LanguageAt(9)
		_ = r.Languages()
	}))
}
