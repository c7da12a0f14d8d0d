package deid

import (
	"testing"

	"github.com/stretchr/testify/require"
)

var us = Reader{Year: 2026}

func TestShiftKeepsTheForm(t *testing.T) {
	for in, want := range map[string]string{
		"2024-03-14":             "2024-03-24",
		"3/14/2024":              "3/24/2024",
		"03/14/24":               "03/24/24",
		"25/12/2023":             "04/01/2024",
		"12/28":                  "01/07",
		"14 March 2024":          "24 March 2024",
		"March 25th, 2024":       "April 4th, 2024",
		"MAR 1 '24":              "MAR 11 '24",
		"Tue, 14 Apr 2026 10:22": "Fri, 24 Apr 2026 10:22",
		"20240314":               "20240324",
		"20240314101500-0500":    "20240324101500-0500",
		"2024-05-01T10:00:00Z":   "2024-05-11T10:00:00Z",
		"March 2021":             "March 2021",
		"28 de febrero de 2024":  "9 de marzo de 2024",
		"1er mars 2024":          "",
		"14.3.2024":              "24.3.2024",
		"twelfth of March":       "",
		"31 April 2024":          "",
		"3/12-3/15/2024":         "",
		"tomorrow":               "",
		"10:30":                  "",
		"":                       "",
		"99/99/9999":             "",
		"2024年3月14日":             "",
	} {
		got, ok := us.AppendShifted(nil, in, 10)
		require.Equal(t, want != "", ok, in)
		require.Equal(t, want, string(got), in)
	}
	got, ok := Reader{DayFirst: true, Year: 2026}.AppendShifted(nil, "03/04/2024", 30)
	require.True(t, ok)
	require.Equal(t, "03/05/2024", string(got))
}

// TestShiftThereAndBack: what is moved and moved back is as it was, so that the
// form is kept and intervals stay true.
func TestShiftThereAndBack(t *testing.T) {
	for _, in := range []string{"2024-03-14", "03/14/2024", "14 March 2024", "Mar 14, 2024", "20240314", "Thu 14 Mar 2024 09:00"} {
		for days := -364; days <= 364; days++ {
			there, ok := us.AppendShifted(nil, in, days)
			require.True(t, ok)
			back, ok := us.AppendShifted(nil, string(there), -days)
			require.True(t, ok, "%d", days)
			want, _ := us.Read(in)
			got, _ := us.Read(string(back))
			require.Equal(t, [3]int{want.Year, want.Month, want.Day}, [3]int{got.Year, got.Month, got.Day}, "%d", days)
		}
	}
}

func TestYearOf(t *testing.T) {
	for in, want := range map[string]int{
		"14 March 2024": 2024, "3/14/24": 2024, "3/14/88": 1988, "20240314": 2024, "2024-05-01T10:00": 2024, "2024年3月14日": 2024, "in 2019": 2019,
		"doce de marzo de 1985": 1985, "3/14": 0, "March": 0, "2023 to 2024": 0, "": 0, "4/17/31": 2031, "4/17/49": 1949,
	} {
		got, ok := us.YearOf(in)
		require.Equal(t, want != 0, ok, in)
		if ok {
			require.Equal(t, want, got, in)
		}
	}
	got, ok := us.BirthYear("4/17/31")
	require.True(t, ok)
	require.Equal(t, 1931, got)
}

func TestTellsDay(t *testing.T) {
	for _, s := range []string{"3/12", "the 12th", "April", "20260409", "Mon 14"} {
		require.True(t, TellsDay(s), s)
	}
	for _, s := range []string{"tomorrow", "friday", "3pm", "10:30", "8.15 am", "in 3 weeks", "2 days ago", ""} {
		require.False(t, TellsDay(s), s)
	}
}

func FuzzShift(f *testing.F) {
	f.Add("14 March 2024", 10)
	f.Add("3/14/24", -364)
	f.Fuzz(func(t *testing.T, s string, days int) {
		us.AppendShifted(nil, s, days%400)
		us.YearOf(s)
		TellsDay(s)
	})
}
