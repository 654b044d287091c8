package offline
import ("testing";"os";"strings";"bufio")
func TestTry(t *testing.T){ f,_:=os.Open("/tmp/w/offline/try.txt"); s:=bufio.NewScanner(f); tr,_:=New(); for s.Scan(){ to,rest,_:=strings.Cut(s.Text(),"\t"); kind,text,_:=strings.Cut(rest,"\t"); r:=tr.Translate(text,Kind(kind),to); t.Logf("%v %s\n     %s %q",r.Final,text,r.Text,r.Checks)}}
