"""The tagged Word documents that ship say what their Markdown twins say."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from house_samples import parts, shown
from msgspec.structs import replace
from rich_brief import bare_brief, rich_brief

from briefer.export import output_of
from briefer.house.check import document_problems
from briefer.house.examples import EXAMPLES, example
from briefer.model.brief import Brief
from briefer.opening import open_template
from briefer.paths import resources
from briefer.templates.build import Choices
from briefer.templates.files import find_template
from briefer.templates.word_examples import example_path, examples
from briefer.wanted import document_of


def words(data: bytes) -> list[str]:
    return " ".join(shown(data)).split()


def notes(data: bytes) -> list[str]:
    found = re.findall(r"<w:t[^>]*>([^<]*)</w:t>", parts(data)["word/footnotes.xml"].decode())
    return "".join(found).split()


def test_they_are_what_the_code_makes() -> None:
    assert examples() == sorted(EXAMPLES)
    for ident in examples():
        assert example_path(ident).read_bytes() == example(ident), "run python -m briefer.house.examples"
    assert {path.name for path in (resources() / "templates" / "word").iterdir()} == {f"{i}.docx" for i in EXAMPLES}


@pytest.mark.parametrize("ident", EXAMPLES)
def test_they_pass_the_check(ident: str) -> None:
    assert document_problems(example(ident)) == []


@pytest.mark.parametrize("ident", EXAMPLES)
def test_they_ask_for_what_their_twins_ask_for(ident: str) -> None:
    word, markdown = open_template(example_path(ident)).front, find_template(ident).front
    assert {field.id for field in word.header} == {field.id for field in markdown.header}
    assert {s.id for s in word.sections} == {s.id for s in markdown.sections if not s.generated}
    assert (word.name, word.paper, word.language, word.citations) == (
        markdown.name,
        markdown.paper,
        markdown.language,
        markdown.citations,
    )


@pytest.mark.parametrize("mode", ["footnotes", "inline", "endlist", "none"])
@pytest.mark.parametrize("ident", EXAMPLES)
def test_they_say_what_their_twins_say(ident: str, mode: str, valid: Callable[[bytes], None]) -> None:
    for brief in (rich_brief(ident), bare_brief(ident), only_sections(rich_brief(ident))):
        twin = output_of(brief, find_template(ident), example_path(ident), Choices(mode)).data
        data = document_of(brief, open_template(example_path(ident)), Choices(mode))
        assert words(data) == words(twin)
        assert notes(data) == notes(twin)
        assert blank(data) == blank(twin) or not brief.sections  # under a title alone stands its rule
        valid(data)


def blank(data: bytes) -> int:
    return sum(not line.strip() for line in shown(data))


def only_sections(brief: Brief) -> Brief:
    return replace(brief, header={}, actors=(), actions=(), stakes=(), quotes=())
