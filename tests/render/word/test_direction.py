import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.render.word.direction import runs_right_to_left, stretches


@pytest.mark.parametrize(
    ("text", "rtl"),
    [
        ("", False),
        ("word", False),
        ("26/118", False),
        ("“שלום” said", True),
        ("26 بيان", True),
        ("A שלום", False),
        ("日本", False),
    ],
)
def test_the_first_letter_decides(text, rtl):
    assert runs_right_to_left(text) is rtl


def test_numbers_and_spaces_between_words_belong_to_the_stretch():
    assert list(stretches("a שלום 26, עולם 7 b")) == [("a ", False), ("שלום 26, עולם", True), (" 7 b", False)]


@given(st.text(alphabet=st.sampled_from("ab1 ,.\u05d0\u05d1\u0627\u064e\U0001e900日")))
def test_stretches_lose_nothing(text):
    assert "".join(piece for piece, _ in stretches(text)) == text
