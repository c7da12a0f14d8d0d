module github.com/phidetect/phidetect/examples/dmguard

go 1.26.0

require (
	github.com/phidetect/phidetect v0.0.0-00010101000000-000000000000
	github.com/stretchr/testify v1.12.1
	golang.org/x/time v0.16.0
)

require (
	github.com/dlclark/regexp2/v2 v2.13.0 // indirect
	github.com/kljensen/snowball v0.10.0 // indirect
	go.yaml.in/yaml/v3 v3.0.5 // indirect
)

replace github.com/phidetect/phidetect => ../..
