"""The generated parts of the memo as the pane shows them: what is in them, and whether the notes have moved on."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from briefer.errors import BrieferError
from briefer.model.brief import Brief
from briefer.templates.template import Template
from briefer.ui.background import Operation
from briefer.ui.memo.generated_card import GeneratedCard
from briefer.ui.memo.weight import is_light
from briefer.ui.memo.written_bar import WrittenBar
from briefer.ui.start.blank import is_blank

if TYPE_CHECKING:
    from briefer.taken_over import PartsNow

PAUSE = 300
"""Milliseconds after the last change of the notes until the parts are made anew."""


class GeneratedParts(QObject):
    """Keeps cards and bars true to the notes, on a pause and one part at a time. ``counted`` tells that the parts
    have another number of words, ``words``; ``work_requested`` carries an Operation to be run in the background.
    """

    counted = Signal()
    work_requested = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.words = 0
        self._cards: Mapping[str, GeneratedCard] = {}
        self._bars: Mapping[str, WrittenBar] = {}
        self._made_from: tuple[int, ...] = ()
        self._brief: Brief | None = None
        self._template: Template | None = None
        self._now: PartsNow | None = None
        self._left: list[str] = []
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._make)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._compare_next)

    def follow(
        self,
        brief: Brief,
        template: Template | None,
        cards: Mapping[str, GeneratedCard],
        bars: Mapping[str, WrittenBar],
    ) -> None:
        """Show in these cards and bars, by section, what a template makes of a brief's notes."""
        self._cards, self._bars = cards, bars
        made_from = _made_from(brief, template, cards, bars)
        self._brief, self._template = brief, template
        if made_from == self._made_from:
            return
        self._made_from = made_from
        if self._now is None and is_blank(brief):  # the first screen needs no template engine
            for card in cards.values():
                card.show_outline(())
        else:
            self._pause.start()

    def _make(self) -> None:
        """All parts in one rendering; what was taken over is compared afterwards, part by part."""
        from briefer.taken_over import parts_now

        brief, template = self._brief, self._template
        if brief is None or template is None or not (self._cards or self._bars):
            self._tell_words(0)
            return
        done = functools.partial(self._take, self._made_from)
        written = tuple(section for section in self._bars if section in brief.taken_over)
        asked = Operation("", parts_now, (brief, template, written), done, _said_by_the_preview)
        if is_light(brief, template):
            asked.run_here()
        else:
            self.work_requested.emit(asked)

    def _take(self, made_from: tuple[int, ...], now: PartsNow) -> None:
        """Show the parts, unless they will be made again soon."""
        if made_from != self._made_from:
            return
        self._now = now
        for section, card in self._cards.items():
            card.show_outline(now.outlines.get(section, ()))
        self._tell_words(sum(now.word_counts.get(section, 0) for section in self._cards))
        self._left = list(now.markdown)
        self._soon.start()

    def _tell_words(self, words: int) -> None:
        if words != self.words:
            self.words = words
            self.counted.emit()

    def _compare_next(self) -> None:
        if not self._left or self._brief is None or self._now is None:
            return
        section = self._left.pop()
        base = self._brief.taken_over.get(section)
        if base is not None and section in self._bars:
            self._bars[section].show_news(base, self._now.markdown[section])
        self._soon.start()


def _said_by_the_preview(_: BrieferError) -> None:
    """What is wrong with a template need not be said twice."""


def _made_from(
    brief: Brief, template: Template | None, cards: Mapping[str, GeneratedCard], bars: Mapping[str, WrittenBar]
) -> tuple[int, ...]:
    """What the parts depend on, by identity: an edit leaves what it does not touch the same object."""
    parts = (
        brief.actors, brief.actions, brief.stakes, brief.quotes, brief.sources, brief.passages, brief.header,
        brief.taken_over, template, *cards.values(), *bars.values(),
    )  # fmt: skip
    return tuple(map(id, parts))
