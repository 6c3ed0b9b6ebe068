"""What is said of tags that cannot be read, in plain words."""

from __future__ import annotations

import re

from briefer.errors import printable
from briefer.templates.filters import FILTERS
from briefer.templates.problems import Problem, did_you_mean
from briefer.templates.sandbox import sandbox
from briefer.templates.tags import CLOSING, Tag

TAGS = "for endfor if elif else endif set endset block endblock macro endmacro with endwith raw endraw".split()
_CHECK_TAG = "check its braces, quotes and commas"
_SHOWN = 60


def unclosed(tag: Tag, line: int) -> Problem:
    """A tag that ends otherwise than it begins, or not at all."""
    message = (
        f"a tag opens with {tag.mark} and closes with {tag.closed}" if tag.closed else f"a {tag.mark} is never closed"
    )
    return Problem(line, message, f"close it with {CLOSING[tag.mark]}")


def unknown_helper(line: int, kind: str, name: str) -> Problem:
    """A filter or test that there is not; ``kind`` is the one or the other."""
    known = FILTERS if kind == "filter" else sandbox().tests
    return Problem(line, f"{name}: there is no such {kind}", did_you_mean(name, known))


def unknown_tag(line: int, name: str) -> Problem:
    """A ``{% %}`` whose first word is none that there is."""
    return Problem(line, f"{{% {name} %}}: there is no such tag here", did_you_mean(name, TAGS))


def nameless(line: int) -> Problem:
    """A ``{% %}`` without a word at its beginning."""
    return Problem(line, "the tag is empty", "begin it with a word such as for or if")


def too_early(line: int, name: str, due: str, opened: int) -> Problem:
    """An end, or an ``else``, before the tag in between was closed that was opened on a line."""
    message = f"{{% {name} %}} stands where {{% end{due} %}} is due"
    return Problem(line, message, f"close the {{% {due} %}} of line {opened} first")


def closes_nothing(line: int, name: str) -> Problem:
    """An end, or an ``else``, without a beginning."""
    opener = "if" if name.startswith("el") else name.removeprefix("end")
    return Problem(line, f"{{% {name} %}} closes nothing", f"take it away, or open it with {{% {opener} ... %}}")


def never_closed(line: int, name: str) -> Problem:
    """A beginning without an end."""
    return Problem(line, f"{{% {name} %}} is never closed", f"add {{% end{name} %}}")


def unreadable(line: int, said: str, tag: str) -> Problem:
    """A tag that Jinja complains of with the words ``said``; an empty ``tag`` stands for one of several."""
    if re.fullmatch(r"\{[{%][-+]?\s*[-+]?[}%]\}", tag):
        return Problem(line, "the tag is empty", "name a field in it, such as {{ header.to }}")
    wrong = re.search(r"(?:got|unexpected(?: char)?) (['\"])(.+?)\1(?: at \d+)?$", said.rstrip("."))
    odd = printable(wrong[2]) if wrong else ""
    hint = _HINTS.get(odd, _CHECK_TAG)
    if odd.startswith("end of"):
        odd, hint = "", "something is missing at its end"
    shown = f"the tag {_short(tag)}" if tag else "the tag"
    return Problem(line, f"{shown} cannot be read" + (f": {odd} is out of place" if odd else ""), hint)


def too_deep(line: int) -> Problem:
    """Tags, brackets or operators within each other beyond the bounds."""
    return Problem(line, "tags or brackets stand too deep in each other", "take some of them apart")


def _short(tag: str) -> str:
    text = printable(" ".join(tag.split()))
    return text if len(text) <= _SHOWN else text[: _SHOWN - 4] + "… " + text[-2:]


_HINTS = {
    "=": "to compare, write ==",
    "&": "write: and",
    "||": "write: or",
    "!": "write: not",
    **dict.fromkeys("“”„‘’‚«»", "use straight quotes: ' or \""),
    **dict.fromkeys("'\"", "close the quotation with the mark that opens it"),
}
