package browser

import (
	"bytes"
	"cmp"
	"image"
	"image/color"
	"image/png"
	"maps"
	"slices"
)

// pack makes a picture of a page small: at most 256 of its colours, the commonest
// first and none that is close to one before it, and each other as the nearest of
// them. Pages have few colours beside the edges of letters.
func pack(picture image.Image) ([]byte, error) {
	counts := map[color.Color]int{}
	bounds := picture.Bounds()
	for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
		for x := bounds.Min.X; x < bounds.Max.X; x++ {
			counts[picture.At(x, y)]++
		}
	}
	commonest := slices.SortedFunc(maps.Keys(counts), func(a, b color.Color) int { return cmp.Compare(counts[b], counts[a]) })
	palette := apart(commonest, 0)
	for least := 2; len(palette) > 256; least += 2 {
		palette = apart(commonest, least)
	}
	nearest := map[color.Color]uint8{}
	for c := range counts {
		nearest[c] = uint8(palette.Index(c))
	}
	packed := image.NewPaletted(bounds, palette)
	for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
		for x := bounds.Min.X; x < bounds.Max.X; x++ {
			packed.SetColorIndex(x, y, nearest[picture.At(x, y)])
		}
	}
	var out bytes.Buffer
	err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, packed)
	return out.Bytes(), err
}

// tallest is how much of a long page its picture shows, in pixels.
const tallest = 1600

// upper gives the upper part of a picture.
func upper(picture image.Image) image.Image {
	b := picture.Bounds()
	b.Max.Y = min(b.Max.Y, b.Min.Y+tallest)
	part, ok := picture.(interface {
		SubImage(image.Rectangle) image.Image
	})
	if !ok {
		return picture
	}
	return part.SubImage(b)
}

// apart picks the colours that differ by more than least, of 255, from those
// picked before.
func apart(colours []color.Color, least int) (picked color.Palette) {
	differ := func(a, b color.Color) bool {
		r, g, bl, _ := a.RGBA()
		r2, g2, bl2, _ := b.RGBA()
		return max(distance(r, r2), distance(g, g2), distance(bl, bl2)) > least
	}
	for _, c := range colours {
		if !slices.ContainsFunc(picked, func(p color.Color) bool { return !differ(c, p) }) {
			picked = append(picked, c)
		}
		if len(picked) > 256 {
			break
		}
	}
	return picked
}

// distance compares two values of 16 bits, in steps of 8 bits.
func distance(a, b uint32) int {
	d := int(a>>8) - int(b>>8)
	return max(d, -d)
}
