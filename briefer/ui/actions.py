"""The one table of actions: menus, tool bar and help read it; the window says what each does."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

from briefer.ui.action_row import ActionRow
from briefer.ui.suggestions.actions import REVIEW
from briefer.ui.templates.actions import TEMPLATES

__all__ = ["ACTIONS", "BAR", "ActionRow", "shown_keys"]

ACTIONS: tuple[ActionRow, ...] = (
    ActionRow("new", "&File", "&New", "Begin an empty brief", "Ctrl+N", icon="new"),
    ActionRow("open", "&File", "&Open…", "Open a brief", "Ctrl+O", icon="open"),
    ActionRow("save", "&File", "&Save", "Save the brief", "Ctrl+S", icon="save"),
    ActionRow(
        "save_as",
        "&File",
        "Save &As…",
        "Save the brief under another name",
        "Ctrl+Shift+S",
        icon="save-as",
    ),
    ActionRow(
        "versions",
        "&File",
        "Earlier &Versions…",
        "See what the brief was at each save, and take it back",
        ends_group=True,
    ),
    ActionRow("import", "&File", "&Import Article…", "Add an article from a file", "Ctrl+Shift+O", icon="import"),
    ActionRow(
        "import_annotations",
        "&File",
        "Import &Web Annotations…",
        "Take in passages and notes that were marked in another program",
        icon="notes",
    ),
    ActionRow(
        "paste", "&File", "&Paste Article", "Add the article on the clipboard", "", ends_group=True, icon="paste"
    ),
    ActionRow(
        "export",
        "&File",
        "&Export…",
        "Write the memo as Word, PDF, Markdown or web page, or the notes as a table",
        "Ctrl+E",
        icon="export",
    ),
    ActionRow(
        "copy_email",
        "&File",
        "Copy for E-&mail",
        "Copy the memo with its headings, tables and notes, to paste it into a message",
        icon="mail",
    ),
    ActionRow(
        "memo_template",
        "&File",
        "Save Memo as &Template…",
        "Make a template of this memo: its values and texts turn back into fields",
        icon="template",
    ),
    ActionRow("print", "&File", "P&rint…", "Print the memo’s pages", "Ctrl+P", ends_group=True, icon="print"),
    ActionRow("quit", "&File", "&Quit", "Close the window", "Ctrl+Q", icon="quit"),
    ActionRow("undo", "&Edit", "&Undo", "Take the last change back", "Ctrl+Z", icon="undo"),
    ActionRow("redo", "&Edit", "&Redo", "Make the change again", "Ctrl+Y", ends_group=True, icon="redo"),
    ActionRow("cut", "&Edit", "Cu&t", "Move the selected words to the clipboard", "Ctrl+X", of_fields=True),
    ActionRow(
        "copy", "&Edit", "&Copy", "Copy the selected words, or the chosen note", "Ctrl+C", icon="copy", of_fields=True
    ),
    ActionRow(
        "paste_here",
        "&Edit",
        "&Paste",
        "Paste into the field that has the keyboard; in the source, as a new article",
        "Ctrl+V",
        icon="paste",
        of_fields=True,
    ),
    ActionRow(
        "paste_plain",
        "&Edit",
        "Paste as Plain Te&xt",
        "Paste into the memo without formats",
        "Ctrl+Shift+V",
        icon="paste",
    ),
    ActionRow(
        "select_all",
        "&Edit",
        "Select &All",
        "Select all words of the field or article that has the keyboard",
        "Ctrl+A",
        ends_group=True,
        of_fields=True,
    ),
    ActionRow("find", "&Edit", "&Find…", "Find words in the pane that has the keyboard", "Ctrl+F", icon="search"),
    ActionRow("find_next", "&Edit", "Find &Next", "Go to the next place that was found", "F3"),
    ActionRow(
        "find_previous", "&Edit", "Find Pre&vious", "Go to the place found before", "Shift+F3", ends_group=True
    ),
    ActionRow(
        "edit_article", "&Edit", "&Edit Article", "Type in the article, or end it", "Ctrl+Shift+E", icon="pencil"
    ),
    ActionRow(
        "newer_text",
        "&Edit",
        "Replace Article by Clip&board",
        "Put the newer version on the clipboard in place of the text; notes follow their words",
        icon="swap",
    ),
    ActionRow(
        "newer_file",
        "&Edit",
        "Replace Article by F&ile…",
        "Put the newer version in a file in place of the text; notes follow their words",
    ),
    ActionRow(
        "newer_changes",
        "&Edit",
        "C&hanges in Newer Version",
        "See the words that went and came when the article was replaced",
    ),
    ActionRow("source_details", "&Edit", "Article &Details", "Edit outlet, byline, date and link"),
    ActionRow("cleaning", "&Edit", "Show C&leaning", "See what cleaning changed, and switch it", icon="clean"),
    ActionRow("needs_you", "&Edit", "Passa&ges That Need You", "Find places for words that are gone", icon="unlink"),
    ActionRow("remove_source", "&Edit", "Re&move Article", "Take the article out of the brief", icon="trash"),
    ActionRow(
        "copy_cited",
        "&Edit",
        "Copy &with Citation",
        "Copy the selection, the passage at the caret, or the chosen note, with its source",
        "Ctrl+Shift+C",
        icon="copy",
    ),
    ActionRow("to_brief", "&View", "&Brief", "Work on the brief", "Ctrl+1", icon="article"),
    ActionRow(
        "to_templates",
        "&View",
        "Sho&w Templates",
        "See the templates, and change your own",
        "Ctrl+3",
        ends_group=True,
        icon="template",
    ),
    ActionRow("to_source", "&View", "&Source", "Go to the source", "Alt+1"),
    ActionRow("to_notes", "&View", "&Notes", "Go to the notes", "Alt+2"),
    ActionRow("to_memo", "&View", "&Memo", "Go to the memo", "Alt+3"),
    ActionRow(
        "preview", "&View", "Write or P&review", "Turn between writing and the pages", "Ctrl+Shift+P", icon="preview"
    ),
    ActionRow(
        "plain_preview", "&View", "P&lain Preview", "The memo as one text, for screen readers", ends_group=True
    ),
    ActionRow("memo_only", "&View", "Memo &Only", "Give the whole window to the memo", "F9", icon="pane-right"),
    ActionRow("all_panes", "&View", "&All Panes", "Show source, notes and memo", "Shift+F9", icon="panes"),
    ActionRow("next_source", "&View", "Ne&xt Article", "Go to the next tab", "Ctrl+PgDown"),
    ActionRow("previous_source", "&View", "Pr&evious Article", "Go to the tab before", "Ctrl+PgUp"),
    ActionRow("source_left", "&View", "Move Tab to t&he Left", "Put the article one place before", "Ctrl+Shift+PgUp"),
    ActionRow(
        "source_right",
        "&View",
        "Move Tab to the Ri&ght",
        "Put the article one place behind",
        "Ctrl+Shift+PgDown",
        ends_group=True,
    ),
    ActionRow("next_pane", "&View", "Next &Pane", "Go to the next pane", "F6"),
    ActionRow("previous_pane", "&View", "Pre&vious Pane", "Go to the pane before", "Shift+F6", ends_group=True),
    ActionRow("zoom_in", "&View", "Zoom &In", "Show source or preview larger", "Ctrl++", icon="add"),
    ActionRow("zoom_out", "&View", "Zoom O&ut", "Show source or preview smaller", "Ctrl+-", icon="minus"),
    ActionRow(
        "zoom_back", "&View", "A&ctual Size", "Show source or preview in its own size", "Ctrl+0", ends_group=True
    ),
    ActionRow(
        "serif",
        "&View",
        "Seri&f Letters",
        "Show articles in letters with serifs, or in those of the window",
        ends_group=True,
    ),
    ActionRow("actor", "&Capture", "File as &Actor", "File the selection, or the name at the caret", letter="A"),
    ActionRow(
        "action", "&Capture", "File as A&ction", "File the selection, or the sentence at the caret", letter="X"
    ),
    ActionRow("stake", "&Capture", "File as &Stake", "File the selection, or the sentence at the caret", letter="S"),
    ActionRow(
        "quote",
        "&Capture",
        "File as &Quote",
        "File the selection, or the quotation at the caret or next after it",
        letter="Q",
    ),
    ActionRow(
        "add_to_note",
        "&Capture",
        "Add &to Note…",
        "Add the selection, or the sentence at the caret, to a note that is there",
        letter="L",
        icon="link",
    ),
    ActionRow(
        "add_passage",
        "&Capture",
        "Add to &Open Note",
        "Add the selection to the open note",
        "Ctrl+Shift+L",
        icon="link",
    ),
    ActionRow(
        "cite",
        "&Capture",
        "C&ite the Open Note",
        "Cite the open note, or the words selected in the source, in the sentence at the caret",
        "Ctrl+L",
        icon="cite",
    ),
    ActionRow(
        "find_passage",
        "&Capture",
        "&Find a Passage…",
        "Find the passage that supports the sentence of the memo at the caret",
        "Ctrl+J",
        ends_group=True,
        icon="search",
    ),
    ActionRow(
        "new_note", "&Capture", "Ne&w Note", "Make an empty note in the current group", "Ctrl+Shift+N", icon="add"
    ),
    ActionRow("edit_note", "&Capture", "&Edit Note", "Open the chosen note at its first field", "F2", icon="pencil"),
    ActionRow("copy_note", "&Capture", "Cop&y Note", "Copy the chosen note with its words and citation", icon="copy"),
    ActionRow(
        "note_up",
        "&Capture",
        "Move Note &Up",
        "Move the chosen note up in its group",
        "Ctrl+Shift+Up",
        icon="arrow-up",
    ),
    ActionRow(
        "note_down",
        "&Capture",
        "Mo&ve Note Down",
        "Move the chosen note down in its group",
        "Ctrl+Shift+Down",
        icon="arrow-down",
    ),
    ActionRow(
        "duplicate_note", "&Capture", "Duplicate &Note", "Make a copy of the chosen note", "Ctrl+D", icon="duplicate"
    ),
    ActionRow(
        "merge_actor", "&Capture", "&Merge Actor Into…", "Make one actor of the chosen one and another", icon="merge"
    ),
    ActionRow(
        "delete_note",
        "&Capture",
        "&Delete Note",
        "Delete the chosen note",
        "Ctrl+Shift+Del",
        ends_group=True,
        icon="trash",
    ),
    ActionRow(
        "reading_keys",
        "&Capture",
        "&Reading-Mode Keys",
        "Let A X S Q, L and the full stop act on the article, or let them rest",
    ),
    *REVIEW,
    ActionRow("bold", "&Memo", "&Bold", "Make the selection, or the word at the caret, bold", "Ctrl+B", icon="bold"),
    ActionRow(
        "italic", "&Memo", "&Italic", "Make the selection, or the word at the caret, italic", "Ctrl+I", icon="italic"
    ),
    ActionRow("bullets", "&Memo", "Bullet &List", "Make the selected lines items of a list", icon="list"),
    ActionRow(
        "link",
        "&Memo",
        "Lin&k…",
        "Let the selected words lead to an address",
        "Ctrl+Shift+K",
        ends_group=True,
        icon="link",
    ),
    ActionRow(
        "portion_mark", "&Memo", "Portion &Mark…", "Choose how the part that you are in is marked", ends_group=True
    ),
    ActionRow("next_section", "&Memo", "&Next Section", "Go to the next section of the memo", "Ctrl+Return"),
    ActionRow("previous_section", "&Memo", "&Previous Section", "Go to the section before", "Ctrl+Shift+Return"),
    *TEMPLATES,
    ActionRow("next_check", "&Tools", "&Next Check", "Go to what the next check found", "F8", icon="warn"),
    ActionRow("previous_check", "&Tools", "&Previous Check", "Go to what the check before found", "Shift+F8"),
    ActionRow("list_checks", "&Tools", "&All Checks…", "List what the checks found"),
    ActionRow(
        "checks_here",
        "&Tools",
        "Checks &Here",
        "List what the checks found about the chosen note, or the part that you are in",
        "F7",
    ),
    ActionRow("fix_check", "&Tools", "&Fix This Check", "Do what the check at hand proposes", "Ctrl+F8"),
    ActionRow(
        "leave_check",
        "&Tools",
        "&Leave This Check…",
        "Leave what the check found as it is, and keep the reason in the brief",
        "Ctrl+Shift+F8",
        ends_group=True,
    ),
    ActionRow(
        "office_details",
        "&Tools",
        "&Office Details…",
        "Say what your office writes at the head of each memo: From, marking, reference and contact",
    ),
    ActionRow("palette", "&Help", "&Commands…", "Find a command by its name", "Ctrl+K", icon="commands"),
    ActionRow("keys", "&Help", "&Keys", "Show all keys", "F1", icon="keys"),
    ActionRow("guide", "&Help", "User &Guide", "Read the user guide", "Ctrl+F1", ends_group=True, icon="guide"),
    ActionRow("sample", "&Help", "Open the &Sample", "Open the sample brief", icon="sample"),
    ActionRow(
        "log_folder", "&Help", "Open &Log Folder", "Show the log, which holds no text of a brief", ends_group=True
    ),
    ActionRow("about", "&Help", "&About Briefer", "Version and licence", icon="info"),
)

BAR: tuple[tuple[str, ...], ...] = (("new", "open", "save"), ("undo", "redo"), ("import", "review"))
"""The actions in the tool bar, by groups."""


def shown_keys(row: ActionRow) -> str:
    """The keys of an action as this system writes them; empty if it has none."""
    return row.letter or QKeySequence(row.keys).toString(QKeySequence.SequenceFormat.NativeText)
