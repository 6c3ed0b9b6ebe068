"""Is a quotation in the words of its source?

Understood are the kinds of quotation mark, space, hyphen and dash, an ellipsis where words were left out, and square
brackets where the writer put in words or letters: ``[T]he``. All else must be there, in order, letter for letter; the
first letter after an ellipsis may change its case, and punctuation at an end may differ. Words are whole: ``can`` is
not in ``can't``. The cost is linear in the length of quotation and source.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_SAME = str.maketrans(
    dict.fromkeys("“”„‟«»‹›‘’‚‛`´'", '"')
    | dict.fromkeys("\u2010\u2011\u2212", "-")
    | dict.fromkeys("\u2012\u2014\u2015", "–")
    | dict.fromkeys("\u00ad\u200b\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
)
_DOTS = re.compile(r"\.(?: ?\.){2,}")
_LEFT_OUT = re.compile(r"\[ ?… ?\]|\( ?… ?\)|…")
_PUT_IN = re.compile(r"(\[[^\[\]]*\])")
_END = frozenset('".,;:!?–-…')
_UNSPACED = re.compile(
    "([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])"
)
"""Thai, Lao, Burmese, Khmer, kana and Han write words without spaces: there, each character is a word."""

# How a word is written to be searched for: its case mark, _START, the word with a small first letter, _STOP.
_CAPITAL, _SMALL, _START, _STOP = "\x01", "\x02", "\x03", "\x04"


class _Stretch(NamedTuple):
    """Words to be found in one go; an end that a bracket adjoins may lie inside a word."""

    text: str
    starts_inside: bool
    ends_inside: bool


def is_verbatim(quote: str, sources: Iterable[str]) -> bool:
    """Whether each stretch of the quotation stands in the words of its evidence, in order.

    ``sources`` are the exact words of its anchors, in the order in which they are to be read.
    """
    source = _folded(" … ".join(sources))
    quote = _folded(quote)
    marks = "".join(c for c in {*source, *quote} if unicodedata.category(c)[0] == "M")
    words, written = _words(marks), _Written()
    text = written.joined(words.findall(source))
    at = 0
    for stretch in _stretches(quote):
        sought = _sought(stretch, words.findall(stretch.text), written)
        found = text.find(sought, at)
        if found < 0:
            return False
        at = found + len(sought)
    return True


def _folded(text: str) -> str:
    """The text with one kind each of space, mark, hyphen, dash and ellipsis."""
    text = unicodedata.normalize("NFC", re.sub("[\x00-\x08\x0e-\x1b]", "", text))
    text = re.sub(r"(?<=[\w\]])['’‛](?=\w)", "\x1b", text).translate(_SAME).replace("\x1b", "'")
    text = re.sub(r"(?<=\d)–(?=\d)", "-", " ".join(text.split())).replace(" - ", " – ")
    return _UNSPACED.sub(r" \1 ", _DOTS.sub("…", text))


def _words(marks: str) -> re.Pattern[str]:
    """What a word is: letters, digits and their ``marks``, tied by apostrophe, hyphen or point; or any one sign."""
    letters = rf"[\w{re.escape(marks)}]+"
    tie = r"(?:['.-]|(?<=\d)[,:](?=\d))"
    return re.compile(rf"(?:(?<!\w)-(?=\d))?{letters}(?:{tie}{letters})*|\S")


def _stretches(quote: str) -> Iterator[_Stretch]:
    """The stretches between what was left out and what was put in."""
    for part in _LEFT_OUT.split(quote):
        pieces = _PUT_IN.split(part)  # text, bracket, text, bracket ... text
        for index in range(0, len(pieces), 2):
            text = pieces[index]
            if index > 0 and text[:1] == "'":  # [N]’a: the bracket ends before the apostrophe
                text = text[1:]
            after_bracket = index > 0 and text[:1].isalnum()
            before_bracket = index + 1 < len(pieces) and text[-1:].isalnum()
            yield _Stretch(text, after_bracket, before_bracket)


def _sought(stretch: _Stretch, words: list[str], written: _Written) -> str:
    """How the words of a stretch are written in the source; the case of their first letter is left open."""
    start, stop = 0, len(words)
    while start < stop and words[start] in _END:
        start += 1
    while start < stop and words[stop - 1] in _END:
        stop -= 1
    sought = written.joined(words[start:stop])[1:]
    if stretch.starts_inside:
        sought = sought[1:]
    return sought.removesuffix(_STOP) if stretch.ends_inside else sought


class _Written(dict[str, str]):
    """From a word to how it is written to be searched for."""

    def __missing__(self, word: str) -> str:
        small = word[0].lower() if len(word[0].lower()) == 1 else word[0]
        self[word] = f"{_SMALL if small == word[0] else _CAPITAL}{_START}{small}{word[1:]}{_STOP}"
        return self[word]

    def joined(self, words: list[str]) -> str:
        return "".join(map(self.__getitem__, words))
