package translate

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// ReviewRow is one text in a workbook for review.
type ReviewRow struct {
	ID             string
	From, To       Lang
	Source, Target string
	State          State // of the memory, or Review
	Warnings       string
}

// ReviewRows makes rows of results, in their order.
func ReviewRows(results []Result) []ReviewRow {
	rows := make([]ReviewRow, len(results))
	for i, r := range results {
		var warnings []string
		for _, c := range r.Checks {
			warnings = append(warnings, c.Message)
		}
		state := Machine
		if r.State == Final {
			state = Final
		}
		rows[i] = ReviewRow{ID: r.ID, From: r.From, To: r.To, Source: r.Source, Target: r.Text, State: state, Warnings: strings.Join(warnings, "; ")}
	}
	return rows
}

const (
	reviewSheet = "Review"
	// The workbook's dates are fixed: the same rows give the same bytes.
	reviewDate = "2000-01-01T00:00:00Z"
	// What was written stands in hidden columns, so that a change is seen in
	// whatever order a person has sorted the rows.
	hiddenColumns = "H:J"
	maxReviewRows = 200_000
	maxReviewFile = 64 << 20
)

var reviewColumns = []string{"ID", "From", "To", "Source", "Target", "State", "Warnings", "Source as written", "Target as written", "State as written"}

// WriteReview writes a workbook: a row a text, the target to be changed. Texts
// never become formulas.
func WriteReview(w io.Writer, rows []ReviewRow) error {
	if len(rows) > maxReviewRows {
		return fmt.Errorf("%d texts, a workbook for review holds %d", len(rows), maxReviewRows)
	}
	f := excelize.NewFile()
	defer f.Close()
	if err := layOutReview(f, len(rows)); err != nil {
		return err
	}
	for i, row := range rows {
		cells := []string{row.ID, string(row.From), string(row.To), row.Source, row.Target, string(row.State), row.Warnings, row.Source, row.Target, string(row.State)}
		for column, text := range cells {
			name, err := excelize.CoordinatesToCellName(column+1, i+2)
			if err != nil {
				return err
			}
			if utf8.RuneCountInString(text) > excelize.TotalCellChars {
				return fmt.Errorf("%s: longer than the %d characters of a cell", row.ID, excelize.TotalCellChars)
			}
			if err := f.SetCellStr(reviewSheet, name, text); err != nil {
				return err
			}
		}
	}
	return f.Write(w)
}

func layOutReview(f *excelize.File, rows int) error {
	if err := f.SetSheetName("Sheet1", reviewSheet); err != nil {
		return err
	}
	wrap, err := f.NewStyle(&excelize.Style{NumFmt: 49, Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}})
	if err != nil {
		return err
	}
	bold, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return err
	}
	var failures []error
	note := func(err error) { failures = append(failures, err) }
	for _, width := range []struct {
		columns string
		width   float64
	}{{"A", 26}, {"B", 6}, {"C", 6}, {"D", 44}, {"E", 44}, {"F", 12}, {"G", 40}} {
		note(f.SetColWidth(reviewSheet, width.columns, width.columns, width.width))
	}
	note(f.SetColStyle(reviewSheet, "A:J", wrap))
	note(f.SetColVisible(reviewSheet, hiddenColumns, false))
	for i, title := range reviewColumns {
		name, err := excelize.CoordinatesToCellName(i+1, 1)
		note(err)
		note(f.SetCellStr(reviewSheet, name, title))
	}
	note(f.SetRowStyle(reviewSheet, 1, 1, bold))
	note(f.SetPanes(reviewSheet, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}))
	states := excelize.NewDataValidation(true)
	states.SetSqref(fmt.Sprintf("F2:F%d", max(rows+1, 2)))
	note(states.SetDropList([]string{string(Machine), string(Edited), string(Reviewed), string(Locked), string(Final)}))
	note(f.AddDataValidation(reviewSheet, states))
	note(f.SetDocProps(&excelize.DocProperties{Creator: "yipiao", LastModifiedBy: "yipiao", Created: reviewDate, Modified: reviewDate}))
	return errors.Join(failures...)
}

// ReadReview reads a workbook back and returns what a person approved: a
// changed target becomes reviewed, and a row whose state was set to edited,
// reviewed or locked becomes that. by and date say who approved it, and when. A
// translation that fails on numbers or codes is told in the error with its
// cell, as is a changed original, or two translations of one original; if there
// is any error, nothing is returned.
func ReadReview(r io.Reader, name, by, date string) ([]Entry, error) {
	bounded := &io.LimitedReader{R: r, N: maxReviewFile + 1}
	f, err := excelize.OpenReader(bounded, excelize.Options{UnzipSizeLimit: 8 * maxReviewFile, UnzipXMLSizeLimit: maxReviewFile})
	if err != nil || bounded.N <= 0 {
		return nil, fmt.Errorf("%s: not a workbook of at most %d MB: %v", name, maxReviewFile>>20, err)
	}
	defer f.Close()
	rows, err := f.Rows(reviewSheet)
	if err != nil {
		return nil, fmt.Errorf("%s: there is no sheet %q: give the workbook that was written for review", name, reviewSheet)
	}
	defer rows.Close()
	faults := faults{name: name}
	var entries []Entry
	said := map[memoryKey]Entry{}
	for line := 1; rows.Next(); line++ {
		cells, err := rows.Columns()
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, line, err)
		}
		cells = append(cells, make([]string, max(0, len(reviewColumns)-len(cells)))...)
		if line > maxReviewRows+1 {
			faults.add(line, fmt.Sprintf("more than %d rows", maxReviewRows))
			break
		}
		if line == 1 {
			if !slices.Equal(cells[:len(reviewColumns)], reviewColumns) {
				return nil, fmt.Errorf("%s:1: the first row must be as it was written: %s", name, strings.Join(reviewColumns, ", "))
			}
			continue
		}
		e, problem := reviewed(cells)
		k := key(e.From, e.To, e.Source)
		if other, twice := said[k]; twice && problem == "" && e.State != "" && (other.Target != e.Target || other.State != e.State) {
			problem = "the same original has another translation in an earlier row: give both the same"
		}
		if problem != "" {
			faults.add(line, problem)
		} else if e.State.Approved() {
			e.Provider, e.Date = word(by), date
			entries, said[k] = append(entries, e), e
		}
	}
	if err := errors.Join(rows.Error(), faults.err()); err != nil {
		return nil, err
	}
	return entries, nil
}

// reviewed makes an entry of a row; one without a state is as it was written.
func reviewed(cells []string) (Entry, string) {
	text := func(i int) string { return strings.TrimSpace(strings.ReplaceAll(cells[i], "\r\n", "\n")) }
	e := Entry{From: Lang(text(1)), To: Lang(text(2)), Source: text(3), Target: text(4), State: State(text(5))}
	if strings.Join(cells, "") == "" {
		return e, ""
	}
	changed := e.Target != text(8)
	switch {
	case e.Source == text(7) && !changed && string(e.State) == text(9):
		return Entry{}, ""
	case e.Source != text(7):
		return e, "column D: the original was changed: put it back, and change only the translation in column E"
	case !e.From.IsChinese() && e.From != English || e.To != e.From.Other():
		return Entry{}, "" // nothing to translate in it
	case e.State != Machine && e.State != Final && e.State != Review && !e.State.Approved():
		return e, fmt.Sprintf("column F: state %q: machine, edited, reviewed, locked or final is right", Quote(string(e.State)))
	case State(text(9)) == Locked:
		return e, "the translation is locked: put it back as it was, or write another state into the memory first"
	case e.Target == "" && (changed || e.State.Approved()):
		return e, "column E: the translation is empty"
	case changed && (!e.State.Approved() || string(e.State) == text(9)):
		e.State = Reviewed // whatever it was, it is now this person's word
	case !e.State.Approved():
		return Entry{}, ""
	}
	if e.State.Approved() {
		for _, c := range Verify(e.Source, e.Target, e.From, e.To, nil, 0) {
			if c.Refuses() {
				return e, "column E: " + c.Message
			}
		}
	}
	return e, ""
}

// IsReview reports whether a file is a workbook that WriteReview wrote.
func IsReview(data []byte) bool {
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: maxReviewFile, UnzipXMLSizeLimit: maxReviewFile})
	if err != nil {
		return false
	}
	defer f.Close()
	last, err := excelize.CoordinatesToCellName(len(reviewColumns), 1)
	if err != nil {
		return false
	}
	title, err := f.GetCellValue(reviewSheet, last)
	return err == nil && title == reviewColumns[len(reviewColumns)-1]
}
