// Package words writes amounts and counts in words, as trade documents end
// with them: in English, and in the capital numerals of Chinese (大写) by the
// rules of the People's Bank of China for filling in bills (正确填写票据和结算凭证的
// 基本规定, 支付结算办法 附一).
package words
