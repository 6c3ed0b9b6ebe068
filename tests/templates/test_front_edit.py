"""A head changed in one place: the key, field or section is another, and all else stays letter by letter."""

from __future__ import annotations

import pytest

from briefer.errors import UsageError
from briefer.templates.check import text_problems
from briefer.templates.front_edit import (
    AddItem,
    HeadEdit,
    MoveItem,
    RemoveItem,
    SetItem,
    SetKey,
    edited_head,
    with_ignored,
)

TEXT = """---
name: Weekly   # for the desk
limit: {pages: 1}
header:
  # who gets it
  - {id: to, label: To}
  - id: subject
    label: "Subject: short"
sections: [{id: summary, label: Summary}]
# the end
---

# {{ header.subject }} {{ header.to }}

{{ sections.summary }}
"""


@pytest.mark.parametrize(
    ("edit", "before", "after"),
    [
        (SetKey("name", "Daily: ports"), "name: Weekly ", 'name: "Daily: ports" '),
        (SetKey("limit", {"pages": 1.5, "words": 300}), "{pages: 1}", "{pages: 1.5, words: 300}"),
        (SetKey("limit", {"pages": 0}), "limit: {pages: 1}\n", ""),
        (SetKey("description", "The week"), "# the end\n", "# the end\ndescription: The week\n"),
        (SetKey("description", ""), "name", "name"),
        (SetItem("header", "to", "required", True), "label: To}", "label: To, required: true}"),
        (SetItem("header", "subject", "label", "Re"), 'id: subject\n    label: "Subject: short"', "{id: subject, label: Re}"),
        (SetItem("sections", "summary", "limit", {"words": 80}), "label: Summary}", "label: Summary, limit: {words: 80}}"),
        (RemoveItem("sections", "summary"), "sections: [{id: summary, label: Summary}]\n", ""),
        (AddItem("sections", "Next steps"), "sections: [{id: summary, label: Summary}]", "sections:\n  - {id: summary, label: Summary}\n  - {id: next_steps, label: Next steps}"),
        (MoveItem("header", "subject", -1), '  # who gets it\n  - {id: to, label: To}\n  - id: subject\n    label: "Subject: short"', '  - id: subject\n    label: "Subject: short"\n  - {id: to, label: To}'),
    ],
)  # fmt: skip
def test_one_thing_is_changed(edit: HeadEdit, before: str, after: str) -> None:
    assert before in TEXT
    changed = edited_head(TEXT, edit)
    assert changed == TEXT.replace(before, after, 1)
    assert not [each for each in text_problems(changed) if each.line in (0, 1) or "front matter" in each.message]


def test_what_is_not_there_is_made() -> None:
    bare = "---\nname: X\n---\n\nx\n"
    made = edited_head(edited_head(bare, AddItem("header", "2 dates!")), AddItem("header", "2 dates?"))
    assert 'header:\n  - {id: field_2_dates, label: "2 dates!"}\n  - {id: field_2_dates_2' in made
    assert made.endswith("\n---\n\nx\n")
    with pytest.raises(UsageError):
        edited_head(bare, RemoveItem("header", "to"))


def test_a_warning_that_is_ignored_is_told_no_more() -> None:
    text = TEXT.replace("{{ sections.summary }}\n", "x\n")
    (warning,) = text_problems(text)
    assert warning.severity == "warning"
    ignored = with_ignored(text, warning.message)
    assert text_problems(ignored) == []
    twice = with_ignored(ignored, "another")
    assert text_problems(twice.replace(warning.message, "no such")) != []
