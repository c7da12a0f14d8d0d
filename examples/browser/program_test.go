package browser

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// build makes a program of the repository: the package in the folder dir,
// which is relative to the repository's root, as is the folder of its module.
func build(t *testing.T, module, dir string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), filepath.Base(dir))
	if runtime.GOOS == "windows" {
		file += ".exe"
	}
	c := exec.Command("go", "build", "-o", file, "./"+dir)
	c.Dir = filepath.Join("..", "..", module)
	out, err := c.CombinedOutput()
	require.NoError(t, err, "%s", out)
	return file
}

// run starts a program in a folder of the repository and gives the first of its
// output's lines that has find in it. The program is stopped as Ctrl-C does when
// the test ends.
func run(t *testing.T, dir, find, file string, args ...string) string {
	t.Helper()
	c := exec.Command(file, args...)
	c.Dir = dir
	out, err := c.StdoutPipe()
	require.NoError(t, err)
	c.Stderr = c.Stdout
	require.NoError(t, c.Start())
	found, ended := make(chan string, 1), make(chan struct{})
	var all strings.Builder
	go func() {
		defer close(ended)
		lines := bufio.NewScanner(out)
		for lines.Scan() {
			all.WriteString(lines.Text() + "\n")
			if strings.Contains(lines.Text(), find) {
				select {
				case found <- lines.Text():
				default:
				}
			}
		}
	}()
	t.Cleanup(func() {
		if c.Process.Signal(os.Interrupt) != nil {
			c.Process.Kill()
		}
		late := time.AfterFunc(20*time.Second, func() { c.Process.Kill() })
		defer late.Stop()
		<-ended
		c.Wait()
	})
	select {
	case line := <-found:
		return line
	case <-ended:
		require.FailNow(t, "the program ended", "%s", all.String())
	case <-time.After(4 * time.Minute):
		c.Process.Kill()
		<-ended
		require.FailNow(t, "the program never told its address", "%s", all.String())
	}
	return ""
}
