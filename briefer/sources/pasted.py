"""Rich text from the clipboard: read as it is meant, or as plain text where that would lose words."""

from __future__ import annotations

import re
from collections import Counter

from briefer.errors import DataError
from briefer.sources.read import Imported, source_from_text

_WORD = re.compile(r"\w+")
_LOST = 0.02
"""The part of the words that may be missing: programs put bullets and captions into one form and not the other."""


def import_pasted(html: str, text: str, ident: str) -> Imported:
    """The article that a clipboard holds in two forms, as the source ``ident``.

    The rich form gives headings, lists and tables. If it cannot be read, or lacks words that the plain one has, the
    plain one is taken. DataError if neither holds words, or both are too large.
    """
    from briefer.sources.read import source_from_html

    try:
        found = Imported(source_from_html(html, ident))
    except DataError:
        if not text.strip():
            raise
        return Imported(source_from_text(text, ident))
    if _lacks_words(found.source.original, text):
        return Imported(source_from_text(text, ident))
    return found


def _lacks_words(rich: str, plain: str) -> bool:
    wanted = Counter(_WORD.findall(plain.casefold()))
    missing = wanted - Counter(_WORD.findall(rich.casefold()))
    return missing.total() > _LOST * wanted.total()
