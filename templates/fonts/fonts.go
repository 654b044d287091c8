// Package fonts holds the font files that documents are drawn with, in the
// order in which one helps out for another. ORIGIN.md says where they are from.
package fonts

import _ "embed"

// The files, TrueType with glyf outlines. Nothing may change their bytes.
var (
	// SansSC and SansSCBold have all of GBK, Latin, half of Greek and Cyrillic.
	//go:embed NotoSansSC-Regular.ttf
	SansSC []byte
	//go:embed NotoSansSC-Bold.ttf
	SansSCBold []byte
	// Sans and SansBold have every Latin, Greek and Cyrillic letter, and all
	// signs of currencies.
	//go:embed NotoSans-Regular.ttf
	Sans []byte
	//go:embed NotoSans-Bold.ttf
	SansBold []byte
	// Math has the signs of mathematics, ≒ and ⌀ among them.
	//go:embed NotoSansMath-Regular.ttf
	Math []byte
	// Symbols has ☑ and one-coloured emoji.
	//go:embed NotoSansSymbols2-Regular.ttf
	Symbols []byte
)
