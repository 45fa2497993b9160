"""PDF files: words, ruling lines and shading of a page, the grid over them, and text around the tables."""
