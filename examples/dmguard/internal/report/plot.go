package report

import "fmt"

// A Bar is one column of a plot: its whole, and a part of that in another colour.
type Bar struct {
	Name        string
	Whole, Part int
	// X, Width are where it stands; WholeY, WholeH, PartY, PartH are the two
	// rectangles, in the plot's units.
	X, Width, WholeY, WholeH, PartY, PartH float64
}

// A Tick is a line across a plot.
type Tick struct {
	Y     float64
	Label string
}

// A Plot is a row of bars, as its template draws it.
type Plot struct {
	ID, Title, Whole, Part string
	Bars                   []Bar
	Ticks                  []Tick
	Left, Right            float64
}

// The plot's size, in units of its viewBox, and the room for its axes.
const (
	plotWidth  = 640
	plotHeight = 220
	plotLeft   = 48
	plotTop    = 12
	plotBottom = 184
)

func newPlot(id, title, whole, part string, bars []Bar) *Plot {
	p := &Plot{ID: id, Title: title, Whole: whole, Part: part, Bars: bars, Left: plotLeft, Right: plotWidth}
	most := 0
	for _, b := range bars {
		most = max(most, b.Whole)
	}
	step := nice(most)
	top := max(step, (most+step-1)/step*step)
	height := func(n int) float64 { return float64(n) / float64(top) * (plotBottom - plotTop) }
	for n := 0; n <= top; n += step {
		p.Ticks = append(p.Ticks, Tick{plotBottom - height(n), fmt.Sprint(n)})
	}
	room := float64(plotWidth-plotLeft) / float64(len(bars))
	for i := range p.Bars {
		b := &p.Bars[i]
		b.X, b.Width = plotLeft+room*(float64(i)+0.15), room*0.7
		b.WholeH, b.PartH = height(b.Whole), height(b.Part)
		b.WholeY, b.PartY = plotBottom-b.WholeH, plotBottom-b.PartH
	}
	return p
}

// nice gives a round step that makes up to five lines below most.
func nice(most int) int {
	for unit := 1; ; unit *= 10 {
		for _, m := range []int{1, 2, 5} {
			if most <= 5*m*unit {
				return m * unit
			}
		}
	}
}

// Middle is where a bar's name stands.
func (b *Bar) Middle() float64 { return b.X + b.Width/2 }

// plots gives the plots of a week.
func (w *Week) plots() []*Plot {
	messages := make([]Bar, len(w.Days))
	comments := make([]Bar, len(w.Days))
	for i := range w.Days {
		d := &w.Days[i]
		name := d.Date.Format("Mon 2 Jan")
		messages[i] = Bar{Name: name, Whole: d.Messages, Part: d.Redirected}
		comments[i] = Bar{Name: name, Whole: d.Comments, Part: d.Hidden}
	}
	var requests []Bar
	for _, c := range w.Requests {
		requests = append(requests, Bar{Name: c.Name, Whole: c.N})
	}
	out := []*Plot{
		newPlot("messages", "Messages a day, and how many were redirected", "messages", "redirected", messages),
		newPlot("comments", "Comments a day, and how many were hidden", "comments", "hidden", comments),
		newPlot("requests", "What redirected messages ask for", "requests", "", requests),
	}
	for i := range w.Waits {
		x := &w.Waits[i]
		var bars []Bar
		for j, n := range x.Buckets {
			bars = append(bars, Bar{Name: boundNames[j], Whole: n})
		}
		out = append(out, newPlot(fmt.Sprint("wait", i), fmt.Sprintf("Waited for: %s (up to …)", x.Name), "people", "", bars))
	}
	return out
}
