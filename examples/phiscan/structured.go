package main

import (
	"bufio"

	"github.com/phidetect/phidetect/phi"
	"github.com/phidetect/phidetect/phi/structured"
)

// structured redacts sources that have a form, one record at a time where the
// form has records.
func (s *scanner) structured() error {
	r, err := phi.NewRedactor(nil, phi.RedactPolicy{})
	if err != nil {
		return err
	}
	sc, err := structured.New(structured.Options{Replacer: r})
	if err != nil {
		return err
	}
	out := bufio.NewWriter(s.stdout)
	for _, src := range s.sources {
		in, _, closer, err := s.open(src)
		if err != nil {
			return err
		}
		rep, err := sc.Copy(out, in, s.format, nil)
		closer()
		if flushed := out.Flush(); err == nil {
			err = flushed
		}
		if err != nil {
			return err
		}
		s.found = s.found || s.failOn.has(rep.Verdict)
	}
	return nil
}
