"""Steps from one check to the next: opens the note, the section or the field that it is about."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from briefer.review.findings import Finding
from briefer.ui.checks.button import ChecksButton
from briefer.ui.checks.live import LiveChecks
from briefer.ui.checks.wording import in_full


class ChecksWork(QObject):
    """Goes through the findings. ``said`` carries a line for the status bar, ``place_requested`` where one is."""

    said = Signal(str)
    place_requested = Signal(str)

    def __init__(self, checks: LiveChecks, button: ChecksButton, window: QMainWindow) -> None:
        super().__init__(window)
        self._checks = checks
        self._at = -1
        self._last: Finding | None = None
        self._waiting: Callable[[], object] | None = None
        checks.changed.connect(button.show_findings)
        checks.ready.connect(self._go_on)
        button.next_requested.connect(partial(self.step, 1))
        button.list_requested.connect(self.show_list)

    def commands(self) -> dict[str, Callable[[], object]]:
        """What the actions on checks do, by the ids of the table of actions."""
        return {
            "next_check": lambda: self.step(1),
            "previous_check": lambda: self.step(-1),
            "list_checks": self.show_list,
        }

    def step(self, step: int) -> None:
        """Go so many checks on, round and round; what has just been changed is checked first."""
        self._when_ready(partial(self._step, step))

    def show_list(self) -> None:
        """List all checks over the window; what has just been changed is checked first."""
        self._when_ready(self._list)

    def go_to(self, number: int) -> None:
        """Go to a check by its number, and say what it is about."""
        findings = self._checks.findings
        if 0 <= number < len(findings):
            self._at, self._last = number, findings[number]
            self.place_requested.emit(self._last.where)
            self.said.emit(f"Check {number + 1} of {len(findings)}: {in_full(self._last)}")

    def _when_ready(self, then: Callable[[], object]) -> None:
        self._waiting = then
        if self._checks.are_ready:
            self._go_on()
        else:
            self._checks.run()

    def _go_on(self) -> None:
        findings = self._checks.findings
        if self._last in findings:
            self._at = findings.index(self._last)
        then, self._waiting = self._waiting, None
        if then is not None and findings:
            then()
        elif then is not None:
            self.said.emit("No check found anything.")

    def _step(self, step: int) -> None:
        findings = self._checks.findings
        # What was settled meanwhile has left its place to the next one.
        is_settled = self._last is not None and self._last not in findings
        at = self._at if is_settled and step > 0 else max(self._at + step, -1)
        self.go_to(at % len(findings))

    def _list(self) -> None:
        from briefer.ui.checks.panel import ChecksPanel

        window = self.parent()
        assert isinstance(window, QMainWindow)
        panel = ChecksPanel(window, self._checks.findings, self._at)
        panel.chosen.connect(self.go_to)
        panel.open()
