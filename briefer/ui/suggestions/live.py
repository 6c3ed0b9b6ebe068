"""Reads the articles of the brief at hand for suggestions, beside the window, when one came or was changed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from briefer.errors import BrieferError
from briefer.model.brief import GROUPS, Brief
from briefer.model.source import Source
from briefer.proposals import Proposals, Read, proposing, read_along, together
from briefer.suggest.shapes import Suggestions
from briefer.ui.background import Background, Operation
from briefer.ui.session import Session
from briefer.ui.slices import Slices

PAUSE = 400
"""Milliseconds after which an article that came, or was changed, is read."""
SETTLE = 250
"""Milliseconds without typing in notes after which what is left to suggest is looked at again."""
SECONDS = 20
_LOOK = "look"
_FEW = 100
"""Suggestions that are looked at in a moment."""
_NOTHING = Suggestions("")


class LiveSuggestions(QObject):
    """Keeps what is left to suggest for a session's brief. ``changed`` tells that it is something else now, or that
    all articles have been read.

    Nothing is suggested for an article whose text is not the one that was read, until that is read too.
    """

    changed = Signal()

    def __init__(self, session: Session, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._background = session, background
        self._texts: dict[str, str] = {}
        self._found: dict[str, Suggestions] = {}
        self._reading = False
        self._read = Read({}, ())
        self._now = Proposals()
        self._is_news = False
        self._slices = Slices(self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.run)
        self._settling = QTimer(self, singleShot=True, interval=SETTLE)
        self._settling.timeout.connect(self._look)
        session.changed.connect(self._follow)
        if session.brief.sources:
            self._pause.start()

    @property
    def now(self) -> Proposals:
        """What is left to suggest for the brief as it is."""
        self._slices.finish(_LOOK)
        return self._now

    @property
    def are_ready(self) -> bool:
        """Whether all articles have been read as they are now."""
        return self._next() is None

    def text(self, source_id: str) -> str:
        """The text of a source that was read."""
        return self._texts.get(source_id, "")

    def run(self) -> None:
        """Read the next article that has not been read, without waiting for a pause."""
        self._pause.stop()
        source = self._next()
        if source is None or self._reading:
            return
        self._reading = True
        done, failed = partial(self._done, source), partial(self._fail, source)
        operation = Operation("", read_along, (source.text,), done, failed, SECONDS, self._stopped)
        self._background.ask(operation)

    def _next(self) -> Source | None:
        return next((each for each in self._session.brief.sources if self._texts.get(each.id) != each.text), None)

    def _done(self, source: Source, found: Suggestions) -> None:
        self._reading = False
        if self._session.brief.source(source.id) is not None:
            self._texts[source.id], self._found[source.id] = source.text, found
            self._is_news = self.are_ready  # though nothing new may be found, that is known now
            self._gather()
        self.run()

    def _fail(self, source: Source, _error: BrieferError) -> None:
        """An article that cannot be read for suggestions has none; the next one may have."""
        self._done(source, _NOTHING)

    def _stopped(self) -> None:
        self._reading = False

    def _follow(self, before: Brief, brief: Brief) -> None:
        if before.id != brief.id:
            self._texts, self._found = {}, {}
        if before.id != brief.id or before.sources is not brief.sources:
            self._gather(at_once=before.id == brief.id)
            if self._next() is not None:
                self._pause.start()
        elif before.dismissed is not brief.dismissed or _rest_otherwise(before, brief):
            self._look()
        elif any(getattr(before, group) is not getattr(brief, group) for group in GROUPS.values()):
            self._settling.start()

    def _gather(self, *, at_once: bool = True) -> None:
        """Put together what was read of the texts of now; look at little of it at once, or in a later turn."""
        read = {
            source.id: self._found[source.id]
            for source in self._session.brief.sources
            if self._texts.get(source.id) == source.text
        }
        before = self._read.found
        if read.keys() != before.keys() or any(read[ident] is not before[ident] for ident in read):
            self._read = together(read)
        self._look(at_once=at_once)

    def _look(self, *, at_once: bool = True) -> None:
        self._settling.stop()
        found = self._read.found.values()
        is_short = sum(len(each.quotes) + len(each.actions) + len(each.stakes) for each in found) < _FEW
        self._slices.begin(_LOOK, self._looking(), at_once=at_once and is_short)

    def _looking(self) -> Iterator[None]:
        """Look at each suggestion: of a long article in the turns of the event loop after this one."""
        now = yield from proposing(self._session.brief, self._read)
        is_news, self._is_news = self._is_news or now != self._now, False
        if is_news:
            self._now = now
            self.changed.emit()


def _rest_otherwise(before: Brief, brief: Brief) -> bool:
    """Whether there are other entries, or other passages of one, as cheaply as can be compared at each key."""
    for group in GROUPS.values():
        old, new = getattr(before, group), getattr(brief, group)
        if old is not new and len(old) != len(new):
            return True
        others = [(one, other) for one, other in zip(old, new, strict=True) if one is not other]
        if any(one.id != other.id or one.evidence is not other.evidence for one, other in others):
            return True
    return False
