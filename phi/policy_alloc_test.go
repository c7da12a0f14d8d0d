//go:build !race

package phi

import "testing"

func TestConfirmationDoesNotAllocate(t *testing.T) {
	const text = "Hi Dana, yes your appointment on Friday is confirmed"
	r := Detect(text)
	if n := testing.AllocsPerRun(200, func() { std.Confirmation(text, &r) }); n >= 1 {
		t.Errorf("%.1f allocations a reply", n)
	}
}
