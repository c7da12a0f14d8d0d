package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"io"
	"log/slog"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/twmb/franz-go/pkg/kfake"
)

// certificate writes a certificate for this machine, signed by itself, and its
// key.
func certificate(t *testing.T) (pair tls.Certificate, certFile, keyFile string) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	require.NoError(t, err)
	x := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "test"}, IsCA: true, BasicConstraintsValid: true,
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		IPAddresses: []net.IP{net.ParseIP("127.0.0.1")}, DNSNames: []string{"localhost"},
		KeyUsage: x509.KeyUsageDigitalSignature | x509.KeyUsageCertSign, ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth, x509.ExtKeyUsageClientAuth},
	}
	der, err := x509.CreateCertificate(rand.Reader, x, x, &key.PublicKey, key)
	require.NoError(t, err)
	private, err := x509.MarshalPKCS8PrivateKey(key)
	require.NoError(t, err)
	certFile, keyFile = filepath.Join(t.TempDir(), "cert.pem"), filepath.Join(t.TempDir(), "key.pem")
	require.NoError(t, os.WriteFile(certFile, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}), 0o600))
	require.NoError(t, os.WriteFile(keyFile, pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: private}), 0o600))
	pair, err = tls.LoadX509KeyPair(certFile, keyFile)
	require.NoError(t, err)
	return pair, certFile, keyFile
}

// Brokers that ask for TLS on both sides and for a password are reached with
// both, and without them not; no error tells the password.
func TestTLSAndSASL(t *testing.T) {
	pair, certFile, keyFile := certificate(t)
	pool := x509.NewCertPool()
	pool.AddCert(pair.Leaf)
	passwordFile := filepath.Join(t.TempDir(), "password")
	require.NoError(t, os.WriteFile(passwordFile, []byte("quillfeather\n"), 0o600))
	for _, kind := range []string{"plain", "scram-sha-256", "scram-sha-512"} {
		fake, err := kfake.NewCluster(kfake.NumBrokers(1), kfake.SeedTopics(1, "messages"),
			kfake.TLS(&tls.Config{Certificates: []tls.Certificate{pair}, ClientCAs: pool, ClientAuth: tls.RequireAndVerifyClientCert}),
			kfake.EnableSASL(), kfake.Superuser(strings.ToUpper(kind), "phi", "quillfeather"))
		require.NoError(t, err)
		reach := func(password string, args ...string) error {
			c, err := parse(append([]string{"-brokers", fake.ListenAddrs()[0], "-create"}, args...), env("PHIKAFKA_SASL_PASSWORD", password))
			require.NoError(t, err)
			options, err := c.options()
			require.NoError(t, err)
			return prepareTopics(t.Context(), c, options, slog.New(slog.NewTextHandler(io.Discard, nil)))
		}
		secure := []string{"-tls", "-tls-ca", certFile, "-tls-cert", certFile, "-tls-key", keyFile}
		as := append(secure[:len(secure):len(secure)], "-sasl", kind, "-sasl-user", "phi")
		require.NoError(t, reach("quillfeather", as...), kind)
		require.NoError(t, reach("", append(as[:len(as):len(as)], "-sasl-password-file", passwordFile)...), kind)
		require.Error(t, reach("", secure...), "nobody")
		require.Error(t, reach("", "-tls"), "an unknown certificate")
		err = reach("wrongfeather", as...)
		require.ErrorContains(t, err, "no broker of -brokers answers as it should")
		require.NotContains(t, err.Error(), "feather")
		fake.Close()
	}
}

func TestFilesThatCannotBeRead(t *testing.T) {
	_, certFile, keyFile := certificate(t)
	empty := filepath.Join(t.TempDir(), "empty")
	require.NoError(t, os.WriteFile(empty, nil, 0o600))
	for args, want := range map[string]string{
		"-tls -tls-ca nowhere":                                        "-tls-ca: ",
		"-tls -tls-ca " + empty:                                       "-tls-ca: the file holds no certificate in PEM form",
		"-tls -tls-cert " + keyFile + " -tls-key " + certFile:         "-tls-cert, -tls-key: ",
		"-tls -sasl plain -sasl-user phi -sasl-password-file nowhere": "-sasl-password-file: ",
	} {
		c, err := parse(append([]string{"-brokers", "a:1"}, strings.Fields(args)...), noEnv)
		require.NoError(t, err)
		_, err = c.options()
		require.ErrorContains(t, err, want)
	}
}
