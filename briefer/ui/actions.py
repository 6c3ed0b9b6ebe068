"""The one table of actions: menus, tool bar and help read it; the window says what each does."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QKeySequence


class ActionRow(NamedTuple):
    """An action as people meet it. ``keys`` in Qt's portable form; ``letter`` works in the source pane alone."""

    id: str
    menu: str
    text: str
    tip: str
    keys: str = ""
    letter: str = ""
    in_bar: bool = False
    ends_group: bool = False


ACTIONS: tuple[ActionRow, ...] = (
    ActionRow("new", "&File", "&New", "Begin an empty brief", "Ctrl+N", in_bar=True),
    ActionRow("open", "&File", "&Open…", "Open a brief", "Ctrl+O", in_bar=True),
    ActionRow("save", "&File", "&Save", "Save the brief", "Ctrl+S", in_bar=True),
    ActionRow("save_as", "&File", "Save &As…", "Save the brief under another name", "Ctrl+Shift+S", ends_group=True),
    ActionRow("import", "&File", "&Import Article…", "Add an article from a file", "Ctrl+Shift+O", in_bar=True),
    ActionRow("paste", "&File", "&Paste Article", "Add the article on the clipboard", "", ends_group=True),
    ActionRow(
        "export",
        "&File",
        "&Export…",
        "Write the memo as Word, Markdown or web page",
        "Ctrl+E",
        in_bar=True,
        ends_group=True,
    ),
    ActionRow("quit", "&File", "&Quit", "Close the window", "Ctrl+Q"),
    ActionRow("undo", "&Edit", "&Undo", "Take the last change back", "Ctrl+Z", in_bar=True),
    ActionRow("redo", "&Edit", "&Redo", "Make the change again", "Ctrl+Y", in_bar=True, ends_group=True),
    ActionRow("to_source", "&View", "&Source", "Go to the source", "Alt+1"),
    ActionRow("to_notes", "&View", "&Notes", "Go to the notes", "Alt+2"),
    ActionRow("to_memo", "&View", "&Memo", "Go to the memo", "Alt+3"),
    ActionRow("preview", "&View", "Write or P&review", "Turn between writing and the pages", "Ctrl+Shift+P"),
    ActionRow(
        "plain_preview", "&View", "P&lain Preview", "The memo as one text, for screen readers", ends_group=True
    ),
    ActionRow("next_pane", "&View", "Next &Pane", "Go to the next pane", "F6"),
    ActionRow("previous_pane", "&View", "P&revious Pane", "Go to the pane before", "Shift+F6", ends_group=True),
    ActionRow("actor", "&Capture", "File as &Actor", "File the selection, or the name at the caret", letter="A"),
    ActionRow(
        "action", "&Capture", "File as A&ction", "File the selection, or the sentence at the caret", letter="X"
    ),
    ActionRow("stake", "&Capture", "File as &Stake", "File the selection, or the sentence at the caret", letter="S"),
    ActionRow("quote", "&Capture", "File as &Quote", "File the selection, or the quotation at the caret", letter="Q"),
    ActionRow(
        "add_passage",
        "&Capture",
        "Add to &Open Note",
        "Add the selection to the open note",
        "Ctrl+Shift+L",
    ),
    ActionRow(
        "cite",
        "&Capture",
        "&Cite the Open Note",
        "Cite the open note in the sentence at the caret",
        "Ctrl+L",
        ends_group=True,
    ),
    ActionRow("note_up", "&Capture", "Move Note &Up", "Move the open note up in its group", "Ctrl+Shift+Up"),
    ActionRow("note_down", "&Capture", "Move Note D&own", "Move the open note down in its group", "Ctrl+Shift+Down"),
    ActionRow("duplicate_note", "&Capture", "Duplicate &Note", "Make a copy of the open note", "Ctrl+D"),
    ActionRow("merge_actor", "&Capture", "&Merge Actor Into…", "Make one actor of the open one and another"),
    ActionRow("delete_note", "&Capture", "&Delete Note", "Delete the open note", "Ctrl+Shift+Del"),
    ActionRow("palette", "&Help", "&Commands…", "Find a command by its name", "Ctrl+K"),
    ActionRow("keys", "&Help", "&Keys", "Show all keys", "F1"),
    ActionRow("guide", "&Help", "User &Guide", "Read the user guide", "Ctrl+F1", ends_group=True),
    ActionRow("sample", "&Help", "Open the &Sample", "Open the sample brief"),
    ActionRow("about", "&Help", "&About Briefer", "Version and licence"),
)


def shown_keys(row: ActionRow) -> str:
    """The keys of an action as this system writes them; empty if it has none."""
    return row.letter or QKeySequence(row.keys).toString(QKeySequence.SequenceFormat.NativeText)
