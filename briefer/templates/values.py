"""What templates compute with: plain strings that know where they came from."""

from __future__ import annotations

from collections.abc import Iterable


class Text(str):
    """A plain value of an entry; ``entry`` is the entry's id. Never read as Markdown."""

    __slots__ = ("entry",)
    entry: str

    def __new__(cls, value: str, entry: str = "") -> Text:
        """The value, and the id of the entry that it came from."""
        text = super().__new__(cls, value)
        text.entry = entry
        return text


class Section(str):
    """A section that a person wrote: Markdown, read apart from the template's own; ``name`` is its id.

    ``ticks`` are choices of which each item of its lists is to have boxes to tick.
    """

    __slots__ = ("name", "ticks")
    name: str
    ticks: tuple[str, ...]

    def __new__(cls, markdown: str, name: str = "", ticks: tuple[str, ...] = ()) -> Section:
        """The words, the id of their section, and the choices."""
        section = super().__new__(cls, markdown)
        section.name, section.ticks = name, ticks
        return section


class Output(str):
    """Text that the template itself put out (a macro, a block set): Markdown with markers."""

    __slots__ = ()


class Joined(str):
    """Values put together; each of ``parts`` still knows its origin."""

    __slots__ = ("parts",)
    parts: tuple[str, ...]

    def __new__(cls, parts: Iterable[str]) -> Joined:
        """The parts in their order; what was joined before is taken apart."""
        flat = [inner for part in parts for inner in (part.parts if isinstance(part, Joined) else (part,))]
        text = super().__new__(cls, "".join(flat))
        text.parts = tuple(flat)
        return text


def like(value: object, text: str) -> str:
    """``text`` made from ``value``, with the same origin."""
    if isinstance(value, Joined):
        entries = {part.entry for part in value.parts if isinstance(part, Text)}
        return Text(text, entries.pop()) if len(entries) == 1 else text
    return Text(text, value.entry) if isinstance(value, Text) else text
