"""All that can be done to a brief: functions from brief to brief, in one place.

Each gives a new brief that shares all it does not touch with the old one, the very same one if nothing changes.
Offsets are code points of a source's text. What they refuse they refuse with a UsageError that a person can read.
"""

from briefer.edit.entries import add_entry, add_passage, known_actor, move_entry, remove_entry, update_entry
from briefer.edit.evidence import add_evidence, move_evidence, remove_evidence, set_stance
from briefer.edit.memo import new_brief, set_export, set_header, set_language, set_section, set_template, set_title
from briefer.edit.sources import (
    Lost,
    add_source,
    edit_source_text,
    remove_source,
    replace_source_text,
    set_source_details,
)

__all__ = [
    "Lost",
    "add_entry",
    "add_evidence",
    "add_passage",
    "add_source",
    "edit_source_text",
    "known_actor",
    "move_entry",
    "move_evidence",
    "new_brief",
    "remove_entry",
    "remove_evidence",
    "remove_source",
    "replace_source_text",
    "set_export",
    "set_header",
    "set_language",
    "set_section",
    "set_source_details",
    "set_stance",
    "set_template",
    "set_title",
    "update_entry",
]
