//go:build js && wasm

// Command wasm is the library as the playground's page calls it: a global
// function phidetect(text, redaction) that returns JSON, see answer.Answer, or
// an Error.
package main

import (
	"encoding/json"
	"syscall/js"

	"github.com/phidetect/phidetect/examples/playground/internal/answer"
)

func main() {
	a := answer.New()
	js.Global().Set("phidetect", js.FuncOf(func(_ js.Value, args []js.Value) any {
		if len(args) != 2 || args[0].Type() != js.TypeString || args[1].Type() != js.TypeString {
			return failure("phidetect takes a text and a redaction")
		}
		// Half of a surrogate pair comes as U+FFFD, which counts one unit as the
		// half did: offsets stay true.
		out, err := a.Answer(args[0].String(), args[1].String())
		if err != nil {
			return failure(err.Error())
		}
		b, err := json.Marshal(out)
		if err != nil {
			return failure(err.Error())
		}
		return string(b)
	}))
	select {} // the function lives as long as the program
}

func failure(message string) js.Value { return js.Global().Get("Error").New(message) }
