from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import texts

from briefer.memo.markdown import read_prose
from briefer.text.citations import citation_spans, cited_in, recited
from briefer.text.citing import cite, mark_own, put_in
from briefer.text.claims import unsupported_sentences

PIECES = (
    "The Board ordered it.", " It costs 46 million", "\n", "\n\n", " ", "- ", "1. ", "> ", "## ", "**bold.** ", "| a | b |",
    "\n| --- | --- |\n", "[@x1]", "[@own]", " `[@x1]` ", "---\n", "e\u0301", "協議已簽署。", "👩\u200d👧",
)  # fmt: skip


def sections() -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(PIECES), max_size=9).map("".join) | texts()


def lines() -> st.SearchStrategy[str]:
    """Sections of one line a paragraph: whether a line is a heading to the next one depends on its length."""
    pieces = [piece for piece in PIECES if "\n" not in piece and piece != "| a | b |"]
    return st.lists(st.lists(st.sampled_from(pieces), max_size=6).map("".join), max_size=4).map("\n\n".join)


def ids(markdown: str) -> list[str]:
    """What the memo takes for citations."""
    found: list[str] = []

    def note(ident: str) -> tuple[int, ...]:
        found.append(ident)
        return ()

    read_prose(markdown, note)
    return found


def put(marked: str, ident: str = "k1") -> str:
    """The section after a citation at the bar, with a bar where the caret comes to stand."""
    position = marked.index("‖")
    markdown, caret = cite(marked.replace("‖", ""), position, ident)
    return f"{markdown[:caret]}‖{markdown[caret:]}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("‖", "[@k1]‖"),
        ("It is so.‖", "It is so. [@k1]‖"),
        ("It is so. ‖", "It is so. [@k1] ‖"),
        ("It is so‖", "It is so [@k1]‖"),
        ("It ‖is so. And so.", "It is so. [@k1]‖ And so."),
        ("It is so. ‖And so.", "It is so. [@k1] ‖And so."),
        ("It is so. A‖nd so.", "It is so. And so. [@k1]‖"),
        ("It is so. [@x1]‖ And so.", "It is so. [@x1; @k1]‖ And so."),
        ("It is so. [@‖x1] And so.", "It is so. [@x1; @k1]‖ And so."),
        ("It is so [@x1].‖", "It is so [@x1; @k1].‖"),
        ("It is‖ so. [@x1] [@x2]", "It is so. [@x1] [@x2; @k1]‖"),
        ("It is‖ so. [@k1]", "It is so. [@k1]‖"),
        ("**It is‖ so.** And so.", "**It is so.** [@k1]‖ And so."),
        ("- One.‖\n- Two.", "- One. [@k1]‖\n- Two."),
        ("‖- One.\n- Two.", "- One. [@k1]‖\n- Two."),
        ("One.\n\n‖\n\nTwo.", "One.\n\n[@k1]‖\n\nTwo."),
        ("# Port‖ news\n\nOne.", "# Port news [@k1]‖\n\nOne."),
        ("| A | B |\n| - | - |\n| one‖ two | b |", "| A | B |\n| - | - |\n| one two [@k1]‖ | b |"),
        ("| A | B |\n| - | - |\n| one | b ‖[@x1] |", "| A | B |\n| - | - |\n| one | b [@x1; @k1]‖ |"),
        ("| A | B |\n| - | - |\n| one | b |‖", "| A | B |\n| - | - |\n| one | b [@k1] |‖"),
        ("| A | B |\n| - | - |\n‖| one | b |", "| A | B |\n| - | - |\n| one [@k1]‖ | b |"),
        ("| A | B |\n| - | - |\n| one | b | none‖", "| A | B |\n| - | - |\n| one | b | none [@k1]‖"),
        ("| A | B |\n| -‖ | - |\n| one | b |", "| A | B |\n| -‖ | - |\n| one | b |"),
        ("```\ncode‖\n```\n", "```\ncode‖\n```\n"),
        ("```\ncode\n\n‖", "```\ncode\n\n‖"),
    ],
)
def test_a_citation_stands_after_its_sentence(before: str, after: str) -> None:
    assert put(before) == after


@given(sections(), st.data())
def test_a_citation_adds_one_id_and_takes_nothing_away(markdown: str, data: st.DataObject) -> None:
    position = data.draw(st.integers(0, len(markdown)))
    cited, caret = cite(markdown, position, "k1")
    assert 0 <= caret <= len(cited)
    if cited == markdown:
        return
    assert sorted(ids(cited)) == sorted([*ids(markdown), "k1"])
    assert [c for c in cited.replace("@k1", "") if c not in "[]; "] == [c for c in markdown if c not in "[]; "]


@given(lines())
def test_each_unsupported_sentence_can_be_marked_as_ones_own(markdown: str) -> None:
    for span in unsupported_sentences(markdown):
        marked = mark_own(markdown, span)
        assert ids(marked) == ids(markdown)  # it cites nothing
        assert span[0] not in [start for start, _ in unsupported_sentences(marked)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("A. [@a2] B. [@a1]", "A. [@a1] B. [@a1]"),
        ("A. [@a2; @a1] B.", "A. [@a1] B."),
        ("A. [@a1] [@a2] B.", "A. [@a1] B."),
        ("A. [@a1][@x1, @a2] B.", "A. [@a1][@x1] B."),
        ("A. [@a2;@a20] `[@a2]` \\[@a2] @a2", "A. [@a1; @a20] `[@a2]` \\[@a2] @a2"),
        ("A. [@a1]\n\n[@a2]", "A. [@a1]\n\n[@a1]"),
        ("A. [@a1; @a1]", "A. [@a1; @a1]"),
        ("```\n[@a2]\n```\n[@a2]", "```\n[@a2]\n```\n[@a1]"),
        ("- `one [@a2]\n- two` [@a2]", "- `one [@a1]\n- two` [@a1]"),
    ],
)
def test_what_cited_one_cites_the_other_once(before: str, after: str) -> None:
    assert recited(before, "a2", "a1") == after


@given(sections())
def test_the_citations_are_those_that_the_memo_reads(markdown: str) -> None:
    cited = [ident for start, end in citation_spans(markdown) for ident in cited_in(markdown[start:end])]
    assert [ident for ident in cited if ident != "own"] == ids(markdown)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("|", "It costs. [@k1]|"),
        ("So. |", "So. It costs. [@k1]|"),
        ("So.| Then", "So. It costs. [@k1]| Then"),
        ("So. |Then", "So. It costs. [@k1]| Then"),
        ("So. Th|en.", "So. Then It costs. [@k1]|."),
        ("So. [@|x1] On", "So. [@x1] It costs. [@k1]| On"),
        ("(|", "(It costs. [@k1]|"),
    ],
)
def test_words_are_put_in_with_their_citation(before: str, after: str) -> None:
    at = before.index("|")
    put = put_in(before.replace("|", ""), at, "It costs.", "k1")
    assert f"{put.markdown[: put.caret]}|{put.markdown[put.caret :]}" == after
