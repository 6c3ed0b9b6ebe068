"""Lists: Word's numbering part, in which every list of a memo starts anew."""

from __future__ import annotations

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
_FIRST_OWN = 3

Kinds = tuple[bool, ...]
"""For each level, whether it is numbered."""

BULLETED: Kinds = (False,) * LEVELS
NUMBERED: Kinds = (True,) * LEVELS


def level_of(item: ListItem) -> int:
    """The level of an item as far as Word can go."""
    return min(max(item.level, 0), LEVELS - 1)


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

    def part(self) -> str:
        """The numbering part: one ``w:num`` a list, with a fresh start on each level that the list uses."""
        abstracts = {BULLETED: 0, NUMBERED: 1}
        nums = []
        for index, kinds in enumerate(self._kinds):
            abstract = abstracts.setdefault(_all_levels(kinds), len(abstracts))
            nums.append(_num(_FIRST_OWN + index, abstract, sorted(kinds)))
        definitions = "".join(_abstract(number, kinds) for kinds, number in abstracts.items())
        own = _num(BULLET_STYLE_NUM, 0, []) + _num(NUMBER_STYLE_NUM, 1, [])
        return f'{DECLARATION}<w:numbering xmlns:w="{W}">{definitions}{own}{"".join(nums)}</w:numbering>'


def _all_levels(kinds: dict[int, bool]) -> Kinds:
    """The kinds of all levels; one that the list does not use is like the nearest used one above it."""
    kind = kinds[min(kinds)]
    return tuple(kind := kinds.get(level, kind) for level in range(LEVELS))


def _num(number: int, abstract: int, levels: list[int]) -> str:
    starts = "".join(
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>' for level in levels
    )
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{starts}</w:num>'


def _abstract(number: int, kinds: Kinds) -> str:
    levels = "".join(_level(level, ordered) for level, ordered in enumerate(kinds))
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="{0x42524600 + number:08X}"/>'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )


def _level(level: int, ordered: bool) -> str:
    turn = level % 3
    form, text = (_NUMBERS[turn], f"%{level + 1}.") if ordered else ("bullet", _BULLETS[turn])
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{STEP * (level + 1)}" w:hanging="{STEP}"/></w:pPr></w:lvl>'
    )
