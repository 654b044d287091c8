package read

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"yipiao/invoice"
)

var update = flag.Bool("update", false, "write the golden files anew")

// shown is all that a file's readings say, for golden files. Places are left
// out of long ones.
func shown(readings []Reading) string {
	var b strings.Builder
	for _, r := range readings {
		if r.Refused != "" {
			fmt.Fprintf(&b, "refused: %s\n", r.Refused)
		}
		if r.Order != nil {
			y, err := r.Order.Marshal()
			if err != nil {
				fmt.Fprintf(&b, "error: %v\n", err)
			}
			b.Write(y)
		}
		for _, w := range r.Warnings {
			fmt.Fprintf(&b, "# warning %s, %s at %s: %s\n", w.Code, w.Field, w.Where, w.Message)
		}
		if len(r.Where) < 200 {
			for _, path := range slices.Sorted(maps.Keys(r.Where)) {
				fmt.Fprintf(&b, "# %s: %s\n", path, r.Where[path])
			}
		}
	}
	return b.String()
}

func TestFapiaoFiles(t *testing.T) {
	files, _ := filepath.Glob("testdata/fapiao/*.*")
	for _, file := range files {
		if ext := filepath.Ext(file); ext != ".ofd" && ext != ".xml" {
			continue
		}
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			readings, err := File(context.Background(), file, data, Options{})
			if err != nil {
				t.Fatal(err)
			}
			golden := strings.TrimSuffix(file, filepath.Ext(file)) + filepath.Ext(file) + ".golden"
			got := shown(readings)
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Error(diff)
			}
			for _, r := range readings {
				usable(t, &r)
			}
		})
	}
}

// usable checks that an order that was read decodes again, as the same, and
// makes a commercial invoice with the total that the original states.
func usable(t *testing.T, r *Reading) {
	t.Helper()
	if r.Order == nil {
		return
	}
	y, err := r.Order.Marshal()
	if err != nil {
		t.Fatalf("%v", err)
	}
	again, err := invoice.Decode("read.yaml", y)
	if err != nil {
		if !slices.ContainsFunc(r.Warnings, func(w Warning) bool { return w.Code == Missing }) {
			t.Errorf("does not decode, and lacks nothing: %v\n%s", err, y)
		}
		return
	}
	if z, err := again[0].Marshal(); err != nil || !bytes.Equal(y, z) {
		t.Errorf("decodes to another order (%v):\n%s", err, cmp.Diff(string(y), string(z)))
	}
	d, err := invoice.New(r.Order, invoice.Commercial, invoice.Both)
	if err != nil {
		t.Errorf("makes no commercial invoice: %v", err)
		return
	}
	stated := r.Order.Stated.Total
	warned := slices.ContainsFunc(r.Warnings, func(w Warning) bool { return w.Code == Total || w.Code == Missing || w.Code == AmountDiffer })
	if !stated.Given() || !d.Figures.Total.Decimal().Equal(stated.Decimal()) && !warned {
		t.Errorf("the total is %s, the original says %s, and no warning says so", d.Figures.Total, stated)
	}
}
