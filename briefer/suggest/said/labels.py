"""Words in quotation marks that nobody said: names of operations, titles of works, labels."""

from __future__ import annotations

from briefer.suggest.reading import Reading
from briefer.suggest.said.parts import Part

_MOST_WORDS_OF_A_TITLE = 8
_MOST_WORDS_OF_A_NAME = 3
_LEAST_BEFORE = 2
_LOOK = 4


class Labels:
    """Tells names, titles and labels from utterances, by their capitals and the words beside them."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._tokens = reading.tokens
        words = reading.language.words
        self._before = reading.language.phrases("speech.labels")
        self._calling = words("speech.calling")
        self._what = words("speech.what")
        self._after = words("speech.after labels")
        self._or = words("speech.renaming")
        self._versus = words("speech.versus")
        self._small = (
            words("common.prepositions") | words("common.articles") | words("names.and") | words("common.be")
        )

    def is_label(self, part: Part) -> bool:
        """Whether a part is a name, the title of a work, or a word that is only mentioned."""
        if self._explained(part) or self._renames(part) or self._is_case(part):
            return True
        if self._is_capitalised(part):
            return part.size <= _MOST_WORDS_OF_A_TITLE or self._announced(part)
        return self._announced(part)

    def is_mention(self, part: Part) -> bool:
        """Whether a part is a name in somebody else's sentence, as the title of a programme is."""
        opening = self._reading.token_at(part.open)
        before = self._tokens[opening - 1] if opening else None
        return before is not None and (before.is_word or before.possessive) and self.is_label(part)

    def _is_capitalised(self, part: Part) -> bool:
        """Whether all words but the small ones have capitals, as those of a name or a title do."""
        words = [self._tokens[at] for at in range(part.first, part.last) if self._tokens[at].is_word]
        long = [word for word in words if word.small not in self._small]
        if not long or self._reading.text[part.end - 1] == "!" or self._reading.text[part.start : part.end].isupper():
            return False
        return all(word.capital or word.text[0].isdigit() for word in long) and (len(long) > 1 or len(words) == 1)

    def _announced(self, part: Part) -> bool:
        """Whether what stands right before says that this is a name: ``so-called``, ``known as``."""
        opening = self._reading.token_at(part.open)
        if not opening or self._tokens[opening - 1].text in ",:":
            return False
        before = self._reading.text[self._tokens[max(0, opening - _LOOK)].start : part.open].rstrip().lower()
        if any(token.small in self._what for token in self._tokens[max(0, opening - _LOOK) : opening - 1]):
            return False
        match = next((match for match in self._before.finditer(before) if match.end() == len(before)), None)
        return match is not None and (match[0] not in self._calling or part.size <= 2)

    def _renames(self, part: Part) -> bool:
        """Whether a part is another name of what stands before it: ``the first hearing, or “show trial”``."""
        at = self._reading.token_at(part.open) - 1
        if at < _LEAST_BEFORE or self._tokens[at].small not in self._or or self._tokens[at - 1].text != ",":
            return False
        return self._tokens[at - 2].is_word and part.size <= _MOST_WORDS_OF_A_NAME

    def _is_case(self, part: Part) -> bool:
        """Whether a part names a case at law by those who meet in it: “Acme, Inc. v. Doe”."""
        inner = range(part.first + 1, part.last - 1)
        at = next((at for at in inner if self._tokens[at].small in self._versus), None)
        return at is not None and self._tokens[part.first].capital and self._tokens[part.last - 1].small not in ".?!"

    def _explained(self, part: Part) -> bool:
        """Whether what stands right after says so: ``, a name that …``; or a word for a work stands beside it."""
        first = self._reading.token_at(part.close)
        after = [token.small for token in self._tokens[first : first + _LOOK]]
        rest = " ".join(after[1:]) if after[:1] == [","] else ""
        return any(rest.startswith(phrase) for phrase in self._after)
