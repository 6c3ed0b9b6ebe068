"""The generated parts of the memo as the pane shows them: what is in them, and whether the notes have moved on."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from briefer.errors import BrieferError
from briefer.export import generated_markdown
from briefer.model.brief import Brief
from briefer.templates.template import Template
from briefer.ui.background import Operation
from briefer.ui.memo.generated_card import GeneratedCard
from briefer.ui.memo.weight import is_light
from briefer.ui.memo.written_bar import WrittenBar
from briefer.ui.start.blank import is_blank

if TYPE_CHECKING:
    from briefer.templates.generated import Generated

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
        self._generated: Generated | None = None
        self._generated_from: tuple[int, ...] = ()
        self._said: dict[str, tuple[str, str]] = {}
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
        if self._generated is None and is_blank(brief):  # the first screen needs no template engine
            for card in cards.values():
                card.show_outline(())
        else:
            self._pause.start()

    def _make(self) -> None:
        """All parts in one rendering; what was taken over is compared afterwards, part by part."""
        from briefer.templates.generated import summed_up

        brief, template = self._brief, self._template
        if brief is None or template is None or not (self._cards or self._bars):
            self._tell_words(0)
            return
        done = functools.partial(self._take, self._made_from)
        asked = Operation("", summed_up, (brief, template), done, _said_by_the_preview)
        if is_light(brief, template):
            asked.run_here()
        else:
            self.work_requested.emit(asked)

    def _take(self, made_from: tuple[int, ...], generated: Generated) -> None:
        """Show the parts, unless they will be made again soon."""
        if made_from != self._made_from:
            return
        self._generated, self._generated_from = generated, made_from
        for section, card in self._cards.items():
            card.show_outline(self._generated.outline(section))
        self._tell_words(sum(self._generated.word_count(section) for section in self._cards))
        self._left = list(self._bars)
        self._soon.start()

    def generated(self, brief: Brief) -> Generated | None:
        """The parts of a brief, if it is the one that they were made from last."""
        return self._generated if brief is self._brief and self._generated_from == self._made_from else None

    def _tell_words(self, words: int) -> None:
        if words != self.words:
            self.words = words
            self.counted.emit()

    def _compare_next(self) -> None:
        if not self._left or self._brief is None or self._template is None or self._generated is None:
            return
        section = self._left.pop()
        base = self._brief.taken_over.get(section)
        if base is not None and section in self._bars:
            self._bars[section].show_news(base, self._now(section))
        self._soon.start()

    def _now(self, section: str) -> str:
        """What the notes make of a part; read anew only if they put out something else than last time."""
        assert self._brief is not None
        assert self._template is not None
        assert self._generated is not None
        words = self._generated.words(section)
        said, markdown = self._said.get(section, ("", ""))
        if said != words or not markdown:
            _, markdown = generated_markdown(self._brief, self._template, section, self._generated)
            self._said[section] = words, markdown
        return markdown


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
