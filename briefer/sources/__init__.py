"""Articles in: a file or pasted text becomes a source, read, cleaned and with its details guessed.

A new kind of file is a module with a ``Reader`` and its suffix in ``READERS``, and nothing else.
"""

from __future__ import annotations

from briefer.sources.read import READERS, cleaned, examples, source_from_file, source_from_text, switched

__all__ = ["READERS", "cleaned", "examples", "source_from_file", "source_from_text", "switched"]
