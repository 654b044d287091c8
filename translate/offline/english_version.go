package offline

import (
	"strings"

	"yipiao/invoice/pattern"
)

// versioned are the names that a number behind them belongs to: Bluetooth 5.3.
var versioned = map[string]string{"bluetooth": "蓝牙", "usb": "USB", "hdmi": "HDMI", "wifi": "WiFi", "wi-fi": "Wi-Fi", "displayport": "DisplayPort", "android": "Android", "thunderbolt": "Thunderbolt", "iphone": "iPhone", "ipad": "iPad", "macbook": "MacBook", "airpods": "AirPods", "galaxy": "Galaxy", "pcie": "PCIe", "bt": "BT", "qc": "QC", "pd": "PD", "iso": "ISO", "en": "EN", "din": "DIN", "ispm": "ISPM", "astm": "ASTM"}

// editions stand behind the number of such a name.
var editions = map[string]string{"pro": "Pro", "plus": "Plus", "max": "Max", "mini": "mini", "ultra": "Ultra", "air": "Air"}

// devices are those that come in editions.
var devices = map[string]bool{"iPhone": true, "iPad": true, "MacBook": true, "AirPods": true, "Galaxy": true}

var (
	editionTold   = pattern.Lazily(`\b(?:iPhone|iPad|MacBook|AirPods|Galaxy)(?: [A-Z\d/.]+)*(?: (?:Pro|Plus|Max|mini|Ultra|Air))+\b|\bGalaxy\b`)
	versionDigits = pattern.Lazily(`^[A-Z]?\d+(?:\.\d+)?[a-z]?(?:/\d+(?:\.\d+)?)*$`)
	versionGlued  = pattern.Lazily(`^(?i:bluetooth|wifi)\d(?:\.\d)?$`)
)

// versionOf reads the name with a version that a phrase begins with: iPhone 15 Pro.
func versionOf(words []string) (englishChunk, int) {
	if versionGlued.MatchString(words[0]) {
		return englishChunk{en: words[0], zh: strings.NewReplacer("bluetooth", "蓝牙", "wifi", "WiFi").Replace(strings.ToLower(words[0])), role: describing}, 1
	}
	zh := versioned[strings.ToLower(words[0])]
	if zh == "" {
		return englishChunk{}, 0
	}
	if latinAtEnd(zh) {
		zh += " "
	}
	length := 1
	if len(words) > 1 && versionDigits.MatchString(words[1]) {
		zh += words[1]
		length++
	}
	for devices[zh[:strings.IndexByte(zh+" ", ' ')]] && length < len(words) && editions[strings.ToLower(words[length])] != "" {
		zh = strings.TrimSpace(zh) + " " + editions[strings.ToLower(words[length])]
		length++
	}
	if length == 1 {
		return englishChunk{}, 0
	}
	return englishChunk{en: strings.Join(words[:length], " "), zh: zh, role: coding}, length
}
