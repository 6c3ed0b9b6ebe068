"""Which paragraph style of Word each look of a paragraph has; the preview's pages go by the same table."""

from __future__ import annotations

from briefer.memo.blocks import ParagraphStyle
from briefer.render.word.paragraph import DEFAULT_STYLE

_STYLES: dict[ParagraphStyle, str] = {
    "kicker": "Kicker",
    "signature": "Signature",
    "bottom-line": "BottomLine",
    "ticks": "TickLine",
    "question": "Question",
    "box": "Box",
    "box-heading": "BoxHeading",
    "plain": DEFAULT_STYLE,
}

BOX_INDENT = 120
"""From the edge of the text to the words in a box, on both sides, in twentieths of a point."""
QUOTE_INDENT = 340
"""From the edge of the text to the words of a quotation."""


def style_of(name: str) -> str:
    """The id of the paragraph style for a ``ParagraphStyle``; for any other word that of running text."""
    return _STYLES.get(name, DEFAULT_STYLE)  # type: ignore[call-overload, no-any-return]
