"""What the capture keys take where nothing is selected."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from ui_user import User

from briefer.ui.source.capture import behind, quotation_to_file
from briefer.ui.window import Window

ARTICLE = (
    "A headline “quoted”\n\n"
    "Lena Morvane spoke. “We act,” she said, “before harm is done.” Then she left, and nobody had a question.\n\n"
    "The ports called it “a surprise” and “bad news” on Friday, and said that they would need more time.\n\n"
    "The makers answered with one line for all of the ports and for the Board: “See you in court.”"
)


@pytest.fixture
def pasted(user: User, window: Window) -> Window:
    user.put_on_clipboard(ARTICLE)
    user.ctrl(Qt.Key.Key_V)
    return window


def quotes(window: Window) -> list[str]:
    return [quote.text for quote in window._session.brief.quotes]


def test_the_caret_of_a_new_article_stands_in_its_first_paragraph(pasted: Window) -> None:
    reader = pasted.source.reader
    assert reader.caret() == ARTICLE.index("Lena")
    assert reader.verticalScrollBar().value() == 0


def test_each_q_files_the_next_quotation(user: User, pasted: Window) -> None:
    for _ in range(4):
        user.press(Qt.Key.Key_Q)
    assert quotes(pasted) == ["We act, … before harm is done.", "a surprise", "bad news", "See you in court."]
    said: list[str] = []
    pasted.desk.work.said.connect(said.append)
    user.press(Qt.Key.Key_Q)
    assert len(quotes(pasted)) == 4
    assert said == ["No other quotation follows the caret. Select the words, and press Q to file them as a quote."]


def test_the_caret_goes_behind_the_quotation_that_q_filed(user: User, pasted: Window) -> None:
    user.press(Qt.Key.Key_Q)
    assert pasted.source.reader.caret() == ARTICLE.index("Then she left")
    user.ctrl(Qt.Key.Key_Z)
    assert pasted.source.reader.caret() == ARTICLE.index("Lena")


def test_q_in_a_filed_quotation_goes_on_to_the_next(user: User, pasted: Window) -> None:
    for _ in range(2):
        user.click_words("We act")
        user.press(Qt.Key.Key_Q)
    assert quotes(pasted) == ["We act, … before harm is done.", "a surprise"]


def test_q_with_a_selection_files_it_and_moves_nothing(user: User, pasted: Window) -> None:
    user.drag_over("harm is done")
    user.press(Qt.Key.Key_Q)
    assert quotes(pasted) == ["harm is done"]
    assert pasted.source.reader.selected_range() is not None


def test_adding_a_passage_never_takes_a_quotation_far_from_the_caret(user: User, pasted: Window) -> None:
    user.press(Qt.Key.Key_Q)
    user.click_words("nobody had")
    assert pasted.source.spans_to_file("quote") == ()


def test_the_place_behind_a_quotation_that_ends_its_paragraph_is_in_the_next() -> None:
    text = "He said “one.”\n\nShe left."
    assert behind(text, ((9, 13),)) == text.index("She")


def test_the_place_behind_a_quotation_that_ends_the_text_is_its_end() -> None:
    text = "He said “one.”"
    assert behind(text, ((9, 13),)) == len(text)
    assert quotation_to_file(text, 0, [((9, 13),)]) == ()


def test_the_same_words_are_filed_once_as_a_kind(user: User, pasted: Window) -> None:
    said: list[str] = []
    pasted.desk.work.said.connect(said.append)
    for key in (Qt.Key.Key_X, Qt.Key.Key_X, Qt.Key.Key_S):
        user.click_words("she left")
        user.press(key)
    brief = pasted._session.brief
    assert [len(brief.actions), len(brief.stakes)] == [1, 1]
    assert said[1] == "Filed already as action: “Then she left, and nobody had a question.”"
    assert pasted.notes.chosen_id == brief.stakes[0].id
    for _ in range(2):
        user.drag_over("Lena Morvane")
        user.press(Qt.Key.Key_A)
    assert len(pasted._session.brief.actors) == 1
    assert said[-1] == "Filed already as actor: “Lena Morvane”"
    assert pasted.notes.chosen_id == pasted._session.brief.actors[0].id
    user.drag_over("she left")
    user.press(Qt.Key.Key_X)
    assert len(pasted._session.brief.actions) == 2


SPOKEN = (
    "The Board met on Friday.\n\n"
    '"We won\'t go," said Lena Morvane, "and that is final." Nobody asked why.\n\n'
    "“The ports stay.\n\n“They always have,” said Bo Smith. “Ask ‘anyone’ here.”"
)


@pytest.fixture
def spoken(user: User, window: Window) -> Window:
    user.put_on_clipboard(SPOKEN)
    user.ctrl(Qt.Key.Key_V)
    return window


def test_a_selected_quotation_is_what_was_said_and_names_its_speaker(user: User, spoken: Window) -> None:
    start, end = SPOKEN.index('"We'), SPOKEN.index(" Nobody")
    spoken.source.reader.select(start, end)
    user.press(Qt.Key.Key_Q)
    (quote,) = spoken._session.brief.quotes
    assert quote.text == "We won't go, … and that is final."
    assert [anchor.exact for anchor in quote.evidence] == ["We won't go,", "and that is final."]
    assert (quote.speaker, quote.speaker_text) == ("", "Lena Morvane")
    assert spoken.statusBar().currentMessage().endswith("said by Lena Morvane")
    user.ctrl(Qt.Key.Key_Z)
    assert spoken._session.brief.quotes == ()


def test_a_known_actor_is_the_speaker(user: User, spoken: Window) -> None:
    at = SPOKEN.index("Morvane")
    spoken.source.reader.select(at, at)
    user.press(Qt.Key.Key_A)
    user.press(Qt.Key.Key_Q)  # the caret is in no quotation: the next one is taken
    at = SPOKEN.index("We won")
    spoken.source.reader.select(at, at)
    user.press(Qt.Key.Key_Q)
    (actor,) = spoken._session.brief.actors
    by_speaker = {quote.speaker or quote.speaker_text for quote in spoken._session.brief.quotes}
    assert actor.name == "Lena Morvane"
    assert by_speaker >= {actor.id}


def test_a_quotation_over_paragraphs_is_one_quote(user: User, spoken: Window) -> None:
    at = SPOKEN.index("The ports stay")
    spoken.source.reader.select(at, at)
    user.press(Qt.Key.Key_Q)
    (quote,) = spoken._session.brief.quotes
    assert quote.text == "The ports stay. … They always have, … Ask ‘anyone’ here."
    assert len(quote.evidence) == 3
    assert quote.speaker_text == "Bo Smith"
