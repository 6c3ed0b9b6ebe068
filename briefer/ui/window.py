"""The window: menus, tool bar and status bar around the start page or the desk, and the files that come and go."""

from __future__ import annotations

import functools
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from briefer.errors import BrieferError
from briefer.model.brief import Brief
from briefer.settings import Settings
from briefer.store.briefs import read_brief
from briefer.templates.template import Template
from briefer.ui import turns, window_state
from briefer.ui.actions import ACTIONS
from briefer.ui.background import Background
from briefer.ui.band import Bands
from briefer.ui.busy import Busy, BusyLine
from briefer.ui.documents import Documents
from briefer.ui.dropped import dropped_words, local_files
from briefer.ui.menus import build_menus, fill_recent
from briefer.ui.messages import show_about, show_error
from briefer.ui.modes import Modes
from briefer.ui.opening import Opening
from briefer.ui.outside import open_address, open_log_folder
from briefer.ui.recovery.work import RecoveryWork
from briefer.ui.session import Session
from briefer.ui.speech import announce
from briefer.ui.start.stage import Stage
from briefer.ui.status import Status
from briefer.ui.status_bar import StatusBar
from briefer.ui.theme import apply_theme, look_at_contrast
from briefer.ui.tool_bar import ToolBar

if TYPE_CHECKING:
    from briefer.ui.desk import Desk
    from briefer.ui.export.work import ExportWork
    from briefer.ui.help.window import HelpWindow
    from briefer.ui.memo.pane import MemoPane
    from briefer.ui.notes.pane import NotesPane
    from briefer.ui.source.pane import SourcePane
    from briefer.ui.start.page import StartPage


class Window(QMainWindow):
    """One brief: the start page while it is new and empty, and then the desk with its three panes."""

    def __init__(self, session: Session, settings: Settings, templates: list[Template], sample: Path) -> None:
        super().__init__()
        self._session, self._sample = session, sample
        self._guide: HelpWindow | None = None
        self._came_back = QTimer(self, singleShot=True, interval=0)
        self.busy = Busy(self)
        self.background = Background(self.busy, self)
        self.documents = Documents(session, settings, self.background, self)
        self.bands = Bands()
        self.bands.setObjectName("bands")
        self.stage = Stage({template.id: template.name for template in templates})
        self.opening = Opening(session, templates, self.documents, self.background, self.stage, self)
        self.modes = Modes(self.stage, session, templates, sample, self.documents, self.background)
        self.setCentralWidget(self._column(self.bands, self.modes))
        self.setAcceptDrops(True)
        self.setMinimumSize(1040, 640)
        self.resize(window_state.first_size(self.screen()))
        window_state.restore(self)
        self.status_bar = StatusBar()
        self.setStatusBar(self.status_bar)
        self.actions_by_id = build_menus(self, self._commands(), self.documents)
        bar = ToolBar(self, self.actions_by_id, self._export)
        self.addToolBar(bar)
        busy_line = BusyLine(self, bar)
        self.busy.shown.connect(busy_line.show_work)
        self.modes.bar_turned.connect(busy_line.follow)
        self.modes.use(self.actions_by_id, bar, self.status_bar)
        self.status = Status(session, self.status_bar, self)
        self._connect()
        self.recovery = RecoveryWork(session, self.documents, partial(_all_templates, self.modes), self)
        self.recovery.beside.said.connect(self.say)
        self.recovery.left.template_recovered.connect(self.modes.recover)
        self._show_file()
        self._begin()

    @property
    def desk(self) -> Desk:
        """The three panes, with all that they show; made when there is something to work on."""
        return self.opening.desk

    def _connect_desk(self, desk: Desk) -> None:
        desk.use(self.actions_by_id, self.status_bar)
        desk.said.connect(self.say)
        desk.link_activated.connect(self._open_link)
        desk.paste_requested.connect(self._paste)
        desk.import_requested.connect(lambda: self.documents.import_articles())

    def _use_template(self, ident: str) -> None:
        self.go_to("memo")
        self.desk.memo_work.choose_template(ident)

    @property
    def source(self) -> SourcePane:
        """The pane of the articles."""
        return self.desk.source

    @property
    def notes(self) -> NotesPane:
        """The pane of the notes."""
        return self.desk.notes

    @property
    def memo(self) -> MemoPane:
        """The pane of the memo."""
        return self.desk.memo

    def prepare(self) -> None:
        """Get ready what the first article will need, without being in anybody's way."""
        look_at_contrast(_application())
        self.background.warm()
        self.opening.begin()
        self.modes.start()
        self.recovery.look()

    def keep_now(self) -> bool:
        """Keep against a crash, at once, what is typed and not saved; whether all of it is kept."""
        kept = self.recovery.autosave.keep_now()
        return self.modes.keep_now() and kept

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
        """What the actions do, by their ids; those that are not named here are the desk's."""
        documents, session = self.documents, self._session
        own: dict[str, Callable[[], object]] = {
            "new": documents.new,
            "open": lambda: documents.open(),
            "save": partial(self._in_mode, "save", documents.save),
            "save_as": partial(self._in_mode, "save_as", documents.save_as),
            "import": lambda: documents.import_articles(),
            "paste": self._paste,
            "export": self._export,
            "copy_email": documents.copy_for_email,
            "memo_template": self._save_memo_as_template,
            "print": self._print,
            "versions": lambda: self.recovery.show_versions(),
            "office_details": self._show_office,
            "quit": self.close,
            "undo": partial(self._in_mode, "undo", session.undo),
            "redo": partial(self._in_mode, "redo", session.redo),
            "to_brief": self.modes.to_brief,
            "to_templates": self.modes.to_templates,
            "to_source": partial(self.go_to, "source"),
            "to_notes": partial(self.go_to, "notes"),
            "to_memo": partial(self.go_to, "memo"),
            "next_pane": partial(self._step_pane, 1),
            "previous_pane": partial(self._step_pane, -1),
            "palette": self._show_commands,
            "keys": self._show_keys,
            "guide": self._show_guide,
            "sample": self._open_sample,
            "log_folder": lambda: open_log_folder(self, self.status.say),
            "about": lambda: show_about(self),
            **{row.id: partial(self._press, row.id) for row in ACTIONS if row.of_fields},
        }
        return {row.id: partial(self._act, own.get(row.id) or partial(self._do, row.id)) for row in ACTIONS}

    def _press(self, ident: str) -> None:
        from briefer.ui.text.field_keys import field_commands

        field_commands(self.say)[ident]()

    def _act(self, command: Callable[[], object]) -> None:
        """Do what an action asks for; a brief that is being opened is shown first."""
        if not self.stage.shows_start:
            self.opening.finish()
        command()

    def _do(self, ident: str) -> None:
        """Do what the templates do while they are shown, else the desk; from the start page that is shown first."""
        if (command := self.modes.command(ident)) is not None:
            command()
            return
        if self.stage.shows_start:
            self.go_to("source")
        self.desk.commands()[ident]()

    def _connect(self) -> None:
        session = self._session
        session.changed.connect(self._show)
        session.begun.connect(self._begin)
        session.file_changed.connect(self._show_file)
        self.busy.shown.connect(self.status_bar.show_busy)
        self.status_bar.cancel_requested.connect(self.busy.cancel)
        self.status_bar.undo_requested.connect(session.undo)
        self.status_bar.zoom_requested.connect(lambda step: self.desk.zoom.step(step))
        self._came_back.timeout.connect(self.documents.look_for_changes)
        self.documents.said.connect(self.say)
        self.documents.settings_changed.connect(self._settings_changed)
        self.opening.made.connect(self._connect_desk)
        self.stage.turned.connect(self._show_what_is_open)
        self.modes.turned.connect(self._show_mode)
        self.modes.offered.connect(self.opening.offer)
        self.modes.use_requested.connect(self._use_template)
        self.modes.said.connect(self.say)
        self.modes.link_activated.connect(self._open_link)
        self.stage.start_made.connect(self._connect_start)
        self.stage.start_shown.connect(lambda start: start.show_recent(self.documents.recent()))

    def _connect_start(self, start: StartPage) -> None:
        start.paste_requested.connect(self._paste)
        start.open_requested.connect(self._choose_files)
        start.sample_requested.connect(self._open_sample)
        start.write_requested.connect(partial(self.go_to, "memo"))
        start.brief_chosen.connect(self.documents.open)
        start.brief_forgotten.connect(self.documents.forget)

    def _show_what_is_open(self, start: bool) -> None:
        """The start page has nothing to save, to count or to review."""
        self.status_bar.show_brief_parts(on=not start)
        for ident in ("save", "save_as", "versions", "export", "copy_email", "memo_template", "print", "review"):
            self.actions_by_id[ident].setEnabled(not start)
        self.modes.show_actions()

    def _show_mode(self) -> None:
        """The brief is shown again after the templates."""
        self._show_what_is_open(self.stage.shows_start)
        self._show_file()

    def _in_mode(self, ident: str, of_brief: Callable[[], object]) -> None:
        """Do what an action does in the mode at hand, or else to the brief."""
        (self.modes.command(ident) or of_brief)()

    # What is shown

    def say(self, text: str) -> None:
        """Show a line in the status bar, and offer to take back the change that it tells of, if it tells of one."""
        self.status.say(text)
        announce(self, text)

    def _show(self, before: Brief, brief: Brief) -> None:
        if before.id == brief.id and self.opening.is_begun:
            self.desk.show_brief(brief)
        turned = self.stage.show_brief(brief)
        if before.id != brief.id and (turned or self.opening.is_begun):
            self.opening.begin()
        elif turned and self.opening.is_done:
            self.source.take_focus()

    def _begin(self) -> None:
        self.bands.clear()
        if self.opening.is_begun:
            for over_pane in self.findChildren(Bands):
                over_pane.clear()
        self.modes.to_brief()
        self.stage.begin(self._session.brief, has_file=self._session.path is not None)
        if not self.stage.shows_start and self.opening.is_done:
            self.source.take_focus()

    def go_to(self, pane: str) -> None:
        """Show the panes, and give the keyboard to ``source``, ``notes`` or ``memo``."""
        self.modes.to_brief()
        self.stage.to_panes()
        self.desk.go_to(pane)

    def _step_pane(self, by: int) -> None:
        if (step := self.modes.command("next_pane" if by > 0 else "previous_pane")) is not None:
            step()
            return
        self.stage.to_panes()
        self.desk.step(by, self.bands)

    def _show_file(self) -> None:
        session = self._session
        self.setWindowTitle(f"{self.documents.name()}[*] – Briefer")
        self.setWindowModified(not session.is_saved)
        for ident, text, label in (("undo", "&Undo", session.undo_label), ("redo", "&Redo", session.redo_label)):
            action = self.actions_by_id[ident]
            action.setEnabled(bool(label))
            action.setText(f"{text} {label}".rstrip())
        self.modes.show_actions()

    def _open_link(self, address: str) -> None:
        open_address(self, address)

    def _paste(self) -> None:
        if files := local_files(QGuiApplication.clipboard().mimeData()):
            self.take_files(files)
        else:
            self.documents.paste_article()
        if not self.stage.shows_start:
            self.source.take_focus()

    def _choose_files(self) -> None:
        if files := self.documents.choose_files():
            self.take_files(files)

    def _export(self, format_: str = "") -> None:
        self.export_work.open(format_)

    @functools.cached_property
    def export_work(self) -> ExportWork:
        """What a person does to export the memo; made when that is first wanted."""
        from briefer.ui.export.work import ExportWork

        work = ExportWork(self._session, self.documents, self.modes.keeper.templates, self.background, self)
        work.said.connect(self.say)
        work.place_requested.connect(lambda target: self.desk.go_to_place(*target))
        work.templates_requested.connect(self.modes.to_templates)
        return work

    def _save_memo_as_template(self) -> None:
        from briefer.ui.memo_template.work import MemoTemplateWork

        keeper = self.modes.keeper
        work = MemoTemplateWork(self._session, keeper.templates(), self.background, self)
        work.saved.connect(keeper.look)
        work.templates_requested.connect(self.modes.to_templates)
        work.ask()

    def _show_office(self) -> None:
        from briefer.ui.office.work import show_office

        show_office(self._session, self, self.say)

    def _print(self) -> None:
        from briefer.ui.printing import start_printing

        start_printing(self._session.stamped_brief(), self.background, self.busy, self, self.say)

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
        """Take files, and words from another program."""
        if local_files(event.mimeData()) or dropped_words(event):
            event.acceptProposedAction()
            self.stage.light(on=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The files are gone."""
        self.stage.light(on=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the brief, import the articles, or add the words, that were dropped."""
        event.acceptProposedAction()
        self.stage.light(on=False)
        # Later, because whoever dropped the files waits until this returns, and a question may come first.
        if files := local_files(event.mimeData()):
            QTimer.singleShot(0, self, partial(self.take_files, files))
        elif words := dropped_words(event):
            QTimer.singleShot(0, self, partial(self.documents.importing.take_data, words))

    def take_files(self, paths: list[Path]) -> None:
        """Open the first brief among files, and import the others as articles."""
        briefs = [path for path in paths if path.suffix.lower() == ".brief"]
        if briefs:
            self.documents.open(briefs[0])
        self.modes.to_brief()
        if articles := [path for path in paths if path not in briefs]:
            self.documents.import_articles(articles)

    def event(self, event: QEvent) -> bool:
        """What can wait waits for another turn of the event loop than the one in which the window is painted."""
        done = super().event(event)
        if event.type() == QEvent.Type.UpdateRequest:
            turns.worked(self)
        return done

    def changeEvent(self, event: QEvent) -> None:
        """Whoever comes back from another program may have changed the file there."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._came_back.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before changes are lost."""
        if not (self.documents.may_leave() and self.modes.may_leave()):
            event.ignore()
            return
        if self._guide is not None:
            self._guide.close()
        if self.opening.is_done:
            self.desk.remember()
        else:
            self.opening.stop()
            window_state.save(self)
        self.recovery.close()
        self.modes.end()
        self._session.close()
        self.background.close()
        event.accept()


def _application() -> QApplication:
    app = QGuiApplication.instance()
    assert isinstance(app, QApplication)
    return app


def _all_templates(modes: Modes) -> dict[str, Template]:
    """Its list is made when it is first asked for: its module takes a sixth of a start."""
    return modes.keeper.templates()
