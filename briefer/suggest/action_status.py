"""How far an action has come, from the words of its verb group."""

from __future__ import annotations

from briefer.suggest.grammar.small_words import Grammar
from briefer.suggest.grammar.syntax import Clause
from briefer.suggest.reading import Reading
from briefer.suggest.shapes import ActionStatus


def status_of(clause: Clause, grammar: Grammar, reading: Reading) -> tuple[ActionStatus, str]:
    """The status of what a clause tells, and the reason in a few words."""
    group = clause.group
    said = reading.words(group.first, group.last)
    if group.head >= group.last:
        said += f" … {reading.tokens[group.head].text}"
    status = _status(clause, grammar, reading)
    if status == "unknown":
        return status, f"“{said}” is told as hearsay" if group.hearsay else f"“{said}” leaves open whether it is so"
    return status, f"“{said}” tells that it is {status}"


def _status(clause: Clause, grammar: Grammar, reading: Reading) -> ActionStatus:
    group, verbs = clause.group, grammar.verbs
    if group.hearsay or group.tense == "perhaps" or group.handed == "unknown":
        return "unknown"
    if verbs.is_a(group.meaning, "refusing") or group.negated:
        return "denied"
    if group.handed == "done":
        return "done"
    if group.handed or group.tense in ("future", "duty"):
        return "planned"
    if verbs.is_a(group.meaning, "halting") and group.tense in ("past", "perfect", "present"):
        return "halted"
    if verbs.is_a(group.meaning, "announcing"):
        return "announced"
    if verbs.is_a(group.meaning, "planning"):
        return "planned"
    follows = reading.tokens[group.last].small if group.last < clause.last else ""
    if verbs.is_a(group.meaning, "deciding") and follows == grammar.infinitive:
        return "planned"
    if verbs.is_a(group.meaning, "beginning") or group.tense in ("progressive", "past progressive"):
        return "under way"
    if group.tense == "present":
        return "under way"
    return "done"
