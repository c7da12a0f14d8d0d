module github.com/phidetect/phidetect/bench/peers

go 1.25

require (
	github.com/dlclark/regexp2/v2 v2.13.0
	github.com/hoophq/alcatraz v0.23.0
	github.com/mingrammer/commonregex v1.0.1
	github.com/phidetect/phidetect v0.0.0
	github.com/stretchr/testify v1.12.1
)

require (
	github.com/kljensen/snowball v0.10.0 // indirect
	go.yaml.in/yaml/v3 v3.0.5 // indirect
)

replace github.com/phidetect/phidetect => ../..
