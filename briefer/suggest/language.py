"""The words of a language that the rules go by: data in ``resources/lexicon/<language>/``, none of them in code.

A file ``speech.txt`` holds sections, ``[verbs]``, and in them entries parted by commas or line ends; ``#`` begins
a comment. An entry ``Kremlin = Russia`` belongs to a table. A section that a language lacks is empty.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from briefer.paths import resources

_WORD = re.compile(r"[^\W\d_]+")
_BEGINNING = 4000
_COMMENT = re.compile(r"(?:^|\s)#.*")


class Language:
    """The word lists of one language. Names of lists are ``file.section``, such as ``speech.verbs``."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._folder = resources() / "lexicon" / name
        if not name.isalpha() or not self._folder.is_dir():
            raise LookupError(f"there are no word lists for the language “{name}”")
        self._files: dict[str, dict[str, list[str]]] = {}
        self._words: dict[str, frozenset[str]] = {}
        self._tables: dict[str, Mapping[str, str]] = {}
        self._patterns: dict[str, re.Pattern[str]] = {}
        self._sequences: dict[str, Mapping[str, Sequence[tuple[str, ...]]]] = {}

    def words(self, name: str) -> frozenset[str]:
        """The entries of a list, in small letters."""
        if name not in self._words:
            self._words[name] = frozenset(entry.lower() for entry in self._entries(name))
        return self._words[name]

    def names(self, name: str) -> frozenset[str]:
        """The entries of a list as they are written."""
        return frozenset(self._entries(name))

    def table(self, name: str) -> Mapping[str, str]:
        """The entries ``key = value`` of a list, as they are written."""
        if name not in self._tables:
            pairs = (entry.split(" = ", 1) for entry in self._entries(name))
            self._tables[name] = MappingProxyType({key.strip(): value.strip() for key, value in pairs})
        return self._tables[name]

    def lines(self, name: str) -> tuple[str, ...]:
        """The lines of a section as they are written, commas and all: patterns, for instance."""
        return tuple(self._sections(name).get(name.partition(".")[2], ()))

    def sequences(self, name: str) -> Mapping[str, Sequence[tuple[str, ...]]]:
        """The entries of a list as words in small letters, the longest first, by their first word."""
        if name not in self._sequences:
            found: dict[str, list[tuple[str, ...]]] = {}
            for entry in sorted(self.words(name), key=lambda entry: (-len(entry), entry)):
                words = tuple(entry.split())
                found.setdefault(words[0], []).append(words)
            self._sequences[name] = MappingProxyType(found)
        return self._sequences[name]

    def phrases(self, name: str) -> re.Pattern[str]:
        """One pattern that finds any entry of a list as whole words, the longest first; nothing if it is empty."""
        if name not in self._patterns:
            entries = sorted(self.words(name), key=lambda entry: (-len(entry), entry))
            alternatives = "|".join(re.escape(entry).replace(r"\ ", r"\s+") for entry in entries)
            self._patterns[name] = re.compile(rf"\b(?:{alternatives})\b" if entries else r"(?!)", re.IGNORECASE)
        return self._patterns[name]

    def _entries(self, name: str) -> list[str]:
        return [entry for line in self.lines(name) for part in line.split(",") if (entry := part.strip())]

    def _sections(self, name: str) -> dict[str, list[str]]:
        file = name.partition(".")[0]
        if file not in self._files:
            path = self._folder / f"{file}.txt"
            text = path.read_text(encoding="utf-8") if path.is_file() else ""
            self._files[file] = _parsed(text)
        return self._files[file]


def _parsed(text: str) -> dict[str, list[str]]:
    sections: dict[str, list[str]] = {}
    section: list[str] = []
    for raw in text.splitlines():
        line = _COMMENT.sub("", raw).strip() if "#" in raw else raw.strip()
        if line.startswith("[") and line.endswith("]"):
            section = sections.setdefault(line[1:-1], [])
        elif line:
            section.append(line)
    return sections


@functools.lru_cache(maxsize=8)
def language(name: str = "en") -> Language:
    """The word lists of a language, read when they are first asked for; LookupError if there are none."""
    return Language(name)


def guess_language(text: str) -> str:
    """The language whose small words make up most of a text's beginning; English where none of them stands there."""
    words = Counter(_WORD.findall(text[:_BEGINNING].lower()))
    names = sorted(
        folder.name for folder in (resources() / "lexicon").iterdir() if (folder / "grammar.txt").is_file()
    )
    shares = {name: sum(words[word] for word in _small_words(language(name))) for name in names}
    return max(names, key=lambda name: (shares[name], name == "en"), default="en")


def _small_words(words: Language) -> frozenset[str]:
    return (
        words.words("grammar.determiners") | words.words("grammar.prepositions") | words.words("grammar.coordinators")
    )
