package phi_test

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"log/slog"
	"maps"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// secretText is what everything that takes a text is fed with; secrets are the
// marks in it that must come out nowhere, in any case.
const secretText = "my name is Zyxwanda Quillfeather, zyxwanda.q@quillmail.example, 202-555-0183, MRN QX7731940; my endometriosis and vorpalgia are back"

var secrets = []string{"zyxwanda", "quillfeather", "quillmail", "555-0183", "5550183", "qx7731940", "7731940", "endometriosis", "vorpalgia"}

// A leakLine feeds functions and looks at all that they give but the text they
// give by contract.
type leakLine struct {
	covers string // names as exportedWithText gives them, space-separated
	feed   func(p *probe)
}

// probe collects what comes out.
type probe struct {
	t   *testing.T
	at  string
	dir string
}

// look renders values in every way a program may print them and looks for the
// secrets. What it fails with names the way, not the text.
func (p *probe) look(values ...any) {
	p.t.Helper()
	for i, v := range values {
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%d"} {
			p.clean(fmt.Sprintf("value %d by %s", i, verb), fmt.Sprintf(verb, v))
		}
		b, err := json.Marshal(v)
		p.clean(fmt.Sprintf("value %d as JSON", i), string(b)+fmt.Sprint(err))
		var out strings.Builder
		slog.New(slog.NewTextHandler(&out, nil)).Info("x", "v", v)
		slog.New(slog.NewJSONHandler(&out, nil)).Info("x", "v", v)
		p.clean(fmt.Sprintf("value %d in a log", i), out.String())
	}
}

// clean fails if s holds a secret.
func (p *probe) clean(way, s string) {
	p.t.Helper()
	low := strings.ToLower(s)
	for n, secret := range secrets {
		if strings.Contains(low, secret) {
			p.t.Errorf("%s: %s holds secret %d", p.at, way, n)
			return
		}
	}
}

// panics runs f, which panics, and looks at what it panics with and the trace.
func (p *probe) panics(f func()) {
	p.t.Helper()
	defer func() {
		p.t.Helper()
		v := recover()
		if v == nil {
			p.t.Errorf("%s: no panic", p.at)
		}
		p.look(v)
		p.clean("the stack trace", string(debug.Stack()))
	}()
	f()
}

// TestNothingLeaks runs the lines, and fails where an exported function or
// method that text could come out of has none.
func TestNothingLeaks(t *testing.T) {
	lines := slices.Concat(leakPhi, leakRedact, leakThread, leakAudit, leakIdentifiers, leakLexicon, leakData)
	covered := map[string]bool{}
	for _, l := range lines {
		names := strings.Fields(l.covers)
		require.NotEmpty(t, names)
		for _, name := range names {
			covered[name] = true
		}
		t.Run(names[0], func(t *testing.T) { l.feed(&probe{t: t, at: names[0]}) })
	}
	for name := range leakByContract {
		require.NotContains(t, covered, name)
		covered[name] = true
	}
	exported := exportedWithText(t, "../phi", "../identifiers", "../lexicon")
	for _, name := range slices.Sorted(maps.Keys(exported)) {
		if !covered[name] {
			t.Errorf("%s has no line: add it to a leakLine, or to leakByContract with the reason", name)
		}
	}
	for name := range covered {
		if !exported[name] {
			t.Errorf("%s has a line, but is no exported function that text could come out of", name)
		}
	}
}

// TestProbeSees lets the probe find each secret, and text in a panic.
func TestProbeSees(t *testing.T) {
	for _, s := range secrets {
		require.Contains(t, strings.ToLower(strings.ReplaceAll(secretText, "-", "")+secretText), s)
		var sub testing.T
		(&probe{t: &sub}).look(struct{ x []error }{[]error{fmt.Errorf("bad: %s", strings.ToUpper(s))}})
		require.True(t, sub.Failed())
	}
	var sub testing.T
	(&probe{t: &sub}).panics(func() { panic(secretText) })
	require.True(t, sub.Failed())
}

// exportedWithText lists the exported functions and the exported methods of
// exported types, "phi.New" and "phi.Redactor.Redact", of the packages in the
// folders and below, without the internal ones: all whose receiver, parameters
// or results could hold text. That is no number, no boolean and no type made of
// one; and a function that is given no more than strings and gives no more than
// such values cannot pass text on either.
func exportedWithText(t *testing.T, roots ...string) map[string]bool {
	t.Helper()
	scalar := map[string]bool{"bool": true, "byte": true, "rune": true, "int": true, "int32": true, "int64": true, "uint8": true, "uint16": true, "uint32": true, "uint64": true, "float32": true, "float64": true}
	var files []*ast.File
	var packages []string
	for _, root := range roots {
		require.NoError(t, filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case d.IsDir() && (d.Name() == "internal" || d.Name() == "testdata" || d.Name() == "data"):
				return fs.SkipDir
			case d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
				return nil
			}
			f, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
			if err == nil {
				files, packages = append(files, f), append(packages, f.Name.Name)
			}
			return err
		}))
	}
	for range 3 { // types of types of numbers
		for i, f := range files {
			ast.Inspect(f, func(n ast.Node) bool {
				if s, ok := n.(*ast.TypeSpec); ok && isScalar(s.Type, packages[i], scalar) {
					scalar[packages[i]+"."+s.Name.Name] = true
				}
				return true
			})
		}
	}
	out := map[string]bool{}
	for i, f := range files {
		for _, decl := range f.Decls {
			fn, ok := decl.(*ast.FuncDecl)
			if !ok || !fn.Name.IsExported() {
				continue
			}
			name := packages[i] + "."
			passive := allScalar(fn.Type.Results, packages[i], scalar) && onlyGiven(fn, packages[i], scalar)
			if fn.Recv != nil {
				recv := receiver(fn.Recv.List[0].Type)
				if !ast.IsExported(recv) {
					continue
				}
				name += recv + "."
				number := scalar[packages[i]+"."+recv]
				passive = number && (passive || fn.Type.Params.NumFields() == 0)
			} else if fn.Type.Params.NumFields() == 0 {
				passive = true // there is no text in the call
			}
			if !passive {
				out[name+fn.Name.Name] = true
			}
		}
	}
	require.Greater(t, len(out), 50)
	_, err := os.Stat("detector.go")
	require.NoError(t, err)
	return out
}

func receiver(x ast.Expr) string {
	switch x := x.(type) {
	case *ast.StarExpr:
		return receiver(x.X)
	case *ast.IndexExpr:
		return receiver(x.X)
	case *ast.Ident:
		return x.Name
	}
	return ""
}

func isScalar(x ast.Expr, pkg string, scalar map[string]bool) bool {
	switch x := x.(type) {
	case *ast.Ident:
		return scalar[x.Name] || scalar[pkg+"."+x.Name]
	case *ast.SelectorExpr:
		p, ok := x.X.(*ast.Ident)
		return ok && scalar[p.Name+"."+x.Sel.Name]
	case *ast.ArrayType:
		return isScalar(x.Elt, pkg, scalar) && !(x.Len == nil && fmt.Sprint(x.Elt) == "byte")
	}
	return false
}

func allScalar(list *ast.FieldList, pkg string, scalar map[string]bool) bool {
	if list == nil {
		return true
	}
	for _, f := range list.List {
		if !isScalar(f.Type, pkg, scalar) {
			return false
		}
	}
	return true
}

// onlyGiven reports parameters that nothing can be written to: numbers, strings
// and type parameters.
func onlyGiven(fn *ast.FuncDecl, pkg string, scalar map[string]bool) bool {
	free := maps.Clone(scalar)
	free["string"] = true
	if fn.Type.TypeParams != nil {
		for _, f := range fn.Type.TypeParams.List {
			for _, n := range f.Names {
				free[n.Name] = true
			}
		}
	}
	return allScalar(fn.Type.Params, pkg, free)
}
