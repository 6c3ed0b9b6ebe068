"""What notes say, and how they are numbered."""

import pytest
from msgspec.structs import replace
from template_samples import BRIEF, SOURCE, at

from briefer.model.anchor import Anchor, anchor_at
from briefer.model.entries import Action, Passage, Quote
from briefer.model.source import Source
from briefer.templates.citing import Notes
from briefer.templates.wording import conjunction, place, quoted, short_date, spoken_date

OTHER = Source("s2", file_name="statement.txt", text="We deny it.\n\nWe do.", original="")
DENIAL = anchor_at("s2", OTHER.text, 0, 10, "contradicts")


def written(*evidence: Anchor, language: str = "en-GB", quote: bool = False) -> list[tuple[str, str]]:
    item = Quote("q9", evidence=evidence) if quote else None
    brief = replace(
        BRIEF, sources=(SOURCE, OTHER), passages=(Passage("p1", evidence),), quotes=(item,) if item else ()
    )
    notes = Notes(brief, language)
    order = notes.cite("q9" if quote else "p1")
    assert order is not None
    return [
        ("".join(run.text for run in note.paragraphs[0]), "".join(run.text for run in note.short))
        for note in notes.written(list(order))
    ]


def test_the_first_note_of_a_source_names_it_in_full() -> None:
    assert written(at("46 million"), at("ordered five")) == [
        (
            "Hanne Lovell, “Ports told to unplug”, The Meridian Courier, 13 November 2026, para.\u00a01: “46 million”",
            "The Meridian Courier, para.\u00a01",
        ),
        ("The Meridian Courier, para.\u00a01: “ordered five”", "The Meridian Courier, para.\u00a01"),
    ]


def test_a_quote_has_one_note_for_its_parts_in_a_source_and_one_for_each_source() -> None:
    found = written(at("We are closing a door,"), at("It was open."), DENIAL, quote=True)
    assert [short for _, short in found] == [
        "The Meridian Courier, para.\u00a02",
        "contradicted by statement.txt, para.\u00a01",
    ]
    assert found[1][0] == "Contradicted by statement.txt, para.\u00a01: “We deny it”"


def test_words_of_the_headline_and_words_that_are_gone_have_no_paragraph() -> None:
    lost = replace(at("46 million"), end=at("46 million").start)
    assert [text.split(", ")[-1] for text, _ in written(at("Ports told"), lost)] == [
        "headline: “Ports told”",
        "The Meridian Courier: “46 million”".split(", ")[-1],
    ]


def test_long_words_are_shortened_in_any_script() -> None:
    for text in ("word " * 200, "字" * 2_000):
        source = Source("s2", text=text.strip(), original="")
        brief = replace(BRIEF, sources=(source,), passages=(Passage("p1", (anchor_at("s2", source.text, 0, len(source.text)),)),), actors=(), actions=(), stakes=(), quotes=())  # fmt: skip
        notes = Notes(brief, "en-GB")
        notes.cite("p1")
        (note,) = notes.written([1])
        assert "[…]" in (shown := "".join(run.text for run in note.paragraphs[0]))
        assert len(shown) < 700


def test_an_id_that_there_is_not_and_one_without_evidence() -> None:
    notes = Notes(replace(BRIEF, actions=(Action("x1", "a"),)), "en-GB")
    assert notes.cite("x1") == ()
    assert notes.cite("x7") is None


@pytest.mark.parametrize(
    ("numbers", "english", "other"),
    [
        ([], "", ""),
        ([0], "headline", ""),
        ([3], "para. 3", "¶ 3"),
        ([3, 4], "paras 3 and 4", "¶ 3–4"),
        ([2, 4, 7], "paras 2 to 7", "¶ 2–7"),
        ([0, 2], "headline and para. 2", "¶ 2"),
    ],
)
def test_places_in_a_source(numbers: list[int], english: str, other: str) -> None:
    assert place(numbers) == english
    assert place(numbers, "de-DE") == other


@pytest.mark.parametrize(
    ("language", "date", "marks", "names"),
    [
        ("en-GB", "2 December 2026", "“a”", "A and B"),
        ("en-US", "December 2, 2026", "“a”", "A and B"),
        ("en", "2 December 2026", "“a”", "A and B"),
        ("de-CH", "2026-12-02", "„a“", "A und B"),
        ("fr", "2026-12-02", "«\u202fa\u202f»", "A et B"),
        ("sv", "2026-12-02", "“a”", "A, B"),
    ],
)
def test_each_language_has_its_ways_and_others_get_by(language: str, date: str, marks: str, names: str) -> None:
    assert spoken_date("2026-12-02", language) == date
    assert quoted("a", language) == marks
    assert f"A{conjunction(language)}B" == names


def test_dates_that_are_none_stay_as_typed() -> None:
    for typed in ("", "July 2027", "2026-13-40", "2026-11", "2026-11-22-3", "22/11/2026"):
        assert spoken_date(typed) == typed
    assert spoken_date("2026-11-22T10:00:00Z") == "22 November 2026"


def test_a_date_where_there_is_little_room() -> None:
    assert short_date("2026-09-02") == "2 Sep 2026"
    assert short_date("July 2027") == "July 2027"


def test_what_stands_in_quotation_marks_gets_no_second_pair() -> None:
    assert quoted("“a”") == "“a”"
    assert quoted("“a” and “b”") == "““a” and “b””"
    assert quoted("") == ""
    assert quoted("a,") == "“a”"
