"""The office's details: what it writes at the head of each memo."""
