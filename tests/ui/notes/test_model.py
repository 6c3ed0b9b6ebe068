"""The tree of notes: what changed between two briefs is told row by row, and what is told is true."""

from __future__ import annotations

import random

import msgspec
import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from briefer.edit import changes
from briefer.model.brief import GROUPS, Brief
from briefer.model.source import Source
from briefer.ui.notes.model import ENTRY_MIME, NotesModel

TEXT = "Harbour vote.\n\n“We act,” said Lena Morvane.\n\nThe Board ordered five cranes to be stopped by May."


@pytest.fixture
def brief() -> Brief:
    brief = changes.new_brief("id", "Port", "2026-11-22T09:30:00Z", sources=[Source("", text=TEXT)])
    start = TEXT.index("Lena")
    brief, _ = changes.add_entry(brief, "actor", [(start, start + 12)], "s1", role="Board chair")
    for _ in range(5):
        brief, _ = changes.add_entry(brief, "action", [(len(TEXT) - 52, len(TEXT))], "s1", status="done")
    brief, _ = changes.add_entry(brief, "quote", [(16, 23)], "s1", speaker="a1")
    return brief


@pytest.fixture
def model(qapp) -> NotesModel:
    model = NotesModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model


def shown(model: NotesModel) -> dict[str, list[str]]:
    found = {}
    for kind in GROUPS:
        head = model.group_index(kind)
        rows = range(model.rowCount(head))
        found[kind] = [model.index(row, 0, head).data(Qt.ItemDataRole.UserRole) for row in rows]
    return found


def wanted(brief: Brief) -> dict[str, list[str]]:
    return {kind: [entry.id for entry in getattr(brief, group)] or [""] for kind, group in GROUPS.items()}


def test_any_change_of_order_and_number_is_shown(model: NotesModel, brief: Brief) -> None:
    chance = random.Random(7)
    everything = [*brief.actions]
    for _ in range(150):
        actions = tuple(chance.sample(everything, chance.randint(0, len(everything))))
        after = msgspec.structs.replace(brief, actions=actions)
        model.show_brief(after)
        assert shown(model) == wanted(after)


def test_one_move_is_told_as_one_move(model: NotesModel, brief: Brief) -> None:
    model.show_brief(brief)
    told = []
    model.rowsMoved.connect(lambda *_: told.append("moved"))
    model.rowsInserted.connect(lambda *_: told.append("inserted"))
    model.rowsRemoved.connect(lambda *_: told.append("removed"))
    kept = QPersistentModelIndex(model.index_of("x1"))
    for index in (4, 3, 2, 1):
        after = changes.move_entry(brief, "x1", index)
        model.show_brief(after)
        assert told == ["moved"]
        assert kept.row() == index
        told.clear()
        model.show_brief(brief)
        told.clear()


def test_only_what_changed_is_told(model: NotesModel, brief: Brief) -> None:
    model.show_brief(brief)
    told = []
    model.dataChanged.connect(lambda first, last: told.append((model.ident(first), first.row() - last.row())))
    model.show_brief(changes.update_entry(brief, "x2", status="halted"))
    assert told == [("x2", 0)]
    told.clear()
    model.show_brief(changes.update_entry(brief, "a1", name="Lena M."))
    assert told == [("a1", 0), ("x2", 0), ("q1", 0)]  # the brief before had another x2; q1 names its speaker


def test_a_row_says_all_that_is_painted_and_where_its_passages_are(model: NotesModel, brief: Brief) -> None:
    model.show_brief(changes.add_evidence(brief, "x1", "s1", [(0, 7)]))

    def spoken(ident: str) -> str:
        return model.index_of(ident).data(Qt.ItemDataRole.AccessibleTextRole)

    assert spoken("a1") == "Actor a1: Lena Morvane, Board chair, 1 passage: s1 ¶2"
    assert spoken("x1").endswith("to be stopped by May., done, 2 passages: s1 ¶3, s1 ¶1")
    assert spoken("q1") == "Quote q1: “We act,”, Lena Morvane, verbatim, 1 passage: s1 ¶2"
    assert model.group_index("action").data(Qt.ItemDataRole.AccessibleTextRole) == "Actions, 5 notes"
    hint = model.index(0, 0, model.group_index("stake"))
    assert hint.data(Qt.ItemDataRole.AccessibleTextRole).endswith("press S.")


def test_a_lost_passage_is_told(model: NotesModel, brief: Brief) -> None:
    after, _ = changes.replace_source_text(brief, "s1", "Nothing of it is left here.")
    model.show_brief(after)
    index = model.index_of("a1")
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).endswith("1 passage: s1 lost")
    assert "no longer in the source" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_the_verdict_on_a_quote_follows_its_words_and_is_found_out_once(
    model: NotesModel, brief: Brief, monkeypatch: pytest.MonkeyPatch
) -> None:
    from briefer.ui.notes import rows

    asked = []
    monkeypatch.setattr(
        rows, "differing", lambda text, words, inner=rows.differing: asked.append(text) or inner(text, words)
    )
    model.show_brief(brief)
    assert asked == []
    for _ in range(3):
        assert model.verdict(model.index_of("q1")).label == "verbatim"
    model.show_brief(changes.update_entry(brief, "q1", text="We wait,"))
    assert model.verdict(model.index_of("q1")).label == "1 word differs"
    assert asked == ["We act,", "We wait,"]
    assert model.verdict(model.index_of("a1")) is None


def test_what_is_dragged_names_the_notes(model: NotesModel, brief: Brief) -> None:
    model.show_brief(brief)
    data = model.mimeData([model.index_of("a1"), model.index_of("q1")])
    assert bytes(data.data(ENTRY_MIME).data()) == b"a1 q1"
    assert data.text() == "Lena Morvane\n“We act,”"
    group, hint = model.group_index("actor"), model.index(0, 0, model.group_index("stake"))
    assert not (model.flags(group) | model.flags(hint)) & Qt.ItemFlag.ItemIsDragEnabled


def test_rows_that_follow_each_other_are_told_at_once(model: NotesModel, brief: Brief) -> None:
    model.show_brief(brief)
    told = []
    model.dataChanged.connect(lambda first, last: told.append((model.ident(first), model.ident(last))))
    after = brief
    for ident in ("x1", "x2", "x3", "x5"):
        after = changes.update_entry(after, ident, status="halted")
    model.show_brief(after)
    assert told == [("x1", "x3"), ("x5", "x5")]
