"""What a crash left: offered in bands, compared with its file, opened as unsaved work, or discarded."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from briefer.diagnostics import note
from briefer.errors import BrieferError
from briefer.files import Fingerprint
from briefer.store.briefs import parse_brief
from briefer.store.recovery import Claim, kept_bytes, recovery_dir
from briefer.ui.band import Band, Offer
from briefer.ui.documents import Documents
from briefer.ui.messages import ask, bands_of, show_error
from briefer.ui.recovery.beside import Beside
from briefer.ui.session import Session

if TYPE_CHECKING:
    from briefer.edit.differences import Difference
    from briefer.ui.recovery.found import Found

_KEPT = "Unsaved work was kept"
_AT_ONCE = 3
"""So many bands are shown; the next comes when one of them goes."""


class LeftWork(QObject):
    """Offers the copies of dead processes. What nobody decides about stays where it is until the next start.

    ``template_recovered`` carries the Copy of a template's text and the Claim on it.
    """

    template_recovered = Signal(object, object)

    def __init__(self, session: Session, documents: Documents, beside: Beside) -> None:
        super().__init__(beside)
        self._session, self._documents = session, documents
        self._folder = recovery_dir()
        self._claim: Claim | None = None
        self._left: list[Found] = []
        self._bands: dict[Path, Band] = {}

    @property
    def _beside(self) -> Beside:
        beside = self.parent()
        assert isinstance(beside, Beside)
        return beside

    def claimed(self) -> Claim | None:
        """The claim on the copy that is being opened now, once."""
        claim, self._claim = self._claim, None
        return claim

    def look(self) -> None:
        """Look for what a crash left, beside the window, and offer it when it is found."""

        def find() -> list[Found]:
            from briefer.ui.recovery.found import found_copies

            return found_copies(self._folder)

        self._beside.do("look", find, self._offer_all)

    def _offer_all(self, found: list[Found]) -> None:
        self._left = found
        self._show_bands()

    def _show_bands(self) -> None:
        """One band a copy, the latest first."""
        for each in self._left[:_AT_ONCE]:
            if each.copy.file not in self._bands:
                self._show_band(each)

    def _show_band(self, found: Found) -> None:
        copy, others = found.copy, len(self._left) - _AT_ONCE
        more = f" {others} more like this follow{'s' if others == 1 else ''}." if others > 0 else ""
        kind = "the template " if copy.kept.kind == "template" else ""
        band = bands_of(self._beside.window).show_band(
            "info",
            f"{_KEPT}: {kind}“{copy.kept.name}”.",
            f"{found.told}{more}",
            [
                Offer("Open it", partial(self._settle, found, self.open)),
                Offer("Compare…", partial(self._settle, found, self.compare)),
                Offer("Discard…", partial(self._settle, found, self.discard)),
            ],
            stays=True,
        )
        self._bands[copy.file] = band

    def _settle(self, found: Found, do: Callable[[Found], object]) -> None:
        self._bands.pop(found.copy.file, None)
        do(found)

    def _is_settled(self, found: Found) -> None:
        """It is open, or gone: the next one is offered."""
        self._left = [each for each in self._left if each is not found]
        if (band := self._bands.pop(found.copy.file, None)) is not None:
            band.go()
        self._show_bands()

    def open(self, found: Found) -> None:
        """Go on with what was kept, as work that is not saved; its file stays as it is."""
        copy = found.copy
        claim = Claim(copy)
        if copy.kept.kind == "brief" and not self._documents.may_leave():
            self._show_bands()
            return
        if not claim.take():
            self._beside.said.emit("This work is open in another window already.")
            self._is_settled(found)
            return
        if copy.kept.kind == "template":
            self.template_recovered.emit(copy, claim)
            self._is_settled(found)
            return
        try:
            brief = parse_brief(kept_bytes(copy))
        except BrieferError as error:
            claim.release()
            show_error(self._beside.window, error, "The work that was kept cannot be opened. It stays where it is.")
            return
        note("copy opened")
        self._claim = claim
        path = Path(copy.kept.path) if copy.kept.path else None
        self._session.recover(brief, path, Fingerprint(copy.kept.sha256) if path is not None else None)
        self._is_settled(found)
        self._documents.tell_held()
        where = f"{path.name} is as it was: save to put this in its place." if path else "Save it to keep it."
        self._beside.said.emit(f"This is the work that was kept. {where}")

    def discard(self, found: Found) -> None:
        """Throw the copy away, after a question."""
        name = found.copy.kept.name
        question = f"Discard the work that was kept of “{name}”?"
        if not ask(self._beside.window, question, f"{found.told}\n\nIt is kept nowhere else.", "Discard"):
            self._show_bands()
            return
        claim = Claim(found.copy)
        if claim.take():
            claim.remove()
        self._is_settled(found)

    def compare(self, found: Found) -> None:
        """Show where what was kept differs from its file."""
        headings = self._beside.headings()

        def find() -> list[Difference]:
            from briefer.ui.recovery.found import compared

            return compared(found.copy, headings)

        self._beside.do("compare", find, partial(self._show_compared, found))

    def _show_compared(self, found: Found, differences: list[Difference] | BrieferError) -> None:
        if isinstance(differences, BrieferError):
            show_error(self._beside.window, differences, "The work that was kept cannot be compared.")
            return
        from briefer.ui.recovery.compare_view import Choice, CompareView

        copy = found.copy
        view = CompareView(
            self._beside.window,
            f"What was kept of “{copy.kept.name}”",
            f"Against the file as it is now. {found.told}" if copy.kept.path else found.told,
            [
                Choice("Discard…", "Throw what was kept away, after a question", partial(self.discard, found)),
                Choice(
                    "Open it",
                    "Go on with what was kept; the file stays as it is",
                    partial(self.open, found),
                    primary=True,
                ),
            ],
        )
        view.closed.connect(self._show_bands)
        self._beside.show(view, differences)
