package phidetect_test

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const module = "github.com/phidetect/phidetect"

// goList runs go list and gives its lines.
func goList(t *testing.T, args ...string) []string {
	t.Helper()
	out, err := exec.Command("go", append([]string{"list"}, args...)...).Output()
	require.NoError(t, err)
	return strings.Fields(string(out))
}

func TestDirectRequirementsStayThree(t *testing.T) {
	f, err := os.Open("go.mod")
	require.NoError(t, err)
	defer f.Close()
	var direct []string
	in := bufio.NewScanner(f)
	for in.Scan() {
		line := strings.TrimSpace(strings.TrimPrefix(in.Text(), "require "))
		if fields := strings.Fields(line); len(fields) == 2 && strings.HasPrefix(fields[1], "v") && strings.Contains(fields[0], ".") {
			direct = append(direct, fields[0])
		}
	}
	slices.Sort(direct)
	require.Equal(t, []string{"github.com/dlclark/regexp2/v2", "github.com/kljensen/snowball", "github.com/stretchr/testify"}, direct)
}

func TestImporterLinksLittle(t *testing.T) {
	for _, pkg := range goList(t, "-deps", "-f", "{{if not .Standard}}{{.ImportPath}}{{end}}", "./phi") {
		ok := strings.HasPrefix(pkg, module) || strings.HasPrefix(pkg, "github.com/kljensen/snowball") || strings.HasPrefix(pkg, "github.com/dlclark/regexp2/v2")
		require.True(t, ok, "linked into an importer: %s", pkg)
	}
	for _, pkg := range goList(t, "-deps", "./phi") {
		require.NotContains(t, []string{"net", "net/http", "os/exec", "log/slog", "C"}, pkg)
	}
}

func TestLayersPointOneWay(t *testing.T) {
	for _, rule := range []struct{ from, never string }{{"./lexicon", "/phidetect/identifiers"}, {"./lexicon", "/phidetect/phi"}, {"./identifiers", module + "/phi"}} {
		for _, pkg := range goList(t, "-deps", rule.from) {
			if strings.HasPrefix(pkg, module) {
				require.NotContains(t, strings.TrimPrefix(pkg, "github.com/phidetect"), strings.TrimPrefix(rule.never, "github.com/phidetect"), rule.from)
			}
		}
	}
}

func TestRegexp2StaysInItsFile(t *testing.T) {
	require.NoError(t, filepath.WalkDir(".", func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || strings.HasPrefix(path, "bench") {
			return err
		}
		src, err := os.ReadFile(path)
		if path != filepath.Join("identifiers", "regexp2.go") {
			require.NotContains(t, string(src), `"github.com/dlclark/regexp2`, path)
		}
		return err
	}))
}

// TestReadmePrograms builds each program of the README in a module of its own.
func TestReadmePrograms(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	require.NoError(t, err)
	require.LessOrEqual(t, strings.Count(string(readme), "\n"), 150)
	root, err := os.Getwd()
	require.NoError(t, err)
	sum, err := os.ReadFile("go.sum")
	require.NoError(t, err)
	blocks := regexp.MustCompile("(?s)```go\n(package main.*?)```").FindAllStringSubmatch(string(readme), -1)
	require.NotEmpty(t, blocks)
	for _, b := range blocks {
		dir := t.TempDir()
		mod := "module readme\n\ngo 1.25\n\nrequire " + module + " v0.0.0\n\nreplace " + module + " => " + root + "\n"
		require.NoError(t, os.WriteFile(filepath.Join(dir, "go.mod"), []byte(mod), 0o644))
		require.NoError(t, os.WriteFile(filepath.Join(dir, "go.sum"), sum, 0o644))
		require.NoError(t, os.WriteFile(filepath.Join(dir, "main.go"), []byte(b[1]), 0o644))
		cmd := exec.Command("go", "run", "-mod=mod", ".")
		cmd.Dir = dir
		out, err := cmd.CombinedOutput()
		require.NoError(t, err, string(out))
		require.Contains(t, string(out), "phi ")
	}
}
