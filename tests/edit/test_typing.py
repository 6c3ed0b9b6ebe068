"""Long runs of edits of one text: no anchor ever claims words that are not there."""

from __future__ import annotations

import random
import unicodedata

import pytest

from briefer.edit import changes
from briefer.edit.history import History
from briefer.model.anchor import CONTEXT
from briefer.model.brief import Brief
from briefer.model.source import Source
from briefer.text.find import find_all

PIECES = [
    "a",
    " ",
    "\n\n",
    "e",
    "\u0301",
    "\u0323",
    "👩",
    "\u200d",
    "👧",
    "🇲",
    "🇩",
    "ᄀ",
    "ᅡ",
    "ᆨ",
    "क",
    "ि",
    "the Board ",
    "é",
    "\U00020000",
]


def start(rng: random.Random) -> Brief:
    text = unicodedata.normalize("NFC", "".join(rng.choice(PIECES) for _ in range(400))).strip()
    brief = changes.new_brief("i", "", "", sources=[Source("", text=text)])
    for _ in range(60):
        low = rng.randrange(len(text))
        high = min(len(text), low + rng.randrange(1, 30))
        if text[low:high].strip():
            brief, _ = changes.add_entry(brief, "action", [(low, high)], "s1")
    return brief


@pytest.mark.parametrize("seed", [1, 2])
def test_after_a_thousand_edits_each_anchor_has_its_words(seed: int) -> None:
    rng = random.Random(seed)
    brief = start(rng)
    for _ in range(1000):
        before = brief.sources[0].text
        low = rng.randrange(len(before) + 1)
        high = min(len(before), low + rng.choice([0, 0, 0, 1, 1, 2, 9]))
        words = "".join(rng.choice(PIECES) for _ in range(rng.choice([0, 1, 1, 2, 5])))
        brief = changes.edit_source_text(brief, "s1", low, high, words)
        text = brief.sources[0].text
        assert text == unicodedata.normalize("NFC", before[:low] + words + before[high:])
        for action in brief.actions:
            for anchor in action.evidence:
                if anchor.lost:
                    assert 0 <= anchor.start <= len(text)
                else:
                    assert text[anchor.start : anchor.end] == anchor.exact
                    assert anchor.prefix == text[max(0, anchor.start - CONTEXT) : anchor.start]
                    assert anchor.suffix == text[anchor.end : anchor.end + CONTEXT]


def anchors_are_true(brief: Brief) -> None:
    text = brief.sources[0].text
    for entry in brief.entries():
        for anchor in entry.evidence:
            if anchor.lost:
                assert anchor.start == anchor.end <= len(text)
            else:
                assert text[anchor.start : anchor.end] == anchor.exact
                assert text[max(0, anchor.start - CONTEXT) : anchor.start] == anchor.prefix
                assert text[anchor.end : anchor.end + CONTEXT] == anchor.suffix


def changed_somehow(brief: Brief, rng: random.Random) -> Brief:
    """One of all the ways in which a person changes an article."""
    text = brief.sources[0].text
    low = rng.randrange(len(text) + 1)
    high = min(len(text), low + rng.choice([0, 1, 2, 9, 40]))
    match rng.randrange(8):
        case 0 if text:
            needle = text[low : low + 2].strip() or "e"
            spans = find_all(text, needle)
            return changes.replace_in_source(brief, "s1", spans, rng.choice(PIECES)) if spans else brief
        case 1:
            words = text.split()
            at = rng.randrange(len(words) + 1)
            newer = " ".join([*words[:at], "newer", *words[at + rng.randrange(4) :]])
            return changes.replace_source_text(brief, "s1", unicodedata.normalize("NFC", newer))[0]
        case 2 if text[low:high].strip():
            return changes.add_entry(brief, "quote", [(low, high)], "s1")[0]
        case _:
            return changes.edit_source_text(brief, "s1", low, high, rng.choice(PIECES))


@pytest.mark.parametrize("seed", [3, 4])
def test_whatever_is_done_to_the_text_anchors_are_true_and_undo_brings_all_back(seed: int) -> None:
    rng = random.Random(seed)
    history = History(start(rng))
    states = [history.present]
    for _ in range(500):
        brief = changed_somehow(history.present, rng)
        anchors_are_true(brief)
        if brief is not history.present:
            history.record(brief, "Change")
            states.append(brief)
    while history.can_undo:
        states.pop()
        history.undo()
        assert history.present == states[-1]
    assert len(states) == 1
