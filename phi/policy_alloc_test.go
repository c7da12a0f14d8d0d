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

func TestDecideDoesNotAllocate(t *testing.T) {
	r := Detect("my name is Dana Whitfield and i take methadone")
	var p Policy
	if n := testing.AllocsPerRun(200, func() {
		if d := p.Decide(r.Facts(), ThirdParty); d.Action != Block {
			t.Error(d.Action)
		}
	}); n > 0 {
		t.Errorf("%.1f allocations a decision", n)
	}
}
