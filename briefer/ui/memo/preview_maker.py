"""Makes the memo for the preview: after a key in a section at once, all else beside the window if it takes long."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from briefer.errors import BrieferError
from briefer.memo.blocks import Memo
from briefer.model.brief import Brief
from briefer.templates.build import draft_memo
from briefer.templates.compose import Composer
from briefer.templates.draft import Draft
from briefer.templates.template import Template
from briefer.ui import turns
from briefer.ui.background import Operation
from briefer.ui.memo.weight import is_light
from briefer.wanted import memo_of

SLICE = 0.012
"""Seconds of work at a stretch: the window answers keys in between."""


class MemoMaker(QObject):
    """Makes memos one after the other; one that is asked for later takes the place of one that is not ready.

    ``made`` carries a Memo, ``failed`` a BrieferError, ``work_requested`` an Operation to be run in the background.
    A template that does not ship with Briefer is always worked with there.
    """

    made = Signal(object)
    failed = Signal(object)
    work_requested = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._wanted: tuple[Brief, Template] | None = None
        self._asked: tuple[Brief, Template] | None = None
        self._basis: tuple[Brief, Template, Draft] | None = None
        self._composer: Composer | None = None
        self._steps: Iterator[Memo | None] = iter(())
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._take_turn)

    def make(self, brief: Brief, template: Template) -> None:
        """Make the memo of a brief in a template's form."""
        self._wanted = brief, template
        self._turn.stop()
        if self._is_based(brief, template):
            self._compose(brief)
        elif self._asked is None:
            self._draft(brief, template)

    def drop(self) -> None:
        """Nothing is wanted any more."""
        self._wanted = None
        self._turn.stop()

    def _is_based(self, brief: Brief, template: Template) -> bool:
        if self._basis is None:
            return False
        before, of_template, draft = self._basis
        return template is of_template and draft.serves(before, brief)

    def _draft(self, brief: Brief, template: Template) -> None:
        self._asked = self._wanted
        if template.document:
            words = f"Filling {template.name}"
            arguments = (brief, template)
            self.work_requested.emit(
                Operation(words, memo_of, arguments, self._filled, self._fail, stopped=self._stopped)
            )
            return
        asked = Operation(
            "Laying out the memo", draft_memo, (brief, template), self._drafted, self._fail, stopped=self._stopped
        )
        if is_light(brief, template):
            asked.run_here()
        else:
            self.work_requested.emit(asked)

    def _filled(self, memo: Memo) -> None:
        asked, self._asked = self._asked, None
        if self._wanted is asked:
            self.made.emit(memo)
        else:
            self._again()

    def _drafted(self, draft: Draft) -> None:
        assert self._asked is not None
        brief, template = self._asked
        self._asked = None
        self._basis, self._composer = (brief, template, draft), Composer(draft, brief)
        self._again()

    def _fail(self, error: BrieferError) -> None:
        asked, self._asked = self._asked, None
        if self._wanted is asked:
            self.failed.emit(error)
        else:
            self._again()

    def _stopped(self) -> None:
        self._asked = None
        self.failed.emit(BrieferError("The preview was stopped", "turn to it again, or change something"))

    def _again(self) -> None:
        if self._wanted is not None:
            self.make(*self._wanted)

    def _compose(self, brief: Brief) -> None:
        assert self._composer is not None
        self._steps = self._composer.steps(brief.sections)
        self._go_on()

    def _take_turn(self) -> None:
        if turns.is_free(self):
            self._go_on()
        else:
            self._turn.start()

    def _go_on(self) -> None:
        """Put together for one slice of time; the rest later."""
        until = perf_counter() + SLICE
        for memo in self._steps:
            if memo is not None:
                if perf_counter() > until - SLICE / 2:  # else there is time left to lay a short one out
                    turns.worked(self)
                self.made.emit(memo)
            elif perf_counter() > until:
                turns.worked(self)
                self._turn.start()
                return
