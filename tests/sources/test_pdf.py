from __future__ import annotations

from pathlib import Path

import pytest
from pdf_samples import HEIGHT, LETTER, PITCH, SIZE, WIDTH, Put, column, pdf

from briefer.errors import DataError, LockedError
from briefer.sources.pdf.document import pdf_text
from briefer.sources.read import source_from_bytes, source_from_file

ORDER = "The harbour authority told every terminal on Tuesday to take the cellular modems out of its cranes by the end of March, when the emergency regulation takes effect."
FOUND = "Inspectors had found the devices in 214 machines, none of which appeared in the manuals of their makers, and nobody could say what they had been sending."
SAID = "“We were never told that they were there,” said Hanne Lovell, who runs the northern terminal and has asked the minister for a reply before the winter."
FINES = "Operators that miss the deadline may be fined up to 4.5 million euros; replacement parts take eleven weeks to arrive, according to a memorandum."
ALL = [ORDER, FOUND, SAID, FINES]


def paragraphs(content: bytes) -> list[str]:
    return pdf_text(content).original.split("\n\n")


def test_gaps_part_paragraphs() -> None:
    assert paragraphs(pdf([column(ALL, 60, 780, 70, gap=8)])) == ALL


def test_indents_part_paragraphs() -> None:
    assert paragraphs(pdf([column(ALL, 60, 780, 60, indent=3)])) == ALL


def test_a_sentence_that_ends_before_an_edge_all_lines_reach_parts_paragraphs() -> None:
    """Without gaps and indents, and though the next word would not have fitted: all words have seven letters."""
    words = "Harbour derrick without control between foreign modules removed several windows".split()
    first = " ".join([*words[:5], *words[5:], *words[1:5]]) + " now."
    second = " ".join(["Testing", *words[1:], *words[1:5], "Harbour"]) + "."
    assert paragraphs(pdf([column([first, second, first], 60, 780, 39)])) == [first, second, first]


def test_two_columns_are_read_one_after_the_other_under_their_headline() -> None:
    left, right = column([ORDER, FOUND], 60, 740, 36, indent=2), column([SAID, FINES], 320, 740, 36, indent=2)
    rows = [put for pair in zip(left, right, strict=False) for put in pair]
    rows += left[len(right) :] + right[len(left) :]
    page = [Put("Ports told to unplug hidden modems", 60, 775, 18), *rows]
    assert paragraphs(pdf([page])) == ["# Ports told to unplug hidden modems", *ALL]


def test_three_columns_whose_lines_stand_at_other_heights() -> None:
    page = [
        *column([ORDER, FOUND], 50, 740, 24, indent=2),
        *column([SAID], 225, 736, 24, indent=2),
        *column([FINES], 400, 743, 24, indent=2),
    ]
    assert paragraphs(pdf([page])) == ALL


def test_a_paragraph_goes_on_over_columns_and_pages() -> None:
    lines = column([" ".join(ALL)], 60, 740, 36)
    half = len(lines) // 2
    over = [put._replace(left=320, base=740 - PITCH * at) for at, put in enumerate(lines[half:])]
    assert paragraphs(pdf([[*lines[:half], *over]])) == [" ".join(ALL)]
    again = [put._replace(base=740 - PITCH * at) for at, put in enumerate(lines[half:])]
    assert paragraphs(pdf([lines[:half], again])) == [" ".join(ALL)]


def test_heads_feet_and_page_numbers_go_and_are_told() -> None:
    pages = [
        [
            Put(f"The Harbour Gazette, page {number}", 60, 815),
            *column(ALL[number - 1 :], 60, 780, 60, indent=3),
            Put(str(number), 290, 30),
        ]
        for number in (1, 2, 3)
    ]
    found = pdf_text(pdf(pages))
    assert "Gazette" not in found.original
    assert found.original.split("\n\n") == [*ALL, *ALL[1:], *ALL[2:]]
    assert found.told == ("The running head “The Harbour Gazette, page 1” was left out.",)


def test_a_line_that_comes_once_in_the_margin_stays() -> None:
    pages = [[Put("Northhaven, 3 November", 60, 815), *column(ALL[:2], 60, 780, 60)], column(ALL[2:], 60, 780, 60)]
    assert paragraphs(pdf(pages))[0] == "Northhaven, 3 November"


def test_what_is_all_of_its_page_is_no_running_head() -> None:
    found = pdf_text(pdf([[Put("The Harbour Gazette", 60, 815)] for _ in range(3)]))
    assert (found.original.count("Gazette"), found.told) == (3, ())


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["The switch was found in the con-", "tainer of the third crane."], "container"),
        (["He pointed to the switched-off", "modem and a switched-", "off radio."], "a switched-off radio"),
        (["They met Anna Berger-", "Lovell at the port."], "Berger-Lovell"),
        (["It covers the pre-", "and post-war years of the port."], "pre- and post-war"),
        (["The crane is a model of type KX-", "400 of that year."], "KX-400"),
    ],
)
def test_words_broken_at_line_ends_are_joined_as_the_document_has_them(lines: list[str], expected: str) -> None:
    page = [Put(line, 60, 700 - PITCH * at) for at, line in enumerate(lines)]
    assert expected in pdf_text(pdf([page])).original.replace("\n", " ")


def test_headings_by_size_and_by_weight() -> None:
    page = [
        Put("Ports told to unplug", 60, 790, 20),
        *column([ORDER], 60, 760, 70),
        Put("What the order says", 60, 700, 14),
        *column([FOUND], 60, 680, 70),
        Put("Who pays", 60, 630, bold=True),
        *column([SAID], 60, 610, 70),
    ]
    assert [line for line in paragraphs(pdf([page])) if line.startswith("#")] == [
        "# Ports told to unplug",
        "## What the order says",
        "### Who pays",
    ]


def test_rows_of_a_table_keep_their_cells() -> None:
    cells = [
        ("Port", "Cranes", "With modem"),
        ("Northhaven", "64", "51"),
        ("Eastquay", "80", "80"),
        ("Saltmouth", "112", "83"),
    ]
    rows = [
        Put(cell, left, 700 - 16 * at)
        for at, row in enumerate(cells)
        for cell, left in zip(row, (60, 220, 360), strict=True)
    ]
    page = [*column([ORDER], 60, 780, 75), *rows, *column([FOUND], 60, 600, 75)]
    assert paragraphs(pdf([page])) == [ORDER, "\n".join(" | ".join(row) for row in cells), FOUND]


def test_list_items_are_lines_of_one_list() -> None:
    items = ["Take the modems out", "Report to the authority", "Keep the parts"]
    page = [
        *column([ORDER], 60, 780, 75),
        *(
            put
            for at, item in enumerate(items)
            for put in (Put("•", 70, 720 - PITCH * at), Put(item, 88, 720 - PITCH * at))
        ),
    ]
    assert paragraphs(pdf([page])) == [ORDER, "- Take the modems out\n- Report to the authority\n- Keep the parts"]


def test_an_item_ends_where_a_paragraph_begins() -> None:
    item = ["•  Keep the parts for those who will come", "in the summer of next year"]
    page = [
        *column([ORDER], 60, 780, 45, indent=2),
        Put(item[0], 60, 700),
        Put(item[1], 78, 688),
        *column([FOUND, SAID], 60, 676, 45, indent=2),
    ]
    assert paragraphs(pdf([page])) == [
        ORDER,
        "- Keep the parts for those who will come in the summer of next year",
        FOUND,
        SAID,
    ]


def test_an_address_keeps_its_lines_where_gaps_part_paragraphs() -> None:
    address = [
        Put(line, 60, 780 - PITCH * at)
        for at, line in enumerate(["Ministry of Transport", "12 Quay Street", "1010 Northhaven"])
    ]
    assert paragraphs(pdf([[*address, *column(ALL, 60, 730, 70, gap=8)]])) == [
        "Ministry of Transport\n12 Quay Street\n1010 Northhaven",
        *ALL,
    ]


def test_footnotes_follow_the_text_and_have_their_marks() -> None:
    lines = column([ORDER], 60, 780, 60)
    end = lines[-1].left + len(lines[-1].text) * SIZE * LETTER
    pages = [
        [
            *lines,
            Put("1", end, lines[-1].base + 4, 6),
            *column([FOUND], 60, 700, 60),
            Put("1 Regulation 7 of 2026, section 3.", 60, 60, 8),
        ],
        column([SAID], 60, 780, 60),
    ]
    assert paragraphs(pdf(pages)) == [f"{ORDER}[1]", FOUND, SAID, "[1] Regulation 7 of 2026, section 3."]


def test_each_footnote_of_a_page_is_one_of_its_own() -> None:
    notes = [
        "1See section 3 of the regulation.",
        "2See section 4 of the regulation, which the",
        "ministry has not yet published.",
        "3Ibid.",
    ]
    page = [*column(ALL, 60, 780, 70, gap=8), *(Put(note, 60, 100 - 9 * at, 7.5) for at, note in enumerate(notes))]
    assert paragraphs(pdf([page])) == [
        *ALL,
        "[1] See section 3 of the regulation.",
        "[2] See section 4 of the regulation, which the ministry has not yet published.",
        "[3] Ibid.",
    ]


def test_marks_that_are_as_large_as_the_text_are_known_by_their_notes() -> None:
    page = [
        *column([f"{ORDER}1 {FOUND} In the year 2026.2", SAID], 60, 780, 70, gap=8),
        Put("1 Section 3 of it.", 60, 100, 7.5),
    ]
    assert paragraphs(pdf([page])) == [f"{ORDER}[1] {FOUND} In the year 2026.2", SAID, "[1] Section 3 of it."]


def test_notes_that_are_alike_are_no_running_foot() -> None:
    pages = [
        [*column([text], 60, 780, 70), Put(f"{at} Ibid., p. {at}4.", 60, 60, 7.5)] for at, text in enumerate(ALL, 1)
    ]
    assert paragraphs(pdf(pages)) == [*ALL, *(f"[{at}] Ibid., p. {at}4." for at in (1, 2, 3, 4))]


def test_a_last_line_alone_in_its_column_follows_the_column_before() -> None:
    first = [*column([ORDER, FOUND], 60, 780, 36, indent=2), *column([SAID, FINES], 320, 780, 36, indent=2)]
    left = column(["It went on until " + FOUND], 60, 780, 36)
    last = [*left[:-1], left[-1]._replace(left=320, base=780)]
    assert paragraphs(pdf([first, last])) == [ORDER, FOUND, SAID, FINES, "It went on until " + FOUND]


def test_bold_words_in_a_line_part_nothing() -> None:
    lines = column([f"{ORDER} {FOUND}"], 60, 780, 60)
    lines[2] = lines[2]._replace(bold=True)
    assert paragraphs(pdf([lines])) == [f"{ORDER} {FOUND}"]


def test_hidden_and_white_text_stays_out_and_is_told() -> None:
    hidden = [Put("secret words", 60, 500, look="3 Tr"), Put("pale words", 60, 480, look="1 g")]
    on_a_band = Put("Seen on a dark band", 60, 400, look="0 g 50 390 300 30 re f 1 g")
    found = pdf_text(pdf([[*column(ALL, 60, 780, 70, gap=8), *hidden, on_a_band]]))
    assert found.original.split("\n\n") == [*ALL, "Seen on a dark band"]
    assert found.told == ("4 hidden words were left out.",)


def test_a_page_that_lies_on_its_side_is_read_from_there_and_a_stamp_is_told() -> None:
    upright = column(ALL, 60, 500, 70, gap=8)
    turned = [put._replace(left=WIDTH - put.base, base=put.left, turn="0 1 -1 0") for put in upright]
    assert paragraphs(pdf([turned])) == ALL
    stamp = Put("Draft of May", 20, 300, turn="0 1 -1 0")
    found = pdf_text(pdf([[*column(ALL, 60, 780, 70, gap=8), stamp]]))
    assert found.original.split("\n\n") == ALL
    assert found.told == ("3 turned words were left out.",)


def test_scans_are_told_apart() -> None:
    text = column(ALL, 60, 780, 70, gap=8)
    with pytest.raises(DataError, match="it is a scan"):
        pdf_text(pdf([[], []], scans=(0, 1)))
    with pytest.raises(DataError, match="its pages hold no text"):
        pdf_text(pdf([[]]))
    assert pdf_text(pdf([text, [], []], scans=(1, 2))).told == ("Pages 2–3 hold no text: they are scans.",)
    recognised = pdf_text(pdf([[put._replace(look="3 Tr") for put in text]], scans=(0,)))
    assert recognised.original.split("\n\n") == ALL
    assert recognised.told == ("Page 1 is a scan with recognised text: check it against the picture.",)


def test_a_password_is_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "order.pdf"
    file.write_bytes(pdf([column(ALL, 60, 780, 70, gap=8)], password="crane"))
    with pytest.raises(LockedError, match=r"order\.pdf: it is protected by a password"):
        source_from_file(file, "s1")
    with pytest.raises(LockedError, match="does not open with this password"):
        source_from_file(file, "s1", "ship")
    assert source_from_file(file, "s1", "crane").text.split("\n\n") == ALL


def test_document_information_that_is_no_text_is_passed_over() -> None:
    page = column(["The harbour authority told every terminal to take the modems out of its cranes."], 60, 760, 60)
    found = pdf_text(pdf([page], {"Title": "\xfe\xff\xd8\x00\xd8\x00", "Author": "Hanne Lovell"}))
    assert (found.details.title, found.details.author) == ("", "Hanne Lovell")


def test_the_document_information_counts_if_it_was_meant() -> None:
    page = column(ALL, 60, 780, 70, gap=8)
    meant = pdf_text(
        pdf([page], {"Title": "Modems in cranes", "Author": "Hanne Lovell", "CreationDate": "D:20261103101500Z"})
    )
    assert meant.details[:4] == ("Modems in cranes", "Hanne Lovell", "", "2026-11-03")
    assert meant.guessed == ("published",)
    by_programs = pdf_text(
        pdf([page], {"Title": "Microsoft Word - order_v3.doc", "Author": "hlovell", "CreationDate": "D:2026"})
    )
    assert by_programs.details[:4] == ("", "", "", "")


def test_the_biggest_type_is_the_title() -> None:
    from briefer.sources.read import source_from_bytes

    page = [Put("Ports told to unplug hidden modems", 60, 790, 20), *column(ALL, 60, 750, 70, gap=8)]
    source = source_from_bytes(pdf([page]), "order.pdf", "s1")
    assert (source.title, "title" in source.guessed) == ("Ports told to unplug hidden modems", True)


@pytest.mark.parametrize(
    "content",
    [b"%PDF-1.4\n", pdf([column(ALL, 60, 780, 70)])[:300], b"\x00" * 5000, b"%PDF-1.7\n" + bytes(range(256)) * 40],
)
def test_what_is_no_pdf_is_refused_in_one_line(content: bytes) -> None:
    with pytest.raises(DataError) as refused:
        pdf_text(content)
    assert "\n" not in str(refused.value)


def test_three_hundred_pages_take_no_second_pass() -> None:
    """Each page costs the same: three hundred short ones are read without a limit being met."""
    pages = [column([f"{ORDER} Page {number} ends here."], 60, HEIGHT - 100, 70) for number in range(300)]
    assert len(pdf_text(pdf(pages)).original.split("\n\n")) == 300


def test_a_large_initial_joins_its_word() -> None:
    lines = column([ORDER.removeprefix("T"), FOUND], 96, 740, 60)
    beside = [put._replace(left=60) if at > 2 else put for at, put in enumerate(lines)]
    page = [Put("Ports told to unplug modems", 60, 790, 18), Put("T", 60, 740 - 2 * PITCH, 44), *beside]
    assert paragraphs(pdf([page]))[1].startswith(ORDER[:60])


def test_a_table_of_single_words_keeps_its_cells() -> None:
    rows = [("2022", "4111", "3888"), ("2023", "5777", "4999"), ("2024", "8333", "5222")]
    table = [
        Put(cell, left, 600 - 14 * at)
        for at, row in enumerate(rows)
        for cell, left in zip(row, (60, 200, 340), strict=True)
    ]
    found = paragraphs(pdf([[*column([ORDER], 60, 700, 70), *table]]))
    assert found == [ORDER, "2022 | 4111 | 3888\n2023 | 5777 | 4999\n2024 | 8333 | 5222"]


def test_a_number_in_words_keeps_its_hyphen() -> None:
    lines = [
        "The ports have until midnight, and no more than forty-",
        "eight hours after that to pay what they owe to it.",
    ]
    assert paragraphs(pdf([[Put(line, 60, 700 - PITCH * at) for at, line in enumerate(lines)]])) == [
        "The ports have until midnight, and no more than forty-eight hours after that to pay what they owe to it."
    ]


def test_a_document_that_breaks_no_words_keeps_the_hyphen_of_a_compound() -> None:
    lines = [
        "The modems were meant for long-",
        "distance repairs, and for nothing that anybody had told the ports of.",
    ]
    assert paragraphs(pdf([[Put(line, 60, 700 - PITCH * at) for at, line in enumerate(lines)]])) == [
        "The modems were meant for long-distance repairs, and for nothing that anybody had told the ports of."
    ]


def test_words_from_the_left_on_a_page_that_is_read_from_the_right() -> None:
    from briefer.sources.pdf.lines import lines_of
    from briefer.sources.pdf.words import Word

    right = [Word("שלום", 400 - 40 * at, 430 - 40 * at, 700, 10) for at in range(6)]
    left = [Word(word, 60 + 40 * at, 95 + 40 * at, 750, 10) for at, word in enumerate("Ports unplug modems".split())]
    assert [line.text for line in lines_of([*left, *right], 500)[0]] == [
        "Ports unplug modems",
        " ".join(["שלום"] * 6),
    ]


def test_a_running_head_goes_where_pages_are_set_far_from_the_edge_of_the_paper() -> None:
    pages = [
        [Put("Meridian Courier", 150, 560), *column([words], 60, 530, 50), Put(str(number), 200, 300)]
        for number, words in enumerate((ORDER + " " + FOUND, SAID), 1)
    ]
    assert paragraphs(pdf(pages)) == [f"{ORDER} {FOUND}", SAID]


def test_what_a_browser_prints_around_a_page_goes() -> None:
    page = [
        Put("13/11/2026, 14:05", 30, 820, 8),
        Put("Ports told to unplug", 300, 820, 8),
        *column(ALL[:2], 60, 780, 70, gap=8),
        Put("https://courier.example/ports", 30, 20, 8),
        Put("1/1", 550, 20, 8),
    ]
    assert paragraphs(pdf([page])) == ALL[:2]


def test_a_head_above_the_headline_is_no_part_of_the_text() -> None:
    columns = [*column([ORDER], 60, 720, 36), *column([SAID], 320, 720, 36)]
    page = [Put("Gazette of the Northern Ports", 220, 800), Put("Ports told to unplug modems", 60, 760, 18), *columns]
    found = pdf_text(pdf([page]))
    assert found.original.startswith("# Ports told to unplug modems\n\nThe harbour")
    assert found.told == ("The running head “Gazette of the Northern Ports” was left out.",)


@pytest.mark.parametrize(
    ("above", "kept"),
    [
        (Put("Law and Water", 60, 815, 8), False),
        (Put("LAW AND WATER", 60, 815), False),
        (Put("The chart shows cranes.", 60, 815, 8), True),
        (Put("By Hanne Lovell", 60, 815, 8), True),
        (Put("What the order says", 60, 815, 14), True),
    ],
)
def test_a_head_that_stands_on_one_page_goes(above: Put, kept: bool) -> None:
    small = above.size < SIZE
    body = column(["now " + " ".join(ALL)], 60, 780, 60)
    first = [Put("Ports told to unplug", 60, 780, 18), *column(ALL[:2], 60, 750, 60, gap=8)]
    text = pdf_text(
        pdf([first, [above, *body], *([] if small or kept else [[Put("NEWS", 60, 815), *body]])])
    ).original
    assert (above.text in text) is kept


def test_sections_that_begin_pages_are_no_heads() -> None:
    names = ("Methods", "Results", "Outlook")
    text = pdf_text(pdf([[Put(name, 60, 780), *column(ALL[:2], 60, 756, 60)] for name in names])).original
    assert all(name in text for name in names)


def test_the_name_of_the_page_beside_its_number_goes() -> None:
    page = [Put("Region", 60, 815, 8), Put("Page 1", 500, 815, 8), *column(ALL[:2], 60, 780, 60, gap=8)]
    assert paragraphs(pdf([page])) == ALL[:2]


def test_words_drawn_apart_in_a_narrow_justified_column_are_one_line() -> None:
    rows = []
    for put in column([ORDER, FOUND], 60, 740, 24):
        words, letter = put.text.split(), LETTER * SIZE
        free = 24 - sum(map(len, words))
        gap = 1.0 if put.text.endswith(("effect.", "sending.")) else free / max(1, len(words) - 1)
        at = put.left
        for word in words:
            rows.append(put._replace(text=word, left=at))
            at += (len(word) + gap) * letter
    text = pdf_text(pdf([rows])).original
    assert " ".join(text.split()) == f"{ORDER} {FOUND}"


def test_a_centred_headline_of_two_lines_is_one() -> None:
    page = [
        Put("The school that moved", 60, 800, 20),
        Put("to the left", 120, 776, 20),
        *column(ALL, 60, 740, 70, gap=8),
    ]
    assert paragraphs(pdf([page]))[0] == "# The school that moved to the left"


def test_a_passage_set_in_ends_at_a_small_gap_that_is_the_usual_one() -> None:
    quote = [put._replace(left=put.left + 24) for put in column([SAID], 60, 780, 55)]
    low = quote[-1].base - 1.25 * PITCH
    below = column([FINES], 60, low, 60, indent=4)
    text = [*column([ORDER, FOUND], 60, 780 + 12 * PITCH, 60, gap=PITCH * 0.25), *quote, *below]
    assert ["FINES" for paragraph in paragraphs(pdf([text])) if paragraph == FINES]


def test_centred_lines_above_the_text_are_no_part_of_it() -> None:
    page = [
        Put("Ports told to unplug", 60, 800, 18),
        Put("Hanne Lovell", 250, 775),
        Put("13 November 2026", 238, 763),
    ]
    content = pdf([[*page, *column(ALL[:2], 60, 751, 75, gap=8)]])
    found = source_from_bytes(content, "ports.pdf", "s1")
    assert (found.author, found.published) == ("Hanne Lovell", "2026-11-13")
    assert found.text.split("\n\n") == ["Ports told to unplug", *ALL[:2]]


def test_a_paragraph_below_a_list_is_no_part_of_its_last_item() -> None:
    items = [Put(f"\u2022 {words}", 80, 700 - PITCH * at) for at, words in enumerate(("first of these", "the last"))]
    page = [*column([ORDER], 60, 760, 70), *items, Put("Last words of the order.", 60, 676)]
    assert paragraphs(pdf([page]))[1:] == ["- first of these\n- the last", "Last words of the order."]


def test_a_line_across_the_gutter_does_not_widen_the_column() -> None:
    words = "Harbour derrick without control between foreign modules"
    lines = [Put(words, 60, 700 - PITCH * at) for at in range(8)]
    page = [Put("Meridian Courier of the Ports of Tolmen and Orsk and Vael", 120, 724), *lines]
    assert paragraphs(pdf([page]))[-1] == " ".join([words] * 8)


def test_the_date_of_a_document_may_be_its_last_line() -> None:
    found = source_from_bytes(
        pdf([[*column(ALL, 60, 780, 70, gap=8), Put("13 November 2026", 60, 500)]]), "a.pdf", "s1"
    )
    assert found.published == "2026-11-13"
    assert "published" in found.guessed
    assert found.text.split("\n\n") == ALL
