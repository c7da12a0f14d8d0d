// Package browser tests the pages of the examples in Chromium: the playground,
// and the staff's page of dmguard. It holds tests alone:
//
//	go test .                       needs Chromium, see below
//	go test . -args -screenshots    also writes the screenshots beside the examples
//
// Chromium is $CHROMIUM, else /usr/bin/chromium, else what stands in PATH. On
// Debian it comes with "apt-get install chromium". Without it the tests are
// skipped, but where the variable CI is set they fail.
//
// The browser has no network but a proxy within the test, which passes on what
// is for the example and writes down and refuses everything else.
package browser
