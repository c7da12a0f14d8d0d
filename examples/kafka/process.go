package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
)

// process is a worker in a process of its own: this program, run again.
type process struct {
	name   string
	cmd    *exec.Cmd
	exited chan struct{}
	err    error // when it has exited
}

// workerEnv asks the tests' binary to be the program.
const workerEnv = envPrefix + "BE_WORKER"

// startWorker starts a worker of the cluster. What it logs goes to log.
func (k *cluster) startWorker(ctx context.Context, name string, log io.Writer, more ...string) (*process, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	args := append([]string{"-brokers", strings.Join(k.c.brokers, ","), "-instance", name}, more...)
	p := &process{name: name, cmd: exec.CommandContext(ctx, self, args...), exited: make(chan struct{})}
	p.cmd.Stderr = log
	// What the environment says of another Kafka is not for this one.
	p.cmd.Env = append(slices.DeleteFunc(os.Environ(), func(v string) bool { return strings.HasPrefix(v, envPrefix) }), workerEnv+"=1")
	if err := p.cmd.Start(); err != nil {
		return nil, fmt.Errorf("starting worker %s: %w", name, err)
	}
	go func() {
		p.err = p.cmd.Wait()
		close(p.exited)
	}()
	return p, nil
}

// kill ends the process as a crash does: it has no chance to say goodbye.
func (p *process) kill() {
	p.cmd.Process.Kill()
	<-p.exited
}

// stop asks the process to end and waits until it has.
func (p *process) stop() error {
	if err := p.cmd.Process.Signal(os.Interrupt); err != nil {
		return fmt.Errorf("stopping worker %s: %w", p.name, err)
	}
	<-p.exited
	if p.err != nil {
		return fmt.Errorf("worker %s: %w", p.name, p.err)
	}
	return nil
}

// sharedLog takes what several processes log.
type sharedLog struct {
	mu sync.Mutex
	b  bytes.Buffer
}

// Write is that of io.Writer.
func (l *sharedLog) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

// String gives all that was logged.
func (l *sharedLog) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}
