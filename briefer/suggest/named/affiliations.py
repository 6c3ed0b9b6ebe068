"""Where somebody belongs: the organisation, state or place that the words of a role tell."""

from __future__ import annotations

from briefer.suggest.named.cast import Cast
from briefer.suggest.named.names import Name

_ABOUT = 3
"""An article is about an organisation that it names so often, and no other as often."""


class Affiliations:
    """Finds whose a role is, in its own words or in what was named before."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._reading = cast.reading
        self._tokens = cast.reading.tokens
        self._words = cast.words
        self._at_words = cast.reading.language.words("people.affiliated by")
        self._at_any = self._at_words - cast.reading.language.words("people.come from")
        self._classes = self._words.company_words | self._words.heads
        self._called = cast.reading.language.table("organisations.called")
        self._of_state = cast.reading.language.words("people.of a state")
        self._held = tuple(cast.reading.language.words("people.held in a house"))

    def _tied(self, name: Name) -> str:
        """The organisation that a preposition ties to a name: “Paul Stone of the Harbour Police”."""
        if self._small(name.last) not in self._at_words and self._small(name.last) not in self._words.of_words:
            return ""
        at = name.last + 1
        while self._small(at) in self._words.articles or self._small(at) in self._words.company_words:
            at += 1
        member = self._cast.of_token.get(at)
        return member.name if member is not None and member.kind == "organisation" else ""

    def _land(self, role: str) -> str:
        """The state of whoever acts for one: Maravia, of a “Maravian counterpart”."""
        first, _, rest = role.partition(" ")
        acts = any(word in self._of_state for word in rest.lower().split())
        return self._cast.land_of(first) if acts else ""

    def _house(self, role: str) -> str:
        """The organisation that a role without one is held in: the one that the article is about."""
        return self._leading() if role.lower().endswith(self._held) else ""

    def _leading(self) -> str:
        """The organisation that the article is about; empty if it is about none or several."""
        houses = sorted(
            (member for member in self._cast.members if self._cast.is_house(member)),
            key=lambda member: -len(member.mentions),
        )
        shares = [len(member.mentions) for member in houses[:2]] + [0, 0]
        return houses[0].name if shares[0] >= _ABOUT and shares[0] > shares[1] else ""

    def _party(self, name: Name) -> str:
        tokens = self._tokens[name.last : name.last + 5]
        if len(tokens) > 2 and tokens[0].text == "(":
            inside = tokens[1].small.partition("-")[0].replace(".", "")
            close = next((token for token in tokens[1:] if token.text == ")"), None)
            if close is not None and inside in self._words.parties:
                return self._reading.text[tokens[1].start : close.start]
        return ""

    def _owner(self, first: int) -> str:
        """Whose it is: “Hillary Clinton’s” campaign manager."""
        return self._possessor(first - 1) if first and self._tokens[first - 1].possessive else ""

    def _possessor(self, at: int) -> str:
        """The organisation or state before a possessive ending, “the museum’s” included if one was named so."""
        member = self._cast.of_token.get(at - 1)
        if member is not None:
            return member.name if member.kind in ("organisation", "state", "unknown") else ""
        name = self._cast.name_at(at - 1)
        if name is not None and name.kind == "place" and name.last == at:  # “Quebec’s economy minister”
            return name.text
        head = self._small(at - 1)
        found = ""
        for other in self._cast.members:
            if (
                other.kind == "organisation"
                and other.mentions[0].first < at
                and self._is_called(other.name.lower(), head)
            ):
                found = other.name
        if not found and head in self._words.company_words | self._words.heads:
            found = self._main(at)
        return found

    def _is_called(self, name: str, head: str) -> bool:
        """Whether a word takes up a name: its own end, or ``union`` for one of workers."""
        return name.endswith(f" {head}") or any(self._called.get(word) == head for word in name.split())

    def _spoken_of(self, before: int) -> str:
        """The organisation that ``its`` takes up where the sentence before begins with “The company”."""
        number = self._reading.sentence_number(self._tokens[before].start) - 1
        if number < 0:
            return ""
        first = self._reading.sentences[number].first
        bodies = self._words.company_words | self._words.heads
        definite = self._small(first) in self._words.articles and self._small(first + 1) in bodies
        return self._possessor(first + 2) if definite else ""

    def _main(self, before: int) -> str:
        """The organisation that ``the company`` and ``its`` mean, else the one that the article is about."""
        main = self._cast.main_organisation(before)
        return main.name if main is not None else self._leading()

    def _affiliation(self, at: int, last: int) -> tuple[int, str]:
        """Where the words of a role end, and the organisation that is named after them."""
        here = at
        while here < last:
            small = self._small(here)
            if small in self._at_words or small in self._words.of_words:
                there = here + 1
                while there < last and self._small(there) in self._words.articles:
                    there += 1
                name = self._cast.name_at(there)
                if name is not None and (name.kind == "organisation" or self._is_organisation(there)):
                    return here, self._name_of(name)
                if name is not None and self._small(here - 1) in self._words.town_roles and name.last >= last:
                    return here, name.text
                if small in self._at_any:
                    return here, self._rest(there, last)
            here += 1
        return last, ""

    def _is_organisation(self, at: int) -> bool:
        member = self._cast.of_token.get(at)
        return member is not None and member.kind == "organisation"

    def _name_of(self, name: Name) -> str:
        member = self._cast.of_token.get(name.first)
        return member.name if member is not None else name.text

    def _rest(self, first: int, last: int) -> str:
        """An affiliation that is no known name, if its words have capitals."""
        if first >= last:
            return ""
        name = self._cast.name_at(first)
        if name is not None and name.kind in ("place", "adjective", "state"):
            return ""
        described = self._cast.name_at(last - 1)
        if described is not None and described.last == last and self._small(described.title - 1) in self._classes:
            return self._name_of(described)
        words = self._reading.words(first, last)
        return words if words[0].isupper() else ""

    def _institution(self, first: int, last: int) -> str:
        """An organisation that is named within a role: the White House of its chief of staff."""
        for at in range(first, last):
            member = self._cast.of_token.get(at)
            if member is not None and member.kind == "organisation":
                return member.name
        return ""

    def _last_organisation(self, before: int) -> str:
        """The organisation that ``its`` means: named in this sentence or the last, a subject before others."""
        here = self._reading.sentence_number(self._tokens[before].start)
        best: tuple[float, str] = (-1.0, "")
        for name in self._cast.names.all:
            if name.first >= before:
                break
            member = self._cast.of_token.get(name.first)
            distance = here - self._reading.sentence_number(self._tokens[name.first].start)
            if member is None or member.kind != "organisation" or distance > 1:
                continue
            subject = self._cast.is_subject(name) or self._small(name.last) == ","
            best = max(best, ((2.0 if subject else 0.0) + 1 - distance, member.name), key=lambda one: one[0])
        return best[1]

    def _small(self, at: int) -> str:
        return self._tokens[at].small if 0 <= at < len(self._tokens) else ""
