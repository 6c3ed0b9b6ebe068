"""The window: three panes on one session. Panes ask, the window connects."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QPoint, QSize, QTimer, QUrl
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QCloseEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
)
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from briefer.errors import BrieferError
from briefer.model.brief import Brief
from briefer.settings import Settings
from briefer.store.briefs import read_brief
from briefer.templates.template import Template
from briefer.ui import window_state
from briefer.ui.background import Background
from briefer.ui.band import Bands
from briefer.ui.busy import Busy, BusyLine
from briefer.ui.checks.button import ChecksButton
from briefer.ui.checks.live import LiveChecks
from briefer.ui.checks.work import ChecksWork
from briefer.ui.documents import Documents
from briefer.ui.find_work import FindWork
from briefer.ui.memo.pane import MemoPane
from briefer.ui.memo.section_work import SectionWork
from briefer.ui.memo.work import MemoWork
from briefer.ui.menus import build_menus, fill_recent
from briefer.ui.messages import ask, show_about, show_error
from briefer.ui.notes.pane import NotesPane
from briefer.ui.notes.work import NoteWork
from briefer.ui.panes import Panes
from briefer.ui.session import Place, Session
from briefer.ui.source.pane import SourcePane
from briefer.ui.source.reading_work import ReadingWork
from briefer.ui.source.work import SourceWork
from briefer.ui.start.stage import Stage
from briefer.ui.status import Status
from briefer.ui.status_bar import StatusBar
from briefer.ui.theme import apply_theme
from briefer.ui.tool_bar import ToolBar
from briefer.ui.zoom import Zoom

if TYPE_CHECKING:
    from briefer.ui.help.window import HelpWindow
    from briefer.ui.start.page import StartPage


class Window(QMainWindow):
    """A brief, its sources on the left, its notes in the middle, its memo on the right."""

    def __init__(self, session: Session, settings: Settings, templates: list[Template], sample: Path) -> None:
        super().__init__()
        self._session, self._sample = session, sample
        self._guide: HelpWindow | None = None
        self._came_back = QTimer(self, singleShot=True, interval=0)
        self.busy = Busy(self)
        self.background = Background(self.busy, self)
        self.documents = Documents(session, settings, self.background, self)
        self.source, self.notes, self.memo = SourcePane(), NotesPane(), MemoPane(templates)
        self._panes: dict[str, SourcePane | NotesPane | MemoPane] = {
            "source": self.source,
            "notes": self.notes,
            "memo": self.memo,
        }
        self.panes, self.bands = Panes(self._panes), Bands()
        self.bands.setObjectName("bands")
        self.stage = Stage(self.panes, {template.id: template.name for template in templates})
        self.setCentralWidget(self._column(self.bands, self.stage))
        self.setAcceptDrops(True)
        self.setMinimumSize(1040, 640)
        self.resize(self.screen().availableSize().boundedTo(QSize(1440, 900)))
        window_state.restore(self, self.panes)
        self.zoom = Zoom(self.source, self.memo, window_state.load_state().zoom, self)
        self.status_bar = StatusBar()
        self.setStatusBar(self.status_bar)
        self.source_work = SourceWork(session, self.source, self.background, self)
        self.reading_work = ReadingWork(session, self.source, self.notes, self.documents, self)
        self.find_work = FindWork(self.source, self.notes, self.memo, self)
        self.work = NoteWork(session, self.source, self.notes, self)
        self.memo_work = MemoWork(session, self.memo, self)
        self.section_work = SectionWork(session, self.source, self.notes, self.memo, self)
        self.checks = LiveChecks(session, {template.id: template for template in templates}, self.background, self)
        verdict = ChecksButton()
        self.status_bar.add_checks(verdict)
        self.checks_work = ChecksWork(self.checks, verdict, self)
        self.actions_by_id = build_menus(self, self._commands(), self.documents)
        self.reading_work.mark(self.actions_by_id)
        bar = ToolBar(self, self.actions_by_id, self.documents.export)
        self.addToolBar(bar)
        self.busy.shown.connect(BusyLine(self, bar).show_work)
        self.status = Status(session, self.status_bar, self)
        self._connect()
        self.zoom.tell()
        self._show(session.brief, session.brief)
        self._show_file()
        self._begin()

    @staticmethod
    def _column(*parts: QWidget) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in parts:
            column.addWidget(part)
        return whole

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
            "print": self._print,
            "quit": self.close,
            "undo": session.undo,
            "redo": session.redo,
            "to_source": lambda: self.go_to("source"),
            "to_notes": lambda: self.go_to("notes"),
            "to_memo": lambda: self.go_to("memo"),
            "next_pane": lambda: self._step_pane(1),
            "previous_pane": lambda: self._step_pane(-1),
            "memo_only": self._show_memo_only,
            "all_panes": self.panes.show_all,
            **self.zoom.commands(),
            **self._in_panes(self.source_work.commands()),
            **self._in_panes(self.find_work.commands()),
            **self._in_panes(self.reading_work.commands()),
            **self._in_panes(self.work.commands()),
            **self._in_panes(self.memo_work.commands()),
            **self.checks_work.commands(),
            **self._in_panes(self.section_work.commands()),
            "palette": self._show_commands,
            "keys": self._show_keys,
            "guide": self._show_guide,
            "sample": self._open_sample,
            "about": lambda: show_about(self),
        }

    def _in_panes(self, commands: dict[str, Callable[[], object]]) -> dict[str, Callable[[], object]]:
        """The same commands, each of which shows the panes first."""

        def leading(command: Callable[[], object]) -> Callable[[], object]:
            def run() -> None:
                if self.stage.shows_start:
                    self.go_to("source")
                command()

            return run

        return {ident: leading(command) for ident, command in commands.items()}

    def _connect(self) -> None:
        session, source, notes, memo = self._session, self.source, self.notes, self.memo
        session.changed.connect(self._show)
        session.begun.connect(self._begin)
        session.returned.connect(self._return_to)
        session.file_changed.connect(self._show_file)
        source.capture_requested.connect(self.work.capture)
        source.entry_activated.connect(self.work.open)
        source.paste_requested.connect(self._paste)
        source.tabs.import_requested.connect(lambda: self.documents.import_articles())
        source.details.link_activated.connect(self._open_link)
        notes.edited.connect(self.work.edit)
        notes.reveal_requested.connect(self.work.reveal)
        notes.drop_requested.connect(self.work.drop_passage)
        notes.add_requested.connect(self.work.add_passage)
        notes.opened.connect(self.work.opened)
        notes.came_to.connect(self.work.came_to)
        notes.source_words_requested.connect(self.work.use_source_words)
        notes.menu_requested.connect(self._show_note_menu)
        notes.list.choice_requested.connect(self.work.show_choices)
        notes.list.move_requested.connect(self.work.move)
        notes.list.new_requested.connect(self.work.new)
        notes.list.delete_requested.connect(self.work.delete)
        notes.list.copy_requested.connect(self.work.copy)
        memo.entry_activated.connect(self.work.show)
        memo.link_activated.connect(self._open_link)
        memo.pages_changed.connect(self.status_bar.show_pages)
        memo.work_requested.connect(self.background.ask)
        memo.words_changed.connect(self.status_bar.show_words)
        memo.turned.connect(self._turn)
        self.zoom.shown.connect(self.status_bar.show_zoom)
        self.busy.shown.connect(self.status_bar.show_busy)
        self.status_bar.zoom_requested.connect(self.zoom.step)
        self.status_bar.cancel_requested.connect(self.busy.cancel)
        self.status_bar.undo_requested.connect(session.undo)
        for work in (
            self.documents, self.source_work, self.find_work, self.reading_work,
            self.work, self.memo_work, self.section_work,
        ):  # fmt: skip
            work.said.connect(self.say)
        self._came_back.timeout.connect(self.documents.look_for_changes)
        self.documents.settings_changed.connect(self._settings_changed)
        self.checks_work.said.connect(self.say)
        self.checks_work.place_requested.connect(self._go_to_place)
        self.stage.start_made.connect(self._connect_start)
        self.stage.start_shown.connect(lambda start: start.show_recent(self.documents.recent()))

    def _connect_start(self, start: StartPage) -> None:
        start.paste_requested.connect(self._paste)
        start.open_requested.connect(self._choose_files)
        start.sample_requested.connect(self._open_sample)
        start.write_requested.connect(lambda: self.go_to("memo"))
        start.brief_chosen.connect(self.documents.open)
        start.brief_forgotten.connect(self.documents.forget)

    # What is shown

    def say(self, text: str) -> None:
        """Show a line in the status bar, and offer to take back the change that it tells of, if it tells of one."""
        self.status.say(text)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _show(self, before: Brief, brief: Brief) -> None:
        self.source.show_brief(brief)
        self.notes.show_brief(brief)
        self.memo.show_brief(brief)
        if before.id != brief.id:
            self.notes.open("")
            self.source.turn_to_first()
        if self.stage.show_brief(brief):
            self.source.take_focus()

    def _begin(self) -> None:
        for bands in (self.bands, *self.panes.bands.values()):
            bands.clear()
        self.stage.begin(self._session.brief, has_file=self._session.path is not None)
        if not self.stage.shows_start:
            self.source.take_focus()

    def go_to(self, pane: str) -> None:
        """Show the panes, and give the keyboard to ``source``, ``notes`` or ``memo``."""
        self.stage.to_panes()
        self._uncover(pane)
        self._panes[pane].take_focus()

    def _go_to_place(self, where: str) -> None:
        """Show the entry of this id; or what ``header.ID``, ``sections.ID`` or ``memo`` name."""
        if self._session.brief.citable(where) is not None:
            self.go_to("notes")
            self.work.show(where)
        else:
            self.go_to("memo")
            if where != "memo":
                self.memo.return_to(Place("memo", where))

    def _uncover(self, pane: str) -> None:
        """Show all panes if this one is hidden."""
        if not self.panes.is_shown(pane):
            self.panes.show_all()

    def _show_memo_only(self) -> None:
        self.stage.to_panes()
        self.panes.show_only("memo")
        focus = QApplication.focusWidget()
        if focus is None or not self.memo.isAncestorOf(focus):
            self.memo.take_focus()

    def _show_file(self) -> None:
        session = self._session
        self.setWindowTitle(f"{self.documents.name()}[*] – Briefer")
        self.setWindowModified(not session.is_saved)
        for ident, text, label in (("undo", "&Undo", session.undo_label), ("redo", "&Redo", session.redo_label)):
            action = self.actions_by_id[ident]
            action.setEnabled(bool(label))
            action.setText(f"{text} {label}".rstrip())

    def _return_to(self, place: Place | None) -> None:
        if place is not None:
            self._uncover(place.pane)
            self._panes[place.pane].return_to(place)

    def _step_pane(self, step: int) -> None:
        self.stage.to_panes()
        shown = [name for name in self._panes if self.panes.is_shown(name)]
        stops = [self.bands, *(stop for name in shown for stop in (self.panes.bands[name], self._panes[name]))]
        stops = [stop for stop in stops if not isinstance(stop, Bands) or stop.shown()]
        focus = QApplication.focusWidget()
        at = next((n for n, stop in enumerate(stops) if stop is focus or (focus and stop.isAncestorOf(focus))), -step)
        stops[(at + step) % len(stops)].take_focus()

    # Memo

    def _turn(self, preview: bool) -> None:
        """Write and Preview have widths of their own."""
        window_state.save(self, self.panes, self.panes.view)
        self.panes.view = "preview" if preview else "write"
        if not window_state.restore_widths(self.panes, self.panes.view):
            self.panes.set_default_widths()

    def _open_link(self, address: str) -> None:
        if ask(self, "Open this address in the browser?", address, "Open"):
            QDesktopServices.openUrl(QUrl(address))

    # The rest

    def _paste(self) -> None:
        if files := _local_files(QGuiApplication.clipboard().mimeData()):
            self.take_files(files)
        else:
            self.documents.paste_article()
        if not self.stage.shows_start:
            self.source.take_focus()

    def _choose_files(self) -> None:
        if files := self.documents.choose_files():
            self.take_files(files)

    def _show_note_menu(self, ident: str, place: QPoint) -> None:
        self.work.show_menu(ident, place, self.actions_by_id)

    def _print(self) -> None:
        from briefer.ui.printing import start_printing

        start_printing(self._session.stamped_brief(), self.background, self.busy, self)

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
        if self.stage.shows_start:
            self.stage.start.show_recent(self.documents.recent())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if _local_files(event.mimeData()):
            event.acceptProposedAction()
            self.stage.light(on=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The files are gone."""
        self.stage.light(on=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the brief, or import the articles, that were dropped."""
        event.acceptProposedAction()
        self.stage.light(on=False)
        # Later, because whoever dropped the files waits until this returns, and a question may come first.
        QTimer.singleShot(0, self, partial(self.take_files, _local_files(event.mimeData())))

    def take_files(self, paths: list[Path]) -> None:
        """Open the first brief among files, and import the others as articles."""
        briefs = [path for path in paths if path.suffix.lower() == ".brief"]
        if briefs:
            self.documents.open(briefs[0])
        if articles := [path for path in paths if path not in briefs]:
            self.documents.import_articles(articles)

    def changeEvent(self, event: QEvent) -> None:
        """Whoever comes back from another program may have changed the file there."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._came_back.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before changes are lost."""
        if not self.documents.may_leave():
            event.ignore()
            return
        if self._guide is not None:
            self._guide.close()
        window_state.save(self, self.panes, self.panes.view, self.zoom.sizes())
        self._session.close()
        self.background.close()
        event.accept()


def _local_files(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def _application() -> QApplication:
    app = QGuiApplication.instance()
    assert isinstance(app, QApplication)
    return app
