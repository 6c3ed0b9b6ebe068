"""Whatever stands in a brief, it is reviewed: nothing raises, and a repair does what it says or is refused."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from template_samples import BRIEF, TEXT

from briefer.errors import UsageError
from briefer.memo.blocks import Facts, Memo, Paragraph, Run
from briefer.model.brief import Brief
from briefer.review.checks import reviewed
from briefer.review.findings import Finding, Form, Part
from briefer.ui.checks.repair import repaired

FORM = Form((Part("to", "To", required=True),), (Part("summary", "S", words=5), Part("recommendation", "R", True)))
PIECES = (
    "The Board", "HTB", "Tomas Arkel", "“", "”", "not", "unless", "…", "[", "]", ".", ",", ";", " ", "\n", "\n\n", "- ", "1. ",
    "46 million", "64", "3 May", "2026-13-99", "31 March 2026", "[@x1]", "[@own]", "[@x9]", "likely", "high confidence", "|", "**",
    "\u202e", "\u200b", "\U000e0041", "é", "e\u0301", "ß", "’s", "’", "İ", "ǅ", "中", "١٢", "½", "\ufffd", "That you", "Approve", "%", "$",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=24).map("".join)


def findings(brief: Brief) -> list[Finding]:
    memo = Memo(Facts("M"), tuple(Paragraph((Run(text),)) for text in brief.sections.values()))
    return reviewed(brief, memo, FORM)


@settings(max_examples=150, deadline=None)
@given(section=TEXTS, quote=TEXTS, name=TEXTS, language=st.sampled_from(["en-GB", "de-DE", "xx", "", "../x"]))
def test_any_brief_is_reviewed(section: str, quote: str, name: str, language: str) -> None:
    brief = replace(
        BRIEF,
        language=language,
        sections={"summary": section, "recommendation": quote},
        quotes=(replace(BRIEF.quotes[0], text=quote),),
        actors=(BRIEF.actors[0], replace(BRIEF.actors[1], name=name, aliases=(quote,))),
        actions=(replace(BRIEF.actions[0], summary=section, date=name),),
        sources=(replace(BRIEF.sources[0], text=TEXT + "\n\n" + "".join(section.split("e\u0301"))),),
    )
    found = findings(brief)
    assert findings(brief) == found
    for finding in found:
        assert "\n" not in finding.message
        if finding.repair is None:
            with pytest.raises(UsageError, match="by hand"):
                repaired(brief, finding)
        else:
            with contextlib.suppress(UsageError):  # what is gone is refused, and nothing else is raised
                assert repaired(brief, finding).sources
