"""Opening: the desk is made, filled with a brief and shown, pane by pane, while the window answers in between."""

from __future__ import annotations

import importlib
import threading
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QMainWindow

from briefer.ui.slices import PAUSE, Slices

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QWindow

    from briefer.templates.template import Template
    from briefer.ui.background import Background
    from briefer.ui.desk import Desk
    from briefer.ui.documents import Documents
    from briefer.ui.session import Session
    from briefer.ui.start.stage import Stage

_WORK = "desk"
_NEEDED = (
    "briefer.ui.desk", "briefer.ui.source.reader", "briefer.text.clean.told", "filelock",
    "briefer.ui.memo.preview_page", "briefer.review.names", "briefer.ui.desktop_recent", "getpass", "platform",
)  # fmt: skip
"""The modules that the first brief needs."""
_FOR_ARTICLES = ("briefer.sources.read", "briefer.sources.pasted", "briefer.ui.importing.work")
"""Those that the first article needs, but no brief that is opened: the patterns of cleaning take long to compile."""
_ASKED_FOR = ("briefer.ui.checks.panel", "briefer.ui.exporting", "briefer.ui.export.work")
"""Those of what a person may soon ask for."""
_KIND = QEvent.Type
_ACTS = frozenset(
    (_KIND.KeyPress, _KIND.InputMethod, _KIND.MouseButtonPress, _KIND.Wheel, _KIND.DragEnter, _KIND.Drop)
)
"""What a person does, who is to meet the panes as they will be."""


class Opening(QObject):
    """Keeps the desk in step with the brief that a session begins, and shows it where the stage wants the panes.

    Whoever asks for the ``desk`` has it with all that it shows, and so has a person who acts before it is done.
    ``made`` carries a Desk that has its panes, before there is anything in them.
    """

    made = Signal(object)
    _learned = Signal()

    def __init__(
        self,
        session: Session,
        templates: Sequence[Template],
        documents: Documents,
        background: Background,
        stage: Stage,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._session, self._templates, self._stage = session, templates, stage
        self._documents, self._background = documents, background
        self._desk: Desk | None = None
        self._filled = ""
        self._learning: threading.Thread | None = None
        self._knows = self._knows_articles = False
        self._shown_as_busy = 0
        self._watched: QWindow | None = None
        self._slices = Slices(self)
        stage.turned.connect(self._turned)

    @property
    def desk(self) -> Desk:
        """The desk, with all that there is to show."""
        if not self.is_done:
            self._go_on()
            self._slices.finish(_WORK)
        assert self._desk is not None
        return self._desk

    @property
    def is_done(self) -> bool:
        """Whether there is a desk that shows the brief at hand, and nothing left to do."""
        return not self._slices.is_going(_WORK) and not self._lacks()

    @property
    def is_begun(self) -> bool:
        """Whether there is a desk, or will be in a moment."""
        return self._desk is not None or self._learning is not None

    def offer(self, templates: Mapping[str, Template]) -> None:
        """Other templates can be used now; the desk offers them, if there is one already."""
        self._templates = list(templates.values())
        if self._desk is not None:
            self._desk.offer(self._templates)

    def begin(self) -> None:
        """Show the brief at hand, and the panes where they are wanted, in slices; without panes, get them ready."""
        if self._is_wanted() and not self._shown_as_busy:
            self._shown_as_busy = self._background.busy.begin("Opening the brief")
            self._watch()
        if self._knows:
            self._go_on()
        elif self._learning is None:
            self._learned.connect(self._go_on, QtCore.Qt.ConnectionType.QueuedConnection)
            self._learning = threading.Thread(target=self._learn, daemon=True)
            self._learning.start()

    def finish(self) -> None:
        """Show at once what is about to be shown."""
        if self._shown_as_busy:
            self._go_on()
            self._slices.finish(_WORK)

    def stop(self) -> None:
        """Leave undone what is not done: the window goes."""
        self._slices.drop(_WORK)
        self._rest()

    def _learn(self) -> None:
        """In a thread of its own, because to import all that takes a quarter of a second."""
        from briefer.memo.parse import parse_prose
        from briefer.store.briefs import make_ready

        make_ready()
        for name in _NEEDED:
            importlib.import_module(name)
        parse_prose("")  # sets its parser up
        with suppress(RuntimeError):  # a window that is gone meanwhile needs nothing
            self._learned.emit()

    def _go_on(self) -> None:
        self._knows = True
        if not self._slices.is_going(_WORK) and self._lacks():
            self._slices.begin(_WORK, self._steps())

    def _turned(self, start: bool) -> None:
        if not start and self._lacks():
            self.begin()

    def _lacks(self) -> bool:
        """Whether another brief is to be shown, or a pane."""
        if self._desk is None or self._filled != self._session.brief.id:
            return True
        return self._is_wanted() and bool(self._desk.panes.hidden())

    def _is_wanted(self) -> bool:
        return not self._stage.shows_start

    def _steps(self) -> Iterator[object]:
        """What there is to do; while it is done more may come, such as another brief."""
        if self._desk is None:
            yield from self._make()
        while self._desk is not None and self._lacks():
            yield from self._show(self._desk)
        self._rest()
        if not self._knows_articles:  # now that nobody waits for a pane
            self._knows_articles = True
            own = self._session.brief.template
            shipped = [template for template in self._templates if template.built_in and template.id == own]
            threading.Thread(target=_learn_more, args=(shipped,), daemon=True).start()

    def _make(self) -> Iterator[object]:
        from briefer.ui.desk import Desk

        window = self.parent()
        assert isinstance(window, QMainWindow)
        desk = Desk(self._session, self._templates, self._documents, self._background, window)
        self._stage.take_panes(desk.panes)
        yield None
        yield from desk.making()
        desk.restore()
        self.made.emit(desk)
        self._desk = desk
        desk.offer(self._templates)
        yield None

    def _show(self, desk: Desk) -> Iterator[object]:
        brief = self._session.brief
        if self._filled != brief.id:
            appeared = False
            for pane in desk.beginning(brief):
                if not pane:
                    yield PAUSE if appeared else None
                elif self._is_wanted():
                    desk.panes.reveal(pane)
                appeared = bool(pane)
            self._filled = brief.id
        if self._is_wanted():
            for pane in desk.panes.hidden():
                desk.panes.reveal(pane)
                yield PAUSE
            if not self._stage.isHidden():  # another mode of the window has the keyboard
                desk.source.take_focus()

    def _rest(self) -> None:
        if self._shown_as_busy:
            self._background.busy.end(self._shown_as_busy)
            self._shown_as_busy = 0
            if self._watched is not None:
                self._watched.removeEventFilter(self)
                self._watched = None

    def _watch(self) -> None:
        # The system's window has what a person does before any widget; to ask for all that widgets have takes long.
        window = self.parent()
        assert isinstance(window, QMainWindow)
        self._watched = window.windowHandle()
        if self._watched is not None:
            self._watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A person who acts meets the panes as they will be."""
        if event.type() in _ACTS:
            self.finish()
        return False


def _learn_more(templates: Sequence[Template]) -> None:
    """What the parts of the memo need, which are made in a moment, then the first article, and what is asked for."""
    from briefer.templates.build import make_ready

    make_ready(*templates)
    for name in (*_FOR_ARTICLES, *_ASKED_FOR):
        importlib.import_module(name)
