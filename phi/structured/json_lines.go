package structured

import "bytes"

// lines redacts JSON texts, one a line. Line ends and empty lines stay.
func (r *run) lines(in *source, emit func([]byte) error) error {
	for {
		b, err := in.line(r.s.opt.MaxBytes)
		if err != nil {
			return r.failIn(in, err)
		}
		if len(b) == 0 {
			return nil
		}
		r.base = in.start
		r.record++
		end := len(b)
		for end > 0 && (b[end-1] == '\n' || b[end-1] == '\r') {
			end--
		}
		if len(bytes.TrimSpace(b[:end])) > 0 {
			out, err := r.document(b[:end])
			if err != nil {
				return err
			}
			if err := emit(out); err != nil {
				return err
			}
		} else {
			end = 0
		}
		if err := emit(b[end:]); err != nil {
			return err
		}
	}
}
