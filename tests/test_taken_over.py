"""Generated parts that a person writes instead: the memo stays as it was until somebody writes in them."""

from __future__ import annotations

import msgspec
import pytest
from sample_brief import sample_brief
from template_samples import BRIEF, template

from briefer.edit import changes
from briefer.errors import UsageError
from briefer.export import WRITERS
from briefer.memo.blocks import Memo, Runs
from briefer.memo.citations import with_runs
from briefer.memo.plain import memo_text
from briefer.memo.runs import joined
from briefer.model.brief import Brief
from briefer.model.soundness import problems
from briefer.reviewing import findings
from briefer.taken_over import PartText, brought_up_to_date, left_as_written, part_text, parts_now, written_instead
from briefer.templates.build import Choices, build_memo
from briefer.templates.files import find_template
from briefer.templates.template import Template
from briefer.wanted import Wanted

TEMPLATES = ("information-note", "reference-sheet")


def all_written(brief: Brief, made: Template) -> Brief:
    for section in made.front.sections:
        if section.generated:
            brief = taken(brief, made, section.id)
    return brief


def taken(brief: Brief, made: Template, section: str) -> Brief:
    return written_instead(brief, section, part_text(brief, made, section))


@pytest.mark.parametrize("name", TEMPLATES)
@pytest.mark.parametrize(
    ("suffix", "mode"), [(".docx", "footnotes"), (".docx", "inline"), (".md", "endlist"), (".html", "footnotes")]
)
def test_a_memo_of_parts_just_taken_over_is_the_live_one(name: str, suffix: str, mode: str) -> None:
    brief, made = sample_brief(), find_template(name)
    choices = Choices(citations=mode)  # type: ignore[arg-type]
    live, written = (build_memo(each, made, choices) for each in (brief, all_written(brief, made)))
    assert written.notes == live.notes
    words_without_entries = msgspec.structs.replace(
        live, blocks=tuple(with_runs(b, _without_entries) for b in live.blocks)
    )
    assert _written(suffix, written) == _written(suffix, words_without_entries)


def _written(suffix: str, memo: Memo) -> bytes:
    wanted = Wanted(BRIEF, find_template("information-note"))
    wanted.memo = memo
    return WRITERS[suffix](wanted).data


def _without_entries(runs: Runs) -> Runs:
    """Words that a person wrote came from no entry; notes lead to theirs as before."""
    return joined(run if run.note else msgspec.structs.replace(run, entry="") for run in runs)


def test_where_a_part_cites_but_some_passages_they_are_cited_one_by_one_and_kept_once() -> None:
    made = template("{% block live %}\nSaid{{ quotes[0] | cite }}, done{{ actors[0] | cite(1) }}.\n{% endblock %}\n")
    brief = changes.add_evidence(BRIEF, "a1", "s1", [(47, 55)])
    text = part_text(brief, made, "live")
    assert text == PartText("Said [@q1], done [@p1].", (brief.actors[0].evidence[:1],))
    with_it = written_instead(brief, "live", text)
    assert with_it.passages[0].evidence == brief.actors[0].evidence[:1]
    assert part_text(with_it, made, "live") == text
    assert brought_up_to_date(with_it, "live", text).passages == with_it.passages
    assert list(problems(with_it)) == []


def test_what_is_taken_over_and_empty_stays_empty() -> None:
    brief, made = sample_brief(), find_template("information-note")
    emptied = changes.set_section(taken(brief, made, "at_stake"), "at_stake", "")
    assert "What is at stake" in memo_text(build_memo(brief, made))
    assert "What is at stake" not in memo_text(build_memo(emptied, made))
    assert build_memo(changes.back_to_live(emptied, "at_stake"), made) == build_memo(brief, made)


def test_a_part_that_is_written_already_is_not_written_over() -> None:
    brief, made = sample_brief(), find_template("information-note")
    with pytest.raises(UsageError, match="written by hand already"):
        taken(taken(brief, made, "at_stake"), made, "at_stake")


def test_what_changed_in_the_notes_comes_into_the_text_and_what_was_typed_stays() -> None:
    made = find_template("information-note")
    brief = taken(sample_brief(), made, "at_stake")
    text = brief.sections["at_stake"]
    brief = changes.set_section(
        brief, "at_stake", f"Mine first.\n\n{text}".replace("Mid-December", "Before Christmas")
    )
    brief = changes.update_entry(brief, "k5", level="medium")
    assert "| Low | One maker" in brief.sections["at_stake"]
    updated = brought_up_to_date(brief, "at_stake", part_text(brief, made, "at_stake"))
    assert updated.sections["at_stake"].startswith("Mine first.\n\n| Level |")
    assert "Before Christmas" in updated.sections["at_stake"]
    assert "| Medium | One maker" in updated.sections["at_stake"]
    assert updated.taken_over["at_stake"] == part_text(updated, made, "at_stake").markdown
    assert brought_up_to_date(updated, "at_stake", part_text(updated, made, "at_stake")) is updated


def test_a_part_that_never_came_from_the_notes_is_not_brought_up_to_date() -> None:
    with pytest.raises(UsageError, match="not made from the notes"):
        changes.take_in(sample_brief(), "summary", "anew")
    with pytest.raises(UsageError, match="not made from the notes"):
        changes.keep_mine(sample_brief(), "summary", "anew")


def test_what_was_kept_as_written_is_compared_with_the_notes_as_they_were_then() -> None:
    made = find_template("information-note")
    brief = changes.update_entry(taken(sample_brief(), made, "at_stake"), "k5", level="medium")
    kept = left_as_written(brief, "at_stake", part_text(brief, made, "at_stake"))
    assert kept.sections == brief.sections
    assert brought_up_to_date(kept, "at_stake", part_text(kept, made, "at_stake")) is kept
    later = changes.update_entry(kept, "k4", level="low")
    text = brought_up_to_date(later, "at_stake", part_text(later, made, "at_stake")).sections["at_stake"]
    assert "| Low | Premiums" in text
    assert "| Low | One maker" in text


@pytest.mark.parametrize("name", TEMPLATES)
def test_all_parts_at_once_are_what_each_is_by_itself(name: str) -> None:
    brief, made = sample_brief(), find_template(name)
    live = [section.id for section in made.front.sections if section.generated]
    now = parts_now(brief, made, live)
    assert now.markdown == {section: part_text(brief, made, section).markdown for section in live}
    assert list(now.outlines) == list(now.word_counts) == live
    assert all(now.word_counts.values())


def test_a_part_behind_the_notes_is_a_finding_until_it_is_settled() -> None:
    made = find_template("information-note")
    brief = taken(sample_brief(), made, "at_stake")
    assert "notes-changed" not in {found.code for found in findings(brief, made)}
    brief = changes.update_entry(brief, "k5", level="medium")
    (found,) = [found for found in findings(brief, made) if found.code == "notes-changed"]
    assert found.where == "sections.at_stake"
    assert found.message == (
        "“What is at stake” was taken over from the notes, and they changed since: 1 row changed"
    )
    text = part_text(brief, made, "at_stake")
    for settled in (
        brought_up_to_date(brief, "at_stake", text),
        left_as_written(brief, "at_stake", text),
        changes.back_to_live(brief, "at_stake"),
    ):
        assert "notes-changed" not in {found.code for found in findings(settled, made)}
