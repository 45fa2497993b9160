"""Many units in one go: `saksama periksa --semua`."""
