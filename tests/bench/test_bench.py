"""That the bench runs and judges rightly; what it measures is not judged here."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from bench.bars import Bar, Sample, percentile, result
from bench.samples import large_brief, memo_brief
from bench.workshop import Cost, ratios

from briefer.model.soundness import problems
from briefer.store.briefs import brief_bytes

BAR = Bar("x", "one / other", 2.0, "×", "CPU")


def bench(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, Path(__file__).parent, *arguments], capture_output=True, text=True, check=False
    )


def test_its_cheap_bars_give_a_table() -> None:
    done = bench("help", "read", "save", "--rounds", "1")
    assert done.returncode in (0, 1), done.stderr
    head, *rows = done.stdout.split("\n\n")[0].splitlines()
    assert head.split()[0] == "bar"
    assert [row.split("  ")[0] for row in rows] == [
        "briefer --help / python -c pass",
        "read a 0.9 MB brief / json.loads",
        "durable save of it / (json.dumps + fsync)",
    ]
    verdicts = [row.split()[-1] for row in rows]
    assert set(verdicts) <= {"ok", "OVER"}
    assert done.returncode == ("OVER" in verdicts)


@pytest.mark.parametrize("arguments", [("nonsense",), ("help", "--rounds", "0")])
def test_a_call_that_makes_no_sense_is_refused(arguments: tuple[str, ...]) -> None:
    done = bench(*arguments)
    assert done.returncode == 2
    assert arguments[-1] in done.stderr


def test_what_cannot_be_measured_is_skipped_with_the_reason(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from bench.program import main

    monkeypatch.setattr("shutil.which", lambda _: None)
    assert main(["export", "export-200"]) == 0
    assert capsys.readouterr().out.count("skipped: pandoc is not installed") == 2


def test_the_median_of_the_rounds_decides() -> None:
    found = result(BAR, [Sample(1.0, 7.0), Sample(9.0, 5.0), Sample(2.0, 6.0)])
    assert (found.median, found.other, found.is_over) == (2.0, 6.0, False)
    assert result(BAR, [Sample(2.01)]).is_over


def test_both_sides_take_turns_in_going_first() -> None:
    calls: list[str] = []

    def side(name: str, cpu: float, wall: float) -> Cost:
        calls.append(name)
        return Cost(cpu, wall)

    samples = ratios(2, "CPU", lambda: side("ours", 3, 8), lambda: side("floor", 2, 2))
    assert "".join(name[0] for name in calls) == "of" + "of" + "fo"
    assert samples == [Sample(1.5, 4.0)] * 2
    assert Cost(3, 8).over(Cost(2, 2), "wall") == Sample(4.0, 1.5)


def test_percentile_is_a_value_that_was_measured() -> None:
    assert percentile([3.0, 1.0, 2.0], 99) == 3.0
    assert percentile([float(n) for n in range(1, 101)], 99) == 99.0


def test_samples_are_sound_different_and_of_their_size() -> None:
    assert not list(problems(memo_brief(1)))
    assert not list(problems(memo_brief(1, 100)))
    assert memo_brief(1) == memo_brief(1)
    assert memo_brief(1).actors != memo_brief(2).actors
    assert 850_000 < len(brief_bytes(large_brief())) < 950_000
