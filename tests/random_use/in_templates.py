"""What a person does with templates: in the list, and in the editor of one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from briefer.ui.template_editor.view import TemplateEditor
from briefer.ui.templates.mode import TemplatesMode
from random_use.person import CTRL, Deed, Person
from random_use.words import FOUND, ODD, TEMPLATES, TEMPLATES_TYPED

MOST_OF_MINE = 4
_LIST = (
    "template_duplicate",
    "template_word",
    "template_rename",
    "template_delete",
    "template_check",
    "template_fix",
)
_BEGIN = ("template_new", "template_import", "template_folder", "template_export")
_EDITOR = ("undo", "redo", "find", "find_next", "next_check", "previous_check", "template_check", "template_insert")


class InTemplates:
    """Looks through the templates, makes some, changes them, takes that back, and goes back to the brief."""

    def __init__(self, person: Person) -> None:
        self.person, self.chance, self.window = person, person.chance, person.window

    def deeds(self) -> list[tuple[int, Deed]]:
        return [
            (2, self.turn), (2, self.choose_template), (1, self.search), (2, self.list_command), (1, self.rename), (1, self.use),
            (1, self.take_back), (1, self.from_outside), (3, self.type_in_template), (2, self.editor_command), (1, self.field),
            (1, self.mend), (1, self.leave_editor),
        ]  # fmt: skip

    @property
    def mode(self) -> TemplatesMode | None:
        """The templates, if they are shown; half the time they are turned to for that."""
        modes = self.window.modes
        if not modes.shows_templates:
            if self.chance.random() < 0.7:
                return None
            self.person.press(Qt.Key.Key_3, CTRL)
        return modes.templates if modes.shows_templates else None

    @property
    def list_shown(self) -> TemplatesMode | None:
        mode = self.mode
        return mode if mode is not None and not mode.edits else None

    def editor(self) -> TemplateEditor | None:
        """The editor, which is opened if the list is shown."""
        mode = self.mode
        if mode is not None and not mode.edits:
            self.choose_in(mode)
            self.do("template_edit")
            QApplication.processEvents()
        return mode.editing.view if mode is not None and mode.edits else None

    def do(self, name: str) -> None:
        """Run an action, as its menu does."""
        self.person.log[-1] += f":{name}"
        self.window.actions_by_id[name].trigger()

    def turn(self) -> None:
        self.person.press(self.chance.choice((Qt.Key.Key_3, Qt.Key.Key_3, Qt.Key.Key_1)), CTRL)

    def choose_in(self, mode: TemplatesMode) -> None:
        rows, view = mode.view.list.rows, mode.view.list
        groups = rows.groups()
        below = [rows.index(row, 0, group) for group in groups for row in range(rows.rowCount(group))]
        if not view.is_editing and (index := self.person.some([*below, *below, *groups])):
            view.setCurrentIndex(index)

    def choose_template(self) -> None:
        if mode := self.list_shown:
            if self.chance.random() < 0.4:
                self.choose_in(mode)
            elif self.chance.random() < 0.5:
                self.person.click_in(mode.view.list.viewport())
            else:
                mode.view.list.setFocus()
                self.person.key()

    def search(self) -> None:
        if self.list_shown:
            self.do("find")
            self.person.type(self.chance.choice(("", "a", "memo", "zzz", "copy")))
            keys = (Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Backspace)
            self.person.press(self.chance.choice(keys))

    def list_command(self) -> None:
        mode = self.list_shown
        if mode is None:
            return
        self.choose_in(mode)
        few = len(self.window.modes.keeper.listed("mine")) < MOST_OF_MINE
        names = [name for name in (*_LIST, *_BEGIN) if name in mode.possible()]
        makes = ("template_duplicate", "template_word", "template_new", "template_import")
        if name := self.person.some([name for name in names if few or name not in makes]):
            self.do(name)

    def rename(self) -> None:
        """F2, and another name, which is taken or given up."""
        if mode := self.list_shown:
            mine = self.window.modes.keeper.listed("mine")
            if (listed := self.person.some(mine)) and not mode.view.list.is_editing:
                mode.view.list.choose(listed.id)
                self.do("template_rename")
            if mode.view.list.is_editing:
                self.person.type(
                    self.chance.choice(("Weekly", "", "a: b", "{{ x }}", "Größe “x” 😀", "../up", "x" * 60))
                )
                self.person.press(self.chance.choice((Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Escape)))

    def use(self) -> None:
        if mode := self.list_shown:
            self.choose_in(mode)
            if "template_use" in mode.possible() and self.chance.random() < 0.5:
                self.do("template_use")

    def take_back(self) -> None:
        if self.mode:
            for _ in range(self.chance.choice((1, 1, 3))):
                self.person.press(Qt.Key.Key_Z, CTRL)

    def from_outside(self) -> None:
        """Another program puts a template beside one's own, or changes or deletes one of them."""
        from briefer.templates.shelf import mine

        folder = mine()
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / self.chance.choice(("other.md", "another.md"))
        if path.exists() and self.chance.random() < 0.3:
            path.unlink()
        else:
            path.write_text(self.chance.choice(TEMPLATES), "utf-8")
        for each in (*sorted(Path(folder).glob("*.md")),):
            if self.chance.random() < 0.1:
                each.write_text(self.chance.choice(TEMPLATES), "utf-8")
        if "keeper" in self.window.modes.__dict__:
            self.window.modes.keeper.look()

    # The editor

    def type_in_template(self) -> None:
        if editor := self.editor():
            text = editor.text
            text.setFocus()
            at = sorted(self.chance.randint(0, len(text.text())) for _ in range(2))
            text.setTextCursor(text.cursor_at(at[0], at[1] if self.chance.random() < 0.3 else at[0]))
            for _ in range(self.chance.randint(1, 4)):
                match self.chance.choice(("key", "letters", "tag", "paste", "compose")):
                    case "key":
                        self.person.key()
                    case "letters":
                        self.person.letters()
                    case "tag":
                        self.person.type(self.chance.choice(TEMPLATES_TYPED))
                    case "paste":
                        QGuiApplication.clipboard().setText(self.chance.choice((*ODD, *TEMPLATES)))
                        self.person.press(Qt.Key.Key_V, CTRL)
                    case "compose":
                        self.person.compose(text)

    def editor_command(self) -> None:
        if self.editor():
            name = self.chance.choice((*_EDITOR, *_EDITOR, "save", "save", "save_as"))
            self.do(name)
            if name == "find":
                self.person.type(self.chance.choice((*FOUND, "header", "{")))
                self.person.press(self.chance.choice((Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab)))

    def field(self) -> None:
        """Choose what is put in."""
        if editor := self.editor():
            editor.picker.take_focus()
            self.person.type(self.chance.choice(("", "", "header", "actor", "a", "zzz")))
            for _ in range(self.chance.randint(0, 3)):
                self.person.press(self.chance.choice((Qt.Key.Key_Down, Qt.Key.Key_Up)))
            self.person.press(self.chance.choice((Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Escape)))

    def mend(self) -> None:
        """A button of the problems or of the result, or in a message over the text."""
        if editor := self.editor():
            self._click_some(editor.problems, editor.result, editor.bands, editor.find_bar)

    def leave_editor(self) -> None:
        mode = self.mode
        if mode is not None and mode.edits:
            self.do("template_close")
            if mode.edits and self.chance.random() < 0.7:
                self._click_some(mode.editing.view.bands)

    def _click_some(self, *parts: QWidget) -> None:
        buttons = [each for part in parts for each in part.findChildren(QAbstractButton)]
        if button := self.person.some([each for each in buttons if each.isVisible() and each.isEnabled()]):
            self.person.log[-1] += f":{button.text()}"
            button.click()
