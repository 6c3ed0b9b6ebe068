"""What was merged by hand, or edited elsewhere: anchors that do not hold are lost, all else stays as it is."""

from __future__ import annotations

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import briefs

from briefer.model.anchor import Anchor
from briefer.model.brief import Brief
from briefer.model.entries import Actor
from briefer.model.mending import with_words_lost
from briefer.model.soundness import problems
from briefer.model.source import Source

TEXT = "Headline\n\nThe Board ordered it."
HELD = Anchor("s1", 10, 19, "The Board", "", " ordered it.")


def mended(*anchors: Anchor) -> tuple[tuple[Anchor, ...], int]:
    brief = Brief(
        1, "b", last_ids={"s": 1, "a": 1}, sources=(Source("s1", text=TEXT),), actors=(Actor("a1", evidence=anchors),)
    )
    made, count = with_words_lost(brief)
    return made.actors[0].evidence, count


def test_only_what_does_not_hold_is_lost_and_keeps_its_words() -> None:
    other = msgspec.structs.replace(HELD, start=0, end=8)
    outside = msgspec.structs.replace(HELD, start=900, end=909)
    negative = msgspec.structs.replace(HELD, start=-5, end=4)
    (held, *lost), count = mended(HELD, other, outside, negative)
    assert held is HELD or held == HELD
    assert [(anchor.start, anchor.end) for anchor in lost] == [(0, 0), (len(TEXT),) * 2, (0, 0)]
    assert {anchor.exact for anchor in lost} == {"The Board"}
    assert count == 3


def test_what_nothing_can_find_again_stays_unsound() -> None:
    assert mended(Anchor("s9", 0, 8, "Headline"))[1] == 0
    assert mended(Anchor("s1", 0, 8, ""))[1] == 0


def test_surroundings_that_are_too_long_are_cut_next_to_the_words() -> None:
    (anchor,), _ = mended(msgspec.structs.replace(HELD, prefix="x" * 40 + "y", suffix="y" + "x" * 40))
    assert (anchor.start, anchor.prefix, anchor.suffix) == (10, "x" * 31 + "y", "y" + "x" * 31)


@settings(max_examples=40, deadline=None)
@given(briefs(), st.randoms(use_true_random=False), st.integers(-9, 9))
def test_any_brief_whose_anchors_were_moved_is_sound_once_mended(brief: Brief, random, by: int) -> None:
    moved = [
        msgspec.structs.replace(
            actor,
            evidence=tuple(
                msgspec.structs.replace(a, start=a.start + by, end=a.end + random.randint(-9, 9))
                for a in actor.evidence
            ),
        )
        for actor in brief.actors
    ]
    made, _ = with_words_lost(msgspec.structs.replace(brief, actors=tuple(moved)))
    assert list(problems(made)) == []
    assert with_words_lost(brief) == (brief, 0)
