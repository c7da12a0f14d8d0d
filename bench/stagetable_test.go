package bench

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestStageTable(t *testing.T) {
	s := StageTimes{Detect: 210, Stages: []StageTime{{"scan", "fold", 20}, {"scan", "look up", 30}, {"health", "terms", 150}}}
	require.Equal(t, 200.0, s.Sum())
	require.Equal(t, `| stage                             | ns a message |   share |                                          |
| --------------------------------- | -----------: | ------: | ---------------------------------------: |
| **scan**                          |           50 |  25.0 % |                               ########## |
| look up                           |           30 |  15.0 % |                                   ###### |
| fold                              |           20 |  10.0 % |                                     #### |
| **health**                        |          150 |  75.0 % |           ############################## |
| terms                             |          150 |  75.0 % |           ############################## |
| **sum of the stages**             |          200 | 100.0 % | ######################################## |
| **DetectInto, the same messages** |          210 | 105.0 % | ######################################## |
`, s.Table())
}
