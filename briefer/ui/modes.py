"""The modes of the window: the brief, or the templates, which are made when they are first shown."""

from __future__ import annotations

import functools
import importlib
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QToolBar, QWidget

from briefer.model.brief import Brief
from briefer.settings import Settings
from briefer.store.briefs import read_brief
from briefer.store.recovery import Claim, Copy
from briefer.templates.template import Template
from briefer.ui.background import Background
from briefer.ui.documents import Documents
from briefer.ui.session import Session
from briefer.ui.slices import Slices
from briefer.ui.start.stage import Stage
from briefer.ui.status_bar import StatusBar

if TYPE_CHECKING:
    from briefer.ui.templates.keeper import TemplateKeeper
    from briefer.ui.templates.mode import TemplatesMode

_KEEPER, _MODULE = "briefer.ui.templates.keeper", "briefer.ui.templates.mode"
"""Modules that take more than a moment to import, and are learned in a thread."""
_MAKE = "make"
_ALWAYS = frozenset(
    (
        "new", "open", "save", "save_as", "quit", "cut", "copy", "paste_here", "select_all", "to_brief",
        "to_templates", "to_source", "to_notes", "to_memo", "office_details", "palette", "keys", "guide", "sample",
        "about",
    )
)  # fmt: skip
"""Actions that make sense in each mode."""
_OF_BRIEF = frozenset(("save", "save_as"))
"""Of these, those that need a brief."""
_BEGINNINGS = frozenset(("template_new", "template_import", "template_folder"))
"""What leads from the brief to the templates; the other actions on templates need one that is seen."""


class Modes(QStackedWidget):
    """Shows the stage of the brief, or the templates.

    ``turned`` tells that the brief is shown again, ``bar_turned`` carries the tool bar that is shown now; ``offered``
    carries the templates that can be used now, by id; ``use_requested`` the id of one for the brief at hand, ``said``
    a line for the status bar, and ``link_activated`` an address that is to be opened.
    """

    turned = Signal()
    bar_turned = Signal(object)
    offered = Signal(dict)
    use_requested = Signal(str)
    said = Signal(str)
    link_activated = Signal(str)
    _knows_keeper = Signal()
    _knows_mode = Signal()

    def __init__(
        self,
        stage: Stage,
        session: Session,
        templates: Sequence[Template],
        sample: Path,
        documents: Documents,
        background: Background,
    ) -> None:
        super().__init__()
        self._stage, self._session, self._sample = stage, session, sample
        self._templates, self._documents, self._background = templates, documents, background
        self._mode: TemplatesMode | None = None
        self._actions: Mapping[str, QAction] = {}
        self._followed = ""
        self._busy = 0
        self._slices = Slices(self)
        self._listens = False
        self.addWidget(stage)
        session.changed.connect(self._remember_use)
        documents.settings_changed.connect(self._show_settings)

    def use(self, actions: Mapping[str, QAction], bar: QToolBar, status_bar: StatusBar) -> None:
        """Take what the window has made: its actions, the tool bar of the brief, and the status bar."""
        self._actions, self._bar, self._status_bar = actions, bar, status_bar
        self._shown_bar = bar
        self.show_actions()

    @functools.cached_property
    def keeper(self) -> TemplateKeeper:
        """The list of all templates."""
        from briefer.ui.templates.keeper import TemplateKeeper

        keeper = TemplateKeeper(self._templates, self._background, self)
        keeper.changed.connect(self._offer)
        return keeper

    @functools.cached_property
    def _sample_brief(self) -> Brief:
        return read_brief(self._sample).brief

    def start(self) -> None:
        """Begin to look at the folders of templates, or as soon as the program has learned how to."""
        if _KEEPER in sys.modules:
            self._keep()
        else:
            self._listen()
            threading.Thread(target=_learn, args=(_KEEPER, self._knows_keeper.emit), daemon=True).start()

    def _keep(self) -> None:
        self.keeper.start(self._documents.settings.office_folder)

    @property
    def shows_templates(self) -> bool:
        """Whether the templates are shown."""
        return self.currentWidget() is not self._stage

    @property
    def templates(self) -> TemplatesMode:
        """The templates; made when they are first shown."""
        if self._mode is None and not self._slices.is_going(_MAKE):
            self._slices.begin(_MAKE, self._making())
        self._slices.finish(_MAKE)
        assert self._mode is not None
        return self._mode

    def to_templates(self) -> None:
        """Show the templates, or as soon as the program has learned how to."""
        if _MODULE in sys.modules:
            self._show_templates()
        elif not self._busy:
            self._busy = self._background.busy.begin("Opening the templates")
            self._listen()
            threading.Thread(target=self._learn_mode, daemon=True).start()

    def _listen(self) -> None:
        """Hear what a thread has learned; not when the window is made: see ui/sparing.py."""
        if not self._listens:
            self._listens = True
            self._knows_keeper.connect(self._keep, QtCore.Qt.ConnectionType.QueuedConnection)
            self._knows_mode.connect(self._make_templates, QtCore.Qt.ConnectionType.QueuedConnection)

    def _learn_mode(self) -> None:
        from briefer.templates.build import make_ready

        _ = self._sample_brief
        own = self._session.brief.template
        shipped = [template for template in self._templates if template.built_in]
        make_ready(*[template for template in shipped if template.id == own])
        _learn(_MODULE, self._knows_mode.emit)
        make_ready(*shipped)

    def _make_templates(self) -> None:
        """Make them in turns, and then show them."""
        self._slices.begin(_MAKE, self._making(shown=True))

    def _show_templates(self) -> None:
        self._background.busy.end(self._busy)
        self._busy = 0
        mode = self.templates
        if not self.shows_templates:
            self.setCurrentWidget(mode.pages)
            self._show_bars()
        self.show_actions()
        mode.take_focus()

    def to_brief(self) -> None:
        """Show the brief, and give the keyboard back to where it was there."""
        if self.shows_templates:
            self.setCurrentWidget(self._stage)
            self._show_bars()
            for ident, action in self._actions.items():
                action.setEnabled(ident not in self.templates.work.commands() or ident in _BEGINNINGS)
            self.turned.emit()
            if (before := self._stage.focusWidget()) is not None:
                before.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
        self.show_actions()

    def may_leave(self) -> bool:
        """Whether the window may go: what was typed in a template is saved, or the user decided about it."""
        return self._mode is None or self._mode.may_leave()

    def end(self) -> None:
        """The window goes."""
        if self._mode is not None:
            self._mode.end()

    def keep_now(self) -> bool:
        """Keep what is typed in a template against a crash, at once; whether it is kept."""
        return self._mode is None or self._mode.keep_now()

    def recover(self, copy: Copy, claim: Claim) -> None:
        """Go on with the text of a template that a crash left."""
        self._show_templates()
        self.templates.recover(copy, claim)

    def command(self, ident: str) -> Callable[[], object] | None:
        """What an action does while the templates are shown; None if it is the brief's."""
        if ident.startswith("template_") and not self.shows_templates:
            self._show_templates()
        return self.templates.commands().get(ident) if self.shows_templates else None

    def show_actions(self) -> None:
        """Let those actions be enabled that make sense in the mode at hand."""
        shown = self.shows_templates
        self._actions["to_templates" if shown else "to_brief"].setChecked(True)
        if not shown:
            for ident, action in self._actions.items():
                if ident.startswith("template_"):
                    action.setEnabled(ident in _BEGINNINGS)
            return
        possible = (_ALWAYS - _OF_BRIEF if self._stage.shows_start else _ALWAYS) | self.templates.possible()
        for ident, action in self._actions.items():
            action.setEnabled(ident in possible)
        undo = self._actions["undo"]
        undo.setText(f"&Undo {self.templates.undo_label}".rstrip())
        self._actions["redo"].setText("&Redo")

    def _making(self, *, shown: bool = False) -> Iterator[None]:
        """Make the templates if there are none yet, part by part; they are ``shown`` in the turn after."""
        if self._mode is None:
            yield from self._making_mode()
        if shown:
            QTimer.singleShot(0, self, self._show_templates)

    def _making_mode(self) -> Iterator[None]:
        from briefer.ui.templates.mode import TemplatesMode
        from briefer.ui.templates.view import TemplatesView

        window, sample = self.window(), self._sample_brief
        assert isinstance(window, QMainWindow)
        pages = QStackedWidget(self)
        self.addWidget(pages)
        view = TemplatesView(self.keeper, sample, pages)
        pages.addWidget(view)
        yield
        mode = TemplatesMode(
            view, pages, self._session, self.keeper, sample, self._documents, self._background, self._actions, window
        )
        mode.turned.connect(self._show_bars)
        mode.said.connect(self.said)
        mode.use_requested.connect(self.use_requested)
        mode.link_activated.connect(self.link_activated)
        mode.changed.connect(self._show_possible)
        yield
        for part in pages.findChildren(QWidget):
            part.ensurePolished()  # or all would be dressed when they are shown
            yield
        self._mode = mode
        self.start()

    def _show_possible(self) -> None:
        if self.shows_templates:
            self.show_actions()

    def _show_bars(self) -> None:
        shown = self.shows_templates
        bar = self.templates.bar if shown else self._bar
        if bar is not self._shown_bar:
            window = self.window()
            assert isinstance(window, QMainWindow)
            if window.toolBarArea(bar) == QtCore.Qt.ToolBarArea.NoToolBarArea:
                window.addToolBar(bar)
                self._status_bar.add_face(self.templates.status)
            self._shown_bar.hide()
            bar.show()
            self._shown_bar = bar
            self.bar_turned.emit(bar)
        self._status_bar.show_face(self.templates.status if shown else None)

    def _offer(self) -> None:
        self.offered.emit(self.keeper.templates())
        followed = self.keeper.find(self._session.brief.template)
        now = f"{followed.id} {followed.sha256}" if followed is not None else ""
        before, self._followed = self._followed, now
        if (
            followed is not None
            and before != now
            and before.startswith(f"{followed.id} ")
            and not self.shows_templates
        ):
            self.said.emit(f"“{followed.name}” was changed; the memo follows it as it is now.")

    def _remember_use(self, before: Brief, brief: Brief) -> None:
        """A template that is chosen is used as it is now: what is changed later is told."""
        if before.id != brief.id or before.template == brief.template or "keeper" not in self.__dict__:
            return
        listed = self.keeper.find(brief.template)
        if listed is not None and listed.sha256:
            self._documents.choose(self._documents.settings.having_used(listed.id, listed.sha256))

    def _show_settings(self, settings: Settings) -> None:
        if "keeper" in self.__dict__:
            self.keeper.use_office(settings.office_folder)
        if self._mode is not None:
            self._mode.show_settings()


def _learn(module: str, tell: Callable[[], None]) -> None:
    importlib.import_module(module)
    with suppress(RuntimeError):  # a window that is gone meanwhile needs nothing
        tell()
