// Package words writes amounts and counts in words, as trade documents end
// with them: in English, and in the capital numerals of Chinese (大写) by the
// rules of the People's Bank of China for filling in bills.
package words
