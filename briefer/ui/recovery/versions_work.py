"""What a person does with the earlier versions of a brief: look at them, and take one, or a part of one, back."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from briefer.edit.differences import Difference, differences, take_back, take_part_back
from briefer.errors import BrieferError
from briefer.model.brief import Brief
from briefer.store.versions import Version, read_version, versions_of
from briefer.ui.recovery.beside import Beside
from briefer.ui.recovery.found import size_of_change
from briefer.ui.session import Session
from briefer.ui.start.dates import when

if TYPE_CHECKING:
    from briefer.ui.recovery.versions_view import VersionsView


class VersionsWork(QObject):
    """Fills a VersionsView and does what it asks for; it lives as long as the view."""

    def __init__(self, session: Session, folder: Path, beside: Beside) -> None:
        super().__init__(beside)
        self._session, self._folder, self._beside = session, folder, beside
        self._versions: list[Version] = []
        self._older: Brief | None = None
        self._view: VersionsView | None = None

    def show(self) -> None:
        """Open the view, once it is known what there is."""
        ident = self._session.brief.id
        self._beside.do("versions", partial(versions_of, self._folder, ident), self._open)

    def _open(self, versions: list[Version]) -> None:
        if not versions:
            self._beside.said.emit("There are no earlier versions of this brief yet: each save makes one.")
            self.deleteLater()
            return
        from briefer.ui.recovery.versions_view import VersionsView

        self._versions = versions
        times = self._times()
        view = self._view = VersionsView(self._beside.window, times, self._take_back, self._take_part_back)
        view.wanted.connect(partial(self._beside.show_pieces, view))
        view.chosen_version.connect(self._choose)
        view.closed.connect(self._closed)
        view.open()
        view.versions.setCurrentRow(0)
        self._beside.do("sizes", partial(_sizes, versions), self._show_sizes)

    def _closed(self) -> None:
        self._view = None
        self.deleteLater()

    def _times(self) -> list[str]:
        """When each was saved; to the second where one minute saw several."""
        now = datetime.now().astimezone()
        there = [version.time.astimezone() for version in self._versions]
        minutes = Counter(time.replace(second=0, microsecond=0) for time in there)
        told = []
        for time in there:
            clock = f"{time:%H:%M}"
            day = when(time.isoformat(), now).removesuffix(f" {clock}")
            several = minutes[time.replace(second=0, microsecond=0)] > 1
            told.append(f"{day} {time:%H:%M:%S}" if several else f"{day} {clock}")
        return told

    def _choose(self, row: int) -> None:
        if not 0 <= row < len(self._versions):
            return
        version, now, headings = self._versions[row], self._session.brief, self._beside.headings()

        def find() -> tuple[Version, Brief, list[Difference]]:
            older = read_version(version)
            return version, older, differences(older, now, headings)

        self._beside.do("compare", find, self._show)

    def _show(self, found: Any) -> None:
        view = self._view
        if view is None:
            return
        if isinstance(found, BrieferError):
            view.tell(str(found))
            return
        version, older, differing = found
        row = view.versions.currentRow()
        if 0 <= row < len(self._versions) and self._versions[row] is version:
            self._older = older
            view.show_differences(differing)

    def _show_sizes(self, sizes: list[str]) -> None:
        if self._view is not None:
            for row, (time, size) in enumerate(zip(self._times(), sizes, strict=True)):
                self._view.show_size(row, f"{time}  ·  {size}")

    def _take_back(self) -> None:
        older = self._older
        if older is not None:
            self._session.apply(lambda brief: take_back(brief, older), "Take back version")
            self._beside.said.emit("The brief is as it was then.")

    def _take_part_back(self) -> None:
        older, view = self._older, self._view
        difference = view.chosen if view is not None else None
        if older is None or view is None or difference is None:
            return
        try:
            self._session.apply(
                lambda brief: take_part_back(brief, older, difference.part), f"Take back {difference.label}"
            )
        except BrieferError as error:
            view.tell(str(error))
            return
        self._choose(view.versions.currentRow())


def _sizes(versions: list[Version]) -> list[str]:
    """How much each version differs from the one before it, the latest first."""
    told: list[str] = []
    newer: Brief | None = None
    at = 0
    for index, version in enumerate(versions):
        try:
            brief = read_version(version)
        except BrieferError:
            told.append("cannot be read")
            continue
        told.append("the first that is kept")
        if newer is not None:
            told[at] = size_of_change(differences(brief, newer))
        newer, at = brief, index
    return told
