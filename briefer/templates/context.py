"""What a template may name: the one documented place, and the plain data behind the names.

``NAMES`` holds the names at the top, ``FIELDS`` those inside each shape. A new field is added to ``FIELDS`` and
to the function that makes its shape; a test holds the two together, and the in-app help prints them.
"""

from __future__ import annotations

import bisect
from typing import Any, TypeAlias

from briefer.model.brief import Brief
from briefer.model.days import told_date
from briefer.model.entries import Action, Actor, Entry, Quote, Stake, title_of
from briefer.model.source import Source, paragraph_starts
from briefer.templates.template import Template
from briefer.templates.values import Section, Text
from briefer.templates.wording import spoken_date
from briefer.text.escape import RESERVED

Shape: TypeAlias = dict[str, Any]

NAMES: dict[str, tuple[str, str]] = {
    "header": ("header", "the header fields by id, as typed"),
    "fields": ("list field", "the header fields that are filled, in order, as they are printed"),
    "sections": ("sections", "what a person wrote, by the section's id: Markdown"),
    "actors": ("list actor", "all actors"),
    "actions": ("list action", "all actions"),
    "stakes": ("list stake", "all stakes"),
    "quotes": ("list quote", "all quotations"),
    "sources": ("list source", "all sources"),
    "brief": ("brief", "the brief itself"),
}
"""Name → (shape, what it is)."""

FIELDS: dict[str, dict[str, tuple[str, str]]] = {
    "field": {
        "id": ("text", "the field's id"),
        "label": ("text", "what the form calls it"),
        "value": ("text", "its value; dates written out"),
    },
    "brief": {
        "title": ("text", "its title"),
        "created": ("text", "when it was begun, as an ISO time"),
        "language": ("text", "its language, such as en-GB"),
    },
    "party": {
        "id": ("text", "the actor's id"),
        "name": ("text", "the actor's name"),
        "role": ("text", "the actor's role"),
        "affiliation": ("text", "the institution that the actor belongs to"),
    },
    "passage": {
        "words": ("text", "the exact words"),
        "paragraph": ("number", "the paragraph of the source that they start in, from 1"),
        "stance": ("text", "supports or contradicts"),
        "source": ("source", "the source that they stand in"),
    },
    "source": {
        "id": ("text", "its id"),
        "title": ("text", "its headline"),
        "author": ("text", "who wrote it"),
        "publisher": ("text", "the outlet"),
        "published": ("text", "its date, as typed"),
        "accessed": ("text", "when it was read"),
        "url": ("text", "its address"),
        "label": ("text", "the shortest way to name it: outlet, title, file or id"),
    },
    "actor": {
        "id": ("text", "its id"),
        "title": ("text", "what stands for it in a list: the name"),
        "name": ("text", "the name"),
        "kind": ("text", "person, organisation, state, group or other"),
        "role": ("text", "what the actor is"),
        "affiliation": ("text", "the institution the actor belongs to"),
        "description": ("text", "role and affiliation in one"),
        "stance": ("text", "where the actor stands"),
        "aliases": ("list text", "other names"),
        "notes": ("text", "the analyst's own note; empty unless a draft asks for notes"),
        "passages": ("list passage", "the words that it rests on"),
        "actions": ("list action", "what the actor did"),
        "stakes": ("list stake", "what the actor may gain or lose"),
        "quotes": ("list quote", "what the actor said"),
    },
    "action": {
        "id": ("text", "its id"),
        "title": ("text", "what stands for it in a list: the summary"),
        "summary": ("text", "what was done"),
        "actors": ("list party", "who did it"),
        "targets": ("list party", "to whom"),
        "date": ("text", "when, as typed; ISO dates written out"),
        "when": ("text", "the day as 2026-11-22, as far as the date tells it, else nothing: to sort by"),
        "status": ("text", "announced, planned, under way, done, halted, denied or unknown"),
        "notes": ("text", "the analyst's own note; empty unless a draft asks for notes"),
        "passages": ("list passage", "the words that it rests on"),
    },
    "stake": {
        "id": ("text", "its id"),
        "title": ("text", "what stands for it in a list: the summary"),
        "summary": ("text", "what may be gained or lost"),
        "actors": ("list party", "by whom"),
        "kind": ("text", "economic, security, political, legal, social, reputation or other"),
        "level": ("text", "high, medium, low, or nothing while it is unset"),
        "horizon": ("text", "by when it bites"),
        "notes": ("text", "the analyst's own note; empty unless a draft asks for notes"),
        "passages": ("list passage", "the words that it rests on"),
    },
    "quote": {
        "id": ("text", "its id"),
        "title": ("text", "what stands for it in a list: the words"),
        "text": ("text", "the words that were said"),
        "speaker": ("text", "who said them"),
        "role": ("text", "the speaker's role"),
        "affiliation": ("text", "the speaker's institution"),
        "actors": ("list party", "who said them, if it is one of the actors"),
        "date": ("text", "when they were said"),
        "context": ("text", "where, or in answer to what"),
        "notes": ("text", "the analyst's own note; empty unless a draft asks for notes"),
        "passages": ("list passage", "the words that it rests on"),
    },
}
"""Shape → field → (shape, what it is)."""


def _text(value: str, entry: str = "") -> Text:
    """A plain value without what the markers of the engine are made of; ``\\n`` is its only line end."""
    return Text(RESERVED.sub("", value).replace("\r\n", "\n").replace("\r", "\n"), entry)


def _section(name: str, markdown: str) -> Section:
    return Section(RESERVED.sub("", markdown), name)


def context(brief: Brief, template: Template, *, notes: bool = False) -> Shape:
    """Plain dicts, lists and strings for one rendering: copies, never the model's own values.

    With ``notes``, the analyst's own notes are in it.
    """
    return _Context(brief, template, notes).whole()


class _Context:
    """Makes the shapes of one brief."""

    def __init__(self, brief: Brief, template: Template, notes: bool) -> None:
        self.brief, self.template, self.notes = brief, template, notes
        self.language = template.front.language
        self.by_id = {actor.id: actor for actor in brief.actors}
        self.of_brief = {source.id: source for source in brief.sources}
        self.sources = {source.id: self.source(source) for source in brief.sources}
        self.paragraphs: dict[str, list[int]] = {}

    def whole(self) -> Shape:
        brief = self.brief
        actions = {action.id: self.action(action) for action in brief.actions}
        stakes = {stake.id: self.stake(stake) for stake in brief.stakes}
        quotes = {quote.id: self.quote(quote) for quote in brief.quotes}
        return {
            "header": {field.id: "" for field in self.template.front.header}
            | {ident: _text(value) for ident, value in brief.header.items()},
            "fields": self.fields(),
            "sections": {section.id: Section("", section.id) for section in self.template.front.sections}
            | {ident: _section(ident, text) for ident, text in brief.sections.items()},
            "actors": [self.actor(actor, actions, stakes, quotes) for actor in brief.actors],
            "actions": list(actions.values()),
            "stakes": list(stakes.values()),
            "quotes": list(quotes.values()),
            "sources": list(self.sources.values()),
            "brief": {"title": _text(brief.title), "created": brief.created, "language": brief.language},
        }

    def fields(self) -> list[Shape]:
        filled = []
        for field in self.template.front.header:
            if value := self.brief.header.get(field.id, "").strip():
                spoken = spoken_date(value, self.language) if field.type == "date" else value
                filled.append({"id": field.id, "label": _text(field.label), "value": _text(spoken)})
        return filled

    def source(self, source: Source) -> Shape:
        texts = ("title", "author", "publisher", "published", "accessed", "url")
        shape: Shape = {"id": source.id} | {name: _text(getattr(source, name)) for name in texts}
        shape["label"] = _text(source.publisher or source.label)
        return shape

    def shape(self, entry: Entry, *names: str) -> Shape:
        """The fields that need no more than being copied, and those that all entries have."""
        shape: Shape = {"id": entry.id} | {name: _text(getattr(entry, name), entry.id) for name in names}
        shape["title"] = _text(title_of(entry), entry.id)
        shape["notes"] = _text(entry.notes if self.notes else "", entry.id)
        shape["passages"] = [
            {
                "words": _text(anchor.exact, entry.id),
                "paragraph": self.paragraph(anchor.source, anchor.start),
                "stance": anchor.stance,
                "source": self.sources[anchor.source],
            }
            for anchor in entry.evidence
        ]
        return shape

    def paragraph(self, source: str, position: int) -> int:
        if source not in self.paragraphs:  # of a long one that nothing cites they would be found for nobody
            self.paragraphs[source] = paragraph_starts(self.of_brief[source])
        return bisect.bisect_right(self.paragraphs[source], position)

    def parties(self, ids: tuple[str, ...]) -> list[Shape]:
        names = ("name", "role", "affiliation")
        actors = [self.by_id[ident] for ident in ids if ident in self.by_id]
        return [
            {"id": actor.id} | {name: _text(getattr(actor, name), actor.id) for name in names} for actor in actors
        ]

    def actor(self, actor: Actor, actions: Shape, stakes: Shape, quotes: Shape) -> Shape:
        brief, ident = self.brief, actor.id
        shape = self.shape(actor, "name", "kind", "role", "affiliation", "stance")
        shape["description"] = _text(", ".join(filter(None, (actor.role, actor.affiliation))), ident)
        shape["aliases"] = [_text(alias, ident) for alias in actor.aliases]
        shape["actions"] = [actions[action.id] for action in brief.actions if ident in action.actors]
        shape["stakes"] = [stakes[stake.id] for stake in brief.stakes if ident in stake.actors]
        shape["quotes"] = [quotes[quote.id] for quote in brief.quotes if quote.speaker == ident]
        return shape

    def action(self, action: Action) -> Shape:
        shape = self.shape(action, "summary", "status")
        shape["date"] = _text(spoken_date(action.date, self.language), action.id)
        told = told_date(self.brief, action)
        shape["when"] = told.date.when.isoformat() if told is not None else ""
        return shape | {"actors": self.parties(action.actors), "targets": self.parties(action.targets)}

    def stake(self, stake: Stake) -> Shape:
        shape = self.shape(stake, "summary", "kind", "horizon")
        shape["level"] = _text("" if stake.level == "unset" else stake.level, stake.id)
        return shape | {"actors": self.parties(stake.actors)}

    def quote(self, quote: Quote) -> Shape:
        speaker = self.by_id.get(quote.speaker)
        shape = self.shape(quote, "text", "context")
        shape["speaker"] = _text(speaker.name if speaker else quote.speaker_text, quote.id)
        shape["role"] = _text(speaker.role if speaker else "", quote.id)
        shape["affiliation"] = _text(speaker.affiliation if speaker else "", quote.id)
        shape["date"] = _text(spoken_date(quote.date, self.language), quote.id)
        return shape | {"actors": self.parties((quote.speaker,) if speaker else ())}
