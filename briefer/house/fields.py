"""A house document as it stands: its words as blocks, with its tags in the places where values will be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from briefer.house.prepared import prepared
from briefer.house.read_back import read_back
from briefer.memo.blocks import Memo, Run, Runs
from briefer.office.package import Package
from briefer.templates.fields import is_about, own_facts, tag_runs, with_runs
from briefer.templates.problems import Problem
from briefer.templates.tags import Tag, tags
from briefer.templates.template import Template


def document_fields(template: Template, problems: Sequence[Problem] = ()) -> Memo:
    """What ``templates.fields.fields_memo`` makes, of a Word document. DataError; this is for the worker."""
    memo = read_back(Package(prepared(template.document).parts), own_facts(template.front))
    chips = _Chips(problems)
    return replace(memo, blocks=tuple(with_runs(block, chips.shown) for block in memo.blocks))


class _Chips:
    """Shows tags in paragraphs, one after the other; each problem is marked at the first tag that it fits."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self._problems = dict(enumerate(problems, 1))

    def shown(self, runs: Runs) -> Runs:
        """The runs of a paragraph, its tags in runs of their own."""
        text = "".join(run.text for run in runs)
        found: list[Run] = []
        at = 0
        for tag in tags(text):
            found += _between(runs, at, tag.start)
            found += tag_runs(tag, self._problem_of(tag))
            at = tag.end
        return (*found, *_between(runs, at, len(text)))

    def _problem_of(self, tag: Tag) -> int:
        for number, problem in self._problems.items():
            named = any(each in tag.text for each in problem.message.replace(":", " ").split() if "." in each)
            if named or (is_about(problem, tag) and tag.text in problem.around):
                del self._problems[number]
                return number
        return 0


def _between(runs: Runs, start: int, end: int) -> Iterator[Run]:
    """The runs of the words from one place to another."""
    at = 0
    for run in runs:
        first, last = max(start - at, 0), min(end - at, len(run.text))
        if first < last:
            yield replace(run, text=run.text[first:last])
        elif run.note and start <= at < end:
            yield run
        at += len(run.text)
