"""The templates that there are: built in, one's own, those of the office, each read and checked beside the window."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from briefer.catalogue import Listed, listed_built_in, look_at
from briefer.errors import BrieferError
from briefer.templates.problems import Problem
from briefer.templates.shelf import OnShelf, Place, mine
from briefer.templates.template import Template
from briefer.ui.background import Background, Operation
from briefer.ui.templates.folder_watch import Contents, FolderWatch

PLACES: tuple[Place, ...] = ("built in", "mine", "office")


class TemplateKeeper(QObject):
    """Keeps the list of all templates. ``changed`` tells that it is another now, or that a folder answered."""

    changed = Signal()

    def __init__(self, built_in: Iterable[Template], background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self._shown: dict[Place, tuple[OnShelf, ...]] = {}
        self._read: dict[str, Listed] = {each.id: listed_built_in(each) for each in built_in}
        self._built_in = tuple(self._read.values())
        self._reading: dict[str, str] = {}
        self._office = Contents()
        self._office_read = ""
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.changed)
        self._mine_watch = FolderWatch("mine", self, may_miss=True)
        self._office_watch = FolderWatch("office", self)
        self._mine_watch.looked.connect(self._take)
        self._office_watch.looked.connect(self._take)

    def start(self, office: str) -> None:
        """Begin to look at the folders; ``office`` is that of the office, if one was chosen."""
        self._mine_watch.watch(mine())
        self.use_office(office)

    def use_office(self, folder: str) -> None:
        """Look at this folder of the office from now on."""
        if self._office_watch.folder != (Path(folder) if folder else None):
            self._office_read = ""
        self._office_watch.watch(Path(folder) if folder else None)

    def look(self) -> None:
        """Look at all folders now."""
        self._mine_watch.look()
        self._office_watch.look()

    def read_again(self, ident: str) -> None:
        """Read and check a template again, whether or not its file seems to have changed."""
        found = next((each for shown in self._shown.values() for each in shown if each.id == ident), None)
        if found is not None:
            self._ask(found)

    @property
    def office_folder(self) -> Path | None:
        """The folder of the office."""
        return self._office_watch.folder

    @property
    def office(self) -> Contents:
        """What was found in the office's folder last, or why that is not known."""
        return self._office

    @property
    def office_read(self) -> str:
        """The time at which the office's folder was read last, such as 14:05; empty if it was not yet."""
        return self._office_read

    def templates(self) -> dict[str, Template]:
        """The templates that can be used, by their ids: those built in first."""
        return {
            each.id: each.template for place in PLACES for each in self.listed(place) if each.template is not None
        }

    def listed(self, place: Place) -> list[Listed]:
        """The templates of a place: those built in as they are offered, the others by their names."""
        if place == "built in":
            return list(self._built_in)
        read = [self._read[each.id] for each in self._shown.get(place, ()) if each.id in self._read]
        read = [each for each in read if not each.is_other_text]
        return sorted(read, key=lambda each: (each.name.casefold(), each.id))

    def is_reading(self, place: Place) -> bool:
        """Whether it is not known yet what a place holds."""
        if place == "office" and (self._office.problem or self.office_folder is None):
            return False
        shown = self._shown.get(place)
        return shown is None or any(each.id in self._reading for each in shown)

    def find(self, ident: str) -> Listed | None:
        """A template by its id, if it is here."""
        return next((each for place in PLACES for each in self.listed(place) if each.id == ident), None)

    def _take(self, place: Place, contents: Contents) -> None:
        if place == "office":
            self._office = contents
            if not contents.problem:
                self._office_read = datetime.now().astimezone().strftime("%H:%M")
        if contents.problem and self._shown.get(place):
            self._soon.start()  # what was read before a drive went can still be used
            return
        self._shown[place] = contents.found
        new = [
            each for each in contents.found if each.stamp not in (self._stamp(each.id), self._reading.get(each.id))
        ]
        for each in new:
            self._ask(each)
        self._soon.start()

    def _ask(self, found: OnShelf) -> None:
        self._reading[found.id] = found.stamp
        self._background.ask(self._operation(found))

    def _stamp(self, ident: str) -> str:
        known = self._read.get(ident)
        return known.stamp if known is not None else ""

    def _operation(self, found: OnShelf) -> Operation:
        def failed(error: BrieferError) -> None:
            path, problem = Path(found.path), Problem(0, error.message, error.hint)
            self._keep(
                Listed(found.id, found.path, found.place, found.stamp, found.changed, path.stem, None, (problem,))
            )

        return Operation("", look_at, (found,), self._keep, failed)

    def _keep(self, listed: Listed) -> None:
        if self._reading.get(listed.id) == listed.stamp:
            del self._reading[listed.id]
            self._read[listed.id] = listed
            self._soon.start()
