"""Articles in: a file or pasted text becomes a source."""
