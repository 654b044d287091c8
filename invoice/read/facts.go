package read

// readFacts reads what stands around the table of a paper: everything above
// its head and below its foot.
func (d *draft) readFacts(p *paper) {}
