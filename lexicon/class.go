package lexicon

// Byte classes of the tokeniser's one pass. A byte of a multi-byte rune is
// high; the rune decides.
const (
	byteSpace = iota
	byteLetter
	byteDigit
	bytePunct
	byteLine
	byteHigh
	byteControl
)

// class and lower are computed by the compiler's initialiser for arrays, not
// by init: composite literals of constants cost nothing at start-up.
var class = [256]uint8{
	0: byteControl, 1: byteControl, 2: byteControl, 3: byteControl, 4: byteControl, 5: byteControl, 6: byteControl, 7: byteControl, 8: byteControl,
	'\t': byteSpace, '\n': byteLine, '\v': byteLine, '\f': byteLine, '\r': byteLine,
	14: byteControl, 15: byteControl, 16: byteControl, 17: byteControl, 18: byteControl, 19: byteControl, 20: byteControl, 21: byteControl, 22: byteControl,
	23: byteControl, 24: byteControl, 25: byteControl, 26: byteControl, 27: byteControl, 28: byteControl, 29: byteControl, 30: byteControl, 31: byteControl,
	' ': byteSpace,
	'!': bytePunct, '"': bytePunct, '#': bytePunct, '$': bytePunct, '%': bytePunct, '&': bytePunct, '\'': bytePunct, '(': bytePunct,
	')': bytePunct, '*': bytePunct, '+': bytePunct, ',': bytePunct, '-': bytePunct, '.': bytePunct, '/': bytePunct,
	'0': byteDigit, '1': byteDigit, '2': byteDigit, '3': byteDigit, '4': byteDigit, '5': byteDigit, '6': byteDigit, '7': byteDigit, '8': byteDigit, '9': byteDigit,
	':': bytePunct, ';': bytePunct, '<': bytePunct, '=': bytePunct, '>': bytePunct, '?': bytePunct, '@': bytePunct,
	'A': byteLetter, 'B': byteLetter, 'C': byteLetter, 'D': byteLetter, 'E': byteLetter, 'F': byteLetter, 'G': byteLetter, 'H': byteLetter, 'I': byteLetter,
	'J': byteLetter, 'K': byteLetter, 'L': byteLetter, 'M': byteLetter, 'N': byteLetter, 'O': byteLetter, 'P': byteLetter, 'Q': byteLetter, 'R': byteLetter,
	'S': byteLetter, 'T': byteLetter, 'U': byteLetter, 'V': byteLetter, 'W': byteLetter, 'X': byteLetter, 'Y': byteLetter, 'Z': byteLetter,
	'[': bytePunct, '\\': bytePunct, ']': bytePunct, '^': bytePunct, '_': bytePunct, '`': bytePunct,
	'a': byteLetter, 'b': byteLetter, 'c': byteLetter, 'd': byteLetter, 'e': byteLetter, 'f': byteLetter, 'g': byteLetter, 'h': byteLetter, 'i': byteLetter,
	'j': byteLetter, 'k': byteLetter, 'l': byteLetter, 'm': byteLetter, 'n': byteLetter, 'o': byteLetter, 'p': byteLetter, 'q': byteLetter, 'r': byteLetter,
	's': byteLetter, 't': byteLetter, 'u': byteLetter, 'v': byteLetter, 'w': byteLetter, 'x': byteLetter, 'y': byteLetter, 'z': byteLetter,
	'{': bytePunct, '|': bytePunct, '}': bytePunct, '~': bytePunct, 127: byteControl,
	128: byteHigh, 129: byteHigh, 130: byteHigh, 131: byteHigh, 132: byteHigh, 133: byteHigh, 134: byteHigh, 135: byteHigh, 136: byteHigh, 137: byteHigh, 138: byteHigh, 139: byteHigh, 140: byteHigh, 141: byteHigh, 142: byteHigh, 143: byteHigh,
	144: byteHigh, 145: byteHigh, 146: byteHigh, 147: byteHigh, 148: byteHigh, 149: byteHigh, 150: byteHigh, 151: byteHigh, 152: byteHigh, 153: byteHigh, 154: byteHigh, 155: byteHigh, 156: byteHigh, 157: byteHigh, 158: byteHigh, 159: byteHigh,
	160: byteHigh, 161: byteHigh, 162: byteHigh, 163: byteHigh, 164: byteHigh, 165: byteHigh, 166: byteHigh, 167: byteHigh, 168: byteHigh, 169: byteHigh, 170: byteHigh, 171: byteHigh, 172: byteHigh, 173: byteHigh, 174: byteHigh, 175: byteHigh,
	176: byteHigh, 177: byteHigh, 178: byteHigh, 179: byteHigh, 180: byteHigh, 181: byteHigh, 182: byteHigh, 183: byteHigh, 184: byteHigh, 185: byteHigh, 186: byteHigh, 187: byteHigh, 188: byteHigh, 189: byteHigh, 190: byteHigh, 191: byteHigh,
	192: byteHigh, 193: byteHigh, 194: byteHigh, 195: byteHigh, 196: byteHigh, 197: byteHigh, 198: byteHigh, 199: byteHigh, 200: byteHigh, 201: byteHigh, 202: byteHigh, 203: byteHigh, 204: byteHigh, 205: byteHigh, 206: byteHigh, 207: byteHigh,
	208: byteHigh, 209: byteHigh, 210: byteHigh, 211: byteHigh, 212: byteHigh, 213: byteHigh, 214: byteHigh, 215: byteHigh, 216: byteHigh, 217: byteHigh, 218: byteHigh, 219: byteHigh, 220: byteHigh, 221: byteHigh, 222: byteHigh, 223: byteHigh,
	224: byteHigh, 225: byteHigh, 226: byteHigh, 227: byteHigh, 228: byteHigh, 229: byteHigh, 230: byteHigh, 231: byteHigh, 232: byteHigh, 233: byteHigh, 234: byteHigh, 235: byteHigh, 236: byteHigh, 237: byteHigh, 238: byteHigh, 239: byteHigh,
	240: byteHigh, 241: byteHigh, 242: byteHigh, 243: byteHigh, 244: byteHigh, 245: byteHigh, 246: byteHigh, 247: byteHigh, 248: byteHigh, 249: byteHigh, 250: byteHigh, 251: byteHigh, 252: byteHigh, 253: byteHigh, 254: byteHigh, 255: byteHigh,
}

// lower maps upper-case ASCII letters to lower-case and every other byte to itself.
var lower = [256]uint8{
	0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
	16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
	32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47,
	48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63,
	64, 97, 98, 99, 100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111,
	112, 113, 114, 115, 116, 117, 118, 119, 120, 121, 122, 91, 92, 93, 94, 95,
	96, 97, 98, 99, 100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111,
	112, 113, 114, 115, 116, 117, 118, 119, 120, 121, 122, 123, 124, 125, 126, 127,
	128, 129, 130, 131, 132, 133, 134, 135, 136, 137, 138, 139, 140, 141, 142, 143,
	144, 145, 146, 147, 148, 149, 150, 151, 152, 153, 154, 155, 156, 157, 158, 159,
	160, 161, 162, 163, 164, 165, 166, 167, 168, 169, 170, 171, 172, 173, 174, 175,
	176, 177, 178, 179, 180, 181, 182, 183, 184, 185, 186, 187, 188, 189, 190, 191,
	192, 193, 194, 195, 196, 197, 198, 199, 200, 201, 202, 203, 204, 205, 206, 207,
	208, 209, 210, 211, 212, 213, 214, 215, 216, 217, 218, 219, 220, 221, 222, 223,
	224, 225, 226, 227, 228, 229, 230, 231, 232, 233, 234, 235, 236, 237, 238, 239,
	240, 241, 242, 243, 244, 245, 246, 247, 248, 249, 250, 251, 252, 253, 254, 255,
}
