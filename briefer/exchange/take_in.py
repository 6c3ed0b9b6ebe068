"""Annotations from elsewhere → entries and passages of a brief, with a report of all that did not map."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import msgspec

from briefer.edit import entries, evidence
from briefer.edit.groups import next_id, with_new
from briefer.edit.values import checked
from briefer.errors import BrieferError
from briefer.exchange.place import NOT_THERE, Article
from briefer.exchange.read import LIMIT, MOST_TARGETS, Note, Target, read_annotations
from briefer.files import read_file
from briefer.model.anchor import Anchor, anchor_at
from briefer.model.brief import ENTRY_TYPES, Brief, Kind
from briefer.model.entries import Actor, Entry

_REFERENCES = ("actors", "targets", "speaker")
_LONGEST = 600
"""Characters of a reason that are said in one line: it may quote what a stranger wrote."""

_TAGS: dict[str, tuple[Kind, dict[str, str]]] = {
    **dict.fromkeys(("actor", "actors", "who"), ("actor", {})),
    **dict.fromkeys(("person", "people"), ("actor", {"kind": "person"})),
    **dict.fromkeys(("organisation", "organization", "institution"), ("actor", {"kind": "organisation"})),
    **dict.fromkeys(("state", "country"), ("actor", {"kind": "state"})),
    "group": ("actor", {"kind": "group"}),
    **dict.fromkeys(("action", "actions", "event"), ("action", {})),
    **dict.fromkeys(("stake", "stakes", "risk", "interest"), ("stake", {})),
    **dict.fromkeys(("quote", "quotes", "quotation"), ("quote", {})),
}
"""A stranger's tag, in small letters, to what is filed under it."""


class NotTaken(NamedTuple):
    """What of an annotation did not come in: its number in the file from 1, its words, and why."""

    number: int
    words: str
    why: str

    def __str__(self) -> str:
        words = " ".join(self.words.split())
        short = words if len(words) <= 60 else f"{words[:59].rstrip()}…"
        why = self.why if len(self.why) <= _LONGEST else f"{self.why[:_LONGEST]}…"
        return f"annotation {self.number}" + (f" (“{short}”)" if short else "") + f": {why}"


class TakenIn(NamedTuple):
    """The brief with what came in: the ids added or added to, how many were there already, and the report."""

    brief: Brief
    idents: tuple[str, ...] = ()
    known: int = 0
    not_taken: tuple[NotTaken, ...] = ()


def take_in(brief: Brief, data: bytes) -> TakenIn:
    """The annotations in the bytes of a file as entries and passages; DataError if they cannot be read.

    Our own come back as they left, under other ids where theirs are in use. Anybody else's become what their tag
    says (``actor``, ``action``, ``stake``, ``quote``), with their comment as a note, and else a passage.
    The bytes come from elsewhere: where somebody waits, this is for the worker.
    """
    work = _TakingIn(brief)
    notes = list(enumerate(read_annotations(data), 1))
    for number, note in sorted(notes, key=lambda each: each[1].kind != "actor"):  # they are who others refer to
        work.take(number, note)
    return TakenIn(work.brief, tuple(dict.fromkeys(work.idents)), work.known, tuple(sorted(work.not_taken)))


def take_in_file(brief: Brief, path: Path) -> TakenIn:
    """The annotations in a file, as ``take_in``; what is raised names the file."""
    try:
        return take_in(brief, read_file(path, LIMIT))
    except BrieferError as error:
        raise error.at(path) from None


class _TakingIn:
    """A brief while annotations come in."""

    def __init__(self, brief: Brief) -> None:
        self.before = self.brief = brief
        self.articles = [Article(source) for source in brief.sources]
        self.idents: list[str] = []
        self.known = 0
        self.not_taken: list[NotTaken] = []
        self._same = {msgspec.structs.replace(entry, id=""): entry.id for entry in brief.entries()}
        self._actors: dict[str, str] = {}
        self._number, self._note = 0, Note("", ())

    def take(self, number: int, note: Note) -> None:
        """File one annotation, or say why not."""
        self._number, self._note = number, note
        if len(note.targets) > MOST_TARGETS:
            self._miss(f"it is about more than {MOST_TARGETS} places")
            return
        anchors = self._anchors(note)
        kind = next((kind for kind in ENTRY_TYPES if kind == note.kind), None)
        if kind is not None and note.fields is not None:
            about_words = any(target.exact.strip() or target.start >= 0 for target in note.targets)
            if anchors or not about_words:
                self._add_ours(kind, note.fields, anchors)
        elif anchors and note.kind == "passage":
            self._add_passage(anchors)
        elif anchors:
            self._add_foreign(note, anchors)

    def _miss(self, why: str) -> None:
        self.not_taken.append(NotTaken(self._number, self._note.words, why))

    def _anchors(self, note: Note) -> tuple[Anchor, ...]:
        found: dict[Anchor, None] = {}
        for target in note.targets:
            anchor, why = self._anchor(target)
            if anchor is not None:
                found[anchor] = None
            elif note.fields is None or target.exact or target.start >= 0:
                self._miss(why)
        if not note.targets and note.fields is None:
            self._miss("it is about no words of an article")
        return tuple(found)

    def _anchor(self, target: Target) -> tuple[Anchor | None, str]:
        """The anchor of a target, else why there is none; words that are in two sources are in neither."""
        articles = [each for each in self.articles if _is_about(target, each)]
        if lost := next((each.lost(target) for each in articles if each.lost(target)), None):
            return lost, ""
        placed = [(each.source, each.place(target)) for each in articles or self.articles]
        found = [(source, each.span) for source, each in placed if each.span is not None]
        if len(found) == 1:
            source, (start, end) = found[0]
            return anchor_at(source.id, source.text, start, end, target.stance), ""
        if len(found) > 1:
            return None, "its words are in several sources, and it does not say which is meant"
        reasons = [each.why for _, each in placed]
        return None, next((why for why in reasons if why != NOT_THERE), NOT_THERE if articles else _nowhere(target))

    def _add_passage(self, anchors: tuple[Anchor, ...]) -> None:
        before = len(self.brief.passages)
        self.brief, ident = entries.keep_passage(self.brief, anchors)
        self._count(ident, new=len(self.brief.passages) > before)

    def _add_foreign(self, note: Note, anchors: tuple[Anchor, ...]) -> None:
        tags = {tag: _TAGS.get(tag.strip().casefold()) for tag in note.tags}
        filed = next((told for told in tags.values() if told), None)
        others = [f"#{tag}" for tag, told in tags.items() if told is None or told != filed]
        if filed is None:
            self._add_passage(anchors)
            if said := " ".join((*note.comments, *others)):
                self._miss(f"its words are a passage now, which has no room for its comment “{_line(said)}”")
        else:
            self._add_tagged(*filed, "\n".join((*note.comments, *others)), anchors)

    def _add_tagged(self, kind: Kind, fields: dict[str, str], remarks: str, anchors: tuple[Anchor, ...]) -> None:
        before, source = self.brief, anchors[0].source
        first = [(anchor.start, anchor.end) for anchor in anchors if anchor.source == source]
        known = entries.filed_from(self.brief, kind, source, first) if kind != "actor" else None
        if known is None:
            self.brief, ident = entries.add_entry(self.brief, kind, first, source, **fields)
        else:
            ident = known.id
        self._add_evidence(ident, anchors)
        self._add_remarks(ident, remarks)
        self._count(ident, new=self.brief != before)

    def _add_remarks(self, ident: str, remarks: str) -> None:
        had: str = getattr(self.brief.citable(ident), "notes", "")
        if remarks and remarks not in had:
            self.brief = entries.update_entry(self.brief, ident, notes=f"{had}\n{remarks}".strip())

    def _add_evidence(self, ident: str, anchors: Sequence[Anchor]) -> None:
        for anchor in anchors:
            place = [(anchor.start, anchor.end)]
            self.brief = evidence.add_evidence(self.brief, ident, anchor.source, place, anchor.stance)

    def _add_ours(self, kind: Kind, told: dict[str, Any], anchors: tuple[Anchor, ...]) -> None:
        entry = ENTRY_TYPES[kind](id="", evidence=anchors)
        fields = self._fields(entry, told)
        made = msgspec.structs.replace(entry, **fields)
        if same := self._same.get(made):
            self._remember(same, new=False)
        elif isinstance(made, Actor) and (known := entries.known_actor(self.before, made.name)):
            self._add_to(known, made, fields)
        else:
            ident, last_ids = next_id(self.brief, kind)
            self.brief = with_new(self.brief, msgspec.structs.replace(made, id=ident), last_ids)
            self._remember(ident, new=True)

    def _fields(self, entry: Entry, told: dict[str, Any]) -> dict[str, Any]:
        """What an entry of ours says, without what this brief cannot hold; that is told."""
        allowed = frozenset(entry.__struct_fields__) - {"id", "evidence"}
        fields: dict[str, Any] = {}
        for name, value in told.items():
            try:
                fields |= checked(entry, {name: self._referred(name, value)}, allowed)
            except (TypeError, ValueError):
                self._miss(f"its {name} is nothing that can be kept here")
        return fields

    def _referred(self, name: str, value: Any) -> Any:
        if name not in _REFERENCES:
            return value
        asked = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        met = [self._actors[each] for each in asked if isinstance(each, str) and each in self._actors]
        if len(met) < len(asked):
            self._miss(f"its {name} names an actor who is not in the file")
        return (met[0] if met else "") if isinstance(value, str) else met

    def _add_to(self, known: Actor, made: Actor, fields: dict[str, Any]) -> None:
        before = self.brief
        now = self.brief.actor(known.id) or known
        empty = Actor(id="")
        missing = {name: value for name, value in fields.items() if getattr(now, name) == getattr(empty, name)}
        self.brief = entries.update_entry(self.brief, known.id, **missing)
        self._add_evidence(known.id, made.evidence)
        self._say_kept(known.id, fields)
        self._remember(known.id, new=self.brief != before)

    def _say_kept(self, ident: str, fields: dict[str, Any]) -> None:
        """Tell where an actor that was there says something else: that stays."""
        now = self.brief.citable(ident)
        for name, value in fields.items():
            if value and name != "name" and value != getattr(now, name):
                self._miss(f"its {name} (“{_line(value)}”) is not what {ident} says, which stays as it is")

    def _remember(self, ident: str, *, new: bool) -> None:
        self._actors[self._note.ident] = ident
        self._count(ident, new=new)

    def _count(self, ident: str, *, new: bool) -> None:
        if new:
            self.idents.append(ident)
        else:
            self.known += 1


def _line(value: Any) -> str:
    return value if isinstance(value, str) else ", ".join(map(str, value))


def _is_about(target: Target, article: Article) -> bool:
    """Whether an annotation says that it is about this source: by its text, its address or its title."""
    source = article.source
    if target.text == article.urn or target.source == article.urn:
        return True
    if source.url and target.source and _plain_address(target.source) == _plain_address(source.url):
        return True
    return bool(source.title) and target.title.strip().casefold() == source.title.casefold()


def _plain_address(url: str) -> tuple[str, str, str]:
    try:
        parts = urlsplit(url)
    except ValueError:
        return "", url, ""
    return parts.netloc.casefold().removeprefix("www."), parts.path.rstrip("/"), parts.query


def _nowhere(target: Target) -> str:
    about = f" ({target.source})" if target.source else ""
    return f"its words are in none of the sources of the brief, and neither is its article{about}"
