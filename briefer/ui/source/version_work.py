"""The texts that newer versions took the place of, kept while a brief is open, and what changed since."""

from __future__ import annotations

import functools
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from briefer.errors import BrieferError
from briefer.model.source import Source
from briefer.ui.background import Background, Operation
from briefer.ui.band import Offer
from briefer.ui.messages import bands_of, settle
from briefer.ui.session import Session
from briefer.ui.source.pane import SourcePane

if TYPE_CHECKING:
    from briefer.ui.source.version_panel import VersionPanel

_REPLACED = "The newer version is in place."
_LONG = 50_000
"""Characters from which on two versions are compared beside the window."""


class VersionWork(QObject):
    """Tells of a newer version, and shows what changed. ``said`` carries a line for the status bar."""

    said = Signal(str)

    def __init__(self, session: Session, source: SourcePane, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._source, self._background = session, source, background
        self._before: dict[str, str] = {}
        self._shown = ""
        session.begun.connect(self._forget)
        source.tabs.chosen.connect(self._hide)
        session.changed.connect(self._follow)

    def commands(self) -> dict[str, Callable[[], object]]:
        """What the actions on versions do, by the ids of the table of actions."""
        return {"newer_changes": self.show}

    @functools.cached_property
    def panel(self) -> VersionPanel:
        """What changed; made when it is first wanted."""
        from briefer.ui.source.version_panel import VersionPanel

        panel = VersionPanel()
        panel.closed.connect(self._hide)
        panel.place_shown.connect(self._source.show_place)
        panel.wanted.connect(self._compare)
        self._source.put_over_text(panel)
        return panel

    def tell_replaced(self, source: Source) -> None:
        """A newer version has taken the place of this source's text: keep that, and offer to show what changed."""
        self._before[source.id] = source.text
        now = self._session.brief.source(source.id)
        is_same = now is not None and now.text == source.text
        more = "It has the same words." if is_same else "The notes followed their words."
        offers = [] if is_same else [Offer("See what changed", partial(self.show, source.id))]
        bands_of(self._source, "source").show_band("info", _REPLACED, more, offers)

    def show(self, source_id: str = "") -> None:
        """Show what changed when a newer version took the place of a text, or of that at hand."""
        if source_id:
            self._source.show_source(source_id)
        source = self._source.source
        if source is None or source.id not in self._before:
            self.said.emit("No newer version has taken the place of this article since the brief was opened.")
            return
        settle(self._source, _REPLACED, pane="source")
        self._source.show_cleaning(on=False)
        self._shown = source.id
        self.panel.show()
        self.panel.show_versions(self._before[source.id], source)
        self.panel.take_focus()

    def _compare(self, old: str, source: Source) -> None:
        from briefer.ui.source.version_panel import compared

        show = partial(self.panel.show_compared, old, source.text)
        operation = Operation("Comparing the versions", compared, (old, source.text), show, self._fail, seconds=60)
        if max(len(old), len(source.text)) < _LONG:
            operation.run_here()
        else:
            self._background.run([operation])

    def _fail(self, error: BrieferError) -> None:
        self.said.emit(str(error))

    def _hide(self) -> None:
        if "panel" in self.__dict__ and not self.panel.isHidden():
            focus = QApplication.focusWidget()
            had_focus = focus is not None and self.panel.isAncestorOf(focus)
            self._shown = ""
            self.panel.hide()
            if had_focus:
                self._source.take_focus()

    def _follow(self) -> None:
        """Another article may have come into view."""
        if self._shown and (source := self._source.source) is not None and source.id != self._shown:
            self._hide()

    def _forget(self) -> None:
        self._before.clear()
        self._hide()
