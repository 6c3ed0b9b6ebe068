"""Earlier versions of a brief: when each was saved, what has changed since, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidget, QMainWindow

from briefer.edit.differences import Difference
from briefer.ui.recovery.compare_view import Choice, CompareView, heading
from briefer.ui.style_sheet import set_role

_TALL = 208
_PART, _WHOLE = "Take this part back", "Take this back"


class VersionsView(CompareView):
    """Asks which version, or part of one, is to come back. ``chosen_version`` carries a number, from 0."""

    chosen_version = Signal(int)

    def __init__(
        self, window: QMainWindow, versions: Sequence[str], whole: Callable[[], object], part: Callable[[], object]
    ) -> None:
        versions_list = QListWidget()
        versions_list.setAccessibleName("Versions")
        versions_list.setFixedHeight(_TALL)
        set_role(versions_list, "versions")
        versions_list.addItems(list(versions))
        super().__init__(
            window,
            "Earlier versions",
            "Each save of this brief is kept on this computer. Struck through is what has gone since, underlined what"
            " has come.",
            [
                Choice(_PART, "Put the chosen part back as it was; this can be undone", part, closes=False),
                Choice(_WHOLE, "Put the whole brief back as it was; this can be undone", whole, primary=True),
            ],
            [heading("Saved"), versions_list],
        )
        self.versions = versions_list
        self.setFocusProxy(self.versions)
        self.versions.currentRowChanged.connect(self.chosen_version)
        self._enable(on=False)

    def show_differences(self, found: Sequence[Difference]) -> None:
        """Show where the chosen version differs from the brief as it is."""
        super().show_differences(found)
        self._enable(on=bool(found))

    def show_size(self, number: int, words: str) -> None:
        """Say of a version how much of it differs from the one before."""
        item = self.versions.item(number)
        if item is not None:
            item.setText(words)

    def _enable(self, *, on: bool) -> None:
        for button in self.buttons.values():
            button.setEnabled(on)
