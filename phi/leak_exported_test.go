package phi_test

import (
	"fmt"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

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
			built, err := build.Default.MatchFile(filepath.Split(path))
			if err != nil || !built {
				return err // for measuring alone, by a build tag
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
