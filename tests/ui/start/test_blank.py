"""When the start page may stand in place of the panes."""

from __future__ import annotations

import msgspec
import pytest
from sample_brief import sample_brief

from briefer.edit.memo import new_brief
from briefer.ui.start.blank import is_blank

NEW = new_brief("id", "", "2026-11-22T00:00:00Z")


def test_a_new_brief_is_blank_whatever_its_template() -> None:
    assert is_blank(NEW)
    assert is_blank(msgspec.structs.replace(NEW, template="reference-sheet", header={"to": " "}, sections={"a": ""}))


@pytest.mark.parametrize("field", ["title", "header", "sections", "sources", "actors"])
def test_anything_that_a_person_put_in_counts(field: str) -> None:
    assert not is_blank(msgspec.structs.replace(NEW, **{field: getattr(sample_brief(), field)}))
