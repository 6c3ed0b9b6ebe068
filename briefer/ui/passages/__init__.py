"""Passages of the sources that support a sentence of the memo, found and cited."""
