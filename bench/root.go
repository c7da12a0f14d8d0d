package bench

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
)

// Root gives the folder of the library's module. It needs the go command.
func Root() (string, error) {
	return Output("", "go", "list", "-m", "-f", "{{.Dir}}", "github.com/phidetect/phidetect")
}

// Output runs a command in dir and gives its standard output without the line
// end. What it says on standard error goes to that of this program.
func Output(dir, name string, args ...string) (string, error) {
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("%s %s: %w", name, args[0], err)
	}
	return strings.TrimSpace(string(out)), nil
}
