package pattern

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestPatternsCompile compiles what else would fail only where it is first
// used: every expression that stands in the program's source. Those that are
// put together are compiled by the tests of their own packages.
func TestPatternsCompile(t *testing.T) {
	compiled, composed := 0, 0
	err := filepath.WalkDir("../..", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			return err
		}
		for _, argument := range arguments(file) {
			literal, ok := argument.(*ast.BasicLit)
			if !ok {
				composed++
				continue
			}
			expression, err := strconv.Unquote(literal.Value)
			if err == nil {
				_, err = regexp.Compile(expression)
			}
			if err != nil {
				t.Errorf("%s: %s: %v", name, literal.Value, err)
			}
			compiled++
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if compiled < 300 {
		t.Errorf("%d expressions were found", compiled)
	}
	t.Logf("%d expressions compile, %d are put together", compiled, composed)
}

// arguments are what Lazily is called with.
func arguments(file *ast.File) (found []ast.Expr) {
	ast.Inspect(file, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			if f, ok := call.Fun.(*ast.SelectorExpr); ok && f.Sel.Name == "Lazily" {
				found = append(found, call.Args[0])
			}
		}
		return true
	})
	return found
}
