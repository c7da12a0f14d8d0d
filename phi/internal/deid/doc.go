// Package deid makes what takes the place of an identifier: masks, the parts
// that Safe Harbor lets stand, shifted dates, invented values. It knows forms
// and formats and nothing of texts, policies or sessions.
package deid
