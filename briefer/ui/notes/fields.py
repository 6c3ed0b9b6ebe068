"""The forms of the four kinds of entry, as tables. A new field of an entry is a row here."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias, get_args

from briefer.model.brief import Kind
from briefer.model.entries import ActionStatus, ActorKind, StakeKind, StakeLevel

Editor: TypeAlias = Literal["line", "text", "choice", "names", "actors", "speaker"]


class FormField(NamedTuple):
    """A field of an entry: its name in the model, its label, what edits it, its choices, a hint while it is empty."""

    name: str
    label: str
    editor: Editor
    choices: tuple[str, ...] = ()
    hint: str = ""


_NOTES = FormField("notes", "My note", "text", hint="Not exported")

FORMS: dict[Kind, tuple[FormField, ...]] = {
    "actor": (
        FormField("name", "Name", "line"),
        FormField("kind", "Kind", "choice", get_args(ActorKind)),
        FormField("role", "Role", "line", hint="What the actor is"),
        FormField("affiliation", "Affiliation", "line", hint="Institution"),
        FormField("stance", "Stance", "line", hint="Where the actor stands"),
        FormField("aliases", "Also called", "names", hint="Other names, parted by commas"),
        _NOTES,
    ),
    "action": (
        FormField("summary", "Action", "text"),
        FormField("actors", "Who", "actors"),
        FormField("targets", "To whom", "actors"),
        FormField("date", "Date", "line", hint="As the source has it, or 2026-11-22"),
        FormField("status", "Status", "choice", get_args(ActionStatus)),
        _NOTES,
    ),
    "stake": (
        FormField("summary", "Stake", "text"),
        FormField("actors", "For whom", "actors"),
        FormField("kind", "Kind", "choice", get_args(StakeKind)),
        FormField("level", "Level", "choice", get_args(StakeLevel)),
        FormField("horizon", "By when", "line"),
        _NOTES,
    ),
    "quote": (
        FormField("text", "Words", "text"),
        FormField("speaker", "Speaker", "speaker", hint="Choose an actor, or type a name"),
        FormField("date", "Date", "line"),
        FormField("context", "Context", "line", hint="Where, or in answer to what"),
        _NOTES,
    ),
}
