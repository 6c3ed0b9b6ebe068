"""The actions on templates, for the one table of actions."""

from __future__ import annotations

from briefer.ui.action_row import ActionRow

TEMPLATES: tuple[ActionRow, ...] = (
    ActionRow("template_new", "Temp&lates", "&New template", "Begin a template of your own", icon="new"),
    ActionRow(
        "template_duplicate",
        "Temp&lates",
        "&Duplicate template",
        "Make a copy of the chosen template that is yours to change",
        icon="duplicate",
    ),
    ActionRow(
        "template_word",
        "Temp&lates",
        "Duplicate as &Word document",
        "Make a Word document with tags of the chosen template, for you to restyle",
        icon="duplicate",
    ),
    ActionRow(
        "template_edit",
        "Temp&lates",
        "Edi&t template",
        "Change the text of the chosen template; of another’s, a copy",
        icon="markdown",
    ),
    ActionRow(
        "template_insert",
        "Temp&lates",
        "Insert fie&ld",
        "Choose a field, with its value, to put into the template",
        "Ctrl+Space",
        icon="add",
    ),
    ActionRow(
        "template_close",
        "Temp&lates",
        "Clo&se editor",
        "Go back to the list of templates",
        ends_group=True,
        icon="close",
    ),
    ActionRow(
        "template_rename",
        "Temp&lates",
        "&Rename template",
        "Type another name for the chosen template; briefs still find it",
        icon="pencil",
    ),
    ActionRow(
        "template_delete",
        "Temp&lates",
        "D&elete template",
        "Take the chosen template off the shelf; this can be undone",
        ends_group=True,
        icon="trash",
    ),
    ActionRow(
        "template_import",
        "Temp&lates",
        "&Import template…",
        "Take a copy of a file into your own templates",
        icon="import",
    ),
    ActionRow(
        "template_export",
        "Temp&lates",
        "E&xport template…",
        "Save the chosen template’s file where you can send it from",
        ends_group=True,
        icon="export",
    ),
    ActionRow(
        "template_use",
        "Temp&lates",
        "&Use for this brief",
        "Let the memo follow the chosen template; what you wrote is kept",
        icon="article",
    ),
    ActionRow(
        "template_check",
        "Temp&lates",
        "&Check template",
        "Look for problems in the chosen template again",
        icon="ok",
    ),
    ActionRow(
        "template_fix",
        "Temp&lates",
        "&Fix template",
        "Mend all problems that can be: in your own template, or in a copy of another’s",
        ends_group=True,
    ),
    ActionRow(
        "template_folder",
        "Temp&lates",
        "Choose &office folder…",
        "Say where your office shares its templates",
        icon="open",
    ),
)
