package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// shim is the package that is built for the browser.
const shim = "github.com/phidetect/phidetect/examples/playground/wasm"

// A program is what the browser runs: the library, and the script that comes
// with Go to run it, which must be of the same version.
type program struct{ wasm, exec []byte }

// build makes the program with the go command of this machine.
func build(ctx context.Context) (*program, error) {
	goCommand, err := exec.LookPath("go")
	if err != nil {
		return nil, errors.New("no go command in PATH: it is needed to build the library for the browser; install Go from https://go.dev/dl")
	}
	root, err := output(exec.CommandContext(ctx, goCommand, "env", "GOROOT"))
	if err != nil {
		return nil, fmt.Errorf("go env GOROOT: %w", err)
	}
	script, err := readExec(strings.TrimSpace(root))
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "phidetect-playground-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "phidetect.wasm")
	c := exec.CommandContext(ctx, goCommand, "build", "-ldflags=-s -w", "-o", file, shim)
	c.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if _, err := output(c); err != nil {
		return nil, fmt.Errorf("cannot build %s: %w\n(run the playground inside a checkout of phidetect)", shim, err)
	}
	wasm, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	return &program{wasm: wasm, exec: script}, nil
}

// readExec reads wasm_exec.js where Go has it: in lib since 1.24, in misc
// before.
func readExec(goroot string) ([]byte, error) {
	for _, dir := range []string{"lib", "misc"} {
		b, err := os.ReadFile(filepath.Join(goroot, dir, "wasm", "wasm_exec.js"))
		if err == nil {
			return b, nil
		}
		if !errors.Is(err, os.ErrNotExist) {
			return nil, err
		}
	}
	return nil, fmt.Errorf("no wasm_exec.js in lib/wasm or misc/wasm of %s: the distribution of Go that is installed lacks it; install Go from https://go.dev/dl", goroot)
}

// output runs a command; what it wrote to standard error is its error.
func output(c *exec.Cmd) (string, error) {
	var errs bytes.Buffer
	c.Stderr = &errs
	out, err := c.Output()
	if err != nil && errs.Len() > 0 {
		return "", fmt.Errorf("%w\n%s", err, bytes.TrimSpace(errs.Bytes()))
	}
	return string(out), err
}
