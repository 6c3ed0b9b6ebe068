"""The look that a memo takes from a Word document of the office, as far as pages of our own can have it."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace


class TextLook(msgspec.Struct, frozen=True):
    """A paragraph style of a document, under the id of ours whose work it does, inherited values filled in.

    Sizes and spaces are points, ``line`` multiplies the height of a line; ``colour`` is six hexadecimal digits, or ""
    for that of the text.
    """

    font: str
    size: float
    bold: bool = False
    italic: bool = False
    capitals: bool = False
    colour: str = ""
    before: float = 0
    after: float = 0
    line: float = 1.0


class SheetLook(msgspec.Struct, frozen=True):
    """The sheet of a document as it lies, in twentieths of a point; ``header`` and ``footer`` are from the edge."""

    width: int
    height: int
    left: int
    right: int
    top: int
    bottom: int
    header: int
    footer: int

    def turned(self) -> SheetLook:
        """The sheet on its long side."""
        if self.width >= self.height:
            return self
        return replace(self, width=self.height, height=self.width)


class HouseLook(msgspec.Struct, frozen=True):
    """The paragraph styles and the sheet; ``sheet`` is None for a document that says nothing of it."""

    texts: dict[str, TextLook] = {}
    sheet: SheetLook | None = None

    def on_paper(self, width: int, height: int) -> HouseLook:
        """On a sheet of this size upright, lying as it does."""
        if self.sheet is None:
            return self
        lies = self.sheet.width > self.sheet.height
        width, height = (height, width) if lies else (width, height)
        return replace(self, sheet=replace(self.sheet, width=width, height=height))

    def larger(self, factor: float, kept: tuple[str, ...]) -> HouseLook:
        """With words ``factor`` times as large, but for the styles that are ``kept``."""
        grown = {
            name: each if name in kept else replace(each, size=round(each.size * factor * 2) / 2)
            for name, each in self.texts.items()
        }
        return replace(self, texts=grown)
