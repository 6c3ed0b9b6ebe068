"""Filters: the one place that says what may follow a ``|`` in a template.

A new filter of ours is a function here and a line in ``OWN``. Of Jinja's filters only those in ``FROM_JINJA`` are
taken: the others reach objects, or make text without bound. All run behind ``_guarded``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

from jinja2 import pass_context
from jinja2.exceptions import SecurityError, TemplateRuntimeError
from jinja2.filters import FILTERS as JINJA_FILTERS
from jinja2.runtime import Context, Undefined

from briefer.memo.inserts import Cited
from briefer.templates.context import Shape
from briefer.templates.rendering import MAX_ITEMS, MAX_TEXT, rendering_of, steps_through, too_large
from briefer.templates.values import Joined, Section, like
from briefer.templates.wording import conjunction, quoted, spoken_date
from briefer.text.escape import RESERVED, xml_safe

FROM_JINJA = (
    "abs capitalize count d default first float groupby int items join last length list lower map max min reject"
    " rejectattr reverse round select selectattr slice sort string sum title trim truncate unique upper wordcount"
).split()

_OF_TEXT = frozenset(
    "capital capitalize date lower oneline quotation sentence string title trim truncate upper wordcount".split()
)
"""Filters of words; a number counts as the words it is written in, and nothing as no words."""

_SPACES = re.compile(r"\s+")
_LEVELS = {"high": 0, "medium": 1, "low": 2}
_MISFITS = (TypeError, ValueError, LookupError, AttributeError, ArithmeticError, AssertionError, RecursionError)
"""What a filter raises on a value that it was not made for."""


@pass_context
def cite(context: Context, value: object, most: int = 0) -> Cited:
    """The notes of an entry (or of its id); with a number, the first so many of them."""
    ident = value["id"] if isinstance(value, dict) else value
    if not isinstance(ident, str) or most < 0:
        raise TypeError
    notes = rendering_of(context).notes.cite(ident)
    if notes is None and isinstance(value, dict):
        raise TypeError  # a source or a header field, which rests on no words
    notes = notes or ()
    return Cited(notes[:most] if most else notes, ident)


@pass_context
def date(context: Context, value: str) -> str:
    """An ISO date written out in the template's language; anything else as typed."""
    return like(value, spoken_date(value, rendering_of(context).language))


@pass_context
def quotation(context: Context, value: str) -> str:
    """The words between the quotation marks of the template's language."""
    return like(value, quoted(value, rendering_of(context).language))


def by_level(stakes: Iterable[Shape]) -> list[Shape]:
    """Stakes from high to low, those without a level last; otherwise in their order."""
    return sorted(stakes, key=lambda stake: _LEVELS.get(stake["level"], 3))


def dated(actions: Iterable[Shape]) -> list[Shape]:
    """The actions that have a date, in their order."""
    return [action for action in actions if action["date"]]


def by_date(actions: Iterable[Shape]) -> list[Shape]:
    """Actions by the days that their dates mean, those without one last; otherwise in their order."""
    return sorted(actions, key=lambda action: (not action["when"], action["when"]))


@pass_context
def names(context: Context, actors: Iterable[Shape]) -> str:
    """``A, B and C``: the names of actors in one line."""
    found = [actor["name"] for actor in actors if actor["name"]]
    parts = [part for name in found for part in (", ", name)][1:]
    if len(found) > 1:
        parts[-2] = conjunction(rendering_of(context).language)
    return Joined(parts)


def sentence(value: str) -> str:
    """The words as a sentence: a capital first, a full stop last unless there is an end mark."""
    text = value.strip()
    if not text:
        return ""
    ended = text.rstrip("”’\"'»)]")[-1:] in tuple(".!?…。")
    return like(value, capital(text) + ("" if ended else "."))


def capital(value: str) -> str:
    """The words with a capital first; the rest as typed."""
    return like(value, value[:1].upper() + value[1:])


def oneline(value: str) -> str:
    """The words on one line, for a cell or a heading."""
    if isinstance(value, Joined):
        return Joined(like(part, _SPACES.sub(" ", part)) for part in value.parts)
    return like(value, " ".join(value.split()))


@pass_context
def join(context: Context, values: Iterable[object], d: object = "", attribute: str | int | None = None) -> Joined:
    """The values in one line with ``d`` between them; each still knows its entry."""
    if attribute is not None:
        values = [context.environment.getitem(value, attribute) for value in values]
    parts: list[str] = []
    for value in values:
        parts += [_word(d), _word(value)] if parts else [_word(value)]
    if sum(map(len, parts)) > MAX_TEXT:
        raise too_large()
    rendering_of(context).spend(sum(map(steps_through, parts)))
    return Joined(part for part in parts if part)


def ticks(value: str, *choices: str) -> Section:
    """The section with a line of boxes to tick after each item of its list: one box for each of the choices."""
    if not isinstance(value, Section) or not choices or not all(isinstance(choice, str) for choice in choices):
        raise TypeError
    return Section(value, value.name, tuple(xml_safe(RESERVED.sub("", choice)) for choice in choices))


def total(values: Iterable[float]) -> float:
    """The sum of numbers."""
    return sum(values)


def rounded(value: float, precision: int = 0) -> float:
    """The number with so many digits after the point, at most 15."""
    return round(value, max(0, min(precision, 15)))


def _word(value: object) -> str:
    """A value that may be joined to others, as words."""
    if isinstance(value, Undefined):
        return str(value)  # raises
    if value is not None and not isinstance(value, str | int | float):
        raise TemplateRuntimeError(
            'only words and numbers can be joined\nname a field of each thing, as in join(", ", "name")'
        )
    return value if isinstance(value, str) else "" if value is None else str(value)


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
    "ticks": ticks,
}

_BOUNDED: dict[str, Callable[..., object]] = {"join": join, "sum": total, "round": rounded}
"""What takes the place of Jinja's filters that have no bound."""


def _guarded(name: str, function: Callable[..., Any]) -> Callable[..., object]:
    """The filter with its cost counted, its lists made in full, and a complaint in plain words.

    What a filter of words makes of the words of an entry still knows the entry.
    """

    @pass_context
    def filtered(context: Context, value: object, *args: object, **kwargs: object) -> object:
        if isinstance(value, Undefined) and name not in ("default", "d"):
            str(value)  # raises
        rendering_of(context).spend(1 + steps_through(value))
        given: object = value
        if name in _OF_TEXT and not isinstance(value, str):
            if value is not None and not isinstance(value, int | float):
                raise _unfit(name, value)
            given = "" if value is None else str(value)
        try:
            result = function(*_first(function, context), given, *args, **kwargs)
            result = list(islice(result, MAX_ITEMS + 1)) if isinstance(result, Iterator) else result
        except _MISFITS:
            raise _unfit(name, value) from None
        if isinstance(result, list) and len(result) > MAX_ITEMS:
            raise SecurityError(f"{name}: this would make too long a list\nmake it of fewer things")
        return like(value, result) if name in _OF_TEXT and type(result) is str else result

    return filtered


def _first(function: Callable[..., Any], context: Context) -> tuple[object, ...]:
    """What a filter asks to be called with before its value."""
    asked = getattr(function, "jinja_pass_arg", None)
    match asked.name if asked else "":
        case "context":
            return (context,)
        case "eval_context":
            return (context.eval_ctx,)
        case "environment":
            return (context.environment,)
    return ()


def _unfit(name: str, value: object) -> TemplateRuntimeError:
    kinds = {dict: "a group of fields", list: "a list", tuple: "a list", range: "a list", bool: "yes or no"}
    kinds |= {int: "a number", float: "a number", type(None): "nothing"}
    kind = "words" if isinstance(value, str) else kinds.get(type(value), "this")
    asked = (OWN[name].__doc__ or "").split("\n")[0].replace("``", "") if name in OWN else ""
    hint = (
        f"it gives: {asked[:1].lower()}{asked[1:].rstrip('.')}" if asked else "mind what stands before and after it"
    )
    return TemplateRuntimeError(f"{name} cannot be used like this on {kind}\n{hint}")


FILTERS: dict[str, Callable[..., object]] = {
    name: _guarded(name, function)
    for name, function in ({name: JINJA_FILTERS[name] for name in FROM_JINJA} | _BOUNDED | OWN).items()
}
