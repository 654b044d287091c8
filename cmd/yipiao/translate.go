package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"yipiao/invoice/text"
	"yipiao/translate"
)

// translateFlags are the flags of translate as they are written.
type translateFlags struct {
	print, review, json bool
	by                  string
	evidence            evidenceFlags
	text, to, kind      string
	imports, export     string
	words               wordFlags
	service             serviceFlags
}

func newTranslate() *cobra.Command {
	var f translateFlags
	cmd := &cobra.Command{
		Use:   "translate [FILE...]",
		Short: "Give the texts of orders their other language",
		Long: `Write the missing language into orders, in place: final translations only. What
a person must see first goes into the memory (yipiao.memory.tsv beside the
order) as "machine", and beside its text as a comment. Every other byte of the
order stays. A second run changes nothing and asks nobody again. Registered
names, of companies and banks, are never written: a guessed one sends the wire
back.

Asked in this order: the memory's approved lines (edited, reviewed, locked), your
glossary, the offline translator, then the service of --translator. Numbers and
codes are held back from services, and an answer with a changed number is
refused.

Of a supplier's document (a workbook, PDF, e-fapiao …) it makes evidence, into
the folder of --out: NAME.en.pdf, the original's pages with their English facing
them and the original attached; of a workbook NAME.en.xlsx, a copy in English;
and NAME.yaml, the order. What is hidden or not printed is left out. What a
machine guessed is marked [?], the Chinese beside it.

To review: yipiao translate --review order.yaml writes order.review.xlsx. Change
its translations or set their state, save, and give the same command again: what
you changed is reviewed, in the memory and in the order.

Settings of services, from flags or the environment:
  google   --credentials GOOGLE_APPLICATION_CREDENTIALS, --project
           GOOGLE_CLOUD_PROJECT, --model general/nmt, --endpoint
           GOOGLE_TRANSLATE_ENDPOINT
  openai   any server of OpenAI's chat protocol (Ollama, DeepSeek, Qwen …):
           --endpoint OPENAI_BASE_URL, --model OPENAI_MODEL, --key OPENAI_API_KEY
  deepl    --key DEEPL_AUTH_KEY or DEEPL_API_KEY, --endpoint DEEPL_SERVER_URL
  libre    --endpoint LIBRETRANSLATE_URL, --key LIBRETRANSLATE_API_KEY
  all      --proxy, else HTTPS_PROXY and NO_PROXY; --timeout, --retries

Exit status: 0 done; 1 an order is at fault; 2 wrong usage; 3 the machine or a
service failed, with all written that was got until then.`,
		Example: `  yipiao translate order.yaml
  yipiao translate --translator deepl orders/*.yaml
  yipiao translate --review --by "Wang Fang, export manager" order.yaml
  yipiao translate invoice.xlsx -o evidence --by "Wang Fang, export manager"
  yipiao translate --text "304不锈钢保温杯 500ml" --to en
  yipiao translate --import old.tmx --by "Wang Fang, export manager"`,
		RunE: func(cmd *cobra.Command, files []string) error {
			return f.run(cmd, files, cmd.Flags().Changed)
		},
	}
	flags := cmd.Flags()
	flags.BoolVar(&f.print, "print", false, "print the orders instead of changing them")
	flags.BoolVar(&f.review, "review", false, "read FILE.review.xlsx back, if it is there, and write it anew")
	flags.StringVar(&f.by, "by", "", `who reviews, or translated a document: "Name, title"`)
	f.evidence.define(flags)
	flags.StringVar(&f.text, "text", "", `translate this text, or each line of standard input where it is "-"`)
	flags.StringVar(&f.to, "to", "", "with --text: the language to write, en or zh (default the other one)")
	flags.StringVar(&f.kind, "kind", "", "with --text: what the text is: "+strings.Join(textKinds(), ", "))
	flags.BoolVar(&f.json, "json", false, "with --text: source, target, state, translator and checks as JSON, a line each")
	flags.StringVar(&f.words.memory, "memory", "", "translation memory (default yipiao.memory.tsv beside the order)")
	flags.StringVar(&f.words.glossary, "glossary", "", "your own terms (default yipiao.glossary.tsv beside the order)")
	flags.StringVar(&f.imports, "import", "", "take FILE.tmx into the memory, or FILE.tsv into the glossary")
	flags.StringVar(&f.export, "export", "", "write the memory as FILE.tmx, or the glossary as FILE.tsv")
	f.service.define(flags)
	return cmd
}

func textKinds() []string {
	var names []string
	for _, k := range translate.Kinds() {
		names = append(names, string(k))
	}
	return names
}

// check finds flags that don't go together.
func (f *translateFlags) check(files []string, given func(string) bool) error {
	only := func(flag, with string, ok bool) error {
		if given(flag) && !ok {
			return usage("--%s goes with %s", flag, with)
		}
		return nil
	}
	err := errors.Join(f.evidence.check(),
		only("to", "--text", given("text")), only("kind", "--text", given("text")), only("json", "--text", given("text")),
		only("by", "--review, --import or a supplier's document", f.review || f.imports != "" || slices.ContainsFunc(files, namesNoOrder)))
	switch {
	case err != nil:
		return &statusError{exitUsage, errors.New(strings.ReplaceAll(err.Error(), "\n", "; "))}
	case given("text") && len(files) > 0:
		return usage("--text takes no file: give one of them")
	case given("text") && (f.print || f.review):
		return usage("--text goes without --print and --review")
	case !given("text") && len(files) == 0 && f.imports == "" && f.export == "":
		return usage("which order? give its file, or --text")
	case f.print && f.review:
		return usage("--print changes nothing, --review does: give one of them")
	case f.review && slices.Contains(files, "-"):
		return usage("--review needs a file, not standard input")
	case given("to") && f.to != "en" && f.to != "zh":
		return usage("--to %s: en or zh", f.to)
	case f.kind != "" && !slices.Contains(textKinds(), f.kind):
		return usage("--kind %s: unknown; %s", f.kind, strings.Join(textKinds(), ", "))
	}
	return nil
}

// namesNoOrder reports whether a file is no order by its name.
func namesNoOrder(file string) bool {
	ext := strings.ToLower(filepath.Ext(file))
	return file != "-" && ext != ".yaml" && ext != ".yml"
}

func (f *translateFlags) run(cmd *cobra.Command, files []string, given func(string) bool) (err error) {
	if err := f.check(files, given); err != nil {
		return err
	}
	t := &translating{ctx: cmd.Context(), flags: f, in: cmd.InOrStdin(), out: cmd.OutOrStdout(), err: cmd.ErrOrStderr(),
		date: time.Now().Format(time.DateOnly), words: map[string]*words{}, taken: map[string]string{}}
	if t.fonts, err = fontSet(f.evidence.fonts); err != nil {
		return err
	}
	t.service, err = f.service.open(cmd.Context(), given)
	if err != nil {
		return err
	}
	if given("text") {
		return t.text()
	}
	if err := t.exchange(files); err != nil {
		return err
	}
	for _, file := range files {
		if t.ctx.Err() != nil {
			return machine(errors.New("stopped; what was translated is in the memory"))
		}
		t.file(file)
	}
	if t.status != exitDone {
		return &statusError{status: t.status}
	}
	return nil
}

// translating is one run of the command.
type translating struct {
	ctx      context.Context
	flags    *translateFlags
	in       io.Reader
	out, err io.Writer
	date     string
	service  translate.Translator // nil for offline alone
	words    map[string]*words    // by folder
	fonts    text.Set
	taken    map[string]string // files of --out, by the document that they were made of
	printed  bool              // an order was printed already
	status   int
}

// say tells something on standard error, without the progress in its way.
func (t *translating) say(format string, args ...any) { fmt.Fprintf(t.err, format+"\n", args...) }

// fail tells a fault and notes the status to end with.
func (t *translating) fail(status int, err error) {
	t.status = max(t.status, status)
	t.say("%v", err)
}

// wordsOf are the words for a folder, read once.
func (t *translating) wordsOf(dir string) (*words, error) {
	if w := t.words[dir]; w != nil {
		return w, nil
	}
	w, err := t.flags.words.read(dir)
	if err == nil {
		t.words[dir] = w
	}
	return w, err
}

// pipeline stands around the translators of this run.
func (t *translating) pipeline(w *words) *translate.Pipeline {
	p := &translate.Pipeline{Memory: w.memory, Glossary: w.glossary, Translators: []translate.Translator{w.offline}, Date: t.date,
		Save: func(m *translate.Memory) error { return m.Save(w.memoryFile) }}
	if t.service != nil {
		p.Translators = append(p.Translators, t.service)
	}
	return p
}

// serviceFailed tells what a service said. It is not asked again in this run:
// it would fail for each order anew, after as long a wait.
func (t *translating) serviceFailed(name string, err error) {
	t.service = nil
	t.status = exitMachine
	for line := range strings.SplitSeq(err.Error(), "\n") {
		t.say("%s: %s", name, line)
	}
}
