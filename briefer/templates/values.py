"""What templates compute with: plain strings that know where they came from."""

from __future__ import annotations


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
    """A section that a person wrote: Markdown, read apart from the template's own."""

    __slots__ = ()


class Output(str):
    """Text that the template itself put out (a macro, a block set): Markdown with markers."""

    __slots__ = ()


def like(value: str, text: str) -> str:
    """``text`` made from ``value``, with the same origin."""
    return Text(text, value.entry) if isinstance(value, Text) else text
