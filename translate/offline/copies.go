package offline

import "yipiao/invoice/pattern"

// inSeveral finds documents made in duplicate, triplicate and so on.
var inSeveral = pattern.Lazily(`^(.{2,}?)一式([两二三四五六七八九]|\d+)份$`)

// inAsMany writes in how many copies documents are made.
func inAsMany(zh string) string {
	number, _ := readNumber(zh)
	if known := map[string]string{"2": "duplicate", "3": "triplicate", "4": "quadruplicate"}[number]; known != "" {
		return "in " + known
	}
	return "in " + number + " copies"
}

// inCopies finds in how many copies documents are.
var inCopies = pattern.Lazily(`^(.{2,}?)(各)?([一两三四五六七八九十]|\d+)份$`)

// noPaper finds what is no document and has no copies: 收到样品一份.
var noPaper = pattern.Lazily(`(?:[品样货件料]|赠礼|套餐)$`)
