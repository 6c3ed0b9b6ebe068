"""Portion marks, chosen beside the headings of the memo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from ui_user import User

from briefer.reviewing import findings
from briefer.templates.reading import parse_template
from briefer.templates.template import Template
from briefer.ui.memo.portion_mark import PortionMark
from briefer.ui.window import Window

TEXT = """---
name: Marked
portion_marks: true
header:
  - {id: marking, label: Marking, type: choice, choices: [OFFICIAL, OFFICIAL-SENSITIVE, SECRET]}
  - {id: subject, label: Subject}
sections:
  - {id: summary, label: Summary}
  - {id: at_stake, label: What is at stake, generated: true}
---
# {{ header.subject }}

{{ sections.summary }}

{% block at_stake %}
{% for stake in stakes %}
- {{ stake.summary }}
{% endfor %}
{% endblock %}
"""


@pytest.fixture
def marked(window: Window) -> Window:
    """The sample in a template with portion marks."""
    window.open_sample()
    window.memo.offer([*window.memo._templates.values(), template()])
    window.desk.memo_work.choose_template("marked")
    return window


def template() -> Template:
    return parse_template(TEXT, "marked", "marked.md")


def marks(window: Window) -> list[PortionMark]:
    found = [mark for mark in window.memo.findChildren(PortionMark) if mark.isVisible()]
    return sorted(found, key=lambda mark: mark.mapTo(window, mark.rect().topLeft()).y())


def choose(user: User, times: int) -> None:
    """Go down in the menu that is open so many times, and choose."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for _ in range(times):
        user.bot.keyClick(menu, Qt.Key.Key_Down)
    user.bot.keyClick(menu, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_marks_stand_only_where_the_template_prints_them(marked: Window) -> None:
    assert [mark.text() for mark in marks(marked)] == ["No mark"] * 3
    marked.desk.memo_work.choose_template("information-note")
    assert marks(marked) == []


def test_a_mark_is_chosen_by_a_click_and_taken_back(user: User, marked: Window) -> None:
    summary = marks(marked)[1]
    user.bot.mouseClick(summary, Qt.MouseButton.LeftButton)
    choose(user, 1)
    assert marked._session.brief.export.portion_marks == {"summary": "OFFICIAL"}
    assert summary.text() == "(O)"
    assert summary.accessibleName() == "Portion mark of Summary: OFFICIAL"
    user.ctrl(Qt.Key.Key_Z)
    assert marked._session.brief.export.portion_marks == {}
    assert summary.text() == "No mark"
    assert marked.memo.sections["summary"].text.hasFocus()


def test_the_part_with_the_keyboard_is_marked_from_the_menu(user: User, marked: Window) -> None:
    marked.memo.sections["summary"].text.setFocus()
    marked.actions_by_id["portion_mark"].trigger()
    choose(user, 2)
    marked.activateWindow()
    QApplication.processEvents()
    marked.memo.header.subject.setFocus()
    marked.actions_by_id["portion_mark"].trigger()
    choose(user, 1)
    assert marked._session.brief.export.portion_marks == {"summary": "OFFICIAL-SENSITIVE", "subject": "OFFICIAL"}
    assert [mark.text() for mark in marks(marked)] == ["(O)", "(O-S), above OFFICIAL", "No mark"]


def test_a_part_marked_higher_than_the_memo_says_so_there_and_in_the_checks(marked: Window) -> None:
    marked.desk.memo_work.mark_portion("at_stake", "SECRET")
    mark = marks(marked)[-1]
    assert mark.text() == "(S), above OFFICIAL"
    assert mark.accessibleName().endswith("SECRET, higher than the memo’s marking OFFICIAL")
    (found,) = [each for each in findings(marked._session.brief, template()) if each.code == "marked-higher"]
    assert found.where == "sections.at_stake"
    assert "“What is at stake” is marked SECRET" in found.message
    marked.desk.memo_work.type_header("marking", "SECRET")
    assert mark.text() == "(S)"
    assert "marked-higher" not in {each.code for each in findings(marked._session.brief, template())}


def test_without_portion_marks_the_menu_says_what_to_do(window: Window) -> None:
    window.open_sample()
    window.actions_by_id["portion_mark"].trigger()
    assert "prints no portion marks" in window.statusBar().currentMessage()


def test_marks_are_reached_by_tab_before_their_parts(user: User, marked: Window) -> None:
    marked.memo.header.subject.setFocus()
    names = []
    for _ in range(4):
        user.press(Qt.Key.Key_Tab)
        names.append(QApplication.focusWidget().accessibleName())
    assert names == [
        "Portion mark of Subject: none",
        "Portion mark of Summary: none",
        "Summary",
        "Portion mark of What is at stake: none",
    ]
