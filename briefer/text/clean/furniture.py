"""What a news page puts around an article goes, by patterns of whole lines; a sentence of the article never does."""

from __future__ import annotations

import re

from briefer.text.clean import lines as look
from briefer.text.clean.captions import credited
from briefer.text.clean.contacts import contacts
from briefer.text.clean.furniture_patterns import REPORTS, TOPICS, TRIM, beside, fixed, is_open_worded, links, menu
from briefer.text.clean.layout import SPURIOUS, blocks
from briefer.text.clean.page_numbers import page_numbers, repeated_heads, running_heads
from briefer.text.clean.result import Outcome, outcome

LONGEST = 280
"""Code points beyond which a line is a paragraph, whatever it says."""

_FIXED_LONGEST = 160
_LINK_LONGEST = 120
_BOX_LINE_LONGEST = 40
_SAID = 6
_ARROWS = "→►▶»›> "
"""What may point to another article."""

_TOPICS, _TOPIC_LONGEST = 8, 30
"""How many words an article's topics are at most, and how long each may be."""

_RANKED = re.compile(r"(\d{1,2})[.)]?\s+(\S.*)")
_PITCH_LONGEST = 120
_TOP = 6
_TRAIL = re.compile(r"[>›»|/]")
_CAPTION = re.compile(r"(?:image|photo|picture|media|video) caption[,:]?", re.IGNORECASE)


def drop_furniture(text: str) -> Outcome:
    """Lines such as "Advertisement", "Read more: …", "Share this article", captions and newsletter boxes go.

    An empty line stays in their place, unless they had interrupted a sentence: its halves come together.
    """
    lines = text.split("\n")
    dropped = {at for at in range(len(lines)) if _furniture(lines, at)}
    dropped |= _menus(lines) | page_numbers(lines) | running_heads(lines) | repeated_heads(lines)
    dropped |= contacts(lines) | _trail(lines)
    if not dropped:
        return Outcome(text)
    dropped |= _captions(lines, dropped)
    for start, end in blocks(lines):
        dropped |= _links(lines, start, end, dropped) | _box(lines, start, end, dropped)
    dropped |= _ranked(lines, dropped) | _topics(lines, dropped)
    dropped |= _inside(lines, dropped) | _beside(lines, dropped)
    changes = [(lines[at], "") for at in sorted(dropped)]
    return outcome("\n".join(_without(lines, dropped)), changes)


def _furniture(lines: list[str], at: int) -> bool:
    line = lines[at].strip()
    if not line or len(line) > LONGEST:
        return False
    small = line.lower()
    if len(line) <= _FIXED_LONGEST and _is_fixed(line, small):
        return not look.starts_small(line) or _apart(lines, at)
    if not is_open_worded(small.lstrip(_ARROWS)) and not credited(line):
        return False
    reported = look.ends_sentence(line) and REPORTS.search(line)
    return not reported and _apart(lines, at)


def _trail(lines: list[str]) -> set[int]:
    """The first line, if it only names sections of the site ("World > Europe") and a headline follows."""
    filled = [at for at, line in enumerate(lines[:_TOP]) if line]
    if len(filled) < 2 or len(lines[filled[0]]) > _BOX_LINE_LONGEST or not look.titled(lines[filled[1]]):
        return set()
    named = [part.strip() for part in _TRAIL.split(lines[filled[0]].lower())]
    return {filled[0]} if len(named) > 1 and all(map(menu().fullmatch, named)) else set()


def _is_fixed(line: str, small: str) -> bool:
    """Whether a line is of a fixed wording; of what is a sentence by its length, its full stop is a part."""
    if fixed().fullmatch(small):
        return True
    bare = small.strip(TRIM)
    if bare == small or (look.ends_sentence(line) and len(line.split(None, _SAID)) > _SAID):
        return False
    return bool(fixed().fullmatch(bare))


def _apart(lines: list[str], at: int) -> bool:
    """Whether the line is no part of a wrapped sentence: nothing runs into it or out of it."""
    before = lines[at - 1].strip() if at else ""
    after = lines[at + 1].strip() if at + 1 < len(lines) else ""
    runs_in = before and (look.hangs(before) or (not look.ends_sentence(before) and not look.titled(before)))
    runs_on = after and look.starts_small(after)
    return not runs_on and (not before or (not runs_in and not look.starts_small(lines[at])))


def _captions(lines: list[str], dropped: set[int]) -> set[int]:
    """The line under "Image caption,", if it is all that is left of its block."""
    return {
        at + 1
        for at in dropped
        if at + 1 < len(lines) and 0 < len(lines[at + 1]) <= LONGEST and _CAPTION.fullmatch(lines[at].strip())
        if at + 2 == len(lines) or not lines[at + 2] or at + 2 in dropped
    }


def _links(lines: list[str], start: int, end: int, dropped: set[int]) -> set[int]:
    """The titles under "Related stories" and the like: bulleted, or all that is left of their block."""
    found: set[int] = set()
    for at in range(start, end):
        if at in dropped and links().fullmatch(lines[at].strip(TRIM).lower()):
            first = at + 1
            if first == end and end + 1 < len(lines) and look.bullet(lines[end + 1]):
                first = end + 1
            titles = _run_of_titles(lines, first, dropped)
            stop = first + len(titles)
            to_the_end = stop >= len(lines) or not lines[stop] or stop in dropped
            if titles and (to_the_end or look.bullet(titles[-1])) and (len(titles) > 1 or look.bullet(titles[0])):
                found.update(range(first, stop))
    return found


def _ranked(lines: list[str], dropped: set[int]) -> set[int]:
    """The block of numbered titles, counted from 1, that follows "Most read" and the like."""
    found: set[int] = set()
    for start, end in blocks(lines):
        headed = start > 1 and start - 2 in dropped and links().fullmatch(lines[start - 2].strip(TRIM).lower())
        if headed and end - start > 1:
            counted = [_RANKED.fullmatch(line.strip()) for line in lines[start:end]]
            numbers = [int(match[1]) if match and _title(match[2]) else 0 for match in counted]
            found.update(range(start, end) if numbers == list(range(1, len(numbers) + 1)) else ())
    return found


def _topics(lines: list[str], dropped: set[int]) -> set[int]:
    """The words of an article's topics: a few, each alone, from their heading to the end of the text."""
    left: list[int] = []
    for at in range(len(lines) - 1, -1, -1):
        if at in dropped and TOPICS.fullmatch(lines[at].strip(TRIM).lower()):
            return set(left)
        if lines[at] and at not in dropped:
            left.append(at)
            if len(left) > _TOPICS or len(lines[at]) > _TOPIC_LONGEST or look.ends_sentence(lines[at]):
                break
    return set()


def _run_of_titles(lines: list[str], first: int, dropped: set[int]) -> list[str]:
    bulleted = first < len(lines) and look.bullet(lines[first])
    stop = first
    while stop < len(lines) and stop not in dropped and _title(lines[stop]) and look.bullet(lines[stop]) == bulleted:
        stop += 1
    return lines[first:stop]


def _title(line: str) -> bool:
    return 0 < len(line) <= _LINK_LONGEST and (line.endswith("?") or not look.ends_sentence(line))


def _box(lines: list[str], start: int, end: int, dropped: set[int]) -> set[int]:
    """The few short words left in a block that is furniture for the rest: the name of a newsletter, a button."""
    left = [at for at in range(start, end) if at not in dropped]
    few = 0 < len(left) < (end - start) - len(left)
    short = all(len(lines[at]) <= _BOX_LINE_LONGEST and not look.ends_sentence(lines[at]) for at in left)
    return set(left) if few and short else set()


def _inside(lines: list[str], dropped: set[int]) -> set[int]:
    """What a newsletter's box says of itself, between its head and the field for an address."""
    return {
        at
        for at in range(1, len(lines) - 1)
        if at - 1 in dropped and at + 1 in dropped and at not in dropped and 0 < len(lines[at]) <= _PITCH_LONGEST
        if "newsletter" in lines[at - 1].lower() and "mail" in lines[at + 1].lower()
    }


def _beside(lines: list[str], dropped: set[int]) -> set[int]:
    """Buttons ("Save", "Log in") next to furniture, with nothing but empty lines between."""
    found: set[int] = set()
    filled = [at for at, line in enumerate(lines) if line]
    for order in (filled, filled[::-1]):
        before = -1
        for at in order:
            if (
                (before in dropped or before in found)
                and at not in dropped
                and beside().fullmatch(lines[at].strip(TRIM).lower())
            ):
                found.add(at)
            before = at
    return found


def _menus(lines: list[str]) -> set[int]:
    """Sections of a paper, three or more in a row."""
    found: set[int] = set()
    run: list[int] = []
    for at, line in enumerate([*lines, "."]):
        small = line.strip(TRIM).lower()
        if not line or (len(small) < _BOX_LINE_LONGEST and menu().fullmatch(small)):
            run += [at] if line else []
            continue
        if len(run) > 2:
            found.update(run)
        run = []
    return found


def _without(lines: list[str], dropped: set[int]) -> list[str]:
    made: list[str] = []
    gap = False
    for at, line in enumerate(lines):
        if at in dropped:
            gap = True
        elif not gap or not made:
            made += [line] if line or made else []
            gap = gap and not made
        elif line:
            _close_gap(made, line)
            made.append(line)
            gap = False
    return made


def _close_gap(made: list[str], line: str) -> None:
    while len(made) > 1 and not made[-1]:
        made.pop()
    if _interrupted(made, line):
        made[-1] += SPURIOUS
    else:
        made.append("")


def _interrupted(made: list[str], line: str) -> bool:
    last = made[-1]
    return len(last) >= look.SHORT and not look.ends_sentence(last) and look.starts_small(line)
