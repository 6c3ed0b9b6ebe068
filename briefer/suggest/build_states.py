"""Compiles the names of states of a language from the CLDR: ``python -m briefer.suggest.build_states en de``.

It needs Babel, which the program itself does not: what it writes (``states.txt``) ships.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from briefer.paths import resources

_CODE = re.compile(r"[A-Z]{2}")
_NO_STATES = frozenset("EU EZ UN QO XA XB ZZ AC CP CQ DG EA IC TA AQ BV HM TF UM".split())
_BRACKETED = re.compile(r"\s*\(.*\)$")


def states(language: str) -> list[str]:
    """The lines of ``states.txt``: ``FR = France``, by code."""
    from babel import Locale

    territories = Locale(language).territories
    named = ((code, _plain(name)) for code, name in sorted(territories.items()) if _CODE.fullmatch(code))
    return [f"{code} = {name}" for code, name in named if code not in _NO_STATES]


def _plain(name: str) -> str:
    """A name as newspapers write it: ``Myanmar (Burma)`` without its brackets, ``&`` as the CLDR's sign for “and”."""
    return _BRACKETED.sub("", name).replace("St. ", "St ").strip()


def write_states(language: str) -> Path:
    """Write a language's ``states.txt``; the path that was written."""
    path = resources() / "lexicon" / language / "states.txt"
    head = "# Compiled from the CLDR by briefer.suggest.build_states; other names are in nations.txt.\n[names]\n"
    path.write_text(head + "\n".join(states(language)) + "\n", encoding="utf-8")
    return path


if __name__ == "__main__":
    for name in sys.argv[1:]:
        print(write_states(name))
