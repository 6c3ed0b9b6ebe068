"""What is told of the text that is edited: its problems, with what mends them, and the pages of the result."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from briefer.errors import BrieferError
from briefer.model.brief import Brief
from briefer.templates.drawn import Drawn
from briefer.templates.front_edit import with_ignored
from briefer.templates.problems import Problem
from briefer.templates.template import Limit
from briefer.ui.messages import sentence
from briefer.ui.session import Session
from briefer.ui.template_editor.checker import Checker
from briefer.ui.template_editor.status import EditorStatus
from briefer.ui.template_editor.view import TemplateEditor


class Showing(QObject):
    """Has the text checked and drawn while a template is edited, and shows what comes of it.

    ``said`` carries a line for the status bar, ``work_requested`` an Operation to be run in the background.
    """

    said = Signal(str)
    work_requested = Signal(object)

    def __init__(
        self, view: TemplateEditor, status: EditorStatus, sample: Brief, session: Session, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._view, self._status, self._sample, self._session = view, status, sample, session
        self._on = self._own_brief = False
        self._path = ""
        self._problems: list[Problem] = []
        self._limit = Limit()
        self._checker = Checker(self)
        self._checker.work_requested.connect(self.work_requested)
        self._checker.drawn.connect(self._show)
        self._checker.failed.connect(self._explain)
        view.problems.fix_requested.connect(self.fix)
        view.problems.show_requested.connect(self._go_to_mark)
        view.problems.ignore_requested.connect(self.ignore)
        view.result.brief_chosen.connect(self._choose_brief)
        view.result.line_activated.connect(self._go_to_line)
        view.result.pages.laid_out.connect(self._show_extent)
        session.changed.connect(self._brief_changed)

    def begin(self, path: Path) -> None:
        """The template at a path is edited now; nothing is known of it yet."""
        self._path = str(path)
        self._on, self._own_brief = True, False
        self._problems = []
        self._view.problems.tell("Being checked…")
        self._offer_briefs()
        self.want(at_once=True)

    def end(self) -> None:
        """None is edited any more."""
        self._on = False
        self._checker.drop()

    def want(self, *, at_once: bool = False) -> None:
        """The text is another: check and draw it, soon or at once."""
        if self._on:
            brief = self._session.brief if self._own_brief else self._sample
            self._checker.want(self._view.text.text(), brief, self._path, at_once=at_once)

    @property
    def is_settled(self) -> bool:
        """Whether what is told is about the text as it is."""
        return self._checker.is_settled

    @property
    def errors(self) -> int:
        """How many errors were found last."""
        return sum(problem.severity == "error" for problem in self._problems)

    # Problems

    def fix(self, number: int) -> None:
        """Mend one problem, as one step that can be undone."""
        fix = self._problems[number].fix
        if fix is None or not self.is_settled:
            self.said.emit("The text is being checked again. Try once more in a moment.")
            return
        self._view.text.put(fix.start, fix.end, fix.words)
        self._view.take_focus()
        self.want(at_once=True)
        self.said.emit(f"{fix.label}: done")

    def ignore(self, number: int) -> None:
        """Tell a warning no more: the head of the template says so from now on, which can be undone."""
        try:
            text = with_ignored(self._view.text.text(), self._problems[number].message)
        except BrieferError as error:
            self.said.emit(sentence(error.message))
            return
        self._view.text.take_text(text)
        self.want(at_once=True)
        self.said.emit("This is told no more; a line “ignored” in the head of the template keeps it.")

    def check(self) -> None:
        """Check what is typed again, now, and tell of all that is found."""
        self.want(at_once=True)
        self.said.emit("Checking the template")

    def step(self, by: int) -> None:
        """Go to the next problem (1) or the one before (-1)."""
        self._view.show_text()
        number = self._view.text.step(by)
        if number < 0:
            self.said.emit("No problems found.")
            return
        self._view.problems.go_to(number)
        problem = self._problems[number]
        self.said.emit(f"{problem.place.capitalize()}: {problem.message}".lstrip(": "))

    def _go_to_line(self, line: int) -> None:
        number = next((n for n, problem in enumerate(self._problems) if problem.line == line), -1)
        if number >= 0:
            self._go_to_mark(number)

    def _go_to_mark(self, number: int) -> None:
        self._view.show_text()
        self._view.text.go_to_mark(number)

    # What came of it

    def _show(self, result: Drawn) -> None:
        self._problems = list(result.problems)
        self._limit = result.front.limit
        self._view.text.show_problems(self._problems, result.places)
        self._view.problems.show_problems(self._problems)
        self._view.picker.show_groups(result.picks)
        self._view.form.show_front(result.front, readable=result.head)
        self._view.result.show_memo(result.memo)
        if result.memo is None:
            self._status.show_extent(None, self._limit)

    def _explain(self, error: BrieferError) -> None:
        """Nothing came of it: it took too long, or too much."""
        self._problems = []
        self._view.text.show_problems((), ())
        self._view.problems.tell("Not checked")
        words = f"{sentence(error.message)} {sentence(error.hint)}".rstrip()
        self._view.result.explain(f"The result cannot be shown. {words}")
        self._status.show_extent(None, self._limit)

    def _show_extent(self) -> None:
        self._status.show_extent(self._view.result.pages.pages.extent, self._limit)

    # The brief that fills the pages

    def _offer_briefs(self) -> None:
        brief = self._session.brief
        has_one = bool(brief.sources or brief.header or brief.sections or brief.title)
        self._own_brief = self._own_brief and has_one
        self._view.result.show_briefs(["The sample", *(["The open brief"] if has_one else [])], int(self._own_brief))

    def _choose_brief(self, number: int) -> None:
        self._own_brief = number == 1
        self.want(at_once=True)

    def _brief_changed(self) -> None:
        if self._on:
            had_own = self._own_brief
            self._offer_briefs()
            if had_own:
                self.want()
