"""What one click does about a finding: afterwards it is none, and nothing else has changed."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from template_samples import BRIEF, SOURCE, TEXT, at

from briefer.edit import changes
from briefer.errors import UsageError
from briefer.memo.blocks import Facts, Memo, Paragraph, Run
from briefer.model.brief import Brief
from briefer.model.entries import Actor
from briefer.review.checks import review
from briefer.review.findings import Finding, Form
from briefer.ui.checks.repair import repaired

ACRONYM = "The HTB met. The HTB agreed. [@own]"
HIDDEN = f"{TEXT}\u202e\u200b"


def found(brief: Brief) -> list[Finding]:
    text = "\n".join(brief.sections.values())
    return review(brief, Memo(Facts("M"), (Paragraph((Run(text),)),)), Form())


def only(brief: Brief, code: str) -> Finding:
    (finding,) = [each for each in found(brief) if each.code == code]
    return finding


def summary(text: str) -> Brief:
    return replace(BRIEF, sections={"summary": text})


def another_actor(name: str) -> Brief:
    return replace(
        BRIEF,
        actors=(*BRIEF.actors, Actor("a3", name, "person", evidence=(at("Lena Morvane"),))),
        last_ids={**BRIEF.last_ids, "a": 3},
    )


@pytest.mark.parametrize(
    ("code", "brief"),
    [
        ("quote-not-verbatim", changes.update_entry(BRIEF, "q1", text="We close doors.")),
        ("unsupported-claim", summary("It **cost** 64 million. [@k1] So it is. [@x1]")),
        ("unknown-citation", summary("So it is. [@x9]")),
        ("same-actor", another_actor("Morvane")),
        ("actors-differ", summary("Ms Morvanne said so. [@own]")),
        ("actors-differ", changes.update_entry(BRIEF, "a2", name="Lena Morvanne")),
        ("unspelt-acronym", summary(ACRONYM)),
        ("hidden-character", summary("Ports\u202e close. [@own]")),
        ("hidden-character", replace(BRIEF, sources=(replace(SOURCE, text=HIDDEN, title="Por\u200bts"),))),
        ("hidden-character", replace(BRIEF, header={"to": "D\u2066G"})),
        ("hidden-character", changes.update_entry(BRIEF, "x1", summary="Or\u200bders")),
        ("hidden-character", replace(BRIEF, title="Mo\u200bdems")),
    ],
)  # fmt: skip
def test_what_is_proposed_settles_it(code: str, brief: Brief) -> None:
    finding = only(brief, code)
    after = repaired(brief, finding)
    assert code not in [each.code for each in found(after)]
    assert {each.code for each in found(after)} <= {each.code for each in found(brief)}
    assert repaired(brief, finding) is not brief


def test_all_passages_keep_their_places_where_hidden_characters_are_taken_out() -> None:
    text = TEXT.replace("five", "\u200bfi\u202eve")
    (before,) = (a for a in BRIEF.actions[0].evidence)
    start = text.index("ordered")
    moved = replace(before, start=start, end=text.index("modems") + 6, exact=text[start : text.index("modems") + 6])
    brief = replace(BRIEF, sources=(replace(SOURCE, text=text),), actors=(), stakes=(), quotes=(), sections={}, actions=(replace(BRIEF.actions[0], actors=(), evidence=(moved,)),))  # fmt: skip
    after = repaired(brief, only(brief, "hidden-character"))
    assert after.sources[0].text == TEXT
    assert after.actions[0].evidence[0].exact == "ordered five ports to unplug modems"


def test_an_acronym_is_spelt_out_once() -> None:
    after = repaired(summary(ACRONYM), only(summary(ACRONYM), "unspelt-acronym"))
    assert after.sections["summary"] == "The Harbour Technology Board (HTB) met. The HTB agreed. [@own]"


def test_what_is_gone_meanwhile_is_refused() -> None:
    finding = only(summary("So it is. [@x9]"), "unknown-citation")
    with pytest.raises(UsageError, match="not there any more"):
        repaired(summary("So it is."), finding)
    with pytest.raises(UsageError, match="by hand"):
        repaired(BRIEF, replace(finding, repair=None))
