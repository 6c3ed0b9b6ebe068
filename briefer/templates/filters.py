"""Filters: the one place that says what may follow a ``|`` in a template.

A new filter of ours is a function here and a line in ``OWN``. Of Jinja's filters only those in ``FROM_JINJA`` are
taken: the others reach objects, or make text without bound.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from jinja2 import pass_context, pass_environment
from jinja2.filters import FILTERS as JINJA_FILTERS
from jinja2.runtime import Context

from briefer.memo.inserts import Cited
from briefer.templates.context import Shape
from briefer.templates.values import Text, like
from briefer.templates.wording import quoted, spoken_date

FROM_JINJA = (
    "abs capitalize count d default first float groupby int items join last length list lower map max min reject"
    " rejectattr reverse round select selectattr slice sort string sum title trim truncate unique upper wordcount"
).split()

_KEEP_ORIGIN = ("capitalize", "lower", "string", "title", "trim", "truncate", "upper")
_LEVELS = {"high": 0, "medium": 1, "low": 2}


@pass_context
def cite(context: Context, value: object, most: int = 0) -> Cited:
    """The notes of an entry (or of its id); with a number, the first so many of them."""
    ident = value.get("id", "") if isinstance(value, dict) else str(value)
    notes = context["_render"].notes.cite(ident) or ()
    return Cited(notes[:most] if most else notes, ident)


@pass_context
def date(context: Context, value: str) -> str:
    """An ISO date written out in the template's language; anything else as typed."""
    return like(value, spoken_date(str(value), context["_render"].language))


@pass_context
def quotation(context: Context, value: str) -> str:
    """The words between the quotation marks of the template's language."""
    return like(value, quoted(str(value), context["_render"].language))


def by_level(stakes: Iterable[Shape]) -> list[Shape]:
    """Stakes from high to low, those without a level last; otherwise in their order."""
    return sorted(stakes, key=lambda stake: _LEVELS.get(stake["level"], 3))


def dated(actions: Iterable[Shape]) -> list[Shape]:
    """The actions that have a date, in their order."""
    return [action for action in actions if action["date"]]


def by_date(actions: Iterable[Shape]) -> list[Shape]:
    """Actions by their ISO dates, those without one last; otherwise in their order."""
    return sorted(actions, key=lambda action: (not action["when"], action["when"]))


def names(actors: Iterable[Shape]) -> str:
    """``A, B and C``: the names of actors in one line."""
    found = [str(actor["name"]) for actor in actors]
    return found[0] if len(found) == 1 else " and ".join(filter(None, [", ".join(found[:-1]), *found[-1:]]))


def sentence(value: str) -> str:
    """The words as a sentence: a capital first, a full stop last unless there is an end mark."""
    text = str(value).strip()
    if not text:
        return ""
    return like(value, capital(text) + ("" if text[-1] in ".!?…”" else "."))


def capital(value: str) -> str:
    """The words with a capital first; the rest as typed."""
    return like(value, value[:1].upper() + value[1:])


def oneline(value: str) -> str:
    """The words on one line, for a cell or a heading."""
    return like(value, " ".join(str(value).split()))


OWN: dict[str, Callable[..., object]] = {
    "cite": cite,
    "date": date,
    "quotation": quotation,
    "by_date": by_date,
    "capital": capital,
    "by_level": by_level,
    "dated": dated,
    "names": names,
    "sentence": sentence,
    "oneline": oneline,
}


def _keeping_origin(function: Callable[..., Any]) -> Callable[..., Any]:
    """A filter from text to text whose result knows the same entry."""

    @pass_environment
    def kept(environment: object, value: object, *args: object, **kwargs: object) -> object:
        first = (environment,) if getattr(function, "jinja_pass_arg", None) else ()
        result = function(*first, value, *args, **kwargs)
        return like(value, result) if isinstance(value, Text) and isinstance(result, str) else result

    return kept


FILTERS: dict[str, Callable[..., Any]] = {
    name: _keeping_origin(JINJA_FILTERS[name]) if name in _KEEP_ORIGIN else JINJA_FILTERS[name] for name in FROM_JINJA
} | OWN
