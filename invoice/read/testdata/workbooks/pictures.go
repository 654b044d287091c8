package main

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math"
	"runtime"
)

func sourceFile() string {
	_, file, _, _ := runtime.Caller(0)
	return file
}

// chop is a company's round seal: a red ring with a star, without words.
func chop() []byte {
	const n = 240
	img := image.NewNRGBA(image.Rect(0, 0, n, n))
	red := color.NRGBA{214, 32, 38, 200}
	for y := range n {
		for x := range n {
			dx, dy := float64(x)-n/2, float64(y)-n/2
			r, a := math.Hypot(dx, dy), math.Atan2(dx, -dy)
			ring := r > 108 && r < 118
			// strokes around the edge, where the company's name goes
			words := r > 80 && r < 100 && math.Abs(a) < 2.4 && math.Mod(a*9+40, 1) < 0.62 && math.Mod(r, 7) < 4
			if ring || words || star(dx, dy, 38) {
				img.Set(x, y, red)
			}
		}
	}
	return encode(img)
}

// star reports whether a point is inside a five-pointed star.
func star(x, y, size float64) bool {
	inside := false
	px, py := corner(9, size)
	for i := range 10 {
		qx, qy := corner(i, size)
		if (qy > y) != (py > y) && x < (px-qx)*(y-qy)/(py-qy)+qx {
			inside = !inside
		}
		px, py = qx, qy
	}
	return inside
}

func corner(i int, size float64) (x, y float64) {
	if i%2 == 1 {
		size *= 0.4
	}
	a := float64(i) * math.Pi / 5
	return size * math.Sin(a), -size * math.Cos(a)
}

// logo is a company's mark: a disc and bars.
func logo(c color.NRGBA) []byte {
	img := image.NewNRGBA(image.Rect(0, 0, 200, 80))
	for y := range 80 {
		for x := range 200 {
			disc := math.Hypot(float64(x)-40, float64(y)-40)
			bars := x > 90 && x < 195 && (y/13)%2 == 1 && x+y < 250
			if disc < 36 && disc > 14 || bars {
				img.Set(x, y, c)
			}
		}
	}
	return encode(img)
}

// photo is a picture of goods of some size.
func photo(seed int) []byte {
	img := image.NewNRGBA(image.Rect(0, 0, 60, 60))
	c := color.NRGBA{uint8(40 + seed*53%180), uint8(90 + seed*31%140), uint8(60 + seed*17%160), 255}
	for y := range 60 {
		for x := range 60 {
			if x > 8+seed%9 && x < 52 && y > 6 && y < 54-seed%7 {
				img.Set(x, y, c)
			}
		}
	}
	return encode(img)
}

func encode(img image.Image) []byte {
	var b bytes.Buffer
	must(png.Encode(&b, img))
	return b.Bytes()
}

var (
	blue   = color.NRGBA{0, 84, 166, 255}
	green  = color.NRGBA{0, 128, 96, 255}
	orange = color.NRGBA{226, 110, 20, 255}
)
