"""Excel workbooks: the sheets as displayed."""
