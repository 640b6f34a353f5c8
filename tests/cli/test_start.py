"""A start imports what it needs and nothing heavier: who types a command waits for every import."""

from __future__ import annotations

import subprocess
import sys

import pytest

START = """
import atexit, sys
from msolemu.__main__ import main
atexit.register(lambda: print(*sys.modules, file=sys.stderr))
main()
"""
NEVER = frozenset(
    {
        *("click", "tinydb", "tabulate", "filelock", "platformdirs", "regex", "wcwidth"),
        *("pathlib", "urllib.parse", "dataclasses", "inspect", "ast", "uuid", "platform", "locale", "threading"),
        *("json", "random", "tempfile", "shutil", "traceback", "difflib", "importlib.metadata", "importlib.resources"),
        *(
            "msolemu.cmdlets.declaration",
            "msolemu.directory.tenant",
            "msolemu.directory.forest",
            "msolemu.sync",
            "msolemu.store.database",
        ),
    }
)
"""What neither a line nor the first prompt needs."""


def imported_by(*words: str, typed: str = "") -> set[str]:
    """The modules that a process has imported when it ends."""
    done = subprocess.run(
        [sys.executable, "-c", START, "--ephemeral", *words],
        input=typed,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return set(done.stderr.split())


@pytest.mark.parametrize("words", [("exec", "1"), ()], ids=["a line", "standard input"])
def test_a_plain_start_imports_nothing_heavy(words: tuple[str, ...]) -> None:
    assert not NEVER & imported_by(*words, typed="1")


def test_the_first_cmdlet_of_the_directory_imports_nothing_that_only_others_need() -> None:
    unneeded = {"inspect", "ast", "email", "ssl", "http", "socket", "xml.sax", "shutil", "tempfile", "regex"}
    assert not unneeded & imported_by("exec", "Connect-MsolService; Get-MsolUser")
