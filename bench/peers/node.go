package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
)

// nodePeers are the npm packages, in a process of node that takes the time
// itself. Where node or the packages are not there, it says how to get them.
func nodePeers(dir string, texts []string, wanted func(name string) bool) ([]peer, []absent, error) {
	if !wanted("redact-pii") && !wanted("openredaction") {
		return nil, nil, nil
	}
	if _, err := exec.LookPath("node"); err != nil {
		return nil, []absent{{"redact-pii, openredaction", "node is not there; install Node.js 20 or newer, then npm ci --prefix node"}}, nil
	}
	if _, err := os.Stat(filepath.Join(dir, "node_modules", "openredaction")); err != nil {
		return nil, []absent{{"redact-pii, openredaction", "their packages are not there; npm ci --prefix node"}}, nil
	}
	n, err := startNode(dir, texts)
	if err != nil {
		return nil, nil, err
	}
	var peers []peer
	for _, p := range []peer{
		{name: "redact-pii", title: "redact-pii (node)", licence: "MIT",
			lacks: "dates, ages, cities, handles, kinds of numbers; offsets (rewrites only); health; verdict"},
		{name: "openredaction", title: "openredaction (node)", licence: "MIT",
			lacks: "health; verdict"},
	} {
		if !wanted(p.name) {
			continue
		}
		if p.version, err = packageVersion(dir, p.name); err != nil {
			return nil, nil, err
		}
		p.version += ", node " + n.version
		p.pass = func(texts []string, ns []int64) (int, error) {
			var reply struct {
				NS    []int64
				Found int
			}
			if err := n.ask(order{Tool: p.name, Texts: n.other(texts)}, &reply); err != nil {
				return 0, err
			}
			if copy(ns, reply.NS) != len(texts) {
				return 0, errors.New("node: an answer of another length")
			}
			return reply.Found, nil
		}
		p.find = func(texts []string) ([]findings, error) {
			var reply struct{ Texts []findings }
			err := n.ask(order{Tool: p.name, Find: true, Texts: n.other(texts)}, &reply)
			return reply.Texts, err
		}
		p.close = n.close
		peers = append(peers, p)
	}
	return peers, nil, nil
}

// node is the process; see node/serve.cjs for what is said.
type node struct {
	cmd     *exec.Cmd
	in      io.WriteCloser
	out     *bufio.Reader
	version string
	texts   []string
}

type order struct {
	Tool  string   `json:"tool"`
	Find  bool     `json:"find"`
	Texts []string `json:"texts,omitempty"` // if not those told at the start
}

func startNode(dir string, texts []string) (*node, error) {
	n := &node{cmd: exec.Command("node", "serve.cjs"), texts: texts}
	n.cmd.Dir = dir
	n.cmd.Stderr = os.Stderr
	var err error
	if n.in, err = n.cmd.StdinPipe(); err != nil {
		return nil, err
	}
	out, err := n.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	n.out = bufio.NewReader(out)
	if err := n.cmd.Start(); err != nil {
		return nil, err
	}
	var reply struct{ Node string }
	if err := n.ask(texts, &reply); err != nil {
		n.close()
		return nil, err
	}
	n.version = reply.Node
	return n, nil
}

// other gives texts if they are not those the process has.
func (n *node) other(texts []string) []string {
	if len(texts) == len(n.texts) && (len(texts) == 0 || &texts[0] == &n.texts[0]) {
		return nil
	}
	return texts
}

func (n *node) ask(question, reply any) error {
	if err := json.NewEncoder(n.in).Encode(question); err != nil {
		return fmt.Errorf("node: %w", err)
	}
	line, err := n.out.ReadBytes('\n')
	if err != nil {
		return fmt.Errorf("node: %w", err)
	}
	return json.Unmarshal(line, reply)
}

// close ends the process; it may be called again.
func (n *node) close() {
	n.in.Close()
	_ = n.cmd.Wait()
}

// packageVersion is the one installed.
func packageVersion(dir, name string) (string, error) {
	b, err := os.ReadFile(filepath.Join(dir, "node_modules", name, "package.json"))
	if err != nil {
		return "", err
	}
	var p struct{ Version string }
	err = json.Unmarshal(b, &p)
	return p.Version, err
}
