"""Template: the office form that a memo follows, read from Markdown with YAML front matter.

The front matter says all that the app needs to make the forms; the body is Markdown with Jinja tags.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from briefer.memo.blocks import Citations, Paper
from briefer.memo.house_look import HouseLook


class Limit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """At most so many words or pages; 0 is no limit."""

    words: int = 0
    pages: float = 0


class HeaderField(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A field of the header block. A ``choice`` takes one of ``choices`` or what the user types instead.

    ``value`` is what it begins with where a brief takes the template and has nothing in it.
    """

    id: str
    label: str
    required: bool = False
    type: Literal["text", "date", "choice"] = "text"
    choices: tuple[str, ...] = ()
    value: str = ""


class SectionField(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A section that a person writes; a ``generated`` one comes from the entries until a person writes it.

    The body holds what is generated in a Jinja block named as the section. ``ticks`` are choices: each item of the
    section is followed by a line with a box to tick for each of them.
    """

    id: str
    label: str
    hint: str = ""
    required: bool = False
    generated: bool = False
    limit: Limit = Limit()
    ticks: tuple[str, ...] = ()


class FrontMatter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The head of a template file.

    ``numbering: paragraphs`` numbers the paragraphs below the first section heading through the memo. With
    ``portion_marks`` the marks that the brief gives its sections stand before their headings and paragraphs, and
    those of entries before the items and rows that name them. ``ignored`` are warnings of the check,
    in its words, that are told no more.
    """

    name: str
    description: str = ""
    language: str = "en-GB"
    paper: Paper = "A4"
    orientation: Literal["portrait", "landscape"] = "portrait"
    citations: Citations = "footnotes"
    numbering: Literal["none", "paragraphs"] = "none"
    portion_marks: bool = False
    limit: Limit = Limit()
    style: str = "standard"
    header: tuple[HeaderField, ...] = ()
    sections: tuple[SectionField, ...] = ()
    ignored: tuple[str, ...] = ()

    @property
    def values(self) -> dict[str, str]:
        """What the fields of the header begin with, by their ids."""
        return {field.id: field.value for field in self.header if field.value}


class Template(msgspec.Struct, frozen=True):
    """A template as it was read. ``body_line`` is the line of the file, from 1, on which ``body`` starts.

    ``document`` is the Word file of a house template, whose ``body`` is empty. ``id`` is its file's name without the
    suffix, ``path`` where it lies, ``built_in`` whether it ships with Briefer. ``house_look`` is that of the document
    that its ``style`` names, if somebody has read it.
    """

    id: str
    path: str
    front: FrontMatter
    body: str
    body_line: int
    built_in: bool = False
    document: bytes = b""
    house_look: HouseLook | None = None

    @property
    def name(self) -> str:
        """The name that people know it by."""
        return self.front.name

    def section(self, ident: str) -> SectionField | None:
        """The section of this id, if the template has it."""
        return next((section for section in self.front.sections if section.id == ident), None)
