"""Scanned pages, read from their picture by the optional extra `ocr`."""
