"""Articles dirtied in the ways of the web, and passages that must be left alone, made here and scored together."""

from __future__ import annotations

import difflib
import textwrap

import pytest

from briefer.text.clean import clean

ARTICLE = (
    "Ports told to unplug remote crane modems",
    "By Hanne Lovell",
    (
        "The Harbour Technology Board has ordered five ports to take the remote modems off their cranes by the end of"
        " May, in the first such order under a law that came into force last year."
    ),
    (
        "Lena Morvane, who chairs the Board, said the modems had been found in 96 cranes. “We are closing a door that"
        " nobody knew was open,” she told reporters in Saltmere on Tuesday."
    ),
    "Why it matters",
    (
        "Calder Lift Systems, the largest maker of port cranes, said it would appeal. “The modems are switched off"
        " unless a customer asks for help,” said Ruth Aldane, its chief engineer. “Nobody can drive a crane from"
        " abroad.”"
    ),
    (
        "The order costs the ports some 46 million crowns. Two of them, Saltmere and Vesper Quay, have long-term"
        " contracts with Calder that run until 2031."
    ),
    (
        "The dockers’ union, which has 2,300 members, welcomed the order but warned of delays in the busiest months"
        " of the year."
    ),
)
CLEAN = "\n\n".join(ARTICLE)
WIDTHS = (60, 64, 68, 72, 76, 80, 90, 100, 120, 140, 160)

FURNITURE: dict[str, list[tuple[int, str]]] = {
    "end": [(8, "End of Article")],
    "advertisements": [(3, "Advertisement"), (5, "ADVERTISEMENT"), (7, "Advertisement\n\nScroll to continue")],
    "advertisements, framed": [(4, "- Advertisement -"), (5, "Story continues below advertisement")],
    "read more": [(4, "Read more: Ports brace for a winter of strikes"), (6, "READ MORE: Why cranes talk")],
    "share": [(2, "Share this"), (3, "Share\nFacebook\nTwitter\nLinkedIn\nEmail"), (8, "Share on WhatsApp")],
    "captions": [(3, "Photo: Mats Holm / AP"), (6, "Lena Morvane in Saltmere, Nov. 3, 2025. (AP Photo/Mats Holm)")],
    "captions of agencies": [
        (3, "FILE PHOTO: Cranes stand at Saltmere, November 3, 2025. REUTERS/Mats Holm/File Photo"),
        (6, "Cranes at Saltmere. (Mats Holm/Getty Images)"),
        (7, "A crane at Saltmere | Mats Holm via Getty Images"),
    ],
    "credits": [(3, "[Photo: Mats Holm]"), (5, "Image: Coastal Press"), (6, "Credit: Getty Images")],
    "newsletter": [
        (4, "Sign up for our daily newsletter\nAll that matters, every morning.\nEnter your email address\nSign up"),
        (8, "Subscribe to our newsletter to get the latest news in your inbox."),
    ],
    "cookies": [
        (0, "We use cookies to improve your experience on our site. By staying you accept our cookie policy."),
        (0, "Accept all\n\nManage preferences"),
    ],
    "skip": [(0, "Skip to content\nSkip to main content\nMenu\nSearch"), (8, "Follow us on X and Facebook")],
    "counts": [(2, "1.2K shares"), (2, "342 comments"), (2, "5 min read"), (2, "Reading time: 4 minutes")],
    "likes": [(2, "12 Likes · 3 Comments"), (8, "Like this article? Share it with your friends!")],
    "related": [(8, "Related stories\n\n• Ports brace for a winter of strikes\n• Why cranes talk to their makers")],
    "more from": [(8, "More from The Meridian Courier\nPorts brace for a winter of strikes\nWhy cranes talk")],
    "menu": [(0, "Home\nNews\nBusiness\nSport\nOpinion"), (2, "Listen to this article\n4 min")],
    "foot": [(8, "© 2025 The Meridian Courier. All rights reserved.\nTerms of use | Privacy policy | Contact us")],
    "paywall": [(5, "Already a subscriber? Sign in"), (6, "To continue reading, subscribe today.")],
    "comments": [(8, "Comments (12)\n\nLeave a comment\n\nYour email address will not be published.")],
    "films": [(4, "Watch: Cranes unplugged at Saltmere"), (5, "Play video"), (6, "Now playing\nUp next")],
    "German": [(4, "Anzeige"), (5, "Lesen Sie auch: Häfen im Winter"), (6, "Newsletter abonnieren")],
    "buttons": [(2, "Print this article"), (2, "Save for later"), (2, "Text size A A A"), (2, "Copy link")],
    "top": [(0, "BREAKING NEWS"), (0, "Subscribe now"), (0, "Log in")],
}


def wrapped(width: int, between: str) -> str:
    return between.join(textwrap.fill(part, width, break_on_hyphens=False) for part in ARTICLE)


def among(extra: list[tuple[int, str]], between: str) -> str:
    parts = list(ARTICLE)
    for at, words in sorted(extra, reverse=True):
        parts.insert(at, words)
    return between.join(parts)


DIRTY = {
    **{f"wrapped at {width}": wrapped(width, "\n\n") for width in WIDTHS},
    **{f"wrapped at {width}, solid": wrapped(width, "\n") for width in WIDTHS if width != 60},
    **{f"{name}, apart": among(extra, "\n\n") for name, extra in FURNITURE.items()},
    **{f"{name}, solid": among(extra, "\n") for name, extra in FURNITURE.items()},
    "no-break spaces": CLEAN.replace(" the ", " the\u00a0").replace("46 million", "46\u202fmillion"),
    "soft hyphens": CLEAN.replace("engineer", "engi\u00adneer").replace("ports", "po\u200brts"),
    "double spaces": CLEAN.replace(" ", "  "),
    "double spaces after sentences": CLEAN.replace(". ", ".  "),
    "a no-break space beside a plain one": CLEAN.replace(" was ", " \u00a0was "),
    "tabs": "\n".join("\t" + part for part in ARTICLE),
    "indents": "\n".join("    " + part for part in ARTICLE),
    "quoted": "\n".join(f"> {line}" for line in wrapped(72, "\n\n").split("\n")),
    "double-spaced": "\n\n".join(wrapped(72, "\n\n").split("\n")),
    "lede cut short": "\n\n".join([ARTICLE[0], ARTICLE[2][:120] + "...", *ARTICLE[1:]]),
    "headline twice": "\n\n".join([ARTICLE[0], *ARTICLE]),
    "all of it twice": f"{CLEAN}\n\n{CLEAN}",
    "page numbers": wrapped(80, "\n").replace("in the first\n", "in the first\n\n2\n\n").replace(" a\n", " a\n3\n"),
    "page 2 of 5": wrapped(80, "\n").replace("in the first\n", "in the first\nPage 2 of 5\n"),
}

LEFT_ALONE = {
    "a poem in an article": "He read it out:\n\nThe gulls are grey on Saltmere quay,\nThe cranes stand tall;\nAnd no one asks.\n\nHe sat.",
    "verses that begin alike": "\n\n".join(
        f"The gulls are grey on Saltmere quay,\nThe cranes stand black and tall;\nAnd {end}."
        for end in ("no one asks", "still they ask")
    ),
    "a hymn": "Holy, holy, holy,\nLord of all the sea,\nHoly, holy, holy,\nSet the captives free.",
    "an address": "Write to:\n\nHarbour Technology Board\n14 Quay Street\nSaltmere SM1 4QB\nKestria\n\nThe deadline is 3 May.",
    "a table of tabs": "Port\tCranes\tCost\nSaltmere\t40\t21.5\nVesper Quay\t31\t14.0\nLorn\t25\t10.5",
    "a table of spaces": "Port          Cranes   Cost\nSaltmere      40       21.5\nVesper Quay   31       14.0",
    "a table of two spaces": "Port  Cranes  Cost\nSaltmere  40  21.5\nVesper  31  14.0",
    "a program": "It answers to this:\n\nfor crane in cranes:\n    if crane.modem:\n        crane.modem.off()\n\nNobody knew.",
    "questions": "Q: What did the Board order?\n\nA: It ordered five ports to act.\n\nQ: Who pays?\n\nA: The ports do.",
    "a list": "The Board wants three things:\n\n- the modems off by May\n- a list of all cranes\n- a yearly report\n\nIt meets in June.",
    "a numbered list": "The order says:\n\n1. The modems go by the end of May.\n2. A list is kept.\n3. A report is made.",
    "clauses": "Article 4\n\n(a) Each operator shall disconnect any modem;\n(b) each operator shall keep a list of its cranes.",
    "headings": f"Costs\n\n{ARTICLE[6]}\n\nWhat next\n\n{ARTICLE[7]}\n\nSecurity\n\n{ARTICLE[3]}",
    "a refrain": f"I have a dream today.\n\n{ARTICLE[2]}\n\nI have a dream today.\n\n{ARTICLE[3]}\n\nI have a dream today.",
    "Chinese": "港务技术委员会周一下令五个港口拆除起重机上的远程调制解调器。\n\n“我们正在关上一扇门，”主席说。",
    "Arabic": "أمرت الهيئة خمسة موانئ بفصل أجهزة المودم عن رافعاتها بحلول نهاية مايو.\n\nوقالت الرئيسة: «نحن نغلق بابا».",
    "Hebrew": "הרשות הורתה לחמישה נמלים לנתק את המודמים.\n\n\"אנחנו סוגרים דלת\", אמרה היושבת ראש.",
    "datelines": "SALTMERE, Nov. 3 (Coastal Press) — The Board has ordered it.\n\nVESPER QUAY — Dockers welcomed it.",
    "chapters by number": f"1\n\n{ARTICLE[2]}\n\n2\n\n{ARTICLE[3]}\n\n3\n\n{ARTICLE[5]}",
    "years in a list": "Crane orders by year were these.\n\n2023\n2024\n2025\n\nThey fell each year.",
    "departments": "The four departments were\n\nEducation\n\nHealth\n\nTransport\n\nand they all agreed.",
    "sections of her paper": "She runs the pages on:\n\n• Politics\n• Ports\n• Cranes\n\nThey are read by many.",
    "a signature": "Dear Lena,\n\nThank you for the list.\n\nBest regards,\nRuth Aldane\nChief engineer\nCalder Lift Systems",
    "short replies": "“Who listens?” she asked.\n\n“Nobody.”\n\n“And the modems?”\n\n“Off.”",
    "a timetable": "9:00 Opening\n9:30 The order explained\n11:00 Questions\n12:00 Lunch",
    "the accused": "The accused are:\n\nAnn Bo, 41, of Saltmere\nJo Meer, 38, of Vesper Quay\nMax Poe, 52, of Lorn\n\nAll deny it.",
    "the head of an e-mail": "From: Ruth Aldane\nTo: Lena Morvane\nDate: 3 November 2025\nSubject: Cranes\n\nThe list is attached.",
}  # fmt: skip

SENTENCES = """
Share prices fell.
Follow-up talks are planned for Monday.
Advertising is banned in the port.
Subscribe to this view and you must accept the rest.
Photographs of the cranes were shown to the court.
The video shows a crane that nobody drives.
Comments by the minister were not recorded.
Related claims were dropped.
Sign up, said the poster, and see the world.
More from the ports is expected on Tuesday.
Watch this space, the minister said.
Continue reading the law to its end and you will find the clause.
Already a member of the Board, she was made its chair.
Get full access to the files, the court said, and then decide.
Listen: that is what the modem does.
Support independent courts, the judge told the crowd.
We use cookies at the office party, he joked, and privacy is for later.
Breaking news of the order reached the port at noon.
Click to share was the name of the play.
Credit: the Board raised it on Monday.
Photo: it was the last word that she said to the court before the judges left.
The End
That was the title of his last play, which nobody saw.
The minister [Tomas Arkell] said that “[t]he modems […] must go”.
The cost is 46 / 96 = 0.48 million a crane – or 3 < 5.
""".strip().split("\n")


def alike(one: str, other: str) -> float:
    """How much of two texts is the same, line by line, from 0 to 1."""
    return difflib.SequenceMatcher(None, one.split("\n"), other.split("\n"), autojunk=False).ratio()


@pytest.mark.parametrize("name", DIRTY)
def test_what_the_web_does_to_an_article_is_undone(name: str) -> None:
    assert clean(DIRTY[name]).text == CLEAN


@pytest.mark.parametrize("name", LEFT_ALONE)
def test_what_is_laid_out_on_purpose_stays(name: str) -> None:
    assert clean(LEFT_ALONE[name]).text == LEFT_ALONE[name]


def test_sentences_that_look_like_furniture_stay() -> None:
    text = "\n\n".join(
        f"{sentence}\n\n{ARTICLE[number % 3 + 5]} {number}" for number, sentence in enumerate(SENTENCES)
    )
    assert clean(text).text == text


def test_no_word_of_the_article_is_lost_even_where_a_break_cannot_be_known() -> None:
    """At 60 columns the last line of a paragraph is as full as a wrapped one: nobody can tell them apart."""
    found = clean(wrapped(60, "\n")).text
    assert found.split() == CLEAN.split()
    assert alike(found, CLEAN) > 0.7


@pytest.mark.parametrize(
    ("dirty", "text"),
    [
        (f"The Anglo-\nAmerican talks on long-\nterm contracts. {ARTICLE[6]}", f"The Anglo-American talks on long-term contracts. {ARTICLE[6]}"),
        ("港务技术委员会周一下令五个港口拆除起重机上的远程调制解调器，\n以防止外国公司远程控制。", "港务技术委员会周一下令五个港口拆除起重机上的远程调制解调器，以防止外国公司远程控制。"),
    ],
)  # fmt: skip
def test_a_hyphen_or_a_script_without_spaces_shows_that_a_line_goes_on(dirty: str, text: str) -> None:
    assert clean(dirty).text == text


def test_lines_without_end_are_not_joined_to_one_paragraph_that_takes_seconds_to_show() -> None:
    lines = [f"the board and the {number} ports that it has told to unplug the modems" for number in range(1_000)]
    found = clean("\n".join(lines)).text
    assert found.split() == "\n".join(lines).split()
    assert max(map(len, found.split("\n\n"))) < 21_000
