"""Files as the user meets them: new, open, save, import, export, with their dialogs and questions."""

from __future__ import annotations

import functools
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from briefer.diagnostics import note
from briefer.errors import BrieferError, CannotCreateError, ChangedElsewhereError, HeldElsewhereError, MisplacedError
from briefer.settings import Settings, save_settings
from briefer.store.briefs import read_brief
from briefer.ui.background import Background
from briefer.ui.band import Offer
from briefer.ui.messages import ask, ask_unsaved, bands_of, settle, show_error
from briefer.ui.session import Session

if TYPE_CHECKING:
    from briefer.ui.exporting import Exporting
    from briefer.ui.importing.work import Importing

BRIEFS = "Briefs (*.brief)"
_NOT_SAVED = "The brief was not saved. Your work is still in this window."
_CHANGED = "Another program has changed this brief."
_HELD = "This brief is open elsewhere."


class Documents(QObject):
    """What the File menu does with a session. ``said`` carries a line for the status bar.

    ``settings_changed`` carries the settings with what was used last; they are written here too. ``importing_made``
    carries the Importing when it is first needed.
    ``compare_requested`` carries the path of a file that another program has changed, ``replaced`` a Brief that is
    about to be in no window and in no file any more.
    """

    said = Signal(str)
    settings_changed = Signal(object)
    importing_made = Signal(object)
    compare_requested = Signal(object)
    replaced = Signal(object)

    def __init__(self, session: Session, settings: Settings, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._held = ""
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
            from PySide6.QtWidgets import QFileDialog

            name, _ = QFileDialog.getOpenFileName(self._window, "Open a brief", self.settings.brief_folder, BRIEFS)
            if not name:
                return False
            path = Path(name)
        return self.may_leave() and self._open(path)

    def _open(self, path: Path, *, mends: bool = False) -> bool:
        try:
            self._session.open(path, mends=mends)
        except BrieferError as error:
            note("not opened: %s", type(error).__name__)
            offers = [Offer("Open another…", self.open)]
            if isinstance(error, MisplacedError):
                offers.insert(0, Offer("Open and look for them", partial(self._open_mended, path)))
            show_error(self._window, error, _not_opened(path), offers=offers)
            return False
        self._used(path)
        self.tell_held()
        return True

    def _open_mended(self, path: Path) -> None:
        """Open a brief with those passages lost that are not where it says; the window lists them."""
        if self.may_leave() and self._open(path, mends=True):
            self.said.emit("The passages whose words are elsewhere wait beside the article. The file is as it was.")

    def recent(self) -> list[Path]:
        """The briefs that were opened or saved last, the latest first."""
        return [Path(name) for name in self.settings.recent]

    def forget(self, path: Path) -> None:
        """Take a brief off the recent ones; its file is not touched."""
        self._remember(self.settings.forgetting(path))

    def choose_files(self) -> list[Path]:
        """Ask for a brief, or for articles; none if the user would rather not."""
        folder = self.settings.article_folder or self.settings.brief_folder
        return self._chosen("Open a brief or articles", folder, article_filter(".brief"))

    def _chosen(self, title: str, folder: str, kinds: str) -> list[Path]:
        from PySide6.QtWidgets import QFileDialog  # with all its enums, which no start waits for

        names, _ = QFileDialog.getOpenFileNames(self._window, title, folder, kinds)
        return [Path(name) for name in names]

    def save(self) -> bool:
        """Save to the brief's file, asking for one the first time; whether it was saved."""
        return self._save(self._session.path) if self._session.path else self.save_as()

    def save_as(self) -> bool:
        """Ask for a file and save to it; whether it was saved."""
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getSaveFileName(self._window, "Save the brief", self._suggested(".brief"), BRIEFS)
        path = self._with_suffix(name, ".brief") if name else None
        return path is not None and self._save(path)

    def may_leave(self) -> bool:
        """Whether the brief at hand may go: it is saved, or the user saved it now or does not want it."""
        if self._session.is_saved:
            return True
        answer = ask_unsaved(self._window, self.name())
        return answer == "discard" or (answer == "save" and self.save())

    @functools.cached_property
    def importing(self) -> Importing:
        """What brings articles in; made when the first one comes."""
        from briefer.ui.importing.work import Importing

        importing = Importing(self._session, self._background, self._window)
        importing.said.connect(self.said)
        importing.came_from.connect(self._came_from)
        importing.choose_requested.connect(lambda: self.import_articles())
        self.importing_made.emit(importing)
        return importing

    def when_importing(self, do: Callable[[Importing], object]) -> None:
        """Do this with what brings articles in, as soon as there is one."""
        if "importing" in self.__dict__:
            do(self.importing)
        else:
            self.importing_made.connect(do)

    def import_articles(self, paths: list[Path] | None = None) -> None:
        """Add articles from files as sources, asking which if none are named; one that fails stops no other."""
        if paths is None:
            paths = self._chosen("Import articles", self.settings.article_folder, article_filter())
        if paths:
            self.importing.take_files(paths)

    def _came_from(self, folder: Path) -> None:
        self._remember(msgspec.structs.replace(self.settings, article_folder=str(folder)))

    def paste_article(self) -> None:
        """Add what is on the clipboard as a source."""
        self.importing.paste()

    def take_text(self, text: str) -> None:
        """Add a text that was pasted, or dropped by another program, as a source."""
        self.importing.take_text(text)

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

    def _save(self, path: Path, *, overwrite: bool = False) -> bool:
        try:
            self._session.save(path, overwrite=overwrite)
        except HeldElsewhereError as error:
            if path != self._session.path or not self.tell_held():
                show_error(self._window, error, _NOT_SAVED, offers=[Offer("Save as…", self.save_as)])
            return False
        except ChangedElsewhereError:
            self.tell_changed_elsewhere(path)
            return False
        except BrieferError as error:
            note("not saved: %s", type(error).__name__)
            show_error(self._window, error, _NOT_SAVED, offers=[Offer("Save as…", self.save_as)])
            return False
        for told in (_NOT_SAVED, _CHANGED, _HELD, _not_opened(path)):
            settle(self._window, told)
        self._used(path)
        self.said.emit(f"Saved {path}")
        return True

    def look_for_changes(self) -> None:
        """Say so if another program has changed the brief's file meanwhile, or somebody has taken the brief over."""
        was_ours = not self._held
        self._held = self._session.holder
        if self._held and was_ours:
            self.tell_held()
        elif not self._held:
            settle(self._window, _HELD)
        if self._session.path is not None and self._session.changed_elsewhere():
            self.tell_changed_elsewhere(self._session.path)

    def tell_changed_elsewhere(self, path: Path) -> None:
        """Say that another program has changed the file, and offer the ways out; nothing is written till then."""
        bands_of(self._window).show_band(
            "warn",
            _CHANGED,
            f"{path}: your work in this window is kept, and nothing is written until you choose. What you do not"
            " choose is kept among the earlier versions.",
            [
                Offer("Compare…", lambda: self.compare_requested.emit(path)),
                Offer("Reload", self._reload),
                Offer("Keep mine as copy…", self.save_as),
                Offer("Keep mine", partial(self.keep_mine, path)),
            ],
        )

    def keep_mine(self, path: Path) -> None:
        """Put the brief in the place of what another program wrote, which is kept among the earlier versions."""
        with suppress(BrieferError):  # what is no brief is no version of one
            self.replaced.emit(read_brief(path).brief)
        self._save(path, overwrite=True)

    def keep_theirs(self) -> None:
        """Read the file as another program left it; what was typed here is kept among the earlier versions."""
        path = self._session.path
        if path is None:
            return
        mine, was_saved = self._session.brief, self._session.is_saved
        if self._open(path) and not was_saved:
            self.replaced.emit(mine)

    def _reload(self) -> None:
        question = "Take the file as the other program left it?"
        explanation = "What you changed in this window is kept among its earlier versions alone."
        if self._session.is_saved or ask(self._window, question, explanation, "Reload"):
            self.keep_theirs()
        else:
            self.look_for_changes()

    def tell_held(self) -> bool:
        """Say so if somebody else has the brief open; whether somebody has."""
        path, holder = self._session.path, self._session.holder
        if path is None or not holder:
            return False
        bands_of(self._window).show_band(
            "warn",
            _HELD,
            f"{path.name} is open there: {holder}. You can read it, and save what you change under another name. Take"
            " it over only if nobody works on it there: they are told, and can save theirs under another name.",
            [Offer("Save as…", self.save_as), Offer("Take over", self._take_over)],
        )
        return True

    def _take_over(self) -> None:
        if self._session.take_over():
            self.said.emit("The brief is yours to save now.")
            self.look_for_changes()
        else:
            error = CannotCreateError("its lock cannot be taken", "close it there, or save under another name")
            show_error(self._window, error, "The brief was not taken over.")

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


def _not_opened(path: Path) -> str:
    return f"{path.name} cannot be opened."


def article_filter(*more: str) -> str:
    """The kinds of files that can be read as articles, for a file dialog, and ``more`` suffixes."""
    from briefer.sources.read import READERS

    suffixes = [*filter(None, READERS), *more]
    name = "Articles and briefs" if more else "Articles"
    return f"{name} ({' '.join(f'*{suffix}' for suffix in suffixes)});;All files (*)"
