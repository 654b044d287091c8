package page

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
)

func TestDump(t *testing.T) {
	for _, f := range strings.Fields(os.Getenv("DUMP")) {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		t0 := time.Now()
		file, err := Open(context.Background(), data, func(s string) { fmt.Println(s) })
		if err != nil {
			fmt.Println(f, err)
			continue
		}
		t1 := time.Now()
		pages, err := file.Read(context.Background())
		fmt.Println("==", f, t1.Sub(t0), time.Since(t1), err)
		file.Close()
		for _, p := range pages {
			fmt.Println("--", p.Grid.Name, p.Width, p.Height, "source", p.Source, "unknown", p.Unknown, "cut", p.Cut)
			for _, r := range p.Grid.Rows {
				fmt.Printf("%4d ", r.Top/1000)
				for _, c := range r.Cells {
					b := ""
					if c.Bold {
						b = "*"
					}
					fmt.Printf("|%d %s%s%s ", c.Left/1000, b, c.Text, b)
				}
				fmt.Println()
			}
		}
	}
}
