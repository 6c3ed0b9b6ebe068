"""Each check that there is has a kind with words of its own, and stands in the guide."""

from __future__ import annotations

import inspect
import re

import pytest

from briefer.model.brief import EVIDENCE_LOST
from briefer.review import actors, checks, claims, entries, hidden, parts, prose, quotes
from briefer.review.kinds import KINDS, SEVERITIES
from briefer.ui.checks.wording import SIGNS
from briefer.ui.help.checks import checks_part, guide_part


def test_each_code_that_a_check_gives_has_a_kind() -> None:
    modules = (actors, checks, claims, entries, hidden, parts, prose, quotes)
    codes = {code for module in modules for code in re.findall(r'Finding\(\s*"([a-z-]+)"', inspect.getsource(module))}
    assert codes | {EVIDENCE_LOST, "same-actor", "left-out", "without-comment"} == set(KINDS)


@pytest.mark.parametrize("code", KINDS)
def test_a_kind_is_told_in_words(code: str) -> None:
    kind = KINDS[code]
    assert kind.severity in SEVERITIES
    assert kind.severity in SIGNS
    assert kind.one != kind.many
    assert kind.title[0].isupper()
    assert kind.looks_for[-1] != "."


def test_the_guide_lists_all_checks_as_they_are() -> None:
    assert guide_part() == checks_part(), "run: python -m briefer.ui.help.checks"
