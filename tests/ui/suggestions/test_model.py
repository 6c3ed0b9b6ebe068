"""The rows of the suggestions: which come, go and change, told one by one."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from briefer.edit.memo import new_brief
from briefer.edit.suggestions import Proposal
from briefer.model.brief import Kind
from briefer.model.source import Source
from briefer.ui.suggestions.model import SuggestionsModel

BRIEF = new_brief("b1", "", "2026-11-20T10:00:00Z", sources=[Source("s1", text="One.\n\nTwo three four.")])


def proposal(kind: Kind, title: str, at: int, why: str = "a reason") -> Proposal:
    return Proposal(kind, title, (("s1", ((at, at + 2),)),), why)


ACTOR, OTHER = proposal("actor", "Ann", 0), proposal("actor", "Ben", 6)
QUOTE, STAKE = proposal("quote", "so be it", 2), proposal("stake", "could fall", 8)


@pytest.fixture
def model(qtbot: QtBot) -> SuggestionsModel:
    model = SuggestionsModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.show(BRIEF, [ACTOR, QUOTE, STAKE])
    return model


def words(model: SuggestionsModel) -> list[str]:
    return [model.data(model.index(row)) for row in range(model.rowCount())]


def test_each_kind_has_its_heading(model: SuggestionsModel) -> None:
    assert words(model) == ["Actors", "Ann", "Quotes", "“so be it”", "Stakes", "could fall"]


def test_a_row_that_goes_takes_its_heading_along_and_the_others_stay(model: SuggestionsModel) -> None:
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    model.show(BRIEF, [ACTOR, OTHER, STAKE])
    assert words(model) == ["Actors", "Ann", "Ben", "Stakes", "could fall"]
    model.show(BRIEF, [])
    assert words(model) == []
    assert resets == []


def test_a_row_that_says_something_else_is_told_alone(model: SuggestionsModel) -> None:
    changed: list[int] = []
    model.dataChanged.connect(lambda first, _last: changed.append(first.row()))
    model.show(BRIEF, [ACTOR, QUOTE, proposal("stake", "could fall", 8, "another reason")])
    assert changed == [5]


def test_those_that_were_turned_down_come_last_in_their_kind(model: SuggestionsModel) -> None:
    model.show(BRIEF, [OTHER], [ACTOR])
    assert words(model) == ["Actors", "Ben", "Ann"]
    assert model.is_dismissed(ACTOR.key)
    assert not model.is_dismissed(OTHER.key)
