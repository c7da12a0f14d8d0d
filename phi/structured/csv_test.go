package structured

import (
	"encoding/csv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/phi"
)

func TestCSV(t *testing.T) {
	s := scannerOf(t, Options{}, phi.RedactPolicy{})
	for name, c := range map[string][2]string{
		"header":       {"MRN,Patient Name,Copay\r\n7,Xq Zv,25.00\r\n", "MRN,Patient Name,Copay\r\n[MEDICAL_RECORD_NUMBER],[NAME],25.00\r\n"},
		"quotes":       {"patient_name,note\n\"Zv, \"\"Xq\"\"\",\"say \"\"hi\"\", 202-555-0147\"\n", "patient_name,note\n\"[NAME]\",\"say \"\"hi\"\", [PHONE]\"\n"},
		"line ends":    {"dob,note\n1985-03-12,\"a\r\n\r\nb\"\n\n1990-11-02,", "dob,note\n[DATE_OF_BIRTH],\"a\r\n\r\nb\"\n\n[DATE_OF_BIRTH],"},
		"wrong length": {"ssn,dob\n123-45-6789\n123-45-6789,1985-03-12,202-555-0147\n", "ssn,dob\n[SSN]\n[SSN],[DATE_OF_BIRTH],[PHONE]\n"},
		"no header":    {"Dana Whitfield,202-555-0147,a\nKofi Mensah,202-555-0163,b\nRuth Okafor,202-555-0188,c\nXq Zv,n/a,d\n", "[NAME],[PHONE],a\n[NAME],[PHONE],b\n[NAME],[PHONE],c\n[NAME],n/a,d\n"},
		"loose quotes": {"ssn,size\n123-45-6789,5\"\n\"123-45-6789\"x,6\"\n", "ssn,size\n[SSN],5\"\n[SSN],6\"\n"},
		"BOM":          {"\ufeffssn,x\n123-45-6789,1\n", "\ufeffssn,x\n[SSN],1\n"},
		"weak name":    {"name,gender\nXq Zv,F\n", "name,gender\n[NAME],F\n"},
		"things":       {"product name,price\nIbuprofen 500,12\n", "product name,price\nIbuprofen 500,12\n"},
		"empty":        {"", ""},
	} {
		t.Run(name, func(t *testing.T) {
			got := redacted(t, s, CSV, c[0])
			require.Equal(t, c[1], got)
			require.Equal(t, got, redacted(t, s, CSV, got), "redacted twice")
		})
	}
}

func TestQuotesArePutWhereTheyAreNeeded(t *testing.T) {
	s := scannerOf(t, Options{}, phi.RedactPolicy{Default: phi.Treatment{Operator: phi.OpMask, Mask: ','}})
	got := redacted(t, s, CSV, "patientName,note\nZv,from 202-555-0147 to 202-555-0163\n")
	rows, err := csv.NewReader(strings.NewReader(got)).ReadAll()
	require.NoError(t, err)
	require.Equal(t, [][]string{{"patientName", "note"}, {",,", "from ,,,-,,,-,,,, to ,,,-,,,-,,,,"}}, rows)
}

func TestTSVAndOtherCommas(t *testing.T) {
	s := scannerOf(t, Options{}, phi.RedactPolicy{})
	require.Equal(t, "ssn\tcity\n[SSN]\t[CITY]\n", redacted(t, s, TSV, "ssn\tcity\n123-45-6789\tXtown, IL\n"))
	s = scannerOf(t, Options{CSV: CSVOptions{Comma: ';', Header: HeaderFirst}}, phi.RedactPolicy{})
	require.Equal(t, "ssn;x\n[SSN];1\n", redacted(t, s, CSV, "ssn;x\n123-45-6789;1\n"))
	s = scannerOf(t, Options{CSV: CSVOptions{Header: HeaderNone}}, phi.RedactPolicy{})
	require.Equal(t, "phone,x\n", redacted(t, s, CSV, "phone,x\n"))
}

func TestColumnsAreReported(t *testing.T) {
	s, err := New(Options{})
	require.NoError(t, err)
	rep, err := s.Detect(CSV, []byte("MRN,x,Diagnosis,Notes\n71,202-555-0147,asthma,\n72,202-555-0163,,call dana@example.com\n73,202-555-0188,,\n74,202-555-0111,,"))
	require.NoError(t, err)
	require.Len(t, rep.Columns, 4)
	require.Equal(t, Column{Type: identifiers.MedicalRecordNumber, Source: FromPlace, Cells: 4, Found: 4, Counts: rep.Columns[0].Counts}, rep.Columns[0])
	require.Equal(t, 4, rep.Columns[0].Counts[identifiers.MedicalRecordNumber])
	require.Equal(t, identifiers.Phone, rep.Columns[1].Type)
	require.Equal(t, FromText, rep.Columns[1].Source)
	require.True(t, rep.Columns[2].Health)
	require.Equal(t, 1, rep.Columns[3].Found)
	require.Equal(t, []Object{{"/1", 2}}, rep.Objects)
	require.Equal(t, "/1/0", rep.Findings[0].Path)
	require.Equal(t, 4, rep.Records)
}

func TestColumnsAreSettledBySample(t *testing.T) {
	s := scannerOf(t, Options{CSV: CSVOptions{Sample: 3}}, phi.RedactPolicy{})
	got := redacted(t, s, CSV, "202-555-0147\n202-555-0163\n202-555-0188\n5550199 after five\n")
	require.Equal(t, "[PHONE]\n[PHONE]\n[PHONE]\n[PHONE]\n", got, "a cell of a column of numbers is one whatever it looks like")
}
