package checksum_test

import (
	"testing"

	"github.com/phidetect/phidetect/identifiers/checksum"
)

var vehicleSchemes = []scheme{
	{
		name: "VIN", str: checksum.VIN[string], raw: checksum.VIN[[]byte],
		// 1M8GDM9AXKP042788 and all ones: worked examples of the literature on
		// the check digit.
		valid: []string{"1M8GDM9AXKP042788", "11111111111111111"},
		invalid: []string{
			"1M8GDM9A1KP042788", "1M8GDM9AXKP04278", "IM8GDM9AXKP042788",
			"OM8GDM9AXKP042788", "QM8GDM9AXKP042788", "00000000000000000",
			"AAAAAAAAAAAAAAAAA",
		},
		promise: true,
	},
	{
		name: "VINShape", str: checksum.VINShape[string], raw: checksum.VINShape[[]byte],
		valid:   []string{"1M8GDM9AXKP042788", "WVWZZZ1JZ3W386752"},
		invalid: []string{"WVWZZZ1JZ3W38675", "WVWZZZ1JZ3I386752", "WVWZZZ1JZ3W38675A", "00000000000000000"},
	},
}

func TestVehicles(t *testing.T) { runSchemes(t, vehicleSchemes) }
