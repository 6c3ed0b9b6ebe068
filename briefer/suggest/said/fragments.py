"""Fragments of one or two words in quotation marks: what somebody said, or a reporter's name for a thing."""

from __future__ import annotations

from briefer.suggest.named.cast import Cast
from briefer.suggest.said.parts import Part

_LOOK = 5


class Fragments:
    """Tells what few words in quotation marks are by the words beside them."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._reading = cast.reading
        self._tokens = cast.reading.tokens
        words = cast.reading.language.words
        self._definite = words("grammar.definite")
        self._agent = words("speech.agent")
        self._degrees = words("speech.degrees")
        self._judging = words("speech.judging")
        self._like = words("speech.complementisers")
        self._what = words("speech.what")
        self._small = (
            words("speech.closers")
            | words("speech.turns")
            | words("speech.complementisers")
            | words("speech.adverbs")
            | cast.words.prepositions
            | cast.words.determiners
            | cast.words.pronouns
            | cast.words.and_words
        )

    def is_uttered(self, part: Part) -> bool:
        """Whether a single word is all that somebody said (“No,” she said) and not one of the reporter's sentence."""
        said = self._reading.text[part.start : part.end]
        opening = self._reading.token_at(part.open)
        if opening and self._tokens[opening - 1].is_word and self._same_paragraph(opening - 1, part):
            return False
        return not said[:1].islower() or said[-1] in ".?!,…—–-"

    def qualifies(self, part: Part, verb: str) -> bool:
        """Whether two words go with a noun, or with a noun's article: “red flag” laws, an “in-depth look” by us.

        ``verb`` is that of their attribution, empty if they have none.
        """
        opening, after = self._reading.token_at(part.open), self._reading.token_at(part.close)
        tokens, words = self._tokens, self._cast.words
        before = tokens[opening - 1].small if opening else ""
        following = tokens[after].small if after < len(tokens) else ""
        if self._judges(part) or (following in words.prepositions and following not in self._agent):
            return False
        noun = following.endswith(words.plural_endings) and following.isalpha() and tokens[after].text.islower()
        done = self._cast.grammar.verbs.lemma(following, "past", "third") and not noun
        article = before in words.articles and before not in self._definite
        if before in words.articles and before in self._definite:  # the “trade bashing” heard there
            return following not in words.of_words
        judged = self._is_judged(verb, opening)
        if judged and any(tokens[at].small in self._what for at in range(max(0, opening - _LOOK), opening)):
            return True  # what the researchers call “adversarial poetry”
        if not judged and self._is_noun(after) and before in words.determiners | words.and_words:
            return True
        return (
            noun and not done and not article and before not in words.determiners and following not in words.be
        ) or (article and following in self._agent)

    def _is_judged(self, verb: str, opening: int) -> bool:
        """Whether a verb tells what somebody thinks of a thing: “called it”, and not “called on them”."""
        if verb not in self._judging:
            return False
        tokens = self._tokens
        at = next((at for at in range(opening - 1, -1, -1) if tokens[at].small == verb), opening)
        return tokens[at + 1].small not in self._cast.words.prepositions or tokens[at + 1].small in self._like

    def _is_noun(self, at: int) -> bool:
        """Whether a word in small letters stands here that is no small word, adverb or verb."""
        tokens, words = self._tokens, self._cast.words
        if (
            words.nouns_have_capitals
            or at >= len(tokens)
            or not tokens[at].text.islower()
            or not tokens[at].text.isalpha()
        ):
            return False
        small = tokens[at].small
        if small in self._small or small in words.be or self._cast.grammar.is_adverb(small):
            return False
        return not self._cast.grammar.verbs.lemma(small, "past", "third")

    def _same_paragraph(self, at: int, part: Part) -> bool:
        return self._tokens[at].start >= self._reading.paragraphs[part.paragraph][0]

    def _judges(self, part: Part) -> bool:
        """Whether words say how much something is so, as those of an opinion do: “wholly unacceptable” attacks."""
        first = self._tokens[part.first].small
        return self._cast.grammar.is_adverb(first) or first in self._degrees
