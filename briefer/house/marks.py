"""Marks that filling leaves in a document's trees while it works, none of which is ever written."""

from __future__ import annotations

import re

PLACE = "place"
"""Attribute of a paragraph that holds tags: the number of its spot."""
HELD = "held"
"""Attribute of a heading whose part held a tag; of a row that a loop repeats, and of the table of such rows; of the
grid of a table whose columns tags change."""
ENTRY = "entry"
"""Attribute of a run: the id of the entry that its words came from."""
TARGET = "target"
"""Attribute of a link whose address holds tags: that address."""
KEPT = "{urn:kept}kept"
"""Element in the place of what was left out; its attribute ``i`` counts from 0.

It has a namespace of its own, because it is written and read again within others.
"""
NOTE = "note"
"""Element in a run: a reference to the note of the memo whose number its attribute ``n`` gives."""

ATTRIBUTES = (PLACE, HELD, ENTRY, TARGET)

_ZERO = 0xE010
PLACEHOLDER = re.compile("\ue002([\ue010-\ue019]+)\ue003")
"""What stands for a tag while the tree is a tree."""


def placeholder(number: int) -> str:
    """The placeholder of a number."""
    return "\ue002" + "".join(chr(_ZERO + int(digit)) for digit in str(number)) + "\ue003"


def placeholder_number(digits: str) -> int:
    """The number that a placeholder's digits say."""
    return int("".join(str(ord(digit) - _ZERO) for digit in digits))
