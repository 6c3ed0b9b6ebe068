from __future__ import annotations

import time

from PySide6.QtGui import QTextCharFormat

from briefer.memo.blocks import Run
from briefer.pdf.faces import PRINTED, Faces
from briefer.pdf.pieces import Column, Piece
from briefer.pdf.text import Words, set_words


def words_of(*runs: Run) -> Words:
    return set_words(runs, "Normal", Faces(PRINTED), {1: 1, 2: 7})


def test_positions_are_those_of_qt() -> None:
    emoji, plain = Run("👍🏽"), Run("plain")
    words = words_of(emoji, plain)
    assert [words.run_at(at) for at in (0, 3, 4, 8)] == [emoji, emoji, plain, plain]


def test_notes_are_shown_under_the_readers_number_and_parted_by_a_comma() -> None:
    words = words_of(Run("a\nb"), Run(note=1), Run(""), Run(note=2), Run("c"), Run(note=1))
    assert words.text == "a\u2028b1,7c1"
    assert words.notes() == [(3, 1), (4, 2), (7, 1)]
    raised = QTextCharFormat.VerticalAlignment.AlignSuperScript
    assert [(part.start, part.length) for part in words.formats] == [(3, 1), (4, 2), (7, 1)]
    assert {part.format.verticalAlignment() for part in words.formats} == {raised}


def test_formats_stand_where_their_words_do() -> None:
    words = words_of(Run("👍", bold=True), Run("x"), Run("y", italic=True), Run("z", link="https://example.org"))
    looks = [(part.start, part.format.font().bold(), part.format.font().italic()) for part in words.formats]
    assert looks == [(0, True, False), (3, False, True), (4, False, False)]
    assert words.formats[2].format.foreground().color().name() == PRINTED.link


def test_an_address_that_leads_nowhere_safe_is_plain_words() -> None:
    assert words_of(Run("x", link="file:///etc/hostname")).formats == []


def test_a_word_without_end_is_set_as_soon_as_words_of_its_length() -> None:
    took = []
    for text in ("word " * 40_000, "x" * 200_000):
        began = time.process_time()
        Piece([Column(words_of(Run(text)), Faces(PRINTED).face("Normal"), 0, 9_000)])
        took.append(time.process_time() - began)
    assert took[1] < took[0] * 4 + 0.1
