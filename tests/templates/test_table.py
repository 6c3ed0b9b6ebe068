"""The entries of a brief as rows."""

from __future__ import annotations

from msgspec.structs import replace
from sample_brief import sample_brief
from template_samples import BRIEF

from briefer.templates.table import COLUMNS, entry_rows


def by_id(rows: list[list[str]]) -> dict[str, dict[str, str]]:
    names, *others = rows
    return {row[1]: dict(zip(names, row, strict=True)) for row in others}


def test_each_entry_has_a_row_in_the_order_of_the_notes() -> None:
    brief = sample_brief()
    rows = entry_rows(brief)
    assert rows[0] == list(COLUMNS)
    assert [row[1] for row in rows[1:]] == [entry.id for entry in brief.entries()]
    assert {len(row) for row in rows} == {len(COLUMNS)}


def test_a_row_names_people_and_says_where_the_words_stand() -> None:
    rows = by_id(entry_rows(sample_brief()))
    action, quote = rows["x1"], rows["q1"]
    assert (action["Kind"], action["Who"], action["Status"]) == ("action", "Harbour Technology Board", "announced")
    assert action["Source"].endswith("The Meridian Courier, 14 November 2026, para. 1")
    assert action["Words"].startswith("ordered five container ports")
    assert quote["Who"] == "Lena Morvane"


def test_a_quotation_of_two_parts_has_a_line_a_part() -> None:
    row = by_id(entry_rows(BRIEF))["q1"]
    assert row["Words"] == "We are closing a door,\nIt was open."
    assert row["Source"].count("\n") == 1


def test_a_source_that_says_the_contrary_is_named_as_such_and_lost_words_have_no_paragraph() -> None:
    (anchor,) = BRIEF.actors[0].evidence
    against, lost = replace(anchor, stance="contradicts"), replace(anchor, start=0, end=0)
    brief = replace(BRIEF, actors=(replace(BRIEF.actors[0], evidence=(against, lost)),))
    assert lost.lost
    first, second = by_id(entry_rows(brief))["a1"]["Source"].split("\n")
    assert first.startswith("Contradicted by Hanne Lovell, ")
    assert first.endswith(", 13 November 2026, para. 1")
    assert second.endswith(", 13 November 2026")


def test_my_notes_are_nobodys_business() -> None:
    assert "private" not in str(entry_rows(BRIEF))
    assert by_id(entry_rows(BRIEF, notes=True))["a1"]["My note"] == "private"
