"""Command lines that need no parser: `[--ephemeral] [--workspace DIR] exec TEXT`, `run SCRIPT [ARGS...]`, `shell`.

Click takes as long to import as everything else that such a line needs, so they are read here. What cannot be read with
certainty is left to click: other options, help, completion, a folder or script that cannot be opened, every mistake.
Here nothing is declared: the tests read the same command lines with click, and hold that both understand the same.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from msolemu.cli.invocation import Invocation
from msolemu.cli.run import STANDARD_INPUT, run_script, run_words, shell_or_input

FLAGS = {"--ephemeral": "ephemeral", "--no-snapshot": "no_snapshot", "--connected": "connected"}
"""Options without a value, each with its field of an invocation."""

Run = Callable[[], int]


def plain(words: Sequence[str], environment: Mapping[str, str]) -> Run | None:
    """What the words of a command line ask for; None where click has to read them."""
    if environment.get("_MSOLEMU_COMPLETE"):
        return None
    options: dict[str, Any] = {}
    folder = environment.get("MSOLEMU_WORKSPACE")
    rest = list(words)
    while rest and rest[0].startswith("-"):
        option = rest.pop(0)
        if option in FLAGS:
            options[FLAGS[option]] = True
        elif option == "--workspace" and rest:
            folder = rest.pop(0)
        else:
            return None
    if folder:
        from pathlib import Path

        options["workspace"] = Path(folder)
        if not (options["workspace"].is_dir() and os.access(folder, os.R_OK)):
            return None
    return _command(Invocation(**options), rest)


def _command(invocation: Invocation, words: Sequence[str]) -> Run | None:
    """The command with what follows it: as it is typed, once a word comes that is no option."""
    match words:
        case [] | ["shell"]:
            return partial(shell_or_input, invocation)
        case ["exec", first, *_] if not _is_option(first):
            return partial(run_words, invocation, words[1:])
        case ["run", script, *args] if script == STANDARD_INPUT or _is_script(script):
            return partial(run_script, invocation, script, args)
    return None


def _is_option(word: str) -> bool:
    return word.startswith("-") and word != STANDARD_INPUT


def _is_script(word: str) -> bool:
    """Whether the word is a file that can be read; another one is reported, or stands on a drive of the workspace."""
    try:
        open(word, "rb").close()
    except (OSError, ValueError):
        return False
    return not _is_option(word)
