package strict

// Limits bound what a file may make a reader do.
type Limits struct {
	Bytes     int // of the file, and of all texts once aliases are expanded
	Values    int // mappings, lists and scalars without keys, once aliases are expanded
	Depth     int // of mappings and lists within each other
	Text      int // characters of one text
	Documents int // in one file
	Errors    int // that are kept; the rest is only mentioned
}

// DefaultLimits are those of orders and templates.
var DefaultLimits = Limits{
	Bytes:     32 << 20,
	Values:    400_000,
	Depth:     64,
	Text:      20_000,
	Documents: 10_000,
	Errors:    1_000,
}
