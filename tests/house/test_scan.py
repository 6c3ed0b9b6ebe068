"""Tags in a line of text, however Word and people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.house.scan import scan


def codes(text: str) -> list[tuple[str, str]]:
    return [(tag.prefix, tag.code) for tag in scan(text)[0]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a {{ b }} c", [("", "{{ b }}")]),
        ("{%p if x == ‘HS’ %}", [("p", "{% if x == 'HS' %}")]),
        ("{%tr for a in b %}{{r c }}", [("tr", "{% for a in b %}"), ("r", "{{ c }}")]),
        ("{{ a[“don’t”] }}", [("", '{{ a["don’t"] }}')]),
        ("{{ a['say “yes”'] }}", [("", "{{ a['say “yes”'] }}")]),
        ("{{ actor’s }}", [("", "{{ actor's }}")]),
        ("{%- if x -%}", [("", "{%- if x -%}")]),
        ("{#p gone #}", [("p", "")]),
        ("{_{ shown }_}", [("", "{{ '{{' }}"), ("", "{{ '}}' }}")]),
        ("{% raw %}{{ x }}{% endraw %}", [("", "{{ '{{ x }}' }}")]),
        ("{{ price }} {p}", [("", "{{ price }}")]),
        ("{{ a – b }}", [("", "{{ a - b }}")]),
        ("no { tags } here %", []),
    ],
)
def test_tags_are_read_as_meant(text: str, expected: list[tuple[str, str]]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ a }", "closes with }"),
        ("{% if a }}", "closes with }}"),
        ("{{ a", "is never closed"),
        ("x {# y", "is never closed"),
    ],
)
def test_a_tag_without_an_end_is_told(text: str, said: str) -> None:
    assert said in scan(text)[1].message


@given(st.text(alphabet="{}%#\"'“”ab -_ptrc\n", max_size=60))
def test_any_text_is_read_and_no_letter_is_in_two_tags(text: str) -> None:
    at = 0
    for tag in scan(text)[0]:
        assert at <= tag.start < tag.end <= len(text)
        at = tag.end
