"""Generated parts that a person writes instead: the memo stays as it was until somebody writes in them."""

from __future__ import annotations

import msgspec
import pytest
from sample_brief import sample_brief
from template_samples import BRIEF, template

from briefer.edit import changes
from briefer.errors import UsageError
from briefer.export import WRITERS, brought_up_to_date, generated_markdown, written_instead
from briefer.memo.blocks import Runs
from briefer.memo.citations import with_runs
from briefer.memo.plain import memo_text
from briefer.memo.runs import joined
from briefer.model.brief import Brief
from briefer.model.soundness import problems
from briefer.templates.build import Choices, build_memo
from briefer.templates.files import find_template
from briefer.templates.generated import summed_up
from briefer.templates.template import Template

TEMPLATES = ("information-note", "reference-sheet")


def all_written(brief: Brief, made: Template) -> Brief:
    for section in made.front.sections:
        if section.generated:
            brief = written_instead(brief, made, section.id)
    return brief


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
    assert WRITERS[suffix](written) == WRITERS[suffix](words_without_entries)


def _without_entries(runs: Runs) -> Runs:
    """Words that a person wrote came from no entry; notes lead to theirs as before."""
    return joined(run if run.note else msgspec.structs.replace(run, entry="") for run in runs)


def test_where_a_part_cites_but_some_passages_they_are_cited_one_by_one_and_kept_once() -> None:
    made = template("{% block live %}\nSaid{{ quotes[0] | cite }}, done{{ actors[0] | cite(1) }}.\n{% endblock %}\n")
    brief = changes.add_evidence(BRIEF, "a1", "s1", [(47, 55)])
    brief, markdown = generated_markdown(brief, made, "live")
    assert markdown == "Said [@q1], done [@p1]."
    assert brief.passages[0].evidence == brief.actors[0].evidence[:1]
    assert generated_markdown(brief, made, "live") == (brief, markdown)
    assert list(problems(brief)) == []


def test_what_is_taken_over_and_empty_stays_empty() -> None:
    brief, made = sample_brief(), find_template("information-note")
    emptied = changes.set_section(written_instead(brief, made, "at_stake"), "at_stake", "")
    assert "What is at stake" in memo_text(build_memo(brief, made))
    assert "What is at stake" not in memo_text(build_memo(emptied, made))
    assert build_memo(changes.back_to_live(emptied, "at_stake"), made) == build_memo(brief, made)


def test_a_part_that_is_written_already_is_not_written_over() -> None:
    brief, made = sample_brief(), find_template("information-note")
    with pytest.raises(UsageError, match="written by hand already"):
        written_instead(written_instead(brief, made, "at_stake"), made, "at_stake")


def test_what_changed_in_the_notes_comes_into_the_text_and_what_was_typed_stays() -> None:
    made = find_template("information-note")
    brief = written_instead(sample_brief(), made, "at_stake")
    text = brief.sections["at_stake"]
    brief = changes.set_section(
        brief, "at_stake", f"Mine first.\n\n{text}".replace("Mid-December", "Before Christmas")
    )
    brief = changes.update_entry(brief, "k5", level="medium")
    assert "| Low | One maker" in brief.sections["at_stake"]
    updated = brought_up_to_date(brief, made, "at_stake")
    assert updated.sections["at_stake"].startswith("Mine first.\n\n| Level |")
    assert "Before Christmas" in updated.sections["at_stake"]
    assert "| Medium | One maker" in updated.sections["at_stake"]
    assert updated.taken_over["at_stake"] == generated_markdown(updated, made, "at_stake")[1]
    assert brought_up_to_date(updated, made, "at_stake") is updated


def test_a_part_that_never_came_from_the_notes_is_not_brought_up_to_date() -> None:
    with pytest.raises(UsageError, match="not made from the notes"):
        changes.update_taken_over(sample_brief(), "summary", "anew")


@pytest.mark.parametrize("name", TEMPLATES)
def test_parts_that_are_made_already_are_taken_over_without_a_rendering(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    brief, made = sample_brief(), find_template(name)
    live = [section.id for section in made.front.sections if section.generated]
    parts = summed_up(brief, made)
    wanted = [written_instead(brief, made, section) for section in live]
    monkeypatch.setattr("briefer.templates.engine.render_blocks", lambda *_: pytest.fail("rendered again"))
    assert [written_instead(brief, made, section, parts) for section in live] == wanted
