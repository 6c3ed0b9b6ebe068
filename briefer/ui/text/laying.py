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
_LONG = 0.05
"""Seconds for which others may go first."""
_SHORT = 0.02
"""Seconds that a turn has taken at most if it may have another thing done in it."""


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
        self._document, self._refused = document, 0.0
        document.documentLayout().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Lay out a little, instead of what Qt would; its own turn comes when nothing is left, and ends it.

        Where the window was just painted, or others worked, it waits for the next turn, or for a short one.
        """
        if event.type() != QEvent.Type.Timer:
            return False
        if self._waits():
            return True  # Qt asks again in the next turn
        document, until = self._document, perf_counter() + SLICE
        layout, last = document.documentLayout(), document.characterCount() - 1
        for at in range(_STRETCH, last + _STRETCH, _STRETCH):  # what is laid out already takes no time
            layout.blockBoundingRect(document.findBlock(min(at, last)))
            if perf_counter() > until:
                turns.worked(self)
                return True
        return False

    def _waits(self) -> bool:
        now = perf_counter()
        if turns.is_free(self) or (now - (self._refused or now) > _LONG and turns.lasts() < _SHORT):
            self._refused = 0.0
            return False
        self._refused = self._refused or now
        return True
