"""The memo on its way out of the window: written to a file, or copied for a message."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from briefer.errors import BrieferError
from briefer.export import Output, email_of, output_of, refuse_input_as_output
from briefer.files import replace_file
from briefer.memo.blocks import Memo
from briefer.model.brief import Brief
from briefer.pdf.pages import NOTHING, Pages
from briefer.pdf.writer import pdf_steps
from briefer.render.email import Email
from briefer.review.findings import Finding
from briefer.reviewing import page_findings
from briefer.templates.build import Choices
from briefer.templates.office_look import is_document
from briefer.templates.template import Template
from briefer.ui.background import Background, Operation
from briefer.ui.band import Offer
from briefer.ui.memo.weight import is_light
from briefer.ui.messages import bands_of, settle, show_error
from briefer.ui.own_template import with_template
from briefer.ui.session import Session
from briefer.ui.shown_work import ShownWork
from briefer.wanted import leaving_memo

_NOT_EXPORTED = "The memo cannot be exported."
_NOT_COPIED = "The memo cannot be copied."
_EXPORTED = "Saved"
_WORD_PAGES_SECONDS = 100.0


class Exporting(QObject):
    """Writes the memo of a session's brief. ``said`` carries a line for the status bar, ``written`` a file's path."""

    said = Signal(str)
    written = Signal(object)

    def __init__(self, session: Session, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._background = session, background

    @property
    def _window(self) -> QWidget:
        window = self.parent()
        assert isinstance(window, QWidget)
        return window

    def write(self, path: Path, again: Callable[[], object], choices: Choices = Choices()) -> None:
        """Write the memo to a file, in the format of its suffix; ``again`` is offered where that fails.

        Pages take their time: a PDF file is there when ``written`` tells it.
        """
        brief = self._session.stamped_brief()
        write = partial(self._write, brief, path, again, choices)
        with_template(brief, self._background, write, partial(self._failed, again))

    def _write(
        self, brief: Brief, path: Path, again: Callable[[], object], choices: Choices, template: Template
    ) -> None:
        try:
            refuse_input_as_output([path], filter(None, [self._session.path]))
            if path.suffix.lower() == ".pdf":
                self._lay_out(brief, template, path, again, choices)
            elif is_light(brief, template) and not is_document(choices.style or template.front.style):
                self._keep(path, output_of(brief, template, path, choices))
            else:
                words, arguments = f"Filling {template.name}", (brief, template, path, choices)
                kept, failed = partial(self._try_to_keep, path, again), partial(self._failed, again)
                self._run(Operation(words, output_of, arguments, kept, failed))
        except BrieferError as error:
            self._failed(again, error)

    def _lay_out(
        self, brief: Brief, template: Template, path: Path, again: Callable[[], object], choices: Choices
    ) -> None:
        words, failed = f"Laying out {path.name}", partial(self._failed, again)
        if choices.word_pages:
            arguments = (brief, template, path, choices)
            kept = partial(self._try_to_keep, path, again)
            self._run(Operation(words, output_of, arguments, kept, failed, seconds=_WORD_PAGES_SECONDS))
            return

        def made(memo: Memo) -> None:
            kept, busy = partial(self._try_to_keep, path, again), self._background.busy
            ShownWork(words, _pdf(memo, template), busy, self, done=kept, stopped=self._stopped)

        self._run(
            Operation(f"Making the memo for {path.name}", leaving_memo, (brief, template, choices), made, failed)
        )

    def copy_for_email(self, choices: Choices = Choices()) -> None:
        """Put the memo on the clipboard, as rich text and as plain text, to be pasted into a message."""
        brief = self._session.stamped_brief()

        def failed(error: BrieferError) -> None:
            show_error(self._window, error, _NOT_COPIED, pane="memo")

        def copy(template: Template) -> None:
            self._run(Operation("Copying the memo", email_of, (brief, template, choices), self._copied, failed))

        with_template(brief, self._background, copy, failed)

    def _copied(self, email: Email) -> None:
        data = QMimeData()
        data.setHtml(email.html)
        data.setText(email.plain)
        QGuiApplication.clipboard().setMimeData(data)
        settle(self._window, _NOT_COPIED, pane="memo")
        self.said.emit("Copied the memo. Paste it into a message.")

    def _run(self, operation: Operation) -> None:
        self._background.run([operation], stopped=self._stopped)

    def _stopped(self) -> None:
        self.said.emit("The export was stopped. Nothing was written.")

    def _try_to_keep(self, path: Path, again: Callable[[], object], output: object) -> None:
        assert isinstance(output, Output)
        try:
            self._keep(path, output)
        except BrieferError as error:
            self._failed(again, error)

    def _keep(self, path: Path, output: Output) -> None:
        replace_file(path, output.data)
        settle(self._window, _NOT_EXPORTED, pane="memo")
        self.written.emit(path.absolute())
        self._offer(path.absolute(), output.findings)

    def _failed(self, again: Callable[[], object], error: BrieferError) -> None:
        show_error(self._window, error, _NOT_EXPORTED, pane="memo", offers=[Offer("Export again…", again)])

    def _offer(self, path: Path, findings: tuple[Finding, ...]) -> None:
        """Say where the memo is, and what its pages show, and lead there, until the brief changes."""
        offers = [
            Offer("Open", partial(self.open_outside, path)),
            Offer("Show in folder", partial(self.open_outside, path.parent)),
        ]
        bands = bands_of(self._window, "memo")
        bands.drop(_EXPORTED)
        said = [f"{finding.message[:1].upper()}{finding.message[1:]}." for finding in findings]
        band = bands.show_band(
            "warn" if findings else "info", f"{_EXPORTED} {path.name}", " ".join([*said, str(path.parent)]), offers
        )
        self._session.changed.connect(band.go)

    def open_outside(self, path: Path) -> None:
        """Open a file in its own program, or a folder."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.said.emit(f"No program here opens {path.name}. Open it in your file manager: {path}")


def _pdf(memo: Memo, template: Template) -> Iterator[Output | None]:
    """The memo as a PDF file, step by step; the last step has it."""
    pages, data = Pages(NOTHING), b""
    for _ in pages.steps(memo):
        yield None
    for done in pdf_steps(memo, pages):
        data = done
        yield None
    yield Output(data, page_findings(template, pages.extent))
