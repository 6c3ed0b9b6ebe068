"""Laying out a long document a little at a time.

Qt lays out by itself what no one has asked for yet, and at each turn of its own a stretch twice as long as the last,
up to a fifth of a megabyte. These turns are kept from it, so that its stretches stay short, and somebody else's are
put in their place.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from time import perf_counter

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QTextDocument

from briefer.ui import turns
from briefer.ui.slices import SLICE

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


class ShortTurns(QObject):
    """Has a document laid out in short turns, in place of Qt's longer and longer ones."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document
        document.documentLayout().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Lay out a little, instead of what Qt would; its own turn comes when nothing is left, and ends it."""
        if event.type() != QEvent.Type.Timer:
            return False
        document, until = self._document, perf_counter() + SLICE
        layout, last = document.documentLayout(), document.characterCount() - 1
        for at in range(_STRETCH, last + _STRETCH, _STRETCH):  # what is laid out already takes no time
            layout.blockBoundingRect(document.findBlock(min(at, last)))
            if perf_counter() > until:
                turns.worked(self)
                return True
        return False
