"""Long runs of edits of one text: no anchor ever claims words that are not there."""

from __future__ import annotations

import random
import unicodedata

import pytest

from briefer.edit import changes
from briefer.model.anchor import CONTEXT
from briefer.model.brief import Brief
from briefer.model.source import Source

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
