"""A file in, a Document and its records out. Knows nothing of rules."""
