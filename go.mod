module github.com/phidetect/phidetect

go 1.25

require (
	github.com/dlclark/regexp2/v2 v2.13.0
	github.com/kljensen/snowball v0.10.0
	github.com/stretchr/testify v1.12.1
)

require go.yaml.in/yaml/v3 v3.0.5 // indirect
