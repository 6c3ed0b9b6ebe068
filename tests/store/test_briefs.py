"""The .brief file: equal bytes for equal briefs, and nothing is opened that saving would lose."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from strategies import briefs

from briefer.errors import BrieferError, ChangedElsewhereError, DataError, UnreadableError
from briefer.files import fingerprint
from briefer.model.brief import Brief
from briefer.model.source import Source
from briefer.store import briefs as store
from briefer.store.briefs import brief_bytes, parse_brief, read_brief, save_brief

FORMAT_1 = Path(__file__).parents[1] / "data" / "briefs" / "format-1"
SMALL = (FORMAT_1 / "small.brief").read_bytes()
RICH = (FORMAT_1 / "rich.brief").read_bytes()


def refused(data: bytes) -> str:
    """The line that refuses these bytes."""
    with pytest.raises(DataError) as caught:
        parse_brief(data)
    line = str(caught.value)
    assert caught.value.hint
    assert line.isprintable()
    assert len(line) < 400
    return line


def first_with(items: tuple[Any, ...], **fields: object) -> tuple[Any, ...]:
    """The items, the first of them with other fields."""
    return (replace(items[0], **fields), *items[1:])


def changed(*path: str | int, to: Any) -> bytes:
    """The rich brief's file with another value at a path."""
    whole = place = json.loads(RICH)
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = to
    return json.dumps(whole, indent=2, ensure_ascii=False).encode()


# Round trips


@pytest.mark.parametrize("name", ["small", "rich"])
def test_a_file_of_format_1_always_opens(name: str) -> None:
    opened = read_brief(FORMAT_1 / f"{name}.brief")
    data = (FORMAT_1 / f"{name}.brief").read_bytes()
    assert opened.fingerprint == fingerprint(data)
    assert brief_bytes(opened.brief) == data


def test_the_rich_brief_is_read_whole() -> None:
    brief = parse_brief(RICH)
    assert brief.header["reference"] == "EN/26/114"
    assert [anchor.exact for anchor in brief.quotes[0].evidence] == [
        "It costs 46 million",
        "and it will not end there.",
    ]
    assert brief.actors[2].evidence[1].lost
    assert brief.actions[0].evidence[1].stance == "contradicts"
    assert brief.sources[0].fixes[1].on is False
    assert brief.export.annexes == ("quotations", "sources")


@given(briefs())
@settings(max_examples=40, deadline=None)
def test_what_is_written_is_read_again_and_written_alike(brief: Brief) -> None:
    data = brief_bytes(brief)
    assert parse_brief(data) == brief
    assert brief_bytes(parse_brief(data)) == data


@given(st.permutations(list(parse_brief(RICH).header.items())))
def test_equal_briefs_give_equal_bytes(header: list[tuple[str, str]]) -> None:
    brief = msgspec.structs.replace(parse_brief(RICH), header=dict(header))
    assert brief == parse_brief(RICH)
    assert brief_bytes(brief) == RICH


def test_the_file_is_readable_text() -> None:
    data = brief_bytes(parse_brief(RICH))
    assert data.startswith(b'{\n  "format": 1,\n  "id": "')
    assert data.endswith(b"}\n")
    assert "Ms Țurcanu" in data.decode()
    assert list(json.loads(data)) == [field.name for field in msgspec.structs.fields(Brief)]


@pytest.mark.parametrize("indent", [None, 4])
def test_a_file_in_another_layout_is_read(indent: int | None) -> None:
    assert parse_brief(json.dumps(json.loads(RICH), indent=indent).encode()) == parse_brief(RICH)


def test_a_byte_order_mark_is_passed_over() -> None:
    assert parse_brief(b"\xef\xbb\xbf" + SMALL) == parse_brief(SMALL)


# Saving


def test_saves_and_reads_again(tmp_path: Path) -> None:
    brief = parse_brief(RICH)
    saved = save_brief(brief, tmp_path / "a.brief")
    opened = read_brief(tmp_path / "a.brief")
    assert opened == store.Opened(brief, saved)


def test_does_not_overwrite_what_somebody_changed(tmp_path: Path) -> None:
    path = tmp_path / "a.brief"
    path.write_bytes(SMALL)
    opened = read_brief(path)
    path.write_bytes(RICH)
    with pytest.raises(ChangedElsewhereError):
        save_brief(opened.brief, path, expected=opened.fingerprint)
    assert path.read_bytes() == RICH


def test_does_not_save_what_could_not_be_read_again(tmp_path: Path) -> None:
    brief = msgspec.structs.replace(parse_brief(SMALL), title="x\n" * store.LIMIT)
    with pytest.raises(DataError, match="at most 30,000,000 can be read again"):
        save_brief(brief, tmp_path / "a.brief")
    assert list(tmp_path.iterdir()) == []


# Refusals: files


def test_a_brief_of_more_than_can_be_worked_with_is_neither_read_nor_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = parse_brief(RICH)
    count = len(whole.sources) + len(list(whole.citables()))
    monkeypatch.setattr(store, "MOST", count)
    save_brief(whole, tmp_path / "a.brief")
    monkeypatch.setattr(store, "MOST", count - 1)
    assert f"{count} sources, entries and passages" in refused(RICH)
    with pytest.raises(DataError, match="divide it"):
        save_brief(whole, tmp_path / "b.brief")
    assert [path.name for path in tmp_path.iterdir()] == ["a.brief"]


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (lambda brief, text: replace(brief, title=text), "the title"),
        (lambda brief, text: replace(brief, header={"to": text}), "the header’s to"),
        (lambda brief, text: replace(brief, sections={"summary": text}), "the section summary"),
        (lambda brief, text: replace(brief, sources=first_with(brief.sources, publisher=text)), "publisher of s1"),
        (lambda brief, text: replace(brief, actors=first_with(brief.actors, aliases=("a", text))), "aliases of a1"),
    ],
)
def test_a_brief_that_no_window_can_show_is_neither_read_nor_written(
    tmp_path: Path, change: Callable[[Brief, str], Brief], where: str
) -> None:
    brief = change(parse_brief(RICH), "x" * 60_000)
    why = f"{where} has 60,000 characters without a blank, and at most 50,000 can be shown; part it into paragraphs"
    assert why in refused(store.brief_bytes(brief))
    with pytest.raises(DataError, match="can be shown"):
        save_brief(brief, tmp_path / "a.brief")
    assert list(tmp_path.iterdir()) == []


def test_an_original_may_be_of_any_form(tmp_path: Path) -> None:
    brief = parse_brief(RICH)
    save_brief(replace(brief, sources=first_with(brief.sources, original="x" * 300_000)), tmp_path / "a.brief")
    assert len(read_brief(tmp_path / "a.brief").brief.sources[0].original) == 300_000


def test_a_refusal_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.brief"
    path.write_bytes(b"{}")
    with pytest.raises(DataError) as caught:
        read_brief(path)
    assert str(caught.value) == f"{path}: this is no brief: it has no format number; choose a .brief file"


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.brief"
    path.touch()
    os.truncate(path, store.LIMIT + 1)
    with pytest.raises(DataError, match=r"30,000,001 bytes, and at most 30,000,000"):
        read_brief(path)


def test_a_folder_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.brief"):
        with pytest.raises(UnreadableError) as caught:
            read_brief(path)
        assert str(caught.value).startswith(f"{path}: ")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.brief").write_bytes(SMALL)
    (tmp_path / "a.brief").chmod(0)
    with pytest.raises(UnreadableError, match="no permission"):
        read_brief(tmp_path / "a.brief")


# Refusals: damage


def test_a_file_cut_short_anywhere_is_refused() -> None:
    for length in range(len(SMALL) - 1):  # the last byte is the line end
        refused(SMALL[:length])


@given(st.binary(max_size=60))
def test_bytes_are_refused(data: bytes) -> None:
    refused(data)


@given(st.integers(0, len(SMALL) - 1), st.binary(min_size=1, max_size=3))
def test_damage_is_refused_or_gives_a_brief(at: int, wrong: bytes) -> None:
    damaged = SMALL[:at] + wrong + SMALL[at + 1 :]
    try:
        brief = parse_brief(damaged)
    except DataError:
        refused(damaged)
    else:
        assert parse_brief(brief_bytes(brief)) == brief


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "the file is empty"),
        (b" \n", "the file is empty"),
        (b"\0\1\2", "invalid character at line 1, column 1"),
        (b"PK\x03\x04", "invalid character"),
        (SMALL.decode().encode("utf-16"), "no brief"),
        (SMALL.replace("–".encode(), b"\x96"), "not UTF-8"),
        (b"[]", "JSON of another kind"),
        (b"{}", "no format number"),
        (SMALL[:-3], "cut short"),
        (SMALL + b"{}", "trailing characters"),
        (SMALL.replace(b'"title"', b"'title'"), "at line 4, column 3"),
        (SMALL.replace("Gas – a".encode(), "Gas – \x01a".encode()), "at line 4, column 19"),
        (SMALL.replace(b'"start": 0', b'"start": NaN'), "no brief"),
        (SMALL.replace(b'"start": 0', b'"start": 1e999'), "out of range"),
        (SMALL.replace(b'"start": 0', b'"start": ' + b"9" * 9999), "evidence[0].start): the number is out of range"),
        (SMALL.replace(b"Kyiv", b"\\ud800"), "no brief"),
        (
            SMALL.replace(b'"language"', b'"x": ' + b"[" * 100_000 + b"]" * 100_000 + b', "language"'),
            "nested too deeply",
        ),
    ],
)
def test_damage_is_told_in_plain_words(data: bytes, words: str) -> None:
    assert words in refused(data)


# Refusals: what saving would lose


@pytest.mark.parametrize(("number", "words"), [
    (99, "made by a newer Briefer (format 99); update Briefer to open it"), (2, "made by a newer Briefer (format 2)"),
    (0, "no whole number from 1"), (-1, "no whole number from 1"), (1.0, "no whole number from 1"),
    (True, "no whole number from 1"), ("1", "no whole number from 1"), (None, "no whole number from 1"),
])  # fmt: skip
def test_another_format_is_refused(number: object, words: str) -> None:
    assert words in refused(changed("format", to=number))


def test_the_format_is_looked_at_before_anything_else() -> None:
    newer = json.loads(RICH) | {"format": 2, "mood": [], "title": 7}
    assert "newer Briefer (format 2)" in refused(json.dumps(newer).encode())


UNKNOWN = [
    (("colour",), "colour ($.colour): unknown key"),
    (("sources", 1, "colour"), "sources, number 2, colour ($.sources[1].colour): unknown key"),
    (("actors", 2, "evidence", 1, "colour"), "number 2, colour ($.actors[2].evidence[1].colour): unknown key"),
    (("sources", 0, "headings", 1, "colour"), "($.sources[0].headings[1].colour): unknown key"),
    (("export", "colour"), "export, colour ($.export.colour): unknown key"),
    (("left", 0, "co\nlour"), "unknown key"),
]


@pytest.mark.parametrize(("path", "words"), UNKNOWN)
def test_an_unknown_key_is_refused_with_its_place(path: tuple[str | int, ...], words: str) -> None:
    assert words in refused(changed(*path, to="red"))


WRONG = [
    (("title",), 7, "title ($.title): text in quotation marks belongs here, not a whole number"),
    (("actors",), {}, "actors ($.actors): a list belongs here, not an object in braces"),
    (("actors", 1), None, "actors, number 2 ($.actors[1]): an object in braces belongs here, not null"),
    (("actors", 1, "aliases"), [1], "aliases, number 1 ($.actors[1].aliases[0]): text"),
    (("actors", 1, "kind"), "alien", "($.actors[1].kind): “alien” is none of the words allowed here"),
    (("actions", 0, "evidence", 0, "start"), True, "start ($.actions[0].evidence[0].start): a whole number belongs"),
    (("actions", 0, "evidence", 0, "start"), 1.5, "not a number with a fraction"),
    (("sources", 0, "fixes", 1, "on"), 1, "($.sources[0].fixes[1].on): true or false belongs here"),
    (("header", "marking"), 1, "header, marking ($.header.marking): text in quotation marks belongs here"),
    (("export", "portion_marks", "summary"), None, "export, portion_marks, summary ($.export.portion_marks.summary)"),
    (("last_ids", "k"), "1", "last_ids, k ($.last_ids.k): a whole number belongs here, not text"),
    (("actors", 1), {"name": "x"}, "actors, number 2, id ($.actors[1].id): this key is missing"),
    (("actors", 1, "evidence", 0, "exact"), "y", "evidence, number 1 ($.actors[1].evidence[0]): the words at"),
    (("quotes", 1, "id"), "q1", "quotes, number 2, id ($.quotes[1].id): the id “q1” is given twice"),
    (("sources", 0, "id"), "s7", "there is no source “s1” (and "),
    (("created",), "\x1b[31m" * 200, "is no time"),
]


@pytest.mark.parametrize(("path", "value", "words"), WRONG)
def test_a_wrong_value_is_refused_with_its_place(path: tuple[str | int, ...], value: object, words: str) -> None:
    line = refused(changed(*path, to=value))
    assert words in line or (len(words) < 20 and "…" in line)


def test_a_key_given_twice_is_refused() -> None:
    for data in (
        SMALL.replace(b'"title":', b'"title": "lost",\n  "title":', 1),
        SMALL.replace(b'"exact":', b'"exact": "Kyiv", "exact":'),
        SMALL.replace(b'"header": {}', b'"header": {"to": "a", "to": "b"}'),
    ):
        assert "is given twice in one place" in refused(data)


def test_every_refusal_is_one_of_ours(tmp_path: Path) -> None:
    path = tmp_path / "a\nb.brief"
    if sys.platform == "win32":
        pytest.skip("no such names on Windows")
    path.write_bytes(b"{")
    with pytest.raises(BrieferError) as caught:
        read_brief(path)
    assert "\n" not in str(caught.value)
    assert caught.value.exit_code == 65


def test_ids_that_no_last_ids_count_are_counted() -> None:
    written = json.loads(RICH)
    counted = written.pop("last_ids")
    brief = parse_brief(json.dumps(written).encode())
    highest = {
        letter: max(int(each.id[1:]) for each in brief.citables() if each.id[0] == letter) for letter in "axkqp"
    }
    assert {letter: brief.last_ids[letter] for letter in highest} == highest
    assert counted.keys() == brief.last_ids.keys()


def test_a_source_keeps_what_came_in() -> None:
    original = "One\r\n\u2028e\u0301 \ufeff\x0b"
    brief = Brief(1, "b", sources=(Source("s1", original=original),), last_ids={"s": 1})
    assert parse_brief(brief_bytes(brief)).sources[0].original == original
