package checksum

// GTIN14 reports whether s is a 14-digit Global Trade Item Number, the device
// identifier of a GS1 Unique Device Identification (application identifier
// 01), with the GS1 check digit. A GTIN-8, -12 or -13 padded with zeros in
// front to 14 digits is one too; all zeros is not. It detects every
// substitution of one digit.
//
// Source: GS1 General Specifications; 21 CFR 830.
func GTIN14[T Chars](s T) bool {
	return gs1(s, 14) && !allSame(s)
}
