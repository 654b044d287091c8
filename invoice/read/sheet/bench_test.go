package sheet

import (
	"context"
	"testing"
)

func BenchmarkXLSX(b *testing.B) {
	for _, file := range []string{"testdata/rich.xlsx", "../testdata/workbooks/02_ningbo_haobo.xlsx", "../testdata/workbooks/26_three_hundred_lines.xlsx"} {
		data := readFile(b, file)
		b.Run(file, func(b *testing.B) {
			for b.Loop() {
				book, err := XLSX(context.Background(), data)
				if err != nil {
					b.Fatal(err)
				}
				book.Sheets[0].Grid()
			}
		})
	}
}

func BenchmarkXLS(b *testing.B) {
	data := readFile(b, "testdata/rich.xls")
	for b.Loop() {
		book, err := XLS(context.Background(), data)
		if err != nil {
			b.Fatal(err)
		}
		book.Sheets[0].Grid()
	}
}
