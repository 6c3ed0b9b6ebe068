"""Where the lines of a text belong together: which breaks are wraps, which are lines, which part paragraphs.

The guards come first: what is laid out on purpose (verse, addresses, tables, lists, code, transcripts) keeps its
lines. What is left is prose, and there a break after the end of a sentence parts paragraphs if the next
word would still have fitted on the line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from enum import Enum
from itertools import pairwise

from briefer.text.clean import lines as look
from briefer.text.clean.characters import SOFT_HYPHEN
from briefer.text.clean.lines import SHORT

SPURIOUS = "\u2060"
"""At a line end: the break is none (U+2060, word joiner). The passes on characters leave none there."""

PARTED = "\u2029"
"""At a line end: a paragraph ends here (U+2029, paragraph separator)."""


_MANY_TORN, _WIDEST = 4, 200
_LONGEST = 20_000
"""Code points of a paragraph beyond which its lines are no wrapped prose, and none could be shown at once."""
_OPENING = 32
"""Code points by which a paragraph is known again."""


class Break(Enum):
    """What a line break between two lines is."""

    WRAP = "joined"
    LINE = "kept"
    PART = "a paragraph's end"


class Kind(Enum):
    """What a line is by itself or by its neighbours."""

    PROSE = "prose"
    ITEM = "item"
    ROW = "row"
    CODE = "code"
    TURN = "turn"
    FIELD = "field"
    SHORT = "short"


KEPT = (Kind.ROW, Kind.CODE, Kind.SHORT, Kind.FIELD)


def blocks(lines: list[str]) -> Iterator[tuple[int, int]]:
    """The runs of lines between empty ones, as (first, last + 1)."""
    start = 0
    for number, line in enumerate([*lines, ""]):
        if not line:
            if start < number:
                yield start, number
            start = number + 1


def breaks(lines: list[str]) -> list[Break | None]:
    """What the break after each line is; None before and at an empty line and after the last one.

    Before an empty line that stands in the middle of a sentence it is a wrap.
    """
    found: list[Break | None] = [None] * len(lines)
    spans = list(blocks(lines))
    proof = _proof(lines)
    everywhere = _reach(lines, proof, spans)
    speakers = _speakers(lines)
    full = _doubled(lines, spans)
    fenced = False
    for start, end in spans:
        block = lines[start:end]
        fences = sum(line.lstrip().startswith("```") for line in block)
        if fenced or fences:
            found[start : end - 1] = [Break.LINE] * (end - start - 1)
        elif end - start > 1:
            own = _reach(lines, proof, [(start, end)], least=4) if len(block) > 4 else 0
            made = _breaks_of_block(block, own or everywhere, speakers)
            found[start : end - 1] = _part_head(block, made) if start == 0 else made
        elif _torn(lines, start, full):
            found[start] = Break.WRAP
        fenced ^= fences % 2 == 1
    return found


def _torn(lines: list[str], at: int, full: int = 0) -> bool:
    """Whether a line by itself breaks off in mid-sentence and goes on after one empty line.

    Where lines are set with an empty one between them, those of ``full`` code points and more go on with any word.
    """
    if (
        at + 2 >= len(lines)
        or not SHORT <= len(lines[at]) <= _LONGEST
        or _kind(lines[at], frozenset()) is not Kind.PROSE
    ):
        return False
    after = lines[at + 2]
    goes_on = look.starts_small(after) or 0 < full <= len(lines[at]) + len(look.first_word(after))
    return goes_on and not look.ends_sentence(lines[at]) and _kind(after, frozenset()) is Kind.PROSE


def _doubled(lines: list[str], spans: list[tuple[int, int]]) -> int:
    """How long a full line is where an empty one stands after each line; 0 if that is not so."""
    alone = [start for start, end in spans if end - start == 1]
    torn = [len(lines[at]) for at in alone if _torn(lines, at)]
    if len(torn) < _MANY_TORN or 3 * len(torn) < len(alone) or max(torn) > _WIDEST:
        return 0
    return min(torn)


def kinds(block: list[str], reach: int, speakers: frozenset[str] = frozenset()) -> list[Kind]:
    """What each line of a block is. ``reach`` is where lines are wrapped, 0 if they are not."""
    if _verse(block, reach):
        return [_kind_in_verse(line, speakers) for line in block]
    found = [_kind(line, speakers) for line in block]
    if Kind.ITEM in found:
        _check_items(block, found, reach)
    for kind in (Kind.ROW, Kind.FIELD, Kind.CODE):
        if kind in found:
            _drop_lone(found, kind)
    if Kind.CODE in found:
        found = _all_or_no_code(found)
    _mark_short_runs(block, found, reach)
    return found


def _all_or_no_code(found: list[Kind]) -> list[Kind]:
    if found.count(Kind.CODE) * 2 < len(found):
        return [Kind.PROSE if kind is Kind.CODE else kind for kind in found]
    return [Kind.CODE] * len(found)


def _kind_in_verse(line: str, speakers: frozenset[str]) -> Kind:
    if look.bullet(line):
        return Kind.ITEM
    return Kind.TURN if speakers and look.label(line) in speakers else Kind.SHORT


def _kind(line: str, speakers: frozenset[str]) -> Kind:
    if look.plain(line):
        return Kind.PROSE
    if look.field(line):
        return Kind.FIELD
    if look.bullet(line) or look.item_number(line):
        return Kind.ITEM
    if speakers and look.label(line) in speakers:
        return Kind.TURN
    if look.code(line):
        return Kind.CODE
    return Kind.ROW if look.row(line) else Kind.PROSE


def _check_items(block: list[str], found: list[Kind], reach: int) -> None:
    """A dash or a number that only happens to start a wrapped line makes no list item."""
    number = 0
    for at, kind in enumerate(found):
        if kind is not Kind.ITEM:
            continue
        counted = look.item_number(block[at])
        out_of_order = counted > 1 and at > 0 and counted != number + 1
        if out_of_order or (at > 0 and found[at - 1] is Kind.PROSE and _runs_on(block[at - 1], block[at], reach)):
            found[at] = Kind.PROSE
        elif counted:
            number = counted


def _runs_on(before: str, item: str, reach: int) -> bool:
    """Whether what looks like an item goes on with the sentence of the line before."""
    if look.ends_sentence(before) or len(before) < SHORT:
        return False
    small = look.starts_small(item.lstrip("-–—*• \t"))
    return bool(look.item_number(item)) or small or len(before) > 0.8 * reach > 0


def _drop_lone(found: list[Kind], kind: Kind) -> None:
    """A single row, field or line of code among others is prose that looks like it."""
    for at, here in enumerate(found):
        if here is kind and kind not in (
            found[at - 1] if at else None,
            found[at + 1] if at + 1 < len(found) else None,
        ):
            found[at] = Kind.PROSE


def _verse(block: list[str], reach: int) -> bool:
    """Lines that are all short, or that start with capitals far below the width at which lines are wrapped."""
    longest = max(map(len, block))
    if longest < (SHORT if not look.cjk(block[0][-1:]) else SHORT // 2):
        return True
    if len(block) < 3 or longest >= (0.8 * reach or 70):
        return False
    capitals = sum(not look.starts_small(line) for line in block)
    return capitals >= 0.9 * len(block) and sum(map(look.ends_sentence, block)) <= len(block) / 2


def _mark_short_runs(block: list[str], found: list[Kind], reach: int) -> None:
    """Three or more short lines of which most are no sentences are verse or an address amid prose."""
    limit = min(SHORT, 0.7 * reach) if reach else SHORT
    start = 0
    for at in range(len(block) + 1):
        if (
            at < len(block)
            and len(block[at]) < limit
            and found[at] is Kind.PROSE
            and not look.starts_small(block[at])
        ):
            continue
        if start and not look.ends_sentence(block[start - 1]) and len(block[start - 1]) >= limit:
            start += 1  # the last line of a wrapped paragraph
        run = block[start:at]
        if len(run) > 2 and sum(map(look.ends_sentence, run)) * 2 <= len(run):
            found[start:at] = [Kind.SHORT] * len(run)
        start = at + 1


def _speakers(lines: list[str]) -> frozenset[str]:
    """Labels that open turns: any that comes twice, or Q and A."""
    count = Counter(found for line in lines if (found := look.label(line)))
    return frozenset(name for name, times in count.items() if times > 1 or (name in "QAF" and len(count) > 1))


def _proof(lines: list[str]) -> list[int]:
    """For each line that breaks off in the middle of a sentence how long it were with the next word; 0 for others."""
    proof = [
        len(a) + 1 + len(look.first_word(b))
        if len(a) >= SHORT and look.starts_small(b) and not look.ends_sentence(a) and not look.bullet(b)
        else 0
        for a, b in pairwise(lines)
    ]
    return [*proof, 0]


def _reach(lines: list[str], proof: list[int], spans: list[tuple[int, int]], least: int = 1) -> int:
    """How far a line with its next word must go for the break to be a wrap; 0 if lines are not wrapped.

    The evidence is breaks in the middle of a sentence: each shows a line that the next word would have
    made too long. ``least`` is how many of them there must be.
    """
    spans = [(start, end) for start, end in spans if end - start > 1]
    proven = [at for start, end in spans for at in range(start, end) if proof[at]]
    if len(proven) < least:
        return 0
    lengths = [len(line) for start, end in spans for line in lines[start:end]]
    typical = sorted(len(lines[at]) for at in proven)[int(0.9 * (len(proven) - 1))]
    wrapped = [length for length in lengths if length <= typical + 12]
    if len(wrapped) < 0.8 * len(lengths):
        return 0
    surest = sorted(proof[at] for at in proven)[int(0.05 * len(proven))] - 1
    reach = min(max(wrapped), surest)
    return reach if reach >= 0.6 * typical else 0


def _breaks_of_block(block: list[str], reach: int, speakers: frozenset[str]) -> list[Break]:
    found = kinds(block, reach, speakers)
    made: list[Break] = []
    start, length = 0, 0  # of the paragraph or item: its first line, and its code points
    for at in range(1, len(block)):
        a, b = block[at - 1], block[at]
        length += len(a)
        here = _break(a, b, (found[start], found[at]), reach)
        if here is Break.WRAP and not _forced(a) and (length > _LONGEST or _starts_anew(block, start, at, reach)):
            here = Break.PART
        if here is not Break.WRAP:
            start, length = at, 0
        made.append(here)
    return made


def _starts_anew(block: list[str], start: int, at: int, reach: int) -> bool:
    """Whether a line begins as its paragraph did (the lede again) or is a heading after the end of a sentence."""
    again = len(block[start]) >= SHORT and block[at][:_OPENING] == block[start][:_OPENING]
    return again or (look.ends_sentence(block[at - 1]) and _stands_alone(block, at, reach))


def _part_head(block: list[str], made: list[Break]) -> list[Break]:
    """Headline, writer and date at the top of a text are three things, however short their lines are."""
    told = [look.byline(line) or look.dated(line) for line in map(str.strip, block[:4])]
    return [Break.PART if any(told[at : at + 2]) else found for at, found in enumerate(made)]


def _forced(line: str) -> bool:
    return line.endswith((SPURIOUS, SOFT_HYPHEN))


def _break(a: str, b: str, pair: tuple[Kind, Kind], reach: int) -> Break:
    owner, kind = pair
    if _forced(a):
        return Break.WRAP
    if kind in KEPT or owner in KEPT:
        return Break.LINE if kind is owner else Break.PART
    if kind is Kind.ITEM:
        return Break.LINE if owner is Kind.ITEM else Break.PART
    if kind is Kind.TURN:
        return Break.PART
    return _break_in_prose(a, b, reach if len(a) <= reach + 12 else 0, item=owner is Kind.ITEM)


def _break_in_prose(a: str, b: str, reach: int, *, item: bool) -> Break:
    if _parts_a_word(a, b):
        return Break.WRAP
    full = reach > 0 and len(a) + 1 + len(look.first_word(b)) > reach
    if look.ends_sentence(a) and not look.starts_small(b):
        return Break.WRAP if full else Break.PART
    if full or look.starts_small(b) or (item and b[:1] in " \t"):
        return Break.WRAP
    if look.breaks_off(a) or (look.hangs(a) and (len(a) >= SHORT or look.starts_small(a))):
        return Break.WRAP
    short = look.ends_sentence(b) or look.byline(b) or look.dated(b) or look.titled(a) or len(b) > 2 * len(a)
    return Break.PART if short or item else Break.LINE


def _parts_a_word(a: str, b: str) -> bool:
    """Whether a hyphen at the line end, or a script that has no spaces, shows that the line goes on."""
    if a.endswith(("-", "‐")) and a[-2:-1].isalpha() and b[:1].isalpha():
        return True
    return look.cjk(a[-1:]) and look.cjk(b[:1]) and len(a) >= SHORT // 2 and not look.ends_sentence(a)


def _stands_alone(block: list[str], at: int, reach: int) -> bool:
    """Whether the line could be a heading and breaks off early, with a new start after it."""
    if at + 1 >= len(block) or len(block[at]) > 0.8 * reach or not look.titled(block[at]):
        return False
    return not look.starts_small(block[at + 1])
