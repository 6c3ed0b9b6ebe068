"""Suggestions as a user meets them: dotted in the article, counted below the notes, gone through by single keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui_user import User

from briefer.edit import changes
from briefer.model.brief import Brief, speaker_of
from briefer.model.source import Source
from briefer.proposals import Proposals, read_along
from briefer.ui.background import Background, Operation
from briefer.ui.source.highlights import Highlight, described
from briefer.ui.suggestions.page import ReviewPage
from briefer.ui.suggestions.strip import SuggestionsStrip
from briefer.ui.window import Window

SPAWNED = 20_000
"""Milliseconds that the first process of a test may take to come up."""

TEXT = """Ports told to unplug modems

The Harbour Technology Board has ordered five container ports to unplug their modems by 31 March.

“We act before harm is done,” said Lena Morvane, the chair of the Harbour Technology Board. “Nobody else will.”

Ports that miss the date may lose their licence, the Board warned."""


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles are read in the window's own process, so that no test waits for another one to come up."""
    ask = Background.ask

    def ask_here(background: Background, operation: Operation) -> None:
        if operation.function is read_along:
            operation.run_here()
        else:
            ask(background, operation)

    monkeypatch.setattr(Background, "ask", ask_here)


@pytest.fixture
def article(window: Window, at_once: None) -> Window:
    """A window on one article that has been read."""
    window._session.apply(lambda brief: changes.add_source(brief, Source("", title="Ports", text=TEXT))[0], "Add")
    window.desk.suggestions.run()
    assert window.desk.suggestions.now.open
    window.go_to("source")
    return window


@pytest.fixture
def sample(window: Window, at_once: None) -> Window:
    """A window on the sample, which has been read."""
    window.open_sample()
    window.desk.suggestions.run()
    return window


def brief_of(window: Window) -> Brief:
    return window._session.brief


def page_of(window: Window) -> ReviewPage:
    page = window.notes.page
    assert isinstance(page, ReviewPage)
    return page


def suggested(window: Window) -> list[Highlight]:
    return [each for each in window.source.reader._highlights if each.why]


def kinds(window: Window) -> list[str]:
    return [each.kind for each in window.desk.suggestions.now.open]


def strip(window: Window) -> SuggestionsStrip:
    found = window.findChild(SuggestionsStrip)
    assert isinstance(found, SuggestionsStrip)
    return found


def go_to_kind(user: User, window: Window, kind: str) -> None:
    """From the review's first row to the first of a kind, by N."""
    for _ in range(len(kinds(window))):
        current = page_of(window).current
        if current is not None and current.kind == kind:
            return
        user.press(Qt.Key.Key_N)
    raise AssertionError(f"no {kind} is suggested")


def test_an_article_that_comes_is_read_beside_the_window_and_nothing_moves(
    window: Window, user: User, qtbot: QtBot
) -> None:
    window._session.apply(lambda brief: changes.add_source(brief, Source("", title="Ports", text=TEXT))[0], "Add")
    before = window.source.reader.caret()
    qtbot.waitUntil(lambda: bool(suggested(window)), timeout=SPAWNED)
    assert window.source.reader.caret() == before
    assert not any(brief_of(window).entries())
    assert strip(window).isVisible()
    assert strip(window).button.text() == f"Review {len(kinds(window))} suggestions (Ctrl+R)"
    assert "quote" in kinds(window)


def test_a_suggestion_in_the_article_tells_its_kind_and_reason(article: Window) -> None:
    board = next(each for each in suggested(article) if each.kind == "actor" and "Board" in each.title)
    assert "(suggested actor: " in described(board)
    reader = article.source.reader
    reader.select(board.start, board.start)
    assert "suggested actor" in reader.accessibleDescription()


def test_ctrl_r_lists_them_and_enter_takes_one_after_the_other(article: Window, user: User) -> None:
    count = len(kinds(article))
    user.ctrl(Qt.Key.Key_R)
    first = page_of(article).current
    assert first is not None
    assert QApplication.focusWidget() is page_of(article).list
    user.press(Qt.Key.Key_Return)
    assert [actor.name for actor in brief_of(article).actors] == [first.title]
    assert len(kinds(article)) == count - 1
    assert page_of(article).current is not None
    assert page_of(article).current != first
    user.ctrl(Qt.Key.Key_Z)
    assert brief_of(article).actors == ()
    assert page_of(article).current == first


def test_what_is_taken_back_after_the_review_stands_out_no_longer(article: Window, user: User) -> None:
    user.ctrl(Qt.Key.Key_R)
    user.press(Qt.Key.Key_Return)
    user.press(Qt.Key.Key_Escape)
    user.ctrl(Qt.Key.Key_Z)
    assert brief_of(article).actors == ()
    assert article.source.reader._marks.current == article.notes.open_id == ""


def test_ctrl_f_looks_in_the_article_while_suggestions_lie_over_the_notes(article: Window, user: User) -> None:
    user.ctrl(Qt.Key.Key_R)
    user.ctrl(Qt.Key.Key_F)
    assert article.source.find_bar.words.hasFocus()
    assert article.notes.filter.isHidden()


def test_twenty_suggestions_of_the_sample_take_at_most_25_keys(sample: Window, user: User) -> None:
    before, wanted = len(kinds(sample)), min(20, len(kinds(sample)))
    assert before >= 10
    user.ctrl(Qt.Key.Key_R)
    while before - len(kinds(sample)) < wanted:
        user.press(Qt.Key.Key_Return)
    assert user.actions <= wanted + 5


def test_a_quote_is_filed_in_its_parts_and_linked_to_its_speaker(article: Window, user: User) -> None:
    user.ctrl(Qt.Key.Key_R)
    go_to_kind(user, article, "quote")
    user.press(Qt.Key.Key_Return)
    (quote,) = brief_of(article).quotes
    assert quote.text == "We act before harm is done, … Nobody else will."
    speaker = brief_of(article).actor(quote.speaker)
    assert speaker is not None
    assert (speaker.name, speaker.kind) == ("Lena Morvane", "person")
    user.ctrl(Qt.Key.Key_Z)
    assert not any(brief_of(article).entries())


def test_another_speaker_is_named_before_a_quote_is_taken(article: Window, user: User) -> None:
    user.ctrl(Qt.Key.Key_R)
    go_to_kind(user, article, "quote")
    user.press(Qt.Key.Key_W)
    user.type("Ruth Aldane")
    user.press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page_of(article).list
    user.press(Qt.Key.Key_Return)
    (quote,) = brief_of(article).quotes
    assert speaker_of(brief_of(article), quote) == "Ruth Aldane"


def test_del_dismisses_for_good_even_from_a_newer_text_and_brings_back(article: Window, user: User) -> None:
    user.ctrl(Qt.Key.Key_R)
    gone = page_of(article).current
    assert gone is not None
    user.press(Qt.Key.Key_Delete)
    assert gone not in article.desk.suggestions.now.open
    (source,) = brief_of(article).sources
    article._session.apply(
        lambda brief: changes.edit_source_text(brief, source.id, 0, 0, "Corrected: "), "Type in article"
    )
    assert suggested(article) == []
    article.desk.suggestions.run()
    assert gone.title not in [each.title for each in article.desk.suggestions.now.open]
    assert suggested(article)
    page_of(article).away.click()
    page_of(article).take_focus()
    (away,) = article.desk.suggestions.now.dismissed
    page_of(article).go_to(away.key)
    user.press(Qt.Key.Key_Delete)
    assert gone.title in [each.title for each in article.desk.suggestions.now.open]
    assert brief_of(article).dismissed == ()


def test_a_letter_takes_a_suggestion_as_another_kind_in_one_step(article: Window, user: User) -> None:
    user.ctrl(Qt.Key.Key_R)
    go_to_kind(user, article, "action")
    action, count = page_of(article).current, len(kinds(article))
    assert action is not None
    user.press(Qt.Key.Key_S)
    (stake,) = brief_of(article).stakes
    assert stake.summary == action.title
    assert brief_of(article).actions == ()
    assert action.key not in [each.key for each in article.desk.suggestions.now.open]
    user.ctrl(Qt.Key.Key_Z)
    assert len(kinds(article)) == count
    assert brief_of(article).dismissed == ()


def test_all_of_a_kind_are_one_step_and_shift_enter_takes_down_to_the_one_at_hand(
    article: Window, user: User
) -> None:
    actors = [each.title for each in article.desk.suggestions.now.open if each.kind == "actor"]
    assert len(actors) > 1
    user.ctrl(Qt.Key.Key_R)
    page_of(article).all.click()
    assert [actor.name for actor in brief_of(article).actors] == actors
    assert "actor" not in kinds(article)
    user.ctrl(Qt.Key.Key_Z)
    assert brief_of(article).actors == ()
    page_of(article).go_to(article.desk.suggestions.now.open[0].key)
    user.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert [actor.name for actor in brief_of(article).actors] == actors[:1]


def test_e_lets_other_words_be_chosen_and_enter_takes_those(article: Window, user: User) -> None:
    user.ctrl(Qt.Key.Key_R)
    go_to_kind(user, article, "action")
    action = page_of(article).current
    assert action is not None
    user.press(Qt.Key.Key_E)
    reader = article.source.reader
    assert QApplication.focusWidget() is reader
    assert reader.selected_range() == (action.spans[0][0], action.spans[-1][1])
    user.alt(Qt.Key.Key_Left)
    user.press(Qt.Key.Key_Return)
    (filed,) = brief_of(article).actions
    assert filed.evidence[0].exact == action.title.rpartition(" ")[0]
    assert QApplication.focusWidget() is page_of(article).list
    assert action.key not in [each.key for each in article.desk.suggestions.now.open]


def test_esc_leaves_the_words_then_the_review_and_goes_to_the_article(article: Window, user: User) -> None:
    user.ctrl(Qt.Key.Key_R)
    user.press(Qt.Key.Key_E)
    user.press(Qt.Key.Key_Escape)
    assert article.source.reader.selected_range() is None
    assert QApplication.focusWidget() is page_of(article).list
    user.press(Qt.Key.Key_Escape)
    assert article.notes.page is None
    assert QApplication.focusWidget() is article.source.reader
    assert not any(brief_of(article).entries())


def test_n_goes_round_in_the_article_and_enter_and_del_decide_there(article: Window, user: User) -> None:
    user.press(Qt.Key.Key_N)
    reader = article.source.reader
    (first, *_) = reader.highlights_here()
    assert first.why
    assert reader.caret() == first.start
    user.press(Qt.Key.Key_Return)
    assert len(list(brief_of(article).entries())) >= 1
    user.press(Qt.Key.Key_N)
    (second, *_) = reader.highlights_here()
    user.press(Qt.Key.Key_Delete)
    assert len(brief_of(article).dismissed) == 1
    assert second.entry_id not in [each.entry_id for each in suggested(article)]


def test_a_note_that_is_opened_is_seen_in_place_of_the_review(article: Window, user: User) -> None:
    user.ctrl(Qt.Key.Key_R)
    user.press(Qt.Key.Key_Return)
    article.desk.work.open(brief_of(article).actors[0].id)
    assert article.notes.page is None
    assert article.notes.open_id == brief_of(article).actors[0].id


def test_the_list_is_never_reset(article: Window, user: User) -> None:
    user.ctrl(Qt.Key.Key_R)
    model = page_of(article).list.model()
    assert isinstance(model, QAbstractItemModel)
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    removed: list[tuple[int, int]] = []
    model.rowsRemoved.connect(lambda _, first, last: removed.append((first, last)))
    user.press(Qt.Key.Key_Return)
    assert removed == [(1, 1)]
    assert resets == []


def test_without_an_article_ctrl_r_says_so(window: Window, user: User) -> None:
    said: list[str] = []
    window.desk.said.connect(said.append)
    user.ctrl(Qt.Key.Key_R)
    assert window.notes.page is None
    assert "There is no article yet" in said[-1]


def test_a_screen_reader_is_told_all_of_a_row(article: Window, user: User) -> None:
    user.ctrl(Qt.Key.Key_R)
    page = page_of(article)
    told = page.model.data(page.list.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)
    assert told.startswith("Suggested actor: ")
    assert ", because: " in told


def test_while_articles_are_read_the_page_says_so_and_keeps_its_head_low(window: Window, at_once: None) -> None:
    window.open_sample()
    window.desk.suggestions.run()
    window.actions_by_id["review"].trigger()
    page = page_of(window)
    page.show_suggestions(brief_of(window), Proposals(), reading=True)
    QApplication.processEvents()
    assert page._none.text() == "Looking for suggestions…"
    assert page._none.y() < 60
