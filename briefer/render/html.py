"""Blocks → HTML: one page that stands alone, loads nothing and runs nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from briefer.memo.blocks import (
    Block,
    Code,
    Facts,
    Field,
    Heading,
    ListItem,
    Memo,
    Note,
    Numbered,
    PageBreak,
    Paragraph,
    Quotation,
    Rule,
    Run,
    Runs,
    Table,
)
from briefer.render.groups import Line, ListCounter, cited_notes, groups, is_boxed, safe_link
from briefer.render.html_look import STYLE
from briefer.text.escape import escape_xml

_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def write_html(memo: Memo) -> bytes:
    """The memo as a page in UTF-8, with its style inside; the marking stands at the top and at the bottom.

    Links lead to http, https and mailto addresses only; any other is shown as its words.
    """
    return f"<!DOCTYPE html>\n{_html(memo)}\n".encode()


def html_body(memo: Memo) -> str:
    """What ``write_html`` puts into the page's body.

    Words that came from an entry stand in an element whose ``data-entry`` names it. A note's reference has the id
    ``ref-N``, repeated ones ``ref-N-2`` and so on; the note itself ``note-N``.
    """
    page = _Page(memo)
    parts = [*page.marking(), "<main>", *page.blocks(), "</main>", *page.notes(), *page.footer()]
    return "\n".join(parts)


def _html(memo: Memo) -> str:
    language = memo.facts.language
    direction = ' dir="rtl"' if language.lower().split("-")[0] in _RIGHT_TO_LEFT else ""
    return f"""<html lang="{escape_xml(language)}"{direction}>
<head>
{_head(memo.facts)}
</head>
<body>
{html_body(memo)}
</body>
</html>"""


def _head(facts: Facts) -> str:
    named = {"author": facts.author, "keywords": facts.keywords}
    size = f"{facts.paper.lower()} {'landscape' if facts.landscape else 'portrait'}"
    return "\n".join(
        [
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            *(f'<meta name="{name}" content="{escape_xml(text)}">' for name, text in named.items() if text),
            f"<title>{escape_xml(facts.title)}</title>",
            f"<style>\n{STYLE}@page {{ size: {size}; margin: 2.5cm }}\n</style>",
        ]
    )


class _Page:
    """The body of one memo in the making: it remembers which notes were referred to how often."""

    def __init__(self, memo: Memo) -> None:
        self._memo = memo
        self._references: Counter[int] = Counter()

    def marking(self) -> Iterator[str]:
        if self._memo.facts.marking:
            yield f'<p class="marking">{escape_xml(self._memo.facts.marking)}</p>'

    def footer(self) -> Iterator[str]:
        if self._memo.facts.reference or self._memo.facts.marking:
            yield "<footer>"
            if self._memo.facts.reference:
                yield f'<p class="reference">{escape_xml(self._memo.facts.reference)}</p>'
            yield from self.marking()
            yield "</footer>"

    def blocks(self) -> Iterator[str]:
        counter = ListCounter()
        for boxed, members in groupby(groups(self._memo.blocks), key=lambda members: is_boxed(members[0])):
            if boxed:
                yield '<div class="box">'
            yield from self._grouped(members, counter)
            if boxed:
                yield "</div>"

    def _grouped(self, found: Iterable[list[Block]], counter: ListCounter) -> Iterator[str]:
        for members in found:
            match members[0]:
                case Field():
                    yield '<dl class="header">'
                    yield from (self._field(block) for block in members if isinstance(block, Field))
                    yield "</dl>"
                case ListItem():
                    lines = list(counter.lines(block for block in members if isinstance(block, ListItem)))
                    yield self._list(lines)
                case Quotation():
                    yield "<blockquote>"
                    yield from (
                        f"<p>{self._runs(block.runs)}</p>" for block in members if isinstance(block, Quotation)
                    )
                    yield "</blockquote>"
                case block:
                    yield self._block(block)

    def _block(self, block: Block) -> str:
        match block:
            case Heading(level=level, runs=runs):
                name = f"h{min(level, 6)}"
                return f"<{name}>{self._runs(runs)}</{name}>"
            case Paragraph(runs=runs, style=style):
                return f"<p{_class(style)}>{self._runs(runs)}</p>"
            case Numbered(number=""):
                return f"<p{_class('under', f'level-{block.level}', block.style)}>{self._runs(block.runs)}</p>"
            case Numbered(number=number):
                named = _class("numbered", f"level-{block.level}", block.style)
                return f'<p{named}><span class="number">{escape_xml(number)}</span> {self._runs(block.runs)}</p>'
            case Code(text=text):
                return f"<pre><code>{escape_xml(text)}</code></pre>"
            case Table():
                return self._table(block)
            case Rule():
                return "<hr>"
            case PageBreak():
                return '<div class="page-break"></div>'
            case _:
                raise TypeError(f"no HTML for {type(block).__name__}")

    def _field(self, field: Field) -> str:
        return f"<div><dt>{escape_xml(field.label)}</dt><dd>{self._runs(field.runs)}</dd></div>"

    def _list(self, lines: Sequence[Line]) -> str:
        html: list[str] = []
        closing: list[str] = []  # what ends the list that is open at each depth
        for line in lines:
            while len(closing) > line.depth + 1 or (line.opens and len(closing) > line.depth):
                html.append(closing.pop())
            if not line.item.first:
                html.append(f"<p{_class(line.item.style)}>{self._runs(line.item.runs)}</p>")
                continue
            if line.opens:
                name = "ol" if line.item.ordered else "ul"
                start = f' start="{line.number}"' if line.item.ordered and line.number > 1 else ""
                html.append(f"<{name}{start}>")
                closing.append(f"</li></{name}>")
            else:
                html.append("</li>")
            html.append(f"<li>{self._runs(line.item.runs)}")
        return "\n".join([*html, *reversed(closing)])

    def _table(self, table: Table) -> str:
        alignments = [*table.alignments, *("" for _ in table.header)]
        classes = [f' class="{alignment}"' if alignment else "" for alignment in alignments]
        header = "".join(
            f'<th scope="col"{look}>{self._runs(cell)}</th>'
            for cell, look in zip(table.header, classes, strict=False)
        )
        rows = (
            "".join(f"<td{look}>{self._runs(cell)}</td>" for cell, look in zip(row, classes, strict=False))
            for row in table.rows
        )
        body = "\n".join(f"<tr>{row}</tr>" for row in rows)
        return f"<table>\n<thead><tr>{header}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"

    def _runs(self, runs: Runs) -> str:
        """Words and references; references side by side are parted by a raised comma, as Word has them."""
        written = []
        for refers, alike in groupby((run for run in runs if run.text or run.note), lambda run: bool(run.note)):
            if refers:
                written.append("<sup>,</sup>".join([self._reference(run) for run in alike]))
            else:
                written += map(_words, alike)
        return "".join(written)

    def _reference(self, run: Run) -> str:
        self._references[run.note] += 1
        link = (
            f'<a id="{_reference_id(run.note, self._references[run.note])}" href="#note-{run.note}"'
            f' role="doc-noteref">{run.note}</a>'
        )
        entry = f' data-entry="{escape_xml(run.entry)}"' if run.entry else ""
        return f"<sup{entry}>{link}</sup>"

    def notes(self) -> Iterator[str]:
        """The notes that the blocks, written before, refer to."""
        numbers = cited_notes(self._memo)
        if not numbers:
            return
        yield '<section class="notes" role="doc-endnotes" aria-label="Notes">'
        yield "<ol>"
        yield from (self._note(number, self._memo.notes[number - 1]) for number in numbers)
        yield "</ol>"
        yield "</section>"

    def _note(self, number: int, note: Note) -> str:
        back = " ".join(
            f'<a href="#{_reference_id(number, count)}" role="doc-backlink" aria-label="Back to reference {number}'
            f'{f", place {count}" if count > 1 else ""}">↩</a>'
            for count in range(1, self._references[number] + 1)
        )
        texts = [self._runs(runs) for runs in note.paragraphs] or [""]
        texts[-1] = f"{texts[-1]} {back}"
        paragraphs = "".join(f"<p>{text}</p>" for text in texts)
        return f'<li id="note-{number}" value="{number}">{paragraphs}</li>'


def _reference_id(number: int, count: int) -> str:
    return f"ref-{number}" if count == 1 else f"ref-{number}-{count}"


def _class(*names: str) -> str:
    """A ``class`` attribute with the names that there are; nothing if there are none. A box has its own element."""
    found = " ".join(name for name in names if name not in ("", "box"))
    return f' class="{escape_xml(found)}"' if found else ""


def _words(run: Run) -> str:
    html = escape_xml(run.text).replace("\n", "<br>\n")
    if run.code:
        html = f"<code>{html}</code>"
    if run.italic:
        html = f"<em>{html}</em>"
    if run.bold:
        html = f"<strong>{html}</strong>"
    link = safe_link(run.link)
    entry = f' data-entry="{escape_xml(run.entry)}"' if run.entry else ""
    if link:
        return f'<a href="{escape_xml(link)}"{entry}>{html}</a>'
    return f"<span{entry}>{html}</span>" if entry else html
