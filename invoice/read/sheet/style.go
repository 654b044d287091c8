package sheet

// Style is how a cell looks.
type Style struct {
	Font   Font
	Fill   Fill
	Left   Side
	Right  Side
	Top    Side
	Bottom Side
	Up     Side // the diagonal from the lower left
	Down   Side // the diagonal from the upper left

	Across string // left, center, right, fill, justify, centerContinuous, distributed; "" is general
	Along  string // top, center, justify, distributed; "" is bottom
	Wrap   bool
	Shrink bool
	Indent int
	Turn   int // 0–90 up, 91–180 down (90 more than the angle), 255 letter under letter

	Format string // the number format's code
	format *format
}

// Font is a typeface and how it is set.
type Font struct {
	Name      string
	Size      int // in thousandths of a point
	Bold      bool
	Italic    bool
	Underline string // single, double, singleAccounting, doubleAccounting; "" is none
	Strike    bool
	Raise     string // superscript, subscript; "" is none
	Color     Color
}

// Fill is a cell's ground.
type Fill struct {
	Pattern string // solid, gray125 …; "" is none
	Front   Color  // a solid fill's colour
	Back    Color
}

// Side is a border: thin, medium, dashed, dotted, thick, double, hair …
type Side struct {
	Line  string // "" is none
	Color Color
}

// Color is red, green and blue. The zero Color is automatic: black for a text,
// white for a ground.
type Color struct {
	R, G, B uint8
	Set     bool
}
