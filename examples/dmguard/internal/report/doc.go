// Package report sums a week up: messages, redirects, incidents, kinds of
// requests, and how long people waited. Text writes it as tables, HTML as one page
// with plots (inline SVG, nothing loaded, dark and light, each plot with its
// figures as a table beside it). There is nothing of any person in it.
package report
