"""What a person does to bring articles in: files and folders, pastes, words let fall, and links.

Each file is read in the worker, one after the other; what comes is added at once, and what fails leaves the brief as
it was. The program itself never goes to a link.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QMimeData, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from briefer.errors import BrieferError, DataError, LockedError
from briefer.model.source import Source
from briefer.ui.background import Background, Operation, Work
from briefer.ui.band import Offer
from briefer.ui.fitting import shortened
from briefer.ui.importing.batch import Batch, File
from briefer.ui.importing.reading import read_article, read_formatted, read_words, readers_are_here
from briefer.ui.messages import ask, bands_of, settle, show_error
from briefer.ui.session import Place, Session

if TYPE_CHECKING:
    from briefer.sources.read import Imported
    from briefer.ui.importing.list import ImportList

AT_ONCE = 20_000
"""Bytes or code points of plain text that are read and cleaned within 20 ms; more is done beside the window."""
SECONDS = 9.5
"""How long one file may take, as on the command line: what takes longer is refused."""

_LIGHT = ("", ".txt", ".text")
"""What no library reads; what is said at the head of a Markdown file is read by one."""
_NOTHING_TO_PASTE = "The clipboard holds no article."
_LINK_ALONE = "That is a link, and Briefer never goes to the network itself."


class Importing(QObject):
    """Brings articles into a session. ``said`` carries a line for the status bar, ``came_from`` a file's folder.

    ``staying`` tells, around the adding of one of several, whether the article at hand is to stay in view.
    ``choose_requested`` asks for a file dialog.
    """

    said = Signal(str)
    came_from = Signal(object)
    staying = Signal(bool)
    choose_requested = Signal()

    def __init__(self, session: Session, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._background = session, background
        self._batch: Batch | None = None
        self._work: Work | None = None
        self._list: ImportList | None = None
        self._link = ""
        self.at_hand: Callable[[], Source | None] = lambda: None
        session.begun.connect(self._begin)

    @property
    def _window(self) -> QWidget:
        # Asked of Qt each time: a reference kept here would hold the window in a cycle.
        window = self.parent()
        assert isinstance(window, QWidget)
        return window

    # Files

    def take_files(self, paths: list[Path]) -> None:
        """Import files as articles, the files of folders too; one that fails stops no other."""
        from briefer.sources.links import SUFFIXES

        files: list[Path] = []
        for path in paths:
            if path.suffix.lower() in SUFFIXES:
                self._take_link_file(path)
            elif path.is_dir():
                self._take_folder(path)
            else:
                files.append(path)
        if files:
            self._take(files)

    def _take_folder(self, folder: Path) -> None:
        from briefer.sources.folders import articles_in

        failed = partial(self._say_failed, f"{folder.name} cannot be imported.")
        operation = Operation(f"Looking into {folder.name}", articles_in, (folder,), self._take, failed)
        brief = self._session.brief.id
        self._background.run([operation], wanted=lambda: self._session.brief.id == brief)

    def _take(self, paths: list[Path]) -> None:
        files = [File(path) for path in paths]
        if self._batch is not None and self._batch.going:
            self._batch.files += files
            self._show_list(anew=True)
            return
        self._close_list()
        self._batch = Batch(self._session.brief.id, files)
        if len(files) > 1 and not all(map(_is_small, paths)):
            self._show_list()
        self._go_on()

    def _go_on(self) -> None:
        """Read the next file of the batch: at once if that takes but a moment, else in the worker."""
        while (batch := self._batch) is not None and (file := batch.next()) is not None:
            file.state = "reading"
            self._show_states()
            operation = Operation(
                batch.reading_words(file),
                read_article,
                (file.path, file.take_password()),
                partial(self._read, batch, file),
                partial(self._failed, batch, file),
                SECONDS,
            )
            if not _is_small(file.path):
                self._work = self._background.run(
                    [operation],
                    wanted=lambda: self._session.brief.id == batch.brief,
                    dropped=partial(self._drop, operation.words),
                    stopped=partial(self._stopped, batch, operation.words),
                )
                return
            operation.run_here()
        self._end()

    def _read(self, batch: Batch, file: File, imported: Imported) -> None:
        file.state, file.told = "done", imported.told
        several = len(batch.files) > 1
        follows = several and bool(batch.having("done")[1:])
        self.add(imported.source, batch.words, joins=batch.joins, stays=follows)
        settle(self._window, _not_imported(file), pane="source")
        self.came_from.emit(file.path.absolute().parent)
        self._done_with(batch)

    def _failed(self, batch: Batch, file: File, error: BrieferError) -> None:
        file.fail(error)
        if len(batch.files) == 1 and not isinstance(error, LockedError):
            offers = [Offer("Try again", partial(self._again, file, ""))]
            show_error(self._window, error, _not_imported(file), pane="source", offers=offers)
        else:
            self._show_list()
        self._done_with(batch)

    def _done_with(self, batch: Batch) -> None:
        """A file is read. What was read in the window's own thread is followed by the loop that called."""
        self._show_states()
        if self._work is not None:
            self._work = None
            self._go_on()

    def _end(self) -> None:
        batch = self._batch
        if batch is None or not batch.files:
            return
        told = [file for file in batch.files if file.told]
        only = batch.files[0]
        if len(batch.files) == 1 and only.state == "failed":
            return  # a band has said so
        if len(batch.files) > 1:
            self.said.emit(batch.summary())
        if told or batch.having("locked") or (len(batch.files) > 1 and batch.has_news):
            self._show_list()
            self._show_states()
            if batch.having("locked"):
                self._focus_list()
        else:
            self._close_list()

    def _again(self, file: File, password: str) -> None:
        """Read a file that failed once more."""
        if self._batch is None or file not in self._batch.files:
            return
        idle = not self._batch.going
        file.again(password)
        self._show_states()
        if idle:
            self._go_on()

    def _stop(self, file: File) -> None:
        """Leave a file out that is waiting, or being read."""
        reading, file.state = file.state == "reading", "stopped"
        if reading and self._work is not None:
            work, self._work = self._work, None
            self._background.stop(work)
            self._go_on()
        self._show_states()

    def _stop_all(self) -> None:
        """Leave out all that is not read yet."""
        batch, work = self._batch, self._work
        if batch is not None:
            for file in batch.having("waiting", "reading"):
                file.state = "stopped"
            self._work = None
            if work is not None:
                self._background.stop(work)
            self._show_states()
            self._end()

    def _stopped(self, batch: Batch, words: str) -> None:
        """The work was stopped: from the status bar, that is all of it; from the list, the list knows."""
        if batch.reading() is not None:
            self._work = None
            self._stop_all()
        self.said.emit(f"{words} was stopped.")

    def _drop(self, words: str) -> None:
        """Another brief is at hand now."""
        self._work = self._batch = None
        self._close_list()
        self.said.emit(f"{words} ended when another brief was here; nothing was added to it.")

    def _begin(self) -> None:
        """Another brief: what was asked about the one before holds no longer."""
        self._link = ""
        if self._batch is not None and not self._batch.going:
            self._batch = None
        self._close_list()

    # The list

    def _show_list(self, *, anew: bool = False) -> None:
        batch = self._batch
        if batch is None or (self._list is not None and self._list.shows(batch) and not anew):
            return
        from briefer.ui.importing.list import ImportList

        self._close_list()
        self._list = ImportList(batch)
        self._list.again_requested.connect(self._again)
        self._list.stop_requested.connect(self._stop)
        self._list.stop_all_requested.connect(self._stop_all)
        self._list.closed.connect(self._close_list)
        bands_of(self._window).hold(self._list, self._list.take_focus)

    def _close_list(self) -> None:
        if self._list is not None:
            self._list.give_focus_back()
            bands_of(self._window).let_go(self._list)
            self._list = None

    def _show_states(self) -> None:
        if self._list is not None:
            self._list.show_states()
            if self._batch is not None and (file := self._batch.reading()) is not None:
                self._list.reveal(file)

    def _focus_list(self) -> None:
        if self._list is not None:
            self._list.take_focus()

    # Pastes

    def paste(self) -> None:
        """Add what is on the clipboard as a source: formatted words as they are meant, or plain ones."""
        data = QGuiApplication.clipboard().mimeData()
        if data is None or not self.take_data(data):
            error = DataError("There is no text on it", "copy the words of an article first")
            show_error(self._window, error, _NOTHING_TO_PASTE, pane="source")

    def take_data(self, data: QMimeData) -> bool:
        """Add what was pasted or let fall; whether there were words, or a link."""
        text = data.text()
        if link := link_in(data):
            self.take_link(link)
        elif data.hasHtml() and data.html().strip():
            self._take_formatted(data.html(), text)
        elif text.strip():
            self.take_text(text)
        else:
            return False
        return True

    def take_text(self, text: str) -> None:
        """Add a text that was pasted, or dropped by another program, as a source."""
        operation = Operation(
            "Cleaning the pasted article",
            read_words,
            (text,),
            partial(self.add, label="Paste article"),
            partial(self._say_failed, _NOTHING_TO_PASTE),
        )
        self._bring(operation, at_once=len(text) <= AT_ONCE and readers_are_here())

    def _take_formatted(self, html: str, text: str) -> None:
        def done(imported: Imported) -> None:
            self.add(imported.source, "Paste article")
            if imported.told:
                told = " ".join(imported.told)
                bands_of(self._window, "source").show_band("info", "The article was pasted.", told)

        failed = partial(self._say_failed, _NOTHING_TO_PASTE)
        self._bring(Operation("Cleaning the pasted article", read_formatted, (html, text), done, failed))

    def _bring(self, operation: Operation, *, at_once: bool = False) -> None:
        """Run what adds a source, at once or beside the window; the brief may be another one when it comes."""
        if at_once:
            operation.run_here()
            return
        brief, words = self._session.brief.id, operation.words
        self._background.run(
            [operation],
            wanted=lambda: self._session.brief.id == brief,
            dropped=lambda: self.said.emit(f"{words} ended when another brief was here; nothing was added to it."),
            stopped=lambda: self.said.emit(f"{words} was stopped."),
        )

    def add(self, source: Source, label: str, *, joins: str = "", stays: bool = False) -> None:
        """Add a source; it is shown unless the one at hand ``stays``. It gets the link that waits for it."""
        from briefer.edit.sources import add_source

        if (link := self._waiting_link()) and not source.url:
            source = msgspec.structs.replace(source, url=link, guessed=(*source.guessed, "url"))
        self._link = ""
        self.staying.emit(stays)
        self._session.apply(lambda brief: add_source(brief, source, is_clean=True)[0], label, joins=joins)
        self.staying.emit(False)  # noqa: FBT003
        for what in (_NOTHING_TO_PASTE, _LINK_ALONE):
            settle(self._window, what, pane="source")
        changed = sum(fix.count for fix in source.fixes)
        places = f"; cleaned in {changed} place{'s' if changed != 1 else ''}" if changed else ""
        self.said.emit(f"Added “{self._session.brief.sources[-1].label}”{places}")

    def _say_failed(self, what: str, error: BrieferError) -> None:
        show_error(self._window, error, what, pane="source")

    # Links

    def _take_link_file(self, path: Path) -> None:
        from briefer.sources.links import link_in_file

        try:
            self.take_link(link_in_file(path))
        except BrieferError as error:
            self._say_failed(f"{path.name} cannot be imported.", error)

    def take_link(self, link: str) -> None:
        """Let a link be that of the article at hand, if it has none; else ask for the words that it leads to."""
        from briefer.edit.sources import set_source_details

        source = self.at_hand()
        if source is not None and source.url == link:
            self.said.emit(f"This is the link of “{shortened(source.label)}” already.")
        elif source is not None and not source.url:
            self._session.apply(
                lambda brief: set_source_details(brief, source.id, url=link), "Take link", Place("source", source.id)
            )
            self.said.emit(f"Took the link for “{shortened(source.label)}”")
        else:
            self._ask_for_words(link)

    def _ask_for_words(self, link: str) -> None:
        self._link = link
        more = (
            f"{link}: copy the text of the page and paste it here, or save the page and import the file. The next"
            " article without a link of its own gets this one, unless you close this message."
        )
        offers = [
            Offer("Open in browser…", partial(self._open, link)),
            Offer("Import saved page…", partial(self._choose_page, link)),
        ]
        bands_of(self._window).show_band("info", _LINK_ALONE, more, offers)

    def _open(self, link: str) -> None:
        if ask(self._window, "Open this address in the browser?", link, "Open"):
            QDesktopServices.openUrl(QUrl(link))
        self._ask_for_words(link)

    def _choose_page(self, link: str) -> None:
        self._ask_for_words(link)  # until there is a page
        self.choose_requested.emit()

    def _waiting_link(self) -> str:
        """The link that the next article gets: as long as it is asked for its words."""
        asked = any(band.words.startswith(_LINK_ALONE) for band in bands_of(self._window).shown())
        return self._link if asked else ""


def link_in(data: QMimeData) -> str:
    """The web address that is all there is in what was pasted or let fall; empty if there is more."""
    from briefer.sources.links import lone_link

    if link := lone_link(data.text()):
        return link
    addresses = [url.toString() for url in data.urls()] if not data.text().strip() else []
    return lone_link(addresses[0]) if len(addresses) == 1 else ""


def _not_imported(file: File) -> str:
    return f"{file.name} cannot be imported."


def _is_small(path: Path) -> bool:
    """Whether an article is plain text, whatever it is called, and read in a moment; or cannot be read at all.

    Before this process has the readers, none is.
    """
    from briefer.sources.kinds import suffix_of

    suffix = path.suffix.lower()
    try:
        if not path.is_file():
            return True
        if not readers_are_here() or suffix not in _LIGHT or path.stat().st_size > AT_ONCE:
            return False
        return suffix_of(path.read_bytes(), suffix) == suffix
    except OSError:
        return True
