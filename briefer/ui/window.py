"""The window: three panes on one session. Panes ask, the window connects."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QSize, QTimer, QUrl
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QCloseEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
)
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QMessageBox, QSplitter

import briefer
from briefer.errors import BrieferError
from briefer.model.brief import Brief
from briefer.settings import Settings
from briefer.store.briefs import read_brief
from briefer.templates.template import Template
from briefer.ui import window_state
from briefer.ui.documents import Documents
from briefer.ui.memo.pane import MemoPane
from briefer.ui.memo.work import MemoWork
from briefer.ui.menus import build_menus, fill_recent
from briefer.ui.messages import ask, show_error
from briefer.ui.notes.pane import NotesPane
from briefer.ui.notes.work import NoteWork
from briefer.ui.session import Place, Session
from briefer.ui.source.pane import SourcePane
from briefer.ui.source.work import SourceWork
from briefer.ui.style_sheet import set_role
from briefer.ui.theme import apply_theme

if TYPE_CHECKING:
    from briefer.ui.help.window import HelpWindow


class Window(QMainWindow):
    """A brief, its sources on the left, its notes in the middle, its memo on the right."""

    def __init__(self, session: Session, settings: Settings, templates: list[Template], sample: Path) -> None:
        super().__init__()
        self._session, self._sample = session, sample
        self._guide: HelpWindow | None = None
        self.documents = Documents(session, settings, self)
        self.source, self.notes, self.memo = SourcePane(), NotesPane(), MemoPane(templates)
        self._panes: dict[str, SourcePane | NotesPane | MemoPane] = {
            "source": self.source,
            "notes": self.notes,
            "memo": self.memo,
        }
        self._splitter = QSplitter(childrenCollapsible=False, handleWidth=5)
        for pane in self._panes.values():
            self._splitter.addWidget(pane)
        self._splitter.setSizes([566, 372, 492])
        self.setCentralWidget(self._splitter)
        self.setAcceptDrops(True)
        self.setMinimumSize(1040, 640)
        self.resize(self.screen().availableSize().boundedTo(QSize(1440, 900)))
        window_state.restore(self, self._splitter)
        self._saved = QLabel()
        self._saved.setAccessibleName("Whether the brief is saved")
        self._pages = QLabel()
        self._pages.setAccessibleName("Pages of the memo")
        self.statusBar().addPermanentWidget(self._pages)
        self.statusBar().addPermanentWidget(self._saved)
        self.source_work = SourceWork(session, self.source, self)
        self.work = NoteWork(session, self.source, self.notes, self)
        self.memo_work = MemoWork(session, self.notes, self.memo, self)
        self.actions_by_id = build_menus(self, self._commands(), self.documents)
        self._connect()
        self._show(session.brief, session.brief)
        self._show_file()
        self.source.take_focus()

    def _commands(self) -> dict[str, Callable[[], object]]:
        documents, session = self.documents, self._session
        return {
            "new": documents.new,
            "open": lambda: documents.open(),
            "save": documents.save,
            "save_as": documents.save_as,
            "import": lambda: documents.import_articles(),
            "paste": self._paste,
            "export": documents.export,
            "quit": self.close,
            "undo": session.undo,
            "redo": session.redo,
            "to_source": self.source.take_focus,
            "to_notes": self.notes.take_focus,
            "to_memo": self.memo.take_focus,
            "next_pane": lambda: self._step_pane(1),
            "previous_pane": lambda: self._step_pane(-1),
            **self.source_work.commands(),
            **self.work.commands(),
            **self.memo_work.commands(),
            "palette": self._show_commands,
            "keys": self._show_keys,
            "guide": self._show_guide,
            "sample": self._open_sample,
            "about": self._about,
        }

    def _connect(self) -> None:
        session, source, notes, memo = self._session, self.source, self.notes, self.memo
        session.changed.connect(self._show)
        session.returned.connect(self._return_to)
        session.file_changed.connect(self._show_file)
        source.capture_requested.connect(self.work.capture)
        source.entry_activated.connect(self.work.open)
        source.paste_requested.connect(self._paste)
        notes.edited.connect(self.work.edit)
        notes.reveal_requested.connect(self.work.reveal)
        notes.drop_requested.connect(self.work.drop_passage)
        notes.add_requested.connect(self.work.add_passage)
        notes.opened.connect(self.work.opened)
        memo.entry_activated.connect(self.work.show)
        memo.link_activated.connect(self._open_link)
        memo.pages_changed.connect(self._show_pages)
        for work in (self.documents, self.source_work, self.work, self.memo_work):
            work.said.connect(self.say)
        self.documents.settings_changed.connect(self._settings_changed)

    # What is shown

    def say(self, text: str) -> None:
        """Show a line in the status bar."""
        self.statusBar().showMessage(text, 8000)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _show(self, before: Brief, brief: Brief) -> None:
        self.source.show_brief(brief)
        self.notes.show_brief(brief)
        self.memo.show_brief(brief)
        if before.id != brief.id:
            self.notes.open("")
            self.source.turn_to_first()
            self.source.take_focus()

    def _show_file(self) -> None:
        session = self._session
        self.setWindowTitle(f"{self.documents.name()}[*] – Briefer")
        self.setWindowModified(not session.is_saved)
        self._saved.setText("Not saved yet" if not session.path else "Saved" if session.is_saved else "Changed")
        for ident, text, label in (("undo", "&Undo", session.undo_label), ("redo", "&Redo", session.redo_label)):
            action = self.actions_by_id[ident]
            action.setEnabled(bool(label))
            action.setText(f"{text} {label}".rstrip())

    def _return_to(self, place: Place | None) -> None:
        if place is not None:
            self._panes[place.pane].return_to(place)

    def _step_pane(self, step: int) -> None:
        panes = list(self._panes.values())
        focus = QApplication.focusWidget()
        at = next((n for n, pane in enumerate(panes) if pane is focus or (focus and pane.isAncestorOf(focus))), -step)
        panes[(at + step) % len(panes)].take_focus()

    # Memo

    def _show_pages(self, pages: float, limit: float) -> None:
        shown = f"{pages:.1f}"
        self._pages.setText(f"{shown} of {limit:g} pages" if limit else f"{shown} pages")
        over = bool(limit) and pages > limit
        self._pages.setToolTip("Over the template's limit. Word may differ by some lines." if over else "")
        set_role(self._pages, "err" if over else "muted")

    def _open_link(self, address: str) -> None:
        if ask(self, "Open this address in the browser?", address, "Open"):
            QDesktopServices.openUrl(QUrl(address))

    # The rest

    def _paste(self) -> None:
        if files := _local_files(QGuiApplication.clipboard().mimeData()):
            self.take_files(files)
        else:
            self.documents.paste_article()
        self.source.take_focus()

    def _show_commands(self) -> None:
        from briefer.ui.palette import CommandPalette

        CommandPalette(self, self.actions_by_id).open()

    def _show_keys(self) -> None:
        from briefer.ui.keys_overlay import KeysOverlay

        KeysOverlay(self).open()

    def _show_guide(self) -> None:
        if self._guide is None:
            from briefer.ui.help.window import HelpWindow

            self._guide = HelpWindow()
        self._guide.show_guide()

    def _open_sample(self) -> None:
        if self.documents.may_leave():
            self.open_sample()

    def open_sample(self) -> None:
        """Begin with the sample brief, as a brief of one's own that has no file yet."""
        try:
            self._session.start_new(read_brief(self._sample).brief)
        except BrieferError as error:
            show_error(self, error, "The sample cannot be opened.")

    def _settings_changed(self, settings: Settings) -> None:
        apply_theme(_application(), settings.theme)
        fill_recent(self, self.documents)

    def _about(self) -> None:
        text = (
            f"<b>Briefer {briefer.__version__}</b><p>Briefing notes whose every claim leads back to its source.</p>"
        )
        QMessageBox.about(self, "About Briefer", f"{text}<p>MIT licence. Nothing you write leaves this computer.</p>")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if _local_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the brief, or import the articles, that were dropped."""
        event.acceptProposedAction()
        # Later, because whoever dropped the files waits until this returns, and a question may come first.
        QTimer.singleShot(0, self, partial(self.take_files, _local_files(event.mimeData())))

    def take_files(self, paths: list[Path]) -> None:
        """Open the first brief among files, and import the others as articles."""
        briefs = [path for path in paths if path.suffix.lower() == ".brief"]
        if briefs:
            self.documents.open(briefs[0])
        if articles := [path for path in paths if path not in briefs]:
            self.documents.import_articles(articles)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before changes are lost."""
        if not self.documents.may_leave():
            event.ignore()
            return
        if self._guide is not None:
            self._guide.close()
        window_state.save(self, self._splitter)
        self._session.close()
        event.accept()


def _local_files(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def _application() -> QApplication:
    app = QGuiApplication.instance()
    assert isinstance(app, QApplication)
    return app
