"""What a person does about checks: steps from one to the next, lists them, settles them, leaves them as they are."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from briefer.edit import changes
from briefer.errors import BrieferError
from briefer.model.brief import Brief
from briefer.model.entries import Quote
from briefer.review.findings import Finding, words_place
from briefer.ui.checks.button import ChecksButton
from briefer.ui.checks.live import LiveChecks
from briefer.ui.checks.wording import in_full
from briefer.ui.messages import sentence
from briefer.ui.session import Change, Session

if TYPE_CHECKING:
    from briefer.review.wordings import Wordings
    from briefer.ui.checks.panel import ChecksPanel

_NONE_HERE = "No check found anything here."
_NO_CHECK = "No check is at hand. Press F8 to go to one."


class ChecksWork(QObject):
    """Goes through the findings. ``said`` carries a line for the status bar, ``place_requested`` where one is: its
    place, and the start and end of its words there in code points; ``passage_requested`` asks, after that, for a
    passage that settles it.
    """

    said = Signal(str)
    place_requested = Signal(str, int, int)
    passage_requested = Signal()

    def __init__(self, session: Session, checks: LiveChecks, button: ChecksButton, window: QMainWindow) -> None:
        super().__init__(window)
        self._session, self._checks = session, checks
        self._at = -1
        self._last: Finding | None = None
        self._waiting: Callable[[], object] | None = None
        self._panel: ChecksPanel | None = None
        checks.changed.connect(button.show_findings)
        checks.ready.connect(self._go_on)
        session.begun.connect(self._forget)
        button.next_requested.connect(partial(self.step, 1))
        button.list_requested.connect(self.show_list)

    def commands(self) -> dict[str, Callable[[], object]]:
        """What the actions on checks do, by the ids of the table of actions."""
        return {
            "next_check": lambda: self.step(1),
            "previous_check": lambda: self.step(-1),
            "list_checks": self.show_list,
            "fix_check": self.fix,
            "leave_check": self.ask_reason,
        }

    def step(self, step: int) -> None:
        """Go so many checks on, round and round; what has just been changed is checked first."""
        self._when_ready(partial(self._step, step))

    def show_list(self) -> None:
        """List all checks over the window; what has just been changed is checked first."""
        self._when_ready(self._list, even_if_left=True)

    def show_at(self, place: str) -> None:
        """List all checks, with the first one about a note, a section, a header field or a source at hand."""
        self._when_ready(partial(self._list_at, place), even_if_left=True)

    def fix(self) -> None:
        """Do what the check at hand proposes."""
        if self._last is None:
            self.said.emit(_NO_CHECK)
        else:
            self._repair(self._last)

    def ask_reason(self) -> None:
        """Ask why the check at hand may stay as it is."""
        if self._last is None:
            self.said.emit(_NO_CHECK)
        else:
            self._when_ready(self._list_and_ask)

    def go_to(self, finding: Finding) -> None:
        """Go to what a finding is about, and say it."""
        findings = self._checks.findings
        self._last = finding
        count = ""
        if finding in findings:
            self._at = findings.index(finding)
            count = f"Check {self._at + 1} of {len(findings)}: "
        self.place_requested.emit(finding.where, *words_place(self._session.brief, finding))
        more = f" {finding.repair.label}: Ctrl+F8." if finding.repair is not None and not finding.left else ""
        self.said.emit(f"{count}{in_full(finding)}{more}")

    def _forget(self) -> None:
        """No check of another brief is at hand, and nobody waits for one."""
        self._at, self._last, self._waiting = -1, None, None

    def _when_ready(self, then: Callable[[], object], *, even_if_left: bool = False) -> None:
        def ask() -> None:
            if self._checks.findings or (even_if_left and self._checks.left):
                then()
            else:
                self.said.emit(self._checks.why_not or "No check found anything.")

        self._waiting = ask
        if self._checks.are_ready:
            self._go_on()
        else:
            self._checks.run()

    def _go_on(self) -> None:
        findings = self._checks.findings
        if self._last in findings:
            self._at = findings.index(self._last)
        if self._panel is not None:
            self._panel.show_findings(findings, self._checks.left, self._panel.current)
        then, self._waiting = self._waiting, None
        if then is not None:
            then()

    def _step(self, step: int) -> None:
        findings = self._checks.findings
        # What was settled meanwhile has left its place to the next one.
        is_settled = self._last is not None and self._last not in findings
        at = self._at if is_settled and step > 0 else max(self._at + step, -1)
        self.go_to(findings[at % len(findings)])

    # The list

    def _list_at(self, place: str) -> None:
        there = [each for each in (*self._checks.findings, *self._checks.left) if each.where == place]
        if not there:
            self.said.emit(_NONE_HERE)
            return
        self._last = there[0]
        self._list()

    def _list_and_ask(self) -> None:
        self._list()
        if self._panel is not None and self._panel.current == self._last:
            self._panel.ask_reason()

    def _list(self) -> None:
        from briefer.ui.checks.panel import ChecksPanel

        window = self.parent()
        assert isinstance(window, QMainWindow)
        panel = ChecksPanel(window, self._wordings)
        panel.chosen.connect(self.go_to)
        panel.repair_requested.connect(self._repair)
        panel.passage_requested.connect(self._find_passage)
        panel.leave_requested.connect(self._leave)
        panel.take_back_requested.connect(self._take_back)
        panel.closed.connect(self._closed)
        panel.open()  # closes the one that is open
        self._panel = panel
        panel.show_findings(self._checks.findings, self._checks.left, self._last)

    def _closed(self) -> None:
        self._panel = None

    def _wordings(self, finding: Finding) -> Wordings | None:
        from briefer.review.wordings import differing, words_of_source

        quote = self._session.brief.citable(finding.where)
        if finding.code != "quote-not-verbatim" or not isinstance(quote, Quote):
            return None
        return differing(quote.text, words_of_source(quote))

    # What settles a check

    def _find_passage(self, finding: Finding) -> None:
        self.go_to(finding)
        self.passage_requested.emit()

    def _repair(self, finding: Finding) -> None:
        from briefer.ui.checks.repair import repaired

        if finding.repair is None:
            self.said.emit(f"This has to be settled by hand: {finding.fix}.")
        else:
            self._apply(lambda brief: repaired(brief, finding), finding.repair.label)

    def _leave(self, finding: Finding, reason: str) -> None:
        self._apply(lambda brief: changes.leave_finding(brief, finding.code, finding.place, reason), "Leave check")

    def _take_back(self, finding: Finding) -> None:
        self._apply(lambda brief: changes.take_back_left(brief, finding.code, finding.place), "Take back")

    def _apply(self, change: Change, label: str) -> None:
        """Change the brief in one step of the history, tell what was done, and check it at once."""
        before: Brief = self._session.brief
        try:
            self._session.apply(change, label)
        except BrieferError as error:
            self.said.emit(f"{sentence(error.message)} {sentence(error.hint)}".rstrip())
            return
        if self._session.brief is not before:
            self.said.emit(f"Done: {label}")
        self._checks.run()
