//go:build !hyperscan

package main

// hyperscanPeers tells how to measure Hyperscan too: it needs a C library, and
// this module must build without.
func hyperscanPeers(_ string, wanted func(name string) bool) ([]peer, []absent, error) {
	for _, name := range []string{"hyperscan-patterns", "hyperscan-terms", "hyperscan-both"} {
		if wanted(name) {
			return nil, []absent{{"Hyperscan", "built without it; apt-get install libhyperscan-dev pkg-config, then go run -tags hyperscan ."}}, nil
		}
	}
	return nil, nil, nil
}
