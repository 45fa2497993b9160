"""Run in, papers out: terminal text, JSON, HTML, workbook, documents."""
