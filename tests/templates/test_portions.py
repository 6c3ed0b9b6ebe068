"""Portion marks: before the words, computed for the banner, and never higher than it in what leaves the program."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec.structs import replace
from rich_brief import rich_brief

from briefer.edit import changes
from briefer.export import email_of, export
from briefer.memo.blocks import Table
from briefer.memo.plain import plain_text
from briefer.model.brief import Brief, ExportChoices
from briefer.templates.build import Choices, build_memo
from briefer.templates.files import built_in_paths, find_template, read_template
from briefer.templates.portions import MarkingError, banner
from briefer.templates.template import Template

MARKS = {"subject": "UNCLASSIFIED", "summary": "SENSITIVE BUT UNCLASSIFIED", "recommendation": "U"}


def marked(marking: str = "CONFIDENTIAL", **marks: str) -> Brief:
    brief = rich_brief("action-memo")
    brief = replace(brief, header={**brief.header, "marking": marking})
    return changes.set_export(brief, portion_marks={**MARKS, **marks})


@pytest.fixture
def memo_template() -> Template:
    return find_template("action-memo")


def lines(brief: Brief, template: Template) -> list[str]:
    return [plain_text(block) for block in build_memo(brief, template).blocks]


def test_marks_stand_before_title_headings_paragraphs_and_items(memo_template: Template) -> None:
    found = lines(marked(), memo_template)
    assert "(U) Orsel dam: draw-down before the winter" in found
    assert "(SBU) Bottom line up front" in found
    assert "(U) Recommendations" in found
    assert any(line.startswith("(SBU) The Authority will empty") for line in found)
    assert any(line.startswith("(U) Agree to support") for line in found)
    assert not any(line.startswith("(") for line in found if "☐" in line or "Background" in line)


def test_a_template_without_portion_marks_prints_none() -> None:
    note = find_template("decision-note")
    assert not any(line.startswith(("(U)", "1. (")) for line in lines(marked(), note))


def test_without_a_marking_the_banner_is_the_highest_of_the_parts(memo_template: Template) -> None:
    assert banner(marked(""), memo_template) == "SENSITIVE BUT UNCLASSIFIED"
    assert build_memo(marked(""), memo_template).facts.marking == "SENSITIVE BUT UNCLASSIFIED"
    assert banner(marked("", considerations="SECRET"), memo_template) == "SECRET"
    assert banner(marked("", objective="SECRET"), memo_template) == "SENSITIVE BUT UNCLASSIFIED"
    assert banner(marked("CONFIDENTIAL"), memo_template) == "CONFIDENTIAL"


@pytest.mark.parametrize("suffix", [".docx", ".md", ".html", ".pdf"])
def test_a_part_marked_higher_than_the_memo_stops_the_export(
    tmp_path: Path, memo_template: Template, suffix: str
) -> None:
    path = tmp_path / f"x{suffix}"
    with pytest.raises(MarkingError) as refused:
        export(marked(background="SECRET"), memo_template, path)
    assert "“Background” is marked SECRET: higher than the memo’s marking CONFIDENTIAL" in str(refused.value)
    assert refused.value.exit_code == 65
    assert not path.exists()


def test_nor_does_it_go_into_a_message(memo_template: Template) -> None:
    with pytest.raises(MarkingError):
        email_of(marked(background="SECRET"), memo_template)


def test_an_entry_counts_where_the_memo_names_it(tmp_path: Path, memo_template: Template) -> None:
    with pytest.raises(MarkingError, match="Will lower the reservoir"):
        export(marked(x1="SECRET"), memo_template, tmp_path / "x.md")
    export(marked(a2="SECRET"), memo_template, tmp_path / "y.md")


def test_what_is_left_out_does_not_count(tmp_path: Path, memo_template: Template) -> None:
    brief = marked(background="SECRET", objective="SECRET")
    brief = replace(brief, sections={**brief.sections, "background": " "})
    export(brief, memo_template, tmp_path / "x.md")


def test_a_mark_is_plain_words(memo_template: Template) -> None:
    assert "([@x1] {{ 7*7 }} *b*) Bottom line up front" in lines(
        marked("[@x1] {{ 7*7 }} *b*", summary="[@x1]\ue000 {{ 7*7 }} *b*"), memo_template
    )


def test_what_is_generated_bears_the_mark_of_its_part_and_of_the_entries_that_it_names(
    memo_template: Template,
) -> None:
    found = lines(marked(current_status="U", x2="SECRET", a5="SBU"), memo_template)
    items = [line for line in found if "September 28" in line or "October 14" in line or "October 20" in line]
    assert [item.split()[0] for item in items] == ["(S)", "(SBU)", "(U)"]
    assert "Background" in found  # its words are written; they bear no mark
    bare = replace(marked(current_status="U"), sections={})
    assert "(U) Background" in lines(bare, memo_template)


def test_a_row_is_marked_for_the_entries_that_it_names(memo_template: Template) -> None:
    brief = marked(q1="SECRET")
    memo = build_memo(brief, memo_template, Choices(annexes=("quotations",)))
    rows = [plain_text(block) for block in memo.blocks if isinstance(block, Table)][-1].splitlines()
    assert [row.startswith("(S) Mara Tennel") for row in rows] == [False, True, False, False, False, False]


def test_marks_of_parts_that_stand_in_tables_stand_in_their_heads(tmp_path: Path) -> None:
    path = tmp_path / "marked.md"
    text = built_in_paths()["information-note"].read_text("utf-8")
    path.write_text(text.replace("citations: footnotes\n", "citations: footnotes\nportion_marks: true\n"), "utf-8")
    found = lines(marked(key_actors="U", at_stake="SECRET", k1="CONFIDENTIAL"), read_template(path))
    assert "(U) Key actors" in found
    (stakes,) = [line for line in found if "By when" in line]
    assert stakes.startswith("(S) Level")
    assert "(S) High" in stakes
    assert "(S) Medium" not in stakes
    assert [line for line in found if "Clerk’s record" in line] == [
        "(U) Clerk’s record: “the first leak had been seen in March”"
    ]
    assert "Considerations" in found


def test_fencing_parts_in_changes_nothing_else(memo_template: Template) -> None:
    plain = lines(replace(marked(), export=ExportChoices()), memo_template)
    fenced = lines(marked(current_status="U"), memo_template)
    assert [re.sub(r"^\(\w+\) ", "", line) for line in fenced] == plain
