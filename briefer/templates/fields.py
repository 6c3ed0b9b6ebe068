"""A template as it stands: its own pages with its tags in the places where values will be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec.structs import replace

from briefer.memo.blocks import (
    Block,
    Facts,
    Field,
    Heading,
    ListItem,
    Memo,
    Numbered,
    Paragraph,
    Quotation,
    Run,
    Runs,
    Table,
)
from briefer.memo.inserts import Inserts, Words
from briefer.memo.markdown import read_blocks
from briefer.templates.problems import Problem
from briefer.templates.tags import Tag, tags
from briefer.templates.template import FrontMatter, Template
from briefer.text.escape import RESERVED

TAG = "tag"
"""The entry of a run that shows a tag; ``tag:3`` shows one that the third problem is about."""

MARK = "mark"
"""The entry, as ``mark:3``, of the number that stands after such a tag."""

_SHOWN = 44
_ROOM = "\u2060\u2007{}\u2007\u2060"
_IN_TABLE = re.compile(r"\s*\|")


def fields_memo(template: Template, problems: Sequence[Problem] = ()) -> Memo:
    """The memo of a Markdown template in which each tag stands for what it will put there.

    Runs that show tags are code and have an entry (``TAG``). A tag that the check complains of is numbered as its
    problem is, from 1.
    """
    inserts = Inserts()
    body = RESERVED.sub("", template.body)
    blocks = read_blocks("\n".join(_lines(body, template, problems, inserts)), inserts, lambda _: ())
    return Memo(own_facts(template.front), tuple(_chipped(blocks)))


def own_facts(front: FrontMatter) -> Facts:
    """What is true of such a memo: header and footer show the fields that they will hold."""
    known = {field.id for field in front.header}
    return Facts(
        title=front.name,
        language=front.language,
        paper=front.paper,
        landscape=front.orientation == "landscape",
        marking="{{ header.marking }}" if "marking" in known else "",
        reference="{{ header.reference }}" if "reference" in known else "",
        look=front.style,
    )


def _lines(body: str, template: Template, problems: Sequence[Problem], inserts: Inserts) -> Iterator[str]:
    """The lines of the body with markers for its tags. A line of tags alone is a paragraph, or a row of its table."""
    marked, at, line = "", 0, template.body_line
    for tag in tags(body):
        marked += body[at : tag.start]
        line = template.body_line + body.count("\n", 0, tag.start)
        if tag.mark != "{#":
            marked += _marker(tag, _problem_of(tag, line, problems), inserts)
        at = tag.end
    lines = (marked + body[at:]).split("\n")
    columns = 0
    for number, text in enumerate(lines):
        if _IN_TABLE.match(text):
            columns = text.count("|") - 1
            yield text
        elif not inserts.plain(text).strip() or not _is_marker(text):
            if text.strip():
                columns = 0
            yield text
        elif columns and any(_IN_TABLE.match(each) for each in (lines[number - 1], *_before_gap(lines[number:]))):
            yield f"| {text.strip()} |" + " |" * (columns - 1)
        else:
            yield from ("", text, "")


def _before_gap(lines: Iterable[str]) -> Iterator[str]:
    """The lines up to the next empty one."""
    for line in lines:
        if not line.strip():
            return
        yield line


def _is_marker(text: str) -> bool:
    """Whether nothing stands on a line but markers."""
    return text.strip().startswith("\ue000") and not re.sub("\ue000[\ue010-\ue019]+\ue001", "", text).strip()


def _marker(tag: Tag, problem: int, inserts: Inserts) -> str:
    return "".join(inserts.keep(Words(run.text, run.entry)) for run in tag_runs(tag, problem))


def tag_runs(tag: Tag, problem: int) -> Runs:
    """The runs that show a tag, and after it the number of its problem if it has one."""
    words = " ".join(tag.text.split())
    shown = words if len(words) <= _SHOWN else f"{words[: _SHOWN - 4]}… {tag.closed}"
    if not problem:
        return (Run(shown, code=True, entry=TAG),)
    return Run(shown, code=True, entry=f"{TAG}:{problem}"), Run(_ROOM.format(problem), entry=f"{MARK}:{problem}")


def _problem_of(tag: Tag, line: int, problems: Sequence[Problem]) -> int:
    """The number of the problem that a tag has; 0 if it has none."""
    lines = range(line, line + tag.text.count("\n") + 1)
    for number, problem in enumerate(problems, 1):
        if problem.line in lines and (problem.line != line or is_about(problem, tag)):
            return number
    return 0


def is_about(problem: Problem, tag: Tag) -> bool:
    """Whether a problem beside a tag may be about it: it names nothing, or something that stands in the tag."""
    told = re.findall(r"[\w.]+\w", problem.message)
    named = [word for word in told if "." in word or "_" in word]
    return not named or any(word in tag.text for word in named)


def _chipped(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with the runs that show tags in fixed pitch."""
    return (with_runs(block, _code) for block in blocks)


def with_runs(block: Block, change: Callable[[Runs], Runs]) -> Block:
    """A block with each paragraph of its runs changed."""
    match block:
        case Heading() | Paragraph() | Numbered() | Field() | ListItem() | Quotation():
            return replace(block, runs=change(block.runs))
        case Table():
            header = tuple(change(cell) for cell in block.header)
            return replace(block, header=header, rows=tuple(tuple(map(change, row)) for row in block.rows))
        case _:
            return block


def _code(runs: Runs) -> Runs:
    return tuple(replace(run, code=True) if run.entry.startswith(TAG) else run for run in runs)


def problem_number(entry: str) -> int:
    """The number of the problem that the entry of a run in such a memo names; 0 if none."""
    return int(entry.partition(":")[2] or 0) if entry.startswith((TAG, MARK)) else 0
