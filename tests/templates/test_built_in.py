"""The eight templates that ship: what each holds, full and empty, in all forms and ways of citing."""

from __future__ import annotations

import html
import itertools
import re
import xml.etree.ElementTree as ET

import pytest
from msgspec.structs import replace
from rich_brief import HEADER, SECTIONS, bare_brief, rich_brief

from briefer.memo.blocks import (
    Block,
    Heading,
    ListItem,
    Memo,
    Numbered,
    PageBreak,
    Paragraph,
    Rule,
    Table,
    block_runs,
)
from briefer.memo.plain import memo_text, plain_text
from briefer.render.html import write_html
from briefer.render.markdown import write_markdown
from briefer.render.word.writer import memo_parts, write_docx
from briefer.templates.build import Choices, build_memo
from briefer.templates.files import built_in_paths, built_in_templates, find_template

ALL = list(built_in_paths())
SHARED = [
    "marking", "to", "through", "from", "copies", "date", "reference", "subject", "type", "critical_date",
    "critical_reason", "contact",
]  # fmt: skip
MODES = ("footnotes", "inline", "endlist", "none")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HEADINGS = {
    "information-note": "Summary · Issue · Background · Current status · Key actors · What is at stake · Considerations · Next steps",
    "decision-note": "Issue · Recommendations · Critical date · Background · Considerations · Options · Consultation · Implications · Signature",
    "action-memo": "Bottom line up front · Recommendations · Background · Analysis · Attachments · Prepared by",
    "ministerial-submission": "Issue · Recommendation · Timing · Background · Argument · Presentation · Press line · Questions and answers · What has been said · Copy list",
    "analytic-assessment": "Key judgements · Source summary · Background · What we know · What we assess · Alternatives and gaps · Outlook and indicators · Sources",
    "meeting-brief": "Objective · Points to make · If raised · Who’s who · What they have said · Background · May be used · Not to be disclosed",
    "media-brief": "Headline judgement · Top stories · Who said what · Differences between sources · Action · To watch",
    "reference-sheet": "Actors · Actions by date · Stakes · Quotations · Gaps and conflicts",
}  # fmt: skip


def memo(ident: str, **choices) -> Memo:
    return build_memo(rich_brief(ident), find_template(ident), Choices(**choices))


def bare(ident: str, **choices) -> Memo:
    return build_memo(bare_brief(ident), find_template(ident), Choices(**choices))


def headings(made: Memo) -> list[str]:
    return [plain_text(block) for block in made.blocks if isinstance(block, Heading) and block.level > 1]


def styled(made: Memo, style: str) -> list[str]:
    return [plain_text(block) for block in made.blocks if getattr(block, "style", "") == style]


def test_there_are_eight() -> None:
    assert sorted(HEADINGS) == sorted(ALL)


@pytest.mark.parametrize("ident", ALL)
def test_full_it_has_all_its_parts_in_order(ident: str) -> None:
    assert headings(memo(ident)) == HEADINGS[ident].split(" · ")


@pytest.mark.parametrize("ident", ALL)
def test_empty_it_is_its_name_and_title_and_nothing_else(ident: str) -> None:
    kinds = [(type(block).__name__, plain_text(block)) for block in bare(ident).blocks]
    assert kinds[1:] == [("Heading", "Orsel dam")]
    assert kinds[0][0] == "Paragraph"


@pytest.mark.parametrize("ident", ALL)
def test_all_share_one_header_block_and_nothing_typed_is_lost(ident: str) -> None:
    template = find_template(ident)
    assert [field.id for field in template.front.header] == SHARED
    text = f"{memo_text(memo(ident))} {HEADER['marking']}"
    for field in template.front.header:
        value = HEADER[field.id]
        said = {"date": "6 October 2026", "critical_date": "12 October 2026"}.get(field.id, value)
        american = {"date": "October 6, 2026", "critical_date": "October 12, 2026"}.get(field.id, value)
        kicker = ident == "action-memo" and field.id == "type"
        shown = any(form in text for form in (said, american, said[:1].upper() + said[1:]))
        assert shown or kicker, field.id


def test_one_part_alone_keeps_its_heading_and_no_other_part() -> None:
    for template in built_in_templates():
        written = [section for section in template.front.sections if not section.generated]
        for section in written:
            brief = replace(bare_brief(template.id), sections={section.id: SECTIONS[section.id]})
            made = build_memo(brief, template)
            for block, after in itertools.pairwise((*made.blocks, None)):
                if isinstance(block, Heading) and block.level > 1:
                    assert after is not None, (template.id, section.id)
                    assert not isinstance(after, Heading) or after.level > block.level, (template.id, section.id)


def test_sections_keep_their_text_over_a_change_of_template() -> None:
    ids = {template.id: {section.id for section in template.front.sections} for template in built_in_templates()}
    assert "summary" in ids["information-note"] & ids["action-memo"] & ids["analytic-assessment"] & ids["media-brief"]
    assert "recommendation" in ids["decision-note"] & ids["action-memo"] & ids["ministerial-submission"]
    assert "considerations" in ids["information-note"] & ids["decision-note"] & ids["ministerial-submission"]
    unused = set(SECTIONS) - set().union(*ids.values())
    assert unused == set()


@pytest.mark.parametrize("ident", ALL)
def test_one_passage_has_one_note_however_it_is_cited(ident: str) -> None:
    notes = memo(ident, citations="footnotes").notes
    texts = ["".join(run.text for paragraph in note.paragraphs for run in paragraph) for note in notes]
    assert len(texts) == len(set(texts)) > 0
    ended = memo(ident, citations="endlist")
    items = list(
        reversed(list(itertools.takewhile(lambda block: isinstance(block, ListItem), reversed(ended.blocks))))
    )
    assert len(items) == len(texts)
    for mode in MODES[1:]:
        made = memo(ident, citations=mode)
        assert made.notes == ()
        assert not any(run.note for block in made.blocks for run in block_runs(block))


@pytest.mark.parametrize("ident", ALL)
def test_its_own_way_of_citing(ident: str) -> None:
    wanted = {"action-memo": "inline", "media-brief": "inline", "analytic-assessment": "endlist"}
    assert find_template(ident).front.citations == wanted.get(ident, "footnotes")


def blank_paragraphs(document: str) -> list[str]:
    """Styles of the paragraphs that hold nothing, but for those that draw a line or part two tables."""
    body = ET.fromstring(document).find(f"{W}body")
    found = []
    for paragraph in body.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        name = "Normal" if style is None else style.get(f"{W}val")
        if not "".join(paragraph.itertext()).strip() and name not in ("HorizontalRule", "TableGap", "TableText"):
            found.append(name)
    return found


@pytest.mark.parametrize("ident", ALL)
def test_no_paragraph_in_word_is_blank(ident: str) -> None:
    for made in (memo(ident), bare(ident), memo(ident, annexes=("quotations", "sources", "passages"))):
        assert blank_paragraphs(memo_parts(made)["word/document.xml"]) == []


def test_in_word_all_are_sound_on_both_papers(tmp_path, validate_docx) -> None:
    files = []
    for ident, paper in itertools.product(ALL, ("A4", "Letter")):
        annexes = ("quotations", "sources", "passages") if paper == "A4" else ()
        for name, made in (("rich", memo(ident, paper=paper, annexes=annexes)), ("bare", bare(ident, paper=paper))):
            assert made.facts.paper == paper
            files.append(tmp_path / f"{ident}-{paper}-{name}.docx")
            files[-1].write_bytes(write_docx(made))
    files.append(tmp_path / "large.docx")
    files[-1].write_bytes(write_docx(memo("meeting-brief", style="large")))
    validate_docx(*files)


@pytest.mark.parametrize("ident", ALL)
def test_word_markdown_and_html_say_the_same(ident: str) -> None:
    made = memo(ident, citations="none")
    said = letters(memo_text(made))
    assert letters(word_text(memo_parts(made)["word/document.xml"])) == said
    page = write_html(made).decode().split("<main>")[1].split("</main>")[0]
    assert letters(html.unescape(re.sub("<[^>]*>", "", page))) == said
    markdown = write_markdown(made).decode().split("---\n", 2)[2]
    assert letters(re.sub(r"^ *\d+\.  ", "", markdown, flags=re.MULTILINE)) == said


def letters(text: str) -> str:
    """Letters and digits alone: white space and marks differ between forms."""
    return re.sub(r"[\W_]+", "", text)


def word_text(document: str) -> str:
    """The words of a Word document's body with the numbers of its numbered paragraphs, as Word counts them."""
    counts: list[int] = []
    text = ""
    for paragraph in ET.fromstring(document).iter(f"{W}p"):
        number = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
        if number is not None and number.get(f"{W}val") == "3":
            level = int(paragraph.find(f"{W}pPr/{W}numPr/{W}ilvl").get(f"{W}val"))
            counts = [*counts[:level], (counts[level] if level < len(counts) else 0) + 1]
            text += f"{'.'.join(map(str, counts))} "
        text += "".join(part.text or "" for part in paragraph.iter(f"{W}t")) + "\n"
    return text


@pytest.mark.parametrize("ident", ["decision-note", "ministerial-submission"])
def test_paragraphs_are_numbered_in_order(ident: str) -> None:
    made = memo(ident)
    found = [block.number for block in made.blocks if isinstance(block, Numbered) and block.number]
    assert [number for number in found if number.endswith(".")] == [f"{n}." for n in range(1, len(found) - 2)]
    assert [number for number in found if not number.endswith(".")] == ["2.1", "2.2", "2.3"]
    assert not any(isinstance(block, Paragraph) and not block.style for block in made.blocks)


def test_annexes_bear_no_numbers() -> None:
    blocks = memo("decision-note", annexes=("quotations", "passages")).blocks
    breaks = [index for index, block in enumerate(blocks) if isinstance(block, PageBreak)]
    assert len(breaks) == 1
    assert not any(isinstance(block, Numbered) for block in blocks[breaks[0] :])


@pytest.mark.parametrize(
    ("ident", "line"),
    [
        ("decision-note", "☐\u00a0Agreed\u2003☐\u00a0Not agreed\u2003☐\u00a0Please discuss"),
        ("action-memo", "☐\u00a0Approve\u2003☐\u00a0Disapprove"),
    ],
)
def test_each_recommendation_has_its_boxes_to_tick(ident: str, line: str) -> None:
    assert styled(memo(ident), "ticks") == [line] * 3
    brief = rich_brief(ident)
    without = replace(brief, sections={**brief.sections, "recommendation": ""})
    made = build_memo(without, find_template(ident))
    assert styled(made, "ticks") == styled(made, "signature") == []
    assert not {"Recommendations", "Signature"} & set(headings(made))
    assert "disapprove" not in memo_text(made)


def test_who_decides_signs_and_dates() -> None:
    assert styled(memo("decision-note"), "signature") == ["Minister for Water and Power", "Date"]


def test_the_american_memo_says_by_when_and_what_kind_it_is() -> None:
    text = memo_text(memo("action-memo"))
    assert "Approve or disapprove by October 12, 2026." in text
    assert text.startswith("Action memo")
    brief = rich_brief("action-memo")
    told = replace(brief, header={**brief.header, "type": "For information"})
    assert memo_text(build_memo(told, find_template("action-memo"))).startswith("Information memo")
    assert (memo("action-memo").facts.paper, memo("action-memo").facts.language) == ("Letter", "en-US")
    assert len(styled(memo("action-memo"), "bottom-line")) == 1


def test_the_yardstick_stands_in_a_box_beside_judgements_only() -> None:
    made = memo("analytic-assessment")
    assert styled(made, "box-heading") == ["How likely, and how sure"]
    assert [text.split(".")[0] for text in styled(made, "box")] == ["Likelihood", "Confidence"]
    brief = rich_brief("analytic-assessment")
    facts = replace(brief, sections={})
    assert styled(build_memo(facts, find_template("analytic-assessment")), "box") == []


def test_what_is_to_be_said_if_raised_stands_in_one_box() -> None:
    made = memo("meeting-brief")
    boxed = [type(block) for block in made.blocks if getattr(block, "style", "") == "box"]
    assert boxed == [Paragraph, ListItem, ListItem]
    assert styled(memo("ministerial-submission"), "box") == [SECTIONS["press_line"]]


def test_questions_stand_out_from_their_answers() -> None:
    asked = styled(memo("ministerial-submission"), "question")
    assert asked == ["Were the gates not found in order in June?", "Who pays the mills?"]


def test_the_reference_sheet_lies_on_its_side_and_has_a_table_for_each_kind() -> None:
    made = memo("reference-sheet")
    assert made.facts.landscape
    assert sum(isinstance(block, Table) for block in made.blocks) == 4


def test_the_media_brief_has_three_stories_at_most() -> None:
    brief = rich_brief("media-brief")
    more = replace(brief, sources=(*brief.sources, replace(brief.sources[0], id="s9", title="A fourth")))
    made = build_memo(more, find_template("media-brief"))
    stories = [plain_text(block) for block in made.blocks if isinstance(block, ListItem) and block.ordered]
    assert [re.split(r" – |, |\. ", story)[0] for story in stories[:-2]] == [source.title for source in brief.sources]
    assert stories[2].startswith("Committee on Waterways, 3 October 2026. ")  # an outlet is not named twice


@pytest.mark.parametrize("ident", ALL)
def test_limits_and_hints(ident: str) -> None:
    front = find_template(ident).front
    pages = {"information-note": 2, "decision-note": 3, "action-memo": 2, "ministerial-submission": 2,
             "analytic-assessment": 3, "meeting-brief": 2, "media-brief": 1, "reference-sheet": 0}  # fmt: skip
    assert front.limit.pages == pages[ident]
    written = [section for section in front.sections if not section.generated]
    assert all(section.hint for section in written)
    assert all(section.limit.words for section in written if section.required)
    assert (front.numbering == "paragraphs") == (ident in ("decision-note", "ministerial-submission"))
    assert front.portion_marks == (ident == "action-memo")


@pytest.mark.parametrize("ident", ALL)
def test_rules_do_not_pile_up(ident: str) -> None:
    blocks: tuple[Block, ...] = memo(ident).blocks
    assert not any(isinstance(one, Rule) and isinstance(other, Rule) for one, other in itertools.pairwise(blocks))
