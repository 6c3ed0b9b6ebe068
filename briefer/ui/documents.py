"""Files as the user meets them: new, open, save, import, export, with their dialogs and questions."""

from __future__ import annotations

import functools
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from briefer.errors import BrieferError, ChangedElsewhereError, DataError
from briefer.model.source import Source
from briefer.settings import Settings, save_settings
from briefer.ui.background import Background, Operation
from briefer.ui.band import Offer
from briefer.ui.messages import ask, ask_unsaved, bands_of, settle, show_error
from briefer.ui.session import Session

if TYPE_CHECKING:
    from briefer.ui.exporting import Exporting

BRIEFS = "Briefs (*.brief)"
ARTICLES = "Articles (*.txt *.text *.md *.markdown);;All files (*)"
BEGINNINGS = "Articles and briefs (*.txt *.text *.md *.markdown *.brief);;All files (*)"
_NOT_SAVED = "The brief was not saved. Your work is still in this window."
_NOTHING_TO_PASTE = "The clipboard holds no article."
_CHANGED = "Another program has changed this brief."
_AT_ONCE = 20_000
"""Bytes or code points of plain text that are read and cleaned within 20 ms; more is done beside the window."""
_LIGHT = ("", ".txt", ".text", ".md", ".markdown")


class Documents(QObject):
    """What the File menu does with a session. ``said`` carries a line for the status bar.

    ``settings_changed`` carries the settings with what was used last; they are written here too.
    """

    said = Signal(str)
    settings_changed = Signal(object)

    def __init__(self, session: Session, settings: Settings, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._session, self.settings, self._background = session, settings, background

    @property
    def _window(self) -> QWidget:
        # Asked of Qt each time: a reference kept here would hold the window in a cycle.
        window = self.parent()
        assert isinstance(window, QWidget)
        return window

    def new(self) -> None:
        """Begin an empty brief, unless the user would rather keep the one at hand."""
        if self.may_leave():
            self._session.start_new()

    def open(self, path: Path | None = None) -> bool:
        """Open a brief, asking which if none is named; whether it was opened."""
        if path is None:
            name, _ = QFileDialog.getOpenFileName(self._window, "Open a brief", self.settings.brief_folder, BRIEFS)
            if not name:
                return False
            path = Path(name)
        if not self.may_leave() or not self._may_share(path):
            return False
        return self._open(path)

    def _open(self, path: Path) -> bool:
        try:
            self._session.open(path)
        except BrieferError as error:
            offers = [Offer("Open Another…", self.open)]
            show_error(self._window, error, f"{path.name} cannot be opened.", offers=offers)
            return False
        self._used(path)
        return True

    def recent(self) -> list[Path]:
        """The briefs that were opened or saved last, the latest first."""
        return [Path(name) for name in self.settings.recent]

    def forget(self, path: Path) -> None:
        """Take a brief off the recent ones; its file is not touched."""
        self._remember(self.settings.forgetting(path))

    def choose_files(self) -> list[Path]:
        """Ask for a brief, or for articles; none if the user would rather not."""
        folder = self.settings.article_folder or self.settings.brief_folder
        names, _ = QFileDialog.getOpenFileNames(self._window, "Open a brief or articles", folder, BEGINNINGS)
        return [Path(name) for name in names]

    def save(self) -> bool:
        """Save to the brief's file, asking for one the first time; whether it was saved."""
        return self._save(self._session.path) if self._session.path else self.save_as()

    def save_as(self) -> bool:
        """Ask for a file and save to it; whether it was saved."""
        name, _ = QFileDialog.getSaveFileName(self._window, "Save the brief", self._suggested(".brief"), BRIEFS)
        path = self._with_suffix(name, ".brief") if name else None
        return path is not None and self._save(path)

    def may_leave(self) -> bool:
        """Whether the brief at hand may go: it is saved, or the user saved it now or does not want it."""
        if self._session.is_saved:
            return True
        answer = ask_unsaved(self._window, self.name())
        return answer == "discard" or (answer == "save" and self.save())

    def import_articles(self, paths: list[Path] | None = None) -> None:
        """Add articles from files as sources, asking which if none are named; one that fails stops no other."""
        if paths is None:
            title, folder = "Import articles", self.settings.article_folder
            names, _ = QFileDialog.getOpenFileNames(self._window, title, folder, ARTICLES)
            paths = [Path(name) for name in names]
        if paths:
            self._bring([self._import(path) for path in paths], at_once=all(map(_is_small, paths)))

    def _import(self, path: Path) -> Operation:
        from briefer.sources import source_from_file

        def done(source: Source) -> None:
            self._add(source, f"Import {path.name}")
            self._remember(msgspec.structs.replace(self.settings, article_folder=str(path.absolute().parent)))

        def failed(error: BrieferError) -> None:
            show_error(self._window, error, f"{path.name} cannot be imported.", pane="source")

        return Operation(f"Importing {path.name}", source_from_file, (path, "s0"), done, failed)

    def paste_article(self) -> None:
        """Add the text on the clipboard as a source."""
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self.take_text(text)
        else:
            error = DataError("There is no text on it", "copy the words of an article first")
            show_error(self._window, error, _NOTHING_TO_PASTE, pane="source")

    def take_text(self, text: str) -> None:
        """Add a text that was pasted, or dropped by another program, as a source."""
        from briefer.sources import source_from_text

        def done(source: Source) -> None:
            self._add(source, "Paste article")

        def failed(error: BrieferError) -> None:
            show_error(self._window, error, _NOTHING_TO_PASTE, pane="source")

        operation = Operation("Cleaning the pasted article", source_from_text, (text, "s0"), done, failed)
        self._bring([operation], at_once=len(text) <= _AT_ONCE)

    def _bring(self, operations: list[Operation], *, at_once: bool) -> None:
        """Run what adds sources, at once or beside the window; the brief may be another one when they come."""
        if at_once:
            for operation in operations:
                operation.run_here()
            return
        brief = self._session.brief.id
        words = operations[0].words if len(operations) == 1 else f"{operations[0].words} and others"
        self._background.run(
            operations,
            wanted=lambda: self._session.brief.id == brief,
            dropped=lambda: self.said.emit(f"{words} ended when another brief was here; nothing was added to it."),
            stopped=lambda: self.said.emit(f"{words} was stopped."),
        )

    @functools.cached_property
    def exporting(self) -> Exporting:
        """What writes memos; made when the first one is to be written."""
        from briefer.ui.exporting import Exporting

        exporting = Exporting(self._session, self._background, self._window)
        exporting.said.connect(self.said)
        exporting.written.connect(self._exported)
        return exporting

    def export_folder(self) -> Path:
        """Where a memo goes unless a person says otherwise: where the last one went, or where the brief is."""
        return self._folder(self.settings.export_folder)

    def copy_for_email(self) -> None:
        """Copy the memo, to be pasted into a message."""
        self.exporting.copy_for_email()

    def _exported(self, path: Path) -> None:
        self._remember(msgspec.structs.replace(self.settings, export_folder=str(path.parent)))

    def name(self) -> str:
        """What to call the brief at hand."""
        if self._session.path:
            return self._session.path.name
        brief = self._session.brief
        return brief.header.get("subject", "").strip() or brief.title or "Untitled"

    def _add(self, source: Source, label: str) -> None:
        from briefer.edit.sources import add_source

        self._session.apply(lambda brief: add_source(brief, source)[0], label)
        settle(self._window, _NOTHING_TO_PASTE, pane="source")
        changed = sum(fix.count for fix in source.fixes)
        places = f"; cleaned in {changed} place{'s' if changed != 1 else ''}" if changed else ""
        self.said.emit(f"Added “{self._session.brief.sources[-1].label}”{places}")

    def _save(self, path: Path, *, overwrite: bool = False) -> bool:
        try:
            self._session.save(path, overwrite=overwrite)
        except ChangedElsewhereError:
            self.tell_changed_elsewhere(path)
            return False
        except BrieferError as error:
            show_error(self._window, error, _NOT_SAVED, offers=[Offer("Save As…", self.save_as)])
            return False
        for told in (_NOT_SAVED, _CHANGED):
            settle(self._window, told)
        self._used(path)
        self.said.emit(f"Saved {path}")
        return True

    def look_for_changes(self) -> None:
        """Say so if another program has changed the brief's file meanwhile."""
        if self._session.path is not None and self._session.changed_elsewhere():
            self.tell_changed_elsewhere(self._session.path)

    def tell_changed_elsewhere(self, path: Path) -> None:
        """Say that another program has changed the file, and offer the ways out; nothing is written till then."""
        bands_of(self._window).show_band(
            "warn",
            _CHANGED,
            f"{path}: your work in this window is kept. Overwriting replaces what the other program wrote.",
            [
                Offer("Reload", self._reload),
                Offer("Keep Mine as Copy…", self.save_as),
                Offer("Overwrite", partial(self._save, path, overwrite=True)),
            ],
        )

    def _reload(self) -> None:
        path = self._session.path
        question = "Reload the brief and lose what you changed in this window?"
        explanation = "The file is read as the other program left it."
        if path is not None and (self._session.is_saved or ask(self._window, question, explanation, "Reload")):
            self._open(path)

    def _may_share(self, path: Path) -> bool:
        holder = self._session.holder_of(path)
        explanation = "If both of you save, the second is told and nothing is overwritten without a question."
        return not holder or ask(self._window, f"{path.name} is open already: {holder}.", explanation, "Open Anyway")

    def _suggested(self, suffix: str) -> str:
        path = self._session.path
        stem = path.stem if path else "".join(c if c.isalnum() or c in " -_." else "-" for c in self.name())[:80]
        return str(self._folder("") / f"{stem.strip(' .') or 'Untitled'}{suffix}")

    def _folder(self, first: str) -> Path:
        path = self._session.path
        place = Path(first or self.settings.brief_folder or (path.parent if path else Path.home()))
        return place if place.is_dir() else Path.home()

    def _with_suffix(self, name: str, suffix: str) -> Path | None:
        """The path with a suffix added, unless it ends in it; None if it must not be used.

        The dialog has asked about overwriting only the name that was typed.
        """
        path = Path(name)
        if path.suffix.lower() == suffix:
            return path
        path = path.with_name(path.name + suffix)
        question, explanation = f"{path.name} exists already. Replace it?", f"{path}\nIts content is lost then."
        return path if not path.exists() or ask(self._window, question, explanation, "Replace") else None

    def _used(self, path: Path) -> None:
        """Remember a brief that was opened or saved, here and in the desktop."""
        self._remember(self.settings.remembering(path))
        if self.settings.desktop_recent:
            from briefer.ui.desktop_recent import tell_desktop

            tell_desktop(path)

    def _remember(self, settings: Settings) -> None:
        if settings == self.settings:
            return
        self.settings = settings
        try:
            save_settings(settings)
        except BrieferError as error:
            self.said.emit(str(error))
        self.settings_changed.emit(settings)

    def choose(self, settings: Settings) -> None:
        """Use these settings from now on."""
        self._remember(settings)


def _is_small(path: Path) -> bool:
    """Whether an article is read in a moment; one that cannot be read is, too."""
    try:
        return path.suffix.lower() in _LIGHT and path.stat().st_size <= _AT_ONCE
    except OSError:
        return True
