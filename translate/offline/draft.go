package offline

import "strings"

// readUnknown joins each run of unknown characters to one token, in pinyin: it is
// only for the reviewer, since a text with it is never final.
func (k *knowledge) readUnknown(tokens []token) []token {
	var joined []token
	for i, t := range tokens {
		if t.class == unknown {
			if i > 0 && tokens[i-1].class == unknown {
				continue
			}
			t.zh = unknownAround(tokens, i)
			t.en = k.guessed(t.zh)
		}
		joined = append(joined, t)
	}
	return joined
}

// plainWords are words of sentences for which no rule has been found a place. They
// make a draft readable; what they mean where they stand stays to be checked.
var plainWords = []struct{ zh, en string }{
	{"建议", "recommend"}, {"发现", "found"}, {"可能", "may"}, {"能够", "can"}, {"作为", "as"}, {"以及", "and"}, {"如果", "if"}, {"因为", "because of"}, {"所以", "so"}, {"已经", "already"}, {"保持", "keep"}, {"存在", "exist"}, {"无法", "cannot"}, {"承受", "withstand"},
	{"用", "with"}, {"在", "in"}, {"从", "from"}, {"经", "via"}, {"走", "by"}, {"同", "same as"}, {"于", "at"}, {"配", "with"}, {"带", "with"}, {"装", "packed"}, {"入", "into"}, {"并", "and"}, {"能", "can"}, {"满", "reaching"}, {"货", "goods"}, {"新", "new"}, {"第二", "second"}, {"第一", "first"},
}

// guessed gives a draft of unknown characters: the plain words at their beginning and
// end in English, the rest in pinyin as one word.
func (k *knowledge) guessed(zh string) string {
	for _, w := range plainWords {
		if zh == w.zh {
			return w.en
		}
		if rest, ok := strings.CutPrefix(zh, w.zh); ok {
			return w.en + " " + k.guessed(rest)
		}
	}
	for _, w := range plainWords {
		if rest, ok := strings.CutSuffix(zh, w.zh); ok {
			return k.guessed(rest) + " " + w.en
		}
	}
	if number, length := readNumber(zh); length > 0 {
		return strings.TrimSpace(number + " " + k.guessed(zh[length:])) // 三分: a number is never spelled
	}
	name, _ := k.pinyin(zh)
	return strings.ToLower(name)
}

// unknownAround gives the whole run of unknown characters a token belongs to.
func unknownAround(tokens []token, i int) string {
	from, to := i, i
	for from > 0 && tokens[from-1].class == unknown {
		from--
	}
	for to+1 < len(tokens) && tokens[to+1].class == unknown {
		to++
	}
	s := ""
	for ; from <= to; from++ {
		s += tokens[from].zh
	}
	return s
}
