"""Blocks → Markdown: pandoc's dialect where GFM agrees with it.

Front matter, headings, GFM tables and footnotes. A page break has no form in Markdown and is left out; lines of the
header block stand under each other as ``**To:** Director-General``; the numbers of numbered paragraphs are typed out,
and a box is a quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import msgspec
from msgspec.structs import replace

from briefer.memo.blocks import (
    Alignment,
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
from briefer.render.groups import Line, ListCounter, cited_notes, groups, is_boxed
from briefer.render.markdown_runs import fence, markdown_runs
from briefer.text.escape import xml_safe

_INDENT = 4
"""Columns of a list mark, and so of what belongs to its item: every dialect takes four."""
_LISTS_APART = "<!-- -->"
"""pandoc's own advice for two lists in a row; no dialect shows it."""
_DELIMITERS: dict[Alignment, str] = {"": "---", "left": ":---", "center": ":---:", "right": "---:"}
_NOT_IN_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")
_PLAIN_KEY = re.compile(r"(?!(?:y|n|yes|no|on|off|true|false|null)\Z)[a-z][a-z0-9_-]*", re.IGNORECASE)


def write_markdown(memo: Memo) -> bytes:
    """The memo as a Markdown file in UTF-8, which CommonMark with GFM's tables and footnotes, and pandoc, read alike.

    Notes keep their numbers; those that no run refers to are left out.
    """
    parts = [_front_matter(memo.facts), *markdown_blocks(memo.blocks)]
    parts += [_note(number, memo.notes[number - 1]) for number in cited_notes(memo)]
    return xml_safe("\n\n".join(part for part in parts if part) + "\n").encode()


def _front_matter(facts: Facts) -> str:
    values = {"title": facts.title, "author": facts.author, "lang": facts.language}
    values |= {"date": facts.properties.get("date", ""), "marking": facts.marking, "reference": facts.reference}
    values |= {key: value for key, value in facts.properties.items() if not values.get(key)}
    lines = [f"{_yaml_key(key)}: {_yaml_text(value)}" for key, value in values.items() if value]
    return "\n".join(["---", *lines, "---"])


def _yaml_key(key: str) -> str:
    return key if _PLAIN_KEY.fullmatch(key) else _yaml_text(key)


def _yaml_text(text: str) -> str:
    """``text`` in YAML's double quotes: JSON's, and what YAML alone does not print is escaped too."""
    quoted = msgspec.json.encode(xml_safe(text)).decode()
    return _NOT_IN_YAML.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


def markdown_blocks(blocks: Iterable[Block]) -> Iterator[str]:
    """The Markdown of each block, neighbours that make one thing together; empty lines belong between them."""
    counter = ListCounter()
    found = groups(block for block in blocks if not isinstance(block, PageBreak))
    for boxed, members in groupby(found, key=lambda members: is_boxed(members[0])):
        texts = _grouped(members, counter)
        if boxed:
            yield _quoted(list(texts))
        else:
            yield from texts


def _grouped(found: Iterable[list[Block]], counter: ListCounter) -> Iterator[str]:
    for members in found:
        match members[0]:
            case Field():
                yield "\\\n".join(_field(block) for block in members if isinstance(block, Field))
            case ListItem():
                yield _list(counter.lines(block for block in members if isinstance(block, ListItem)))
            case Quotation():
                texts = [markdown_runs(block.runs) for block in members if isinstance(block, Quotation)]
                yield _quoted([text for text in texts if text])
            case block:
                yield _block(block)


def _block(block: Block) -> str:
    match block:
        case Heading(level=level, runs=runs):
            return _heading(level, markdown_runs(runs, one_line=True))
        case Paragraph(runs=runs, style="question" | "box-heading"):
            return markdown_runs(replace(run, bold=True) for run in runs)
        case Paragraph(runs=runs):
            return markdown_runs(runs)
        case Numbered(runs=runs, number=number):
            return markdown_runs((Run(f"{number} "), *runs) if number else runs)
        case Code(text=text):
            ticks = fence(text, 3)
            return f"{ticks}\n{text.removesuffix(chr(10))}\n{ticks}"
        case Table():
            return _table(block)
        case Rule():
            return "***"
        case _:
            raise TypeError(f"no Markdown for {type(block).__name__}")


def _heading(level: int, text: str) -> str:
    words = text.rstrip("#")
    text = words + "\\#" * (len(text) - len(words))  # else a reader takes them for the end mark of the heading
    return f"{'#' * min(level, 6)} {text}" if text else ""


def _field(field: Field) -> str:
    return markdown_runs((Run(f"{field.label}:", bold=True), Run(" "), *field.runs))


def _quoted(texts: Sequence[str]) -> str:
    return "\n".join(f"> {line}".rstrip(" ") for line in "\n\n".join(texts).splitlines())


def _list(lines: Iterable[Line]) -> str:
    """Lists as deep as they go; a blank line stands where an item has a further paragraph."""
    text = ""
    after_paragraph = False
    kinds: list[bool] = []  # whether the list open at each depth is ordered
    indents = [0]
    for line in lines:
        item, depth = line.item, line.depth
        words = markdown_runs(item.runs)
        margin = "\n" + " " * indents[depth]
        if not item.first:
            text += "\n" + _indented("\n" + words, indents[depth + 1])
            after_paragraph = True
            continue
        if line.opens and kinds[depth : depth + 1] == [item.ordered]:
            text += f"\n{margin}{_LISTS_APART}\n"
        elif after_paragraph or (line.opens and (depth < len(kinds) or line.number > 1 or not words)):
            text += "\n"  # an empty item, or a list that does not begin with 1, cannot follow a line of text
        mark = f"{line.number}." if item.ordered else "-"
        kinds[depth:] = [item.ordered]
        indents[depth + 1 :] = [indents[depth] + max(_INDENT, len(mark) + 1)]
        marked = mark.ljust(indents[depth + 1] - indents[depth]) + words
        text += margin + _indented(marked, indents[depth + 1]).rstrip(" ")
        after_paragraph = False
    return text.lstrip("\n")


def _indented(text: str, columns: int) -> str:
    """``text`` with all lines but the first moved in; blank lines stay blank."""
    return re.sub(r"\n(?!\n)", "\n" + " " * columns, text)


def _table(table: Table) -> str:
    if not table.header:
        return ""
    missing = len(table.header) - len(table.alignments)
    delimiters = [_DELIMITERS[alignment] for alignment in table.alignments] + [_DELIMITERS[""]] * missing
    return "\n".join([_row(table.header), _line(delimiters), *(_row(row) for row in table.rows)])


def _row(cells: Sequence[Runs]) -> str:
    return _line([markdown_runs(cell, in_cell=True) for cell in cells])


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _note(number: int, note: Note) -> str:
    paragraphs = (markdown_runs(runs) for runs in note.paragraphs)
    return _indented(f"[^{number}]: " + "\n\n".join(text for text in paragraphs if text), _INDENT)
