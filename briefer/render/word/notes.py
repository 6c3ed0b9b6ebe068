"""Footnotes: their marks in the text, and the part that holds them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from briefer.memo.blocks import Block, Note, Runs, block_runs
from briefer.render.word.fields import field_xml
from briefer.render.word.names import DECLARATION, R, W
from briefer.render.word.paragraph import is_rtl, paragraph_xml
from briefer.render.word.runs import NOTE_PROPERTIES, RunWriter

# Word itself numbers the two lines above the notes so; the settings part names them.
_SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/>'
    f"</w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>"
    for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
)


class TextNotes:
    """The notes of a text, numbered in the order in which it first refers to them."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._times = Counter(run.note for block in blocks for run in block_runs(block) if run.note)
        self._shown: dict[int, int] = {}

    def mark(self, number: int) -> str:
        """The first time the footnote itself; later a cross-reference to it, which shows the same number."""
        if number in self._shown:
            shown = self._shown[number]
            return field_xml(f"NOTEREF {_bookmark(shown)} \\f \\h", str(shown), NOTE_PROPERTIES)
        shown = self._shown[number] = len(self._shown) + 1
        reference = f'<w:r>{NOTE_PROPERTIES}<w:footnoteReference w:id="{shown}"/></w:r>'
        if self._times[number] == 1:
            return reference
        start = f'<w:bookmarkStart w:id="{shown}" w:name="{_bookmark(shown)}"/>'
        return f'{start}{reference}<w:bookmarkEnd w:id="{shown}"/>'

    def part(self, notes: Sequence[Note], writer: RunWriter) -> str:
        """The footnotes part: the notes that the text has referred to, in that order."""
        written = "".join(_footnote(shown, notes[number - 1], writer) for number, shown in self._shown.items())
        return f'{DECLARATION}<w:footnotes xmlns:w="{W}" xmlns:r="{R}">{_SEPARATORS}{written}</w:footnotes>'


class NoNotes:
    """The notes of a footnote: Word allows none."""

    def mark(self, number: int) -> str:  # noqa: ARG002
        """Nothing."""
        return ""


def _bookmark(shown: int) -> str:
    """A name that Word hides in its list of bookmarks, because it starts with an underscore."""
    return f"_RefNote{shown}"


def _footnote(shown: int, note: Note, writer: RunWriter) -> str:
    mark = f'<w:r>{NOTE_PROPERTIES}<w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>'
    first, *more = note.paragraphs or ((),)
    paragraphs = [_paragraph(first, mark, writer), *(_paragraph(runs, "", writer) for runs in more)]
    return f'<w:footnote w:id="{shown}">{"".join(paragraphs)}</w:footnote>'


def _paragraph(runs: Runs, mark: str, writer: RunWriter) -> str:
    return paragraph_xml("FootnoteText", mark + writer.xml(runs), rtl=is_rtl(runs))
