package browser

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// build makes the program in a folder of the repository.
func build(t *testing.T, dir string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), filepath.Base(dir))
	if runtime.GOOS == "windows" {
		file += ".exe"
	}
	c := exec.Command("go", "build", "-o", file, ".")
	c.Dir = filepath.Join("..", "..", dir)
	out, err := c.CombinedOutput()
	require.NoError(t, err, "%s", out)
	return file
}

// run starts a program in a folder of the repository, waits until its output
// fits a pattern and gives what the pattern's groups found. The program is
// stopped as Ctrl-C does when the test ends.
func run(t *testing.T, dir, pattern, file string, args ...string) []string {
	t.Helper()
	wanted := regexp.MustCompile(pattern)
	c := exec.Command(file, args...)
	c.Dir = filepath.Join("..", "..", dir)
	out, err := c.StdoutPipe()
	require.NoError(t, err)
	c.Stderr = c.Stdout
	require.NoError(t, c.Start())
	found, ended := make(chan []string, 1), make(chan string, 1)
	go func() {
		var all strings.Builder
		lines := bufio.NewScanner(out)
		for lines.Scan() {
			all.WriteString(lines.Text() + "\n")
			if m := wanted.FindStringSubmatch(all.String()); m != nil && len(found) == 0 {
				found <- m[1:]
			}
		}
		ended <- all.String()
	}()
	stop := sync.OnceFunc(func() {
		if c.Process.Signal(os.Interrupt) != nil {
			c.Process.Kill() // Windows has no interrupt
		}
		late := time.AfterFunc(20*time.Second, func() { c.Process.Kill() })
		defer late.Stop()
		c.Wait()
	})
	t.Cleanup(stop)
	select {
	case m := <-found:
		return m
	case all := <-ended:
		require.FailNow(t, "the program ended", "%s", all)
	case <-time.After(4 * time.Minute):
		stop()
		require.FailNow(t, "the program never told what was waited for", "%s", <-ended)
	}
	return nil
}
