"""The forms of the four kinds of entry, as tables. A new field of an entry is a row here."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias, get_args

from briefer.model.brief import Kind
from briefer.model.entries import ActionStatus, ActorKind, StakeKind, StakeLevel

Editor: TypeAlias = Literal["title", "line", "text", "date", "choice", "names", "actors", "speaker"]


class FormField(NamedTuple):
    """A field of an entry: its name in the model, its label, what edits it, its choices, a hint while it is empty.

    One that stands ``beside`` shares the line of the field before it; the word is what is shown between the two.
    """

    name: str
    label: str
    editor: Editor
    choices: tuple[str, ...] = ()
    hint: str = ""
    beside: str = ""


_NOTES = FormField("notes", "My note", "text", hint="Not exported")

FORMS: dict[Kind, tuple[FormField, ...]] = {
    "actor": (
        FormField("name", "Name", "title", hint="Name"),
        FormField("role", "Role", "line", hint="What the actor is"),
        FormField("kind", "Kind", "choice", get_args(ActorKind)),
        FormField("affiliation", "Affiliation", "line", hint="Institution"),
        FormField("stance", "Stance", "line", hint="Where the actor stands"),
        FormField("aliases", "Also called", "names", hint="Other names, parted by commas"),
        _NOTES,
    ),
    "action": (
        FormField("summary", "Action", "title", hint="What is done"),
        FormField("actors", "Who", "actors"),
        FormField("targets", "To whom", "actors"),
        FormField("status", "Status", "choice", get_args(ActionStatus)),
        FormField("date", "Date", "date", hint="Date", beside="on"),
        _NOTES,
    ),
    "stake": (
        FormField("summary", "Stake", "title", hint="What is at stake"),
        FormField("actors", "For whom", "actors"),
        FormField("level", "Level", "choice", get_args(StakeLevel)),
        FormField("horizon", "By when", "date", hint="When", beside="by"),
        FormField("kind", "Kind", "choice", get_args(StakeKind)),
        _NOTES,
    ),
    "quote": (
        FormField("text", "Words", "text", hint="What was said"),
        FormField("speaker", "Speaker", "speaker", hint="Choose an actor, or type a name"),
        FormField("date", "Date", "date", hint="Date"),
        FormField("context", "Context", "line", hint="Where, or asked what"),
        _NOTES,
    ),
}
"""The first field of each is the title of the form."""
