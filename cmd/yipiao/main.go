// Command yipiao makes bilingual trade documents from orders.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
)

// Exit statuses, as the contract of the command line fixes them.
const (
	exitDone    = 0
	exitInput   = 1 // some input is at fault
	exitUsage   = 2 // wrong usage
	exitMachine = 3 // the machine or a service failed
)

// ballast is never touched and takes no memory, but counts for the collector: it
// runs once for many documents, and not once for a few.
const ballast = 24 << 20

func main() {
	weight := make([]byte, ballast)
	defer runtime.KeepAlive(weight)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run is the whole command: it alone turns errors into words and a status.
func run(ctx context.Context, args []string, in io.Reader, out, errOut io.Writer) int {
	root := newRoot()
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(errOut)
	err := root.ExecuteContext(ctx)
	var s *statusError
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &s):
		if s.err != nil {
			fmt.Fprintln(errOut, said(s.err))
		}
		return s.status
	default: // cobra's own: an unknown flag, a missing argument
		fmt.Fprintln(errOut, said(err))
		return exitUsage
	}
}

// said is an error in words, with the program's name before what names no file.
func said(err error) string {
	return "yipiao: " + strings.TrimPrefix(err.Error(), "yipiao: ")
}

// statusError is an error with the status to exit with; without words where
// they have been said.
type statusError struct {
	status int
	err    error
}

func (e *statusError) Error() string {
	if e.err == nil {
		return fmt.Sprintf("status %d", e.status)
	}
	return e.err.Error()
}

func usage(format string, args ...any) error {
	return &statusError{exitUsage, fmt.Errorf(format, args...)}
}

func machine(err error) error { return &statusError{exitMachine, err} }

// version is what this program was built from, as Go recorded it.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	return info.Main.Version
}

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "yipiao",
		Short: "Bilingual trade documents from one order 译票",
		Long: `yipiao makes a proforma invoice, a commercial invoice and a packing list in
Chinese and English, as PDF and XLSX, from one order in YAML.

  yipiao init                    write a starter order
  yipiao translate order.yaml    write the missing language into it
  yipiao generate order.yaml     make its documents
  yipiao read invoice.xlsx       turn a supplier's document into an order`,
		Version:       version(),
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return cmd.Help()
		},
	}
	root.AddCommand(newInit(), newGenerate(), newTranslate(), newRead(), newSchema())
	return root
}
