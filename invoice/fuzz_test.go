package invoice

import "testing"

// FuzzDecode: whatever a file holds, decoding and making documents ends in a
// document or an error, and what a document shows makes it again.
func FuzzDecode(f *testing.F) {
	for _, seed := range []string{contractOrder, mixedPacking, head, "", "---\n---\n", "yipiao: [", "a: &a [*a]"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		orders, _ := Decode("order.yaml", data)
		for _, o := range orders {
			for _, k := range Kinds {
				d, err := New(o, k, Both)
				if err != nil {
					continue
				}
				attached, err := d.Order().Marshal()
				if err != nil {
					t.Fatalf("what a document shows can't be written: %v", err)
				}
				back, err := Decode("attached.yaml", attached)
				if err != nil {
					t.Fatalf("what a document shows can't be read: %v\n%s", err, attached)
				}
				if _, err := New(back[0], k, Both); err != nil {
					t.Fatalf("what a document shows doesn't make it: %v\n%s", err, attached)
				}
			}
		}
	})
}
