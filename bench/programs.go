package bench

import (
	"os"
	"os/exec"
	"path/filepath"
)

// Packages of the programs that are built to be measured.
const (
	programs         = "github.com/phidetect/phidetect/bench/programs/"
	emptyProgram     = programs + "empty"
	detectProgram    = programs + "detect"
	firstCallProgram = programs + "firstcall"
)

// stripped leaves out symbols and debugging data.
const stripped = "-ldflags=-s -w"

// build makes a program in dir, for js/wasm or for this machine, always without
// cgo. It gives the file.
func build(dir, program string, wasm bool, flags ...string) (string, error) {
	file := filepath.Join(dir, filepath.Base(program)+".exe")
	cmd := exec.Command("go", append(append([]string{"build", "-o", file}, flags...), program)...)
	cmd.Stderr = os.Stderr
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if wasm {
		cmd.Env = append(cmd.Env, "GOOS=js", "GOARCH=wasm")
	}
	return file, cmd.Run()
}
