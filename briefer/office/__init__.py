"""The office's own files, opened safely."""
