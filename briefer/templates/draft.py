"""Draft: all of a memo but the words of its sections. It takes long to make, and serves while only these change."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from briefer.memo.blocks import Citations, Facts
from briefer.memo.markdown import Parts
from briefer.model.brief import Brief
from briefer.templates.citing import Passage
from briefer.templates.portions import Portions
from briefer.text.escape import RESERVED

_SECTIONS = "sections"
_OTHERS = [name for name in Brief.__struct_fields__ if name != _SECTIONS]


class Dress(msgspec.Struct, frozen=True):
    """What a template puts around words.

    ``numbered`` tells whether paragraphs are numbered, ``ticks`` holds the choices to tick after each recommendation
    of a section, by its name; ``portions`` the portion marks.
    """

    numbered: bool = False
    ticks: dict[str, tuple[str, ...]] = {}
    portions: Portions = Portions()


class Draft(msgspec.Struct, frozen=True):
    """What a brief and a template make without the words of the sections.

    ``passages`` are those that notes have numbers for already. ``alone`` tells whether the template asks no more of
    a section than whether there is something in it.
    """

    facts: Facts
    parts: Parts
    passages: tuple[Passage, ...]
    citations: Citations
    alone: bool
    dress: Dress = Dress()

    def serves(self, before: Brief, brief: Brief) -> bool:
        """Whether the draft that was made of the brief ``before`` is also that of another one."""
        for name in _OTHERS:
            one, other = getattr(before, name), getattr(brief, name)
            if one is not other and one != other:
                return False
        names = before.sections.keys() | brief.sections.keys()
        return all(self._serves(name, before.sections, brief.sections) for name in names)

    def _serves(self, name: str, before: Mapping[str, str], after: Mapping[str, str]) -> bool:
        one, other = before.get(name, ""), after.get(name, "")
        if one == other:
            return True
        return self.alone and name not in self.parts.within and _fullness(one) == _fullness(other)


def section_words(markdown: str) -> str:
    """A section without what the markers of the engine are made of."""
    return RESERVED.sub("", markdown)


def _fullness(markdown: str) -> tuple[bool, bool]:
    """All that a template can tell of a section that it leaves alone."""
    words = section_words(markdown)
    return bool(words), bool(words.strip())
