"""Where the words stand that a problem is about."""

from __future__ import annotations

import pytest

from briefer.templates.check import text_problems
from briefer.templates.problems import Problem
from briefer.templates.spots import spots

HEAD = "---\nname: Weekly\nsections:\n  - {id: summary, label: Summary}\n---\n{{ sections.summary }}\n"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{{ stakes[0].sumary }}", "sumary"),
        ("It is {{ quotez }} here.", "quotez"),
        ("- {{ stakes }} and {{ sections.summary }}", "{{ stakes }}"),
        ("{% for quote in quotes %}", "{% for quote in quotes %}"),
        ("😀 {{ header.nothing_near_it }}", "header.nothing_near_it"),
    ],
)
def test_the_words_of_a_problem(line: str, words: str) -> None:
    text = f"{HEAD}{line}\n"
    problems = [problem for problem in text_problems(text) if problem.severity == "error"]
    (start, end), *_ = spots(problems, text)
    assert text[start:end] == words


def test_what_is_about_the_whole_is_at_the_beginning() -> None:
    assert spots([Problem(0, "it is no template"), Problem(99, "gone")], HEAD) == [(0, 0), (0, 0)]


def test_a_line_without_tags_is_meant_as_a_whole() -> None:
    assert spots([Problem(2, "it is wrong")], "---\n  name: x  \n---\n") == [(6, 13)]
