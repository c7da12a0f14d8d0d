// Package ops is what operators look at: whether the program lives and is ready,
// and its figures for Prometheus. None of it holds an id or text.
package ops

import (
	"context"
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"github.com/phidetect/phidetect/examples/dmguard/internal/courier"
	"github.com/phidetect/phidetect/examples/dmguard/internal/event"
	"github.com/phidetect/phidetect/examples/dmguard/internal/webhook"
)

// Metrics are the program's figures.
type Metrics struct {
	registry   *prometheus.Registry
	webhooks   *prometheus.CounterVec
	seconds    prometheus.Histogram
	events     *prometheus.CounterVec
	unreadable prometheus.Counter
	calls      *prometheus.CounterVec
}

// NewMetrics gives figures that are all zero. Waiting tells how many calls to the
// platform wait in the outbox.
func NewMetrics(waiting func(context.Context) (int, error)) *Metrics {
	m := &Metrics{
		registry: prometheus.NewRegistry(),
		webhooks: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "dmguard_webhook_requests_total", Help: "Requests to the webhook's address by outcome."}, []string{"outcome"}),
		seconds: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name: "dmguard_webhook_seconds", Help: "Time from a webhook's first byte to its answer 200, durable storage included.",
			Buckets: []float64{.001, .002, .005, .01, .02, .05, .1, .2, .5, 1, 2, 5}}),
		events: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "dmguard_events_total", Help: "Events taken in by kind; one that comes twice counts twice."}, []string{"kind"}),
		unreadable: prometheus.NewCounter(prometheus.CounterOpts{
			Name: "dmguard_unreadable_items_total", Help: "Items of signed webhooks in no known shape: staff must look at them in the platform's inbox."}),
		calls: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "dmguard_platform_calls_total", Help: "Calls to the platform by what they were for, how they ended and why."}, []string{"kind", "outcome", "reason"}),
	}
	for _, name := range webhook.Outcomes() {
		m.webhooks.WithLabelValues(name)
	}
	for k := event.Message; k <= event.Comment; k++ {
		m.events.WithLabelValues(k.String())
	}
	m.registry.MustRegister(m.webhooks, m.seconds, m.events, m.unreadable, m.calls,
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{
			Name: "dmguard_outbox_waiting", Help: "Calls to the platform that wait or are being made; -1 where the database does not say."}, gauge(waiting)),
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

func gauge(waiting func(context.Context) (int, error)) func() float64 {
	return func() float64 {
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		n, err := waiting(ctx)
		if err != nil {
			return -1
		}
		return float64(n)
	}
}

// Webhook counts a request to the webhook's address.
func (m *Metrics) Webhook(o webhook.Outcome) {
	m.webhooks.WithLabelValues(o.Name).Inc()
	if o.Name != webhook.Accepted {
		return
	}
	m.seconds.Observe(o.Took.Seconds())
	m.unreadable.Add(float64(o.Unreadable))
	for i := range o.Events {
		m.events.WithLabelValues(o.Events[i].Kind.String()).Inc()
	}
}

// Call counts a call to the platform.
func (m *Metrics) Call(c courier.Call) {
	m.calls.WithLabelValues(c.Kind.String(), c.Outcome, c.Reason).Inc()
}

// Handler serves the figures.
func (m *Metrics) Handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}
