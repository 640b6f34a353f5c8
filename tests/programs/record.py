"""Writes what the programs show now: `python -m tests.programs.record [NAME...]`. Read it before it is committed."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from tests.programs.test_programs import PROGRAMS, screen

if __name__ == "__main__":
    for program in PROGRAMS:
        if not sys.argv[1:] or program.stem in sys.argv[1:]:
            with tempfile.TemporaryDirectory() as folder:
                os.chdir(folder)
                text = screen(program, Path(folder))
                os.chdir(program.parent)
            program.with_suffix(".out").write_text(text, encoding="utf-8", newline="\n")
