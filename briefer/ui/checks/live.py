"""Runs the checks on the brief at hand whenever its author pauses."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from briefer.errors import BrieferError
from briefer.model.brief import Brief
from briefer.review.findings import Finding
from briefer.reviewing import all_findings
from briefer.templates.template import Template
from briefer.ui.background import Background, Operation
from briefer.ui.session import Session
from briefer.ui.start.blank import is_blank

PAUSE = 600
"""Milliseconds without a change after which the checks are run."""
_NOTHING = "There is nothing to check yet."
_NO_TEMPLATE = "The brief cannot be checked: its template is not here. Choose one above the memo."


class LiveChecks(QObject):
    """Keeps the findings of a session's brief, made beside the window.

    ``changed`` carries those that nobody has left, the gravest first, or None while nothing is known: of a brief that
    is new or empty, and where the template is missing or fails, of which the memo itself speaks. ``ready`` tells that
    they are those of the brief at hand, whether or not they have changed. A run that has become stale says nothing.
    """

    changed = Signal(object)
    ready = Signal()

    def __init__(
        self, session: Session, templates: Mapping[str, Template], background: Background, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._templates, self._background = session, templates, background
        self._found: tuple[Finding, ...] | None = None
        self._checked: Brief | None = None
        self._running: Brief | None = None
        self._why_not = ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.run)
        session.changed.connect(self._wait)
        session.begun.connect(self._begin)
        self._pause.start()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found last and nobody has left as it is."""
        return tuple(finding for finding in self._found or () if not finding.left)

    @property
    def left(self) -> tuple[Finding, ...]:
        """What was found last and somebody has left as it is."""
        return tuple(finding for finding in self._found or () if finding.left)

    @property
    def why_not(self) -> str:
        """Why nothing is known of the brief at hand, in a sentence; "" if it was checked."""
        return self._why_not if self._found is None else ""

    @property
    def are_ready(self) -> bool:
        """Whether the findings are those of the brief at hand."""
        return self._checked is self._session.brief

    def use(self, templates: Mapping[str, Template]) -> None:
        """Other templates are here now; the brief is checked again if its own is another."""
        own, before = templates.get(self._session.brief.template), self._templates.get(self._session.brief.template)
        self._templates = templates
        if own is not before:
            self._pause.start()

    def run(self) -> None:
        """Check the brief as it is now, without waiting for a pause; if a run is under way, after that."""
        self._pause.stop()
        if self._running is not None:
            return
        brief = self._session.brief
        template = self._templates.get(brief.template)
        if template is None or is_blank(brief):
            self._why_not = _NOTHING if template else _NO_TEMPLATE
            self._show(None, brief)
            return
        self._running = brief
        check = Operation("", all_findings, (brief, template), self._done, self._fail, stopped=self._stopped)
        self._background.ask(check)

    def _wait(self, _before: Brief, _brief: Brief) -> None:
        self._pause.start()

    def _begin(self) -> None:
        """Nothing is known of another brief yet."""
        self._found = None
        self.changed.emit(None)
        self._pause.start()

    def _done(self, found: list[Finding]) -> None:
        self._end(tuple(found))

    def _fail(self, error: BrieferError) -> None:
        self._why_not = f"The brief could not be checked: {error}."
        self._end(None)

    def _stopped(self) -> None:
        self._running = None

    def _end(self, found: tuple[Finding, ...] | None) -> None:
        checked, self._running = self._running, None
        if checked is self._session.brief:
            self._show(found, checked)
        elif not self._pause.isActive():
            self.run()

    def _show(self, found: tuple[Finding, ...] | None, checked: Brief) -> None:
        self._checked = checked
        if self._found != found:
            self._found = found
            self.changed.emit(None if found is None else self.findings)
        self.ready.emit()
