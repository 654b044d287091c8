package main

import (
	"github.com/spf13/cobra"

	"yipiao/invoice"
	"yipiao/templates"
)

func newSchema() *cobra.Command {
	return &cobra.Command{
		Use:       "schema [order|template]",
		Short:     "Print the format of orders or templates as JSON Schema",
		Args:      cobra.MatchAll(cobra.MaximumNArgs(1), cobra.OnlyValidArgs),
		ValidArgs: []string{"order", "template"},
		RunE: func(cmd *cobra.Command, args []string) error {
			schema := invoice.Schema
			if len(args) == 1 && args[0] == "template" {
				schema = templates.Schema
			}
			data, err := schema()
			if err != nil {
				return err
			}
			_, err = cmd.OutOrStdout().Write(data)
			return err
		},
	}
}
