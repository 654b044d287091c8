package strict

// Raw is a part of a file that is kept as it stands and looked into by nobody,
// as `internal:` of an order.
type Raw struct{ value any } // nil, Plain, quotedText, *[]any or *Pairs

// IsZero reports whether nothing was given.
func (r Raw) IsZero() bool { return r.value == nil }

// UnmarshalStrict takes anything.
func (r *Raw) UnmarshalStrict(n Node) { r.value = rawValue(n) }

// MarshalStrict is what was taken.
func (r Raw) MarshalStrict() any { return r.value }

// StrictSchema allows anything.
func (Raw) StrictSchema() map[string]any { return map[string]any{} }

// quotedText is a text that is written even where it is empty.
type quotedText string

func rawValue(n Node) any {
	switch n.Kind() {
	case Scalar:
		if n.Quoted() {
			return quotedText(n.Text())
		}
		return Plain(n.Text())
	case Sequence:
		list := make([]any, 0, n.Len())
		for item := range n.Items() {
			list = append(list, rawValue(item))
		}
		return &list
	case Mapping:
		pairs := make(Pairs, 0, n.Len())
		for key, field := range n.Fields() {
			pairs = append(pairs, Pair{key, rawValue(field)})
		}
		return &pairs
	}
	return Plain("null")
}
