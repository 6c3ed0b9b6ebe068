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
        "Save &as…",
        "Save the brief under another name",
        "Ctrl+Shift+S",
        icon="save-as",
    ),
    ActionRow(
        "versions",
        "&File",
        "Earlier &versions…",
        "See what the brief was at each save, and take it back",
        ends_group=True,
    ),
    ActionRow("import", "&File", "&Import article…", "Add an article from a file", "Ctrl+Shift+O", icon="import"),
    ActionRow(
        "import_annotations",
        "&File",
        "Import &web annotations…",
        "Take in passages and notes that were marked in another program",
        icon="notes",
    ),
    ActionRow(
        "paste", "&File", "&Paste article", "Add the article on the clipboard", "", ends_group=True, icon="paste"
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
        "Copy for e-&mail",
        "Copy the memo with its headings, tables and notes, to paste it into a message",
        icon="mail",
    ),
    ActionRow(
        "memo_template",
        "&File",
        "Save memo as &template…",
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
        "Paste as plain te&xt",
        "Paste into the memo without formats",
        "Ctrl+Shift+V",
        icon="paste",
    ),
    ActionRow(
        "select_all",
        "&Edit",
        "Select &all",
        "Select all words of the field or article that has the keyboard",
        "Ctrl+A",
        ends_group=True,
        of_fields=True,
    ),
    ActionRow("find", "&Edit", "&Find…", "Find words in the pane that has the keyboard", "Ctrl+F", icon="search"),
    ActionRow("find_next", "&Edit", "Find &next", "Go to the next place that was found", "F3"),
    ActionRow(
        "find_previous", "&Edit", "Find pre&vious", "Go to the place found before", "Shift+F3", ends_group=True
    ),
    ActionRow(
        "edit_article", "&Edit", "&Edit article", "Type in the article, or end it", "Ctrl+Shift+E", icon="pencil"
    ),
    ActionRow(
        "newer_text",
        "&Edit",
        "Replace article by clip&board",
        "Put the newer version on the clipboard in place of the text; notes follow their words",
        icon="swap",
    ),
    ActionRow(
        "newer_file",
        "&Edit",
        "Replace article by f&ile…",
        "Put the newer version in a file in place of the text; notes follow their words",
    ),
    ActionRow(
        "newer_changes",
        "&Edit",
        "C&hanges in newer version",
        "See the words that went and came when the article was replaced",
    ),
    ActionRow("source_details", "&Edit", "Article &details", "Edit outlet, byline, date and link"),
    ActionRow("cleaning", "&Edit", "Show c&leaning", "See what cleaning changed, and switch it", icon="clean"),
    ActionRow("needs_you", "&Edit", "Passa&ges that need you", "Find places for words that are gone", icon="unlink"),
    ActionRow("remove_source", "&Edit", "Re&move article", "Take the article out of the brief", icon="trash"),
    ActionRow(
        "copy_cited",
        "&Edit",
        "Copy &with citation",
        "Copy the selection, the passage at the caret, or the chosen note, with its source",
        "Ctrl+Shift+C",
        icon="copy",
    ),
    ActionRow("to_brief", "&View", "&Brief", "Work on the brief", "Ctrl+1", icon="article"),
    ActionRow(
        "to_templates",
        "&View",
        "Sho&w templates",
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
        "plain_preview", "&View", "P&lain preview", "The memo as one text, for screen readers", ends_group=True
    ),
    ActionRow("memo_only", "&View", "Memo &only", "Give the whole window to the memo", "F9", icon="pane-right"),
    ActionRow("all_panes", "&View", "&All panes", "Show source, notes and memo", "Shift+F9", icon="panes"),
    ActionRow("next_source", "&View", "Ne&xt article", "Go to the next tab", "Ctrl+PgDown"),
    ActionRow("previous_source", "&View", "Pr&evious article", "Go to the tab before", "Ctrl+PgUp"),
    ActionRow("source_left", "&View", "Move tab to t&he left", "Put the article one place before", "Ctrl+Shift+PgUp"),
    ActionRow(
        "source_right",
        "&View",
        "Move tab to the ri&ght",
        "Put the article one place behind",
        "Ctrl+Shift+PgDown",
        ends_group=True,
    ),
    ActionRow("next_pane", "&View", "Next &pane", "Go to the next pane", "F6"),
    ActionRow("previous_pane", "&View", "Pre&vious pane", "Go to the pane before", "Shift+F6", ends_group=True),
    ActionRow("zoom_in", "&View", "Zoom &in", "Show source or preview larger", "Ctrl++", icon="add"),
    ActionRow("zoom_out", "&View", "Zoom o&ut", "Show source or preview smaller", "Ctrl+-", icon="minus"),
    ActionRow(
        "zoom_back", "&View", "A&ctual size", "Show source or preview in its own size", "Ctrl+0", ends_group=True
    ),
    ActionRow(
        "serif",
        "&View",
        "Seri&f letters",
        "Show articles in letters with serifs, or in those of the window",
        ends_group=True,
    ),
    ActionRow("actor", "&Capture", "File as &actor", "File the selection, or the name at the caret", letter="A"),
    ActionRow(
        "action", "&Capture", "File as a&ction", "File the selection, or the sentence at the caret", letter="X"
    ),
    ActionRow("stake", "&Capture", "File as &stake", "File the selection, or the sentence at the caret", letter="S"),
    ActionRow(
        "quote",
        "&Capture",
        "File as &quote",
        "File the selection, or the quotation at the caret or next after it",
        letter="Q",
    ),
    ActionRow(
        "add_to_note",
        "&Capture",
        "Add &to note…",
        "Add the selection, or the sentence at the caret, to a note that is there",
        letter="L",
        icon="link",
    ),
    ActionRow(
        "add_passage",
        "&Capture",
        "Add to &open note",
        "Add the selection to the open note",
        "Ctrl+Shift+L",
        icon="link",
    ),
    ActionRow(
        "cite",
        "&Capture",
        "C&ite the open note",
        "Cite the open note, or the words selected in the source, in the sentence at the caret",
        "Ctrl+L",
        icon="cite",
    ),
    ActionRow(
        "find_passage",
        "&Capture",
        "&Find a passage…",
        "Find the passage that supports the sentence of the memo at the caret",
        "Ctrl+J",
        ends_group=True,
        icon="search",
    ),
    ActionRow(
        "new_note", "&Capture", "Ne&w note", "Make an empty note in the current group", "Ctrl+Shift+N", icon="add"
    ),
    ActionRow("edit_note", "&Capture", "&Edit note", "Open the chosen note at its first field", "F2", icon="pencil"),
    ActionRow("copy_note", "&Capture", "Cop&y note", "Copy the chosen note with its words and citation", icon="copy"),
    ActionRow(
        "note_up",
        "&Capture",
        "Move note &up",
        "Move the chosen note up in its group",
        "Ctrl+Shift+Up",
        icon="arrow-up",
    ),
    ActionRow(
        "note_down",
        "&Capture",
        "Mo&ve note down",
        "Move the chosen note down in its group",
        "Ctrl+Shift+Down",
        icon="arrow-down",
    ),
    ActionRow(
        "duplicate_note", "&Capture", "Duplicate &note", "Make a copy of the chosen note", "Ctrl+D", icon="duplicate"
    ),
    ActionRow(
        "merge_actor", "&Capture", "&Merge actor into…", "Make one actor of the chosen one and another", icon="merge"
    ),
    ActionRow(
        "delete_note",
        "&Capture",
        "&Delete note",
        "Delete the chosen note",
        "Ctrl+Shift+Del",
        ends_group=True,
        icon="trash",
    ),
    ActionRow(
        "reading_keys",
        "&Capture",
        "&Reading-mode keys",
        "Let A X S Q, L and the full stop act on the article, or let them rest",
    ),
    *REVIEW,
    ActionRow("bold", "&Memo", "&Bold", "Make the selection, or the word at the caret, bold", "Ctrl+B", icon="bold"),
    ActionRow(
        "italic", "&Memo", "&Italic", "Make the selection, or the word at the caret, italic", "Ctrl+I", icon="italic"
    ),
    ActionRow("bullets", "&Memo", "Bullet &list", "Make the selected lines items of a list", icon="list"),
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
        "portion_mark", "&Memo", "Portion &mark…", "Choose how the part that you are in is marked", ends_group=True
    ),
    ActionRow("next_section", "&Memo", "&Next section", "Go to the next section of the memo", "Ctrl+Return"),
    ActionRow("previous_section", "&Memo", "&Previous section", "Go to the section before", "Ctrl+Shift+Return"),
    *TEMPLATES,
    ActionRow("next_check", "&Tools", "&Next check", "Go to what the next check found", "F8", icon="warn"),
    ActionRow("previous_check", "&Tools", "&Previous check", "Go to what the check before found", "Shift+F8"),
    ActionRow("list_checks", "&Tools", "&All checks…", "List what the checks found"),
    ActionRow(
        "checks_here",
        "&Tools",
        "Checks &here",
        "List what the checks found about the chosen note, or the part that you are in",
        "F7",
    ),
    ActionRow("fix_check", "&Tools", "&Fix this check", "Do what the check at hand proposes", "Ctrl+F8"),
    ActionRow(
        "leave_check",
        "&Tools",
        "&Leave this check…",
        "Leave what the check found as it is, and keep the reason in the brief",
        "Ctrl+Shift+F8",
        ends_group=True,
    ),
    ActionRow(
        "office_details",
        "&Tools",
        "&Office details…",
        "Say what your office writes at the head of each memo: From, marking, reference and contact",
    ),
    ActionRow("palette", "&Help", "&Commands…", "Find a command by its name", "Ctrl+K", icon="commands"),
    ActionRow("keys", "&Help", "&Keys", "Show all keys", "F1", icon="keys"),
    ActionRow("guide", "&Help", "User &guide", "Read the user guide", "Ctrl+F1", ends_group=True, icon="guide"),
    ActionRow("sample", "&Help", "Open the &sample", "Open the sample brief", icon="sample"),
    ActionRow(
        "log_folder", "&Help", "Open &log folder", "Show the log, which holds no text of a brief", ends_group=True
    ),
    ActionRow("about", "&Help", "&About Briefer", "Version and licence", icon="info"),
)

BAR: tuple[tuple[str, ...], ...] = (("new", "open", "save"), ("undo", "redo"), ("import", "review"))
"""The actions in the tool bar, by groups."""


def shown_keys(row: ActionRow) -> str:
    """The keys of an action as this system writes them; empty if it has none."""
    return row.letter or QKeySequence(row.keys).toString(QKeySequence.SequenceFormat.NativeText)
