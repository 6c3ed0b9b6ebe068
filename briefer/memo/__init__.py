"""The memo: blocks, and Markdown read into blocks."""
