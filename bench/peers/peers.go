package main

import "path/filepath"

// allPeers makes the tools that are wanted, and names those that cannot be had
// here. texts are what will be measured; node gets them beforehand.
func allPeers(root string, texts []string, wanted func(name string) bool) (peers []peer, missing []absent, err error) {
	for _, make := range []struct {
		name string
		peer func() peer
	}{
		{"phidetect", phidetect},
		{"scan", bareScan},
		{"alcatraz", alcatrazPeer},
		{"commonregex", commonregexPeer},
		{"regexp", standardPeer},
		{"regexp2", regexp2Peer},
	} {
		if wanted(make.name) {
			p := make.peer()
			p.inProcess = true
			peers = append(peers, p)
		}
	}
	scanners, none, err := hyperscanPeers(root, wanted)
	if err != nil {
		return nil, nil, err
	}
	peers, missing = append(peers, scanners...), append(missing, none...)
	packages, none, err := nodePeers(filepath.Join(root, "bench", "peers", "node"), texts, wanted)
	if err != nil {
		closeAll(peers)
		return nil, nil, err
	}
	return append(peers, packages...), append(missing, none...), nil
}

func closeAll(peers []peer) {
	for _, p := range peers {
		if p.close != nil {
			p.close()
		}
	}
}
