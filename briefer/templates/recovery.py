"""All that is wrong with the tags of a body, and the body as it can be read on.

Where Jinja would stop at the first fault, each tag is read by itself: one that is not closed is closed, a misspelt
one takes the name it was meant to have, one that cannot be read gives way to an empty one, and what is open at the
end is closed. Lines stay as they are, so that names can still be checked, each on its line.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from jinja2 import TemplateSyntaxError, nodes
from msgspec.structs import replace

from briefer.templates import complaints
from briefer.templates.closing import Close, closing
from briefer.templates.complaints import TAGS
from briefer.templates.problems import Fix, Problem, nearest
from briefer.templates.sandbox import sandbox
from briefer.templates.tags import CLOSING, Tag, tags

_FOREIGN = "include import from extends call endcall filter endfilter autoescape endautoescape".split()
"""What Jinja reads and a memo cannot have: said elsewhere, once the body can be read."""
_OPENERS = "for if block macro with set call filter autoescape".split()
_OPEN_WITH = {"for": "for x in y", "if": "if x", "block": "block x", "macro": "macro x()", "with": "with x = 1",
              "set": "set x", "call": "call x()", "filter": "filter upper",
              "autoescape": "autoescape true"}  # fmt: skip
_INSTEAD = {"for": "for x in []", "if": "if 1", "elif": "elif 1", "with": "with x = 1", "macro": "macro x()",
            "block": "if 1", "set": "set x"}  # fmt: skip
"""What is read instead of one that cannot be."""
_VALUE = re.compile(r"\{\{[-+]?\s*[^\W\d]\w*(?:\.\w+|\[\w+\])*(?:\s*\|\s*[^\W\d]\w*(?:\([^(){}]*\))?)*")
"""What surely belongs to a tag that is never closed: a name with its fields and filters."""
_MOST_OPEN = 40
"""Tags that are open at the end for which places to close them are looked for."""
_WORD = re.compile(r"[^\W\d]\w*")


class Mended(NamedTuple):
    """A body that Jinja can read on, what was wrong with it, and names that unreadable tags may have made.

    Fixes count in the body as it came.
    """

    body: str
    problems: list[Problem]
    names: frozenset[str]


class _Opened(NamedTuple):
    name: str
    tag: Tag
    line: int
    has_else: bool = False


def mended(body: str, line: int, blank: str = "") -> Mended:
    """What is wrong with the tags of a body whose lines count from ``line``.

    In the mended one ``blank`` stands for each tag past reading.
    """
    mender = _Mender(body, line, blank)
    for tag in tags(body):
        mender.take(tag)
    mender.close_the_rest()
    found = sorted(dict.fromkeys(mender.problems), key=lambda problem: problem.line)
    return Mended(mender.text(), found, frozenset(mender.names))


def closed_tags(text: str) -> tuple[str, tuple[Problem, ...]]:
    """A text of one line with each tag closed as it begins, and what was wrong with those that were not."""
    mender = _Mender(text, 1)
    for tag in tags(text):
        if not tag.whole:
            mender.closed(tag)
    return mender.text(), tuple(replace(problem, fix=None) for problem in mender.problems)


class _Mender:
    """Takes one tag after the other."""

    def __init__(self, body: str, line: int, blank: str = "") -> None:
        self.body = body
        self.blank = blank
        self.first = line
        self.ends = [found.start() for found in re.finditer("\n", body)]
        self.problems: list[Problem] = []
        self.names: set[str] = set()
        self.opened: list[_Opened] = []
        self.blocks: list[tuple[int, int]] = []  # from where to where those reach that are closed
        self.edits: dict[tuple[int, int], str] = {}

    def line(self, at: int) -> int:
        return self.first + bisect_right(self.ends, at - 1)

    def text(self) -> str:
        """The body with all edits."""
        pieces, at = [], 0
        for (start, end), words in sorted(self.edits.items()):
            pieces += [self.body[at:start], words]
            at = end
        return "".join([*pieces, self.body[at:]])

    def take(self, tag: Tag) -> None:
        if not tag.whole:
            tag = self.closed(tag)
        if tag.mark == "{%":
            self.statement(tag)
        elif tag.mark == "{{" and tag.text and (problem := self.complaint(tag, tag.text)):
            self.problems.append(problem)
            self.put(tag, "")

    def put(self, tag: Tag, text: str) -> None:
        """Have something else read than a tag, on as many lines."""
        lines = self.body.count("\n", tag.start, tag.end) - text.count("\n")
        self.edits[tag.start, tag.end] = (text or self.blank) + "\n" * lines

    def insert(self, at: int, text: str) -> None:
        """Have something read between what stands there."""
        self.edits[at, at] = self.edits.get((at, at), "") + text

    def closed(self, tag: Tag) -> Tag:
        """A tag as it should have been closed; without text if that is past guessing."""
        problem, due = complaints.unclosed(tag, self.line(tag.start)), CLOSING[tag.mark]
        start = tag.end - len(tag.closed)
        candidates = [tag.text[: len(tag.text) - len(tag.closed)].rstrip()]
        if not tag.closed and (value := _VALUE.match(tag.text)):
            candidates.append(value[0])
        for words in candidates:
            text = f"{words} {due}"
            if tag.mark != "{#" and not (words[2:].strip("-+ \n") and self.complaint(tag, text) is None):
                continue
            if tag.closed:
                label = "Add the “}”" if tag.closed == "}" and due == "}}" else f"Close it with {due}"
                fix = Fix(start, tag.end, due, label)
            else:
                fix = Fix(tag.start + len(words), tag.start + len(words), f" {due}", f"Close it with {due}")
            self.problems.append(replace(problem, fix=fix))
            self.put(tag, text)
            return tag._replace(text=text, closed=due)
        self.problems.append(problem)
        self.put(tag, "")
        return tag._replace(text="", closed="")

    def complaint(self, tag: Tag, text: str, name: str = "") -> Problem | None:
        """What Jinja has to say of a tag by itself."""
        before, after = _around(name or tag.name, text) if tag.mark == "{%" else ("", "")
        try:
            sandbox().parse(before + text + after)
        except TemplateSyntaxError as error:
            line = self.line(tag.start) + min(error.lineno - 1, text.count("\n"))
            return complaints.unreadable(line, str(error.message), text)
        except (RecursionError, MemoryError, ValueError):
            return complaints.too_deep(self.line(tag.start))
        return None

    def statement(self, tag: Tag) -> None:
        name = tag.name
        if not tag.text:
            return
        if not name:
            self.problems.append(complaints.nameless(self.line(tag.start)))
            self.put(tag, "")
            return
        if name not in TAGS and name not in _FOREIGN:
            tag, name = self.renamed(tag)
            if not name:
                return
        if name.startswith(("end", "el")):
            self.ending(tag, name)
            return
        if name == "raw":
            self.problems.append(complaints.never_closed(self.line(tag.start), name))
            self.put(tag, "")
            return
        if problem := self.complaint(tag, tag.text, name):
            self.problems.append(problem)
            self.names.update(_WORD.findall(tag.text))
            self.put(tag, f"{{% {_INSTEAD[name]} %}}" if name in _INSTEAD and _opens(tag, name) else "")
        if _opens(tag, name):
            self.opened.append(_Opened(name, tag, self.line(tag.start)))

    def renamed(self, tag: Tag) -> tuple[Tag, str]:
        """A tag with the name it was meant to have; without one if none is near."""
        wrong = tag.name
        problem, name = complaints.unknown_tag(self.line(tag.start), wrong), nearest(wrong, TAGS)
        at = tag.text.index(wrong)
        text = tag.text[:at] + name + tag.text[at + len(wrong) :]
        if name and self.complaint(tag, text, name) is None:
            fix = Fix(tag.start + at, tag.start + at + len(wrong), name, f"Change to {name}")
            self.problems.append(replace(problem, fix=fix))
            self.put(tag, text)
            return tag._replace(text=text), name
        self.problems.append(problem)
        self.put(tag, "")
        return tag, ""

    def ending(self, tag: Tag, name: str) -> None:
        """An end, or another branch, of what is open."""
        line, top = self.line(tag.start), self.opened[-1] if self.opened else None
        fits = [opened for opened in self.opened if _belongs(name, opened)]
        if not fits:
            problem = complaints.closes_nothing(line, name)
            if top is not None:
                problem = complaints.too_early(line, name, top.name, top.line)
            self.problems.append(replace(problem, fix=self.without(tag)))
            self.put(tag, "")
            return
        missing = self.opened[self.opened.index(fits[-1]) + 1 :]
        if missing:
            ends = "".join(f"{{% end{opened.name} %}}" for opened in reversed(missing))
            fix = Fix(tag.start, tag.start, ends, f"Put {ends} before it")
            inner = missing[-1]
            self.problems.append(replace(complaints.too_early(line, name, inner.name, inner.line), fix=fix))
            self.insert(tag.start, ends)
            self.opened = self.opened[: -len(missing)]
        if unread := self.complaint(tag, tag.text, name):
            self.problems.append(unread)
            self.put(tag, f"{{% {_INSTEAD.get(name, name)} %}}")
        if name.startswith("end"):
            opened = self.opened.pop()
            self.blocks.append((opened.tag.start, tag.end))
        elif name == "else":
            self.opened[-1] = self.opened[-1]._replace(has_else=True)

    def without(self, tag: Tag) -> Fix:
        """A tag taken away, and its line if it stands alone on it."""
        start, end = tag.start, tag.end
        line = self.body.rfind("\n", 0, start) + 1
        after = self.body.find("\n", end)
        if after >= 0 and not (self.body[line:start] + self.body[end:after]).strip():
            start, end = line, after + 1
        return Fix(start, end, "", "Take it away")

    def close_the_rest(self) -> None:
        """End what is open at the end of the body, where its words seem to end."""
        after = 0 if len(self.opened) <= _MOST_OPEN else len(self.body)
        for opened in reversed(self.opened):
            problem = complaints.never_closed(opened.line, opened.name)
            if after == len(self.body):
                close = Close(after, own_line=False, sure=False)
            else:
                close = closing(self.body, opened.tag, opened.name, self.blocks, after)
            if close.sure:
                problem = replace(problem, fix=self.close(close, opened.name))
            self.problems.append(problem)
            self.insert(close.at, f"{{% end{opened.name} %}}")
            after = close.at

    def close(self, close: Close, name: str) -> Fix:
        line = self.line(close.at)
        where = f"after line {line}" if close.own_line else f"at the end of line {line}"
        return Fix(close.at, close.at, "\n" * close.own_line + f"{{% end{name} %}}", f"Close it {where}")


def _opens(tag: Tag, name: str) -> bool:
    return name in _OPENERS and not (name == "set" and "=" in tag.text)


def _belongs(name: str, opened: _Opened) -> bool:
    if name == "else":
        return opened.name in ("if", "for") and not opened.has_else
    if name == "elif":
        return opened.name == "if" and not opened.has_else
    return name == f"end{opened.name}"


def _around(name: str, text: str) -> tuple[str, str]:
    """What must stand before and after a tag so that Jinja can read it by itself."""
    match name:
        case "else" | "elif":
            return "{% if x %}", "{% endif %}"
        case _ if name in _OPENERS and not (name == "set" and "=" in text):
            return "", f"{{% end{name} %}}"
        case _ if name.removeprefix("end") in _OPEN_WITH:
            return f"{{% {_OPEN_WITH[name.removeprefix('end')]} %}}", ""
        case _:
            return "", ""


def readable(body: str) -> nodes.Template | None:
    """The tree of a mended body; None where it is past reading."""
    try:
        return sandbox().parse(body)
    except (TemplateSyntaxError, RecursionError, MemoryError, ValueError):
        return None
