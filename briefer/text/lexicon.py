"""The words that checks and dates go by: data of a language, in ``resources/lexicon/<language>/``."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from briefer.paths import resources

ENGLISH = "en"
_FILES = ("review.txt", "dates.txt")
_COMMENT = re.compile(r"(?:^|\s)#.*")


class Lexicon:
    """The lists of one language, each by its name; a list that is not there is empty.

    A file holds sections, ``[negations]``, and in them entries parted by commas or line ends; ``#`` begins a comment,
    and ``May = 5`` is an entry with a value.
    """

    def __init__(self, text: str) -> None:
        self._sections: dict[str, list[str]] = {}
        entries: list[str] = []
        for line in text.splitlines():
            line = _COMMENT.sub("", line).strip()
            if line.startswith("[") and line.endswith("]"):
                entries = self._sections.setdefault(line[1:-1], [])
            else:
                entries += filter(None, map(str.strip, line.split(",")))

    @functools.cache  # noqa: B019 - a lexicon lives as long as the program
    def words(self, name: str) -> tuple[str, ...]:
        """The entries of a list, as they are written."""
        return tuple(entry.partition("=")[0].strip() for entry in self._sections.get(name, ()))

    @functools.cache  # noqa: B019
    def small(self, name: str) -> frozenset[str]:
        """The entries of a list in small letters."""
        return frozenset(word.casefold() for word in self.words(name))

    @functools.cache  # noqa: B019
    def values(self, name: str) -> Mapping[str, int]:
        """The entries that have a value, in small letters, with it."""
        pairs = (entry.partition("=") for entry in self._sections.get(name, ()) if "=" in entry)
        return {word.strip().casefold(): int(value) for word, _, value in pairs}

    @functools.cache  # noqa: B019
    def pattern(self, *names: str) -> re.Pattern[str]:
        """What finds the entries of these lists as whole words, in any case, the longest where several fit."""
        words = sorted({word for name in names for word in self.words(name)}, key=lambda word: (-len(word), word))
        either = "|".join(re.escape(word).replace(r"\ ", r"\s+").replace("'", "['’]") for word in words)
        return re.compile(rf"(?<![\w-])(?:{either})(?![\w-])" if words else r"(?!)", re.IGNORECASE)


_LONGEST_TAG = 8
"""Letters of the name of a language in a tag (BCP 47)."""


@functools.cache
def lexicon_of(language: str) -> Lexicon:
    """The lexicon of a language by its tag, ``en-GB``; of one that has none, English."""
    name = re.split(r"[-_]", language.strip().casefold())[0]
    folder = resources() / "lexicon" / name
    if not name.isalpha() or len(name) > _LONGEST_TAG or not (folder / _FILES[0]).is_file():
        folder = resources() / "lexicon" / ENGLISH
    return Lexicon("\n".join((folder / file).read_text("utf-8") for file in _FILES))


@functools.cache
def languages() -> tuple[str, ...]:
    """The languages that have a lexicon, English first."""
    folders = (resources() / "lexicon").iterdir()
    names = (folder.name for folder in folders if (folder / _FILES[0]).is_file())
    return tuple(sorted(names, key=lambda name: (name != ENGLISH, name)))
