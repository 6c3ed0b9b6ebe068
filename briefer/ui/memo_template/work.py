"""What a person does to make a template of a memo."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from briefer.errors import BrieferError, UsageError
from briefer.model.brief import Brief
from briefer.templates.from_memo import Kept, save_memo, texts_that_can_stay
from briefer.templates.template import Template
from briefer.ui.background import Background, Operation
from briefer.ui.band import Offer
from briefer.ui.memo_template.panel import MemoTemplatePanel
from briefer.ui.messages import bands_of, settle, show_error
from briefer.ui.session import Session

_NOT_SAVED = "The memo was not saved as a template."


class MemoTemplateWork(QObject):
    """Asks what becomes a field, and saves. ``saved`` tells that there is another template now,
    ``templates_requested`` asks for the templates.
    """

    saved = Signal()
    templates_requested = Signal()

    def __init__(
        self, session: Session, templates: Mapping[str, Template], background: Background, window: QMainWindow
    ) -> None:
        super().__init__(window)
        self._session, self._templates, self._background = session, templates, background

    @property
    def _window(self) -> QMainWindow:
        window = self.parent()
        assert isinstance(window, QMainWindow)
        return window

    def ask(self) -> None:
        """Find out what may stay, and ask what does."""
        brief = self._session.brief
        template = self._templates.get(brief.template)
        if template is None:
            self._fail(UsageError(f"its template “{brief.template}” is not here", "choose another"))
        elif template.document:
            hint = "duplicate it in Templates, and change the copy in Word"
            self._fail(UsageError(f"“{template.name}” is a Word document", hint))
        else:
            words, done = "Reading the memo", partial(self._open, brief, template)
            self._background.ask(Operation(words, texts_that_can_stay, (brief, template), done, self._fail))

    def _open(self, brief: Brief, template: Template, texts: frozenset[str]) -> None:
        settle(self._window, _NOT_SAVED, pane="memo")
        panel = MemoTemplatePanel(self._window, brief, template, texts)
        panel.chosen.connect(partial(self._save, panel, brief, template))
        panel.open()

    def _save(self, panel: MemoTemplatePanel, brief: Brief, template: Template, name: str, kept: Kept) -> None:
        panel.dismiss()
        arguments, done = (brief, template, name, kept), partial(self._done, name)
        self._background.ask(Operation(f"Saving {name}", save_memo, arguments, done, self._fail))

    def _done(self, name: str, path: Path) -> None:
        self.saved.emit()
        offers = [Offer("Show in Templates", self.templates_requested.emit)]
        bands_of(self._window, "memo").show_band("info", f"“{name}” is in My templates.", str(path.parent), offers)

    def _fail(self, error: BrieferError) -> None:
        show_error(self._window, error, _NOT_SAVED, pane="memo")
