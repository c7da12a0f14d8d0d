//go:build !stages

package main

import (
	"os"
	"os/exec"
)

// run builds the program with the stages in it and runs that.
func run(options) error {
	cmd := exec.Command("go", append([]string{"run", "-tags=stages", "github.com/phidetect/phidetect/bench/stages"}, os.Args[1:]...)...)
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	return cmd.Run()
}
