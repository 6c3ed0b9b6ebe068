"""The pieces of an RTF file: groups, control words with their numbers, bytes in hexadecimal, text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_PIECE = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<byte>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])"
    r"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\",
    re.DOTALL,
)


class Token(NamedTuple):
    """One piece: ``kind`` is word, byte, sign, brace or text; ``number`` that of a control word, if it has one."""

    kind: str
    value: str
    number: int | None = None


def tokens(text: str) -> Iterator[Token]:
    """The pieces in order; binary data is passed over by the length that it gives."""
    at = 0
    while (match := _PIECE.match(text, at)) is not None:
        at = match.end()
        kind = match.lastgroup or ""
        if match["word"] is not None:
            number = int(match["number"]) if match["number"] else None
            if match["word"] == "bin":
                at += max(0, number or 0)
            else:
                yield Token("word", match["word"], number)
        elif kind:
            yield Token(kind, match[kind])
