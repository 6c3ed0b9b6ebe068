"""``python tests/bench``: the bars of performance.md as ratios of one run; exit code 1 if one is missed."""

from __future__ import annotations

import sys
from pathlib import Path

if __name__ == "__main__":
    bench = Path(__file__).resolve().parent
    # The programs are those of this checkout, whatever is installed; the folder itself is the package ``bench``.
    sys.path[:1] = [str(bench.parents[1]), str(bench.parent)]

    from bench.program import main

    sys.exit(main(sys.argv[1:]))
