package audit

import "runtime/debug"

const modulePath = "github.com/phidetect/phidetect"

// LibraryVersion gives the version of this library as it was built into the
// program, "devel" where the build does not tell.
func LibraryVersion() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		modules := append([]*debug.Module{&info.Main}, info.Deps...)
		for _, m := range modules {
			if m.Path == modulePath && isName(m.Version) {
				return m.Version
			}
		}
	}
	return "devel"
}
