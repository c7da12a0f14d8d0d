package report

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
)

//go:embed page.html
var page string

var pageTemplate = template.Must(template.New("page").Funcs(template.FuncMap{
	"span": span,
	"unit": func(f float64) string { return fmt.Sprintf("%.1f", f) },
}).Parse(page))

// HTML writes the week as a page that loads nothing.
func (w *Week) HTML(out io.Writer) error {
	return pageTemplate.Execute(out, map[string]any{
		"Week": w, "Columns": columns, "Plots": w.plots(), "Last": w.To.AddDate(0, 0, -1), "Width": plotWidth, "Height": plotHeight, "Bottom": plotBottom,
	})
}
