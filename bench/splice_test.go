package bench

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestSpliceFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "README.md")
	require.NoError(t, os.WriteFile(path, []byte("a\n<!-- x:begin -->\nold\n<!-- x:end -->\nz\n"), 0o644))
	require.NoError(t, SpliceFile(path, map[string]string{"x": "new\n"}, true))
	got, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, "a\n<!-- x:begin -->\nnew\n<!-- x:end -->\nz\n", string(got))

	require.Error(t, SpliceFile(path, map[string]string{"y": "new"}, true))
	require.NoError(t, SpliceFile(path, map[string]string{"y": "new"}, false))
	require.NoError(t, SpliceFile(path+"x", nil, false))
	require.Error(t, SpliceFile(path+"x", nil, true))
}
