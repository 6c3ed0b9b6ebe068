"""What the window does so that nothing is lost: copies against a crash, comparisons, earlier versions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from briefer.diagnostics import note
from briefer.errors import BrieferError
from briefer.model.brief import Brief
from briefer.store.briefs import brief_bytes, read_brief
from briefer.store.recovery import Kept
from briefer.store.stamps import now
from briefer.store.versions import forget_old, keep_version, versions_dir
from briefer.ui.band import Offer
from briefer.ui.documents import Documents
from briefer.ui.messages import settle, show_error
from briefer.ui.recovery.autosave import Autosave, Typed, path_in_words
from briefer.ui.recovery.beside import Beside
from briefer.ui.recovery.left import LeftWork
from briefer.ui.session import Session

if TYPE_CHECKING:
    from briefer.edit.differences import Difference
    from briefer.templates.template import Template

_NOT_KEPT = "What you type cannot be kept against a crash."


class RecoveryWork(QObject):
    """Keeps what is typed, and shows earlier versions; what a crash left is ``left``, what takes long ``beside``."""

    def __init__(
        self,
        session: Session,
        documents: Documents,
        templates: Callable[[], Mapping[str, Template]],
        window: QMainWindow,
    ) -> None:
        """``templates`` gives those that can be used now; they say what the parts of a brief are called."""
        super().__init__(window)
        self._session, self._documents = session, documents
        self._versions = versions_dir()
        self.beside = Beside(window, templates)
        self._numbers = count()
        self.autosave = Autosave(self.beside.later, self)
        self.watch(self.autosave)
        self.left = LeftWork(session, documents, self.beside)
        session.file_changed.connect(self.autosave.want)
        session.begun.connect(self._begun)
        session.saved.connect(self.keep_saved)
        documents.replaced.connect(self.keep_replaced)
        documents.compare_requested.connect(self.compare_with_file)

    def watch(self, autosave: Autosave) -> None:
        """Say when a copy cannot be written, until one can."""
        autosave.failed.connect(self._tell_not_kept)
        autosave.kept.connect(self._settle_not_kept)

    def _settle_not_kept(self) -> None:
        settle(self.beside.window, _NOT_KEPT)

    def close(self) -> None:
        """The window goes: what is not saved is not wanted."""
        self.autosave.close()

    # Copies against a crash

    def typed(self) -> Typed | None:
        """The brief, while it is not saved."""
        session = self._session
        if session.is_saved:
            return None
        sha256 = session.fingerprint.sha256 if session.fingerprint is not None else ""
        path = path_in_words(session.path)
        kept = Kept("brief", self._documents.name(), now(), path, sha256 if path else "")
        return Typed(kept, partial(brief_bytes, session.stamped_brief()))

    def _begun(self) -> None:
        self.autosave.begin(self.left.claimed())

    def _tell_not_kept(self, error: BrieferError) -> None:
        note("copy not written: %s", type(error).__name__)
        show_error(self.beside.window, error, _NOT_KEPT, offers=[Offer("Save", self._documents.save)])

    def look(self) -> None:
        """Look for what a crash left, and let go what is too old; both beside the window."""
        self.beside.later.do("forget", self._forget_old_versions)
        self.left.look()

    # Changed by another program

    def compare_with_file(self, path: Path) -> None:
        """Show where the brief differs from what another program wrote into its file."""
        mine, headings = self._session.brief, self.beside.headings()

        def find() -> list[Difference]:
            from briefer.edit.differences import differences

            return differences(read_brief(path).brief, mine, headings)

        self.beside.do("compare", find, partial(self._show_changed, path))

    def _show_changed(self, path: Path, differences: list[Difference] | BrieferError) -> None:
        if isinstance(differences, BrieferError):
            self._documents.tell_changed_elsewhere(path)
            show_error(self.beside.window, differences, "The two cannot be compared.")
            return
        from briefer.ui.recovery.compare_view import Choice, CompareView

        documents = self._documents
        view = CompareView(
            self.beside.window,
            f"{path.name}: theirs and mine",
            "Struck through is what the other program wrote and you have not, underlined what only you have.",
            [
                Choice("Keep mine as copy…", "Save yours under another name", documents.save_as),
                Choice("Reload", "Read the file; yours is kept among the earlier versions", documents.keep_theirs),
                Choice(
                    "Keep mine",
                    "Put yours in its place; theirs is kept",
                    partial(documents.keep_mine, path),
                    primary=True,
                ),
            ],
        )
        view.closed.connect(documents.look_for_changes)
        self.beside.show(view, differences)

    # Earlier versions

    def keep_saved(self, before: Brief | None, written: Brief) -> None:
        """Keep what the file held and what it holds now among the earlier versions."""
        note("saved: %d sources, %d entries", len(written.sources), len(list(written.entries())))
        if before is not None:
            self._keep_version(before, _saved_at(before))
        self._keep_version(written, datetime.now(UTC))

    def keep_replaced(self, brief: Brief) -> None:
        """Keep what will be in no window and in no file any more."""
        self._keep_version(brief, datetime.now(UTC))

    def _keep_version(self, brief: Brief, time: datetime) -> None:
        settings, folder = self._documents.settings, self._versions

        def keep() -> None:
            keep_version(folder, brief, time, count=settings.versions, days=settings.version_days)

        self.beside.do(f"version {next(self._numbers)}", keep, self._tell_version)

    def _forget_old_versions(self) -> None:
        forget_old(self._versions, datetime.now(UTC), self._documents.settings.version_days)

    def _tell_version(self, result: object) -> None:
        if isinstance(result, BrieferError):
            self.beside.said.emit(f"No earlier version could be kept: {result}")

    def show_versions(self) -> None:
        """List the earlier versions of the brief."""
        from briefer.ui.recovery.versions_work import VersionsWork

        VersionsWork(self._session, self._versions, self.beside).show()


def _saved_at(brief: Brief) -> datetime:
    """When a brief was saved, as it says; else now."""
    try:
        return datetime.fromisoformat(brief.modified)
    except ValueError:
        return datetime.now(UTC)
