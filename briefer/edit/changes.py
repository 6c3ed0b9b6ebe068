"""All that can be done to a brief: functions from brief to brief, in one place.

Each gives a new brief that shares all it does not touch with the old one, the very same one if nothing changes.
Offsets are code points of a source's text. What they refuse they refuse with a UsageError that a person can read.
"""

from briefer.edit.actors import merge_actors
from briefer.edit.cleaning import Switched, switch_rule
from briefer.edit.entries import (
    add_empty_entry,
    add_entry,
    add_passage,
    duplicate_entry,
    filed_from,
    known_actor,
    move_entry,
    remove_entry,
    set_portion_mark,
    update_entry,
)
from briefer.edit.evidence import add_evidence, keep_lost, move_evidence, remove_evidence, set_stance
from briefer.edit.left import leave_finding, take_back_left
from briefer.edit.memo import (
    back_to_live,
    fill_header,
    is_taken_over,
    keep_mine,
    new_brief,
    set_export,
    set_header,
    set_language,
    set_section,
    set_template,
    set_title,
    take_in,
    take_over,
)
from briefer.edit.sources import (
    Lost,
    add_source,
    edit_source_text,
    move_source,
    remove_source,
    replace_in_source,
    replace_source_text,
    set_source_details,
)
from briefer.edit.suggestions import bring_back, dismiss, take, take_all

__all__ = [
    "Lost",
    "Switched",
    "add_empty_entry",
    "add_entry",
    "add_evidence",
    "add_passage",
    "add_source",
    "back_to_live",
    "bring_back",
    "dismiss",
    "duplicate_entry",
    "edit_source_text",
    "filed_from",
    "fill_header",
    "is_taken_over",
    "keep_lost",
    "keep_mine",
    "known_actor",
    "leave_finding",
    "merge_actors",
    "move_entry",
    "move_evidence",
    "move_source",
    "new_brief",
    "remove_entry",
    "remove_evidence",
    "remove_source",
    "replace_in_source",
    "replace_source_text",
    "set_export",
    "set_header",
    "set_language",
    "set_portion_mark",
    "set_section",
    "set_source_details",
    "set_stance",
    "set_template",
    "set_title",
    "switch_rule",
    "take",
    "take_all",
    "take_back_left",
    "take_in",
    "take_over",
    "update_entry",
]
