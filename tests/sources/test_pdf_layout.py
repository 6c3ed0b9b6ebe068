"""What a PDF sets in lines of its own: verse, notes, times, signatures, lists without signs, heads of tables."""

from __future__ import annotations

import pytest
from pdf_samples import LETTER, PITCH, SIZE, Put, column, pdf

from briefer.sources.pdf.document import pdf_text

ORDER = "The harbour authority told every terminal on Tuesday to take the cellular modems out of its cranes by the end of March, when the emergency regulation takes effect."
FOUND = "Inspectors had found the devices in 214 machines, none of which appeared in the manuals of their makers, and nobody could say what they had been sending."
ONE = [
    "Up came the tug, and down she went,",
    "her iron gone, her funnel bent;",
    "she owed the quay",
    "for all of May.",
]
TWO = ["No ship today. The frost has laid", "its sheet,", "and nobody has paid;", "I swept the step."]


def paragraphs(content: bytes) -> list[str]:
    return pdf_text(content).original.split("\n\n")


def lines(said: list[str], left: float, top: float, **look: float) -> list[Put]:
    return [Put(line, left, top - PITCH * at, **look) for at, line in enumerate(said)]


def end(put: Put) -> float:
    return put.left + len(put.text) * put.size * LETTER


def test_stanzas_keep_their_lines_beside_each_other_and_amid_prose() -> None:
    prose = column([ORDER, FOUND], 60, 780, 70, gap=8)
    beside = [*lines(ONE, 60, 600), *lines(TWO, 320, 600), *lines(TWO, 60, 540), *lines(ONE, 320, 540)]
    shown = ["\n".join(ONE), "\n".join(TWO)]
    assert paragraphs(pdf([[*prose, *beside]])) == [ORDER, FOUND, *shown, *shown[::-1]]
    amid = [*prose, *lines(ONE, 60, 600), *lines(TWO, 60, 540), *column([FOUND], 60, 480, 70)]
    assert paragraphs(pdf([amid])) == [ORDER, FOUND, *shown, FOUND]


def test_prose_in_a_narrow_column_is_no_verse() -> None:
    talk = "“No,” she said, “no, never, and, if asked, I shall say so.” He asked, in vain, again, and, as it was late, left, unheard, unseen, unthanked."
    assert paragraphs(pdf([column([talk, ORDER, talk], 60, 780, 30, gap=8)])) == [talk, ORDER, talk]


def test_a_title_in_bold_under_a_stanza_of_the_column_before_is_its_own() -> None:
    left, right = column([ORDER, FOUND], 60, 740, 36, gap=6), column([FOUND, ORDER], 320, 728, 36, gap=6)
    page = [*left, Put("II", 320, 740, 9, bold=True), *right]
    assert "II" in paragraphs(pdf([page]))


@pytest.mark.parametrize("size", [8.0, SIZE])
@pytest.mark.parametrize("glued", [True, False])
def test_notes_that_begin_with_a_raised_number_are_notes_in_any_size(size: float, *, glued: bool) -> None:
    text = column([ORDER], 60, 780, 60)
    mark = Put("1", end(text[-1]), text[-1].base + 4, 6)
    number = Put("1", 60, 104, 0.6 * size)
    note = column(
        ["The rule is that of 2026, and it says much", "more."], end(number) + 2 * (not glued), 100, 60, size=size
    )
    page = [*text, mark, *column([FOUND], 60, 700, 60), number, *note]
    assert paragraphs(pdf([page, column([FOUND], 60, 780, 60)])) == [
        *(f"{ORDER}[1]", FOUND, FOUND),
        "[1] The rule is that of 2026, and it says much more.",
    ]


def test_a_raised_number_that_no_mark_leads_to_begins_no_note() -> None:
    text = column([FOUND], 60, 780, 60)
    number = Put("14", 60, 704, 6)
    dated = Put("C dating was tried on the crane.", end(number), 700)
    assert paragraphs(pdf([[*text, number, dated]])) == [FOUND, "14C dating was tried on the crane."]


def test_a_time_in_bold_stands_over_what_happened() -> None:
    rows = [("9.20 p.m.", "He hears the pumps."), ("11.05 p.m.", "The tea is found to be salt.")]
    page = column([ORDER, FOUND], 60, 780, 70, gap=12)
    for at, (time, said) in enumerate(rows):
        page += [Put(time, 60, 660 - 60 * at, bold=True), Put(said, 90, 660 - 60 * at - 1.3 * PITCH)]
    assert paragraphs(pdf([page]))[2:] == [words for row in rows for words in row]


def test_a_signature_over_the_end_of_a_page_does_not_run_on() -> None:
    first = [*column([ORDER, FOUND], 60, 780, 60, gap=8), Put("Osbert Lind", 60, 60)]
    second = [Put("for the Night Committee", 60, 780)]
    assert paragraphs(pdf([first, second]))[-2:] == ["Osbert Lind", "for the Night Committee"]


def test_a_list_without_signs_keeps_its_lines_whatever_they_begin_with() -> None:
    listed = ["700 g rye flour", "20 g salt", "½ litre cold coffee", "sour dough, of the size of a fist"]
    page = [*column([ORDER, FOUND] * 3, 60, 780, 60, gap=8), *lines(listed, 80, 460)]
    assert paragraphs(pdf([page]))[-1] == "\n".join(listed)


def test_two_lines_set_in_that_are_one_sentence_are_one_paragraph() -> None:
    page = [
        *column([ORDER, FOUND], 60, 780, 30, indent=2),
        *(Put("It breathes out when we go", 78, 500), Put("home.", 78, 500 - PITCH)),
        *column([ORDER], 60, 460, 30),
    ]
    assert "It breathes out when we go home." in paragraphs(pdf([page]))


def test_the_head_of_a_table_has_the_cells_of_its_rows_however_close_they_stand() -> None:
    head = [Put("Reach", 60, 600), Put("Length", 164, 600), Put("Rise (mm)", 210, 600), Put("Period (min)", 275, 600)]
    rows = [
        Put(cell, right - len(cell) * SIZE * LETTER if at else 60, 588 - PITCH * row)
        for row, cells in enumerate([("Alder", "11.2", "19", "214"), ("Stoke", "6.4", "11", "122")])
        for at, (cell, right) in enumerate(zip(cells, (0, 200, 264, 347), strict=True))
    ]
    assert paragraphs(pdf([[*column([ORDER], 60, 780, 60), *head, *rows]]))[-1] == (
        "Reach | Length | Rise (mm) | Period (min)\nAlder | 11.2 | 19 | 214\nStoke | 6.4 | 11 | 122"
    )


def test_a_date_on_a_cover_does_not_run_on_in_the_text() -> None:
    cover = [Put("Ports told to unplug", 200, 800, 18), Put("12 June 2025", 262, 750)]
    text = column([ORDER, FOUND], 60, 780, 60)
    found = paragraphs(pdf([cover, text]))
    assert not any(words.startswith("12 June 2025 ") for words in found)
    assert any(words.startswith(ORDER[:30]) for words in found)
