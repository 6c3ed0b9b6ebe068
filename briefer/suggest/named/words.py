"""The word lists that names and speakers are told by, each under the name that the rules use."""

from __future__ import annotations

from functools import cached_property
from typing import Literal, TypeAlias

from briefer.suggest.language import Language

NameKind: TypeAlias = Literal["person", "organisation", "state", "group", "place", "adjective", "thing", "unknown"]


class Words:
    """The lists of a language, looked up once an article."""

    def __init__(self, language: Language) -> None:
        self.language = language
        words = language.words
        self.articles = words("common.articles")
        self.determiners = words("common.determiners")
        self.starters = words("common.starters")
        self.be = words("common.be")
        self.prepositions = words("common.prepositions")
        self.compass = words("common.compass")
        self.joined_by_and = words("common.joined by and")
        self.of_words = words("names.of")
        self.and_words = words("names.and")
        self.or_words = words("names.or")
        self.name_particles = words("people.particles")
        self.ties = self.of_words | self.and_words | self.name_particles | self.articles | {"&"}
        self.adverb_endings = tuple(words("names.adverb endings"))
        self.titles = words("people.titles")
        self.strong_titles = words("people.strong titles")
        self.honours = words("people.honours")
        self.roles = words("people.roles")
        self._role_endings = tuple(sorted(words("people.role endings")))
        self.heads = words("organisations.heads")
        self.of_heads = words("organisations.of heads")
        self._head_endings = tuple(sorted(words("organisations.head endings")))
        self.nouns_have_capitals = bool(words("names.nouns have capitals"))
        self._genitive = "".join(words("names.genitive"))
        self.known_by_a_name = words("names.known by a name")
        self.no_actors = words("organisations.no actors")
        self.thing_heads = words("organisations.thing heads")
        self.stop = words("organisations.stop")
        self.calendar = words("names.calendar")
        self.speech = words("speech.verbs")
        self.only_speech = self.speech - words("speech.nouns too")
        self.pronouns = words("names.pronouns")
        self.governments = words("organisations.governments")
        self.government = words("organisations.government")
        self.company_words = words("organisations.company words")
        self.place_words = words("organisations.place words")
        self.laws = words("organisations.laws")
        self.governed_places = words("organisations.governed places")
        self.of_a_person = words("people.of a person")
        self.parts_of_land = words("organisations.parts of land")
        self.kinds_of_house = (
            (self.company_words | words("organisations.classes")) - self.heads - self.place_words
        ) - words("organisations.of heads")
        self.house_heads = (self.company_words | self.heads) - self.parts_of_land
        self.joining = words("organisations.joining")
        self.lying = words("organisations.lying")
        self.sides_of_a_place = words("organisations.sides of a place")
        self.seats = words("organisations.seats")
        self.townspeople = words("nations.townspeople")
        self.singular_endings = tuple(words("names.singular endings"))
        self.plural_be = words("names.plural be")
        self.born = words("people.born")
        self.to_somebody = words("people.to somebody")
        self.to_somebody_by = words("people.to")
        self.own = words("people.own")
        self.of_a_team = words("people.of a team")
        self.kinds_of_vote = words("organisations.kinds of vote")
        self.boards = words("organisations.boards")
        self.houses_too = words("people.houses too")
        self.notably = words("organisations.notably")
        self.events = words("organisations.events")
        self.foreign_heads = words("organisations.foreign heads")
        self.foreign_ties = words("organisations.foreign ties")
        self.led_to = words("organisations.led to")
        self.of_a_house = words("organisations.of a house")
        self.beside_a_house = words("organisations.beside a house")
        self.brand_leads = words("organisations.brand leads")
        self.legal_forms = words("organisations.legal forms")
        self.its = words("organisations.its")
        self.his_or_her = words("names.his or her")
        self.market_moves = words("organisations.market moves")
        self.by_so_much = words("organisations.by so much")
        self.per_cent = words("organisations.per cent")
        self.house_verbs = words("organisations.house verbs")
        self.town_roles = words("people.of a town")
        self.place_prepositions = words("organisations.place prepositions")
        self.who = words("names.who")
        self.whose = words("names.whose")
        self.compound_endings = tuple(words("names.compound endings"))
        self.members = words("organisations.members")
        self.presiding = words("people.presiding")
        self.after_names = words("organisations.after names")
        self.ties_within = self.of_words | words("names.within")
        self.credits = words("speech.credits")
        self.campus = words("organisations.campus")
        self.classes = words("organisations.classes")
        self.naming = words("organisations.naming")
        self.venues = words("organisations.venues")
        self.things = words("names.which")
        self.streets = words("organisations.streets")
        self.relatives = words("names.who") | words("grammar.relatives")
        self.surname_prefixes = tuple(sorted(language.names("names.surname prefixes")))
        self.possessive_names = words("names.possessive names")
        self.turns = frozenset(language.table("speech.transcript"))
        self.at_words = words("names.at")
        self.he_or_she = words("speech.pronouns he") | words("speech.pronouns she")
        self.parties = words("people.parties")
        self.acts = words("people.acts")
        self.group_adjectives = words("people.group adjectives")
        self.plural_endings = tuple(words("names.plural endings"))
        self.state_endings = tuple(words("nations.state endings"))
        self.people_endings = tuple(words("nations.people endings"))
        self.persons = words("names.persons")
        self.male_titles = words("people.male titles")
        self.female_titles = words("people.female titles")
        self.male_roles = words("people.male roles")
        self.female_roles = words("people.female roles")

    @cached_property
    def first_names(self) -> dict[str, str]:
        """Known first names, as written, with ``male``, ``female`` or ``either``."""
        return {
            name: gender
            for gender in ("male", "female", "either")
            for name in self.language.names(f"first_names.{gender}")
        }

    @cached_property
    def first_names_small(self) -> frozenset[str]:
        """Known first names in small letters."""
        return frozenset(name.lower() for name in self.first_names)

    def is_first_name(self, word: str) -> bool:
        """Whether a word is a known first name, one of two with a hyphen included."""
        return word in self.first_names or ("-" in word and word.partition("-")[0] in self.first_names)

    @staticmethod
    def is_initial(word: str) -> bool:
        """Whether a word is an initial or initials, as ``J.`` and ``G.K.`` are."""
        return word.endswith(".") and word.replace(".", "").isupper() and len(word) <= 4

    @staticmethod
    def has_hump(word: str) -> bool:
        """Whether a word has capitals and small letters after its first, as ``OpenAI`` has."""
        rest = word[1:]
        return any(map(str.isupper, rest)) and any(map(str.islower, rest)) and word.isalpha()

    def calls(self, small: str) -> bool:
        """Whether a word in small letters tells what somebody is: a title or a role."""
        return small in self.titles or small in self.roles

    def is_compound_head(self, small: str) -> bool:
        """Whether a word in small letters is a kind of body and tells which: ``verkehrsministerium``."""
        return small not in self._head_endings and small.endswith(self._head_endings)

    def leads_a_body(self, small: str) -> bool:
        """Whether a name that begins with a word is that of a body: ``gewerkschaft``, ``baufirma``."""
        return small.endswith(self._head_endings)

    def without_genitive(self, name: str) -> str:
        """A name without the ending of its genitive, where that is no token of its own; empty if it has none."""
        return name.removesuffix(self._genitive) if self._genitive and name.endswith(self._genitive) else ""

    def is_role(self, small: str) -> bool:
        """Whether a word in small letters is the head of what somebody is; a learned profession by its ending."""
        return small in self.roles or small.endswith(self._role_endings)

    @cached_property
    def states(self) -> dict[str, str]:
        """Names and other names of states, as written, with the code of each."""
        table = {name: code for code, name in self.language.table("states.names").items()}
        table |= {name: code for code, name in self.language.table("nations.display").items()}
        return table | dict(self.language.table("nations.names"))

    @cached_property
    def state_names(self) -> dict[str, str]:
        """What a state is called here, by its code."""
        return dict(self.language.table("states.names")) | dict(self.language.table("nations.display"))

    @cached_property
    def capitals(self) -> dict[str, str]:
        """Capitals, with the code of the state."""
        return dict(self.language.table("nations.capitals"))

    @cached_property
    def adjectives(self) -> dict[str, str]:
        """Adjectives and peoples of states, with the code of each."""
        return dict(self.language.table("nations.adjectives"))

    @cached_property
    def metonyms(self) -> dict[str, str]:
        """Houses and cities that stand for who governs there, with the name of that actor."""
        return dict(self.language.table("nations.metonyms"))

    @cached_property
    def executives(self) -> dict[str, str]:
        """The body that acts for another, by that one's name."""
        return dict(self.language.table("nations.executives"))

    @cached_property
    def places(self) -> frozenset[str]:
        """Places that are no actors."""
        return self.language.names("nations.places")

    @cached_property
    def lands(self) -> frozenset[str]:
        """Places that have a government of their own within a state."""
        return self.language.names("nations.lands")

    @cached_property
    def media(self) -> frozenset[str]:
        """Outlets and services that relay what others say."""
        return self.language.names("organisations.media")

    @cached_property
    def known(self) -> dict[str, NameKind]:
        """What a name is known to be, as written."""
        table: dict[str, NameKind] = dict.fromkeys(self.places, "place")
        table |= dict.fromkeys(self.adjectives, "adjective")
        table |= dict.fromkeys(self.states, "state")
        table |= dict.fromkeys(self.capitals, "state")
        table |= dict.fromkeys(self.media, "organisation")
        table |= dict.fromkeys(self.metonyms, "organisation")
        for name, kind in self.language.table("organisations.known").items():
            table[name] = "group" if kind == "group" else "organisation" if kind == "organisation" else "thing"
        return table

    def kind_of(self, name: str) -> NameKind | None:
        """What a name is known to be; None if the lists do not have it."""
        return self.known.get(name) or self.known.get(name.replace("'", "’"))

    def is_gazetteer(self, word: str) -> bool:
        """Whether a word by itself is in a list of names."""
        return word in self.first_names or word in self.known
