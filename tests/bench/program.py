"""The program: measures the bars that were asked for and prints them as a table."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bench import preview, reader, start, steps, storage, word
from bench.bars import Bar, CannotMeasureError, Result, Trial, result
from bench.workshop import Workshop

TRIALS: tuple[Trial, ...] = (
    *start.TRIALS,
    *storage.TRIALS,
    *word.TRIALS,
    *reader.TRIALS,
    *preview.TRIALS,
    *steps.TRIALS,
)
OVER = 1
_LEGEND = """\
A ratio is the median of the ratios of rounds in which both sides took turns; in brackets the middle half of the rounds.
CPU is user and system time of the whole process (or of the call), wall is time that passed; the other one is for
information: on a machine that is shared, what passes on the wall is mostly other people's work."""


def main(arguments: Sequence[str]) -> int:
    """Measure and print; the exit code is 1 if a bar is missed."""
    options = _parser().parse_args(arguments)
    bars = [bar for trial in TRIALS for bar in trial.bars if bar.name in options.bars or not options.bars]
    if options.list:
        for bar in bars:
            print(bar.name, bar.what, sep="\t")
        return 0
    width = max(len(bar.what) for bar in bars)
    print(f"{'bar':{width}}  {'at most':>8}  {'measured':>8}  {'(middle half)':16} by      {'other clock':>11}")
    is_over = False
    for bar, found in _outcomes(bars, options.rounds):
        told = _figures(found) if isinstance(found, Result) else f"skipped: {found}"
        print(f"{bar.what:{width}}  {told}", flush=True)
        is_over |= isinstance(found, Result) and found.is_over
    print(f"\n{_LEGEND}")
    return OVER if is_over else 0


def _outcomes(bars: Sequence[Bar], rounds: int | None) -> Iterator[tuple[Bar, Result | CannotMeasureError]]:
    for trial in TRIALS:
        chosen = [bar for bar in trial.bars if bar in bars]
        if not chosen:
            continue
        with tempfile.TemporaryDirectory(prefix="briefer-bench-") as folder:
            try:
                samples = trial.measure(Workshop(Path(folder)), rounds or trial.rounds)
            except CannotMeasureError as reason:
                yield from ((bar, reason) for bar in chosen)
            else:
                yield from ((bar, result(bar, samples[bar.name])) for bar in chosen)


def _figures(found: Result) -> str:
    bar, unit = found.bar, found.bar.unit
    limit, measured = f"{bar.at_most:g} {unit}", f"{found.median:.2f} {unit}"
    spread = f"({found.low:.2f}–{found.high:.2f})"
    other = "" if found.other is None else f"{found.other:.2f} {unit}"
    verdict = "OVER" if found.is_over else "ok"
    return f"{limit:>8}  {measured:>8}  {spread:16} {bar.clock:7} {other:>11}  {verdict}"


def _parser() -> argparse.ArgumentParser:
    names = [bar.name for trial in TRIALS for bar in trial.bars]
    parser = argparse.ArgumentParser("python tests/bench", description=__doc__)
    parser.add_argument("bars", nargs="*", type=_one_of(names), metavar="BAR", help="what to measure; all without it")
    parser.add_argument("--rounds", type=_rounds, metavar="N", help="rounds of each bar (each has its own number)")
    parser.add_argument("--list", action="store_true", help="print the names of the bars and end")
    return parser


def _one_of(names: Sequence[str]) -> Callable[[str], str]:
    def checked(typed: str) -> str:
        if typed not in names:
            raise argparse.ArgumentTypeError(f"there is no bar {typed!r}; there are: {', '.join(names)}")
        return typed

    return checked


def _rounds(typed: str) -> int:
    if not typed.isdecimal() or int(typed) < 1:
        raise argparse.ArgumentTypeError(f"{typed!r} is no number of rounds")
    return int(typed)
