package strict

import "testing"

func benchmarkRead(b *testing.B, lines int) {
	data := longOrder(lines)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		sources, err := Read("f", data, DefaultLimits)
		if err != nil {
			b.Fatal(err)
		}
		var o order
		if sources[0].Decode(&o); sources[0].Err() != nil {
			b.Fatal(sources[0].Err())
		}
	}
}

func BenchmarkRead20Lines(b *testing.B)    { benchmarkRead(b, 20) }
func BenchmarkRead120Lines(b *testing.B)   { benchmarkRead(b, 120) }
func BenchmarkRead10000Lines(b *testing.B) { benchmarkRead(b, 10_000) }

func BenchmarkMarshal20Lines(b *testing.B) {
	var o order
	source(b, string(longOrder(20))).Decode(&o)
	b.ReportAllocs()
	for b.Loop() {
		data, err := Marshal(&o)
		if err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(len(data)))
	}
}
