"""The memo pane's other face: the pages, their plain text for screen readers, or why there are none."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from briefer.errors import BrieferError
from briefer.memo.blocks import Memo
from briefer.model.brief import Brief
from briefer.templates.template import Template
from briefer.ui import turns
from briefer.ui.memo.preview import PageView
from briefer.ui.memo.preview_maker import MemoMaker
from briefer.ui.memo.preview_plain import PlainPreview
from briefer.ui.messages import sentence
from briefer.ui.style_sheet import set_role


class PreviewPage(QStackedWidget):
    """Shows the memo of a brief while it is visible; what changed meanwhile is made when it is shown again.

    ``entry_activated`` carries the id of the entry that clicked words came from, ``link_activated`` an address that
    nobody has opened, ``pages_changed`` how many pages the memo fills (1.6, say), ``work_requested``
    an Operation to be run in the background.
    """

    entry_activated = Signal(str)
    link_activated = Signal(str)
    pages_changed = Signal(float)
    work_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted: tuple[Brief, Template] | None = None
        self._plain = False
        self.pages = PageView()
        self.text = PlainPreview()
        self._problem = QLabel()
        self._problem.setWordWrap(True)
        self._problem.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._problem.setContentsMargins(16, 16, 16, 16)
        self._problem.setAccessibleName("Why there is no preview")
        self._problem.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_role(self._problem, "err")
        for widget in (self.pages, self.text, self._problem):
            self.addWidget(widget)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._make)
        self._maker = MemoMaker(self)
        self._maker.made.connect(self._show)
        self._maker.failed.connect(self._explain_error)
        self._maker.work_requested.connect(self.work_requested)
        self.pages.entry_activated.connect(self.entry_activated)
        self.pages.link_activated.connect(self.link_activated)
        self.text.link_activated.connect(self.link_activated)
        self.pages.laid_out.connect(lambda: self.pages_changed.emit(self.pages.pages.extent))

    def show_brief(self, brief: Brief, template: Template | None) -> None:
        """Show the memo of a brief in a template's form, soon; without the template, say so."""
        if template is None:
            self._wanted = None
            self._maker.drop()
            self._explain(f"The template {brief.template} is not here. Choose another one above.")
            return
        self._wanted = brief, template
        self._soon.start()

    def set_plain(self, plain: bool) -> None:
        """Show the memo as one text that screen readers follow, or as pages."""
        self._plain = plain
        self._soon.start()

    @property
    def plain(self) -> bool:
        """Whether the memo is shown as one text."""
        return self._plain

    def _make(self) -> None:
        if not turns.is_free(self):
            self._soon.start()
        elif self._wanted is not None:
            self._maker.make(*self._wanted)

    def _show(self, memo: Memo) -> None:
        view = self.text if self._plain else self.pages
        view.show_memo(memo)
        self._turn_to(view)

    def _explain_error(self, error: BrieferError) -> None:
        self._explain(f"{sentence(error.message)} {sentence(error.hint)}".rstrip())

    def _explain(self, problem: str) -> None:
        self._problem.setText(problem)
        self._turn_to(self._problem)

    def _turn_to(self, view: QWidget) -> None:
        had_focus = any(widget.hasFocus() for widget in (self, self.pages, self.text, self._problem))
        self.setCurrentWidget(view)
        self.setFocusProxy(view)
        if had_focus:
            view.setFocus(Qt.FocusReason.OtherFocusReason)
