"""Each check that there is has words of its own in the status bar."""

from __future__ import annotations

import inspect
import re

from briefer.model.brief import EVIDENCE_LOST
from briefer.review import checks
from briefer.ui.checks.wording import _NAMES


def test_each_kind_of_finding_has_its_words() -> None:
    codes = set(re.findall(r'"([a-z]+(?:-[a-z]+)+)"', inspect.getsource(checks)))
    assert codes | {EVIDENCE_LOST} == set(_NAMES)
