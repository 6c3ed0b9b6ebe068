"""Findings that are left as they are: kept in the brief, taken back, and back again when they become others."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from template_samples import BRIEF, template

from briefer.edit import changes
from briefer.errors import UsageError
from briefer.model.brief import Brief, Left
from briefer.review.findings import Finding
from briefer.reviewing import all_findings, findings

MADE = template("{{ sections.taken }}")


def said(text: str) -> Brief:
    return changes.set_section(BRIEF, "taken", text)


def only(brief: Brief, code: str) -> Finding:
    (finding,) = [each for each in all_findings(brief, MADE) if each.code == code]
    return finding


def left(brief: Brief, code: str, reason: str = "It is well.") -> Brief:
    return changes.leave_finding(brief, code, only(brief, code).place, reason)


def test_what_was_left_is_no_finding_and_keeps_its_reason() -> None:
    brief = left(said("It cost 64 million. [@k1]"), "unsupported-claim", "  As the\ntreasury says ")
    assert [each.reason for each in brief.left] == ["As the treasury says"]
    assert findings(brief, MADE) == []
    assert only(brief, "unsupported-claim").left == "As the treasury says"


def test_it_comes_back_when_it_is_about_something_else() -> None:
    brief = left(said("It cost 64 million. [@k1]"), "unsupported-claim")
    other = changes.set_section(brief, "taken", "It cost 99 million. [@k1]")
    assert [each.code for each in findings(other, MADE)] == ["unsupported-claim"]
    moved = changes.set_section(brief, "taken", "Before it.\n\nIt cost 64 million. [@k1]")
    assert findings(moved, MADE) == []


def test_an_entry_stays_left_whatever_is_typed_beside_it() -> None:
    brief = left(replace(BRIEF, actions=(replace(BRIEF.actions[0], date=""),)), "action-undated")
    assert findings(changes.update_entry(brief, "x1", summary="Other words"), MADE) == []


def test_taken_back_it_is_a_finding_again() -> None:
    brief = left(said("It cost 64 million. [@k1]"), "unsupported-claim")
    place = only(brief, "unsupported-claim").place
    back = changes.take_back_left(brief, "unsupported-claim", place)
    assert back.left == ()
    assert [each.code for each in findings(back, MADE)] == ["unsupported-claim"]
    assert changes.take_back_left(back, "unsupported-claim", place) is back


def test_another_reason_takes_the_place_of_the_first_and_the_same_changes_nothing() -> None:
    brief = left(said("It cost 64 million. [@k1]"), "unsupported-claim", "One.")
    place = only(brief, "unsupported-claim").place
    other = changes.leave_finding(brief, "unsupported-claim", place, "Two.")
    assert [each.reason for each in other.left] == ["Two."]
    assert changes.leave_finding(other, "unsupported-claim", place, "Two.") is other


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_nothing_is_left_without_a_reason(reason: str) -> None:
    with pytest.raises(UsageError, match="reason is empty"):
        changes.leave_finding(BRIEF, "action-undated", "x1", reason)


def test_an_error_cannot_be_left() -> None:
    made = replace(MADE, front=replace(MADE.front, header=()))
    marked = changes.set_portion_mark(replace(BRIEF, header={"marking": "OFFICIAL"}), "taken", "SECRET")
    brief = replace(marked, left=(Left("marked-higher", "sections.taken", "Never mind"),))
    assert [each.code for each in findings(brief, made)] == ["marked-higher"]
