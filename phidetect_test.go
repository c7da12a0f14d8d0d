// Package phidetect_test holds the module to its own rules: what it requires,
// which package may import which, and that the README's programs compile.
package phidetect_test

import (
	"encoding/json"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const (
	module   = "github.com/phidetect/phidetect"
	regexp2  = "github.com/dlclark/regexp2"
	snowball = "github.com/kljensen/snowball"
	testify  = "github.com/stretchr/testify"
)

// goTool runs the go command in dir and gives its standard output.
func goTool(t *testing.T, dir string, args ...string) string {
	t.Helper()
	cmd := exec.Command("go", args...)
	cmd.Dir = dir
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	require.NoError(t, err, "go %s\n%s", strings.Join(args, " "), stderr.String())
	return string(out)
}

// within reports that an import path is root or lies below it.
func within(path, root string) bool {
	return path == root || strings.HasPrefix(path, root+"/")
}

func TestRequirements(t *testing.T) {
	var mod struct {
		Module  struct{ Path string }
		Require []struct {
			Path     string
			Indirect bool
		}
		Replace []struct{}
	}
	require.NoError(t, json.Unmarshal([]byte(goTool(t, ".", "mod", "edit", "-json")), &mod))
	var direct []string
	for _, r := range mod.Require {
		if !r.Indirect {
			direct = append(direct, r.Path)
		}
	}
	require.Equal(t, module, mod.Module.Path)
	require.ElementsMatch(t, []string{regexp2 + "/v2", snowball, testify}, direct)
	require.Empty(t, mod.Replace)
}

// TestLinked looks at what a program that imports phi gets into its binary.
func TestLinked(t *testing.T) {
	linked := strings.Fields(goTool(t, ".", "list", "-deps", "-f", "{{if not .Standard}}{{.ImportPath}}{{end}}", "./phi"))
	require.Contains(t, linked, module+"/lexicon")
	for _, path := range linked {
		require.True(t, within(path, module) || within(path, regexp2+"/v2") || within(path, snowball), path)
		require.False(t, within(path, module+"/bench") || within(path, module+"/examples"), path)
	}
}

// TestImportDirection holds lexicon ← identifiers ← phi ← bench, examples,
// tests included.
func TestImportDirection(t *testing.T) {
	above := map[string][]string{
		"lexicon":     {"identifiers", "phi", "bench", "examples"},
		"identifiers": {"phi", "bench", "examples"},
		"phi":         {"bench", "examples"},
	}
	const format = `{{.ImportPath}}{{range .Imports}} {{.}}{{end}}{{range .TestImports}} {{.}}{{end}}{{range .XTestImports}} {{.}}{{end}}`
	seen := map[string]bool{}
	for _, line := range strings.Split(strings.TrimSpace(goTool(t, ".", "list", "-f", format, "./...")), "\n") {
		paths := strings.Fields(line)
		for layer, forbidden := range above {
			if !within(paths[0], module+"/"+layer) {
				continue
			}
			seen[layer] = true
			for _, path := range paths[1:] {
				for _, f := range forbidden {
					require.False(t, within(path, module+"/"+f), "%s imports %s", paths[0], path)
				}
			}
		}
	}
	require.Len(t, seen, len(above))
}

// TestRegexp2HasOneFile: what the engine can do and what it costs is in the
// hands of one file.
func TestRegexp2HasOneFile(t *testing.T) {
	var found []string
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if path != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata" || path == "bench" || isModule(path)) {
				return fs.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, imp := range file.Imports {
			if name, err := strconv.Unquote(imp.Path.Value); err == nil && within(name, regexp2) {
				found = append(found, filepath.ToSlash(path))
			}
		}
		return nil
	})
	require.NoError(t, err)
	require.Equal(t, []string{"identifiers/regexp2.go"}, found)
}

// isModule reports that the folder has a go.mod of its own.
func isModule(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, "go.mod"))
	return err == nil
}

var goBlock = regexp.MustCompile("(?ms)^```go\n(package main\n.*?)^```$")

// TestReadmePrograms builds each program of the README in a module of its own,
// as a reader would, with this tree as the library.
func TestReadmePrograms(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	require.NoError(t, err)
	programs := goBlock.FindAllStringSubmatch(strings.ReplaceAll(string(readme), "\r\n", "\n"), -1)
	require.NotEmpty(t, programs, "README.md has no ```go block that begins with package main")

	root, err := filepath.Abs(".")
	require.NoError(t, err)
	dir := t.TempDir()
	mod, err := os.ReadFile("go.mod")
	require.NoError(t, err)
	sum, err := os.ReadFile("go.sum")
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "go.mod"), mod, 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "go.sum"), sum, 0o644))
	goTool(t, dir, "mod", "edit", "-module=example.com/readme", "-require="+module+"@v0.0.0", "-replace="+module+"="+root)

	for i, p := range programs {
		name := "program" + strconv.Itoa(i+1)
		require.NoError(t, os.Mkdir(filepath.Join(dir, name), 0o755))
		require.NoError(t, os.WriteFile(filepath.Join(dir, name, "main.go"), []byte(p[1]), 0o644))
		t.Run(name, func(t *testing.T) {
			goTool(t, dir, "vet", "-mod=mod", "./"+name)
			goTool(t, dir, "build", "-mod=mod", "-o", os.DevNull, "./"+name)
		})
	}
}
