"""Files as the user meets them: new, open, save, import, export, with their dialogs and questions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from briefer.edit.sources import add_source
from briefer.errors import BrieferError, ChangedElsewhereError, DataError
from briefer.model.source import Source
from briefer.settings import Settings, save_settings
from briefer.ui.messages import ask, ask_unsaved, show_error
from briefer.ui.session import Session

BRIEFS = "Briefs (*.brief)"
ARTICLES = "Articles (*.txt *.text *.md *.markdown);;All files (*)"
MEMOS = "Word (*.docx);;Markdown (*.md);;Web page (*.html)"


class Documents(QObject):
    """What the File menu does with a session. ``said`` carries a line for the status bar.

    ``settings_changed`` carries the settings with what was used last; they are written here too.
    """

    said = Signal(str)
    settings_changed = Signal(object)

    def __init__(self, session: Session, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._session, self.settings = session, settings

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
        try:
            self._session.open(path)
        except BrieferError as error:
            show_error(self._window, error, "The brief cannot be opened.")
            return False
        self._remember(self.settings.remembering(path))
        return True

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
        from briefer.sources import source_from_file

        for path in paths:
            try:
                with _busy():
                    source = source_from_file(path, "s0")
                self._add(source, f"Import {path.name}")
            except BrieferError as error:
                show_error(self._window, error, "The article cannot be imported.")
            else:
                self._remember(msgspec.structs.replace(self.settings, article_folder=str(path.absolute().parent)))

    def paste_article(self) -> None:
        """Add the text on the clipboard as a source."""
        from briefer.sources import source_from_text

        text = QGuiApplication.clipboard().text()
        try:
            if not text.strip():
                raise DataError("There is no text on it", "copy the words of an article first")
            with _busy():
                source = source_from_text(text, "s0")
            self._add(source, "Paste article")
        except BrieferError as error:
            show_error(self._window, error, "The clipboard holds no article.")

    def export(self) -> None:
        """Ask for a file and write the memo to it, in the format of its suffix."""
        suggested = self._suggested(".docx", self.settings.export_folder)
        name, chosen = QFileDialog.getSaveFileName(self._window, "Export the memo", suggested, MEMOS)
        if not name:
            return
        suffix = {"Markdown (*.md)": ".md", "Web page (*.html)": ".html"}.get(chosen, ".docx")
        path = self._with_suffix(name, suffix, (".docx", ".md", ".html"))
        if path is None:
            return
        from briefer.export import export, template_of

        brief = self._session.stamped_brief()
        try:
            export(brief, template_of(brief), path, inputs=filter(None, [self._session.path]))
        except BrieferError as error:
            show_error(self._window, error, "The memo cannot be exported.")
            return
        self._remember(msgspec.structs.replace(self.settings, export_folder=str(path.absolute().parent)))
        self.said.emit(f"Exported to {path}")

    def name(self) -> str:
        """What to call the brief at hand."""
        if self._session.path:
            return self._session.path.name
        brief = self._session.brief
        return brief.header.get("subject", "").strip() or brief.title or "Untitled"

    def _add(self, source: Source, label: str) -> None:
        self._session.apply(lambda brief: add_source(brief, source)[0], label)
        changed = sum(fix.count for fix in source.fixes)
        places = f"; cleaned in {changed} place{'s' if changed != 1 else ''}" if changed else ""
        self.said.emit(f"Added “{self._session.brief.sources[-1].label}”{places}")

    def _save(self, path: Path, *, overwrite: bool = False) -> bool:
        try:
            self._session.save(path, overwrite=overwrite)
        except ChangedElsewhereError as error:
            explanation = f"{error.path}\nOverwriting replaces what the other program wrote."
            question = "Another program has changed this file since it was opened. Overwrite it?"
            return ask(self._window, question, explanation, "Overwrite") and self._save(path, overwrite=True)
        except BrieferError as error:
            show_error(self._window, error, "The brief was not saved. Your work is still in this window.")
            return False
        self._remember(self.settings.remembering(path))
        self.said.emit(f"Saved {path}")
        return True

    def _may_share(self, path: Path) -> bool:
        holder = self._session.holder_of(path)
        explanation = "If both of you save, the second is told and nothing is overwritten without a question."
        return not holder or ask(self._window, f"{path.name} is open already: {holder}.", explanation, "Open Anyway")

    def _suggested(self, suffix: str, folder: str = "") -> str:
        path = self._session.path
        stem = path.stem if path else "".join(c if c.isalnum() or c in " -_." else "-" for c in self.name())[:80]
        place = Path(folder or self.settings.brief_folder or (path.parent if path else Path.home()))
        return str((place if place.is_dir() else Path.home()) / f"{stem.strip(' .') or 'Untitled'}{suffix}")

    def _with_suffix(self, name: str, suffix: str, known: tuple[str, ...] = ()) -> Path | None:
        """The path with a suffix added, unless it ends in that or in another known one; None if it must not be used.

        The dialog has asked about overwriting only the name that was typed.
        """
        path = Path(name)
        if path.suffix.lower() in (suffix, *known):
            return path
        path = path.with_name(path.name + suffix)
        question, explanation = f"{path.name} exists already. Replace it?", f"{path}\nIts content is lost then."
        return path if not path.exists() or ask(self._window, question, explanation, "Replace") else None

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


@contextmanager
def _busy() -> Iterator[None]:
    """Show the waiting cursor meanwhile."""
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QGuiApplication.restoreOverrideCursor()
