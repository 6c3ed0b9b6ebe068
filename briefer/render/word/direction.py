"""Right-to-left writing: which paragraphs run that way, and which stretches of a text do."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Hebrew to Arabic Extended-A, their presentation forms, and the right-to-left scripts of the supplementary plane.
_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_LETTER = re.compile(r"[^\W\d_]")
_RTL_LETTER = re.compile(f"[{_RTL}]")
# Digits, spaces and marks between right-to-left words belong to the stretch; a letter of another script ends it.
_RTL_STRETCH = re.compile(rf"[{_RTL}]+(?:[\W\d_]*[{_RTL}]+)*")


def runs_right_to_left(text: str) -> bool:
    """Whether a paragraph runs right to left: its first letter decides (rule P2 of the Unicode bidi algorithm)."""
    if text.isascii():
        return False
    first = _LETTER.search(text)
    return first is not None and _RTL_LETTER.match(first[0]) is not None


def stretches(text: str) -> Iterator[tuple[str, bool]]:
    """``text`` in pieces, each with whether it runs right to left."""
    at = 0
    for match in _RTL_STRETCH.finditer(text):
        if match.start() > at:
            yield text[at : match.start()], False
        yield match[0], True
        at = match.end()
    if at < len(text):
        yield text[at:], False
