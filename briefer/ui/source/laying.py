"""Laying out a long document a little at a time.

Qt lays out by itself what no one has asked for yet, and at each turn of its own a stretch twice as long as the last,
up to a fifth of a megabyte. While somebody else lays out, these turns are kept from it, and its stretches stay short.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QTextDocument

_STRETCH = 10_000
"""Qt's positions that are laid out in a few milliseconds."""


def laying(document: QTextDocument, end: int) -> Iterator[None]:
    """Have a document laid out from its beginning up to a position, step by step."""
    layout, no_turns = document.documentLayout(), _NoTurns()
    layout.installEventFilter(no_turns)
    try:
        for at in range(_STRETCH, end + _STRETCH, _STRETCH):
            layout.blockBoundingRect(document.findBlock(min(at, end)))
            yield
    finally:
        with suppress(RuntimeError):  # the document may have gone with its view
            layout.removeEventFilter(no_turns)


@contextmanager
def made_or_gone(document: QTextDocument) -> Iterator[None]:
    """Within steps that make a document: it goes if they are left undone."""
    try:
        yield
    except GeneratorExit:
        with suppress(RuntimeError):
            document.deleteLater()
        raise


class _NoTurns(QObject):
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        return event.type() == QEvent.Type.Timer
