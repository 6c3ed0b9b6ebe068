"""That somebody said something: the verb that tells it, and the words for who it was."""

from __future__ import annotations

from typing import Literal, NamedTuple

from briefer.suggest.said.phrases import Phrase

Where = Literal["after", "before", "tail", "agent", "dash", "label", "heard"]


class Attribution(NamedTuple):
    """That a verb tells whose words a part is; ``phrase`` is None where it names nobody.

    ``heard`` is where only who was spoken to is told: “she was warned that …”.
    """

    phrase: Phrase | None
    verb: str
    where: Where
    strong: bool = True
