from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import texts

from briefer.text.segment import (
    name_at,
    next_quotation,
    paragraph_at,
    paragraph_spans,
    quotation_at,
    sentence_at,
    sentence_spans,
    split_quotation,
    trim_span,
    word_at,
    word_count,
)


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Cooper met Dr. Lena Morvane of the U.S. Treasury on Dec. 5.|He left.",
        "It rose by 3.5 per cent, said No. 10.|“No.”|Then J. K. Rowling spoke.",
        "“It is over.”|He left.|“Really?” Zack Cooper asked. |Nobody knew.",
        "He came to the U.S.|The visit was short.",
        "Acme Inc. Chief Executive Jo Poe left Acme Inc.|They knew.",
        "We wait … and hope…|Then what?!|Nothing.",
        "See e.g. Art. 5 and approx. 40 others, i.e. The Board.",
        "1. The first point.|Then more.",
        "Am 3. Oktober kam Hr. Müller, d.h. er war da.|Es regnete.",
        "« Bonjour. »|Il est parti.|»Gut.«|Sie ging.",
        "協議已簽署。|他說。",
        "They met at 5 p.m. Monday.[1]|Nothing came of it.",
        "“Why?” he asked.|(It was late.)|“Because.”",
        "World War I ended.|In 1918 it did (the Treaty of St. Germain).",
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str) -> None:
    expected = [part.strip() for part in text.split("|")]
    whole = "".join(part if part.endswith((" ", "。")) else f"{part} " for part in text.split("|")).strip()
    assert sentences(whole) == expected


def test_a_heading_line_and_list_items_are_sentences_of_their_own() -> None:
    text = "What comes next\nThe Board will meet again in the spring to decide on all of it.\n• one\n• two"
    assert sentences(text) == [
        "What comes next",
        "The Board will meet again in the spring to decide on all of it.",
        "• one",
        "• two",
    ]


def test_a_line_break_in_verse_ends_no_sentence() -> None:
    assert len(sentences("Shall I compare thee to a summer’s day,\nThou art more lovely and more temperate")) == 1


def test_the_sample_article_is_cut_as_a_reader_would(shared: Path) -> None:
    text = (shared / "samples" / "pasted-article.txt").read_text("utf-8").replace("\n", "\n\n")
    found = sentences(text)
    assert "Trump warms to China ahead of his visit" in found
    assert "“I worry that this is simply concessions masquerading as strategy.”" in found
    assert any(sentence.startswith("“The administration") and sentence.endswith("told FT.") for sentence in found)


@given(texts())
def test_sentences_hold_all_words_in_order_and_nothing_twice(text: str) -> None:
    spans = sentence_spans(text)
    assert all(start < end for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())


@given(texts(), st.data())
def test_what_is_at_a_position_is_among_the_spans(text: str, data: st.DataObject) -> None:
    pos = data.draw(st.integers(0, len(text)))
    paragraph, sentence, word = paragraph_at(text, pos), sentence_at(text, pos), word_at(text, pos)
    around = [span for span in paragraph_spans(text) if span[0] <= pos <= span[1]]
    assert not around or paragraph in around
    assert paragraph is None or paragraph in paragraph_spans(text)
    assert sentence is None or sentence in sentence_spans(text)
    assert (sentence is None) == (paragraph is None)
    assert word is None or word[0] <= pos <= word[1]
    name = name_at(text, pos)
    assert (name is None) == (word is None)
    assert name is None or text[name[0] : name[1]].strip() == text[name[0] : name[1]] != ""
    for start, end in quotation_at(text, pos):
        assert paragraph is not None
        assert paragraph[0] <= start < end <= paragraph[1]


def test_paragraphs_are_parted_by_empty_lines() -> None:
    text = "\n\nOne\ntwo \n \n\n three"
    assert [text[start:end] for start, end in paragraph_spans(text)] == ["One\ntwo", "three"]
    assert paragraph_at(text, 0) is None
    assert paragraph_at("", 0) is None


def test_a_position_between_sentences_belongs_to_the_one_it_touches() -> None:
    text = "One.  Two."
    assert [sentence_at(text, pos) for pos in (0, 4, 5, 6, 10)] == [(0, 4), (0, 4), (6, 10), (6, 10), (6, 10)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The <Harbour Technology Board>’s chair", "Harbour Technology Board"),
        ("Dr. <Lena Morvane> said", "Lena Morvane"),
        ("Yesterday <Lena Morvane> left", "Lena Morvane"),
        ("told US Treasury Secretary <Scott Bessent> that", "Scott Bessent"),
        ("<US Treasury> Secretary Scott Bessent", "US Treasury"),
        ("said <Prime Minister> Ursula von der Leyen", "Ursula von der Leyen"),
        ("by Ursula <von der> Leyen on", "Ursula von der Leyen"),
        ("China’s <Ministry of State> Security", "Ministry of State Security"),
        ("<China>’s Ministry of State Security", "China"),
        ("In <St. Petersburg> it rained", "St. Petersburg"),
        ("and <J. K. Rowling> wrote", "J. K. Rowling"),
        ("of <Johnson & Johnson> shares", "Johnson & Johnson"),
        ("fighters of <al-Shabaab> took", "al-Shabaab"),
        ("the <ordinary> word", "ordinary"),
        ("<The> end", "The"),
        ("the H<200> chip", "H200"),
        ("met <Zoë Müller-Lüdenscheidt>, who", "Zoë Müller-Lüdenscheidt"),
    ],
)
def test_the_name_at_the_caret(text: str, expected: str) -> None:
    start, end = text.index("<"), text.index(">") - 1
    text = text.replace("<", "").replace(">", "")
    for pos in (pos for pos in range(start, end + 1) if text[pos - 1 : pos + 1].strip(" .&")):
        span = name_at(text, pos)
        assert span is not None
        assert text[span[0] : span[1]] == expected


def test_no_name_where_no_word_is() -> None:
    assert name_at("a  –  b", 3) is None
    assert name_at("", 0) is None


INTERRUPTED = "“We act,” said Zack Cooper, an expert at the U.S. Institute. “It is [time].” He called it “a mess”."


def parts(text: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize("word", ["“We", "We", "act", "” said", "It is", "time"])
def test_an_interrupted_quotation_gives_both_parts(word: str) -> None:
    assert parts(INTERRUPTED, quotation_at(INTERRUPTED, INTERRUPTED.index(word))) == ["We act,", "It is [time]."]


def test_outside_a_quotation_is_none_and_other_quotations_are_their_own() -> None:
    assert quotation_at(INTERRUPTED, INTERRUPTED.index("Cooper")) == ()
    assert parts(INTERRUPTED, quotation_at(INTERRUPTED, INTERRUPTED.index("mess"))) == ["a mess"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said: "It is *over," and left.', ["It is over,"]),
        (
            "‘We’re on the workers’ *side,’ said Bo, ‘and it’s final.’",
            ["We’re on the workers’ side,", "and it’s final."],
        ),
        ("« C’est *fini », a-t-il dit.", ["C’est fini"]),
        ("Er sagte: „Es ist *vorbei.“", ["Es ist vorbei."]),
        ("»Es ist *vorbei«, sagte sie.", ["Es ist vorbei"]),
        ("“This goes *on to the next paragraph.", ["This goes on to the next paragraph."]),
        ("“He said ‘no’ *to us,” she recalled.", ["He said ‘no’ to us,"]),
        ("“*One,” he said. She added: “Two.”", ["One,"]),
        ("the plan was “put on *hold” to avoid the “Typhoon”, he said.", ["put on hold"]),
        ("It’s the workers’ *day, isn’t it?", []),
        ("the '90s *were 5'10\" tall", []),
    ],
)
def test_quotation_marks_of_all_kinds(text: str, expected: list[str]) -> None:
    pos = text.index("*")
    text = text.replace("*", "")
    assert parts(text, quotation_at(text, pos)) == expected


def test_a_selection_over_several_parts_leaves_the_attribution_out() -> None:
    end = INTERRUPTED.index(" He called")
    assert parts(INTERRUPTED, split_quotation(INTERRUPTED, 0, end)) == ["We act,", "It is [time]."]
    assert parts(INTERRUPTED, split_quotation(INTERRUPTED, 4, end - 3)) == ["act,", "It is [time"]


def test_a_selection_inside_one_quotation_stays_itself() -> None:
    assert parts(INTERRUPTED, split_quotation(INTERRUPTED, 0, 5)) == ["We a"]
    assert parts("“a b c”", split_quotation("“a b c”", 2, 5)) == ["b"]


def test_a_selection_of_other_words_is_taken_as_it_is() -> None:
    text = "We must stop “Salt Typhoon” at once."
    assert parts(text, split_quotation(text, 0, len(text))) == [text]
    assert split_quotation(text, 2, 3) == ()


def test_a_selection_over_paragraphs_keeps_both_quotations() -> None:
    text = "“One goes on.\n\n“And ends here,” he said."
    assert parts(text, split_quotation(text, 0, len(text))) == ["One goes on.", "And ends here,"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We *stay.\n\n“And that is final,” said Bo.", ["We stay.", "And that is final,"]),
        ("“We stay.\n\n“And that is *final,” said Bo.", ["We stay.", "And that is final,"]),
        ("“One.\n\n“*Two.\n\n“Three,” Bo said. “Four.”", ["One.", "Two.", "Three,", "Four."]),
        ("He said: “One,” Bo said. “*Two.\n\n“Three.”", ["One,", "Two.", "Three."]),
        ('"We *stay.\n\n"And that is final," said Bo.', ["We stay.", "And that is final,"]),
        ("‘We *stay.\n\n‘And that’s final,’ said Bo.", ["We stay.", "And that’s final,"]),
        ("„Wir *bleiben.\n\n„Und zwar hier“, sagte Bo.", ["Wir bleiben.", "Und zwar hier"]),
        ("« On *reste.\n\n« Et ici », a dit Bo.", ["On reste.", "Et ici"]),
        ("“*One.”\n\n“Two,” said Bo.", ["One."]),
        ("“*One goes on.\n\nNobody said this. “Two,” said Bo.", ["One goes on."]),
        ("“*One goes on.\n\n«Two», said Bo.", ["One goes on."]),
    ],
)
def test_a_quotation_goes_on_in_paragraphs_that_open_with_its_mark(text: str, expected: list[str]) -> None:
    at = text.index("*")
    text = text.replace("*", "")
    assert parts(text, quotation_at(text, at)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We won\'t go," said Bo, "and that is final."', ["We won't go,", "and that is final."]),
        ("“We,” said Bo, “won’t,” he repeated, “go.”", ["We,", "won’t,", "go."]),
        ('"We go" -- Bo said -- "and stay."', ["We go", "and stay."]),
        ("„Wir gehen“, sagte Bo, „und zwar jetzt.“", ["Wir gehen", "und zwar jetzt."]),
        ("»Wir gehen«, sagte Bo, »und zwar jetzt.«", ["Wir gehen", "und zwar jetzt."]),
        ("« On part », a déclaré Bo, « et c’est tout. »", ["On part", "et c’est tout."]),
        ("“We go”, Bo told the “Today” show, “and stay”.", ["We go", "and stay"]),
        ("“We go,” said Bo, “and ‘never’ is never.”", ["We go,", "and ‘never’ is never."]),
        ("— We go, said Bo. — And that is final.", ["— We go, said Bo. — And that is final."]),
    ],
)
def test_a_selected_quotation_is_what_was_said(text: str, expected: list[str]) -> None:
    assert parts(text, split_quotation(text, 0, len(text))) == expected


@given(st.text("ab “”‘’\"'.,\n«»", max_size=40), st.data())
def test_parts_lie_in_the_selection_and_never_overlap(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    spans = split_quotation(text, start, end)
    assert all(start <= low < high <= end and text[low:high].strip() == text[low:high] for low, high in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


def test_trim_and_count() -> None:
    assert trim_span("  a b \n", 0, 7) == (2, 5)
    assert trim_span("a   b", 1, 4) == (1, 1)
    assert word_count("Two words – and “three” more: 46.5 can’t co-operate.") == 8
    assert word_count("協議 signed") == 3
    assert word_count(" … ") == 0


@pytest.mark.parametrize(
    "piece", [".", "\n", " \n", "“", "'a ", '"a ', "‘a’ ", "a'", "A ", "1. ", "。", "”", ".”", "x\n", "“a\n\n"]
)
def test_endless_repetition_costs_no_more_than_its_length(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    began = time.process_time()
    sentence_spans(text)
    quotation_at(text, 1000)
    split_quotation(text, 0, len(text))
    paragraph_at(text, 1000)
    assert time.process_time() - began < 5


def test_an_acronym_is_no_abbreviation_of_the_same_letters() -> None:
    text = "Two sources told FT. Interestingly, it was so. Ft. Worth is a town. MR. SMITH LEFT. HE DID."
    assert [text[start:end] for start, end in sentence_spans(text)] == [
        "Two sources told FT.",
        "Interestingly, it was so.",
        "Ft. Worth is a town.",
        "MR. SMITH LEFT.",
        "HE DID.",
    ]


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("Opening", ["We act,", "It is [time]."]),
        ("Cooper", ["We act,", "It is [time]."]),
        ("called", ["a mess"]),
        ("a mess", ["a mess"]),
        ("Later", ["the end"]),
        ("over", []),
    ],
)
def test_the_next_quotation_is_the_one_at_hand_or_else_the_first_after_it(at: str, expected: list[str]) -> None:
    text = f"Opening words aren't said.\n\n{INTERRUPTED}\n\nLater it was “the end”. All is over."
    assert parts(text, next_quotation(text, text.index(at))) == expected


def test_a_quotation_that_is_far_away_is_not_the_next_one() -> None:
    text = "Word’s after word.\n\n" * 2000 + "“Said.”"
    assert next_quotation(text, 0) == ()
    assert parts(text, next_quotation(text, len(text) - 2000)) == ["Said."]
