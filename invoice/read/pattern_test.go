package read

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"
)

// TestPatternsCompile compiles what else would fail only where it is first
// used: every expression that stands in this package's source.
func TestPatternsCompile(t *testing.T) {
	phoneAtEnd.compiled() // these two are put together
	separated.compiled()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	compiled, composed := 0, 0
	for _, name := range files {
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, source, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			if f, ok := call.Fun.(*ast.Ident); !ok || f.Name != "lazily" {
				return true
			}
			literal, ok := call.Args[0].(*ast.BasicLit)
			if !ok {
				composed++
				return true
			}
			expression, err := strconv.Unquote(literal.Value)
			if err == nil {
				_, err = regexp.Compile(expression)
			}
			if err != nil {
				t.Errorf("%s: %s: %v", name, literal.Value, err)
			}
			compiled++
			return true
		})
	}
	if compiled < 150 || composed != 2 {
		t.Errorf("%d expressions were compiled, %d are put together: compile those above", compiled, composed)
	}
}
