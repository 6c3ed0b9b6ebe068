"""The generated parts of a memo: what the notes make of them now, whoever has written them meanwhile."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from briefer.memo.blocks import Block
from briefer.memo.inserts import Cited, Inserts, Words
from briefer.memo.markdown import read_blocks
from briefer.memo.prune import prune
from briefer.model.brief import ID_LETTERS, Brief, Kind
from briefer.templates.citing import Notes
from briefer.templates.context import context
from briefer.templates.problems import TemplateError
from briefer.templates.template import Template
from briefer.text.spans import word_count

Form: TypeAlias = Literal["table", "list"]

_KINDS: dict[str, Kind] = {ID_LETTERS[kind]: kind for kind in ("actor", "action", "stake", "quote")}


class Piece(NamedTuple):
    """A table or a list of a generated part: how many rows or items, and of which kind of entry if of one."""

    form: Form
    size: int
    kind: Kind | None


class Generated:
    """The generated parts of a brief's memo, all made in one rendering. TemplateError if the template fails.

    ``notes`` are those that the parts cite.
    """

    def __init__(self, brief: Brief, template: Template) -> None:
        from briefer.templates.engine import render_blocks
        from briefer.templates.problems import RenderError
        from briefer.templates.rendering import Rendering

        self.notes = Notes(brief, template.front.language)
        rendering = Rendering(self.notes, template.front.language)
        self._inserts = rendering.inserts
        self._outlines: dict[str, tuple[Piece, ...]] = {}
        self._counts: dict[str, int] = {}
        try:
            self._parts = render_blocks(template.body, template.body_line, context(brief, template), rendering)
        except RenderError as stopped:
            raise TemplateError([stopped.problem], path=template.path) from None

    def outline(self, section: str) -> tuple[Piece, ...]:
        """The tables and lists of a part in their order; without reading its Markdown, so it is cheap."""
        if section not in self._outlines:
            self._outlines[section] = tuple(_outlined(self._parts.get(section, ""), self._inserts))
        return self._outlines[section]

    def word_count(self, section: str) -> int:
        """How many words of a part come from the notes; those of the template itself do not count."""
        if section not in self._counts:
            parts = self._inserts.split(self._parts.get(section, ""))
            self._counts[section] = sum(word_count(part.text) for part in parts if isinstance(part, Words))
        return self._counts[section]

    def blocks(self, section: str) -> tuple[Block, ...]:
        """The blocks of a part."""
        return prune(read_blocks(self._parts.get(section, ""), self._inserts, self.notes.cite))


def _outlined(markdown: str, inserts: Inserts) -> list[Piece]:
    pieces: list[Piece] = []
    rows: list[list[Kind]] = []
    form: Form | None = None
    for line in [*markdown.split("\n"), "."]:
        found: Form | None = "table" if line.startswith("|") else "list" if line.startswith(("- ", "1. ")) else None
        if found != form and (line.strip() or form == "table"):
            counted = rows[2:] if form == "table" else rows  # a table begins with its head and the line under it
            if form and counted:
                kind = next((kind for kind in counted[0] if all(kind in row for row in counted)), None)
                pieces.append(Piece(form, len(counted), kind))
            form, rows = found, []
        if found:
            rows.append(_kinds(line, inserts))
    return pieces


def _kinds(line: str, inserts: Inserts) -> list[Kind]:
    """The kinds of entries that a row names, in their order."""
    parts = (part for part in inserts.split(line) if isinstance(part, Words | Cited) and part.entry)
    return [_KINDS[part.entry[0]] for part in parts if part.entry[0] in _KINDS]
