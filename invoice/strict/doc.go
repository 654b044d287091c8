// Package strict reads and writes the YAML of orders, templates and rule packs.
//
// It is stricter than YAML and kinder: every scalar is taken as it is written
// (0123, 9617.00 and NO are texts), unknown fields and duplicate keys are
// errors, everything is bounded, and every error names file, line, column and
// path. All errors of a file are reported at once.
package strict
