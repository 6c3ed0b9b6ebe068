"""Lines that no window can show: of megabytes, or of letters without a blank, whose layout takes minutes.

Qt lays out a paragraph at once, and the time for letters without a blank grows with the square of their number:
50,000 of them take half a second, 200,000 ten.
"""

from __future__ import annotations

MOST_OF_A_LINE = 200_000
"""Code points of a line at most in anything that is opened."""
MOST_OF_A_WORD = 50_000
"""Code points without a blank at most in it."""


def unshowable(text: str) -> str:
    """What is wrong with a text that cannot be shown: “a line of 300,000 characters, …”; empty if nothing is."""
    if len(text) <= MOST_OF_A_WORD:
        return ""
    lines = text.split("\n")
    if max(map(len, lines)) <= MOST_OF_A_WORD:
        return ""
    for line in lines:
        if len(line) > MOST_OF_A_LINE:
            return f"a line of {len(line):,} characters, and at most {MOST_OF_A_LINE:,} can be shown"
        if len(line) > MOST_OF_A_WORD and (word := max(map(len, line.split()), default=0)) > MOST_OF_A_WORD:
            return f"{word:,} characters without a blank, and at most {MOST_OF_A_WORD:,} can be shown"
    return ""
