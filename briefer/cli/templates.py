"""``briefer templates``: which there are, and what is in one."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from briefer.files import read_file
from briefer.templates.files import built_in_templates, find_template
from briefer.templates.template import MAX_BYTES


def run_list(_: argparse.Namespace) -> int:
    """Print ``id<TAB>name<TAB>place``, one template a line."""
    for template in built_in_templates():
        print(template.id, template.name, "built in", sep="\t")
    return 0


def run_show(options: argparse.Namespace) -> int:
    """Print a template's file, byte for byte."""
    data = read_file(Path(find_template(options.name).path), MAX_BYTES)
    if sys.stdout:
        sys.stdout.buffer.write(data)
    return 0
