"""Word documents, read part by part."""
