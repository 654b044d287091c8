package sheet

import "fmt"

// Failure says why a file can't be read as a workbook.
type Failure struct {
	Cause  Cause
	reason string
}

func (f *Failure) Error() string { return f.reason }

// Cause is a kind of failure.
type Cause uint8

// The kinds of failures.
const (
	Damaged   Cause = iota // it breaks the rules of its format
	Encrypted              // it is protected by a password
	TooLarge               // it exceeds a bound
	Other                  // it is of another format
)

func damaged(format string, args ...any) *Failure {
	return &Failure{Damaged, fmt.Sprintf("the workbook is damaged: "+format, args...)}
}

func tooLarge(format string, args ...any) *Failure {
	return &Failure{TooLarge, fmt.Sprintf("the workbook is too large: "+format, args...)}
}

func otherFormat(name string) *Failure {
	return &Failure{Other, fmt.Sprintf("this is %s, not a workbook that can be read: save it as XLSX", name)}
}

// Bounds of what is read of a file. An invoice has a hundredth of it.
const (
	maxPart     = 64 << 20  // bytes of one unpacked part
	maxUnpacked = 160 << 20 // bytes of all parts that are read
	maxParts    = 20_000    // files in the container
	maxSheets   = 500
	maxCells    = 500_000 // cells of all sheets that hold something
	maxBlank    = 300_000 // blank cells with a style; more are left out
	maxRows     = 1_100_000
	maxMerges   = 50_000 // of all sheets
	maxStyles   = 66_000
	maxStrings  = 1_000_000  // shared texts
	maxText     = 32_767     // characters of a cell, as Excel has it
	maxShapes   = 5_000      // pictures and text boxes
	maxRuns     = 200_000    // of all texts in several styles
	maxDepth    = 100        // of elements within each other
	maxShown    = 32 << 20   // bytes of all texts and formulas that cells don't share
	maxFormula  = 32 << 10   // bytes of a formula; Excel has at most 8,192 characters
	maxRelation = 20_000     // references of a part to others
	maxAreas    = 500        // print areas of a sheet
	maxRecords  = 20_000_000 // of an old workbook
)
