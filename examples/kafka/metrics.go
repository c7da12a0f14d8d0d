package main

import (
	"strconv"
	"time"

	"github.com/phidetect/phidetect/phi"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/twmb/franz-go/plugin/kprom"
)

// metrics are what Prometheus reads. Labels are verdicts, reasons and numbers of
// partitions: never keys, ids or text.
type metrics struct {
	client       *kprom.Metrics // of bytes, records and connections
	messages     *prometheus.CounterVec
	dead         *prometheus.CounterVec
	transactions *prometheus.CounterVec
	seconds      prometheus.Histogram
	restore      prometheus.Histogram
	lag, threads *prometheus.GaugeVec
}

func newMetrics() *metrics {
	registry := prometheus.NewRegistry()
	m := &metrics{
		client: kprom.NewMetrics("phikafka", kprom.Registry(registry), kprom.GoCollectors()),
		messages: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "phikafka_messages_total", Help: "Messages answered in committed transactions, by verdict."}, []string{"verdict"}),
		dead: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "phikafka_dead_letters_total", Help: "Records that could not be read, by reason."}, []string{"reason"}),
		transactions: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "phikafka_transactions_total", Help: "Transactions, by how they ended."}, []string{"outcome"}),
		seconds: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name: "phikafka_transaction_seconds", Help: "From the start of a transaction to its end.",
			Buckets: prometheus.ExponentialBuckets(0.001, 2, 15)}),
		restore: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name: "phikafka_restore_seconds", Help: "To read the threads of newly assigned partitions.",
			Buckets: prometheus.ExponentialBuckets(0.01, 2, 15)}),
		lag: prometheus.NewGaugeVec(prometheus.GaugeOpts{
			Name: "phikafka_lag_messages", Help: "Records of a partition that are not answered yet."}, []string{"partition"}),
		threads: prometheus.NewGaugeVec(prometheus.GaugeOpts{
			Name: "phikafka_threads", Help: "Threads held in memory."}, []string{"partition"}),
	}
	registry.MustRegister(m.messages, m.dead, m.transactions, m.seconds, m.restore, m.lag, m.threads)
	return m
}

// batch counts a transaction. What was aborted comes again, and is counted then.
func (m *metrics) batch(tallies []*tally, committed bool, took time.Duration) {
	m.seconds.Observe(took.Seconds())
	if !committed {
		m.transactions.WithLabelValues("aborted").Inc()
		return
	}
	m.transactions.WithLabelValues("committed").Inc()
	for _, t := range tallies {
		for v, n := range t.verdicts {
			m.messages.WithLabelValues(phi.Verdict(v).String()).Add(float64(n))
		}
		for reason, n := range t.dead {
			m.dead.WithLabelValues(reason).Add(float64(n))
		}
		p := strconv.Itoa(int(t.partition))
		m.lag.WithLabelValues(p).Set(float64(t.lag))
		m.threads.WithLabelValues(p).Set(float64(len(t.table.kept)))
	}
}

// forget drops what is said of a partition that another worker has.
func (m *metrics) forget(partition int32) {
	p := strconv.Itoa(int(partition))
	m.lag.DeleteLabelValues(p)
	m.threads.DeleteLabelValues(p)
}
