"""Actors: persons, organisations, states and groups that act or are acted on, each once, the weightiest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from briefer.suggest.actor_signals import ActorSignals, Candidate
from briefer.suggest.named.cast import Cast, Member
from briefer.suggest.named.crowds import Unnamed
from briefer.suggest.named.groups import Groups
from briefer.suggest.named.names import Name
from briefer.suggest.named.roles import Role, Roles
from briefer.suggest.named.strangers import Strangers
from briefer.suggest.shapes import Actor, ActorKind, Quote

_FEW_SENTENCES = 3
"""A text of so few sentences shows no weights: all that it names is told."""
_MOST = 20
_TOKENS_EACH = 55
"""An article has about ten actors. A long one has more, one for so many tokens."""
_SHOWN = 3
"""So many mentions show what a body is."""
_MOST_MENTIONS = 6
_ACTS = 0.8
_ASIDE = 0.3
_NAMED = 0.5
_DONE_TO = 0.4
"""What speaks for those without names where they do something, where only a clause within another says so, and where
a body or a group is only told of."""
_UNNAMED = 0.4
"""Where room is short, those with names come first by so much."""
_PASSING = 0.25
"""What a mention counts that names a place or only describes."""


def actors(cast: Cast, quotes: Sequence[Quote]) -> tuple[Actor, ...]:
    """The actors of an article by weight: how often they are named, and whether they speak, act and come early."""
    return _Actors(cast, quotes).found()


class _Actors:
    def __init__(self, cast: Cast, quotes: Sequence[Quote]) -> None:
        self._cast = cast
        self._reading = cast.reading
        self._tokens = cast.reading.tokens
        self._words = cast.words
        self._roles = Roles(cast)
        quoted = frozenset(at for quote in quotes for part in quote.parts for at in cast.reading.within(*part))
        self._groups = Groups(cast, quoted)
        self._strangers = Strangers(cast, quoted)
        self._spoke = {quote.speaker: quote.why for quote in quotes if quote.speaker}
        self._quotes = quotes
        self._short = len(cast.reading.sentences) <= _FEW_SENTENCES
        relaying = cast.reading.language.words
        self._first_person = relaying("speech.first person")
        self._reporting = relaying("speech.reporting")
        self._media_heads = relaying("organisations.media heads")
        self._things_of_a_body = relaying("organisations.things of a body")
        self._outlets = relaying("organisations.outlets")
        self._to_outlet = relaying("speech.to an outlet")
        self._indefinite = self._words.articles - relaying("grammar.definite")
        self._no_nouns = (
            self._words.prepositions
            | self._words.relatives
            | self._words.and_words
            | self._words.governments
            | self._words.government
            | relaying("grammar.coordinators")
            | relaying("grammar.subordinators")
            | relaying("organisations.state words")
            | self._words.acts
        )

    def found(self) -> tuple[Actor, ...]:
        governments = list(self._groups.governments())
        taken = {at for government in governments for at in range(government.first, government.last)}
        self._note_bodies()
        members = [self._of_member(member, taken) for member in self._cast.members]
        candidates = [candidate for candidate in members if candidate is not None]
        candidates += self._unnamed([*governments, *self._groups.bodies()], "organisation")
        candidates += self._unnamed(list(self._strangers.found()), "person")
        candidates += self._people()
        signals = ActorSignals(self._cast, candidates)
        kept = [one for one in candidates if self._short or one.spoke or (one.in_sight and signals.odds(one) >= 0)]
        kept.sort(key=lambda candidate: (-candidate.weight + _UNNAMED * candidate.unnamed, candidate.spans[0]))
        most = len(kept) if self._short else max(_MOST, len(self._tokens) // _TOKENS_EACH)
        told = [candidate for number, candidate in enumerate(kept) if number < most or candidate.spoke]
        return tuple(map(self._actor, told))

    # Those with names.

    def _of_member(self, member: Member, taken: set[int]) -> Candidate | None:
        mentions = [name for name in member.mentions if name.first not in taken]
        kind = self._kind(member)
        if kind is None or not (mentions or member.mentions) or (member.kind == "unknown" and not mentions):
            return None
        if kind == "organisation" and self._only_relays(member):
            return None
        spans = [self._reading.span(name.first, name.last) for name in mentions or member.mentions]
        candidate = Candidate(member.name, kind, spans, Counter(member.named))
        candidate.after = self._before((mentions or member.mentions)[0])
        if kind == "person":
            candidate.role = self._role(member)
        elif kind == "organisation":
            candidate.role = Role("", self._state_of(member))
            candidate.describes = sum(map(self._describes, member.mentions)) / len(member.mentions)
            candidate.told_what = any(map(self._cast.looks_an_organisation, member.mentions[:_SHOWN]))
        verbs = [self._cast.verb_of(name) for name in mentions if self._cast.is_subject(name)]
        candidate.verb = next((verb for verb in verbs if verb not in self._words.be), verbs[0] if verbs else "")
        if not candidate.verb:
            before = (self._tokens[name.title - 1].small for name in mentions if name.title)
            candidate.verb = next((word for word in before if word in self._words.only_speech), "")
        acting = self._acting(mentions, kind)
        candidate.weight = min(acting, _MOST_MENTIONS) + self._bonus(candidate, member, kind)
        return candidate

    def _note_bodies(self) -> None:
        """States that only their army or government names: “Polish soldiers”."""
        for token, (first, last) in self._groups.state_bodies():
            name = self._cast.name_at(token)
            if name is not None:
                self._cast.note_state(name, first, last)

    def _kind(self, member: Member) -> ActorKind | None:
        match member.kind:
            case "person" | "organisation" | "state" | "group":
                return member.kind
            case "unknown":
                return self._kind_of_unknown(member)
        return None

    def _kind_of_unknown(self, member: Member) -> ActorKind | None:
        """What a single word is that no list has: by what stands beside any of its mentions."""
        names = member.mentions
        if any(self._cast.looks_an_organisation(name) for name in names):
            return "organisation"
        if member.name in self._speak_of_themselves:
            return "person"
        if any(self._cast.looks_a_person(name) or self._cast.shows_a_person(name) for name in names):
            return "person"
        if self._short and all(map(self._cast.only_describes, names)):
            return None
        if (self._short or len(names) > 1) and any(map(self._cast.is_a_people, names)):
            return "group"
        if self._short and any(map(self._cast.belongs_to_somebody, names)):
            return "organisation"
        subjects = [name for name in names if self._cast.is_subject(name)]
        if subjects and (len(names) > 1 or any(map(self._cast.has_article, subjects))):
            return "organisation"
        if not self._short or all(map(self._cast.is_part_of_a_title, names)):
            return None
        return "person"

    @cached_property
    def _speak_of_themselves(self) -> frozenset[str]:
        """Who says “I” in the words quoted."""
        return frozenset(
            quote.speaker
            for quote in self._quotes
            for part in quote.parts
            for at in self._reading.within(*part)
            if self._tokens[at].small.partition("'")[0] in self._first_person
        )

    def _only_relays(self, member: Member) -> bool:
        """Whether an outlet is named only for what it reports."""
        if self._short:
            return False
        last = member.name.split()[-1].lower()
        first = member.name.split()[0]  # “BBC Newsnight”, but not “Time Warner”
        outlet = (
            member.name in self._words.media
            or member.name.title() in self._words.media
            or (first.isupper() and first in self._words.media)
            or member.name.split()[-1] in self._words.media
        )
        called = all(self._tokens[name.title - 1].small in self._outlets for name in member.mentions)
        if not outlet and not called and last not in self._media_heads:
            return False
        return not any(self._does_more(name) for name in member.mentions)

    def _does_more(self, name: Name) -> bool:
        before = self._tokens[name.title - 1].small if name.title else ""
        if (before in self._words.articles or before in self._outlets) and name.title > 1:
            before = self._tokens[name.title - 2].small
        if before in self._to_outlet:
            return False
        verb = self._cast.verb_follows(name)
        return bool(verb) and verb not in self._reporting and verb not in self._words.be

    def _acting(self, mentions: Sequence[Name], kind: ActorKind) -> float:
        """How many mentions count: a state where it is only a place, and others in passing, count little."""
        if kind == "organisation":
            return sum(_PASSING if self._in_passing(name) else 1.0 for name in mentions)
        if kind != "state":
            return float(len(mentions))
        return sum(self._share(name) for name in mentions)

    def _in_passing(self, name: Name) -> bool:
        """Whether a name only tells of what kind something is, “an NHS trust”, or is that of a house on the way."""
        before = self._tokens[name.title - 1].small if name.title else ""
        if before in self._indefinite and name.text.isupper() and self._describes(name):
            return True
        if self._describes(name) and self._tokens[name.last].small in self._things_of_a_body:
            return True
        return self._tokens[name.last - 1].small in self._words.venues and not self._cast.is_subject(name)

    def _before(self, name: Name) -> str:
        """The word before a name and its article."""
        before = name.first - 1
        before -= before > 0 and self._tokens[before].small in self._words.articles
        return self._tokens[before].small if before >= 0 else ""

    def _describes(self, name: Name) -> bool:
        """Whether a noun in small letters follows that a name goes with: “the US fund”."""
        if name.last >= len(self._tokens):
            return False
        if self._tokens[name.last].small in self._words.and_words:  # “its US and Canada operations”
            joined = self._cast.name_from(name.last + 1)
            return joined is not None and joined.kind == name.kind and self._describes(joined)
        after = self._tokens[name.last]
        small = after.small
        return (
            after.text.isalpha()
            and after.text.islower()
            and not self._cast.verb_follows(name)
            and small not in self._no_nouns
            and not self._cast.grammar.is_adverb(small)
        )

    def _share(self, name: Name) -> float:
        if name.last < len(self._tokens) and self._tokens[name.last].small in self._words.of_a_team:
            return 1.0
        if self._cast.is_place(name) or self._describes(name):
            return _PASSING
        return 0.5 if name.title and self._tokens[name.title - 1].small in self._words.of_words else 1.0

    def _bonus(self, candidate: Candidate, member: Member, kind: ActorKind) -> float:
        bonus = 0.0
        if member.name in self._spoke:
            candidate.spoke = self._spoke[member.name]
            bonus += 3
        if candidate.verb:
            bonus += 1
        if candidate.role.role:
            bonus += 1
        early = self._reading.paragraph_of(candidate.spans[0][0]) <= 1
        if early:
            bonus += 0.5
        if kind == "person":
            bonus += 0.6 if self._sure_person(member) else 0.0
        elif kind == "state":
            bonus += 0.5 if candidate.verb or early or len(candidate.spans) > 1 else 0.0  # else it is only mentioned
        elif kind == "organisation" and member.kind == "organisation":
            bonus += 0.5
        return bonus

    def _sure_person(self, member: Member) -> bool:
        return any(
            name.titled or self._words.is_first_name(self._tokens[name.first].text) or self._cast.looks_a_person(name)
            for name in member.mentions
        )

    def _role(self, member: Member) -> Role:
        roles = [role for name in member.mentions if any(role := self._roles.of(name))]
        if not roles:
            return Role()
        return max(roles[:3], key=lambda role: (bool(role.role), bool(role.affiliation), len(role.role)))

    def _state_of(self, member: Member) -> str:
        """The state that an organisation belongs to: “China’s Ministry of State Security”."""
        for name in member.mentions:
            if name.first > 1 and self._tokens[name.first - 1].possessive:
                owner = self._cast.of_token.get(name.first - 2)
                if owner is not None and owner.kind == "state":
                    return owner.name
        return ""

    # Those without.

    def _unnamed(self, mentions: Sequence[Unnamed], kind: ActorKind) -> list[Candidate]:
        found: dict[str, Candidate] = {}
        for mention in mentions:
            span = self._reading.span(mention.first, mention.last)
            candidate = found.setdefault(
                mention.name.lower(), Candidate(mention.name, kind, [], unnamed=kind != "organisation")
            )
            candidate.spans.append(span)
            candidate.aliases[self._reading.words(mention.first, mention.last)] += 1
            passive = _DONE_TO if kind == "group" else _NAMED
            candidate.weight += 1 + (_ASIDE if mention.aside else _ACTS if mention.acts else passive)
            if not candidate.verb or candidate.verb in self._words.be:
                candidate.verb = mention.verb or candidate.verb
        return list(found.values())

    def _people(self) -> list[Candidate]:
        """Groups; one that is named again by its head alone is the same."""
        candidates = self._unnamed(list(self._groups.people()), "group")
        for candidate in candidates:
            if any(candidate.name.lower() in speaker.lower() for speaker in self._spoke):
                candidate.weight += 2
                candidate.spoke = "quoted"
        heads: dict[str, Candidate] = {}
        kept: list[Candidate] = []
        for candidate in candidates:
            words = set(candidate.name.lower().split())
            longer = heads.get(head := candidate.name.lower().split()[-1])
            same = words if longer is None else set(longer.name.lower().split())
            if longer is not None and (words <= same or same <= words):
                longer.spans += candidate.spans
                longer.weight += candidate.weight
                longer.aliases += candidate.aliases
                continue
            heads[head] = candidate
            kept.append(candidate)
        return kept

    # The list.

    def _actor(self, candidate: Candidate) -> Actor:
        aliases = [alias for alias, _ in candidate.aliases.most_common() if alias.lower() != candidate.name.lower()]
        spans = sorted(candidate.spans)
        return Actor(
            candidate.name,
            candidate.kind,
            candidate.role.role,
            candidate.role.affiliation,
            tuple(aliases),
            *spans[0],
            tuple(spans),
            self._why(candidate),
        )

    def _why(self, candidate: Candidate) -> str:
        reasons = []
        if candidate.spoke:
            reasons.append("is quoted")
        if candidate.verb and candidate.verb not in self._words.be:
            reasons.append(f"subject of “{candidate.verb}”")
        if len(candidate.spans) > 1:
            reasons.append(f"named {len(candidate.spans)} times")
        if candidate.role.role:
            reasons.append(f"“{candidate.role.role}”")
        return "; ".join(reasons) or f"named as {_ARTICLED[candidate.kind]}"


_ARTICLED = {
    "person": "a person",
    "organisation": "an organisation",
    "state": "a state",
    "group": "a group",
    "other": "an actor",
}
