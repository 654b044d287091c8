// Package script knows which simplified character stands for a traditional one.
package script

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed traditional.txt
var pairs string

// Simplified are the traditional characters, each with its simplified one. The
// map is not to be changed.
var Simplified = sync.OnceValue(func() map[rune]rune {
	simplified := make(map[rune]rune, len(pairs)/6)
	for line := range strings.SplitSeq(pairs, "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		runes := []rune(line)
		for i := 0; i+1 < len(runes); i += 2 {
			simplified[runes[i]] = runes[i+1]
		}
	}
	return simplified
})
