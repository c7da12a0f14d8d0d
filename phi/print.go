package phi

import (
	"fmt"
	"io"
)

// Package fmt prints unexported fields without asking their types, so that what
// holds a key, a deny list or the clinic's own details must say itself that
// nothing of it is printed. Package slog's text handler prints as fmt does.

// Format writes "phi.Detector" for every verb: a Detector knows Options.Own.
func (d *Detector) Format(f fmt.State, _ rune) { io.WriteString(f, "phi.Detector") }

// Format writes "phi.Redactor" for every verb: a Redactor knows the key, the
// deny list and the keep list of its policy.
func (r *Redactor) Format(f fmt.State, _ rune) { io.WriteString(f, "phi.Redactor") }
