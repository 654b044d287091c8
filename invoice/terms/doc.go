// Package terms has the codes that trade documents use, each with its names in
// Chinese and English: currencies, countries, units, packages, Incoterms and
// the order format's own.
//
// The tables are data that no program start pays for: they are sorted, found
// by binary search, and what else people write for a code is indexed when it is
// first asked for. Each names its source, and what was compared with none.
package terms
