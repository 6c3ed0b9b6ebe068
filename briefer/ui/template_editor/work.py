"""What a person does in the template editor: type, put fields in, mend, save, and close it without losing a word."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QInputDialog, QLineEdit, QWidget

from briefer.catalogue import Listed
from briefer.errors import BrieferError, ChangedElsewhereError
from briefer.files import Fingerprint
from briefer.model.brief import Brief
from briefer.store import stamps
from briefer.store.later import Later
from briefer.store.recovery import Claim, Copy, Kept, kept_bytes
from briefer.templates import own
from briefer.templates.front_edit import HeadEdit, SetItem, SetKey, edited_head
from briefer.templates.picks import Pick, insertion, takes_filter
from briefer.templates.shelf import identify
from briefer.ui.background import Background, Operation
from briefer.ui.band import Offer
from briefer.ui.messages import ask_unsaved, bands_of, sentence, settle, show_error
from briefer.ui.recovery.autosave import Autosave, Typed, path_in_words
from briefer.ui.session import Session
from briefer.ui.template_editor.showing import Showing
from briefer.ui.template_editor.status import EditorStatus
from briefer.ui.template_editor.view import TemplateEditor
from briefer.ui.templates.keeper import TemplateKeeper

_PANE = "template-editor"
_NOT_SAVED = "The template was not saved. Your work is still in this window."
_CHANGED = "Another program has changed this template."
_NOT_KEPT = "What you type cannot be kept against a crash."
_UNSAVED = "The changes are not saved."


class Opened(NamedTuple):
    """A template that is edited: its file, what was read from it or written to it last, and that as bytes told it."""

    path: Path
    name: str
    saved: str
    fingerprint: Fingerprint


class EditorWork(QObject):
    """Does in the editor what the actions and its parts ask for; one template at a time.

    ``opened`` and ``closed`` tell that the editor should be shown and hidden, ``said`` carries a line for the status
    bar, ``changed`` tells that other actions make sense now.
    """

    opened = Signal()
    closed = Signal()
    said = Signal(str)
    changed = Signal()

    def __init__(
        self,
        view: TemplateEditor,
        status: EditorStatus,
        keeper: TemplateKeeper,
        sample: Brief,
        session: Session,
        background: Background,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._view, self._status, self._keeper = view, status, keeper
        self._background = background
        self._opened: Opened | None = None
        self._known: set[str] = set()
        self._formed: tuple[object, int] = (None, -1)
        self._showing = Showing(view, status, sample, session, self)
        self._showing.said.connect(self.said)
        self._showing.work_requested.connect(background.ask)
        self.autosave = Autosave(Later(), self)
        self.autosave.failed.connect(self._tell_not_kept)
        self.autosave.kept.connect(self._settle_not_kept)
        self._claim: Claim | None = None
        self._connect(view)
        keeper.changed.connect(self._look_for_changes)

    def _connect(self, view: TemplateEditor) -> None:
        view.text.edited.connect(self._edited)
        view.text.moved.connect(self._moved)
        view.text.undoAvailable.connect(lambda _: self.changed.emit())
        view.text.redoAvailable.connect(lambda _: self.changed.emit())
        view.picker.picked.connect(self.insert)
        view.picker.left.connect(view.take_focus)
        view.form.changed.connect(self._change_head)

    def commands(self) -> dict[str, Callable[[], object]]:
        """What the actions do while a template is edited, by the ids of the table of actions."""
        view = self._view
        return {
            "save": self.save,
            "save_as": self.save_as,
            "undo": view.text.undo,
            "redo": view.text.redo,
            "find": view.open_find,
            "find_next": lambda: view.find_step(1),
            "find_previous": lambda: view.find_step(-1),
            "next_check": lambda: self._showing.step(1),
            "previous_check": lambda: self._showing.step(-1),
            "template_check": self._showing.check,
            "template_insert": view.picker.take_focus,
            "template_close": self.close,
            "zoom_in": lambda: view.result.zoom(1),
            "zoom_out": lambda: view.result.zoom(-1),
            "zoom_back": lambda: view.result.zoom(0),
            "next_pane": lambda: view.step(1),
            "previous_pane": lambda: view.step(-1),
        }

    def possible(self) -> set[str]:
        """The ids of the actions that make sense now."""
        document = self._view.text.document()
        without = {"undo"} if not document.isUndoAvailable() else set()
        return self.commands().keys() - without - (set() if document.isRedoAvailable() else {"redo"})

    # Open and close

    @property
    def is_open(self) -> bool:
        """Whether a template is edited."""
        return self._opened is not None

    @property
    def is_saved(self) -> bool:
        """Whether all that was typed is in the file."""
        return self._opened is None or self._view.text.text() == self._opened.saved

    def open(self, listed: Listed) -> None:
        """Edit a Markdown template of one's own; of another, a copy among one's own."""
        path = Path(listed.path)
        if listed.place == "mine":
            self._open_file(path)
            return
        names = {each.name for each in self._keeper.listed("mine")}
        name = next(each for each in _names(f"{listed.name} copy") if each not in names)
        self._run(f"Copying {listed.name}", own.copy_template, (path, name), self._open_copy)

    def close(self) -> None:
        """Close the editor; if something is not saved, ask first what is to become of it."""
        if self.is_saved:
            self._leave()
            return
        offers = [Offer("Save and close", self._save_and_close), Offer("Close without saving", self._leave)]
        more = "If you close without saving, they are lost."
        bands_of(self._view, _PANE).show_band("warn", _UNSAVED, more, offers).take_focus()

    def recover(self, copy: Copy, claim: Claim) -> None:
        """Go on with the text of a template that a crash left, over its file as it is; without that, as a new one."""
        path = Path(copy.kept.path)

        def begin(path: Path, saved: str, now: Fingerprint, text: str) -> None:
            if not self.is_saved:
                claim.release()
                self.said.emit(f"{copy.kept.name} was not opened: what you typed here is not saved yet.")
                return
            self._claim = claim
            self._begin(path, saved, now)
            self._view.text.take_text(text)
            self.autosave.keep()
            self.said.emit("This is the text that was kept; save it to put it into the template.")

        try:
            text = kept_bytes(copy).decode("utf-8", "replace")
            try:
                begin(path, *own.open_text(path), text)
            except BrieferError:
                made, saved, now = own.keep_text(text, copy.kept.name)
                begin(made, saved, now, saved)
                claim.remove()
        except BrieferError as error:
            claim.release()
            show_error(self._window, error, "The text that was kept cannot be opened. It stays where it is.")

    def _tell_not_kept(self, error: BrieferError) -> None:
        show_error(self._view, error, _NOT_KEPT, pane=_PANE, offers=[Offer("Save", self.save)])

    def _settle_not_kept(self) -> None:
        settle(self._view, _NOT_KEPT, pane=_PANE)

    def typed(self) -> Typed | None:
        """What is to be kept against a crash."""
        if self._opened is None or self.is_saved:
            return None
        opened, text = self._opened, self._view.text.text()
        path = path_in_words(opened.path)
        return Typed(Kept("template", opened.name, stamps.now(), path, opened.fingerprint.sha256), text.encode)

    def may_leave(self) -> bool:
        """Whether the window may go: all is saved, or the user saved it now or does not want it."""
        if self._opened is None or self.is_saved:
            return True
        answer = ask_unsaved(self._window, self._opened.name)
        return answer == "discard" or (answer == "save" and self.save())

    def _open_copy(self, path: Path) -> None:
        self._keeper.look()
        self._open_file(path)
        self.said.emit("This is a copy in My templates; the other one stays as it is.")

    def _open_file(self, path: Path) -> None:
        def opened(read: tuple[str, Fingerprint]) -> None:
            if self.is_saved:
                self._begin(path, *read)
            else:
                self.said.emit(f"{path.name} was not opened: what you typed here is not saved yet.")

        self._run(f"Opening {path.name}", own.open_text, (path,), opened)

    def _begin(self, path: Path, text: str, now: Fingerprint) -> None:
        self._opened = Opened(path, _name_in(text) or path.stem, text, now)
        self._known = {now.sha256}
        self._view.bands.clear()
        self._view.find_bar.close_bar()
        self._view.show_text()
        self._view.text.show_text(text)
        self._moved()
        self.opened.emit()
        self._showing.begin(path)
        claim, self._claim = self._claim, None
        self.autosave.begin(claim)
        self._view.take_focus()

    def _leave(self) -> None:
        self._opened = None
        self.autosave.close()
        self._showing.end()
        self._view.bands.clear()
        self.closed.emit()

    def _save_and_close(self) -> None:
        if self.save():
            self._leave()

    @property
    def ident(self) -> str:
        """The id of the template that is edited."""
        return identify("mine", self._opened.path.name) if self._opened is not None else ""

    # Save

    def save(self) -> bool:
        """Save to the template's file, unless another program has changed it; whether it is saved."""
        opened, text = self._opened, self._view.text.text()
        if opened is None:
            return True
        try:
            now = own.write_template(opened.path, text, opened.fingerprint)
        except ChangedElsewhereError:
            self._tell_changed()
            return False
        except BrieferError as error:
            offers = [Offer("Save as…", self.save_as)]
            show_error(self._view, error, _NOT_SAVED, pane=_PANE, offers=offers)
            return False
        self._saved(opened.path, text, now)
        return True

    def save_as(self) -> None:
        """Save under another name, as another template of one's own, and go on with that."""
        opened = self._opened
        if opened is None:
            return
        name, agreed = QInputDialog.getText(
            self._window, "Save as", "Name of the template", QLineEdit.EchoMode.Normal, f"{opened.name} copy"
        )
        if not agreed or not name.strip():
            return
        try:
            path, text, now = own.keep_text(self._view.text.text(), name.strip())
        except BrieferError as error:
            show_error(self._view, error, _NOT_SAVED, pane=_PANE)
            return
        self._view.text.take_text(text)
        self._saved(path, text, now)

    def _saved(self, path: Path, text: str, now: Fingerprint) -> None:
        self._opened = Opened(path, _name_in(text) or path.stem, text, now)
        self._known.add(now.sha256)
        self.autosave.want()
        for told in (_NOT_SAVED, _CHANGED, _UNSAVED):
            settle(self._view, told, pane=_PANE)
        self._keeper.look()
        self._show_name()
        self.changed.emit()
        errors = self._showing.errors
        more = f"; it cannot be used before {'its error is' if errors == 1 else f'its {errors} errors are'} mended"
        self.said.emit(f"Saved {path}{more if errors else ''}")

    # Changed outside

    def _look_for_changes(self) -> None:
        """Say so if the file holds what was never read nor written here."""
        listed = self._keeper.find(self.ident) if self._opened is not None else None
        if listed is not None and listed.sha256 and listed.sha256 not in self._known:
            self._known.add(listed.sha256)
            self._tell_changed()

    def _tell_changed(self) -> None:
        bands_of(self._view, _PANE).show_band(
            "warn",
            _CHANGED,
            "What you typed here is kept, and nothing is written until you choose.",
            [
                Offer("Reload", self._reload),
                Offer("Keep mine", self._keep_mine),
                Offer("Keep mine as copy…", self.save_as),
            ],
        )

    def _reload(self) -> None:
        """Take the other program's text, as one step that can be undone."""

        def take(text: str, now: Fingerprint) -> None:
            self._note(text, now)
            self._view.text.take_text(text)

        self._read_again(take)

    def _keep_mine(self) -> None:
        """Put what is typed here in the place of the other program's text."""

        def replace(text: str, now: Fingerprint) -> None:
            self._note(text, now)
            self.save()

        self._read_again(replace)

    def _read_again(self, done: Callable[[str, Fingerprint], object]) -> None:
        """Read the file, and do something with it if it is still edited then."""
        assert self._opened is not None
        path = self._opened.path

        def take(read: tuple[str, Fingerprint]) -> None:
            if self._opened is not None and self._opened.path == path:
                done(*read)

        self._run(f"Opening {path.name}", own.open_text, (path,), take)

    def _note(self, text: str, now: Fingerprint) -> None:
        """The file holds this now."""
        assert self._opened is not None
        self._known.add(now.sha256)
        self._opened = self._opened._replace(saved=text, fingerprint=now)

    # Type, put in

    def insert(self, pick: Pick) -> None:
        """Put a field in where the caret is, in the place of what is selected."""
        self._view.show_text()
        text = self._view.text
        cursor = text.textCursor()
        if cursor.hasSelection():
            cursor.removeSelectedText()
            text.setTextCursor(cursor)
        made = insertion(text.text(), text.caret, pick)
        text.put(made.at, made.at, made.words, made.caret)
        self._view.take_focus()

    def _change_head(self, edit: HeadEdit) -> None:
        """Change the head as its form asks; what is typed into one field of it is one step."""
        text = self._view.text
        try:
            changed = edited_head(text.text(), edit)
        except BrieferError as error:
            self.said.emit(f"{sentence(error.message)} {sentence(error.hint)}")
            return
        if changed == text.text():
            return
        place = edit[:-1] if isinstance(edit, SetKey | SetItem) and isinstance(edit.value, str | dict) else None
        joined = place is not None and self._formed == (place, text.document().revision())
        text.take_text(changed, joined=joined)
        self._formed = place, text.document().revision()

    def _edited(self) -> None:
        self._show_name()
        self._showing.want()
        self.autosave.want()
        self.changed.emit()

    def _moved(self) -> None:
        text = self._view.text
        line, column = text.place
        self._status.show_place(line, column)
        self._view.picker.offer_filters(on=takes_filter(text.textCursor().block().text(), column - 1))

    def _show_name(self) -> None:
        if self._opened is not None:
            self._view.show_name(self._opened.name, f"My templates{'' if self.is_saved else ' · edited'}")

    # How it is done

    def _run(
        self,
        words: str,
        function: Callable[..., object],
        arguments: tuple[object, ...],
        done: Callable[..., object],
    ) -> None:
        def failed(error: BrieferError) -> None:
            pane = _PANE if self.is_open else "templates"
            show_error(self._window, error, f"{words}: this did not succeed.", pane=pane)

        self._background.ask(Operation(words, function, arguments, done, failed))

    @property
    def _window(self) -> QWidget:
        window = self.parent()
        assert isinstance(window, QWidget)
        return window


def _names(name: str) -> list[str]:
    return [name, *(f"{name} {number}" for number in range(2, 1000))]


def _name_in(text: str) -> str:
    """The name in a template's head, as it is typed; empty if there is none."""
    for line in text.split("\n", 40)[:40]:
        if line.startswith("name:"):
            return line.removeprefix("name:").strip().strip("'\"")
    return ""
