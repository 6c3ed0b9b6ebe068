"""Builds an extracted text from what a document holds: paragraphs, headings, list items, table rows, notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from briefer.sources.article import Details
from briefer.sources.dates import iso_date
from briefer.sources.extracted import heading, joined, running
from briefer.text.clean.lines import dated

_MARK = re.compile(r"(?<=\S)\[\d{1,3}\]")
_HEADLINE = re.compile(r"^# (.+)$", re.MULTILINE)
_LONG_ITEM = 300
"""Characters from which a list item is a paragraph of its own."""
_LAYOUT_CELL = 400
"""Characters in a cell of several paragraphs from which a table only lays out text."""
_DATE_LONGEST = 40
_PROGRAMS = (
    "Microsoft|LibreOffice|OpenOffice|python-docx|pdfTeX|Word Document|PowerPoint|Enscript Output|Untitled|Unbenannt"
    "|Document\\d*"
)
_SAVED_BY = re.compile(rf"(?:{_PROGRAMS}|Layout \d|Slide \d|untitled)\b", re.IGNORECASE)
_FILE_NAME = re.compile(
    r"\S+\.(?:docx?|pdf|odt|rtf|indd|qxp|qxd|tex|dvi|ps|pages|html?|txt|xlsx?|pptx?|pub)|[\w-]+", re.IGNORECASE
)
_PERSON = re.compile(r"[^\W\d_][^@/\\]*\s[^@/\\]*[^\W\d_][.)]?")


class Built:
    """The text of a document as it grows. Items of one list and rows of one table stay together as lines."""

    def __init__(self) -> None:
        self._done: list[str] = []
        self._lines: list[str] = []
        self._kind = ""
        self._notes: list[str] = []

    def paragraph(self, words: str) -> None:
        """Running text; line breaks stay."""
        if words.strip():
            self._close()
            self._done.append(running(_lines(words)))

    def heading(self, words: str, level: int) -> None:
        """A heading of level 1 to 6."""
        if words.strip():
            self._close()
            self._done.append(heading(_MARK.sub("", words), level))

    def item(self, label: str, words: str) -> None:
        """A list item with its number, or none for a bullet."""
        if not words.strip():
            return
        line = running(f"{label or '-'} {_lines(words)}")
        if len(line) > _LONG_ITEM:
            self._close()
            self._done.append(line)
        else:
            self._add("item", line)

    def row(self, cells: Iterable[str]) -> None:
        """A row of a table; one without words is left out."""
        shown = [" ".join(cell.split()) for cell in cells]
        if any(shown):
            self._add("row", running(" | ".join(shown)))

    def table(self, rows: Iterable[Iterable[str]]) -> None:
        """The cells of a table, row by row."""
        self._close()
        for cells in rows:
            self.row(cells)
        self._close()

    def note(self, mark: str, words: str) -> None:
        """A footnote or endnote; all of them follow the text. Its mark in the text is ``[mark]``."""
        if words.strip():
            self._notes.append(f"[{mark}] {' '.join(words.split())}")

    def text(self) -> str:
        """The extracted text."""
        self._close()
        return joined([*self._done, *self._notes])

    def _add(self, kind: str, line: str) -> None:
        if self._kind != kind:
            self._close()
        self._kind = kind
        self._lines.append(line)

    def _close(self) -> None:
        if self._lines:
            self._done.append("\n".join(self._lines))
        self._lines, self._kind = [], ""


def _lines(words: str) -> str:
    """The words line by line without the blanks around them and without empty lines."""
    return "\n".join(filter(None, (" ".join(line.split(" ")).strip() for line in words.split("\n"))))


def lays_out(paragraphs: Iterable[str]) -> bool:
    """Whether a cell of these paragraphs lays out a page: it holds running text, and no value of a table."""
    spoken = [words for words in paragraphs if words.strip()]
    return len(spoken) > 1 and sum(map(len, spoken)) > _LAYOUT_CELL


def meant_title(title: str) -> str:
    """A title from the properties of a file, or "" if a program or a file name gave it."""
    title = " ".join(title.replace("\0", "").split())
    return "" if len(title) < 8 or _SAVED_BY.match(title) or _FILE_NAME.fullmatch(title) else title


def meant_author(author: str) -> str:
    """Authors from the properties of a file, with commas, or "" if it is the name of a user or a program."""
    names = [" ".join(name.replace("\0", "").split()) for name in re.split(r"[;\n]", author)]
    kept = [name for name in names if _PERSON.fullmatch(name) and not _SAVED_BY.match(name)]
    return ", ".join(dict.fromkeys(kept))


def described(text: str, said: Details) -> tuple[Details, tuple[str, ...]]:
    """What the properties of a file say, as far as it is of use, and which of it a person has to confirm.

    The day a file was made counts only if its text gives no date, nor its last line; the one heading of the first
    level is the title of a file that names none.
    """
    from briefer.sources.details import guess

    heads = _HEADLINE.findall(text)
    title = said.title or (heads[0] if len(heads) == 1 and len(heads[0].split()) > 1 else "")
    published = "" if guess(text, ()).published else _date_below(text) or said.published
    unsure = [name for name, value in (("title", title != said.title and title), ("published", published)) if value]
    return said._replace(title=title, published=published), tuple(unsure)


def _date_below(text: str) -> str:
    """The date that is the last line of a text; letters and papers without a head have it there."""
    last = text.rstrip().rpartition("\n")[2]
    return iso_date(last) if len(last) <= _DATE_LONGEST and dated(last) else ""


def left_out(counts: Sequence[tuple[int, str, str]]) -> tuple[str, ...]:
    """A sentence for each kind of thing that a document held and its text does not: number, its name, its plural."""
    return tuple(
        f"{number:,} {one if number == 1 else several} left out." for number, one, several in counts if number
    )
