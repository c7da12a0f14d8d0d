package phihttp

import (
	"fmt"
	"io"
)

// Format writes "phihttp.Guard" for every verb: a Guard knows a Redactor, and
// that a key and a deny list.
func (g *Guard) Format(f fmt.State, _ rune) { io.WriteString(f, "phihttp.Guard") }
