"""The templates as a mode of the window: its view, its tool bar, and what is done there."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QToolBar, QWidget

from briefer.catalogue import Listed
from briefer.model.brief import Brief
from briefer.store.recovery import Claim, Copy
from briefer.ui.background import Background
from briefer.ui.documents import Documents
from briefer.ui.kept_widths import KeptWidths
from briefer.ui.session import Session
from briefer.ui.template_editor.bar import EditorBar
from briefer.ui.template_editor.status import EditorStatus
from briefer.ui.template_editor.view import TemplateEditor
from briefer.ui.template_editor.work import EditorWork
from briefer.ui.templates.bar import TemplatesBar
from briefer.ui.templates.keeper import PLACES, TemplateKeeper
from briefer.ui.templates.status import TemplatesStatus
from briefer.ui.templates.view import TemplatesView
from briefer.ui.templates.work import TemplatesWork

_BEGINNINGS = ("template_new", "template_import", "template_folder")
"""What can be asked for while the brief is shown, and so while a template is edited behind it."""


class Editing(NamedTuple):
    """The editor of templates, with its tool bar and what it tells in the status bar."""

    view: TemplateEditor
    work: EditorWork
    bar: EditorBar
    status: EditorStatus


class TemplatesMode(QObject):
    """Made when the templates are first shown. ``said`` carries a line for the status bar, ``changed`` tells that
    other actions make sense now; ``use_requested`` carries the id of a template for the brief at hand,
    ``link_activated`` an address that is to be opened. ``turned`` tells that the editor is shown, or the list again.
    """

    said = Signal(str)
    changed = Signal()
    use_requested = Signal(str)
    link_activated = Signal(str)
    turned = Signal()

    def __init__(
        self,
        view: TemplatesView,
        pages: QStackedWidget,
        session: Session,
        keeper: TemplateKeeper,
        sample: Brief,
        documents: Documents,
        background: Background,
        actions: Mapping[str, QAction],
        window: QMainWindow,
    ) -> None:
        """``pages`` is where ``view`` stands, and the editor will."""
        super().__init__(window)
        self._session, self._keeper, self._documents, self._actions = session, keeper, documents, actions
        self._sample, self._background = sample, background
        self.view, self.pages = view, pages
        self.work = TemplatesWork(self.view, keeper, background, window)
        self._bar = TemplatesBar(window, actions)
        self._status = TemplatesStatus()
        work = self.work
        view.chosen.connect(self._show_details)
        view.preview.work_requested.connect(background.ask)
        view.preview.link_activated.connect(self.link_activated)
        view.list.menu_requested.connect(self._show_menu)
        work.said.connect(self.said)
        work.changed.connect(self.changed)
        work.use_requested.connect(self.use_requested)
        work.folder_chosen.connect(self._choose_office)
        work.edit_requested.connect(self._edit)
        self._bar.searched.connect(view.search)
        self._bar.search.left.connect(self.take_focus)
        self._widths = KeptWidths(self)
        self._widths.watch({"templates": view})
        keeper.changed.connect(self._show)
        session.changed.connect(self._show_details)
        self._show()

    @functools.cached_property
    def editing(self) -> Editing:
        """The editor; made when a template is first edited."""
        window = self.parent()
        assert isinstance(window, QMainWindow)
        view, status, bar = TemplateEditor(self.pages), EditorStatus(), EditorBar(window, self._actions)
        work = EditorWork(view, status, self._keeper, self._sample, self._session, self._background, window)
        work.said.connect(self.said)
        work.changed.connect(self.changed)
        work.opened.connect(lambda: self._turn(view))
        work.closed.connect(self._show_list)
        bar.close_requested.connect(work.close)
        view.result.link_activated.connect(self.link_activated)
        self.pages.addWidget(view)
        self._widths.watch(view.splitters())
        return Editing(view, work, bar, status)

    @property
    def edits(self) -> bool:
        """Whether a template is being edited."""
        return "editing" in self.__dict__ and self.editing.work.is_open

    @property
    def bar(self) -> QToolBar:
        """The tool bar of what is shown: the list, or the editor."""
        return self.editing.bar if self.edits else self._bar

    @property
    def status(self) -> QWidget:
        """What the status bar tells of what is shown."""
        return self.editing.status if self.edits else self._status

    @property
    def undo_label(self) -> str:
        """What would be taken back; empty if nothing."""
        if self.edits:
            return "Typing" if "undo" in self.possible() else ""
        return self.work.undo_label

    def may_leave(self) -> bool:
        """Whether the window may go: no template has changes that are not saved, or the user decided about them."""
        return not self.edits or self.editing.work.may_leave()

    def end(self) -> None:
        """The window goes: what is not saved is not wanted."""
        self._widths.keep()
        if "editing" in self.__dict__:
            self.editing.work.autosave.close()

    def keep_now(self) -> bool:
        """Keep the text that is edited against a crash, at once; whether it is kept."""
        return not self.edits or self.editing.work.autosave.keep_now()

    def recover(self, copy: Copy, claim: Claim) -> None:
        """Go on with the text of a template that a crash left."""
        self.editing.work.recover(copy, claim)

    def _leave_for(self, command: Callable[[], object]) -> None:
        """Close the editor, if nothing is lost with it, and do something with the list."""
        self.editing.work.close()
        if not self.edits:
            command()

    def _edit(self, listed: Listed) -> None:
        self.editing.work.open(listed)

    def _turn(self, page: QWidget) -> None:
        self.pages.setCurrentWidget(page)
        self.turned.emit()

    def _show_list(self) -> None:
        self._turn(self.view)
        self.changed.emit()
        self.take_focus()

    def commands(self) -> dict[str, Callable[[], object]]:
        """What the actions do while the templates are shown, by the ids of the table of actions."""
        if self.edits:
            own = self.work.commands()
            return {each: partial(self._leave_for, own[each]) for each in _BEGINNINGS} | self.editing.work.commands()
        return {
            **self.work.commands(),
            "find": self._find,
            "next_check": lambda: self.work.step_problem(1),
            "previous_check": lambda: self.work.step_problem(-1),
            "zoom_in": lambda: self.view.preview.zoom(1),
            "zoom_out": lambda: self.view.preview.zoom(-1),
            "zoom_back": lambda: self.view.preview.zoom(0),
            "next_pane": lambda: self.view.step(1),
            "previous_pane": lambda: self.view.step(-1),
            "undo": self.work.undo,
        }

    def possible(self) -> set[str]:
        """The ids of the actions that make sense here now."""
        if self.edits:
            return self.editing.work.possible()
        found = self.commands().keys() - self.work.commands().keys() - {"undo"}
        return found | self.work.possible() | ({"undo"} if self.work.undo_label else set())

    def take_focus(self) -> None:
        """Give the keyboard to the list, or to the text that is edited."""
        if self.edits:
            self.editing.view.take_focus()
        else:
            self.view.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _find(self) -> None:
        self._bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._bar.search.selectAll()

    def _show(self) -> None:
        self.view.show_templates(self._updated())
        self._status.show_keeper(self._keeper)

    def _show_details(self) -> None:
        listed = self.view.current
        used = listed is not None and listed.id == self._session.brief.template
        self.view.details.show_template(
            listed, used=used, updated=listed is not None and listed.id in self._updated()
        )
        self.changed.emit()

    def _updated(self) -> list[str]:
        used = self._documents.settings.used_templates
        listed = [each for place in PLACES for each in self._keeper.listed(place)]
        return [each.id for each in listed if each.sha256 and used.get(each.id, each.sha256) != each.sha256]

    def _choose_office(self, folder: str) -> None:
        import msgspec

        self._documents.choose(msgspec.structs.replace(self._documents.settings, office_folder=folder))

    def show_settings(self) -> None:
        """Other settings hold now: another folder, or another template was used."""
        self._show()

    def _show_menu(self, place: QPoint) -> None:
        self.work.show_menu(place, self._actions)
