package records

// A Block is the bytes [Start, End) of a file. A record belongs to the block in
// which it begins.
type Block struct {
	Start, End int64
	// State is the one in which the block begins, and Rows how many records end
	// before it.
	State State
	Rows  int64
}

const (
	minBlock  = 4 << 20
	maxBlock  = 256 << 20
	manyBlock = 2000
)

// BlockSize is how large the blocks of files are that have total bytes
// together: small enough for some thousand blocks to keep many workers busy to
// the end, not so small that their results are a heap of tiny files.
func BlockSize(total int64) int64 {
	return min(max(total/manyBlock, minBlock), maxBlock)
}

// Cut gives the blocks of a file of that many bytes; an empty file has one.
func Cut(bytes, size int64) []Block {
	size = max(size, int64(len(bom))+1) // the first holds a byte order mark, and what stands behind it
	var list []Block
	for at := int64(0); at < bytes || at == 0; at += size {
		list = append(list, Block{Start: at, End: min(at+size, bytes)})
	}
	return list
}

// Place sets in which state each block of a file begins and how many records
// end before it, given the census of each.
func Place(blocks []Block, counts []Census) {
	var before Census // of the blocks so far; the zero State is where a file begins
	for s := range before.To {
		before.To[s] = State(s)
	}
	for i := range blocks {
		blocks[i].State, blocks[i].Rows = before.To[atStart], before.Rows[atStart]
		before = before.Then(counts[i])
	}
}
