package read

import "testing"

func TestClippedLabels(t *testing.T) {
	for text, want := range map[string]string{
		"●Invoice N": "o",
		"Valid unti": "l",
		"Invoice":    "",
		"Atlas Kit":  "",
		"Ship":       "",
	} {
		if got, _ := labelRest(text); got != want {
			t.Errorf("%q: %q lacks, want %q", text, got, want)
		}
	}
}
