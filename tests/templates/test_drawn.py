"""A template that is being typed: what fails is named in its place, and the rest is drawn."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefer.memo.blocks import Heading, Memo, Paragraph, Run, Table, block_runs
from briefer.model.brief import FORMAT, Brief
from briefer.model.entries import Actor, Stake
from briefer.templates.build import build_memo
from briefer.templates.drawn import drawn
from briefer.templates.reading import parse_template

HEAD = """---
name: Weekly
header:
  - {id: to, label: To}
  - {id: subject, label: Subject}
sections:
  - {id: summary, label: Summary}
  - {id: outlook, label: Outlook}
---
"""
BODY = """**To:** {{ header.to }}, now

# {{ header.subject }}

## Summary

{{ sections.summary }}

{% if actors %}
## Who

| Actor | Role |
| --- | --- |
{% for actor in actors %}
| {{ actor.name }} | {{ actor.role }} |
{% endfor %}
{% endif %}

## Stakes

{% for stake in stakes | by_level %}
- **{{ stake.level }}:** {{ stake.summary }}
{% endfor %}

## Next

{{ sections.outlook }}
"""
BRIEF = Brief(
    FORMAT,
    "b1",
    header={"to": "The Board", "subject": "Cranes"},
    sections={"summary": "All is well.", "outlook": "More to come."},
    actors=(Actor("a1", "Warden", "person", role="keeper"),),
    stakes=(Stake("k1", "The gate", level="high"), Stake("k2", "The wall", level="low")),
)


def lines(memo: Memo | None) -> list[str]:
    """What the memo says, block by block."""
    assert memo is not None
    return ["".join(run.text for run in block_runs(block)) for block in memo.blocks]


def failed(memo: Memo | None) -> list[tuple[str, str]]:
    assert memo is not None
    runs = [run for block in memo.blocks for run in block_runs(block)]
    return [(run.entry.removesuffix(":part"), run.text) for run in runs if run.entry.startswith("failed")]


def line_of(body: str, words: str) -> int:
    text = HEAD + body
    return text.count("\n", 0, text.index(words)) + 1


def test_without_a_fault_it_is_the_memo_itself() -> None:
    found = drawn(HEAD + BODY, BRIEF)
    assert found.problems == ()
    assert found.memo == build_memo(replace(BRIEF), parse_template(HEAD + BODY, BRIEF.template, ""))
    assert found.front.name == "Weekly"


def test_a_list_with_a_fault_is_named_once_and_the_rest_is_drawn() -> None:
    body = BODY.replace("stake.summary", "stake.sumary")
    line = line_of(body, "stake.sumary")
    found = drawn(HEAD + body, BRIEF)
    assert [problem.line for problem in found.problems] == [line]
    assert failed(found.memo) == [(f"failed:{line}", f"Line {line} has a problem: this list cannot be shown yet.")]
    told = lines(found.memo)
    assert "All is well." in told
    assert "More to come." in told
    assert any("Warden" in each for each in told)
    assert not any("gate" in each for each in told)


def test_the_words_for_a_list_in_a_table_are_a_paragraph() -> None:
    body = BODY.replace("actor.role", "actor.rle")
    memo = drawn(HEAD + body, BRIEF).memo
    assert memo is not None
    assert not any(isinstance(block, Table) for block in memo.blocks)
    [(entry, words)] = failed(memo)
    assert Paragraph((Run(words, entry=f"{entry}:part"),)) in memo.blocks


def test_a_single_value_goes_alone() -> None:
    body = BODY.replace("header.to", "header.too")
    memo = drawn(HEAD + body, BRIEF).memo
    assert lines(memo)[0] == "To: Line 10 has a problem, now"


def test_of_two_values_on_a_line_the_wrong_one_goes() -> None:
    body = BODY.replace("{{ header.to }}", "{{ header.to }} and {{ header.form }}")
    assert lines(drawn(HEAD + body, BRIEF).memo)[0] == "To: The Board and Line 10 has a problem, now"


@pytest.mark.parametrize(
    "wrong", ["{% for stake in stakes | by_level", "{% for stake stakes %}", "{% for stake in stakez %}"]
)
def test_a_loop_that_cannot_be_read(wrong: str) -> None:
    body = BODY.replace("{% for stake in stakes | by_level %}", wrong)
    found = drawn(HEAD + body, BRIEF)
    line = line_of(body, wrong)
    assert f"failed:{line}" in [entry for entry, _ in failed(found.memo)]
    assert "More to come." in lines(found.memo)


def test_a_loop_that_is_never_closed() -> None:
    body = BODY.replace("{% endfor %}\n\n## Next", "\n\n## Next")
    found = drawn(HEAD + body, BRIEF)
    assert failed(found.memo) == [
        (
            f"failed:{line_of(body, '{% for stake')}",
            f"Line {line_of(body, '{% for stake')} has a problem: this list cannot be shown yet.",
        )
    ]
    assert lines(found.memo)[-2:] == ["Next", "More to come."]


def test_a_tag_past_reading_is_named_in_its_place() -> None:
    body = BODY.replace("{{ header.subject }}", "{{ header..subject }}")
    memo = drawn(HEAD + body, BRIEF).memo
    assert memo is not None
    heading = next(block for block in memo.blocks if isinstance(block, Heading) and block.level == 1)
    assert "".join(run.text for run in heading.runs) == "Line 12 has a problem"


def test_a_condition_goes_with_what_depends_on_it() -> None:
    body = BODY.replace("{% if actors %}", "{% if actorz %}")
    found = drawn(HEAD + body, BRIEF)
    line = line_of(body, "actorz")
    assert failed(found.memo) == [(f"failed:{line}", f"Line {line} has a problem: this part cannot be shown yet.")]
    assert "Who" not in lines(found.memo)


def test_what_only_this_brief_brings_out_is_told_too() -> None:
    body = BODY + "\n{{ stakes[7].summary }}\n"
    found = drawn(HEAD + body, BRIEF)
    line = line_of(body, "stakes[7]")
    assert any(problem.line == line for problem in found.problems)
    assert failed(found.memo) == [(f"failed:{line}", f"Line {line} has a problem")]


def test_a_name_that_cannot_be_set_is_empty_afterwards() -> None:
    body = BODY + "\n{% set best = stakes.first %}\n\nIt is {{ best }}.\n"
    memo = drawn(HEAD + body, BRIEF).memo
    assert lines(memo)[-1] == "It is ."
    assert len(failed(memo)) == 1


def test_what_a_memo_cannot_have_is_named() -> None:
    body = BODY + "\n{% include 'x' %}\n\nThe end.\n"
    memo = drawn(HEAD + body, BRIEF).memo
    assert lines(memo)[-1] == "The end."
    assert failed(memo)[-1][1].startswith("Line 38 has a problem")


def test_a_fault_in_the_head_lets_the_body_be_drawn() -> None:
    found = drawn((HEAD + BODY).replace("sections:", "secshuns:"), BRIEF)
    assert found.problems[0].suggestion == "did you mean sections?"
    assert any("Warden" in each for each in lines(found.memo))


def test_without_a_head_nothing_is_drawn() -> None:
    found = drawn("# Title\n", BRIEF)
    assert found.memo is None
    assert found.problems


def test_markers_that_were_typed_stand_for_nothing() -> None:
    found = drawn(HEAD + BODY + "\n\ue000\ue010\ue001 {{ '\ue01f' }} end\n", BRIEF)
    assert failed(found.memo) == []
    assert lines(found.memo)[-1].strip().endswith("end")


@pytest.mark.parametrize("end", range(0, len(BODY), 7))
def test_a_text_cut_anywhere_is_checked_and_drawn(end: int) -> None:
    found = drawn(HEAD + BODY[:end], BRIEF)
    assert found.memo is not None
