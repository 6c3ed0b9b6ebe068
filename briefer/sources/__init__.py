"""Articles in: a file or pasted text becomes a source, read, cleaned and with its details guessed.

A new kind of file is a module with a ``Reader``, or a function for an ``ExtractedText``, and a suffix in ``READERS``.
What is named here is imported when it is asked for: the readers take long, and a window must not wait for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefer.sources.extracted import Extract, ExtractedText
    from briefer.sources.read import (
        READERS,
        Imported,
        cleaned,
        examples,
        import_bytes,
        import_file,
        source_from_bytes,
        source_from_file,
        source_from_html,
        source_from_text,
        switched,
    )

__all__ = [
    "READERS",
    "Extract",
    "ExtractedText",
    "Imported",
    "cleaned",
    "examples",
    "import_bytes",
    "import_file",
    "source_from_bytes",
    "source_from_file",
    "source_from_html",
    "source_from_text",
    "switched",
]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from briefer.sources import read

    return getattr(read, name)
