"""What a person does with templates: begin, copy, rename, delete, take in, hand out, mend, and take it back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from briefer.catalogue import Listed
from briefer.errors import BrieferError
from briefer.files import Fingerprint, fingerprint, replace_file
from briefer.templates import own
from briefer.templates.problems import apply_fix
from briefer.templates.shelf import identify
from briefer.templates.word_examples import word_example
from briefer.ui.background import Background, Operation
from briefer.ui.band import Offer
from briefer.ui.messages import bands_of, settle, show_error
from briefer.ui.templates.keeper import TemplateKeeper
from briefer.ui.templates.model import can_be_renamed, has_example
from briefer.ui.templates.problem_rows import in_lines
from briefer.ui.templates.view import TemplatesView

TEMPLATES = "Templates (*.md *.docx *.dotx);;All files (*)"
_NEW = "New template"


def _nothing() -> None:
    return


class _Step(NamedTuple):
    """Something that was done to the files, and how to take it back."""

    words: str
    back: Callable[[], object]


class TemplatesWork(QObject):
    """Does to the templates what the actions and the view ask for.

    ``said`` carries a line for the status bar, ``changed`` tells that other actions make sense now, ``use_requested``
    carries the id of a template for the brief at hand, ``folder_chosen`` the folder of the office, ``edit_requested``
    the Listed that is to be edited.
    """

    said = Signal(str)
    changed = Signal()
    use_requested = Signal(str)
    folder_chosen = Signal(str)
    edit_requested = Signal(object)

    def __init__(self, view: TemplatesView, keeper: TemplateKeeper, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._view, self._keeper, self._background = view, keeper, background
        self._steps: list[_Step] = []
        view.chosen.connect(self.changed)
        view.list.used.connect(self._use)
        view.list.delete_requested.connect(self.delete)
        view.list.rows.rename_requested.connect(self._rename)
        view.list.hint_activated.connect(self._take_hint)
        details = view.details
        details.use_requested.connect(self.use)
        details.edit_requested.connect(self.edit)
        details.fix_requested.connect(self.fix)
        details.fix_all_requested.connect(self.fix_all)
        details.copy_requested.connect(self.copy_problems)

    def commands(self) -> dict[str, Callable[[], object]]:
        """What the actions on templates do, by the ids of the table of actions."""
        return {
            "template_new": self.begin,
            "template_duplicate": self.duplicate,
            "template_word": self.duplicate_as_word,
            "template_edit": self.edit,
            "template_rename": self._view.list.rename_current,
            "template_delete": self.delete,
            "template_import": self.take_in,
            "template_export": self.hand_out,
            "template_use": self.use,
            "template_check": self.check,
            "template_fix": self.fix_all,
            "template_folder": self.choose_folder,
        }

    def possible(self) -> set[str]:
        """The ids of the actions that make sense for the template that is chosen."""
        listed = self._view.current
        found = {"template_new", "template_import", "template_folder"}
        if listed is None:
            return found
        found |= {"template_duplicate", "template_export"}
        if has_example(listed):
            found.add("template_word")
        if not listed.is_word:
            found.add("template_edit")
        if listed.place != "built in":
            found.add("template_check")
        if listed.template is not None and not listed.errors:
            found.add("template_use")
        if listed.place == "mine":
            found.add("template_delete")
        if can_be_renamed(listed):
            found.add("template_rename")
        if listed.fixable:
            found.add("template_fix")
        return found

    # Templates as files

    def begin(self) -> None:
        """Begin a template, and let its name be typed."""
        name = self._free_name(_NEW)
        self._make("Beginning a template", own.begin_template, (name,), f"“{name}” begun", rename=True)

    def duplicate(self) -> None:
        """Make a copy of the chosen template that is one's own."""
        if (listed := self._view.current) is not None:
            name = self._free_name(f"{listed.name} copy")
            copied = (Path(listed.path), name)
            told = f"“{name}” is yours to change"
            self._make(f"Copying {listed.name}", own.copy_template, copied, told, rename=True)

    def duplicate_as_word(self) -> None:
        """Make the tagged Word document of a built-in template one's own."""
        listed = self._view.current
        if listed is not None and has_example(listed):
            name = self._free_name(f"{listed.name} copy")
            copied = (word_example(listed.id), name)
            self._make(f"Copying {listed.name}", own.copy_template, copied, f"“{name}” is yours to restyle in Word")

    def edit(self) -> None:
        """Have the chosen template edited, if its text can be; one that was just made, as soon as it is here."""
        if not self._view.when_chosen(self._edit):
            self.said.emit("The template is being read. It opens as soon as it is here.")

    def _edit(self) -> None:
        listed = self._view.current
        if listed is not None and not listed.is_word:
            self.edit_requested.emit(listed)

    def take_in(self, path: Path | None = None) -> None:
        """Take a copy of a file into one's own templates, asking which if none is named."""
        if path is None:
            name, _ = QFileDialog.getOpenFileName(self._window, "Import a template", "", TEMPLATES)
            if not name:
                return
            path = Path(name)
        self._make(f"Importing {path.name}", own.import_template, (path,), f"Imported {path.name}")

    def hand_out(self) -> None:
        """Save a copy of the chosen template's file where it can be sent from."""
        listed = self._view.current
        if listed is None:
            return
        path = Path(listed.path)
        suggested = str(Path.home() / path.name)
        name, _ = QFileDialog.getSaveFileName(self._window, "Export the template", suggested, f"*{path.suffix}")
        if not name:
            return
        target = Path(name) if Path(name).suffix.lower() == path.suffix.lower() else Path(f"{name}{path.suffix}")
        try:
            replace_file(target, own.read_template_file(path))
            look = own.look_of(path)
            beside = target.parent / look.name if look is not None else None
            if look is not None and beside is not None and not beside.exists():
                replace_file(beside, own.read_template_file(look))
        except BrieferError as error:
            show_error(self._window, error, f"“{listed.name}” could not be exported.", pane="templates")
            return
        self.said.emit(f"Saved {target}" + (f", and beside it {look.name}, whose look it takes" if look else ""))

    def delete(self) -> None:
        """Take the chosen template off the shelf; it is kept aside, and can be put back."""
        listed = self._view.current
        if listed is None or listed.place != "mine":
            self.said.emit("Only templates of your own can be deleted.")
            return
        try:
            aside = own.put_aside(Path(listed.path))
        except BrieferError as error:
            self._fail(error, f"“{listed.name}” could not be deleted.")
            return
        self._keeper.look()
        self._did(f"Deleted “{listed.name}”", partial(self._put_back, aside))

    def _put_back(self, aside: Path) -> None:
        self._view.want(identify("mine", own.put_back(aside).name))

    def _rename(self, ident: str, name: str) -> None:
        listed = self._keeper.find(ident)
        if listed is None:
            return
        path, before = Path(listed.path), listed.name

        def done(_: None) -> None:
            self._view.want(ident)
            self._keeper.look()
            self._did(f"Renamed “{before}” to “{name}”", partial(own.rename_template, path, before))

        self._run(f"Renaming {before}", own.rename_template, (path, name), done)

    def _make(
        self,
        words: str,
        function: Callable[..., Path],
        arguments: tuple[Any, ...],
        told: str,
        *,
        rename: bool = False,
    ) -> None:
        """Make a template of one's own. It is chosen when it is here, unless another one was chosen meanwhile."""
        coming = self._view.expect()
        done = partial(self._made, coming, told, rename=rename)
        self._run(words, function, arguments, done, partial(self._view.comes_not, coming))

    def _made(self, coming: object, words: str, path: Path, *, rename: bool) -> None:
        ident = identify("mine", path.name)
        self._view.came(coming, ident, self._name_it if rename else _nothing)
        self._keeper.look()
        try:
            made = fingerprint(own.read_template_file(path))
        except BrieferError as error:
            self._fail(error, f"{words}, but its file cannot be read.")
            return
        self._did(words, partial(own.take_back, path, made))

    def _name_it(self) -> None:
        """Let the name of a template that was just begun be typed."""
        current = self._view.current
        if current is not None and can_be_renamed(current) and self._view.list.isVisible():
            self._view.list.rename_current()

    # The check

    def check(self) -> None:
        """Check the chosen template again, as its file is now."""
        listed = self._view.current
        if listed is not None:
            self._keeper.read_again(listed.id)
            self.said.emit(f"Checking “{listed.name}”")

    def step_problem(self, by: int) -> None:
        """Go to the next problem (1) or the one before (-1)."""
        self._view.details.step_problem(by)

    def fix(self, number: int) -> None:
        """Mend one thing in a template of one's own."""
        listed = self._view.current
        if listed is None or listed.place != "mine":
            return
        problem = listed.problems[number - 1]
        if problem.fix is not None:
            self._write(listed, apply_fix(listed.text, problem.fix), f"{problem.fix.label}: done")

    def fix_all(self) -> None:
        """Mend all that can be: in the template if it is one's own, else in a copy."""
        listed = self._view.current
        if listed is None or not listed.fixable:
            return
        if listed.place == "mine":
            mended = partial(self._write, listed, words=f"Fixed “{listed.name}”")
            self._run(f"Fixing {listed.name}", own.fix_all, (listed.text,), mended)
        else:
            name = self._free_name(f"{listed.name} fixed")
            told = f"The fixed copy “{name}” is in My templates"
            self._make(f"Fixing {listed.name}", own.copy_fixed, (listed.text, name), told)

    def _write(self, listed: Listed, text: str, words: str) -> None:
        path = Path(listed.path)
        before = listed.text

        def done(now: Fingerprint) -> None:
            self._keeper.look()
            self._did(words, partial(own.write_template, path, before, now))

        self._run(f"Fixing {listed.name}", own.write_template, (path, text, Fingerprint(listed.sha256)), done)

    def copy_problems(self) -> None:
        """Copy the list of problems, to be sent to whoever looks after the template."""
        if (listed := self._view.current) is not None and listed.problems:
            where = listed.name if listed.place == "built in" else listed.path
            QGuiApplication.clipboard().setText(f"{where}\n{in_lines(listed.problems)}\n")
            self.said.emit("The list of problems is on the clipboard.")

    # Use

    def use(self) -> None:
        """Let the brief at hand follow the chosen template."""
        if (listed := self._view.current) is not None:
            self._use(listed.id)

    def _use(self, ident: str) -> None:
        listed = self._keeper.find(ident)
        if listed is None or listed.template is None or listed.errors:
            self.said.emit("A template with errors cannot be used. The check on the right says what to mend.")
        else:
            self.use_requested.emit(ident)

    def choose_folder(self) -> None:
        """Ask for the folder in which the office shares its templates."""
        before = str(self._keeper.office_folder or Path.home())
        folder = QFileDialog.getExistingDirectory(self._window, "Folder of the office’s templates", before)
        if folder:
            self.folder_chosen.emit(folder)
            self.said.emit(f"The office’s templates are read from {folder}")

    def _take_hint(self, place: str) -> None:
        if place == "office":
            self.choose_folder()
        elif place == "mine":
            self.begin()

    # Taking back

    @property
    def undo_label(self) -> str:
        """What would be taken back; empty if nothing."""
        return self._steps[-1].words if self._steps else ""

    def undo(self) -> None:
        """Take back what was done to the files last."""
        if not self._steps:
            return
        step = self._steps.pop()
        settle(self._window, step.words, pane="templates")
        try:
            step.back()
        except BrieferError as error:
            self._fail(error, f"{step.words}: this could not be taken back.")
        else:
            self.said.emit(f"Taken back: {step.words}")
        self._keeper.look()
        self.changed.emit()

    def _did(self, words: str, back: Callable[[], object]) -> None:
        for step in self._steps:
            settle(self._window, step.words, pane="templates")
        self._steps.append(_Step(words, back))
        bands_of(self._window, "templates").show_band("info", words, "", [Offer("Undo", self.undo)])
        self.changed.emit()

    def show_menu(self, place: QPoint, actions: Mapping[str, QAction]) -> None:
        """What can be done with the chosen template, as a menu."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for ident in (
            "template_use",
            "template_edit",
            "template_duplicate",
            "template_word",
            "template_rename",
            "template_delete",
            "template_export",
        ):
            if ident in self.possible():
                menu.addAction(actions[ident])
        menu.popup(place)

    # How it is done

    def _run(
        self,
        words: str,
        function: Callable[..., Any],
        arguments: tuple[Any, ...],
        done: Callable[[Any], object],
        given_up: Callable[[], object] = _nothing,
    ) -> None:
        failed = f"{words}: this did not succeed."

        def fail(error: BrieferError) -> None:
            given_up()
            self._fail(error, failed)

        operation = Operation(words, function, arguments, done, fail, stopped=given_up)
        settle(self._window, failed, pane="templates")
        self._background.ask(operation)

    def _fail(self, error: BrieferError, what: str) -> None:
        show_error(self._window, error, what, pane="templates")
        self._keeper.look()

    def _free_name(self, name: str) -> str:
        names = {each.name for each in self._keeper.listed("mine")}
        tries = (name if number == 1 else f"{name} {number}" for number in range(1, len(names) + 2))
        return next(each for each in tries if each not in names)

    @property
    def _window(self) -> QWidget:
        window = self.parent()
        assert isinstance(window, QWidget)
        return window
