"""What each rule does, what it leaves alone, and how rules are switched."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from briefer.text.clean import RULES, SWITCHABLE, clean


def step(text: str, rule: str) -> tuple[tuple[str, str], ...]:
    """The changes that one rule made."""
    return next((done.changes for done in clean(text).steps if done.rule == rule), ())


def test_the_pasted_article_comes_out_as_a_careful_person_would_clean_it(shared: Path) -> None:
    raw = (shared / "samples" / "pasted-article.txt").read_text(encoding="utf-8")
    done = clean(raw)
    paragraphs = done.text.split("\n\n")
    headings = [done.text[h.start : h.end] for h in done.headings]
    assert len(headings) == 1
    assert headings[0].startswith("Trump warms")
    assert len(paragraphs) == 9
    assert "\n" not in "".join(paragraphs)
    assert all(paragraph[-1] in ".”" for paragraph in paragraphs if paragraph not in headings)
    assert len({paragraph[:60] for paragraph in paragraphs}) == 9
    assert " “Salt Typhoon”. " in done.text
    assert "End of Article" not in done.text
    assert [done.text.count(mark) for mark in "“”’"] == [raw.count(mark) - (mark == "’") for mark in "“”’"]
    assert '"' not in done.text


@pytest.mark.parametrize(
    ("dirty", "text"),
    [
        ("a\r\nb\rc\u2028d\x85e\x0bf", "a\nb\nc\nd\ne\nf"),
        ("5\u00a0km\u2009away,\u3000or\u202fso", "5 km away, or so"),
        ("co\u00adoper\u200bate\ufeff", "cooperate"),
        ("o\ufb03ce \ufb02oor", "office floor"),
        ("Bru\u0308gge", "Brügge"),
        ("bell\x07 and \ue003mark\x9f", "bell\ufffd and mark"),
        ("half \ud83d pair", "half \ufffd pair"),
        ("\n\na  \t\n\n\n\nb\n", "a\n\nb"),
    ],
)
def test_characters_are_settled_silently(dirty: str, text: str) -> None:
    done = clean(dirty)
    assert done.text == text
    assert not {step.rule for step in done.steps} & SWITCHABLE


@pytest.mark.parametrize(
    "text", ["नि\u200dय", "می\u200cخواهم", "👩\u200d🚀", "a\u200eb", "“curly” ‘and’ \"straight\" 'kept'"]
)
def test_marks_that_mean_something_stay(text: str) -> None:
    assert clean(text).text == text


@pytest.mark.parametrize(
    ("dirty", "text"),
    [
        ("The Boardâ€™s order", "The Board’s order"),
        ("Ã–sterhamn cafÃ©", "Österhamn café"),
        ("The Boardâ€™s “own” order", "The Boardâ€™s “own” order"),
        ("AMANHÃ” é", "AMANHÃ” é"),
        ("„DÄ“ stand da", "„DÄ“ stand da"),
    ],
)
def test_mojibake_is_mended_only_if_the_whole_line_makes_sense(dirty: str, text: str) -> None:
    assert clean(dirty).text == text


@pytest.mark.parametrize(
    "text",
    [
        "Sign up for coverage by Dec. 15, officials said.",
        "Related companies must report by the end of May, the Board said.",
        "Photo: the word alone was enough, she said.",
        "“Advertisement,” he read aloud.",
        "Subscribe to the flood warnings, the ministry urged.",
        "Read more books.",
        "Save",
        "Print and paper workers are on strike.",
        "The end of the story is not in sight.",
        "Share of the market held by Calder, in per cent",
        "Follow the money.",
        "If you enjoyed this letter, you have not read it.",
        "Submit a letter to the editor and wait.",
        "Listen 2 minutes longer.",
        "Become a paid subscriber of the gas works, she was told.",
        "Did you make this recipe? Nobody else did.",
        "As an Amazon associate I earn little.",
        "Copy link to link, and the chain is made.",
        "Updated 14 minutes ago, the figures were wrong again.",
        "This live page of history is closed.",
        "A message from our sponsor came too late.",
        "A word from our sponsors: nothing, the treasurer said.",
        "Is this page useful? Nobody who wrote it thought so.",
        "Reject cookies made of salt.",
        "We use some essential cookies to make this service of tea last.",
        "You are here: the arrow on the map says no more.",
        "EN and FR are the codes of the two versions.",
        "Chart: the pilot had none.",
        "Write to us, they said, and we wrote.",
        "Caution: this e-mail came from outside, and the clerk believed it.",
        "Listen to this page of the score.",
        "Recevez chaque matin un homme qui a faim.",
        "Last review: it was kind.",
        "The programme was a PDF of 410 KB.",
        "Spotify pays the band nothing.",
        "Ad break",
        "Politics / Economy",
    ],
)
def test_a_sentence_that_looks_like_furniture_stays(text: str) -> None:
    assert clean(f"The Board met.\n\n{text}\n\nIt will meet again.").text.split("\n\n")[1:2] == [text]


def test_a_wrapped_sentence_never_loses_a_line_to_a_pattern() -> None:
    text = (
        "The inspectors, who had come to look at the books of the port, were to\n"
        "share this with the ministry by the end of the year. The\n"
        "Photo: a weekly that nobody in the town admits to reading, had it\n"
        "first, and was the only one to print the whole of the report on"
    )
    assert clean(text).text.split() == text.split()


def test_buttons_go_only_beside_furniture() -> None:
    assert clean("A sentence.\n\nShare this article\nSave\nPrint\n\nAnother.").text == "A sentence.\n\nAnother."
    assert clean("A sentence.\n\nPrint\n\nAnother.").text == "A sentence.\n\nPrint\n\nAnother."


LONG = "The Board has ordered five ports to take the modems off their cranes"


def test_refrains_and_headings_are_no_repeats() -> None:
    verse = "And grey the gulls on Saltmere quay,\nAnd grey the rain"
    text = f"{verse}\n\n{LONG}.\n\n{verse}\n\nA heading\n\n{LONG} now.\n\nA heading\n\nThe end."
    assert clean(text).text == text


def test_a_refrain_whose_lines_are_paragraphs_stays() -> None:
    refrain = "Turn the wheel, turn it, and let it run,\n\nthe field is dry and the day is done."
    text = f"{refrain}\n\nMy father dug.\n\n{refrain}\n\nThe end."
    assert clean(text).text == text
    told = f"{LONG}.\n\nThe Board met on Tuesday and will meet again."
    assert clean(f"{told}\n\nA heading\n\n{told}\n\nThe end.").text == f"{told}\n\nA heading\n\nThe end."


def test_a_lede_cut_short_goes_only_before_the_whole_of_it() -> None:
    assert clean(f"{LONG}…\n\n{LONG} by May.").text == f"{LONG} by May."
    assert clean(f"{LONG[:-3]}…\n\n{LONG} by May.").text == f"{LONG} by May."
    assert clean(f"{LONG}…\n\nBy Hanne Lovell\n\n{LONG} by May.").text == f"By Hanne Lovell\n\n{LONG} by May."
    kept = f"{LONG}.\n\nSomething else was said in the meantime by the ports.\n\n{LONG} by May."
    assert clean(kept).text == kept


def test_a_copy_far_from_its_first_is_the_authors_own() -> None:
    others = [f"Paragraph {number} says what no other paragraph of this text says." for number in range(12)]
    text = "\n\n".join([*others[:6], f"{LONG}.", *others[6:], f"{LONG}."])
    assert clean(text).text == text


def test_a_word_is_joined_by_what_the_document_shows() -> None:
    dirty = "They spoke of co-operation with the con-\ntroller, of co-\noperation on 12-\nhour shifts, and of pre-\nand post-war quays."
    assert clean(dirty).text == (
        "They spoke of co-operation with the controller, of co-operation on 12-hour shifts, and of pre- and post-war quays."
    )
    assert step(dirty, "dehyphenate") == (("con-\ntroller", "controller"),)


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("four", "teen", "fourteen"),
        ("six", "tieth", "sixtieth"),
        ("high", "est", "highest"),
        ("long", "term", "long-term"),
        ("four", "year", "four-year"),
    ],
)
def test_a_word_that_only_begins_as_a_compound_is_made_whole(first: str, second: str, joined: str) -> None:
    told = "The board had counted each rescue in the period, and the {} of them was made by nobody."
    assert clean(told.format(f"{first}-\n{second}")).text == told.format(joined)


@pytest.mark.parametrize("label", ["CAUTION:", "External email.", "Warning -"])
def test_what_a_mail_server_puts_above_a_mail_goes(label: str) -> None:
    banner = f"{label} This email originated from outside of the company. Do not click links that you do not know."
    assert clean(f"{banner}\n\nThe Board met.").text == "The Board met."


def test_a_first_line_of_sections_goes_above_a_headline_only() -> None:
    assert clean("World > Europe\n\nThe cranes stop\n\nThey stopped.").text == "The cranes stop\n\nThey stopped."
    assert clean("Politics / Science\n\nThe two are one.").text == "Politics / Science\n\nThe two are one."


def test_a_soft_hyphen_at_a_line_end_parts_one_word() -> None:
    assert clean("The ministry spoke to all port operators of the inter\u00ad\nnational line.").text == (
        "The ministry spoke to all port operators of the international line."
    )


def test_a_python_prompt_is_no_quoted_mail() -> None:
    text = ">>> a = 1\n>>> print(a)"
    assert clean(text).text == text


def test_fenced_code_keeps_its_lines() -> None:
    text = "```\nfirst line of a listing that is long enough to look like prose\nsecond line of it\n\nthird\n```"
    assert clean(text).text == text


def test_the_headline_is_of_the_first_level() -> None:
    done = clean("Ports told to unplug modems\n\nThe Board met.\n\nWhat it found\n\nIt found much, and said so.")
    assert [(done.text[h.start : h.end], h.level) for h in done.headings] == [
        ("Ports told to unplug modems", 1),
        ("What it found", 2),
    ]


DIRTY = (
    "The Board’s report calls this an “\nopen gate”, and the ports have been told to close it with-\nout delay.\n"
    "Advertisement\nThe ports have until March to comply with the order of the Board.\n"
    "The ports have until March to comply with the order of the Board."
)


@pytest.mark.parametrize(
    ("rule", "shown"),
    [
        ("furniture", "Advertisement"),
        ("split-quotes", "an “ open gate”"),
        ("dehyphenate", "with-out"),
        ("unwrap", "without\ndelay."),
        ("repeats", "of the Board.\n\nThe ports have until"),
        ("paragraphs", "delay.\n"),
    ],
)
def test_a_rule_that_is_off_changes_nothing(rule: str, shown: str) -> None:
    assert shown not in clean(DIRTY).text.replace("delay.\n\n", "")
    done = clean(DIRTY, {rule})
    assert shown in done.text
    assert rule not in {step.rule for step in done.steps}


def test_every_step_lists_what_it_changed() -> None:
    changes = {done.rule: done.changes for done in clean(DIRTY).steps}
    assert changes["furniture"] == (("Advertisement", ""),)
    assert changes["dehyphenate"] == (("with-\nout", "without"),)
    assert changes["split-quotes"][0][1].count("“open gate”") == 1
    assert len(changes["unwrap"]) == 2
    assert all(before.replace("\n", " ").split()[0] == after.split()[0] for before, after in changes["unwrap"])


def test_only_shown_rules_can_be_off() -> None:
    assert {rule for rule, told in RULES.items() if told.shown} == SWITCHABLE
    with pytest.raises(ValueError, match="composed, nonsense"):
        clean("a", {"nonsense", "composed", "unwrap"})


@pytest.mark.parametrize(
    "text",
    [
        "\n" * 300_000,
        "word " * 100_000,
        "a" * 500_000,
        " " * 500_000 + "x",
        ">" * 100_000,
        ">\n" * 20_000,
        "“\n" * 20_000,
        "a-\nb" * 10_000,
        "\u200b" * 200_000,
        "Advertisement\n" * 10_000,
        "Most read\ntitle here\n" * 5_000,
        "one two three four five six seven eight nine\n\n" * 5_000,
        "a\tb\n" * 10_000,
        "Read more" + " :" * 100_000,
    ],
    ids=range(14),
)
def test_no_text_takes_more_than_its_length_in_time(text: str) -> None:
    started = time.process_time()
    clean(text)
    assert time.process_time() - started < 4


@pytest.mark.parametrize(
    "odd", ["\r", "\u2028", "\x85", "\x07", "\x9f", "\ue01f", "\u00a0", "\u3000", "\u200b", "\ufb01", "\ufffe"]
)
def test_each_odd_character_is_seen_before_the_rules_look_for_it(odd: str) -> None:
    assert clean(f"a{odd}b").text != f"a{odd}b"
