package phi

import "testing"

func BenchmarkDecide(b *testing.B) {
	r := Detect("my name is Dana Whitfield and i take methadone")
	f := r.Facts()
	var p Policy
	b.ReportAllocs()
	for b.Loop() {
		p.Decide(f, ThirdParty)
	}
}

func BenchmarkConfirmation(b *testing.B) {
	const text = "Hi Dana, yes your appointment on Friday is confirmed"
	r := Detect(text)
	b.ReportAllocs()
	for b.Loop() {
		std.Confirmation(text, &r)
	}
}
