"""Whatever is damaged is read, or refused with a reason, and soon: never a traceback."""

from __future__ import annotations

import datetime
import json
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefer.cli.run import run
from briefer.errors import BrieferError
from briefer.exchange import take_in, write_annotations
from briefer.profile import load_profile, profile_path
from briefer.settings import load_settings, settings_path
from briefer.sources.read import source_from_bytes, source_from_html, source_from_text
from briefer.store.briefs import brief_bytes, parse_brief
from briefer.suggest import suggest
from briefer.templates.check import body_problems
from briefer.templates.files import read_template
from briefer.text.dates import understood
from briefer.wanted import memo_of
from hostile.briefs import BRIEFS, brief, written
from hostile.damage import KINDS, XML_KINDS, Blow, blows, damaged, misbuilt
from hostile.packages import packed, word
from hostile.program import CODES
from hostile.sound import PARTS, SOUND, WORD_BODY
from hostile.templates import FRONT

T = TypeVar("T")

SECONDS = 5.0
"""For which one small damaged file may be worked at, of the processor's."""

few_or_many = pytest.mark.parametrize("most", [12, pytest.param(1_000, marks=pytest.mark.long)])


def refusal_of(work: Callable[[], object]) -> BrieferError | None:
    """What the work was refused with; nothing if it was done. Any other error goes through."""
    try:
        work()
    except BrieferError as error:
        return error
    return None


def assert_told_well(error: BrieferError | None) -> None:
    """One line that a terminal can show, and a code of the help's."""
    assert error is None or str(error).isprintable()
    assert error is None or len(str(error)) < 1_000
    assert error is None or error.exit_code in (2, 65, 66, 74)


def hold(most: int, given_by: st.SearchStrategy[T], check: Callable[[T], object]) -> None:
    """The check holds for that many: it ends soon, by itself or with a sentence of ours."""

    @settings(
        max_examples=most, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
    )
    @given(given_by)
    def holds(value: T) -> None:
        began = time.process_time()
        assert_told_well(refusal_of(lambda: check(value)))
        assert time.process_time() - began < SECONDS

    holds()


def _some(data: bytes, name: str, count: int) -> Iterator[tuple[str, bytes]]:
    """So many damaged files of one kind, always the same."""
    chance = random.Random(name)
    stem, _, suffix = name.rpartition(".")
    for number in range(count):
        changes = [Blow(chance.choice(KINDS), chance.random(), chance.random(), chance.randrange(256)) for _ in "abc"]
        yield f"{stem}-{number}.{suffix}", damaged(data, changes)


def test_on_the_command_line_a_damaged_file_costs_one_line_and_ends_with_a_code_of_the_helps(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    refused = set()
    for command, name, data, count in (
        *(("new", name, data, 2) for name, data in SOUND.items()),
        ("check", "sound.brief", _BRIEF, 12),
        ("export", "sound.brief", _BRIEF, 12),
        ("templates check", "sound.md", _FRONT, 4),
    ):
        output = {"new": ["-o", str(tmp_path / "new.brief")], "export": ["-o", str(tmp_path / "memo.docx")]}
        for file, content in _some(data, name, count):
            (tmp_path / file).write_bytes(content)
            (tmp_path / "new.brief").unlink(missing_ok=True)
            code = run([*command.split(), str(tmp_path / file), *output.get(command, [])])
            said = capsys.readouterr()
            assert code in CODES, (command, file)
            if code not in (0, 1):
                refused.add(command)
                assert said.err.startswith(f"briefer: {tmp_path / file}"), said.err
                assert said.err.removesuffix("\n").isprintable()
    assert refused >= {"new", "check", "export"}


@few_or_many
@pytest.mark.parametrize("name", SOUND)
def test_an_article_of_damaged_bytes(name: str, most: int) -> None:
    source_from_bytes(SOUND[name], name, "s1")
    hold(most, blows(), lambda changes: source_from_bytes(damaged(SOUND[name], changes), name, "s1"))


@few_or_many
@pytest.mark.parametrize(
    "part", [("odt", "content.xml"), ("epub", "p.opf"), ("epub", "a.xhtml"), ("epub", "META-INF/container.xml")]
)
def test_an_article_whose_parts_are_misbuilt(part: tuple[str, str], most: int) -> None:
    suffix, name = part
    whole = PARTS[suffix]

    def read(changes: list[Blow]) -> None:
        source_from_bytes(packed({**whole, name: misbuilt(whole[name], changes)}), f"x.{suffix}", "s1")

    hold(most, blows(XML_KINDS), read)


@few_or_many
def test_a_word_file_and_a_page_that_are_misbuilt(most: int) -> None:
    hold(
        most, blows(XML_KINDS), lambda changes: source_from_bytes(word(misbuilt(WORD_BODY, changes)), "x.docx", "s1")
    )
    page = SOUND["sound.html"].decode()
    hold(most, blows(XML_KINDS), lambda changes: source_from_bytes(misbuilt(page, changes).encode(), "x.html", "s1"))
    hold(most, blows(XML_KINDS), lambda changes: source_from_html(misbuilt(page, changes), "s1"))


@few_or_many
def test_any_text_that_is_pasted(most: int) -> None:
    hold(most, st.text(max_size=400), lambda text: source_from_text(text, "s1"))


# Briefs

_BRIEF = BRIEFS["sound.brief"]


@pytest.mark.parametrize("step", [7, pytest.param(1, marks=pytest.mark.long)])
def test_a_brief_that_ends_at_any_byte(step: int) -> None:
    for end in range(0, len(_BRIEF), step):
        with pytest.raises(BrieferError):
            parse_brief(_BRIEF[:end])


def _places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    if isinstance(value, dict):
        return [path, *(place for key, each in value.items() for place in _places(each, (*path, key)))]
    if isinstance(value, list):
        return [path, *(place for number, each in enumerate(value) for place in _places(each, (*path, number)))]
    return [path]


_RICH = msgspec.json.decode(
    brief_bytes(
        parse_brief(
            written(
                brief(
                    actions=[{"id": "x1", "summary": "approved", "actors": ["a1"]}],
                    stakes=[{"id": "k1", "summary": "money", "actors": ["a1"]}],
                    quotes=[{"id": "q1", "text": "x", "speaker": "a1"}],
                )
            )
        )
    )
)
_ODD = (None, True, -1, 0, 10**30, 1.5, "", "x", "\ud800", "\x00", [], [[]], {}, {"x": {}}, [None], "a1", 2**63)


def test_a_brief_with_another_thing_at_any_key() -> None:
    for place in _places(_RICH):
        for odd in _ODD:
            raw = json.loads(json.dumps(_RICH))
            at = {"": raw}
            holder, key = at, ""
            for step in place:
                holder, key = holder[key], step  # type: ignore[assignment]
            holder[key] = odd
            data = json.dumps(at[""]).encode("utf-8", "surrogatepass")
            assert_told_well(refusal_of(lambda data=data: parse_brief(data)))


@few_or_many
def test_a_brief_of_damaged_bytes_is_refused_or_is_what_is_saved_again(most: int) -> None:
    def read(changes: list[Blow]) -> None:
        found = parse_brief(damaged(_BRIEF, changes))
        assert parse_brief(brief_bytes(found)) == found

    hold(most * 3, blows(), read)


# What else is read

_FRONT = (
    FRONT
    + "# {{ header.subject }}\n{% for a in actors %}- {{ a.name | upper }}\n{% endfor %}\n{{ sections.summary }}\n"
).encode()


@few_or_many
def test_a_template_of_damaged_bytes(most: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    path, into = tmp_path_factory.mktemp("templates") / "damaged.md", parse_brief(_BRIEF)

    def check(changes: list[Blow]) -> None:
        path.write_bytes(damaged(_FRONT, changes))
        template = read_template(path)
        body_problems(template)
        memo_of(into, template)

    hold(most, blows(("flip", "cut", "end", "double", "swap")), check)


@few_or_many
def test_annotations_of_damaged_bytes(most: int) -> None:
    into = parse_brief(_BRIEF)
    whole = write_annotations(into)
    hold(most, blows(), lambda changes: take_in(into, damaged(whole, changes)))


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ("id", "type", "body", "target", "selector", "exact", "start", "end", "source", "items", "value")
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
)


@few_or_many
def test_annotations_of_any_shape(most: int) -> None:
    into = parse_brief(_BRIEF)
    hold(most * 2, _JSON, lambda value: take_in(into, json.dumps({"type": "Annotation", "target": value}).encode()))
    hold(
        most * 2,
        _JSON,
        lambda value: take_in(into, json.dumps([{"type": "Annotation", "body": value, "target": value}]).encode()),
    )


@few_or_many
def test_settings_and_office_details_of_damaged_bytes_never_stop_the_program(most: int) -> None:
    whole = b'{"recent": ["/x/a.brief"], "theme": "dark", "name": "x", "reference": "{year}-{number}", "format": 1}'
    settings_path().parent.mkdir(parents=True, exist_ok=True)

    def load(changes: list[Blow]) -> None:
        settings_path().write_bytes(damaged(whole, changes))
        profile_path().write_bytes(damaged(whole, changes))
        load_settings()
        load_profile()

    hold(most, blows(), load)
    for odd in _ODD:
        for data in (odd, {"recent": odd}, {"reference": odd}, {"theme": odd, "name": odd}):
            settings_path().write_bytes(json.dumps(data).encode())
            profile_path().write_bytes(json.dumps(data).encode())
            load_settings()
            load_profile()


@few_or_many
def test_any_words_are_a_date_or_none(most: int) -> None:
    words = st.lists(
        st.sampled_from("by before until mid- early late Q3 next last Friday 31 30 February 0 99999999 2026 of the / . - to week am Ende des Jahres".split())
        | st.text(max_size=8),
        max_size=8,
    )  # fmt: skip
    day = datetime.date(2026, 11, 23)

    def read(said: list[str]) -> None:
        for at in (day, datetime.date.min, datetime.date.max, None):
            for language in ("en-GB", "en-US", "de", "xx"):
                understood(" ".join(said), language, at, 1)

    hold(most * 5, words, read)


# Reading along

_SCRAPS = st.sampled_from(
    ["“", "”", "\"", "'", "‘", "’", "«", "„", ",", ".", "\n", "\n\n", " ", "said", "he", "Mr.", "Lena Morvane", "the", "—",
     "will", "has ordered", "(", ")", ":", "IBM", "é", "\u202e", "\u200b", "Ministerium", "sagte", "that", "because"]
)  # fmt: skip


@few_or_many
@pytest.mark.parametrize("language", ["en", "de"])
def test_any_text_is_read_along(language: str, most: int) -> None:
    def read(text: str) -> None:
        found = suggest(text, language)
        for each in (*found.quotes, *found.actions, *found.stakes):
            assert 0 <= each.start <= each.end <= len(text)

    hold(most, st.text(max_size=300), read)
    hold(most * 3, st.lists(_SCRAPS, max_size=60).map("".join), read)
    hold(most * 3, st.lists(_SCRAPS, max_size=60).map(" ".join), read)


_MONOTONOUS = ("a", "“", '"', "'a ", "“a” ", "Aa ", "Mr. A said. ", "he will act. ", "a\n\n", "a, ", "said ", "“‘", "1", "— ", "“a\n", "Aa: ", "(")  # fmt: skip


@pytest.mark.parametrize("words", _MONOTONOUS)
def test_one_scrap_over_and_over_takes_as_long_as_it_is(words: str) -> None:
    suggest("x")
    began = time.process_time()
    suggest(words * (20_000 // len(words)))
    assert time.process_time() - began < SECONDS
