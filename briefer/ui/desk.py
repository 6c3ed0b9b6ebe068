"""The desk: source, notes and memo side by side, and what a person does there.

The window makes it when there is something to work on; the start page comes up without it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMainWindow

from briefer.model.brief import Brief
from briefer.templates.template import Template
from briefer.ui import window_state
from briefer.ui.background import Background
from briefer.ui.band import Bands
from briefer.ui.checks.button import ChecksButton
from briefer.ui.checks.live import LiveChecks
from briefer.ui.checks.work import ChecksWork
from briefer.ui.documents import Documents
from briefer.ui.find_work import FindWork
from briefer.ui.memo.pane import MemoPane
from briefer.ui.memo.section_work import SectionWork
from briefer.ui.memo.work import MemoWork
from briefer.ui.notes.pane import NotesPane
from briefer.ui.notes.work import NoteWork
from briefer.ui.panes import Panes
from briefer.ui.passages.work import PassagesWork
from briefer.ui.session import Place, Session
from briefer.ui.source.annotations import AnnotationsWork
from briefer.ui.source.pane import SourcePane
from briefer.ui.source.reading_work import ReadingWork
from briefer.ui.source.work import SourceWork
from briefer.ui.status_bar import StatusBar
from briefer.ui.suggestions.live import LiveSuggestions
from briefer.ui.suggestions.work import SuggestionsWork
from briefer.ui.zoom import Zoom

if TYPE_CHECKING:
    from briefer.ui.importing.work import Importing

Commands: TypeAlias = dict[str, Callable[[], object]]
NAMES = ("source", "notes", "memo")
"""The panes, from left to right."""
Work: TypeAlias = (
    SourceWork
    | ReadingWork
    | FindWork
    | NoteWork
    | AnnotationsWork
    | MemoWork
    | SectionWork
    | PassagesWork
    | ChecksWork
    | SuggestionsWork
)


class Desk(QObject):
    """The three panes on one session. Panes ask, the desk connects.

    At first it is bare: three empty places. ``making`` puts the panes into them and is the work of a moment too long
    for one step of the window; before its end nothing else may be asked of a desk. What they show, too, comes pane
    by pane where another brief is shown.

    ``said`` carries a line for the status bar, ``link_activated`` an address that is to be opened;
    ``paste_requested`` and ``import_requested`` ask for another article.
    """

    said = Signal(str)
    link_activated = Signal(str)
    paste_requested = Signal()
    import_requested = Signal()

    def __init__(
        self,
        session: Session,
        templates: Sequence[Template],
        documents: Documents,
        background: Background,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._session, self._templates, self._documents, self._background = session, templates, documents, background
        self._actions: Mapping[str, QAction] = {}
        self._by_name: dict[str, SourcePane | NotesPane | MemoPane] = {}
        self.panes = Panes(NAMES)

    def making(self) -> Iterator[None]:
        """Make the panes and what is done in them, step by step; they are hidden yet, and show nothing."""
        self.source = self._by_name["source"] = SourcePane()
        self.panes.put("source", self.source)
        yield
        self.notes = self._by_name["notes"] = NotesPane()
        self.panes.put("notes", self.notes)
        yield
        self.memo = self._by_name["memo"] = MemoPane(list(self._templates))
        self.panes.put("memo", self.memo)
        yield
        self._make_work()
        yield
        self._connect_source()
        self._documents.when_importing(self._connect_importing)
        self._connect_notes()
        self._connect_memo(self._background)
        for work in self._works():
            work.said.connect(self.said)
        self._session.returned.connect(self._return_to)

    def _make_work(self) -> None:
        session, documents, background, window = self._session, self._documents, self._background, self._window
        self.zoom = Zoom(self.source, self.memo, window_state.load_state().zoom, window)
        self.source_work = SourceWork(session, self.source, background, window)
        self.reading_work = ReadingWork(session, self.source, self.notes, documents, window)
        self.suggestions = LiveSuggestions(session, background, window)
        self.suggestions_work = SuggestionsWork(session, self.suggestions, self.source, self.notes, window)
        self.find_work = FindWork(self.source, self.notes, self.memo, window)
        self.work = NoteWork(session, self.source, self.notes, window)
        self.annotations_work = AnnotationsWork(session, background, window)
        self.memo_work = MemoWork(session, self.memo, window)
        self.section_work = SectionWork(session, self.source, self.notes, self.memo, window)
        self.passages_work = PassagesWork(session, self.memo, background, window)
        templates = {template.id: template for template in self._templates}
        self.checks = LiveChecks(session, templates, background, window)
        self.verdict = ChecksButton()
        self.checks_work = ChecksWork(session, self.checks, self.verdict, window)

    @property
    def _window(self) -> QMainWindow:
        window = self.parent()
        assert isinstance(window, QMainWindow)
        return window

    def _works(self) -> tuple[Work, ...]:
        reading = (self.source_work, self.reading_work, self.find_work)
        of_memo = (self.memo_work, self.section_work, self.passages_work, self.checks_work)
        return (*reading, self.work, self.annotations_work, *of_memo, self.suggestions_work)

    def commands(self) -> Commands:
        """What the actions on the panes do, by the ids of the table of actions."""
        commands: Commands = {"memo_only": self._show_memo_only, "all_panes": self.panes.show_all}
        for each in (self.zoom, *self._works()):
            commands.update(each.commands())
        return {**commands, "copy_cited": self._copy_cited, "checks_here": self._show_checks_here}

    def use(self, actions: Mapping[str, QAction], bar: StatusBar) -> None:
        """Offer these actions of the window in menus of the panes, and tell its status bar what there is to tell."""
        self._actions = actions
        bar.add_checks(self.verdict)
        self.memo.pages_changed.connect(bar.show_pages)
        self.memo.words_changed.connect(bar.show_words)
        self.zoom.shown.connect(bar.show_zoom)
        self.zoom.tell()

    # What is shown

    def show_brief(self, brief: Brief) -> None:
        """Show what has changed in the brief that is shown."""
        self.source.show_brief(brief)
        self.notes.show_brief(brief)
        self.memo.show_brief(brief)

    def beginning(self, brief: Brief) -> Iterator[str]:
        """Show another brief from its beginning. Gives "" after each step, and the name of a pane when it may appear.

        The memo does so before its texts come, which are laid out in the width that they have, and only once.
        """
        for _ in self.source.beginning(brief):
            yield ""
        yield "source"
        yield ""
        yield "notes"
        self.notes.show_brief(brief)
        self.notes.open("")
        yield ""
        for _ in self.memo.beginning(brief):
            yield ""
        yield "memo"
        yield ""
        self.memo.show_brief(brief)

    def offer(self, templates: Sequence[Template]) -> None:
        """Other templates can be used now."""
        self._templates = templates
        self.memo.offer(templates)
        self.checks.use({template.id: template for template in templates})

    def restore(self) -> None:
        """Give the panes, which have their place in the window now, the widths that they had last."""
        window_state.restore_widths(self.panes, self.panes.view)

    def go_to(self, pane: str) -> None:
        """Give the keyboard to ``source``, ``notes`` or ``memo``, which is shown if it was hidden."""
        self._uncover(pane)
        self._by_name[pane].take_focus()

    def step(self, by: int, first: Bands) -> None:
        """Give the keyboard to the next pane (1) or the one before (-1); bands with messages count as panes."""
        shown = [name for name in self._by_name if self.panes.is_shown(name)]
        stops = [first, *(stop for name in shown for stop in (self.panes.bands[name], self._by_name[name]))]
        stops = [stop for stop in stops if not isinstance(stop, Bands) or stop.is_stop]
        focus = QApplication.focusWidget()
        at = next((n for n, stop in enumerate(stops) if stop is focus or (focus and stop.isAncestorOf(focus))), -by)
        stops[(at + by) % len(stops)].take_focus()

    def _return_to(self, place: Place | None) -> None:
        if place is not None:
            self._uncover(place.pane)
            self._by_name[place.pane].return_to(place)

    def go_to_place(self, where: str, start: int = 0, end: int = 0) -> None:
        """Show the entry or source of this id; or what ``header.ID``, ``sections.ID`` or ``memo`` name, at words."""
        if self._session.brief.citable(where) is not None:
            self.go_to("notes")
            self.work.show(where)
        elif self._session.brief.source(where) is not None:
            self.source.show_source(where)
            self.go_to("source")
        else:
            self.go_to("memo")
            if where != "memo":
                self.memo.return_to(Place("memo", where, start, end))

    def _show_checks_here(self) -> None:
        """List what was found about the note, the part of the memo, or the article that has the keyboard."""
        focus = QApplication.focusWidget()
        if focus is not None and self.notes.isAncestorOf(focus):
            place = self.notes.chosen_id
        elif focus is not None and self.memo.isAncestorOf(focus):
            place = self.memo.part_at_hand()
        else:
            place = self.source.source.id if self.source.source is not None else ""
        self.checks_work.show_at(place)

    def _copy_cited(self) -> None:
        """Copy the note at hand while the notes have the keyboard, else the passage at hand."""
        focus = QApplication.focusWidget()
        if focus is not None and self.notes.isAncestorOf(focus):
            self.work.copy(self.notes.chosen_id)
        else:
            self.reading_work.copy_cited()

    def _uncover(self, pane: str) -> None:
        """Show all panes if this one is hidden."""
        if not self.panes.is_shown(pane):
            self.panes.show_all()

    def _show_memo_only(self) -> None:
        focus = QApplication.focusWidget()  # before its pane goes, and Qt gives the keyboard to whatever is next
        self.panes.show_only("memo")
        if focus is None or not self.memo.isAncestorOf(focus):
            self.memo.take_focus()

    def _turn(self, preview: bool) -> None:
        """Write and Preview have widths of their own."""
        self.remember()
        self.panes.turn("preview" if preview else "write")
        if not window_state.restore_widths(self.panes, self.panes.view):
            self.panes.set_default_widths()

    def remember(self) -> None:
        """Remember the widths of the panes and the zoom, with the place of the window."""
        window_state.save(self._window, self.panes, self.panes.view, self.zoom.sizes())

    def _open_marked(self, ident: str) -> None:
        """Open the note, or the suggestion, of a place that is marked in the article."""
        if self.suggestions_work.knows(ident):
            self.suggestions_work.open(ident)
        else:
            self.work.open(ident)

    def _show_note_menu(self, ident: str, place: QPoint) -> None:
        self.work.show_menu(ident, place, self._actions)

    # Connections

    def _connect_source(self) -> None:
        source = self.source
        source.capture_requested.connect(self.work.capture)
        source.entry_activated.connect(self._open_marked)
        self.suggestions_work.pane_requested.connect(self.go_to)
        source.paste_requested.connect(self.paste_requested)
        source.tabs.import_requested.connect(self.import_requested)
        source.details.link_activated.connect(self.link_activated)

    def _connect_importing(self, importing: Importing) -> None:
        importing.staying.connect(self.source.stay)
        importing.at_hand = partial(getattr, self.source, "source")

    def _connect_notes(self) -> None:
        notes, work = self.notes, self.work
        notes.edited.connect(work.edit)
        notes.reveal_requested.connect(work.reveal)
        notes.drop_requested.connect(work.drop_passage)
        notes.add_requested.connect(work.add_passage)
        notes.opened.connect(work.opened)
        notes.came_to.connect(work.came_to)
        notes.source_words_requested.connect(work.use_source_words)
        notes.menu_requested.connect(self._show_note_menu)
        notes.list.choice_requested.connect(work.show_choices)
        notes.list.move_requested.connect(work.move)
        notes.list.new_requested.connect(work.new)
        notes.list.delete_requested.connect(work.delete)
        notes.list.copy_requested.connect(work.copy)

    def _connect_memo(self, background: Background) -> None:
        memo = self.memo
        memo.entry_activated.connect(self.work.show)
        memo.link_activated.connect(self.link_activated)
        memo.work_requested.connect(background.ask)
        memo.turned.connect(self._turn)
        self.checks_work.place_requested.connect(self.go_to_place)
        self.checks_work.passage_requested.connect(self.passages_work.find)
