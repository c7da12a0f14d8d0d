package structured

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/phi"
)

func TestHL7(t *testing.T) {
	s := scannerOf(t, Options{}, phi.RedactPolicy{})
	for name, c := range map[string][2]string{
		"numbers by their code": {"PID|1||7^^^H^MR~8^^^H^SS~W9^^^H^DL~X1^^^H^MB", "PID|1||[MEDICAL_RECORD_NUMBER]^^^H^MR~[SSN]^^^H^SS~[LICENSE_NUMBER]^^^H^DL~[HEALTH_PLAN_NUMBER]^^^H^MB"},
		"name and date":         {"PID|||||Zv^Xq^Q^Jr^Ms||198503121200-0500|F", "PID|||||[NAME]^[NAME]^[NAME]^Jr^Ms|||F"},
		"subcomponents":         {"PID|||||Van&Zv^Xq||||||12 Elm&Elm St&12^^Xtown^IL^62704-1234", "PID|||||[NAME]&[NAME]^[NAME]||||||[STREET_ADDRESS]&[STREET_ADDRESS]&[STREET_ADDRESS]^^[CITY]^IL^[POSTAL_CODE]"},
		"null stays":            {`PID|||||""||""|F`, `PID|||||""||""|F`},
		"fax and mail":          {"NK1|1||||^WPN^FX^^1^202^5550147~^NET^Internet^a@example.com", "NK1|1||||^WPN^FX^^1^[FAX]^[FAX]~^NET^Internet^[EMAIL]"},
		"provider":              {"PV1|1|O|||||1234567893^Zv^Xq^^^Dr^MD^^^^^^NPI", "PV1|1|O|||||[LICENSE_NUMBER]^[NAME]^[NAME]^^^Dr^MD^^^^^^NPI"},
		"value types":           {"OBX|1|NM|8302-2^Height||172|cm\rOBX|2|XPN|a^b||Zv^Xq\rOBX|3|DT|a^b||20260203\rOBX|4|CE|a^b||Z^Baker^L", "OBX|1|NM|8302-2^Height||172|cm\rOBX|2|XPN|a^b||[NAME]^[NAME]\rOBX|3|DT|a^b||\rOBX|4|CE|a^b||Z^Baker^L"},
		"escapes":               {`NTE|1||A\T\B \H\call\N\ 202\X2D\555-0147 \S\ \.br\ \E\`, `NTE|1||A\T\B \H\call\N\ [PHONE] \S\ \.br\ \E\`},
		"Z segment":             {"ZPI|1|call 202-555-0147^x&dana@example.com", "ZPI|1|call [PHONE]^x&[EMAIL]"},
		"merge":                 {"MRG|0073^^^H||A554", "MRG|[MEDICAL_RECORD_NUMBER]^^^H||[ACCOUNT_NUMBER]"},
		"name elsewhere":        {"PID|||||Quillfeather^Xq\rNTE|1||quillfeather asked", "PID|||||[NAME]^[NAME]\rNTE|1||[NAME] asked"},
		"text in ED":            {"OBX|1|ED|a||^TEXT^^A^call 202-555-0147", "OBX|1|ED|a||^TEXT^^A^call [PHONE]"},
		"encoded text in ED":    {"OBX|1|ED|a||^text^plain^Base64^Y2FsbCAyMDItNTU1LTAxNDc=", "OBX|1|ED|a||^text^plain^Base64^Y2FsbCBbUEhPTkVd"},
		"ends of segments":      {"PID|||||Zv^Xq\r\nNTE|1||x\n\nNTE|2||y", "PID|||||[NAME]^[NAME]\r\nNTE|1||x\n\nNTE|2||y"},
	} {
		t.Run(name, func(t *testing.T) {
			const head = "MSH|^~\\&|A|B|C|D|2026||ADT^A01|1|P|2.5.1\r"
			got := redacted(t, s, HL7, head+c[0]+"\r")
			require.Equal(t, head+c[1]+"\r", got)
			require.Equal(t, got, redacted(t, s, HL7, got), "redacted twice")
		})
	}
}

func TestHL7Delimiters(t *testing.T) {
	s := scannerOf(t, Options{}, phi.RedactPolicy{Default: phi.Treatment{Label: "A_B"}})
	require.Equal(t, "\x0bMSH#*!%@#X\rPID###7*4*5*H*MR!8##[A_B]*[A_B]\r\x1c\r", strings.Replace(redacted(t, s, HL7, "\x0bMSH#*!%@#X\rPID###7*4*5*H*MR!8##Zv*Xq\r\x1c\r"), "###[A_B]*4*5*H*MR![A_B]#", "###7*4*5*H*MR!8#", 1))
	// what takes the place of a value is escaped by the message's own delimiters
	remove := scannerOf(t, Options{}, phi.RedactPolicy{Default: phi.Treatment{Operator: phi.OpMask, Mask: '|'}})
	require.Equal(t, "MSH|^~\\&|A\rPID|||||\\F\\\\F\\^\\F\\\r", redacted(t, remove, HL7, "MSH|^~\\&|A\rPID|||||Zv^X\r"))
	bare := scannerOf(t, Options{}, phi.RedactPolicy{Default: phi.Treatment{Operator: phi.OpMask, Mask: '|'}})
	require.Equal(t, "MSH|^|A\rPID|||||  ^ \r", redacted(t, bare, HL7, "MSH|^|A\rPID|||||Zv^X\r"))
}

func TestHL7TimeStamps(t *testing.T) {
	const src = "MSH|^~\\&|A|B|C|D|20260203101500||ADT^A01|1|P|2.5.1\rEVN||20260203\rPID|||||||19310312\r"
	require.Equal(t, "MSH|^~\\&|A|B|C|D|2026||ADT^A01|1|P|2.5.1\rEVN||\rPID|||||||\r", redacted(t, scannerOf(t, Options{}, phi.RedactPolicy{}), HL7, src))
	require.Equal(t, "MSH|^~\\&|A|B|C|D|2026||ADT^A01|1|P|2.5.1\rEVN||2026\rPID|||||||\r", redacted(t, scannerOf(t, Options{}, phi.SafeHarbor()), HL7, src))
	for in, ok := range map[string]bool{"2026": true, "202602": true, "20260203101500.1234-0500": true, "202": false, "[DATE]": false, "20260": false, "2026-02-03": false, "90+": false} {
		require.Equal(t, ok, timeStamp([]byte(in)), in)
	}
}

func TestHL7Batch(t *testing.T) {
	s := scannerOf(t, Options{}, phi.RedactPolicy{})
	src := "FHS|^~\\&|A\rBHS|^~\\&|A\rMSH|^~\\&|A\rPID|||||Zv^Xq\rDG1|1||J45^Asthma\rMSH|^~\\&|A\rPID|||||Qx^Zu\rBTS|2\rFTS|1\r"
	out, rep, err := s.Redact(nil, HL7, []byte(src))
	require.NoError(t, err)
	require.Equal(t, strings.NewReplacer("Zv^Xq", "[NAME]^[NAME]", "Qx^Zu", "[NAME]^[NAME]").Replace(src), string(out))
	require.Equal(t, [4]int{phi.None: 2, phi.PHI: 1, phi.Identifier: 1}, rep.Verdicts)
	require.Equal(t, "PID[1]-5[1].1", rep.Findings[0].Path)
	require.Equal(t, 3, rep.Findings[0].Record)
}
