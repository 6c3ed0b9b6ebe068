"""Comments: the remarks of a draft beside the words that they are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from briefer.memo.blocks import Block, Run, Runs
from briefer.memo.citations import with_runs
from briefer.memo.remarks import Remark
from briefer.render.word import names
from briefer.render.word.direction import runs_right_to_left
from briefer.render.word.paragraph import paragraph_xml
from briefer.render.word.runs import RunWriter, text_runs
from briefer.text.escape import escape_xml

AUTHOR = "Briefer check"
_INITIALS = "BC"
_REFERENCE = '<w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>'
COMMENT_STYLES = {
    "CommentReference": '<w:style w:type="character" w:styleId="CommentReference">'
    '<w:name w:val="annotation reference"/><w:basedOn w:val="DefaultParagraphFont"/>'
    '<w:uiPriority w:val="99"/><w:unhideWhenUsed/><w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>',
    "CommentText": '<w:style w:type="paragraph" w:styleId="CommentText"><w:name w:val="annotation text"/>'
    '<w:basedOn w:val="Normal"/><w:uiPriority w:val="99"/><w:unhideWhenUsed/>'
    '<w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr></w:style>',
}
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


class Mark(Run, frozen=True):
    """A place in the runs where a comment begins or ends: no words, but XML of its own."""

    xml: str = ""


class MarkedRuns(RunWriter):
    """Writes runs among which there are marks."""

    def xml(self, runs: Iterable[Run]) -> str:
        """The runs, each mark in its place."""
        pieces = []
        for marked, members in groupby(runs, lambda run: isinstance(run, Mark)):
            if marked:
                pieces += [mark.xml for mark in members if isinstance(mark, Mark)]
            else:
                pieces.append(super().xml(members))
        return "".join(pieces)


class Comments:
    """The comments of one document, counted in the order in which its words come."""

    def __init__(self, remarks: Iterable[Remark]) -> None:
        self._waiting = sorted(remarks, key=lambda remark: (remark.block, remark.start, -remark.end))
        self._placed: list[Remark] = []

    def marked(self, blocks: Sequence[Block]) -> tuple[Block, ...]:
        """The blocks with a mark where a comment begins, and one where it ends.

        A remark on a block without runs, or on no words at all, has no place and makes no comment.
        """
        of_block = {at: list(group) for at, group in groupby(self._waiting, key=lambda remark: remark.block)}
        return tuple(
            self._marked(block, of_block[at]) if at in of_block else block for at, block in enumerate(blocks)
        )

    def add_to(self, parts: dict[str, str], date: str) -> None:
        """Add the comments, all of this date (ISO 8601), and all that a package needs for them, to its parts."""
        if not self._placed:
            return
        parts[names.COMMENTS] = self.xml(date)
        for name, ending, added in (
            (names.CONTENT_TYPES, "</Types>", _override()),
            (names.DOCUMENT_LINKS, "</Relationships>", _relationship()),
            (names.STYLES, "</w:styles>", "".join(_missing_styles(parts[names.STYLES]))),
        ):
            parts[name] = parts[name].removesuffix(ending) + added + ending

    def take(self, remark: Remark) -> int:
        """The number of a comment whose place is found, from 0 in the order in which they are taken."""
        self._placed.append(remark)
        return len(self._placed) - 1

    def xml(self, date: str) -> str:
        """The comments part: those that have found their places, numbered from 0."""
        comments = "".join(_comment(number, remark, date) for number, remark in enumerate(self._placed))
        return f'{names.DECLARATION}<w:comments xmlns:w="{names.W}">{comments}</w:comments>'

    def _marked(self, block: Block, remarks: list[Remark]) -> Block:
        at = 0

        def change(runs: Runs) -> Runs:
            nonlocal at
            start, at = at, at + sum(len(run.text) for run in runs)
            return self._with_marks(runs, start, at, remarks)

        return with_runs(block, change)

    def _with_marks(self, runs: Runs, start: int, end: int, remarks: list[Remark]) -> Runs:
        """``runs``, which stand from ``start`` to ``end`` in their block, with the marks of what begins in them."""
        places: list[tuple[int, str]] = []
        for remark in remarks:
            if start <= remark.start < min(remark.end, end):
                number = self.take(remark)
                places += [(remark.start, begins(number)), (min(remark.end, end), ends(number))]
        return tuple(_cut(runs, start, sorted(places, key=lambda place: place[0]))) if places else runs


def _cut(runs: Runs, at: int, places: list[tuple[int, str]]) -> Iterator[Run]:
    """The runs, which begin ``at``, with a mark at each of these places; a note that stands there comes after it."""
    for run in runs:
        text = run.text
        while places and places[0][0] <= at + len(text):
            place, xml = places.pop(0)
            if head := text[: place - at]:
                yield replace(run, text=head)
                text = text[place - at :]
                at = place
            yield Mark(xml=xml)
        at += len(text)
        if text or run.note:
            yield replace(run, text=text) if text != run.text else run


def begins(number: int) -> str:
    """The mark where a comment begins."""
    return f'<w:commentRangeStart w:id="{number}"/>'


def ends(number: int) -> str:
    """The marks where a comment ends."""
    reference = f'<w:r>{_REFERENCE}<w:commentReference w:id="{number}"/></w:r>'
    return f'<w:commentRangeEnd w:id="{number}"/>{reference}'


def _comment(number: int, remark: Remark, date: str) -> str:
    words = f"<w:r>{_REFERENCE}<w:annotationRef/></w:r>{text_runs(remark.text)}"
    paragraph = paragraph_xml("CommentText", words, rtl=runs_right_to_left(remark.text))
    return (
        f'<w:comment w:id="{number}" w:author="{AUTHOR}" w:date="{escape_xml(date)}" w:initials="{_INITIALS}">'
        f"{paragraph}</w:comment>"
    )


def _missing_styles(styles: str) -> Iterator[str]:
    for ident, xml in COMMENT_STYLES.items():
        if f'w:styleId="{ident}"' not in styles:
            yield xml


def _override() -> str:
    return f'<Override PartName="/{names.COMMENTS}" ContentType="{_CONTENT_TYPE}"/>'


def _relationship() -> str:
    return f'<Relationship Id="rIdComments" Type="{names.R}/comments" Target="comments.xml"/>'
