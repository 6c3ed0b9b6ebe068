"""Lists: Word's numbering part, in which every list of a memo starts anew."""

from __future__ import annotations

from collections.abc import Iterable

from briefer.memo.blocks import ListItem
from briefer.render.word.names import DECLARATION, W

LEVELS = 9
STEP = 425
"""Indent of one level, in twentieths of a point: 0.75 cm."""

_BULLETS = "•–▪"
_NUMBERS = ("decimal", "lowerLetter", "lowerRoman")
"""The marks of the first three levels; deeper ones take them in turn."""

BULLET_STYLE_NUM = 1
NUMBER_STYLE_NUM = 2
"""The lists that the styles List Bullet and List Number belong to, for what a reader adds in Word."""
PARAGRAPH_NUM = 3
"""The one list of numbered paragraphs: it counts through the whole document."""
_FIRST_OWN = 4
_PARAGRAPHS = 2
"""The definition that it goes by."""
_INDENT, _WIDER = 567, 113
"""Room for the numbers of paragraphs on the first level, and how much more each further level takes."""

Kinds = tuple[bool, ...]
"""For each level, whether it is numbered."""

BULLETED: Kinds = (False,) * LEVELS
NUMBERED: Kinds = (True,) * LEVELS


def level_of(item: ListItem) -> int:
    """The level of an item as far as Word can go."""
    return min(max(item.level, 0), LEVELS - 1)


def numbered_indent(level: int) -> tuple[int, int]:
    """Where the words of a numbered paragraph start, and how far before them its number does."""
    hangings = [_INDENT + _WIDER * each for each in range(level + 1)]
    return sum(hangings), hangings[-1]


class Lists:
    """The lists of a memo: gives each item its list and level, and makes the numbering part."""

    def __init__(self) -> None:
        self._kinds: list[dict[int, bool]] = []
        self._parts: dict[int, list[int]] = {}

    def numbering(self, item: ListItem) -> str:
        """The ``w:numPr`` of an item.

        A level of a list is bulleted or numbered throughout; an item that is not of its level's kind opens a part
        of its own, which counts from 1.
        """
        level = level_of(item)
        parts = self._parts.setdefault(item.list_number, [])
        for index in parts:
            if self._kinds[index].setdefault(level, item.ordered) == item.ordered:
                break
        else:
            index = len(self._kinds)
            self._kinds.append({level: item.ordered})
            parts.append(index)
        return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{_FIRST_OWN + index}"/></w:numPr>'

    def paragraph(self, level: int) -> str:
        """The ``w:numPr`` of a numbered paragraph."""
        return f'<w:numPr><w:ilvl w:val="{min(level, LEVELS - 1)}"/><w:numId w:val="{PARAGRAPH_NUM}"/></w:numPr>'

    def part(self) -> str:
        """The numbering part: one ``w:num`` a list, with a fresh start on each level that the list uses."""
        abstracts = {BULLETED: 0, NUMBERED: 1}
        nums = []
        for index, kinds in enumerate(self._kinds):
            abstract = abstracts.setdefault(_all_levels(kinds), len(abstracts) + (len(abstracts) >= _PARAGRAPHS))
            nums.append(_num(_FIRST_OWN + index, abstract, sorted(kinds)))
        definitions = [_abstract(number, map(_level, range(LEVELS), kinds)) for kinds, number in abstracts.items()]
        definitions.insert(_PARAGRAPHS, _abstract(_PARAGRAPHS, map(_paragraph_level, range(LEVELS))))
        own = _num(BULLET_STYLE_NUM, 0, []) + _num(NUMBER_STYLE_NUM, 1, []) + _num(PARAGRAPH_NUM, _PARAGRAPHS, [])
        return f'{DECLARATION}<w:numbering xmlns:w="{W}">{"".join(definitions)}{own}{"".join(nums)}</w:numbering>'


def _all_levels(kinds: dict[int, bool]) -> Kinds:
    """The kinds of all levels; one that the list does not use is like the nearest used one above it."""
    kind = kinds[min(kinds)]
    return tuple(kind := kinds.get(level, kind) for level in range(LEVELS))


def _num(number: int, abstract: int, levels: list[int]) -> str:
    starts = "".join(
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>' for level in levels
    )
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{starts}</w:num>'


def _abstract(number: int, levels: Iterable[str]) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="{0x42524600 + number:08X}"/>'
        f'<w:multiLevelType w:val="multilevel"/>{"".join(levels)}</w:abstractNum>'
    )


def _paragraph_level(level: int) -> str:
    """``1.``, and below it ``1.1``, ``1.1.1`` ..., as ``memo.numbering`` counts."""
    text = ".".join(f"%{each + 1}" for each in range(level + 1)) + ("" if level else ".")
    left, hanging = numbered_indent(level)
    return _level_xml(level, "decimal", text, left, hanging)


def _level(level: int, ordered: bool) -> str:
    turn = level % 3
    form, text = (_NUMBERS[turn], f"%{level + 1}.") if ordered else ("bullet", _BULLETS[turn])
    return _level_xml(level, form, text, STEP * (level + 1), STEP)


def _level_xml(level: int, form: str, text: str, left: int, hanging: int) -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
    )
