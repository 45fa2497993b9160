"""Word files, .docx by walking the XML, .doc by way of .docx."""
