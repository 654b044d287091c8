package main

import (
	_ "embed"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"yipiao/invoice"
)

//go:embed starter.yaml
var starter []byte

func newInit() *cobra.Command {
	return &cobra.Command{
		Use:   "init [FILE]",
		Short: "Write a commented starter order",
		Long: `Write a commented starter order to FILE (default order.yaml), and beside it
order.schema.json, by which an editor with a YAML language server completes and
checks the order while you type. An existing order is never replaced.`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			name := "order.yaml"
			if len(args) == 1 {
				name = args[0]
			}
			return writeStarter(cmd, name)
		},
	}
}

func writeStarter(cmd *cobra.Command, name string) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, os.ErrExist) {
		return &statusError{exitInput, fmt.Errorf("%s is there already; name another file", name)}
	}
	if err != nil {
		return machine(err)
	}
	_, err = f.Write(starter)
	if err = errors.Join(err, f.Close()); err != nil {
		return machine(err)
	}
	schema, err := invoice.Schema()
	if err != nil {
		return err
	}
	beside := filepath.Join(filepath.Dir(name), "order.schema.json")
	if err := os.WriteFile(beside, schema, 0o644); err != nil {
		return machine(err)
	}
	fmt.Fprintf(cmd.OutOrStdout(), "wrote %s and %s; next: yipiao generate %s\n", name, beside, name)
	return nil
}
